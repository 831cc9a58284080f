import { constants, deflateRawSync } from 'node:zlib';
import type { Benchmark } from '../../types/market.ts';
import type { Day, Severity } from '../../types/place.ts';
import type { Rule } from '../../types/policy.ts';
import type { Summary } from '../../types/review.ts';
import { count } from '../plain.ts';
import type { Report } from '../report.ts';
import { skippedText } from '../skipped.ts';
import { chartedPay, type Pay, payChart } from './chart.ts';
import { html, json, written } from './escape.ts';
import { postingHtml } from './posting.ts';
import { rowOf } from './row.ts';
import { APART, type Facts, ID } from './shape.ts';

/** What the page tells besides the postings. */
export interface PageLook {
  /** The page that scripts/report-page.ts makes: styles and script are in it, `<!-- name -->` stands for what is told. */
  readonly page: string;
  readonly rules: readonly Rule[];
  /** Where a rule comes from, in words or as a link. */
  readonly sourceOf: (rule: Rule) => string;
  readonly levels: readonly string[];
  readonly benchmarks: readonly Benchmark[];
  readonly showBands: boolean;
  readonly failOn: Severity | 'never';
  readonly today: Day;
  readonly version: string;
}

/**
 * The report as one page that needs nothing else. Its trays: a line of JSON for each posting, which the overview is made of;
 * the posting itself, deflated, which is read when it is opened; its pay for the chart.
 */
export function htmlReport(look: PageLook): Report {
  return {
    between: '\n',
    posting(told) {
      const pay = chartedPay(told.review, look.showBands);
      return [
        json(rowOf(told.review, look.showBands)),
        packed(postingHtml(told, look.showBands)),
        pay ? JSON.stringify(pay) : '',
      ];
    },
    whole(summary) {
      const pays: Pay[] = [];
      const collected = (lines: string) => {
        for (const line of lines.split('\n')) if (line !== '') pays.push(JSON.parse(line) as Pay);
        return '';
      };
      const parts: Readonly<Record<string, ReturnType<Report['whole']>>> = {
        title: [html(titleOf(summary, look))],
        verdict: [verdictOf(summary, look)],
        totals: [totalsOf(summary)],
        problems: [problemsOf(summary)],
        chart: [{ tray: 2, finish: collected }, () => payChart(pays, look.benchmarks)],
        rules: [rulesOf(summary, look)],
        data: [
          `<script type="application/json" id="${ID.facts}">${json(factsOf(summary, look))}</script>\n<script type="text/plain" id="${ID.rows}">`,
          { tray: 0 },
          `</script>\n<script type="text/plain" id="${ID.postings}">`,
          { tray: 1 },
          '</script>',
        ],
        about: [`jd-review ${html(look.version)}, as of ${html(look.today)}`],
      };
      return look.page.split(/<!-- (\w+) -->/).flatMap((text, at) => (at % 2 === 0 ? [text] : (parts[text] ?? [])));
    },
  };
}

/** Deflated without an end, so that the page can inflate one alone or many in a row as one stream. */
function packed(text: string): string {
  return deflateRawSync(text + APART, { finishFlush: constants.Z_SYNC_FLUSH }).toString('base64');
}

function titleOf(summary: Summary, { failOn }: PageLook): string {
  return `${markOf(summary, failOn).words}: ${count(summary.totals.postings, 'posting')} reviewed`;
}

/** Beside errors a green “Passed” would read as “all is well”, though nothing was asked to fail. */
function markOf({ verdict, totals }: Summary, failOn: PageLook['failOn']): { tone: string; words: string } {
  if (failOn === 'never' && totals.errors > 0) return { tone: 'open', words: 'Not enforced' };
  return verdict === 'pass' ? { tone: 'pass', words: 'Passed' } : { tone: 'fail', words: 'Failed' };
}

function verdictOf(summary: Summary, { failOn }: PageLook): string {
  const { postings } = summary.totals;
  const { tone, words } = markOf(summary, failOn);
  const why =
    failOn === 'never'
      ? 'no finding fails the review'
      : `${failOn === 'notice' ? 'any finding' : failOn === 'warning' ? 'an error or a warning' : 'an error'} fails the review`;
  return `<p class="verdict-mark ${tone}">${words}</p><p class="lede">${postings.toLocaleString('en-US')} ${postings === 1 ? 'posting' : 'postings'} reviewed; ${why}.</p>`;
}

function totalsOf({ totals }: Summary): string {
  const tiles = [
    ['error', totals.errors, 'errors'],
    ['warning', totals.warnings, 'warnings'],
    ['notice', totals.notices, 'notices'],
    ['waived', totals.waived, 'waived'],
  ] as const;
  return tiles
    .map(([kind, number, name]) => `<li class="${kind}"><b>${number.toLocaleString('en-US')}</b> ${name}</li>`)
    .join('');
}

function problemsOf({ problems, skipped }: Summary): string {
  const shown = problems.slice(0, SHOWN);
  const more = problems.length - shown.length;
  const items = shown.map(({ path, place, message }) => {
    const where = place ? `${path}:${place.line}` : path;
    return `<li><code>${written(where)}</code> ${written(message)}</li>`;
  });
  if (more > 0) items.push(`<li>and ${more} more, which the report in JSON lists</li>`);
  const list = items.length
    ? `<details open><summary>${count(problems.length, 'problem')} while reading</summary><ul>${items.join('')}</ul></details>`
    : '';
  const left = skipped?.length ? `<p class="quiet">${written(skippedText(skipped))}</p>` : '';
  return list || left ? `<section class="card problems" aria-label="Problems">${list}${left}</section>` : '';
}

/** Problems that the page lists. */
const SHOWN = 200;

function found({ rules: ids }: Summary, { rules }: PageLook): readonly Rule[] {
  return rules.filter(({ id }) => ids.has(id));
}

/** Reason, fix and source of each rule that found something, for the postings to take. */
function rulesOf(summary: Summary, look: PageLook): string {
  return found(summary, look)
    .map((rule) => {
      const source = look.sourceOf(rule);
      const link = /^https?:\/\/\S+$/.test(source)
        ? `<a href="${html(source)}" rel="noopener noreferrer" target="_blank">${html(new URL(source).hostname)}</a>`
        : html(source);
      return `<template data-id="${html(rule.id)}"><dl class="reason"><dt>Why</dt><dd>${html(rule.why)}</dd><dt>Fix</dt><dd>${html(rule.fix)}</dd><dt>Source</dt><dd>${link} · rule <code>${html(rule.id)}</code></dd></dl></template>`;
    })
    .join('');
}

function factsOf(summary: Summary, look: PageLook): Facts {
  const rules = Object.fromEntries(found(summary, look).map(({ id, title }) => [id, title]));
  return { levels: look.levels, rules };
}
