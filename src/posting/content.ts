import { HARD_SEPARATORS, type SectionKind, Separator, type Token } from '../types/posting.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line, Words } from './line.ts';
import { cutOf } from './statements.ts';

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
