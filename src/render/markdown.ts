import type { Edit, Posting, Problem, Severity } from '../types/posting.ts';
import type { Finding, PostingReview, Review } from '../types/review.ts';
import { code, fence, words } from './escape.ts';
import { picture } from './picture.ts';
import { skippedMarkdown } from './skipped.ts';
import { totalsText } from './totals.ts';

/** What the Markdown report needs besides the review. */
export interface MarkdownOptions {
  readonly showBands: boolean;
  readonly failOn: Severity | 'never';
  /** Fixes that hold, by posting and by index of finding. */
  readonly fixes: ReadonlyMap<PostingReview, ReadonlyMap<number, readonly Edit[]>>;
}

/** The report as GitHub-flavoured Markdown; nothing quoted from a posting is read as markup. */
export function renderMarkdown(review: Review, options: MarkdownOptions): string {
  const known = new Set(review.postings.map((each) => each.posting.path));
  const stray = review.problems.filter((problem) => !known.has(problem.path));
  const parts = [`# jd-review: ${review.verdict}`, summary(review, options)];
  if (stray.length) {
    parts.push('## Could not be read', stray.map((each) => `- ${code(each.path)}: ${words(each.message)}`).join('\n'));
  }
  if (review.skipped?.length) parts.push(`${skippedMarkdown(review.skipped)}.`);
  for (const each of review.postings) {
    const problems = review.problems.filter((problem) => problem.path === each.posting.path);
    parts.push(...section(each, problems, options));
  }
  return `${parts.join('\n\n')}\n`;
}

function summary(review: Review, { failOn }: MarkdownOptions): string {
  const limit = failOn === 'never' ? 'Nothing fails: fail-on is never.' : `Fails from ${failOn} up.`;
  return `${totalsText(review.totals)}. ${limit}`;
}

function section(each: PostingReview, problems: readonly Problem[], options: MarkdownOptions): string[] {
  const { posting, findings, comparison } = each;
  const parts = [heading(posting)];
  const open = findings.map((finding, index) => ({ finding, index })).filter(({ finding }) => !finding.waived);
  const rows = [
    ...problems.map(({ place, severity, message }) =>
      row(place ? `${place.line}:${place.column}` : '–', severity, words(message), ''),
    ),
    ...open.map(({ finding, index }) => findingRow(finding, options.fixes.get(each)?.has(index) === true)),
  ];
  parts.push(
    rows.length
      ? ['| Place | Severity | Finding | Rule |', '| ---: | --- | --- | --- |', ...rows].join('\n')
      : 'Nothing found.',
  );
  const waived = findings.filter((finding) => finding.waived);
  if (waived.length) {
    parts.push(
      [
        'Waived:',
        '',
        ...waived.map((each) => `- line ${each.line}, ${code(each.rule)}: ${words(each.waived!.reason)}`),
      ].join('\n'),
    );
  }
  const drawn = picture(comparison, options.showBands);
  if (drawn) parts.push(fence(drawn, 'text'));
  return parts;
}

function heading(posting: Posting): string {
  const about = [posting.title?.text, posting.lane.id, posting.level.id].filter((word) => word !== undefined);
  return `## ${code(posting.path)}${about.length ? ` ${words(about.join(' · '))}` : ''}`;
}

function findingRow(finding: Finding, fixable: boolean): string {
  const mended = fixable ? ' _`--fix` mends this._' : '';
  return row(
    `${finding.line}:${finding.column}`,
    finding.severity,
    words(finding.message) + mended,
    code(finding.rule, true),
  );
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
