/** What a whole tree shows that no single change does: what fell behind, what is over, what nobody obeys. Pure. */
import type { Band } from './types/market.ts';
import type { Day, Problem } from './types/place.ts';
import type { AuditSettings, Policy } from './types/policy.ts';
import type { Finding, PostingReview, Review } from './types/review.ts';

/** A posting whose pay fell behind. */
export interface Behind {
  readonly review: PostingReview;
  readonly findings: readonly Finding[];
  /** Day of the audit that listed it first. */
  readonly since: Day;
}

/** A rule whose errors and warnings stand in most postings. */
export interface Unobeyed {
  readonly rule: string;
  readonly postings: number;
  /** Those of them whose authors waived it. */
  readonly waived: number;
}

export interface Audit {
  readonly postings: number;
  readonly behind: readonly Behind[];
  /** Findings of the rules on time. */
  readonly past: readonly Finding[];
  /** Postings with errors that the lists above do not hold. */
  readonly failing: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  /** Waivers that silence nothing. */
  readonly idle: readonly Problem[];
  /** Files that could not be read, and other faults of postings and policy. */
  readonly problems: readonly Problem[];
  /** Bands in force that are old, or have no day. */
  readonly oldBands: readonly Band[];
  readonly unobeyed: readonly Unobeyed[];
}

/** The audit of a review of all postings. `since`: the day on which an earlier audit listed the pay of a posting first. */
export function auditOf(
  { postings, problems }: Review,
  { settings, market }: Policy,
  today: Day,
  since: (path: string) => Day | undefined,
): Audit {
  const { audit } = settings;
  const pay = new Set(audit.payRules);
  const time = new Set(audit.timeRules);
  const open = ({ waived }: Finding) => waived === undefined;
  const behind = postings.flatMap((review): Behind[] => {
    const findings = review.findings.filter((finding) => open(finding) && pay.has(finding.rule));
    const { path } = review.posting;
    return findings.length > 0 ? [{ review, findings, since: since(path) ?? today }] : [];
  });
  const failing = postings.flatMap(({ posting, findings }) => {
    const errors = findings.filter(
      ({ rule, severity, decides }) => decides && severity === 'error' && !pay.has(rule) && !time.has(rule),
    );
    return errors.length > 0 ? [{ path: posting.path, findings: errors }] : [];
  });
  return {
    postings: postings.length,
    behind: behind.sort((a, b) => ratioOf(a) - ratioOf(b)),
    past: postings.flatMap(({ findings }) => findings.filter((finding) => open(finding) && time.has(finding.rule))),
    failing,
    idle: problems.filter(({ idle }) => idle),
    problems: problems.filter(({ idle, severity }) => !idle && severity !== 'notice'),
    oldBands: market.bands.filter(({ asOf }) => isOld(asOf, audit.bandMonths, today)),
    unobeyed: unobeyedOf(postings, audit),
  };
}

/** Whether an audit has nothing to list. */
export function isClean(audit: Audit): boolean {
  const { behind, past, failing, idle, problems, oldBands, unobeyed } = audit;
  return [behind, past, failing, idle, problems, oldBands, unobeyed].every((list) => list.length === 0);
}

/** The furthest behind come first; pay that is only old comes last. */
function ratioOf({ review }: Behind): number {
  return review.comparison.own?.midpointRatio ?? Number.POSITIVE_INFINITY;
}

function isOld(asOf: string, months: number, today: Day): boolean {
  const [year = Number.NaN, month = Number.NaN, day = 1] = asOf.split('-').map(Number);
  const limit = new Date(Date.UTC(year, month - 1 + months, day));
  return Number.isNaN(limit.getTime()) || limit.toISOString().slice(0, 10) < today;
}

/** Rules on pay and time are listed by posting already. */
function unobeyedOf(
  postings: readonly PostingReview[],
  { payRules, timeRules, unobeyedShare, unobeyedPostings }: AuditSettings,
): readonly Unobeyed[] {
  const counts = new Map<string, { postings: number; waived: number }>();
  for (const { findings } of postings) {
    const grave = findings.filter(({ severity, waived }) => severity !== 'notice' || waived);
    for (const rule of new Set(grave.map((finding) => finding.rule))) {
      if (payRules.includes(rule) || timeRules.includes(rule)) continue;
      const count = counts.get(rule) ?? { postings: 0, waived: 0 };
      const waived = grave.some((finding) => finding.rule === rule && finding.waived);
      counts.set(rule, { postings: count.postings + 1, waived: count.waived + (waived ? 1 : 0) });
    }
  }
  const least = Math.max(unobeyedPostings, unobeyedShare * postings.length);
  return [...counts]
    .map(([rule, count]) => ({ rule, ...count }))
    .filter((each) => each.postings >= least)
    .sort((a, b) => b.postings - a.postings);
}
