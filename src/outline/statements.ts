import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Cut, isBlank, type Line, type Sentence, type Words } from '../markdown/line.ts';
import { HARD_SEPARATORS, type SectionKind, Separator, type Token } from '../types/text.ts';
import { beginsLarge, beginsSmall, isDigit, isLetter, isUpper } from '../words/characters.ts';
import { letterPattern } from '../words/letters.ts';
import { hyphenedWords, tokenize } from '../words/tokens.ts';

/** The words and sentences of a line, which is cut only once. */
export function cutOf(line: Line, lexicon: Lexicon): Cut {
  if (line.cut) return line.cut;
  const sentences = sentencesOf(line.plain, lexicon).map(({ from, to }) => ({
    from,
    to,
    tokens: tokenize(line.plain, from, to, [], line.source),
  }));
  line.cut = {
    sentences,
    tokens: sentences.length === 1 ? sentences[0]!.tokens : sentences.flatMap(({ tokens }) => tokens),
  };
  return line.cut;
}

const stop = /[.!?…]/;
/** The last mark of a sentence and what closes behind it; a run of marks is not read as one, lest each of its marks begin the search anew. */
const ends = /[.!?…]["'”’)\]*]*\s+/g;

/**
 * Cuts a line's text into sentences: after `.`, `!`, `?` where a blank and then a capital, a digit or a quotation mark follow, unless the
 * dot ends an abbreviation or an initial. Linear.
 */
function sentencesOf(text: string, lexicon: Lexicon): Pick<Sentence, 'from' | 'to'>[] {
  if (!stop.test(text)) return [{ from: 0, to: text.length }];
  const sentences: Pick<Sentence, 'from' | 'to'>[] = [];
  const abbreviations = lexicon.words('abbreviations');
  const beforeNumbers = lexicon.words('abbreviations-before-number');
  let from = 0;
  ends.lastIndex = 0;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    const next = match.index + match[0].length;
    if (next >= text.length) break;
    if (!begins(text, next) || isAbbreviation(text, match.index, abbreviations)) continue;
    if (isDigit(text.charCodeAt(next)) && isAbbreviation(text, match.index, beforeNumbers)) continue;
    let to = match.index + match[0].length;
    while (isBlank(text.charCodeAt(to - 1))) to--;
    sentences.push({ from, to });
    from = next;
  }
  if (from < text.length) sentences.push({ from, to: text.length });
  return sentences;
}

/** A sentence begins with a capital, a digit, a letter without case, an emoji, or an opening mark. */
function begins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isUpper(code) || isDigit(code) || code === 34 || code === 39 || code === 40;
  if (code >= 0x2010 && code <= 0x2015) return false;
  return !beginsSmall(text[at]!);
}

