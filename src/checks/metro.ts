import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import { letterPattern } from '../words/letters.ts';
import { hitsOfSayings } from './gate.ts';
import { hitsIn, spanOf } from './scope.ts';

const options = {
  modes: { type: 'texts', required: true, doc: 'Words of a location that ask for presence.' },
  presence: { type: 'sayings', required: true, doc: 'Sentences elsewhere that ask for presence.' },
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

const wordsIn = letterPattern(String.raw`[\p{L}]+`, 'g');
const name = letterPattern(String.raw`^[\p{Lu}][\p{Ll}]`);

function judge(check: Options, nowhere: ReadonlySet<string>, context: CheckContext): readonly Hint[] {
  const fact = context.posting.location;
  // A whole sentence read as a location names more than places.
  const location = fact?.from === 'body' && /[.!?]$/.test(fact.text) ? undefined : fact;
  const place = location?.text ?? '';
  const words = (place.match(wordsIn(place)) ?? []).map((word) => word.toLowerCase());
  if (words.some((word) => !nowhere.has(word))) return [];
  if (hitsIn(context, check.places, ['anywhere'], 'keep').length > 0) return [];
  if (namesBase(check, context, nowhere)) return [];
  const line = ` ${words.join(' ')} `;
  if (location && check.modes.some((mode) => line.includes(` ${mode} `))) return [{ span: location.span }];
  const said = hitsOfSayings(context, check.presence)[0];
  return said ? [{ span: spanOf(context.posting, said) }] : [];
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
