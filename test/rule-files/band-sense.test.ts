import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/checks/index.ts';
import { dropSenselessBands } from '../../src/rule-files/band-sense.ts';
import type { BandData } from '../../src/rule-files/band-tables.ts';
import { readTeam } from '../../src/team/team.ts';
import type { Severity } from '../../src/types/place.ts';
import { sources } from '../support/examples.ts';

/** What is said of a configuration, as `severity line:column message`, and what of its bands and factors is left. */
function read(text: string, rules: { path: string; text: string }[] = []) {
  const team = readTeam(sources, { config: { path: 'c.yml', text }, rules }, kinds);
  return {
    says: team.problems.map(({ place, message, severity }) => `${severity} ${place?.line}:${place?.column} ${message}`),
    bands: team.config.bands.map(({ lane, level }) => `${lane} ${level}`),
    factors: team.config.geoFactors.map(({ place }) => place),
    table: team.sources.bands.map(({ lane, level }) => `${lane} ${level}`),
  };
}

const PAY = 'write the whole amount with all its zeros, or name its period: { min, max, period: hour }.';

describe('a geo factor that cannot be meant is an error and left out', () => {
  test.each([
    ['0', 'is 0: write a factor from 0.1 to 3, where 1 is the national base (100 %).'],
    ['-1', 'is -1: write a factor from 0.1 to 3, where 1 is the national base (100 %).'],
    ['0.05', 'is 0.05: write a factor from 0.1 to 3, where 1 is the national base (100 %).'],
    ['115', 'is 115: write a factor from 0.1 to 3, where 1 is the national base (100 %).'],
    ['95', 'is 95: write a factor from 0.1 to 3, where 1 is the national base (100 %).'],
  ])('%s', (factor, says) => {
    const { says: said, factors } = read(`geo-factors: { Austin: ${factor}, Denver: 0.95 }`);
    expect(said).toEqual([`error 1:24 The geo factor of Austin ${says}`]);
    expect(factors).toEqual(['Denver']);
  });

  test.each(['0.1', '0.85', '1', '1.15', '2', '3'])('%s may be meant', (factor) => {
    expect(read(`geo-factors: { Austin: ${factor} }`).says).toEqual([]);
  });
});

describe('a band that cannot be meant is an error that names lane, level and key', () => {
  test.each([
    [
      '[150, 195]',
      `1:27 The band of applied mid is too small for pay a year in USD and looks like thousands (“min”): ${PAY}`,
    ],
    [
      '[150, 195000]',
      `1:27 The band of applied mid is too small for pay a year in USD and looks like thousands (“min”): ${PAY}`,
    ],
    [
      '[3000000, 4000000]',
      '1:27 The band of applied mid is too large for pay a year in USD (“min”): look for a zero too many, or name the period that it is for.',
    ],
    [
      '[150000, 1950000]',
      '1:35 The band of applied mid is too large for pay a year in USD (“max”): look for a zero too many, or name the period that it is for.',
    ],
    [
      '[19500, 195000]',
      '1:26 The band of applied mid ends at more than 4 times its start (“max” against “min”): a band so wide compares nothing. Look for a digit too many or too few.',
    ],
    ['[195000, 150000]', '1:26 The band of applied mid has the greater pay in front: write the smaller first.'],
    [
      '[150000, 150000]',
      '1:26 The band of applied mid has one figure for both ends: write the least and the greatest base pay.',
    ],
    ['[-150000, 195000]', '1:27 The band of applied mid has no pay over 0 as its “min”: write the least base pay.'],
    [
      '{ min: 150000, max: 0 }',
      '1:46 The band of applied mid has no pay over 0 as its “max”: write the greatest base pay.',
    ],
    [
      '{ min: 150000, max: 195000, period: hour }',
      '1:33 The band of applied mid is too large for pay an hour in USD (“min”): look for a zero too many, or name the period that it is for.',
    ],
    [
      '{ min: 18, max: 32, currency: INR }',
      `1:33 The band of applied mid is too small for pay a year in INR (“min”): ${PAY}`,
    ],
    ['[150000]', '1:26 “mid” has too few entries: write 2, such as [150000, 195000].'],
    ['[150000, 170000, 195000]', '1:26 “mid” has too many entries: write 2, such as [150000, 195000].'],
    ['170000', '1:26 “mid” is a number: write keys with values or two numbers in brackets, such as [150000, 195000].'],
    ['[.inf, 195000]', '1:27 Entry 1 of “mid” is no number to reckon with: write a number, such as 150000.'],
  ])('%s', (cell, says) => {
    const { says: said, bands } = read(`bands: { applied: { mid: ${cell}, senior: [200000, 250000] } }`);
    expect(said).toEqual([`error ${says}`]);
    expect(bands).toEqual(['applied senior']);
  });

  test.each([
    '[150000, 195000]',
    '{ min: 70, max: 95, period: hour }',
    '{ min: 12000, max: 16000, period: month }',
    '{ min: 1800000, max: 3200000, currency: INR }',
    '{ min: 9000000, max: 14000000, currency: JPY }',
    '{ min: 45000, max: 70000, currency: EUR }',
    '{ min: 20000000, max: 30000000, currency: XAF }',
  ])('%s may be meant', (cell) => {
    expect(read(`bands: { applied: { mid: ${cell} } }`).says).toEqual([]);
  });

  test('in the team’s own bands.yml as well', () => {
    const text =
      'source: x\nas-of: 2026-01-01\nbands: { applied: { mid: [150, 195], senior: [200000, 250000] } }\ngeo-factors: { Austin: 115 }\n';
    const { says, table } = read('rules-folder: r', [{ path: 'r/bands.yml', text }]);
    expect(says.map((line) => line.split(' is ')[0])).toEqual([
      'error 3:27 The band of applied mid',
      'error 4:24 The geo factor of Austin',
    ]);
    expect(table).toEqual(['applied senior']);
  });
});

