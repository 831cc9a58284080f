import { describe, expect, test } from 'vitest';
import { BOX_MARKS, picture } from '../../src/render/picture.ts';
import type { BandComparison, Comparison } from '../../src/types/market.ts';

const posted = { min: 190000, max: 230000, midpoint: 210000, currency: 'USD' };

function beside(lane: string, min: number, max: number, more: Partial<BandComparison> = {}): BandComparison {
  const band = {
    lane,
    level: 'senior',
    min,
    max,
    currency: 'USD',
    period: 'year' as const,
    source: 'KORE1',
    asOf: '2026-05-01',
  };
  const midpoint = (min + max) / 2;
  return {
    band,
    min,
    max,
    midpoint,
    midpointRatio: posted.midpoint / midpoint,
    overlap: 0,
    gap: null,
    penetration: { min: -0.5, mid: 0, max: 0.5 },
    ...more,
  };
}

const collision: Comparison = {
  posted,
  own: beside('llm', 260000, 340000, { gap: -30000 }),
  others: [beside('applied', 200000, 260000, { overlap: 0.75 })],
  benchmarks: [],
};

describe('the picture of a comparison', () => {
  test('draws the band, the posting and the lane it fits better on one axis', () => {
    expect(picture(collision, true)).toBe(
      [
        'llm / senior      160K  200K    240K     280K    320K   360K',
        'market band                            |=======+=======|      260K-340K, mid 300K (KORE1, 2026-05)',
        'this posting            |###+###|                             190K-230K, mid 210K, ratio 0.70, gap -30K',
        'applied band              |-----+------|                      200K-260K, mid 230K, ratio 0.91, overlap 75%',
      ].join('\n'),
    );
  });

  test('draws with box characters where it is told to, in the same columns', () => {
    const [ascii, boxes] = [picture(collision, true), picture(collision, true, undefined, BOX_MARKS)];
    expect(boxes.split('\n').slice(1)).toEqual([
      'market band                            ├───────┼───────┤      260K-340K, mid 300K (KORE1, 2026-05)',
      'this posting            ┣━━━╋━━━┫                             190K-230K, mid 210K, ratio 0.70, gap -30K',
      'applied band              ├╌╌╌╌╌┼╌╌╌╌╌╌┤                      200K-260K, mid 230K, ratio 0.91, overlap 75%',
    ]);
    expect(boxes.split('\n').map((line) => line.length)).toEqual(ascii.split('\n').map((line) => line.length));
  });

  test('leaves another lane out where the own band fits as well', () => {
    const fitting = { ...collision, own: beside('llm', 180000, 240000, { overlap: 1 }) };
    expect(picture(fitting, true)).not.toContain('applied');
  });

  test('names the place factor and the rate it used', () => {
    const local = { ...collision, geo: { place: 'Kraków', factor: 0.8 }, rate: { from: 'EUR', to: 'USD', rate: 1.1 } };
    const lines = picture(local, true).split('\n');
    expect(lines.at(-1)?.trim()).toBe('bands x 0.8 for Krakow');
    expect(lines[1]).toContain('USD 286K-374K at 1.1');
    expect(lines[2]).toContain('EUR 190K-230K');
  });

  test('counts in lakhs where the pay was written so', () => {
    const rupees = {
      posted: { min: 3.8e6, max: 4.6e6, midpoint: 4.2e6, currency: 'INR', lakh: true as const },
      own: beside('llm', 5.2e6, 6.8e6, { gap: -6e5 }),
      others: [],
      benchmarks: [],
      rate: { from: 'INR', to: 'USD', rate: 0.05 },
    };
    const lines = picture(rupees, true).split('\n');
    expect(lines[1]).toContain('INR 52L-68L, mid 60L (KORE1, 2026-05; USD 260K-340K at 0.05)');
    expect(lines[2]).toContain('INR 38L-46L, mid 42L');
    expect(lines[2]).toContain('gap -6L');
  });

  test.each([
    [-30000, 0, { min: -1, mid: -0.8, max: -0.5 }, 'below'],
    [40000, 0, { min: 1.5, mid: 2, max: 2.5 }, 'above'],
    [null, 1, { min: 0.1, mid: 0.5, max: 0.9 }, 'inside'],
    [null, 0.5, { min: -0.5, mid: 0, max: 0.5 }, 'partly below'],
    [null, 0.5, { min: 0.5, mid: 1, max: 1.5 }, 'partly above'],
    [null, 0.5, { min: -0.5, mid: 0.5, max: 1.5 }, 'wider than'],
  ])('a private band shows in words only: gap %s, overlap %d', (gap, overlap, penetration, words) => {
    const own = beside('llm', 261000, 343000, { gap, overlap, penetration });
    expect(picture({ ...collision, own }, false)).toBe(
      `this posting      USD 190K-230K, ${words} the market band of 2026-05`,
    );
  });

  test('pay without a band is shown with the reason', () => {
    expect(picture({ posted, others: [], benchmarks: [], reason: 'no band for llm staff' }, true)).toBe(
      'this posting      USD 190K-230K a year, not compared: no band for llm staff',
    );
    expect(picture({ others: [], benchmarks: [], reason: 'no pay stated' }, true)).toBe(
      'pay               not compared: no pay stated',
    );
  });

  test('pay that is not compared stays by the hour or day as it was written', () => {
    const hourly = { ...posted, written: { min: 24.5, max: 28, period: 'hour' as const } };
    expect(picture({ posted: hourly, others: [], benchmarks: [], reason: 'hourly pay' }, true)).toBe(
      'this posting      USD 24.50-28 an hour, not compared: hourly pay',
    );
    const monthly = { ...posted, written: { min: 9500, max: 11500, period: 'month' as const } };
    expect(picture({ posted: monthly, others: [], benchmarks: [], reason: 'no lane declared' }, true)).toBe(
      'this posting      USD 9,500-11,500 a month, not compared: no lane declared',
    );
  });

  test('pay of a level without a band names the band next to it, unless that is private', () => {
    const staff: Comparison = {
      posted,
      near: { side: 'lower', beside: beside('llm', 260000, 340000) },
      others: [],
      benchmarks: [],
      reason: 'no band for llm staff',
    };
    const line = 'this posting      USD 190K-230K a year, no band for llm staff';
    expect(picture(staff, true)).toBe(`${line}; senior is 260K-340K`);
    expect(picture(staff, false)).toBe(line);
  });

  test.each([
    [1000, 1000],
    [1, 2],
    [145000, 146000],
    [10000, 2500000],
    [4000000, 60000000],
  ])('%i to %i fits in 60 columns of ASCII', (min, max) => {
    const midpoint = (min + max) / 2;
    const drawn = picture(
      { ...collision, posted: { min, max, midpoint, currency: 'INR' }, own: beside('llm', min, max * 2) },
      true,
    );
    expect(drawn).toMatch(/^[\x20-\x7e\n]*$/);
    for (const line of drawn.split('\n')) expect(line.indexOf('|', 59)).toBe(-1);
    expect(drawn.split('\n')[0]?.length).toBeLessThanOrEqual(60);
  });

  test.each([110, 100, 80, 60, 40])('fits %i columns', (width) => {
    const drawn = picture(collision, true, width);
    expect(drawn.split('\n').filter((line) => line.length > width)).toEqual([]);
    expect(drawn.replace(/\s+/g, ' ')).toContain('190K-230K, mid 210K, ratio 0.70, gap -30K');
    if (width > 107) expect(drawn).toBe(picture(collision, true));
  });

  test('puts figures above what is drawn where a phone has no room beside it', () => {
    expect(picture(collision, true, 40).split('\n')).toEqual([
      'llm / senior',
      '160K  200K    240K   280K    320K   360K',
      'market band: 260K-340K, mid 300K',
      '  (KORE1, 2026-05)',
      '                    |======+=======|',
      'this posting: 190K-230K, mid 210K,',
      '  ratio 0.70, gap -30K',
      '      |###+###|',
      'applied band: 200K-260K, mid 230K,',
      '  ratio 0.91, overlap 75%',
      '        |-----+-----|',
    ]);
  });

  test('wraps a reason where there is nothing to draw', () => {
    const reason = 'the posting names no pay that could be held beside a band of this lane and this level';
    const drawn = picture({ others: [], benchmarks: [], reason }, true, 60);
    expect(drawn.split('\n').every((line) => line.length <= 60)).toBe(true);
    expect(drawn.replace(/\s+/g, ' ')).toBe(`pay not compared: ${reason}`);
  });
});
