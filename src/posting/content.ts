import type { SectionKind } from '../types.ts';
import type { Lexicon } from './lexicon.ts';
import { MAX_WORDS, plainWords } from './wordings.ts';

/** Lists of wordings by the kind of section that a sentence beginning like them belongs to; the first that fits counts. */
const LISTS: readonly (readonly [string, SectionKind])[] = [
  ['legal-openers', 'legal'],
  ['preferred-openers', 'preferred'],
  ['benefit-openers', 'benefits'],
  ['process-openers', 'process'],
  ['required-openers', 'required'],
  ['duty-openers', 'duties'],
  ['intro-openers', 'intro'],
  ['company-openers', 'company'],
];

/** Kind of section that the first words of a sentence show; undefined where they show none. */
export function kindOfText(plain: string, lexicon: Lexicon): SectionKind | undefined {
  const words = plainWords(plain.length > 160 ? plain.slice(0, 160) : plain).slice(0, MAX_WORDS);
  if (words.length === 0) return undefined;
  return LISTS.find(([list]) => lexicon.opens(list, words))?.[1];
}

/** The kind of at least six in ten, where at least `least` show it. */
export function majorityKind(kinds: readonly (SectionKind | undefined)[], least: number): SectionKind | undefined {
  const counts = new Map<SectionKind, number>();
  for (const kind of kinds) if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [kind, count] of counts) if (count >= least && count * 10 >= kinds.length * 6) return kind;
  return undefined;
}
