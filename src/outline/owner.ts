import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Words } from '../markdown/line.ts';
import type { Block, Owner, SectionKind } from '../types/text.ts';

/** Whom a section speaks of, unless a sentence's own subject says otherwise. */
const BY_SECTION: Readonly<Record<SectionKind, Owner>> = {
  intro: 'role',
  duties: 'role',
  required: 'candidate',
  preferred: 'candidate',
  pay: 'process',
  benefits: 'company',
  company: 'company',
  process: 'process',
  legal: 'process',
  meta: 'role',
  unknown: 'role',
};

/** Lists of openings by the owner of a sentence that begins like them; the first that fits counts. */
const LISTS: readonly (readonly [string, Owner])[] = [
  ['role-openers', 'role'],
  ['team-openers', 'team'],
  ['customer-openers', 'customer'],
  ['employer-openers', 'company'],
];

/** Sections of prose, in which one sentence speaks of the role and the next of the company. */
const PROSE: ReadonlySet<SectionKind> = new Set(['intro', 'company', 'meta', 'unknown']);

/** Whose work, product or wish a sentence tells of: by its subject, else by its section. */
export function ownerOf(sentence: Words, kind: SectionKind, block: Block['kind'], lexicon: Lexicon): Owner {
  if (block === 'title' || block === 'heading') return 'role';
  const own = PROSE.has(kind) ? LISTS.find(([list]) => lexicon.opens(list, sentence))?.[1] : undefined;
  return own ?? BY_SECTION[kind];
}
