import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compare } from '../../src/pay/market.ts';
import type { Market } from '../../src/types/market.ts';
import type { PayFigure } from '../../src/types/pay.ts';
import type { Posting } from '../../src/types/posting.ts';

type Table = Record<string, Record<string, [number, number]>>;
const table = parse(readFileSync(new URL('../../rules/bands.yml', import.meta.url), 'utf8'));

/** The shipped band table. */
const market: Market = {
  bands: Object.entries(table.bands as Table).flatMap(([lane, levels]) =>
    Object.entries(levels).map(([level, [min, max]]) => ({
      lane,
      level,
      min,
      max,
      currency: table.currency,
      period: table.period,
      source: table.source,
      asOf: table['as-of'],
    })),
  ),
  benchmarks: [
    { name: 'A survey', title: 'ML engineer', asOf: '2026', value: 150000, currency: 'USD', note: 'median' },
  ],
  geoFactors: [],
  rates: {},
  collidesWith: { llm: 'applied', research: 'applied', domain: 'applied' },
};

const span = { start: 0, end: 0 };

function pay(min: number | null, max: number | null, more: Partial<PayFigure> = {}): PayFigure {
  return { min, max, currency: 'USD', period: 'year', kind: 'base', flags: [], from: 'frontmatter', span, ...more };
}

