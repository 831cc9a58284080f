import { describe, expect, test } from 'vitest';
import { payFromField } from '../../src/pay/field.ts';
import type { Field } from '../../src/types/posting.ts';
import { payVocabulary } from './vocabulary.ts';

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
    [{ min: 60000, max: 70000, currency: 'dollarz' }, 'names “dollarz”, which is no currency; did you mean USD?'],
    [{ min: 60000, max: 70000, currency: '<b>' }, 'names a currency that is no ISO code, such as USD or EUR'],
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

const HOW =
  'is no pay range; write it like $165,000-$215,000 or { min: 165000, max: 215000, currency: USD, period: year }';

describe('what is read of a declared value, and what is said of it', () => {
  test.each<[unknown, string, string]>([
    [{ max: 120000, value: 90000 }, '?-120000 USD/year [open-min]', ''],
    [{ min: 120000, value: 90000 }, '120000-? USD/year [open-max]', ''],
    [[15000, 150000], '15000-150000 USD/year', ''],
    [[15000, 150001], '', 'unparseable: its two ends, 15000 and 150001, do not belong to one range'],
    [['$15K', '$150K'], '15000-150000 USD/year', ''],
    ['15,000-150,000', '15000-150000 USD/year', ''],
    ['15K-160K', '', 'unparseable: its two ends, 15000 and 160000, do not belong to one range'],
    [6000, '6000-6000 USD/year', ''],
    [5999, '', 'unparseable: reads as 5999 a year; add a period such as /month'],
    [999, '', 'unparseable: reads as 999 a year; write 999K, or add a period such as /hour'],
    [1000, '', 'unparseable: reads as 1000 a year; add a period such as /month'],
    ['999-1000', '', 'unparseable: reads as 999 a year; add a period such as /month'],
    [[999, 1000], '', 'unparseable: reads as 999 a year; add a period such as /month'],
    [[164.6, 215.4], '', 'unparseable: reads as 164.6 a year; write 165K-215K, or add a period such as /hour'],
    ['$60/hr', '60-60 USD/hour', ''],
    ['$5,999/month', '5999-5999 USD/month', ''],
    ['from $5,999', '', 'unparseable: reads as 5999 a year; add a period such as /month'],
    ['up to $5,999', '', 'unparseable: reads as 5999 a year; add a period such as /month'],
    [{ min: 5999 }, '', 'unparseable: reads as 5999 a year; add a period such as /month'],
    [{ min: 6000 }, '6000-? USD/year [open-max]', ''],
    [{ max: 6000 }, '?-6000 USD/year [open-min]', ''],
    [0, '', `unparseable: ${HOW}`],
    ['$0', '', `unparseable: ${HOW}`],
    [[0, 100000], '', `unparseable: ${HOW}`],
    [[100000, 0], '', `unparseable: ${HOW}`],
    [[-5, 100000], '', `unparseable: ${HOW}`],
    [[100000], '', 'unparseable: is a list that is not [min, max]'],
    [[100000, 'x'], '', `unparseable: ${HOW}`],
    [['x', 100000], '', `unparseable: ${HOW}`],
    [[[100000], 120000], '', `unparseable: ${HOW}`],
    [[100000, null], '', `unparseable: ${HOW}`],
    [['from $100K', 'up to $150K'], '100000-150000 USD/year', ''],
    [['up to $100K', 'from $150K'], '', `unparseable: ${HOW}`],
    [['€100K', '$150K'], '100000-150000 EUR/year', ''],
    [['100K', '€150K'], '100000-150000 EUR/year', ''],
    [['$60/hr', '$70/hr'], '60-70 USD/hour', ''],
    [['60', '$70/hr'], '60-70 USD/hour', ''],
    [{ min: 100000, max: null }, '100000-? USD/year [open-max]', ''],
    [{ min: null, max: 100000 }, '?-100000 USD/year [open-min]', ''],
    [{ min: null, max: null }, '', `unparseable: ${HOW}`],
    [{ min: 'x', max: 100000 }, '', `unparseable: ${HOW}`],
    [{ min: 100000, max: 'x' }, '', `unparseable: ${HOW}`],
    [{ min: Number.NaN, max: 5 }, '', `unparseable: ${HOW}`],
    [[100000, Number.POSITIVE_INFINITY], '', `unparseable: ${HOW}`],
    [[Number.NaN, 100000], '', `unparseable: ${HOW}`],
    [{ minimum: 100000, maximum: 120000 }, '100000-120000 USD/year', ''],
    [{ low: 100000, high: 120000 }, '100000-120000 USD/year', ''],
    [{ from: 100000, to: 120000 }, '100000-120000 USD/year', ''],
    [{ lower: 100000, upper: 120000 }, '100000-120000 USD/year', ''],
    [{ start: 100000, end: 120000 }, '100000-120000 USD/year', ''],
    [{ minSalary: 100000, maxSalary: 120000 }, '100000-120000 USD/year', ''],
    [{ salary_min: 100000, 'salary-max': 120000 }, '100000-120000 USD/year', ''],
    [{ 'Min Value': 100000, 'Max Value': 120000 }, '100000-120000 USD/year', ''],
    [{ value: '100K-120K' }, '100000-120000 USD/year', ''],
    [{ amount: 100000 }, '100000-100000 USD/year', ''],
    [{ range: [100000, 120000] }, '100000-120000 USD/year', ''],
    [{ salary: '100K-120K' }, '100000-120000 USD/year', ''],
    [{ base: '100K-120K', equity: '0.1%' }, '100000-120000 USD/year', ''],
    [{ pay: '100K-120K' }, '100000-120000 USD/year', ''],
    [{ value: { value: 100000 } }, '100000-100000 USD/year', ''],
    [{ value: { value: { value: 100000 } } }, '100000-100000 USD/year', ''],
    [{ value: { value: { value: { value: 100000 } } } }, '', `unparseable: ${HOW}`],
    [{ value: 5, min: 100000, max: 120000 }, '100000-120000 USD/year', ''],
    [{ value: 'x' }, '', `unparseable: ${HOW}`],
    [{ value: null }, '', `unparseable: ${HOW}`],
    [{ range: '$100K-$120K', currency: 'EUR', period: 'month' }, '100000-120000 EUR/month', ''],
    [{ range: '€5000-€6000/month' }, '5000-6000 EUR/month', ''],
    [{ min: 100000, max: 120000, salaryCurrency: 'gbp' }, '100000-120000 GBP/year', ''],
    [{ min: 100000, max: 120000, currency_code: '€' }, '100000-120000 EUR/year', ''],
    [{ min: 100000, max: 120000, currency: ' EUR ' }, '100000-120000 EUR/year', ''],
    [{ min: 100000, max: 120000, currency: 'UYU' }, '100000-120000 UYU/year', ''],
    ...['XYZ', 'xyz', 'XYZW'].map((currency): [unknown, string, string] => [
      { min: 100000, max: 120000, currency },
      '',
      `unparseable: names “${currency}”, which is no currency; write its ISO code, such as USD or EUR`,
    ]),
    [{ min: 100000, max: 120000, currency: '' }, '100000-120000 USD/year', ''],
    [{ min: 100000, max: 120000, currency: null }, '100000-120000 USD/year', ''],
    [
      { min: 100000, max: 120000, currency: 5 },
      '',
      'unparseable: names a currency that is no ISO code, such as USD or EUR',
    ],
    [{ min: 60, max: 70, unit: 'HOUR' }, '60-70 USD/hour', ''],
    [{ min: 60, max: 70, interval: 'hourly' }, '60-70 USD/hour', ''],
    [{ min: 60, max: 70, frequency: 'per hour' }, '60-70 USD/hour', ''],
    [{ min: 60, max: 70, salaryPeriod: 'hour' }, '60-70 USD/hour', ''],
    [{ min: 60, max: 70, unitText: 'h' }, '60-70 USD/hour', ''],
    [{ min: 60, max: 70, per: 5 }, '', 'unparseable: names a period that is none of hour, day, week, month, year'],
    [{ min: 60000, max: 70000, per: '' }, '60000-70000 USD/year', ''],
    [{ min: 60000, max: 70000, per: null }, '60000-70000 USD/year', ''],
    [{ min: 600, max: 700, per: 'day' }, '600-700 USD/day', ''],
    [{ min: 3000, max: 4000, per: 'week' }, '3000-4000 USD/week', ''],
    [{ min: 3000, max: 4000, per: 'month' }, '3000-4000 USD/month', ''],
    [{ min: '$60/hr', max: '$70/hr' }, '60-70 USD/hour', ''],
    [{ min: '60', max: '$70/hr' }, '60-70 USD/hour', ''],
    [{ min: '€60K', max: '€70K' }, '60000-70000 EUR/year', ''],
    [{ min: '60K', max: '€70K' }, '60000-70000 EUR/year', ''],
    [
      { min: '60K', max: '60K' },
      '60000-60000 USD/year',
      'min-equals-max: names a range whose two ends are the same amount',
    ],
    [
      { min: 70000, max: 60000 },
      '60000-70000 USD/year [reversed]',
      'reversed: runs from 70000 down to 60000; write the lower end first',
    ],
    [
      '$70K-$60K',
      '60000-70000 USD/year [reversed]',
      'reversed: runs from 70000 down to 60000; write the lower end first → { min: 60000, max: 70000, currency: USD, period: year }',
    ],
    [
      '€70K-€60K per year',
      '60000-70000 EUR/year [reversed]',
      'reversed: runs from 70000 down to 60000; write the lower end first → { min: 60000, max: 70000, currency: EUR, period: year }',
    ],
    [
      '$70-$60/hr',
      '60-70 USD/hour [reversed]',
      'reversed: runs from 70 down to 60; write the lower end first → { min: 60, max: 70, currency: USD, period: hour }',
    ],
    [
      [70000, 60000],
      '60000-70000 USD/year [reversed]',
      'reversed: runs from 70000 down to 60000; write the lower end first → [60000, 70000]',
    ],
    [
      ['€70K', '€60K'],
      '60000-70000 EUR/year [reversed]',
      'reversed: runs from 70000 down to 60000; write the lower end first',
    ],
    ['$1.5M', '', `unparseable: ${HOW}`],
    ['$1.5M, $100K', '100000-100000 USD/year', ''],
    ['$100K-$120K plus $1M-$2M', '100000-120000 USD/year', ''],
    ['$100K-$120K, $130K', '100000-120000 USD/year', ''],
    ['$100K, $130K-$140K', '', 'unparseable: names several amounts; declare the one base range of this job'],
    ['$300,0000-$400,000', '', `unparseable: ${HOW}`],
    ['300,00-400,000', '', `unparseable: ${HOW}`],
    ['annual 100000-120000', '100000-120000 USD/year', ''],
    ['monthly 5000-6000', '5000-6000 USD/month', ''],
    ['5000-6000 a month', '5000-6000 USD/month', ''],
    ['18-24 lakhs', '1800000-2400000 INR/year', ''],
    ['18-24 lakhs per month', '1800000-2400000 INR/month', ''],
    ['₹18-24 lakhs', '1800000-2400000 INR/year', ''],
    ['$100K-$120K DOE', '100000-120000 USD/year', ''],
    ['about $100K', '100000-100000 USD/year [approx]', ''],
    ['$100K+', '100000-? USD/year [open-max]', ''],
    ['150000 + 186000', '', `unparseable: ${HOW}`],
    ['150000 -> 186000', '', `unparseable: ${HOW}`],
    ['150000 (186000)', '', `unparseable: ${HOW}`],
    ['$150K + $120K equity', '150000-150000 USD/year', ''],
    ['$150K + $20K', '150000-150000 USD/year', ''],
    ['€60K (£52K)', '60000-60000 EUR/year', ''],
    ['$150K (150,000)', '150000-150000 USD/year', ''],
    [new Date(0), '', 'unparseable: is a date, not pay; put the value in quotes'],
    [{ a: 1 }, '', `unparseable: ${HOW}`],
    [() => 1, '', `unparseable: ${HOW}`],
    [undefined, '', `unparseable: ${HOW}`],
    ['100-1200K', '', 'unparseable: its two ends, 100000 and 1200000, do not belong to one range'],
    ['$180K-$180,000', '180000-180000 USD/year', 'min-equals-max: names a range whose two ends are the same amount'],
  ])('%j', (value, range, told) => {
    const { figure, fault } = declare(value);
    const flags = figure?.flags.length ? ` [${figure.flags.join(' ')}]` : '';
    expect(figure ? `${figure.min ?? '?'}-${figure.max ?? '?'} ${figure.currency}/${figure.period}${flags}` : '').toBe(
      range,
    );
    expect(fault ? `${fault.code}: ${fault.detail}${fault.edit ? ` → ${fault.edit.text}` : ''}` : '').toBe(told);
  });
});

