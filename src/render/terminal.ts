import { styleText } from 'node:util';
import type { Problem, Severity } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { Finding, Summary } from '../types/review.ts';
import { debtLines, nothingText } from './debt.ts';
import { picture } from './picture.ts';
import { count, plain } from './plain.ts';
import { byPath, type Report, type Told } from './report.ts';
import { skippedText } from './skipped.ts';
import { totalsText } from './totals.ts';
import { wrap } from './wrap.ts';

/** How the report for people looks. */
export interface Look {
  readonly colour: boolean;
  /** Columns to wrap messages at; without it each finding is one line. */
  readonly width?: number;
  readonly showBands: boolean;
  readonly failOn: Severity | 'never';
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const COLOUR = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;

/** The report for people: findings by posting, its pay beside the market, and a closing count. */
export function terminalReport(look: Look): Report {
  const paint: Paint = look.colour
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
  return {
    between: '',
    posting: (told) => [`${postingText(told, look, paint)}\n\n`],
    whole: (summary) => {
      const unread = [...byPath(summary.stray)].map(([path, problems]) =>
        [paint('bold', plain(path)), ...table(problems.map(problemRow), look, paint)].join('\n'),
      );
      const skipped = summary.skipped?.length ? wrap(skippedText(summary.skipped), look.width) : [];
      return [
        unread.map((text) => `${text}\n\n`).join(''),
        { tray: 0 },
        skipped.map((line) => `${paint('dim', line)}\n\n`).join(''),
        (summary.debt ? debtLines(summary.debt) : [])
          .flatMap((line) => wrap(line, look.width))
          .map((line) => `${line}\n`)
          .join(''),
        `${closing(summary, look, paint)}\n`,
      ];
    },
  };
}

interface Row {
  readonly place: string;
  readonly label: Severity | 'waived';
  readonly message: string;
  readonly rule: string;
}

function postingText({ review, problems, debt }: Told, look: Look, paint: Paint): string {
  const { posting, findings, comparison } = review;
  const rows = [...problems.map(problemRow), ...findings.map(findingRow)];
  const lines = heading(posting, look, paint);
  if (rows.length === 0) lines.push(paint('dim', `  ${nothingText(debt)}`));
  lines.push(...table(rows, look, paint));
  const drawn = picture(comparison, look.showBands, look.width && look.width - 2);
  if (drawn) lines.push('', ...drawn.split('\n').map((line) => (line ? `  ${plain(line)}` : '')));
  return lines.join('\n');
}

function heading(posting: Posting, { width }: Look, paint: Paint): string[] {
  const about = [posting.title?.text, posting.lane.id, posting.level.id].filter((word) => word !== undefined);
  const path = plain(posting.path);
  if (about.length === 0) return [paint('bold', path)];
  const words = plain(about.join(' · '));
  if (!width || path.length + 2 + words.length <= width) return [`${paint('bold', path)}  ${paint('dim', words)}`];
  return [paint('bold', path), ...wrap(words, width - 2).map((line) => `  ${paint('dim', line)}`)];
}

function findingRow(finding: Finding): Row {
  const place = `${finding.line}:${finding.column}`;
  return finding.waived
    ? { place, label: 'waived', message: `${finding.message} Waived: ${finding.waived.reason}`, rule: finding.rule }
    : { place, label: finding.severity, message: finding.message, rule: finding.rule };
}

function problemRow(problem: Problem): Row {
  const place = problem.place ? `${problem.place.line}:${problem.place.column}` : '-';
  return { place, label: problem.severity, message: problem.message, rule: '' };
}

/** Rows with their places and severities in columns, messages wrapped under themselves. */
function table(rows: readonly Row[], look: Look, paint: Paint): string[] {
  const placeWidth = rows.reduce((widest, row) => Math.max(widest, row.place.length), 0);
  return rows.flatMap((row) => {
    const lead = `  ${row.place.padStart(placeWidth)}  `;
    const label = row.label === 'waived' ? paint('dim', 'waived ') : paint(COLOUR[row.label], row.label.padEnd(7));
    const indent = lead.length + 9;
    const [first = '', ...rest] = wrap(plain(row.message), look.width && look.width - indent);
    const lines = [`${lead}${label}  ${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
    if (!row.rule) return lines;
    const last = lines.length - 1;
    const used = last === 0 ? indent + first.length : lines[last]!.length;
    if (look.width && used + row.rule.length + 2 > look.width) {
      return [...lines, ' '.repeat(indent) + paint('dim', row.rule)];
    }
    lines[last] += `  ${paint('dim', row.rule)}`;
    return lines;
  });
}

function closing(summary: Summary, look: Look, paint: Paint): string {
  const problems = summary.problems.length ? `, ${count(summary.problems.length, 'problem')}` : '';
  const totals = `${totalsText(summary.totals)}${problems}:`;
  const passed = summary.verdict === 'pass';
  const reason = passed ? '' : ` (fail-on is ${look.failOn})`;
  const verdict = `${passed ? paint('green', 'pass') : paint('red', 'fail')}${reason}`;
  const fits = !look.width || totals.length + 5 + reason.length <= look.width;
  return fits
    ? `${paint('bold', totals.slice(0, -1))}: ${verdict}`
    : [...wrap(totals, look.width).map((line) => paint('bold', line)), verdict].join('\n');
}
