import type { BandComparison, Comparison } from '../types/market.ts';
import type { PayFigure } from '../types/pay.ts';
import type { Problem } from '../types/place.ts';
import type { Finding, Home, PostingReview, Review } from '../types/review.ts';
import { listOf } from '../wording.ts';
import { code, words } from './escape.ts';
import { lineLink } from './links.ts';
import { aPeriod, count, grouped } from './plain.ts';

/** A finding and where a person sees it. */
export interface Shown {
  readonly finding: Finding;
  readonly home: Home;
  /** A person answered or resolved its comment. */
  readonly settled: boolean;
}

/** What a changed policy would make of the same postings. */
export interface PolicyChange {
  readonly paths: readonly string[];
  /** The policy in force cannot be read and this change mends it, so it was judged by its own. */
  readonly mends: boolean;
  /** Absent where the new policy cannot be read; `problems` says why. */
  readonly after?: Review;
  readonly problems: readonly Problem[];
}

/** A posting that a change renames to what is no posting. */
export interface Left {
  readonly from: string;
  readonly to: string;
}

/** All that the texts for the approver are made of. */
export interface Approval {
  readonly review: Review;
  readonly shown: readonly Shown[];
  readonly showBands: boolean;
  readonly head: string;
  /** Commit that the policy comes from. */
  readonly base?: string;
  /** What changed since the commit reviewed before. */
  readonly since?: { readonly head: string; readonly fixed: number; readonly added: number };
  readonly policyChange?: PolicyChange;
  /** Why no posting was reviewed. */
  readonly empty?: string;
  /** Markdown that was not reviewed because it lies outside the folders of postings; told where nothing was reviewed. */
  readonly outside?: readonly string[];
  /** Postings that the change takes out of review by renaming them. */
  readonly left?: readonly Left[];
  /** What could not be posted, and why. */
  readonly notes: readonly string[];
  readonly checkUrl?: string;
  /** Address below which the files of the head commit lie; without it nothing links to their lines. */
  readonly files?: string;
}

/** `3 errors, 1 warning and 2 notices`; severities without a finding are left out. */
export function tally(review: Review): string {
  const { errors, warnings, notices } = review.totals;
  const parts = [
    ...(errors ? [count(errors, 'error')] : []),
    ...(warnings ? [count(warnings, 'warning')] : []),
    ...(notices ? [count(notices, 'notice')] : []),
  ];
  return listOf(parts) || 'no findings';
}

/** The verdict in one line without markup. */
export function verdictLine(approval: Approval): string {
  const { review } = approval;
  const problems = review.problems.filter(({ severity }) => severity === 'error').length;
  if (review.postings.length === 0 && problems === 0) return approval.empty ?? 'No job posting to review';
  const { waived } = review.totals;
  const known = review.debt?.known ? `, ${review.debt.known} known` : '';
  const more = (waived ? `, ${waived} waived` : '') + known + (problems ? `, ${count(problems, 'problem')}` : '');
  const verdict = review.verdict === 'fail' ? 'Fail' : 'Pass';
  return `${verdict}: ${tally(review)} in ${count(review.totals.postings, 'job posting')}${more}`;
}

/** The names of the columns of {@link postingRow}. Three are as many as a phone shows without scrolling. */
export const POSTING_HEAD = '| Posting | Pay | Findings |\n| --- | --- | --- |';

/** A posting as a row: the answer to “may I approve this?”. */
export function postingRow(each: PostingReview, approval: Approval): string {
  const { posting, comparison } = each;
  const about = [posting.lane.id, posting.level.id].filter((word) => word !== undefined);
  const cells = [
    [code(posting.path, true), ...(about.length > 0 ? [words(about.join(' · '))] : [])],
    [words(postedPay(each)), ...bandLines(comparison, approval.showBands).map(words)],
    findingsLines(each, approval),
  ];
  return `| ${cells.map((lines) => lines.join('<br>')).join(' | ')} |`;
}

const MARK = { error: '❌ ', warning: '⚠️ ', notice: '' } as const;

/** How many findings a posting has of each severity, each with a link to the first. */
function findingsLines({ posting, findings }: PostingReview, approval: Approval): string[] {
  const counts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const own = findings.filter((each) => each.severity === severity && !each.waived);
    const [first] = own;
    if (!first) return [];
    return [{ severity, text: lineLink(approval, count(own.length, severity), posting.path, first.line) }];
  });
  const good = counts.every(({ severity }) => severity === 'notice');
  const waived = findings.filter((each) => each.waived).length;
  const verdict = waived > 0 && counts.length === 0 ? `✅ ${waived} waived` : '✅ good';
  return [
    ...(good ? [verdict] : []),
    ...counts.map(({ severity, text }) => MARK[severity] + text),
    ...(waived > 0 && counts.length > 0 ? [`${waived} waived`] : []),
  ];
}

/** Pay as the posting states it: the declared range, else the first figure of the text. */
function postedPay({ posting }: PostingReview): string {
  const figure = posting.comp ?? posting.pay[0];
  if (!figure) return 'none stated';
  return payText(figure) + (figure.kind === 'total' || figure.kind === 'ote' ? ', total pay' : '');
}

/** `USD 165,000–215,000 a year`; no currency where the posting does not say it. */
export function payText({ min, max, currency, period, flags }: PayFigure): string {
  const range =
    min === null
      ? `up to ${grouped(max ?? 0)}`
      : max === null
        ? `from ${grouped(min)}`
        : min === max
          ? grouped(min)
          : `${grouped(min)}–${grouped(max)}`;
  const named = flags.includes('no-currency') ? range : `${currency} ${range}`;
  return `${named} ${aPeriod(period)}`;
}

function bandLines(comparison: Comparison, showBands: boolean): string[] {
  const { own, near, reason } = comparison;
  if (!own) {
    const next = near && showBands ? `; ${near.beside.band.level} is ${bandFigures(near.beside, comparison)}` : '';
    return [(reason ?? 'not compared') + next];
  }
  if (!showBands) return [`${place(own.midpointRatio, own.overlap)} the market band`];
  return [`band ${bandFigures(own, comparison)}`, `midpoint ratio ${own.midpointRatio.toFixed(2)}`];
}

/** The band in the posting's currency, as the comparison holds it. */
function bandFigures({ band, min, max }: BandComparison, { rate }: Comparison): string {
  return `${rate?.from ?? band.currency} ${thousands(min)}–${thousands(max)}`;
}

/** Without figures of the band: they could be worked out from the ratio. */
function place(ratio: number, overlap: number): string {
  if (overlap > 0) return 'overlaps';
  return ratio < 1 ? 'below' : 'above';
}

/** `165K`. */
export function thousands(value: number): string {
  return `${grouped(Math.round(value / 1000))}K`;
}
