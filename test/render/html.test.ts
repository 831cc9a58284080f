import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPosting } from '../../src/posting/read.ts';
import { chartedPay, payChart } from '../../src/render/html/chart.ts';
import { json, written } from '../../src/render/html/escape.ts';
import { amount, range, shortAmount } from '../../src/render/html/money.ts';
import { htmlReport, type PageLook } from '../../src/render/html/page.ts';
import { verdictOf } from '../../src/render/html/pay.ts';
import { postingHtml } from '../../src/render/html/posting.ts';
import { rowOf } from '../../src/render/html/row.ts';
import { textOf } from '../../src/render/html/text.ts';
import { reviewPosting } from '../../src/review.ts';
import { policyFor } from '../support/examples.ts';
import { findingOf, NOTHING_COMPARED, postingOf } from '../support/review.ts';

const policy = policyFor(undefined);
const told = (text: string, path = 'jobs/a.md') =>
  reviewPosting(readPosting(path, text, policy.vocabulary), policy, '2026-11-22');
const plain = (html: string) => html.replace(/<[^>]*>/g, '');

const PAID = `---
lane: llm
level: senior
comp: 190k-230k
---
# Senior LLM Engineer
`;

describe('the text of a posting in the page', () => {
  test('is all there, with the words of each finding marked', () => {
    const posting = postingOf('one two\nthree four\n');
    const html = textOf(posting, [findingOf(posting, 'two'), findingOf(posting, 'four', { severity: 'notice' })]);
    expect(html).toBe(
      '<div class="line">one <mark class="error" data-f="0" role="button" tabindex="0">two</mark></div>' +
        '<div class="line">three <mark class="notice" data-f="1" role="button" tabindex="0">four</mark></div>',
    );
  });

  test('shows findings that lie over each other, the gravest in front', () => {
    const posting = postingOf('one two three\n');
    const findings = [
      findingOf(posting, 'one two', { severity: 'notice' }),
      findingOf(posting, 'two three', { severity: 'error' }),
    ];
    const marks = [...textOf(posting, findings).matchAll(/<mark class="(\w+)" data-f="([\d ]+)"[^>]*>([^<]*)/g)];
    expect(marks.map(([, kind, of, words]) => [kind, of, words])).toEqual([
      ['notice', '0', 'one '],
      ['error', '0 1', 'two'],
      ['error', '1', ' three'],
    ]);
  });

  test('marks a finding over several lines on each of them', () => {
    const posting = postingOf('one\r\ntwo\r\n\r\nthree\r\n');
    const html = textOf(posting, [findingOf(posting, 'two\r\n\r\nthree')]);
    expect(html.match(/<mark/g)).toHaveLength(2);
    expect(html.match(/role="button"/g)).toHaveLength(1);
    expect(html.match(/class="line"/g)).toHaveLength(4);
  });

  test('marks the place of what has no words', () => {
    const posting = postingOf('one two\n');
    const span = { start: 3, end: 3 };
    expect(textOf(posting, [{ ...findingOf(posting, 'one'), span }])).toContain(
      'one<mark class="error point" data-f="0"',
    );
  });

  test('of an empty posting is one empty line', () => {
    expect(textOf(postingOf(''), [])).toBe('<div class="line"><br></div>');
  });

  test('takes no longer than its length where thousands of findings lie over each other', () => {
    const posting = postingOf(`${'word '.repeat(4000)}\n`);
    const findings = Array.from({ length: 4000 }, (_, at) => ({
      ...findingOf(posting, 'word'),
      span: { start: at * 5, end: posting.text.length - 1 },
    }));
    expect(textOf(posting, findings).length).toBeLessThan(4000 * 200);
  });
});

describe('nothing of a posting is read as HTML', () => {
  const nasty = '<img src=x onerror=alert(1)></script><!--\u202e\0"\'&';

  test('in text', () => {
    expect(written(nasty)).toBe(
      '&lt;img src=x onerror=alert(1)&gt;&lt;/script&gt;&lt;!--<span class="unseen">U+202E</span>\ufffd&quot;&#39;&amp;',
    );
  });

  test('in the JSON of the page', () => {
    expect(json({ nasty })).not.toContain('<');
    expect(JSON.parse(json({ nasty }))).toEqual({ nasty });
  });

  test('in title, path, place, pay and findings', () => {
    const text = `---\ntitle: "${'<b>x</b>'}"\nlane: llm\nlevel: senior\nlocation: "<i>there</i>"\n---\n# <b>x</b>\n\n- <u>12+ years</u>\n`;
    const html = postingHtml(told(text, 'jobs/<s>.md'), true);
    expect(html).not.toMatch(/<(?:b>x|i>there|s>|u>)/);
    expect(plain(html)).toContain('&lt;i&gt;there&lt;/i&gt;');
  });
});