describe('levels pay in their order', () => {
  const BELOW = (high: string, low: string) =>
    `The band of applied ${high} lies below that of applied ${low}, the lower level: mend the one that is wrong.`;

  test.each([
    ['mid: [160000, 195000], senior: [110000, 140000]', [`error 1:52 ${BELOW('senior', 'mid')}`]],
    ['mid: [160000, 195000], senior: [150000, 190000]', [`error 1:52 ${BELOW('senior', 'mid')}`]],
    ['staff: [160000, 195000], junior: [170000, 200000]', [`error 1:28 ${BELOW('staff', 'junior')}`]],
    // Bands that touch, overlap, hold each other or are the same.
    ['mid: [145000, 190000], senior: [185000, 240000]', []],
    ['mid: [145000, 190000], senior: [145000, 190000]', []],
    ['mid: [145000, 190000], senior: [150000, 185000]', []],
    ['mid: [145000, 190000], senior: [140000, 200000]', []],
    // Another currency or period has no order with this one.
    ['mid: [160000, 195000], senior: { min: 90000, max: 120000, currency: EUR }', []],
    ['mid: [160000, 195000], senior: { min: 90, max: 120, period: hour }', []],
  ])('%s', (row, says) => {
    expect(read(`bands: { applied: { ${row} } }`).says).toEqual(says);
  });

  const LADDER =
    'levels: { l4: { title: L4, years: { min: 3, max: 6 } }, l5: { title: L5, years: { min: 6 } }, manager: { title: Manager, years: { min: 5 } } }\n';

  test.each([
    ['l5: [150000, 190000], l4: [200000, 260000]', [`error 2:25 ${BELOW('l5', 'l4')}`]],
    ['l4: [150000, 190000], l5: [200000, 260000]', []],
    // A level whose years overlap those of the other stands beside it, not above.
    ['manager: [300000, 400000], senior: [200000, 260000]', []],
  ])('a team’s own levels: %s', (row, says) => {
    expect(read(`${LADDER}bands: { applied: { ${row} } }`).says).toEqual(says);
  });

  test.each([
    [
      'senior: [80000, 110000]',
      [
        'warning 1:29 The band of applied senior lies below the built-in one of applied mid, the lower level: give mid a band of your own, or set “built-in-bands: false”.',
      ],
    ],
    ['senior: [150000, 185000]', []],
    ['mid: [260000, 300000]', []],
    ['staff: [270000, 340000]', []],
    ['senior: { min: 80000, max: 110000, currency: EUR }', []],
  ])('one level alone beside the built-in ones: %s', (row, says) => {
    const { says: said, bands } = read(`bands: { applied: { ${row} } }`);
    expect(said).toEqual(says);
    expect(bands).toHaveLength(1);
  });

  test('without the built-in bands there is nothing to stand beside', () => {
    expect(read('bands: { applied: { senior: [80000, 110000] } }\nbuilt-in-bands: false').says).toEqual([]);
  });
});

describe('no message carries a figure of the bands', () => {
  test.each([
    'mid: [168700, 168700]',
    'mid: [168700, 150000]',
    'mid: [168.7, 196.3]',
    'mid: [-168700, 196300]',
    'mid: [168700, 995000]',
    'mid: [16870, 196300]',
    'mid: [1687000, 1963000]',
    'mid: { 168700, 196300 }',
    'mid: { min: 168700 }',
    'mid: { min: 168700, max: 196300, period: "168700" }',
    'mid: { min: 168700, max: 196300, currency: "168700" }',
    'mid: 168700',
    'mid: "168700-196300"',
    'mid: [USD 168700, 196300]',
    'mid: [168700, 196300], mid: [168700, 196300]',
    '168700: [1, 2]',
    '"USD 168700": [168700, 196300]',
    'mid: [168700, *168700]',
    'mid: [168700, 196300',
    'mid: [168700, 196300]] 168700',
    'mid: [190000, 210000], senior: [168700, 180000]',
    'senior: [68700, 80000]',
  ])('%s', (row) => {
    const { says } = read(`show-bands: false\nbands: { applied: { ${row} } }\n`);
    expect(says.join('\n')).not.toBe('');
    expect(says.join('\n')).not.toMatch(/68\D?7|687|196\D?3/);
  });
});

test('the built-in bands make sense by the same measure', () => {
  const table: Record<string, Record<string, BandData>> = {};
  for (const { lane, level, min, max } of sources.bands) {
    table[lane] ??= {};
    table[lane][level] = [min, max];
  }
  const { plausible, levels, currencies = [] } = sources;
  expect(plausible).toBeDefined();
  const said: [string, Severity | undefined][] = [];
  const base = { currency: 'USD', period: 'year', source: 'x', asOf: '2026-01-01' } as const;
  dropSenselessBands(table, base, { plausible, levels, currencies, others: [] }, (_, message, severity) => {
    said.push([message, severity]);
  });
  expect(said).toEqual([]);
});
