import type { Problem, Severity } from '../types/place.ts';
import type { Finding } from '../types/review.ts';
import { debtLines } from './debt.ts';
import { plain } from './plain.ts';
import type { Report } from './report.ts';
import { totalsText } from './totals.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/**
 * Workflow commands of GitHub Actions, one a finding, gravest first: GitHub shows only the first ten of each severity
 * of a step. A closing line counts them all.
 */
export function annotationsReport(): Report {
  const lines = (commands: readonly string[]) => commands.map((each) => `${each}\n`).join('');
  return {
    between: '',
    // A tray for each severity.
    posting: ({ review: { findings } }) =>
      ORDER.map((severity) =>
        lines(findings.filter((each) => each.severity === severity && !each.waived).map(findingCommand)),
      ),
    whole: ({ problems, totals, verdict, debt }) => [
      ...ORDER.flatMap((severity, tray) => [
        lines(problems.filter((problem) => problem.severity === severity).map(problemCommand)),
        { tray },
      ]),
      lines(debt ? debtLines(debt).map((line) => `jd-review: ${line}`) : []),
      `jd-review: ${totalsText(totals)}: ${verdict}\n`,
    ],
  };
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
