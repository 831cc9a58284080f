import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Band, BandComparison, Comparison } from '../../src/types/market.ts';
import type { PayFigure } from '../../src/types/pay.ts';
import type { Posting } from '../../src/types/posting.ts';
import type { Review } from '../../src/types/review.ts';
import { renderJson } from '../support/render.ts';
import { findingOf, postingOf, reviewOf, spanOf } from '../support/review.ts';

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schemas/report.schema.json', import.meta.url)), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true }).compile(schema);

const text = `---
lane: night
level: senior
comp: 100000-120000
---
# Night Guard

## What you need

- 6+ years of experience, 2 years with dogs
- 20 years in the village

## Pay

$100,000 to $120,000
`;

const figure = (words: string, from: PayFigure['from']): PayFigure => ({
  min: 100_000,
  max: 120_000,
  currency: 'USD',
  period: 'year',
  kind: from === 'body' ? 'unknown' : 'base',
  flags: from === 'body' ? ['approx'] : [],
  from,
  span: spanOf(text, words),
});

const statement = (words: string, kind: 'required' | 'company') => ({
  span: spanOf(text, words),
  tokens: { from: 0, to: 0 },
  block: 0,
  kind,
  owner: 'role' as const,
  opening: false,
});

const posting: Posting = postingOf(text, {
  lane: { id: 'night', alias: false },
  level: { id: 'senior', alias: false },
  title: { text: 'Night Guard', span: spanOf(text, 'Night Guard'), from: 'body' },
  comp: figure('100000-120000', 'frontmatter'),
  pay: [figure('100000-120000', 'frontmatter'), figure('$100,000 to $120,000', 'body')],
  statements: [statement('6+ years', 'required'), statement('20 years', 'company')],
  years: [
    { min: 6, max: null, scope: 'total', span: spanOf(text, '6+ years of experience'), statement: 0, group: 0 },
    { min: 8, max: null, scope: 'specialty', span: spanOf(text, '2 years with dogs'), statement: 0, group: 1 },
    { min: 20, max: null, scope: 'total', span: spanOf(text, '20 years'), statement: 1, group: 2 },
  ],
  sections: [
    {
      kind: 'meta',
      by: 'field',
      heading: '',
      headingSpan: { start: 0, end: 0 },
      span: { start: 0, end: 10 },
      level: 0,
    },
    {
      kind: 'required',
      by: 'heading',
      heading: 'What you need',
      headingSpan: spanOf(text, 'What you need'),
      span: { start: 10, end: text.length },
      level: 2,
    },
  ],
});

const band: Band = {
  lane: 'night',
  level: 'senior',
  min: 110_000,
  max: 150_000,
  currency: 'USD',
  period: 'year',
  source: 'a survey',
  asOf: '2026-05-01',
};
const beside: BandComparison = {
  band,
  min: 110_000,
  max: 150_000,
  midpoint: 130_000,
  midpointRatio: 0.85,
  overlap: 0.5,
  gap: null,
  penetration: { min: -0.25, mid: 0, max: 0.25 },
};
const comparison: Comparison = {
  posted: { min: 100_000, max: 120_000, midpoint: 110_000, currency: 'USD' },
  own: beside,
  others: [{ ...beside, gap: -1000 }],
  geo: { place: 'village', factor: 0.9 },
  rate: { from: 'EUR', to: 'USD', rate: 1.1 },
  benchmarks: [{ name: 'b', title: 'B', asOf: '2026', value: 1, currency: 'USD', note: 'n' }],
};

const full: Review = (() => {
  const review = reviewOf(
    [
      [
        posting,
        [findingOf(posting, 'Night Guard'), findingOf(posting, 'dogs', { waived: { reason: 'cats' }, decides: false })],
      ],
      [postingOf(''), []],
    ],
    [
      { path: 'x.md', severity: 'error', message: 'It is gone.' },
      {
        path: 'jobs/a.md',
        place: { line: 1, column: 2, endLine: 1, endColumn: 3 },
        severity: 'notice',
        message: 'So.',
      },
    ],
  );
  return { ...review, postings: [{ ...review.postings[0]!, comparison }, review.postings[1]!] };
})();

describe('the JSON report', () => {
  test.each([
    ['a full review', full, true],
    ['a full review without bands', full, false],
    ['a review of nothing', reviewOf([]), true],
  ])('of %s has the form of its schema', (_, review, showBands) => {
    const value = JSON.parse(renderJson(review, '1.2.3', showBands));
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  test('holds every field of a finding, places in lines and columns', () => {
    expect(JSON.parse(renderJson(full, '1.2.3', true)).postings[0]!.findings[1]).toEqual({
      rule: 'some-rule',
      severity: 'error',
      line: 10,
      column: 40,
      endLine: 10,
      endColumn: 44,
      found: 'dogs',
      message: '“dogs” stands here.',
      why: 'It costs candidates.',
      fix: 'Leave it out.',
      waived: { reason: 'cats' },
    });
  });

  test('takes the largest demand for total years among the requirements', () => {
    expect(JSON.parse(renderJson(full, '1.2.3', true)).postings[0]!.facts.years).toEqual({
      min: 6,
      max: null,
      text: '6+ years of experience',
    });
  });

  test('lists pay figures and headings with their lines', () => {
    const { facts } = JSON.parse(renderJson(full, '1.2.3', true)).postings[0]!;
    expect(facts.pay.map((each: PayFigure & { line: number }) => [each.from, each.line, each.min, each.max])).toEqual([
      ['frontmatter', 4, 100_000, 120_000],
      ['body', 15, 100_000, 120_000],
    ]);
    expect(facts.sections).toEqual([{ heading: 'What you need', kind: 'required', line: 8 }]);
  });

  test('keeps the numbers of a private band table out', () => {
    const json = renderJson({ ...full, postings: [full.postings[0]!] }, '1.2.3', false);
    expect(json).not.toMatch(/150000|130000|0\.85/);
    expect(JSON.parse(json).postings[0].comparison.reason).toMatch(/private/);
  });
});
