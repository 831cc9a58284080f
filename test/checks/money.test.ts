import { describe, expect, test } from 'vitest';
import { amount, mendFigure, range } from '../../src/checks/money.ts';
import { payFromText } from '../../src/pay/read.ts';
import type { PayFigure } from '../../src/types/pay.ts';
import { payVocabulary } from '../pay/vocabulary.ts';

const span = { start: 0, end: 0 };

function declared(min: number, max: number, more: Partial<PayFigure> = {}): PayFigure {
  return { min, max, currency: 'USD', period: 'year', kind: 'base', flags: [], from: 'frontmatter', span, ...more };
}

function mend(text: string, comp: PayFigure): string | undefined {
  const [wrong] = payFromText(text, (index) => index, { section: 'pay', heading: '' }, payVocabulary);
  const edit = wrong && mendFigure(text, wrong, comp);
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

describe('a wrong figure is replaced in its own style', () => {
  test.each([
    ['Base: $155,000–$205,000 plus equity', 'Base: $165,000–$215,000 plus equity'],
    ['$155K - $205K', '$165K - $215K'],
    ['$155-205k base', '$165-215k base'],
    ['$155k-205', '$165k-215'],
    ['155 000 to 205 000 USD', '165 000 to 215 000 USD'],
    ['USD 155000 - 205000 a year', 'USD 165000 - 215000 a year'],
    ['We pay up to $230K base.', 'We pay $165K–$215K base.'],
    ['$150,000 and up', '$165,000–$215,000'],
    ['US$150k+', 'US$165k–$215k'],
    ['Salary from 150,000 USD', 'Salary 165,000–215,000 USD'],
  ])('%s', (text, expected) => {
    expect(mend(text, declared(165000, 215000))).toBe(expected);
  });

  test.each([
    ['€80.000 - €100.000', declared(85000, 105000, { currency: 'EUR' }), '€85.000 - €105.000'],
    ["CHF 110'000–130'000", declared(120000, 140000, { currency: 'CHF' }), "CHF 120'000–140'000"],
  ])('%s', (text, comp, expected) => {
    expect(mend(text, comp)).toBe(expected);
  });

  test.each([
    ['another currency', '€80,000 - €100,000', declared(165000, 215000)],
    ['another period', '$60/hr - $70/hr', declared(165000, 215000)],
    ['a notation that does not read back', '₹18,00,000 – ₹32,00,000', declared(2000000, 3000000, { currency: 'INR' })],
    ['three points', 'C$193,000 - C$227,000 - C$261,000', declared(165000, 215000, { currency: 'CAD' })],
    [
      'three points, two of them alike',
      'C$193,000 - C$193,000 - C$261,000',
      declared(165000, 215000, { currency: 'CAD' }),
    ],
    ['amounts that the suffix cannot write', '$155K - $205K', declared(165500, 215000)],
    ['an open declared range', '$155K - $205K', { ...declared(165000, 215000), max: null }],
  ])('not with %s', (_why, text, comp) => {
    expect(mend(text, comp)).toBeUndefined();
  });
});

test('amounts and ranges read as people write them', () => {
  expect(amount(165000, 'USD', payVocabulary)).toBe('$165,000');
  expect(amount(120000, 'CHF', payVocabulary)).toBe('CHF 120,000');
  expect(amount(78729.66, 'CAD', payVocabulary)).toBe('CAD 78,729.66');
  expect(range(declared(165000, 215000), payVocabulary)).toBe('$165,000–$215,000');
  expect(range(declared(60, 60, { period: 'hour', currency: 'EUR' }), payVocabulary)).toBe('€60 an hour');
  expect(range({ ...declared(1, 2), min: null, max: 80000 }, payVocabulary)).toBe('up to $80,000');
  expect(range({ ...declared(1, 2), min: 150000, max: null }, payVocabulary)).toBe('from $150,000');
});

describe('pay in lakhs is shown in lakhs', () => {
  test.each<[Partial<PayFigure>, string]>([
    [{ min: 3800000, max: 4600000 }, '₹38–46 lakh'],
    [{ min: 1250000, max: 1250000 }, '₹12.50 lakh'],
    [{ min: 12000000, max: 15000000 }, '₹1.20–1.50 crore'],
    [{ min: 1800000, max: null }, 'from ₹18 lakh'],
    [{ min: null, max: 1800000, period: 'month' }, 'up to ₹18 lakh a month'],
  ])('%j', (ends, shown) => {
    expect(range(declared(0, 0, { currency: 'INR', lakh: true, ...ends }), payVocabulary)).toBe(shown);
  });
});
