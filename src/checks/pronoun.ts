import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import type { Hit } from '../types/words.ts';
import { letterPattern } from '../words/letters.ts';
import { HIT_GATES, hitsThrough } from './gate.ts';
import { hitsIn, spanOf } from './scope.ts';

const options = {
  any: { type: 'phrases', required: true, doc: 'The pronouns.' },
  in: { type: 'scopes', doc: 'Where they count (default: anywhere).' },
  except: HIT_GATES.except,
  candidate: { type: 'phrases', required: true, doc: 'Words for whoever is hired (candidate, engineer, hire).' },
  'candidate-in': {
    type: 'scopes',
    required: true,
    doc: 'Sections that speak of the candidate; elsewhere a word for the candidate must stand before the pronoun.',
  },
  other: { type: 'phrases', required: true, doc: 'Words for other people (founder, patient, manager).' },
  'other-after': {
    type: 'texts',
    doc: 'Articles; a word for what somebody does behind one means other people, too.',
  },
  'other-endings': { type: 'texts', doc: 'How such words end (grower, tutor, chemist).' },
  'other-not': { type: 'texts', doc: 'Words that end so and mean nobody (paper, sensor).' },
  'alone-in': {
    type: 'scopes',
    doc: 'Sections where a pronoun that opens a sentence means the candidate if nobody else was named before it.',
  },
  'alone-before': { type: 'texts', doc: 'Verbs of work to come, of which one must follow it there (will, reports).' },
  'name-before': { type: 'texts', doc: 'Verbs; a word with a capital before one is somebody’s name (“Ada founded”).' },
  plural: { type: 'text-map', doc: 'Plural by pronoun, for the fix (`he: they`).' },
  'before-any': { type: 'texts', doc: 'Pronouns whose plural fits before any word (his, him).' },
  before: {
    type: 'texts',
    doc: 'Verbs that do not change with the plural (will, can); the other pronouns need one next.',
  },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** A gendered pronoun that stands for whoever is hired, not for somebody else in the text. */
export const pronoun: CheckKind<typeof options> = {
  doc: 'A gendered pronoun stands for the candidate. Pronouns of a named person or of another role are left alone.',
  options,
  values: [],
  compile: (options) => (context) => judge(options, context),
};

/** Words before a pronoun within which its noun is looked for. */
const REACH = 40;

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const candidates = lastTokens(context.hits.of(check.candidate));
  const others = lastTokens(context.hits.of(check.other));
  const spoken = new Set(hitsIn(context, check.any, check['candidate-in'], 'keep'));
  const alone = check['alone-in'] ? hitsIn(context, check.any, check['alone-in'], 'keep') : [];
  for (const hit of alone) if (opensWork(check, posting, hit)) spoken.add(hit);
  const said = hitsThrough(context, check.any, { in: check.in, except: check.except, negated: 'keep' });
  return said.flatMap((hit) => {
    if (isAcronym(posting, hit)) return [];
    const means = nearest(check, posting, hit, candidates, others);
    if (means === 'other' || (means === 'nobody' && !spoken.has(hit))) return [];
    const span = spanOf(posting, hit);
    const text = plural(check, posting, hit);
    return [text === undefined ? { span } : { span, edits: [{ span, text }] }];
  });
}

/** “He will keep the model fed”: a pronoun at the start of a sentence, and a verb of work to come. */
function opensWork(check: Options, { tokens, statements }: Posting, { from, to, statement }: Hit): boolean {
  const next = tokens[to]?.word ?? '';
  return from === statements[statement]!.tokens.from && check['alone-before']?.includes(next) === true;
}

/** One word in capitals beside words that are not: “HER and PER replay”. */
function isAcronym(posting: Posting, { from, to, statement }: Hit): boolean {
  if (to - from > 1 || !isShouted(posting, from)) return false;
  const { tokens } = posting.statements[statement]!;
  const beside = [from - 2, from - 1, from + 1, from + 2].filter((at) => at >= tokens.from && at < tokens.to);
  return beside.length === 0 || beside.some((at) => !isShouted(posting, at));
}

function isShouted({ text, tokens }: Posting, at: number): boolean {
  const { start, end } = tokens[at]!;
  const word = text.slice(start, end);
  return word === word.toUpperCase();
}

/** The plural of a pronoun, where no other word has to change with it. */
function plural(check: Options, posting: Posting, hit: Hit): string | undefined {
  const first = posting.tokens[hit.from]!;
  const said = posting.tokens.slice(hit.from, hit.to).map((token) => token.word);
  const word = check.plural?.[said.join(' ')];
  const next = posting.tokens[hit.to]?.word ?? '';
  if (word === undefined || !(check['before-any']?.includes(said[0]!) || check.before?.includes(next)))
    return undefined;
  const written = posting.text.slice(first.start, first.end);
  return capital(written).test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function lastTokens(hits: readonly Hit[]): ReadonlySet<number> {
  return new Set(hits.map((hit) => hit.to - 1));
}

/** Whom the nearest noun before a pronoun means, within its section. */
function nearest(
  check: Options,
  posting: Posting,
  hit: Hit,
  candidates: ReadonlySet<number>,
  others: ReadonlySet<number>,
): 'candidate' | 'other' | 'nobody' {
  const section = posting.blocks[posting.statements[hit.statement]!.block]!.section;
  const from = Math.max(0, hit.from - REACH);
  const start = posting.sections[section]?.span.start ?? 0;
  for (let index = hit.from - 1; index >= from; index--) {
    if (posting.tokens[index]!.start < start) break;
    if (others.has(index)) return 'other';
    if (candidates.has(index)) return 'candidate';
    if (isName(posting, index) || isActor(check, posting, index) || isDoer(check, posting, index)) return 'other';
  }
  return 'nobody';
}

const capital = letterPattern(String.raw`^[\p{Lu}]`);
const name = letterPattern(String.raw`^[\p{Lu}][\p{Ll}]+$`);

/** Two words with a capital side by side: `Maria Lopez`. */
function isName(posting: Posting, index: number): boolean {
  const isPart = (at: number): boolean => {
    const token = posting.tokens[at];
    const written = token === undefined ? '' : posting.text.slice(token.start, token.end);
    return name(written).test(written);
  };
  const between = posting.tokens[index]!.before;
  return isPart(index) && isPart(index - 1) && between === 1;
}

/** “Ada founded the lab”: a word with a capital before a verb of what somebody did. */
function isActor(check: Options, { tokens, text }: Posting, index: number): boolean {
  const next = tokens[index + 1];
  if (next?.before !== 1 || !check['name-before']?.includes(next.word)) return false;
  const written = text.slice(tokens[index]!.start, tokens[index]!.end);
  return name(written).test(written) && !check['other-not']?.includes(tokens[index]!.word);
}

/** Most words between an article and the word for what somebody does (“each small dairy farmer”). */
const ARTICLE_GAP = 2;

/** A word for what somebody does, behind an article: `a grower`. */
function isDoer(check: Options, posting: Posting, index: number): boolean {
  const word = posting.tokens[index]!.word;
  if (word.length < 5 || !check['other-endings']?.some((ending) => word.endsWith(ending))) return false;
  if (check['other-not']?.includes(word)) return false;
  for (let back = index - 1; back >= Math.max(0, index - 1 - ARTICLE_GAP); back--) {
    if (posting.tokens[back + 1]!.before !== 1) return false;
    if (check['other-after']?.includes(posting.tokens[back]!.word)) return true;
  }
  return false;
}
