import type { Severity } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { Finding, Summary } from '../types/review.ts';
import { debtLines, nothingText } from './debt.ts';
import { code, fence, words } from './escape.ts';
import { picture } from './picture.ts';
import type { Report, Told } from './report.ts';
import { skippedMarkdown } from './skipped.ts';
import { totalsText } from './totals.ts';
import { waivedText } from './waived.ts';

/** What the Markdown report needs besides the review. */
export interface MarkdownOptions {
  readonly showBands: boolean;
  readonly failOn: Severity | 'never';
}

/** The report as GitHub-flavoured Markdown; nothing quoted from a posting is read as markup. */
export function markdownReport(options: MarkdownOptions): Report {
  return {
    between: '',
    posting: (told) => [`\n\n${section(told, options).join('\n\n')}`],
    whole: (summary) => [head(summary, options).join('\n\n'), { tray: 0 }, '\n'],
  };
}

function head({ verdict, totals, stray, skipped, debt }: Summary, { failOn }: MarkdownOptions): string[] {
  const limit = failOn === 'never' ? 'Nothing fails: fail-on is never.' : `Fails from ${failOn} up.`;
  const parts = [`# jd-review: ${verdict}`, `${totalsText(totals)}. ${limit}`];
  if (debt) parts.push(debtLines(debt).join(' '));
  if (stray.length) {
    parts.push('## Could not be read', stray.map((each) => `- ${code(each.path)}: ${words(each.message)}`).join('\n'));
  }
  if (skipped?.length) parts.push(`${skippedMarkdown(skipped)}.`);
  return parts;
}

function section({ review, problems, debt, fixes }: Told, { showBands }: MarkdownOptions): string[] {
  const { posting, findings, comparison } = review;
  const parts = [heading(posting)];
  const open = findings.map((finding, index) => ({ finding, index })).filter(({ finding }) => !finding.waived);
  const rows = [
    ...problems.map(({ place, severity, message }) =>
      row(place ? `${place.line}:${place.column}` : '–', severity, words(message), ''),
    ),
    ...open.map(({ finding, index }) => findingRow(finding, fixes?.has(index) === true)),
  ];
  parts.push(
    rows.length
      ? ['| Place | Severity | Finding | Rule |', '| ---: | --- | --- | --- |', ...rows].join('\n')
      : `${nothingText(debt)}.`.replace('n', 'N'),
  );
  const waived = findings.filter((finding) => finding.waived);
  if (waived.length) {
    parts.push(['Waived:', '', ...waived.map((each) => `- line ${each.line}, ${waivedText(each)}`)].join('\n'));
  }
  const drawn = picture(comparison, showBands);
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