describe('a declared value with both ends in another notation', () => {
  test.each<[string, string]>([
    ['$150,000 / $180,000', '150000-180000'],
    ['150k/180k', '150000-180000'],
    ['150, 180k', '150000-180000'],
    ['150000, 180000', '150000-180000'],
    ['150000..180000', '150000-180000'],
    ['150000 180000', '150000-180000'],
    ['$150k & $180k', '150000-180000'],
    ['min $150k, max $180k', '150000-180000'],
    ['max $180k, min $150k', '150000-180000'],
    ['Min: 150000 Mid: 165000 Max: 180000', '150000-180000'],
    ['at least 150000 and at most 180000', '150000-180000'],
    ['150k base, 20k bonus', '150000-150000'],
    ['150k base / 200k OTE', '150000-150000'],
  ])('%j', (value, expected) => {
    const { figure, fault } = declare(value);
    expect(fault).toBeUndefined();
    expect(`${figure?.min}-${figure?.max}`).toBe(expected);
  });

  test.each<[unknown, RegExp]>([
    ['$150K, $165K, $180K', /several amounts/],
    ['150,000,180,000', /part the two ends/],
    ['180000, 150000', /write the lower end first/],
    ['L5 165-215K', /no pay range/],
  ])('%j is told, and no end is lost', (value, told) => {
    expect(declare(value).fault?.detail).toMatch(told);
  });
});

describe('a pay grade', () => {
  test.each([
    'GS-13',
    'GS-1560-12',
    'GS-12/13',
    'Band 7',
    'NHS Band 8a',
    'Grade 7',
    'E13',
    'TV-L E 13',
    'CO-02',
    'L5',
    'schaal 11',
  ])('%s is no money', (value) => {
    const { figure, fault } = declare(value);
    expect(figure).toBeUndefined();
    expect(fault?.detail).toMatch(/^names a pay grade/);
  });

  test.each<[string, string]>([
    ['Band 7 (£46,148 - £52,809)', '46148-52809'],
    ['GS-13, $103,409 - $134,435', '103409-134435'],
    ['Grade 7 - £46,148 to £52,809', '46148-52809'],
  ])('%s: the money beside it counts', (value, expected) => {
    const { figure } = declare(value);
    expect(`${figure?.min}-${figure?.max}`).toBe(expected);
  });
});
