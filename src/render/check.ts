import type { Band } from '../types/market.ts';
import type { PostingReview } from '../types/review.ts';
import { ageingWords } from '../wording.ts';
import { type Approval, thousands, verdictLine } from './approval.ts';
import { ALWAYS, LIMITS, type Piece } from './budget.ts';
import { debtLines } from './debt.ts';
import { code, fence, words } from './escape.ts';
import { PHONE, picture } from './picture.ts';
import { unreviewedLines } from './skipped.ts';
import { findingText, fitLinked, postingTables, problemRow, sum } from './summary.ts';

export interface CheckWords {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/** The check `comp vs market`: verdict and table, then each posting in full with benchmarks, sources and dates. */
export function renderCheck(approval: Approval): CheckWords {
  return {
    title: verdictLine(approval).slice(0, 255),
    summary: overview(approval),
    text: comparisonText(approval, LIMITS.check),
  };
}

function overview(approval: Approval): string {
  return fitLinked(approval, overviewPieces, LIMITS.check);
}

function overviewPieces(approval: Approval): readonly Piece[] {
  const { review, policyChange } = approval;
  return [
    { text: verdictLine(approval).replace(/\.?$/, '.'), rank: ALWAYS },
    ...postingTables(approval),
    ...review.problems.map((problem) => ({ text: `\n${problemRow(problem)}`, rank: 85 })),
    ...(review.debt ? debtLines(review.debt) : []).map((line) => ({ text: `\n${line}`, rank: 75 })),
    ...unreviewedLines(approval).map((line) => ({ text: `\n${line}`, rank: 75 })),
    ...(policyChange
      ? [{ text: '\nThis change edits the policy; it was judged by the policy that is in force now.', rank: 90 }]
      : []),
    ...sum(approval.shown).map((part) => ({ text: `\n${part}`, rank: ALWAYS })),
  ];
}

/** Each posting in full; also the second half of the job summary. */
export function comparisonText(approval: Approval, limit: number): string {
  return fitLinked(approval, comparisonPieces, limit);
}

function comparisonPieces(approval: Approval): readonly Piece[] {
  const { review, showBands } = approval;
  const pieces: Piece[] = [];
  for (const each of review.postings) pieces.push(...posting(each, approval));
  const bands = bandsOf(review.postings);
  if (showBands && bands.length > 0) {
    pieces.push({ text: '\n#### Market bands\n', rank: 20, group: 'bands', head: true });
    for (const band of bands) pieces.push({ text: bandRow(band), rank: 20, group: 'bands' });
  }
  const [first] = review.postings;
  if (first && first.comparison.benchmarks.length > 0) {
    pieces.push({ text: '\n#### Public benchmarks\n', rank: 15, group: 'benchmarks', head: true });
    for (const { name, title, value, min, max, currency, asOf, note } of first.comparison.benchmarks) {
      const figure = value !== undefined ? thousands(value) : `${thousands(min ?? 0)}–${thousands(max ?? 0)}`;
      const text = `- ${words(name)}, ${words(title)}: ${currency} ${figure} (${words(asOf)}). ${words(note)}`;
      pieces.push({ text, rank: 15, group: 'benchmarks' });
    }
  }
  return pieces;
}

function posting(each: PostingReview, approval: Approval): readonly Piece[] {
  const { posting, comparison, findings } = each;
  const about = [posting.title?.text, posting.lane.id, posting.level.id].filter((word) => word !== undefined);
  const pieces: Piece[] = [
    { text: `\n#### ${code(posting.path)} ${words(about.join(' · '))}\n`, rank: 65 },
    { text: fence(picture(comparison, approval.showBands, PHONE)), rank: 64 },
  ];
  const rank = { error: 60, warning: 50, notice: 40 };
  for (const finding of findings.filter(({ waived }) => !waived)) {
    pieces.push({ text: `- ${findingText(finding, approval)}`, rank: rank[finding.severity] });
  }
  return pieces;
}

function bandsOf(reviews: readonly PostingReview[]): readonly Band[] {
  const bands = new Map<string, Band>();
  for (const { comparison } of reviews) {
    const band = comparison.own?.band;
    if (band) bands.set(`${band.lane}/${band.level}`, band);
  }
  return [...bands.values()];
}

function bandRow({ lane, level, min, max, currency, source, asOf, aged }: Band): string {
  const ageing = aged ? `, ${ageingWords(aged.rate)}` : '';
  return `- ${lane} / ${level}: ${currency} ${thousands(min)}–${thousands(max)} at the offer stage (${words(source)}, ${asOf}${ageing})`;
}
