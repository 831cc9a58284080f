import type { Problem, Severity } from './types/place.ts';
import type { Policy } from './types/policy.ts';
import type { PostingReview, Summary } from './types/review.ts';

/** How grave each severity is, and `never` above them. */
export const RANK: Readonly<Record<Severity | 'never', number>> = { notice: 1, warning: 2, error: 3, never: 4 };

/** A posting's review and the problems met while judging it. */
export interface Judged {
  readonly review: PostingReview;
  readonly problems: readonly Problem[];
}

/** Counts postings one by one and keeps none. */
export interface Tally {
  /** Counts a posting, and how many of its findings have a fix that the report tells. */
  readonly add: (judged: Judged, fixes?: number) => void;
  /** Totals, and the verdict by the findings that decide and the problems, against `fail-on`. */
  readonly sum: (stray?: readonly Problem[]) => Summary;
}

/** A tally of no posting yet. */
export function createTally({ settings }: Policy): Tally {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  const problems: Problem[] = [];
  const rules = new Set<string>();
  let postings = 0;
  let waived = 0;
  let fixes = 0;
  let worst = 0;
  return {
    add({ review, problems: own }, fixed = 0) {
      postings++;
      fixes += fixed;
      for (const problem of own) problems.push(problem);
      for (const finding of review.findings) {
        rules.add(finding.rule);
        if (finding.waived) waived++;
        else counts[finding.severity]++;
        if (finding.decides) worst = Math.max(worst, RANK[finding.severity]);
      }
    },
    sum(stray = []) {
      const all = [...stray, ...problems];
      const gravest = all.reduce((most, { severity }) => Math.max(most, RANK[severity]), worst);
      const { error: errors, warning: warnings, notice: notices } = counts;
      return {
        problems: all,
        stray,
        rules,
        fixes,
        totals: { postings, errors, warnings, notices, waived },
        verdict: gravest >= RANK[settings.failOn] ? 'fail' : 'pass',
      };
    },
  };
}
