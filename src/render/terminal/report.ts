import type { Posting } from '../../types/posting.ts';
import type { Summary } from '../../types/review.ts';
import { debtLines, nothingText } from '../debt.ts';
import { ASCII_MARKS, BOX_MARKS, picture } from '../picture.ts';
import { count, plain } from '../plain.ts';
import { byPath, type Report, type Told } from '../report.ts';
import { skippedText } from '../skipped.ts';
import { totalsText } from '../totals.ts';
import { displayWidth } from '../width.ts';
import { wrap } from '../wrap.ts';
import { findingsText, problemLines } from './finding.ts';
import { type Look, type Paint, paintOf } from './look.ts';
import { onceEach } from './reasons.ts';

/**
 * The report for people: findings by posting with the words underlined, its pay beside the market, and at the end the
 * counts, what `--fix` would mend, and what to do next.
 */
export function terminalReport(look: Look): Report {
  const paint = paintOf(look);
  return {
    between: '',
    posting: (told) => [`${postingText(told, look, paint)}\n\n`],
    whole: (summary) => {
      const unread = [...byPath(summary.stray)].map(([path, problems]) =>
        [paint('strong', plain(path)), ...problems.flatMap((each) => ['', ...problemLines(each, look, paint)])].join(
          '\n',
        ),
      );
      const skipped = summary.skipped?.length ? wrap(skippedText(summary.skipped), look.width) : [];
      return [
        unread.map((text) => `${text}\n\n`).join(''),
        { tray: 0, finish: onceEach() },
        skipped.length > 0 ? `${skipped.map((line) => paint('faint', line)).join('\n')}\n\n` : '',
        debtText(summary, look),
        `${closing(summary, look, paint).join('\n')}\n`,
      ];
    },
  };
}

function postingText(told: Told, look: Look, paint: Paint): string {
  const { posting, comparison } = told.review;
  const findings = findingsText(told, look, paint);
  const lines = [
    ...heading(posting, look, paint),
    ...(findings.length > 0 ? findings : [paint('faint', `  ${nothingText(told.debt)}`)]),
  ];
  const marks = look.boxes ? BOX_MARKS : ASCII_MARKS;
  const drawn = picture(comparison, look.showBands, look.width && look.width - 2, marks);
  if (drawn) lines.push('', ...drawn.split('\n').map((line) => (line ? `  ${plain(line)}` : '')));
  return lines.join('\n');
}

function heading(posting: Posting, { width }: Look, paint: Paint): string[] {
  const about = [posting.title?.text, posting.lane.id, posting.level.id].filter((word) => word !== undefined);
  const path = plain(posting.path);
  if (about.length === 0) return [paint('strong', path)];
  const words = plain(about.join(' · '));
  if (!width || displayWidth(`${path}  ${words}`) <= width)
    return [`${paint('strong', path)}  ${paint('faint', words)}`];
  return [paint('strong', path), ...wrap(words, width - 2).map((line) => `  ${paint('faint', line)}`)];
}

function debtText({ debt }: Summary, { width }: Look): string {
  const lines = (debt ? debtLines(debt) : []).flatMap((line) => wrap(line, width));
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

function closing(summary: Summary, look: Look, paint: Paint): string[] {
  const problems = summary.problems.length ? `, ${count(summary.problems.length, 'problem')}` : '';
  const totals = `${totalsText(summary.totals)}${problems}:`;
  const passed = summary.verdict === 'pass';
  const reason = passed ? '' : ` (fail-on is ${look.failOn})`;
  const verdict = `${passed ? paint('pass', 'pass') : paint('fail', 'fail')}${reason}`;
  const fits = !look.width || totals.length + 5 + reason.length <= look.width;
  const line = fits
    ? [`${paint('strong', totals.slice(0, -1))}: ${verdict}`]
    : [...wrap(totals, look.width).map((part) => paint('strong', part)), verdict];
  return [...line, ...wrap(next(summary), look.width).filter(Boolean)];
}

/** What to do now. */
function next({ totals, fixes }: Summary): string {
  if (totals.errors + totals.warnings + totals.notices === 0) return '';
  const mended = fixes > 0 ? `--fix mends ${fixes} of them (--fix --diff shows how). ` : '';
  return `${mended}jd-review explain RULE tells more of a rule, and how to waive it.`;
}
