import { describe, expect, test } from 'vitest';
import { payFromField } from '../../src/posting/pay.ts';
import type { Field } from '../../src/types/posting.ts';
import { payVocabulary } from './vocabulary-pay.ts';

const valueSpan = { start: 6, end: 20 };

function declare(value: unknown) {
  const field: Field = { key: 'comp', value, keySpan: { start: 0, end: 4 }, valueSpan };
  return payFromField(field, payVocabulary);
}

describe('a declared range', () => {
  test.each<[string, unknown, string]>([
    ['text', '165,000-215,000', '165000-215000 USD/year'],
    ['short text', '165K-215K', '165000-215000 USD/year'],
    ['text with signs', '$165,000 – $215,000 base', '165000-215000 USD/year'],
    ['another currency', '€80.000 - €100.000', '80000-100000 EUR/year'],
    ['rupees a year', '₹18,00,000 – ₹32,00,000 per annum', '1800000-3200000 INR/year'],
    ['lakhs', '40–60 LPA', '4000000-6000000 INR/year'],
    ['an hourly rate', '$95–$120/hr', '95-120 USD/hour'],
    ['a day rate', '£600 per day', '600-600 GBP/day'],
    ['a number', 165000, '165000-165000 USD/year'],
    ['a number in quotes', '165000', '165000-165000 USD/year'],
    ['a number with underscores', '165_000 - 215_000', '165000-215000 USD/year'],
    ['a list', [165000, 215000], '165000-215000 USD/year'],
    ['a list of texts', ['$165K', '$215K'], '165000-215000 USD/year'],
    ['a map', { min: 165000, max: 215000, currency: 'USD', period: 'year' }, '165000-215000 USD/year'],
    ['a map with other words', { low: '165k', high: '215k', currency: 'cad' }, '165000-215000 CAD/year'],
    ['a map by the hour', { min: 60, max: 70, currency: 'EUR', per: 'hour' }, '60-70 EUR/hour'],
    [
      'schema.org',
      { '@type': 'MonetaryAmount', currency: 'GBP', value: { minValue: 60000, maxValue: 75000, unitText: 'YEAR' } },
      '60000-75000 GBP/year',
    ],
    ['a range beside a bonus', '$165K-$215K + 15% bonus', '165000-215000 USD/year'],
    ['an open end', 'from $165,000', '165000-? USD/year'],
    ['an open map', { max: 215000 }, '?-215000 USD/year'],
  ])('as %s', (_name, value, expected) => {
    const { figure, fault } = declare(value);
    expect(fault).toBeUndefined();
    expect(figure && `${figure.min ?? '?'}-${figure.max ?? '?'} ${figure.currency}/${figure.period}`).toBe(expected);
    expect(figure?.from).toBe('frontmatter');
    expect(figure?.span).toEqual(valueSpan);
  });
});

describe('a declared value that is no range', () => {
  test.each<[unknown, string]>([
    ['165-215', 'reads as 165 a year; write 165K-215K, or add a period such as /hour'],
    [165, 'reads as 165 a year; write 165K, or add a period such as /hour'],
    ['165-2150', 'reads as 165 a year; write 165K, or add a period such as /hour'],
    ['4,500 - 5,500', 'reads as 4500 a year; add a period such as /month'],
    ['2026-01-01', 'reads as 2026 a year; add a period such as /month'],
    [new Date('2026-01-01'), 'is a date, not pay; put the value in quotes'],
    [{ min: 165, max: 215 }, 'reads as 165 a year; write 165K-215K, or add a period such as /hour'],
    [{ min: 60000, max: 70000, currency: 'dollarz' }, 'names a currency that is no ISO code, such as USD or EUR'],
    [{ min: 60000, max: 70000, period: 'fortnight' }, 'names a period that is none of hour, day, week, month, year'],
    [[1, 2, 3], 'is a list that is not [min, max]'],
    ['$150K-$180K or $200K-$230K', 'names several amounts; declare the one base range of this job'],
  ])('%j', (value, detail) => {
    const { figure, fault } = declare(value);
    expect(figure).toBeUndefined();
    expect(fault).toMatchObject({ code: 'unparseable', field: 'comp', detail, span: valueSpan });
  });

  test.each([
    'Not Disclosed',
    'As per company standards',
    'competitive',
    '',
    null,
    true,
    {},
    [],
    { min: 'lots' },
    '$300,0000',
    '$5M-$6M',
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('%j', (value) => {
    const { figure, fault } = declare(value);
    expect(figure).toBeUndefined();
    expect(fault?.code).toBe('unparseable');
  });

  test.each([[[180000, 180000]], ['180K-180K'], ['180000-180000'], [{ min: 180000, max: 180000 }]])(
    'a range of one point is a fault, yet the amount is known: %j',
    (value) => {
      const { figure, fault } = declare(value);
      expect(fault?.code).toBe('min-equals-max');
      expect(figure?.min).toBe(180000);
    },
  );

  test.each<[unknown, string | undefined]>([
    ['215K-165K', '{ min: 165000, max: 215000, currency: USD, period: year }'],
    ['215000-165000', '{ min: 165000, max: 215000, currency: USD, period: year }'],
    [[215000, 165000], '[165000, 215000]'],
    [{ min: 215000, max: 165000 }, undefined],
  ])('reversed ends are read in order and mended where that is certain: %j', (value, text) => {
    const { figure, fault } = declare(value);
    expect([figure?.min, figure?.max]).toEqual([165000, 215000]);
    expect(fault?.code).toBe('reversed');
    expect(fault?.edit?.text).toBe(text);
  });
});
