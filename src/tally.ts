import type { Problem, Severity } from './types/place.ts';
import type { Policy } from './types/policy.ts';
import type { Debt, PostingReview, Summary } from './types/review.ts';

/** How grave each severity is, and `never` above them. */
export const RANK: Readonly<Record<Severity | 'never', number>> = { notice: 1, warning: 2, error: 3, never: 4 };

/** A posting's review and the problems met while judging it. */
export interface Judged {
  readonly review: PostingReview;
  readonly problems: readonly Problem[];
  /** What a baseline knows of it; its findings are without those then. */
  readonly debt?: Debt;
}

/** What postings add up to; holds none of them. */
export interface Counts {
  postings: number;
  waived: number;
  /** Findings whose fix the report tells. */
  fixes: number;
  /** Rank of the gravest finding that decides. */
  worst: number;
  readonly findings: Record<Severity, number>;
  readonly rules: Set<string>;
  readonly problems: Problem[];
  known: number;
  gone: number;
}

/** Counts postings one by one and keeps none. */
export interface Tally {
  /** Counts a posting, and how many of its findings have a fix that the report tells. */
  readonly add: (judged: Judged, fixes?: number) => void;
  /** Adds what another tally has counted. */
  readonly take: (counts: Counts) => void;
  readonly counts: Counts;
  /** Totals, and the verdict by the findings that decide and the problems, against `fail-on`. */
  readonly sum: (stray?: readonly Problem[]) => Summary;
}

/** A tally of no posting yet. */
export function createTally({ settings }: Policy): Tally {
  const counts: Counts = {
    postings: 0,
    waived: 0,
    fixes: 0,
    worst: 0,
    findings: { error: 0, warning: 0, notice: 0 },
    rules: new Set(),
    problems: [],
    known: 0,
    gone: 0,
  };
  return {
    counts,
    add({ review, problems, debt }, fixes = 0) {
      counts.postings++;
      counts.known += debt?.known ?? 0;
      counts.gone += debt?.gone ?? 0;
      counts.fixes += fixes;
      for (const problem of problems) counts.problems.push(problem);
      for (const finding of review.findings) {
        counts.rules.add(finding.rule);
        if (finding.waived) counts.waived++;
        else counts.findings[finding.severity]++;
        if (finding.decides) counts.worst = Math.max(counts.worst, RANK[finding.severity]);
      }
    },
    take(other) {
      counts.postings += other.postings;
      counts.waived += other.waived;
      counts.known += other.known;
      counts.gone += other.gone;
      counts.fixes += other.fixes;
      counts.worst = Math.max(counts.worst, other.worst);
      for (const severity of ['error', 'warning', 'notice'] as const) {
        counts.findings[severity] += other.findings[severity];
      }
      for (const rule of other.rules) counts.rules.add(rule);
      for (const problem of other.problems) counts.problems.push(problem);
    },
    sum(stray = []) {
      const { postings, waived, fixes, worst, findings, rules } = counts;
      const problems = [...stray, ...counts.problems];
      const gravest = problems.reduce((most, { severity }) => Math.max(most, RANK[severity]), worst);
      const { error: errors, warning: warnings, notice: notices } = findings;
      return {
        problems,
        stray,
        rules,
        fixes,
        totals: { postings, errors, warnings, notices, waived },
        verdict: gravest >= RANK[settings.failOn] ? 'fail' : 'pass',
      };
    },
  };
}
