import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import { HARD_SEPARATORS, Separator } from '../types/text.ts';
import type { Hit } from '../types/words.ts';
import { letterPattern } from '../words/letters.ts';
import { closedBy } from './clause-end.ts';
import { hitsOfSayings } from './gate.ts';
import { hitsIn, spanOf } from './scope.ts';

const options = {
  modes: { type: 'texts', required: true, doc: 'Words of a location that ask for presence.' },
  presence: { type: 'sayings', required: true, doc: 'Sentences elsewhere that ask for presence.' },
  bare: {
    type: 'sayings',
    doc: 'Words that ask for it where they are a part of a line by themselves (“$160K, hybrid”).',
  },
  'bare-beside': { type: 'phrases', doc: 'For bare: words that make a line one of facts; a pay figure does, too.' },
  choice: { type: 'texts', doc: 'A location with one of these and “or” leaves the choice (remote).' },
  'no-place': { type: 'texts', required: true, doc: 'Words of a location that name nowhere to go to.' },
  places: { type: 'phrases', required: true, doc: 'Places; one named anywhere is enough.' },
  bases: { type: 'phrases', doc: 'Words for where a company sits; a name behind one of `base-before` is its place.' },
  'base-before': { type: 'texts', doc: 'Words before a place (in, near).' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Work that asks for presence, without a place to be present at. */
export const metro: CheckKind<typeof options> = {
  doc: 'The posting asks people to come somewhere and names no place.',
  options,
  values: [],
  renamed: { when: '“says” in “presence”', 'when-in': '“in” beside “says” in “presence”' },
  compile: (options) => {
    const nowhere = new Set(options['no-place']);
    return (context) => judge(options, nowhere, context);
  },
};

/** An amount that stands in the same line: `$160K/yr`. */
const figures = letterPattern(String.raw`[\p{Sc}]?\d[\p{L}\d.,]*(?:\/[\p{L}]+)?`, 'g');
const wordsIn = letterPattern(String.raw`[\p{L}]+`, 'g');
const name = letterPattern(String.raw`^[\p{Lu}][\p{Ll}]`);

function judge(check: Options, nowhere: ReadonlySet<string>, context: CheckContext): readonly Hint[] {
  const fact = context.posting.location;
  // A whole sentence read as a location names more than places.
  const location = fact?.from === 'body' && /[.!?]$/.test(fact.text) ? undefined : fact;
  const text = location?.text ?? '';
  const place = text.replace(figures(text), ' ');
  const words = (place.match(wordsIn(place)) ?? []).map((word) => word.toLowerCase());
  if (words.some((word) => !nowhere.has(word))) return [];
  if (hitsIn(context, check.places, ['anywhere'], 'keep').length > 0) return [];
  if (namesBase(check, context, nowhere)) return [];
  if (words.includes('or') && check.choice?.some((word) => words.includes(word))) return [];
  const line = ` ${words.join(' ')} `;
  if (location && check.modes.some((mode) => line.includes(` ${mode} `))) return [{ span: location.span }];
  const said = hitsOfSayings(context, check.presence)[0] ?? bareIn(check, context)[0];
  return said ? [{ span: spanOf(context.posting, said) }] : [];
}

/** Words for presence that are a part of a line of facts by themselves: “$160K–$195K, hybrid”. */
function bareIn(check: Options, context: CheckContext): readonly Hit[] {
  const { tokens, statements, pay } = context.posting;
  const alone = closedBy(context, hitsOfSayings(context, check.bare)).filter(
    (hit) => (tokens[hit.from]!.before & (HARD_SEPARATORS | Separator.start)) !== 0,
  );
  if (alone.length === 0) return alone;
  const beside = new Set(hitsIn(context, check['bare-beside'], undefined, 'keep').map((hit) => hit.statement));
  return alone.filter((hit) => {
    const { span } = statements[hit.statement]!;
    return (
      beside.has(hit.statement) || pay.some((figure) => figure.span.start >= span.start && figure.span.end <= span.end)
    );
  });
}

/** Most words from a word for where the company sits to the name of the place. */
const BASE_REACH = 8;

/** Names a place that no list holds, behind a word for where the company sits or for coming there: “our lab in Ithaca”. */
function namesBase(check: Options, context: CheckContext, nowhere: ReadonlySet<string>): boolean {
  const { posting } = context;
  const before = check['base-before'] ?? [];
  const said = [...hitsIn(context, check.bases, ['anywhere'], 'keep'), ...hitsOfSayings(context, check.presence)];
  return said.some((hit) => {
    const end = Math.min(posting.statements[hit.statement]!.tokens.to, hit.to + BASE_REACH);
    for (let at = hit.from + 1; at < end; at++) {
      const token = posting.tokens[at]!;
      if (token.before !== 1 || !before.includes(posting.tokens[at - 1]!.word)) continue;
      const written = posting.text.slice(token.start, token.end);
      if (name(written).test(written) && !nowhere.has(token.word)) return true;
    }
    return false;
  });
}
