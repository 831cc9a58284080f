import { debtLines } from '../render/debt.ts';
import { headOf } from '../render/json.ts';
import { byPath, type Report, type Told } from '../render/report.ts';
import { totalsText } from '../render/totals.ts';
import type { Problem } from '../types/place.ts';
import type { PostingReview, Summary, Totals } from '../types/review.ts';
import { VERSION } from '../version.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import type { MergeFlags } from './merge-flags.ts';
import { readReports, type ShardReport, type ToldPosting, type ToldProblem } from './merge-read.ts';
import { createPrinter, write } from './print.ts';

/** `jd-review merge`: puts the reports of all shards together as if one run had judged all postings. */
export async function merge(names: readonly string[], { format = 'compact' }: MergeFlags, io: Io): Promise<number> {
  if (format === 'human' || format === 'sarif' || format === 'html') {
    throw new UsageError(
      `“merge” cannot write ${format}: it needs the text of the postings, which the reports do not hold. Let each shard write its own with --format ${format}.`,
    );
  }
  const reports = readReports(names, io);
  const postings = reports.flatMap((report) => report.postings).sort(inOrder);
  const summary = summaryOf(reports, postings);
  if (format === 'json') {
    await write(io.stdout, jsonPieces(summary, postings));
  } else {
    const report = await reportFor(format, reports);
    const problems = byPath(summary.problems);
    const printer = createPrinter(report);
    for (const posting of postings) printer.add(report.posting(toldOf(posting, problems)));
    await printer.print(summary, io.stdout);
  }
  if (format === 'compact') for (const line of closing(summary)) io.stderr.write(`jd-review: ${line}\n`);
  return summary.verdict === 'fail' ? EXIT.findings : EXIT.pass;
}

async function reportFor(format: MergeFlags['format'], reports: readonly ShardReport[]): Promise<Report> {
  if (format === 'markdown') {
    const { failOn } = reports[0]!.shard;
    // Where bands are private, the reports hold none that could be shown.
    const showBands = true;
    const { markdownReport } = await import(/* webpackChunkName: "rare" */ '../render/markdown.ts');
    return markdownReport({ showBands, failOn });
  }
  if (format === 'github') {
    const { annotationsReport } = await import(/* webpackChunkName: "rare" */ '../render/annotations.ts');
    return annotationsReport();
  }
  const { compactReport } = await import(/* webpackChunkName: "rare" */ '../render/compact.ts');
  return compactReport();
}

/** What the lines for programs do not say. */
function closing({ totals, verdict, debt }: Summary): readonly string[] {
  return [...(debt ? debtLines(debt) : []), `${totalsText(totals)}: ${verdict}`];
}

function* jsonPieces(summary: Summary, postings: readonly ToldPosting[]): Generator<string> {
  yield `${JSON.stringify(headOf(VERSION, summary)).slice(0, -1)},"postings":[`;
  for (const [at, posting] of postings.entries()) yield (at === 0 ? '' : ',') + JSON.stringify(posting);
  yield ']}\n';
}

function summaryOf(reports: readonly ShardReport[], postings: readonly ToldPosting[]): Summary {
  const judged = new Set(postings.map(({ path }) => path));
  const problems = reports
    .flatMap((report) => report.problems)
    .sort(inOrder)
    .map(problemOf);
  const stray = problems.filter(({ path }) => !judged.has(path));
  const sum = (of: keyof Totals) => reports.reduce((total, { totals }) => total + totals[of], 0);
  const debt = (of: 'known' | 'gone') => reports.reduce((total, { baseline }) => total + (baseline?.[of] ?? 0), 0);
  return {
    verdict: reports.some(({ verdict }) => verdict === 'fail') ? 'fail' : 'pass',
    totals: {
      postings: sum('postings'),
      errors: sum('errors'),
      warnings: sum('warnings'),
      notices: sum('notices'),
      waived: sum('waived'),
    },
    // As one run has them: first what names no posting.
    problems: [...stray, ...problems.filter(({ path }) => judged.has(path))],
    stray,
    rules: new Set(),
    fixes: 0,
    skipped: reports.flatMap(({ skipped }) => skipped).sort(),
    ...(reports.some(({ baseline }) => baseline) ? { debt: { known: debt('known'), gone: debt('gone') } } : {}),
  };
}

function problemOf({ line, column, ...problem }: ToldProblem): Problem {
  if (line === null || column === null) return problem;
  return { ...problem, place: { line, column, endLine: line, endColumn: column } };
}

/** A posting as the reports for people take it: they read no more of it than the JSON report holds. */
function toldOf(posting: ToldPosting, problems: ReadonlyMap<string, readonly Problem[]>): Told {
  const { path, title, lane, level, known, findings } = posting;
  const named = (id: string | null) => (id === null ? {} : { id });
  const comparison = withoutNulls(posting.comparison);
  const review = {
    posting: { path, lane: named(lane), level: named(level), ...(title === null ? {} : { title: { text: title } }) },
    findings: findings.map((finding) => ({ ...withoutNulls(finding), path })),
    comparison,
  } as unknown as PostingReview;
  return { review, problems: problems.get(path) ?? [], ...(known ? { debt: { known, gone: 0 } } : {}) };
}

/** What a report writes as null is absent in a review. */
function withoutNulls(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

function inOrder(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