describe('pay in the page', () => {
  test('says in a sentence whether it is fair', () => {
    expect(verdictOf(told(PAID).review.comparison, true)).toBe(
      '$190,000–$230,000 a year is below the market band of llm senior, $260,000–$340,000. Its midpoint is 70% of the band’s; its top is $30,000 short of the band.',
    );
    expect(verdictOf(NOTHING_COMPARED, true)).toBe('Pay is not compared with the market: no pay stated.');
  });

  test('holds no figure of a private band, anywhere', () => {
    const { review, problems } = told(PAID);
    const pay = chartedPay(review, false)!;
    const page = [
      // What rules say of bands is worded elsewhere, and is no part of this.
      postingHtml({ review: { ...review, findings: [] }, problems }, false),
      json(rowOf(review, false)),
      JSON.stringify(pay),
      payChart([pay], []),
    ].join('\n');
    expect(page).not.toMatch(/\$(?:260|300|340|30)[,K]|70%|KORE1/);
    expect(page).toContain('below the market band. The band table is private.');
    expect(rowOf(review, false).pay.beside).toBeUndefined();
    expect(rowOf(review, true).pay.beside).toEqual([-0.87, -0.37]);
  });

  test('names each figure of the drawing in the table behind it', () => {
    const html = postingHtml(told(PAID), true);
    const table = /<details class="behind">.*?<\/details>/.exec(html)![0];
    for (const words of ['Market band', 'This posting', '$260,000–$340,000', '$190,000–$230,000', 'Glassdoor'])
      expect(table).toContain(words);
    expect(html).toMatch(/<svg class="drawing" role="img" aria-label="Pay beside the market\./);
  });

  test('is written as its currency is', () => {
    expect(amount(190_000, 'USD')).toBe('$190,000');
    expect(shortAmount(187_500, 'EUR')).toBe('€187.5K');
    expect(amount(2_400_000, 'INR', true)).toBe('₹24,00,000');
    expect(amount(1000, 'no currency')).toBe('1,000');
    expect(range({ min: 5, max: 5 }, 'USD')).toBe('$5');
  });

  test('is drawn for every posting of a group until they are too many, and says so', () => {
    const pay = chartedPay(told(PAID).review, true)!;
    const many = Array.from({ length: 600 }, (_, at) => ({ ...pay, min: pay.min + at * 100 }));
    const lines = (svg: string) => svg.match(/<line class="range/g)?.length;
    expect(lines(payChart(many.slice(0, 200), []))).toBe(200);
    expect(lines(payChart(many, []))).toBe(250);
    expect(payChart(many, [])).toContain('600 postings, 250 of them drawn');
  });
});

describe('the page', () => {
  const look: PageLook = {
    page: 'a<!-- rules -->b<!-- data -->c',
    rules: policy.known,
    sourceOf: ({ source }) => source,
    levels: ['mid', 'senior'],
    benchmarks: [],
    showBands: true,
    failOn: 'error',
    today: '2026-11-22',
    version: '1.2.3',
  };

  test('holds each posting deflated, so that many are read as one stream', () => {
    const report = htmlReport(look);
    const packed = [PAID, `${PAID}\n- one\n`].map((text) => Buffer.from(report.posting(told(text))[1]!, 'base64'));
    const whole = inflateRawSync(Buffer.concat([...packed, Buffer.from([3, 0])])).toString();
    expect(whole.split('\0')).toEqual([postingHtml(told(PAID), true), postingHtml(told(`${PAID}\n- one\n`), true), '']);
  });

  test('does not call passed what has errors and was not asked to fail', () => {
    const summary = {
      problems: [],
      stray: [],
      totals: { postings: 2, errors: 1, warnings: 0, notices: 0, waived: 0 },
      verdict: 'pass',
      rules: new Set<string>(),
      fixes: 0,
    } as const;
    const whole = (failOn: 'never' | 'error', errors: number) =>
      htmlReport({ ...look, page: '<!-- verdict -->', failOn })
        .whole({ ...summary, totals: { ...summary.totals, errors } })
        .join('');
    expect(whole('never', 1)).toContain('<p class="verdict-mark open">Not enforced</p>');
    expect(whole('never', 0)).toContain('<p class="verdict-mark pass">Passed</p>');
    expect(whole('error', 0)).toContain('<p class="verdict-mark pass">Passed</p>');
  });

  test('tells reason, fix and source of the rules that found something, once', () => {
    const summary = {
      problems: [],
      stray: [],
      totals: { postings: 1, errors: 1, warnings: 0, notices: 0, waived: 0 },
      verdict: 'fail',
      rules: new Set([policy.known[0]!.id]),
      fixes: 0,
    } as const;
    const text = htmlReport(look).whole(summary).join('');
    expect(text.match(/<template /g)).toHaveLength(1);
    expect(text).toContain(`<template data-id="${policy.known[0]!.id}">`);
  });
});
