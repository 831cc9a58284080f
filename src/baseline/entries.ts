/** Findings by what stays the same when lines move, text is wrapped anew or a section gets another name. */
import { spokenText } from '../markdown/spoken.ts';
import type { Posting } from '../types/posting.ts';
import type { Finding, PostingReview } from '../types/review.ts';
import { foldedWords, quote } from '../wording.ts';

/** How many findings of a posting are alike, by {@link keyOf}. */
export type Entries = ReadonlyMap<string, number>;

/** Between rule and words of a key; neither holds it. */
const APART = '\0';

/** Rule and words of a finding. A figure that a rule counted itself, such as the length of the text, changes with every edit and does not count. */
export function keyOf({ rule, found, span }: Finding, posting: Posting): string {
  const isQuoted = !/\d/.test(found) || quote(spokenText(posting, span)) === found;
  return keyFrom(rule, isQuoted ? found : found.replace(/\d+/g, '#'));
}

/** The key of a rule's finding of these words. */
export function keyFrom(rule: string, found: string): string {
  return rule + APART + foldedWords(found);
}

/** Rule and words that a key is made of. */
export function partsOf(key: string): { readonly rule: string; readonly found: string } {
  const at = key.indexOf(APART);
  return { rule: key.slice(0, at), found: key.slice(at + 1) };
}

/** The findings of a posting that nobody waived. */
export function entriesOf({ posting, findings }: PostingReview): Entries {
  const entries = new Map<string, number>();
  for (const finding of findings) {
    if (finding.waived) continue;
    const key = keyOf(finding, posting);
    entries.set(key, (entries.get(key) ?? 0) + 1);
  }
  return entries;
}

/** How many findings these are. */
export function sumOf(entries: Entries): number {
  return [...entries.values()].reduce((sum, count) => sum + count, 0);
}
