import { lineOf } from '../finding-place.ts';
import type { BandComparison, Comparison } from '../types/market.ts';
import type { PayFigure } from '../types/pay.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { Posting, YearsClause } from '../types/posting.ts';
import type { Debt, Finding, PostingReview, Summary } from '../types/review.ts';
import type { Report } from './report.ts';

/** What a report says that tells of one part of a run only. */
export interface ShardMark {
  readonly index: number;
  readonly of: number;
  /** Name of policy, day and paths that the parts of one run share. */
  readonly policy: string;
  readonly failOn: Severity | 'never';
}

/** What stands in a report before its postings. */
export function headOf(
  version: string,
  { verdict, totals, debt, problems, skipped = [] }: Omit<Summary, 'stray' | 'rules'>,
  shard?: ShardMark,
) {
  return {
    version,
    ...(shard ? { shard } : {}),
    verdict,
    totals,
    ...(debt ? { baseline: debt } : {}),
    problems: problems.map(problemOf),
    skipped,
  };
}

/** The JSON report, one line with a final line break; its form is schemas/report.schema.json. */
export function jsonReport(version: string, showBands: boolean, shard?: ShardMark): Report {
  const encoded = encoder();
  return {
    between: ',',
    posting: ({ review, debt }) => [postingText(review, debt, showBands, encoded)],
    whole: (summary) => [
      `${JSON.stringify(headOf(version, summary, shard)).slice(0, -1)},"postings":[`,
      { tray: 0 },
      ']}\n',
    ],
  };
}

type Encoded = (words: string) => string;

/** Words as JSON. What rules say of each finding is the same text over and over: it is encoded once. */
function encoder(): Encoded {
  const known = new Map<string, string>();
  return (words) => {
    let text = known.get(words);
    if (text === undefined) {
      text = JSON.stringify(words);
      known.set(words, text);
    }
    return text;
  };
}

function problemOf({ path, place, severity, message }: Problem) {
  return { path, line: place?.line ?? null, column: place?.column ?? null, severity, message };
}

function postingText(
  { posting, findings, comparison }: PostingReview,
  debt: Debt | undefined,
  showBands: boolean,
  encoded: Encoded,
): string {
  const head = {
    path: posting.path,
    title: posting.title?.text ?? null,
    lane: posting.lane.id ?? null,
    level: posting.level.id ?? null,
    comp: posting.comp ? amounts(posting.comp) : null,
    comparison: comparisonOf(comparison, showBands),
    ...(debt?.known ? { known: debt.known } : {}),
  };
  const told = findings.map((finding) => findingText(finding, encoded)).join(',');
  return `${JSON.stringify(head).slice(0, -1)},"findings":[${told}],"facts":${JSON.stringify(factsOf(posting))}}`;
}

function findingText(finding: Finding, encoded: Encoded): string {
  const { rule, severity, line, column, endLine, endColumn, found, message, why, fix, waived } = finding;
  const own = JSON.stringify({ rule, severity, line, column, endLine, endColumn, found, message });
  return `${own.slice(0, -1)},"why":${encoded(why)},"fix":${encoded(fix)},"waived":${waived ? JSON.stringify(waived) : 'null'}}`;
}

function amounts({ min, max, currency, period }: PayFigure) {
  return { min, max, currency, period };
}

function factsOf(posting: Posting) {
  const years = mainYears(posting);
  return {
    pay: posting.pay.map((figure) => ({
      ...amounts(figure),
      kind: figure.kind,
      flags: figure.flags,
      from: figure.from,
      line: lineOf(posting.lineStarts, figure.span.start) + 1,
    })),
    years: years
      ? { min: years.min, max: years.max, text: posting.text.slice(years.span.start, years.span.end) }
      : null,
    sections: posting.sections
      .filter((section) => section.heading !== '')
      .map(({ heading, kind, headingSpan }) => ({
        heading,
        kind,
        line: lineOf(posting.lineStarts, headingSpan.start) + 1,
      })),
  };
}

/** The largest demand for total years among the requirements. */
function mainYears(posting: Posting): YearsClause | undefined {
  let main: YearsClause | undefined;
  for (const clause of posting.years) {
    if (clause.scope === 'specialty' || posting.statements[clause.statement]?.kind !== 'required') continue;
    if (!main || clause.min > main.min) main = clause;
  }
  return main;
}

/** A private band table's own numbers, and what gives them away, stay out when `showBands` is false. */
function comparisonOf(comparison: Comparison, showBands: boolean) {
  const { posted, own, near, others, geo, places, rate, benchmarks, reason } = comparison;
  return {
    posted: posted ? postedOf(posted) : null,
    own: own && showBands ? bandOf(own) : null,
    ...(near && showBands ? { near: { side: near.side, beside: bandOf(near.beside) } } : {}),
    others: showBands ? others.map(bandOf) : [],
    geo: geo ?? null,
    ...(places ? { places } : {}),
    rate: rate ?? null,
    benchmarks,
    reason: reason ?? (own && !showBands ? 'the band table is private' : null),
  };
}

function postedOf({ min, max, midpoint, currency, lakh, written }: NonNullable<Comparison['posted']>) {
  return { min, max, midpoint, currency, ...(lakh ? { lakh } : {}), ...(written ? { written } : {}) };
}

function bandOf({ band, min, max, midpoint, midpointRatio, overlap, gap, penetration }: BandComparison) {
  return { band, min, max, midpoint, midpointRatio, overlap, gap, penetration };
}
