import type { Problem, Severity } from '../types/posting.ts';
import type { Finding, Review } from '../types/review.ts';
import { plain } from './plain.ts';
import { totalsText } from './totals.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/**
 * Workflow commands of GitHub Actions, one a finding, gravest first: GitHub shows only the first ten of each severity
 * of a step. A closing line counts them all.
 */
export function renderAnnotations(review: Review): string {
  const commands: { severity: Severity; text: string }[] = review.problems.map((problem) => ({
    severity: problem.severity,
    text: problemCommand(problem),
  }));
  for (const { findings } of review.postings) {
    for (const finding of findings) {
      if (!finding.waived) commands.push({ severity: finding.severity, text: findingCommand(finding) });
    }
  }
  commands.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return `${[...commands.map((each) => each.text), `jd-review: ${totalsText(review.totals)}: ${review.verdict}`].join('\n')}\n`;
}

function findingCommand(finding: Finding): string {
  const { severity, path, line, column, endLine, endColumn, rule, message, fix } = finding;
  // Columns are allowed on one line only; the end is inclusive there.
  const columns: [string, number][] =
    endLine === line
      ? [
          ['col', column],
          ['endColumn', Math.max(column, endColumn - 1)],
        ]
      : [];
  return command(
    severity,
    [['file', path], ['line', line], ['endLine', endLine], ...columns, ['title', rule]],
    `${plain(message)}\n${plain(fix)}`,
  );
}

function problemCommand({ severity, path, place, message }: Problem): string {
  const at: [string, number][] = place ? [['line', place.line]] : [];
  return command(severity, [['file', path], ...at], plain(message));
}

function command(name: Severity, properties: readonly (readonly [string, string | number])[], message: string): string {
  const list = properties.map(([key, value]) => `${key}=${property(String(value))}`).join(',');
  return `::${name} ${list}::${data(message)}`;
}

/** Escapes a message as the runner reads it. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
