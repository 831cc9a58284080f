/** Levels that a title names: the words, and which levels they stand for. */
import type { Span } from '../types/place.ts';
import type { CheckContext } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import type { Hit, Level, PhraseSet } from '../types/words.ts';
import { letterPattern } from '../words/letters.ts';
import { hitsIn } from './scope.ts';

export interface Word extends Span {
  readonly text: string;
  readonly folded: string;
  /** What stands between this word and the one before. */
  readonly gap: string;
}

/** Most characters of a title that are read. */
export const TITLE_LENGTH = 400;

const wordsIn = letterPattern(String.raw`[\p{L}\p{N}+#']+`, 'g');

/** Words of the title with their offsets in the posting; abbreviations lose their dot. */
export function wordsOf(posting: Posting, span: Span): Word[] {
  const text = posting.text.slice(span.start, Math.min(span.end, span.start + TITLE_LENGTH));
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(wordsIn(text))) {
    words.push({
      text: match[0],
      folded: match[0].toLowerCase(),
      gap: text.slice(last, match.index),
      start: span.start + match.index,
      end: span.start + match.index + match[0].length,
    });
    last = match.index + match[0].length;
  }
  return words;
}

/** True where a word opens a new part of the title: after a comma, dash, bracket, colon or bar. */
function opensPart(word: Word | undefined): boolean {
  return word === undefined || /[,()[\]:|;–—]|\s-\s/.test(word.gap);
}

export type LevelWords = readonly (readonly [words: readonly string[], level: string])[];

/** Title words of all levels, the longest first, each with its level; one may stand for several. */
export function levelWords(levels: readonly Level[]): LevelWords {
  return levels
    .flatMap((level) => level.titleWords.map((each) => [each.toLowerCase().split(/[ -]/), level.id] as const))
    .sort(([a], [b]) => b.length - a.length);
}

/** Is a word part of one of these hits (“lead” of “lead scoring”)? */
function isInside({ tokens }: Posting, { start, end }: Word, hits: readonly Hit[]): boolean {
  return hits.some(({ from, to }) => tokens[from]!.start <= start && end <= tokens[to - 1]!.end);
}

/** A level word counts when a role noun follows in its part, stands right before it, or it is a part by itself. */
function namesLevel(words: readonly Word[], index: number, length: number, roles: ReadonlySet<string>): boolean {
  const before = words[index - 1];
  const here = words[index]!;
  if (before && !opensPart(here) && roles.has(before.folded)) return true;
  if ((index === 0 || opensPart(here)) && opensPart(words[index + length])) return true;
  for (let next = index + length; next < words.length; next++) {
    const word = words[next]!;
    if (opensPart(word) && !/^\s*[,/&]\s*$/.test(word.gap)) return false;
    if (roles.has(word.folded)) return true;
  }
  return false;
}

/** Is this word that part of a level's name? Nothing but blanks, hyphens and dots may part it from the one before: “Senior / Staff” are two. */
function isPart(word: Word | undefined, part: string, each: number): boolean {
  return word?.folded === part && (each === 0 || /^[\s.-]*$/.test(word.gap));
}

export interface LevelWord {
  readonly group: readonly Word[];
  readonly folded: string;
  readonly levels: readonly string[];
}

/** What tells a level's word from the same word in a name. */
export interface LevelWordGates {
  readonly roles: ReadonlySet<string>;
  readonly except?: PhraseSet;
  /** Title words that may name a further level. */
  readonly also?: Readonly<Record<string, string>>;
}

/** Words of a title that name a level, in order of place. */
export function levelWordsIn(
  context: CheckContext,
  words: readonly Word[],
  known: LevelWords,
  { roles, except, also = {} }: LevelWordGates,
): readonly LevelWord[] {
  const others = hitsIn(context, except, ['title'], 'keep');
  const found: LevelWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const first = known.find(([parts]) => parts.every((part, each) => isPart(words[index + each], part, each)));
    if (!first) continue;
    const length = first[0].length;
    const group = words.slice(index, index + length);
    const folded = group.map((word) => word.folded).join(' ');
    if (!isInside(context.posting, words[index]!, others) && namesLevel(words, index, length, roles)) {
      const levels = known.filter(([parts]) => parts.join(' ') === folded).map(([, level]) => level);
      const further = also[folded];
      found.push({ group, folded, levels: further ? [...levels, further] : levels });
    }
    index += length - 1;
  }
  return found;
}