/** Whether the dot at `dot` belongs to a word such as “e.g.”. */
function isAbbreviation(text: string, dot: number, abbreviations: ReadonlySet<string>): boolean {
  if (text[dot] !== '.') return false;
  let start = dot;
  while (start > 0 && dot - start < 12 && nameCharacter(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, dot);
  return abbreviations.has(word.toLowerCase());
}

function nameCharacter(code: number): boolean {
  return code === 46 || code > 191 || isLetter(code);
}

/** Lists of openings by the kind of section that a sentence beginning like them belongs to; the first that fits counts. */
const LISTS: readonly (readonly [string, SectionKind])[] = [
  ['legal-openers', 'legal'],
  ['preferred-openers', 'preferred'],
  ['benefit-openers', 'benefits'],
  ['process-openers', 'process'],
  ['required-openers', 'required'],
  ['duty-openers', 'duties'],
  ['intro-openers', 'intro'],
  ['company-openers', 'company'],
  ['required-marks', 'required'],
];

/** Kind of section that the first words of a sentence show; undefined where they show none. */
export function kindOfWords(words: Words, lexicon: Lexicon): SectionKind | undefined {
  if (words.tokens.length === 0) return undefined;
  return LISTS.find(([list]) => lexicon.opens(list, words))?.[1];
}

/** The same of a line's first words. */
export function kindOfLine(line: Line, lexicon: Lexicon): SectionKind | undefined {
  return kindOfWords(cutOf(line, lexicon), lexicon);
}

/** The kind of at least six in ten, or of four in ten with hardly another, where at least `least` show it. */
export function majorityKind(kinds: readonly (SectionKind | undefined)[], least: number): SectionKind | undefined {
  const counts = new Map<SectionKind, number>();
  let shown = 0;
  for (const kind of kinds) {
    if (!kind) continue;
    shown++;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) {
    if (count < least) continue;
    if (count * 10 >= kinds.length * 6) return kind;
    if (count > least && count * 10 >= kinds.length * 4 && count * 10 >= shown * 8) return kind;
  }
  return undefined;
}

/** Kind of a statement against that of its section: a wish among requirements, years of experience among duties. */
export function strayKind(words: Words, kind: SectionKind, lexicon: Lexicon): SectionKind {
  if (kind === 'required') return isWish(words, lexicon) ? 'preferred' : kind;
  return kind === 'duties' && lexicon.opens('years-openers', words) ? 'required' : kind;
}

/** “Go is a plus”, “Rust (preferred)”, “Ideally …”: what is asked for as a whole is not demanded. */
function isWish(words: Words, lexicon: Lexicon): boolean {
  const { tokens } = words;
  const last = tokens.length - 1;
  if (last <= 0) return false;
  if (lexicon.words('wish-words').has(tokens[last]!.word)) {
    const demands = lexicon.words('demand-words');
    // A comma may part the wish from what is wished for, as in “Rust, preferred”.
    const tail = tokens[last]!.before & Separator.comma ? last : last + 1;
    if (lexicon.words('wish-tails').has(tokens[last]!.word) && oneClause(tokens, tail, demands)) return true;
    let at = last - 1;
    const between = lexicon.words('wish-between');
    while (at > 0 && between.has(tokens[at]!.word) && !(tokens[at + 1]!.before & Separator.open)) at--;
    const verb = lexicon.words('wish-verbs').has(tokens[at]!.word);
    const bracket = (tokens[at + 1]!.before & Separator.open) !== 0 && at >= 0;
    if (verb || bracket) {
      let comma = false;
      let joined = true;
      for (let i = 0; i < at; i++) {
        const { word, before } = tokens[i]!;
        if (demands.has(word)) return false;
        if (i === 0 || bracket) continue;
        if (before & HARD_SEPARATORS & ~Separator.comma & ~Separator.quote) return false;
        if (before & Separator.comma) [comma, joined] = [true, false];
        if (word === 'and' || word === 'or') joined = true;
      }
      return !comma || joined;
    }
  }
  return lexicon.opens('wish-openers', words);
}

/** No mark parts the words, and none of them demands. */
function oneClause(tokens: readonly Token[], to: number, demands: ReadonlySet<string>): boolean {
  for (let at = 0; at < to; at++) {
    if (demands.has(tokens[at]!.word) || (at > 0 && tokens[at]!.before & HARD_SEPARATORS & ~Separator.quote))
      return false;
  }
  return true;
}

/** Whether one of its words is a noun of a role (“Senior Data Scientist”). */
export function namesRole(line: Line, lexicon: Lexicon): boolean {
  return line.plain.length <= MAX_TITLE && holdsRole(cutOf(line, lexicon).tokens, lexicon);
}

/** The same of a text that is no line. */
export function textNamesRole(text: string, lexicon: Lexicon): boolean {
  return text.length <= MAX_TITLE && holdsRole(tokenize(text), lexicon);
}

/** Longest text that may be a title. */
const MAX_TITLE = 160;

function holdsRole(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const nouns = lexicon.words('role-nouns');
  return hyphenedWords(tokens).some((word) => nouns.has(word));
}

/** Marks between the parts of a header line: `Company | Title | Place`. */
export const parted = /\s[|•·–—-]\s|\s*\|\s*/;

export function isHeader(line: Line): boolean {
  return line.plain.length <= 300 && line.plain.split(parted).length >= 3 && !/\.\s/.test(line.plain);
}

const longWords = letterPattern(String.raw`[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]{3,}`, 'g');

/** Most of its long words begin with a capital. */
export function titled(text: string): boolean {
  const long = text.match(longWords(text)) ?? [];
  return long.filter(beginsLarge).length * 3 >= long.length * 2;
}

/** A heading begins neither with a small letter nor with a bracket. */
export function lowly(text: string): boolean {
  return text.charCodeAt(0) === 40 || beginsSmall(text);
}
