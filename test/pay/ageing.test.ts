import { describe, expect, test } from 'vitest';
import { agedBands, ageingFactor, monthsBetween } from '../../src/pay/ageing.ts';
import type { Band } from '../../src/types/market.ts';

describe('ageing', () => {
  test.each([
    ['2026-01-01', '2026-10-01', 1.0225, 'the worked example of BLR: 3 % over nine months'],
    ['2025-01-01', '2026-07-01', 1.03 * 1.015, 'a whole year compounds, the rest is simple'],
    ['2026-01-15', '2026-02-14', 1, 'a month that is not over does not count'],
    ['2026-01-15', '2026-02-15', 1.0025, 'a month that is over does'],
    ['2027-01-01', '2026-02-15', 1, 'what is dated ahead is not aged'],
    ['undated', '2026-02-15', 1, 'what has no day is not aged'],
  ])('from %s to %s at 3 % is %f: %s', (from, today, factor) => {
    expect(ageingFactor(0.03, from, today)).toBeCloseTo(factor, 10);
  });

  test('months are whole ones, over years too', () => {
    expect(monthsBetween('2024-11-30', '2026-11-29')).toBe(23);
    expect(monthsBetween('2024-11-30', '2026-11-30')).toBe(24);
  });

  const band: Band = {
    lane: 'llm',
    level: 'senior',
    min: 260_000,
    max: 340_000,
    currency: 'USD',
    period: 'year',
    source: 'Survey',
    asOf: '2026-01-01',
  };

  test('an aged band says from what it was aged, and is in whole units', () => {
    const [aged] = agedBands([band], 0.04, '2026-11-22');
    expect(aged).toEqual({
      ...band,
      min: 268_667,
      max: 351_333,
      aged: { rate: 0.04, factor: 1 + 0.4 / 12, min: 260_000, max: 340_000 },
    });
  });

  test('pay by the hour keeps its cents', () => {
    expect(agedBands([{ ...band, min: 50, max: 60.5, period: 'hour' }], 0.04, '2026-11-22')[0]).toMatchObject({
      min: 51.67,
      max: 62.52,
    });
  });

  test('without a rate bands stay as they are', () => {
    expect(agedBands([band], undefined, '2026-11-22')[0]).toBe(band);
  });
});
