/** A document under review. */
import { hasPostingShape } from '../posting/declared.ts';
import { readPosting } from '../posting/read.ts';
import { reviewPosting } from '../review.ts';
import type { Judged } from '../tally.ts';
import { decode } from '../text-input.ts';
import type { Day } from '../types/place.ts';
import type { Policy, Standing } from '../types/policy.ts';

/** A posting's text, judged, and what judges another text in its place. */
export interface Reviewed {
  readonly policy: Policy;
  readonly judged: Judged;
  /** What is told of it: not what a baseline knows. */
  readonly told: Judged;
  readonly again: (text: string) => Judged;
}

/**
 * Judges a text as the file of a path; why it could not be read; or nothing where it is no posting, by the rules of `check`.
 * A text without a path of its own is judged where it has a posting's shape.
 */
export function judgeText(
  { text, path, standing }: { readonly text: string; readonly path: string; readonly standing: Standing },
  { policy, tell }: { readonly policy: Policy; readonly tell: (judged: Judged) => Judged },
  today: Day,
): Reviewed | { readonly problem: string } | undefined {
  if (standing === 'elsewhere' || standing === 'ignored') return undefined;
  const decoded = decode(Buffer.from(text));
  if ('problem' in decoded) return standing === 'posting' ? decoded : undefined;
  const { vocabulary } = policy;
  const posting = readPosting(path, text, vocabulary);
  if (standing !== 'posting' && !hasPostingShape(posting, vocabulary)) return undefined;
  const judged = reviewPosting(posting, policy, today);
  return {
    policy,
    judged,
    told: tell(judged),
    again: (changed) => reviewPosting(readPosting(path, changed, vocabulary), policy, today),
  };
}
