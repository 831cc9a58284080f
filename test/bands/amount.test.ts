import { describe, expect, test } from 'vitest';
import { readAmount, readDate } from '../../src/bands/amount.ts';

describe('figures in cells', () => {
  test.each([
    ['150000', 150_000],
    ['150,000', 150_000],
    ['150,000.50', 150_000.5],
    ['1.234,56', 1234.56],
    ['68.500,00', 68_500],
    ["160'000", 160_000],
    ['90 000', 90_000],
    ['18,00,000', 1_800_000],
    ['62.45', 62.45],
    [' 150000 ', 150_000],
    [150_000.125, 150_000.125],
  ])('“%s” is %d', (cell, value) => {
    expect(readAmount(cell)).toEqual({ value });
  });

  test.each([
    ['$150K', 150_000, '$'],
    ['$1.2M', 1_200_000, '$'],
    ['€ 80.000', 80_000, '€'],
    ['80 000 €', 80_000, '€'],
    ['CA$120,000', 120_000, 'CA$'],
    ['USD 165,000', 165_000, 'USD'],
    ['420000 kr', 420_000, 'kr'],
    ['120 000 zł', 120_000, 'zł'],
  ])('“%s” is %d in %s', (cell, value, sign) => {
    expect(readAmount(cell)).toEqual({ value, sign });
  });

  test.each([
    '',
    'n/a',
    'P50',
    '150-180',
    '150,000 to 180,000',
    '15%',
    '=SUM(A1:A9)',
    '$150K USD',
    '1.2.3',
    '300,0000',
  ])('“%s” is no amount', (cell) => {
    expect(readAmount(cell)).toBeUndefined();
  });
});

describe('days in cells', () => {
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-03', '2026-03-01'],
    ['2026-03-01T00:00:00Z', '2026-03-01'],
    ['01.03.2026', '2026-03-01'],
    ['1.3.26', '2026-03-01'],
    ['3/31/2026', '2026-03-31'],
    ['31/3/2026', '2026-03-31'],
    ['4/4/2026', '2026-04-04'],
    ['1-Mar-26', '2026-03-01'],
    ['01 March 2026', '2026-03-01'],
    ['March 1, 2026', '2026-03-01'],
    ['March 2026', '2026-03-01'],
    ['Mar-26', '2026-03-01'],
  ])('“%s” is %s', (cell, day) => {
    expect(readDate(cell)).toBe(day);
  });

  test('a day that can be two is told, and read where its order is said', () => {
    expect(readDate('3/4/2026')).toBe('ambiguous');
    expect(readDate('3/4/2026', 'day-first')).toBe('2026-04-03');
    expect(readDate('3/4/2026', 'month-first')).toBe('2026-03-04');
  });

  test.each(['', '2026', '31.02.2026', '13/13/2026', '2026-02-30', 'soon', 'Foo 2026', '3/31/2026x'])(
    '“%s” is no day',
    (cell) => {
      expect(readDate(cell)).toBeUndefined();
    },
  );

  test('an order that the calendar refuses is not turned round', () => {
    expect(readDate('31/3/2026', 'month-first')).toBeUndefined();
  });
});
