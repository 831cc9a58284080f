import { describe, expect, test } from 'vitest';
import type { CheckSource, RuleSource } from '../../src/policy/model.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import type { Market } from '../../src/types/market.ts';
import type { Policy } from '../../src/types/policy.ts';
import { policyOfRules } from './judge.ts';

const band = (lane: string, level: string, min: number, max: number) => ({
  ...{ lane, level, min, max, currency: 'USD', period: 'year' as const },
  ...{ source: 'A survey', asOf: '2026-05-01' },
});

const market: Market = {
  bands: [
    band('applied', 'junior', 60_000, 100_000),
    band('applied', 'mid', 100_000, 140_000),
    band('applied', 'senior', 130_000, 180_000),
    band('llm', 'mid', 150_000, 200_000),
  ],
  benchmarks: [],
  geoFactors: [{ place: 'Utopia', factor: 2 }],
  rates: { EUR: 1.5 },
  collidesWith: { llm: 'applied' },
};

interface Case {
  readonly rules: readonly Partial<RuleSource>[];
  readonly comp: string;
  readonly lane?: string;
  readonly front?: string;
  readonly body?: string;
  readonly settings?: Partial<Policy['settings']>;
}

function found({ rules, comp, lane = 'applied', front = '', body = 'Text.\n', settings = {} }: Case): string[] {
  const made = policyOfRules(rules);
  const policy = { ...made, market, settings: { ...made.settings, showBands: true, ...settings } };
  const text = `---\nlane: ${lane}\nlevel: mid\ncomp: ${comp}\n${front}---\n# ML Engineer, Kilns\n\n${body}`;
  const { review } = reviewPosting(readPosting('posting.md', text, policy.vocabulary), policy, '2026-11-22');
  return review.findings.map(({ message, edits = [] }) => [message, ...edits.map((edit) => edit.text)].join(' → '));
}

const of = (kind: string, more: Record<string, unknown> = {}) =>
  ({ kind: 'band', test: kind, message: kind, ...more }) as CheckSource;
const named =
  (...names: CheckSource[]) =>
  (comp: string, more: Partial<Case> = {}) =>
    found({ rules: [{ checks: names }], comp, ...more });
/** The second rule's findings in place of the first one's. */
const yielding =
  (first: CheckSource, second: CheckSource) =>
  (comp: string, more: Partial<Case> = {}) =>
    found({
      rules: [
        { id: 'first', yieldsTo: ['second'], checks: [first] },
        { id: 'second', checks: [second] },
      ],
      comp,
      ...more,
    });

describe('a declared range beside its band of $100,000–$140,000', () => {
  const rules = [
    { id: 'a', checks: [of('below'), of('low', { ratio: 0.9 })] },
    { id: 'b', yieldsTo: ['c'], checks: [of('above'), of('high', { ratio: 1.1 })] },
    { id: 'c', checks: [of('straddle', { spread: 0.5 })] },
  ];
  test.each<[string, string[]]>([
    ['$70K–$99K', ['below']],
    ['$70K–$100K', ['low']],
    ['$90K–$105K', ['low', 'straddle']],
    ['$100K–$115K', ['low']],
    ['$100K–$116K', []],
    ['$99K–$101K', ['low', 'straddle']],
    ['$98K–$101K', ['low', 'straddle']],
    ['$110K–$125K', []],
    ['$125K–$130K', []],
    ['$126K–$139K', ['straddle']],
    ['$125K–$145K', ['straddle']],
    ['$140K–$160K', ['high']],
    ['$141K–$160K', ['above']],
    ['$150K', ['above']],
    ['$140K', ['high']],
    ['$120K', []],
    ['$100K', ['low']],
    ['$80K–$150K', []],
    ['€80K–€90K', ['straddle']],
    ['€60K–€65K', ['below']],
    ['from $100K', []],
  ])('%s: %j', (comp, expected) => {
    expect(found({ rules, comp })).toEqual(expected);
  });

  test('is silent without a declared range, a band or a rate', () => {
    expect(named(of('below'))('£70K–£80K')).toEqual([]);
    expect(named(of('below'))('$70K–$80K', { lane: 'research' })).toEqual([]);
    expect(named(of('below'))('"soon"', { body: 'Salary: $70,000–$80,000\n' })).toEqual([]);
  });
});

describe('what is said of the band', () => {
  const message = '{comp} beside {market}{figures}';
  test.each<[string, Partial<Case>, string]>([
    [
      '$70K–$90K',
      {},
      '$70,000–$90,000 beside the market band $100,000–$140,000 (midpoint ratio 0.67; $10,000 short; A survey, 2026-05)',
    ],
    ['$70K–$90K', { settings: { showBands: false } }, '$70,000–$90,000 beside the market band'],
    [
      '$70K–$90K',
      { front: 'location: Utopia\n' },
      '$70,000–$90,000 beside the market band $200,000–$280,000 (midpoint ratio 0.33; $110,000 short; A survey, 2026-05; × 2 for Utopia)',
    ],
    [
      '€60K',
      {},
      '€60,000 beside the market band €66,700–€93,300 (midpoint ratio 0.75; €6,670 short; A survey, 2026-05; $100,000–$140,000 at 1.5)',
    ],
  ])('%s with %j', (comp, more, expected) => {
    expect(named(of('below', { message }))(comp, more)).toEqual([expected]);
  });

  test('how far it lies over the band', () => {
    expect(named(of('above', { message: '{figures}' }))('$150K–$160K')).toEqual([
      ' (midpoint ratio 1.29; $10,000 over; A survey, 2026-05)',
    ]);
    expect(named(of('high', { ratio: 1.1, message: '{figures}' }))('$130K–$160K')).toEqual([
      ' (midpoint ratio 1.21; A survey, 2026-05)',
    ]);
  });
});