function posting(
  lane: string | undefined,
  level: string | undefined,
  comp?: PayFigure,
  more: Partial<Posting> = {},
): Posting {
  return {
    path: 'job.md',
    text: '',
    lineStarts: [0],
    frontmatter: span,
    fields: new Map(),
    faults: [],
    dates: new Map(),
    lane: { id: lane, alias: false },
    level: { id: level, alias: false },
    comp,
    sections: [],
    blocks: [],
    statements: [],
    tokens: [],
    pay: comp ? [comp] : [],
    years: [],
    waivers: [],
    problems: [],
    ...more,
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

describe('a posting beside its band', () => {
  test.each([
    ['llm', 'senior', 190000, 230000, 0.7, 0, -30000],
    ['applied', 'senior', 190000, 230000, 0.91, 0.75, null],
    ['applied', 'mid', 165000, 215000, 1.13, 0.5, null],
    ['applied', 'senior', 165000, 215000, 0.83, 0.3, null],
    ['applied', 'mid', 230000, 300000, 1.58, 0, 40000],
    ['applied', 'mid', 150000, 150000, 0.9, 1, null],
    ['applied', 'mid', 140000, 140000, 0.84, 0, -5000],
  ])('%s %s %i–%i: ratio %d, overlap %d, gap %s', (lane, level, min, max, ratio, overlap, gap) => {
    const { own, reason } = compare(posting(lane, level, pay(min, max)), market);
    expect(reason).toBeUndefined();
    expect(own && [rounded(own.midpointRatio), rounded(own.overlap), own.gap]).toEqual([ratio, overlap, gap]);
  });

  test('penetration says where minimum, midpoint and maximum stand in the band', () => {
    const { own } = compare(posting('applied', 'senior', pay(200000, 230000)), market);
    expect(own?.penetration).toEqual({ min: 0, mid: 0.25, max: 0.5 });
  });

  test('the lane it may collide with comes first among the other bands', () => {
    const { others } = compare(posting('llm', 'senior', pay(190000, 230000)), market);
    expect(others.map((each) => each.band.lane)).toEqual(['applied', 'research', 'domain']);
    expect(rounded(others[0]?.overlap ?? 0)).toBe(0.75);
  });

  test('a place factor scales the band and is named', () => {
    const near = {
      ...market,
      geoFactors: [
        { place: 'Denver', factor: 0.9 },
        { place: 'Austin', factor: 0.95 },
      ],
    };
    const location = { text: 'Austin, TX (hybrid)', span, from: 'body' as const };
    const { own, geo } = compare(posting('applied', 'senior', pay(200000, 250000), { location }), near);
    expect(geo).toEqual({ place: 'Austin', factor: 0.95 });
    expect([own?.min, own?.max]).toEqual([190000, 247000]);
  });

  test('a place is found as a whole word only', () => {
    const near = { ...market, geoFactors: [{ place: 'York', factor: 0.5 }] };
    const location = { text: 'Yorktown', span, from: 'body' as const };
    expect(compare(posting('applied', 'mid', pay(150000, 180000), { location }), near).geo).toBeUndefined();
  });

  test('monthly pay is brought to a year', () => {
    const { posted, own } = compare(posting('applied', 'mid', pay(12500, 15000, { period: 'month' })), market);
    const written = { min: 12500, max: 15000, period: 'month' };
    expect(posted).toEqual({ min: 150000, max: 180000, midpoint: 165000, currency: 'USD', written });
    expect(own?.overlap).toBe(1);
  });

  test('another currency is compared at the configured rate, which is named', () => {
    const comp = pay(150000, 180000, { currency: 'EUR' });
    const { posted, own, rate } = compare(posting('applied', 'mid', comp), { ...market, rates: { EUR: 1.1 } });
    expect(rate).toEqual({ from: 'EUR', to: 'USD', rate: 1.1 });
    expect(posted).toMatchObject({ min: 150000, currency: 'EUR' });
    expect(rounded(own?.midpointRatio ?? 0)).toBe(1.08);
  });

  test('the band is turned into the posting’s currency, and no figure of the posting is', () => {
    const comp = pay(100000, 120000, { currency: 'GBP' });
    const { posted, own } = compare(posting('applied', 'mid', comp), { ...market, rates: { GBP: 1.25 } });
    expect(posted).toMatchObject({ min: 100000, max: 120000, currency: 'GBP' });
    expect(own).toMatchObject({ min: own!.band.min / 1.25, max: own!.band.max / 1.25 });
    expect(own?.band.currency).toBe('USD');
  });

  test('without a declared range the first closed base range of the body is taken', () => {
    const body = [
      pay(300000, 400000, { from: 'body', kind: 'total' }),
      pay(200000, 240000, { from: 'body', kind: 'unknown' }),
    ];
    expect(compare(posting('applied', 'senior', undefined, { pay: body }), market).posted?.min).toBe(200000);
  });

  test('benchmarks stand beside every comparison', () => {
    expect(compare(posting('applied', 'mid'), market).benchmarks).toHaveLength(1);
  });
});

describe('a level without a band', () => {
  const levels = [
    { id: 'junior', years: { min: 1, max: 3 } },
    { id: 'mid', years: { min: 3, max: 6 } },
    { id: 'senior', years: { min: 6, max: 10 } },
    { id: 'staff', years: { min: 10, max: null } },
    // A team's own levels come last, whatever their rank.
    { id: 'intern', years: { min: 0, max: 1 } },
  ];
  const near = (level: string, comp: PayFigure, more: Partial<Market> = {}) => {
    const { own, near: found } = compare(posting('llm', level, comp), { ...market, ...more }, { levels });
    expect(own).toBeUndefined();
    return found && [found.side, found.beside.band.level, found.beside.gap];
  };

  test('is laid beside the nearest lower one of its lane that has one', () => {
    expect(near('staff', pay(200000, 250000))).toEqual(['lower', 'senior', -10000]);
    expect(near('staff', pay(300000, 380000))).toEqual(['lower', 'senior', null]);
  });

  test('or where there is none below, beside the nearest above', () => {
    expect(near('junior', pay(120000, 150000))).toEqual(['higher', 'mid', -20000]);
    expect(near('intern', pay(60000, 80000))).toEqual(['higher', 'mid', -90000]);
  });

  test('at the configured rate, or not at all', () => {
    const euros = pay(200000, 220000, { currency: 'EUR' });
    expect(near('staff', euros)).toBeUndefined();
    expect(near('staff', euros, { rates: { EUR: 1.5 } })).toEqual(['lower', 'senior', null]);
  });

  test('of which nothing is known stands alone', () => {
    expect(near('wizard', pay(200000, 250000))).toBeUndefined();
    expect(near('staff', pay(200000, 250000), { bands: [] })).toBeUndefined();
  });
});

describe('pay of a contract', () => {
  const words = { contract: ['contract', 'contractor', 'freelance'], permanent: ['permanent', 'employee'] };
  const reasonOf = (type: string, more: Partial<PayFigure>): string | undefined => {
    const fact = { text: type, span: { start: 0, end: 0 }, from: 'body' as const };
    const rate = pay(9500, 11500, { period: 'month', ...more });
    return compare(posting('applied', 'mid', rate, { employmentType: fact }), market, words).reason;
  };

  test.each<[string, Partial<PayFigure>, string | undefined]>([
    ['Contract (6 months)', {}, 'contract pay by the month; the bands are of permanent jobs'],
    ['Contractor', { period: 'week' }, 'contract pay by the week; the bands are of permanent jobs'],
    ['Freelance', { period: 'day' }, 'contract pay by the day; the bands are of permanent jobs'],
    ['Full-time contract', { period: 'hour' }, 'contract pay by the hour; the bands are of permanent jobs'],
    ['Full-time', { flags: ['contract'] }, 'contract pay by the month; the bands are of permanent jobs'],
    ['Full-time', { period: 'year', flags: ['contract'] }, 'contract pay; the bands are of permanent jobs'],
    ['Full-time', {}, undefined],
    ['Permanent contract', {}, undefined],
    ['Contract', { period: 'year', min: 150000, max: 180000 }, undefined],
  ])('%s, %j', (type, more, reason) => {
    expect(reasonOf(type, more)).toBe(reason);
  });
});

describe('a posting that is not compared says why', () => {
  test.each<[string, Posting]>([
    ['no pay stated', posting('applied', 'mid')],
    ['no lane declared', posting(undefined, 'mid', pay(150000, 180000))],
    ['no level declared', posting('applied', undefined, pay(150000, 180000))],
    ['no band for applied staff', posting('applied', 'staff', pay(250000, 320000))],
    ['no band for llm junior', posting('llm', 'junior', pay(120000, 150000))],
    ['hourly pay', posting('applied', 'mid', pay(90, 110, { period: 'hour' }))],
    ['daily pay', posting('applied', 'mid', pay(900, 1000, { period: 'day' }))],
    ['EUR, no rate to USD configured', posting('applied', 'mid', pay(90000, 110000, { currency: 'EUR' }))],
    ['the declared pay has no closed range', posting('applied', 'mid', pay(150000, null, { flags: ['open-max'] }))],
    ['the declared pay is total pay, not base', posting('applied', 'mid', pay(300000, 340000, { kind: 'ote' }))],
    [
      'the declared pay does not say its currency',
      posting('applied', 'mid', pay(90000, 110000, { flags: ['no-currency'] })),
    ],
    [
      'the pay does not say its currency',
      posting('applied', 'mid', undefined, { pay: [pay(90000, 110000, { from: 'body', flags: ['no-currency'] })] }),
    ],
    [
      'only total pay stated',
      posting('applied', 'mid', undefined, { pay: [pay(300000, 400000, { from: 'body', kind: 'total' })] }),
    ],
    [
      'part-time pay',
      posting('applied', 'mid', pay(80000, 90000), {
        employmentType: { text: 'Part-time, 20 hours', span, from: 'body' },
      }),
    ],
  ])('%s', (reason, given) => {
    const comparison = compare(given, market, { partTime: ['part-time'] });
    expect(comparison.reason).toBe(reason);
    expect(comparison.own).toBeUndefined();
  });
});
