import type { Band } from '../types/market.ts';
import type { PostingReview } from '../types/review.ts';
import { ageingWords } from '../wording.ts';
import { type Approval, postingTable, thousands, verdictLine } from './approval.ts';
import { ALWAYS, fitPieces, LIMITS, type Piece } from './budget.ts';
import { debtLines } from './debt.ts';
import { code, fence, words } from './escape.ts';
import { picture } from './picture.ts';
import { unreviewedLines } from './skipped.ts';
import { findingRow, leftOut, problemRow, sum } from './summary.ts';

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
  const { review, policyChange } = approval;
  const pieces: Piece[] = [{ text: verdictLine(approval).replace(/\.?$/, '.'), rank: ALWAYS }];
  if (review.postings.length > 0) {
    const { head, rows } = postingTable(approval);
    pieces.push({ text: `\n${head}`, rank: ALWAYS, group: 'postings', head: true });
    for (const { text, fails } of rows) pieces.push({ text, rank: fails ? 80 : 35, group: 'postings' });
  }
  for (const problem of review.problems) pieces.push({ text: `\n${problemRow(problem)}`, rank: 85 });
  for (const line of review.debt ? debtLines(review.debt) : []) pieces.push({ text: `\n${line}`, rank: 75 });
  for (const line of unreviewedLines(approval)) pieces.push({ text: `\n${line}`, rank: 75 });
  if (policyChange) {
    pieces.push({
      text: '\nThis change edits the policy; it was judged by the policy that is in force now.',
      rank: 90,
    });
  }
  for (const part of sum(approval.shown)) pieces.push({ text: `\n${part}`, rank: ALWAYS });
  return fitPieces(pieces, LIMITS.check, leftOut).text;
}

/** Each posting in full; also the second half of the job summary. */
export function comparisonText(approval: Approval, limit: number): string {
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
  return fitPieces(pieces, limit, leftOut).text;
}

function posting(each: PostingReview, { showBands }: Approval): readonly Piece[] {
  const { posting, comparison, findings } = each;
  const about = [posting.title?.text, posting.lane.id, posting.level.id].filter((word) => word !== undefined);
  const group = `posting ${posting.path}`;
  const pieces: Piece[] = [
    { text: `\n#### ${code(posting.path)} ${words(about.join(' · '))}\n`, rank: 65 },
    { text: fence(picture(comparison, showBands)), rank: 64 },
  ];
  const open = findings.filter(({ waived }) => !waived);
  if (open.length > 0) {
    const head = '\n| Line | Severity | Finding | Rule |\n| ---: | --- | --- | --- |';
    pieces.push({ text: head, rank: ALWAYS, group, head: true });
    const rank = { error: 60, warning: 50, notice: 40 };
    for (const finding of open) pieces.push({ text: findingRow(finding), rank: rank[finding.severity], group });
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