describe('pay of another lane', () => {
  const collision = of('collision', { message: 'as {other}{other-figures}', overlap: 0.5 });
  const say = named(collision);
  const below = yielding(of('below'), collision);
  test('is that of the lane whose band it sits in', () => {
    expect(say('$100K–$130K', { lane: 'llm' })).toEqual(['as applied ($100,000–$140,000)']);
    expect(say('$100K–$130K', { lane: 'llm', settings: { showBands: false } })).toEqual(['as applied']);
  });

  test.each([
    ['half in it', '$80K–$120K', 1],
    ['less than half in it', '$80K–$119K', 0],
    ['in its own band too', '$100K–$151K', 0],
    ['at the edge of its own band', '$100K–$150K', 0],
    ['over both', '$210K–$220K', 0],
    ['one amount in it', '$120K', 1],
  ])('%s: %s', (_name, comp, count) => {
    expect(say(comp, { lane: 'llm' })).toHaveLength(count);
  });

  test('is told instead of being below, and only of lanes that collide', () => {
    expect(below('$100K–$130K', { lane: 'llm' })).toEqual(['as applied ($100,000–$140,000)']);
    expect(below('$50K–$60K', { lane: 'llm' })).toEqual(['below']);
    expect(below('$50K–$60K')).toEqual(['below']);
    expect(named(of('below'))('$100K–$130K', { lane: 'llm' })).toEqual(['below']);
    const elsewhere = { ...collision, lanes: ['research'] } as CheckSource;
    expect(yielding(of('below'), elsewhere)('$100K–$130K', { lane: 'llm' })).toEqual(['below']);
    const own = { ...collision, lanes: ['llm'], levels: ['mid'] } as CheckSource;
    expect(yielding(of('below'), own)('$100K–$130K', { lane: 'llm' })).toEqual(['as applied ($100,000–$140,000)']);
  });
});

describe('pay that speaks of two levels', () => {
  const straddle = of('straddle', { message: '{levels}' });
  test.each<[string, string[]]>([
    ['$90K–$110K', ['junior and mid']],
    ['$90K–$135K', ['junior and mid and senior']],
    ['$100K–$130K', []],
    ['$100K–$131K', ['mid and senior']],
    ['$99K–$130K', ['junior and mid']],
    ['$150K–$160K', []],
    ['$60K–$90K', []],
  ])('%s: %j', (comp, expected) => {
    expect(named(straddle)(comp)).toEqual(expected);
  });

  test('is not told where the range is too wide, or the body prices levels apart', () => {
    const wide = (spread: number) => named(of('straddle', { spread }))('$100K–$150K').length;
    expect([wide(0.5), wide(0.49)]).toEqual([1, 0]);
    const body = '## Pay\n\nSenior: $120,000–$150,000; Junior: $90,000–$110,000\n';
    expect(named(straddle)('$90K–$150K', { body })).toEqual([]);
  });

  test('counts for the place and in the posting’s own currency', () => {
    expect(named(straddle)('$180K–$220K', { front: 'location: Utopia\n' })).toEqual(['junior and mid']);
    expect(named(straddle)('€60K–€80K')).toEqual(['junior and mid']);
  });

  test('is told instead of being high', () => {
    expect(yielding(of('high', { ratio: 1.1 }), straddle)('$130K–$150K')).toEqual(['mid and senior']);
    expect(named(of('high', { ratio: 1.1 }))('$130K–$150K')).toEqual(['high']);
  });
});

describe('the fix that moves pay to the band', () => {
  const settings = { suggestComp: true };
  const fix = named(of('below', { ratio: 0.9 }), of('low', { ratio: 0.9 }));
  test.each<[string, Partial<Case>, string[]]>([
    ['$70K–$90K', {}, ['below → $100K–$130K']],
    ['70000-90000', {}, ['below → 100000-130000']],
    ['$90K–$105K', {}, ['low']],
    ['$95K–$115K', {}, ['low → $100K–$120K']],
    ['$90K–$91K', {}, ['below']],
    ['$70K–$90K', { body: 'Salary: $70,000–$90,000\n' }, ['below → $100K–$130K → $100,000–$130,000']],
    ['$70K–$90K', { body: 'Total compensation: $70,000–$90,000\n' }, ['below → $100K–$130K']],
    ['$70K–$90K', { body: 'Salary: €70,000–€90,000\n' }, ['below']],
    ['$5K–$6K a month', {}, ['below']],
    ['€60K–€65K', {}, ['below']],
    ['$70K–$90K', { settings: {} }, ['below']],
    ['$70K–$90K', { settings: { suggestComp: true, showBands: false } }, ['below']],
  ])('%s with %j', (comp, more, expected) => {
    expect(fix(comp, { settings, ...more })).toEqual(expected);
  });
});
