import { describe, expect, test } from 'vitest';
import { structureOf } from '../../src/bands/structure.ts';
import { unusual } from '../../src/bands/unusual.ts';
import { structureText } from '../../src/render/structure.ts';
import type { Band } from '../../src/types/market.ts';

const levels = ['mid', 'senior', 'staff'].map((id, at) => ({ id, years: { min: 3 * at, max: null } }));

const band = (level: string, min: number, max: number, more: Partial<Band> = {}): Band => ({
  lane: 'applied',
  level,
  min,
  max,
  currency: 'USD',
  period: 'year',
  source: 'Survey',
  asOf: '2026-03-01',
  ...more,
});

describe('a structure', () => {
  test('has spread, midpoint progression and overlap by their textbook formulas', () => {
    const [ladder] = structureOf(
      [band('senior', 150_000, 225_000), band('mid', 100_000, 160_000)],
      ['applied'],
      levels,
    );
    const [mid, senior] = ladder!.steps;
    expect(mid).toMatchObject({ midpoint: 130_000, spread: 0.6, progression: null, overlap: null, gap: null });
    expect(senior).toMatchObject({ midpoint: 187_500, spread: 0.5, gap: null });
    expect(senior!.progression).toBeCloseTo(187_500 / 130_000 - 1, 10);
    expect(senior!.overlap).toBeCloseTo(10_000 / 75_000, 10);
  });

  test('tells a gap, and then no overlap', () => {
    const [ladder] = structureOf(
      [band('mid', 100_000, 140_000), band('senior', 150_000, 200_000)],
      ['applied'],
      levels,
    );
    expect(ladder!.steps[1]).toMatchObject({ gap: 10_000, overlap: 0 });
  });

  test('has a ladder of its own for each lane, currency and period, in the order of lanes', () => {
    const bands = [
      band('mid', 90_000, 120_000, { lane: 'llm' }),
      band('mid', 60_000, 80_000, { currency: 'EUR' }),
      band('mid', 100_000, 140_000),
      band('mid', 50, 70, { period: 'hour' }),
    ];
    const ladders = structureOf(bands, ['applied', 'llm'], levels);
    expect(ladders.map(({ lane, currency, period }) => `${lane} ${currency} ${period}`)).toEqual([
      'applied EUR year',
      'applied USD year',
      'applied USD hour',
      'llm USD year',
    ]);
  });
});

describe('what is out of the ordinary', () => {
  const usual = { spread: [0.2, 1.2], progression: [0.05, 0.7], overlap: 0.7, months: 15 } as const;
  const notes = (...bands: Band[]) => unusual(structureOf(bands, ['applied'], levels), usual, '2026-11-22');

  test('nothing is said of a common structure', () => {
    expect(notes(band('mid', 100_000, 150_000), band('senior', 140_000, 210_000))).toEqual([]);
  });

  test.each([
    ['a narrow range', [band('mid', 100_000, 110_000)], 'narrow, spread 10%'],
    ['a wide range', [band('mid', 100_000, 230_000)], 'wide, spread 130%'],
    ['a small step', [band('mid', 100_000, 150_000), band('senior', 102_000, 152_000)], 'hardly a step up'],
    ['a large step', [band('mid', 100_000, 150_000), band('senior', 190_000, 280_000)], 'a level may be missing'],
    ['a gap', [band('mid', 100_000, 140_000), band('senior', 150_000, 210_000)], 'pay between the two has no level'],
    [
      'an overlap',
      [band('mid', 100_000, 150_000), band('senior', 110_000, 160_000)],
      '80% of the range lies in that of mid',
    ],
    ['an old day', [band('mid', 100_000, 150_000, { asOf: '2025-03-01' })], '20 months back'],
  ])('%s is', (_, bands, said) => {
    expect(notes(...bands).join('\n')).toContain(said);
  });
});

describe('its drawing', () => {
  const aged = { rate: 0.04, factor: 1.02, min: 98_000, max: 147_000 };
  const ladders = structureOf(
    [
      band('mid', 100_000, 150_000, { aged }),
      band('senior', 140_000, 210_000),
      band('staff', 220_000, 300_000, { source: 'A survey with a long name that goes on, 2026 edition' }),
    ],
    ['applied'],
    levels,
  );

  test('shows each band on the scale of its lane, with its figures, source, day and ageing', () => {
    expect(structureText(ladders, [], 80)).toBe(
      `applied (USD a year)
  mid       |====+=====|                                  100K-150K, mid 125K
            spread 50%; Survey 2026-03-01, aged 4% a year from 98K-147K
  senior             |======+=======|                     140K-210K, mid 175K
            spread 50%, midpoint +40%, overlap 14%; Survey 2026-03-01
  staff                               |=======+========|  220K-300K, mid 260K
            spread 36%, midpoint +49%, gap 10K; A survey with a long name that
            goes on, 2026 edition 2026-03-01
`,
    );
  });

  test.each([80, 60, 40])('fits %d columns', (width) => {
    const lines = structureText(
      ladders,
      ['a note that is rather long and goes on for a while, longer than a line'],
      width,
    ).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  test('prints nothing of a source that could move a cursor', () => {
    const hostile = structureOf([band('mid', 1000, 2000, { source: 'a\u001b[2Jb' })], ['applied'], levels);
    expect(structureText(hostile, [], 80)).not.toContain('\u001b');
  });
});
