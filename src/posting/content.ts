import { HARD_SEPARATORS, type SectionKind, Separator, type Token } from '../types/posting.ts';
import { tokenize } from '../words/tokens.ts';
import type { Lexicon } from './lexicon.ts';

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
export function kindOfText(plain: string, lexicon: Lexicon): SectionKind | undefined {
  const tokens = tokenize(plain, 0, Math.min(plain.length, 160));
  if (tokens.length === 0) return undefined;
  const opens = lexicon.openings(tokens, 0);
  return LISTS.find(([list]) => opens(list))?.[1];
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
export function strayKind(tokens: readonly Token[], from: number, kind: SectionKind, lexicon: Lexicon): SectionKind {
  if (kind === 'required') return isWish(tokens, from, lexicon) ? 'preferred' : kind;
  if (kind !== 'duties') return kind;
  return lexicon.openings(tokens, from)('years-openers') ? 'required' : kind;
}

/** “Go is a plus”, “Rust (preferred)”, “Ideally …”: what is asked for as a whole is not demanded. */
function isWish(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const last = tokens.length - 1;
  if (last <= from) return false;
  if (lexicon.words('wish-words').has(tokens[last]!.word)) {
    const demands = lexicon.words('demand-words');
    // A comma may part the wish from what is wished for, as in “Rust, preferred”.
    const tail = tokens[last]!.before & Separator.comma ? last : last + 1;
    if (lexicon.words('wish-tails').has(tokens[last]!.word) && oneClause(tokens, from, tail, demands)) return true;
    let at = last - 1;
    const between = lexicon.words('wish-between');
    while (at > from && between.has(tokens[at]!.word) && !(tokens[at + 1]!.before & Separator.open)) at--;
    const verb = lexicon.words('wish-verbs').has(tokens[at]!.word);
    const bracket = (tokens[at + 1]!.before & Separator.open) !== 0 && at + 1 > from;
    if (verb || bracket) {
      let comma = false;
      let joined = true;
      for (let i = from; i < at; i++) {
        const { word, before } = tokens[i]!;
        if (demands.has(word)) return false;
        if (i === from || bracket) continue;
        if (before & HARD_SEPARATORS & ~Separator.comma & ~Separator.quote) return false;
        if (before & Separator.comma) [comma, joined] = [true, false];
        if (word === 'and' || word === 'or') joined = true;
      }
      return !comma || joined;
    }
  }
  return lexicon.openings(tokens, from)('wish-openers');
}

/** No mark parts the words, and none of them demands. */
function oneClause(tokens: readonly Token[], from: number, to: number, demands: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at++) {
    if (demands.has(tokens[at]!.word) || (at > from && tokens[at]!.before & HARD_SEPARATORS & ~Separator.quote))
      return false;
  }
  return true;
}
