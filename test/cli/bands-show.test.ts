import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const CSV = `lane,level,min,max,currency,as-of
applied,mid,100000,150000,USD,2026-01-01
applied,senior,"140,000","210.000",USD,2026-01-01
applied,mid,60000,90000,EUR,2026-11-01
`;
const CONFIG = 'bands: pay/bands.csv\nbands-source: Survey\nbuilt-in-bands: false\n';
const repository = (config: string, csv = CSV) =>
  folderOf({ '.git/HEAD': '', '.github/jd-review.yml': config, 'pay/bands.csv': csv });

const posting = (comp: string, location = 'Boston', level = 'mid') =>
  `---\nlane: applied\nlevel: ${level}\nlocation: ${location}\ncomp: ${comp}\n---\n# ML Engineer\n\n## What you will do\n\n- Rank things\n`;

describe('bands show', () => {
  test('draws the bands of a CSV file, lane by level, without a configuration the built-in ones', async () => {
    const { out, err, code } = await run(['bands', 'show'], { cwd: repository(CONFIG) });
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toContain('applied (USD a year)');
    expect(out).toContain('spread 50%, midpoint +40%, overlap 14%; Survey 2026-01-01');
    expect(out).toContain('applied (EUR a year)');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await run(['bands', 'show'], { cwd: folderOf({}) })).out).toContain('KORE1 2026-05-01');
  });

  test('gives the same as JSON, aged where the team wants that', async () => {
    const { out } = await run(['bands', 'show', '--format', 'json'], { cwd: repository(`${CONFIG}age-bands: 4%\n`) });
    const report = JSON.parse(out);
    expect(report.today).toBe('2026-11-22');
    const [usd, eur] = report.lanes;
    expect(usd).toMatchObject({ lane: 'applied', currency: 'USD', period: 'year' });
    expect(usd.levels[0]).toMatchObject({
      level: 'mid',
      min: 103_333,
      max: 155_000,
      source: 'Survey',
      asOf: '2026-01-01',
      aged: { rate: 0.04, min: 100_000, max: 150_000 },
      progression: null,
    });
    expect(usd.levels[1].progression).toBeCloseTo(0.4, 4);
    expect(eur.levels[0]).not.toHaveProperty('aged');
  });

  test('shows nothing of private bands', async () => {
    const { out, err, code } = await run(['bands', 'show'], { cwd: repository(`${CONFIG}show-bands: false\n`) });
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain('“show-bands: false”');
    expect(err).not.toMatch(/\d{3}/);
  });

  test.each([
    [['bands'], 'Write: jd-review bands show, or jd-review bands import <survey>'],
    [['bands', 'shwo'], 'Write: jd-review bands show'],
    [['bands', 'show', 'x'], '“bands show” takes no files'],
    [['bands', 'import'], '“bands import” takes one survey'],
    [['bands', 'show', '--format', 'xml'], '--format cannot be “xml”'],
  ])('%j says what to write', async (argv, says) => {
    const { err, code } = await run(argv, { cwd: folderOf({}) });
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});

describe('bands of a CSV file judge postings', () => {
  const check = async (config: string, text: string, format = 'json') => {
    const cwd = folderOf({ '.git/HEAD': '', '.github/jd-review.yml': config, 'pay/bands.csv': CSV, 'jobs/a.md': text });
    return run(['check', 'jobs', '--format', format], { cwd });
  };
  const comparisonOf = async (config: string, text: string) =>
    JSON.parse((await check(config, text)).out).postings[0].comparison;

  test('in the currency of the pay, where a cell has several', async () => {
    expect((await comparisonOf(CONFIG, posting('USD 110000-140000'))).own.band).toMatchObject({
      currency: 'USD',
      min: 100_000,
    });
    expect((await comparisonOf(CONFIG, posting('EUR 65000-85000', 'Berlin'))).own.band).toMatchObject({
      currency: 'EUR',
      min: 60_000,
    });
  });

  test('aged to today, which every report says', async () => {
    const aged = `${CONFIG}age-bands: 4 %\n`;
    const { own } = await comparisonOf(aged, posting('USD 110000-140000'));
    expect(own).toMatchObject({ min: 103_333, max: 155_000, band: { aged: { rate: 0.04, min: 100_000 } } });
    const { out } = await check(aged, posting('USD 80000-102000'), 'human');
    expect(out).toContain('103.3K-155K');
    expect(out.replace(/\s+/g, ' ')).toContain('(Survey, aged 4% a year from 2026-01)');
    expect(out.replace(/\s+/g, ' ')).toContain('Survey, aged 4% a year from 2026-01');
  });

  test('by the factor of the one place that the location names', async () => {
    const geo = `${CONFIG}geo-factors: { Denver: 0.9, San Francisco: 1.2, San Francisco Bay Area: 1.25, Oakland: 1.25 }\n`;
    const of = (location: string) => comparisonOf(geo, posting('USD 110000-140000', location));
    expect(await of('Denver, CO')).toMatchObject({ geo: { place: 'Denver' }, own: { min: 90_000 } });
    expect(await of('San Francisco Bay Area')).toMatchObject({ geo: { factor: 1.25 }, own: { min: 125_000 } });
    expect(await of('San Francisco Bay Area or Oakland')).toMatchObject({ geo: { factor: 1.25 } });
    expect(await of('Denver or San Francisco')).toMatchObject({
      geo: null,
      places: ['Denver', 'San Francisco'],
      own: { min: 100_000 },
    });
    const { out } = await check(geo, posting('USD 110000-140000', 'Denver or San Francisco'), 'human');
    expect(out.replace(/\s+/g, ' ')).toContain('the location names Denver and San Francisco, whose factors differ');
  });
});

describe('a file of bands that cannot be meant', () => {
  const HEAD = 'lane,level,min,max,currency,as-of\n';
  test.each([
    [
      'an unknown lane',
      `${HEAD}aplied,mid,100000,150000,USD,2026-01-01\n`,
      'pay/bands.csv:2:1: Row 2, column A: There is no lane “aplied”',
    ],
    [
      'an unknown level',
      `${HEAD}applied,boss,100000,150000,USD,2026-01-01\n`,
      'Row 2, column B: There is no level “boss”',
    ],
    ['no amount', `${HEAD}applied,mid,plenty,150000,USD,2026-01-01\n`, 'Row 2, column C: This is no amount'],
    [
      'ends in the wrong order',
      `${HEAD}applied,mid,150000,100000,USD,2026-01-01\n`,
      'Row 2: The band of applied mid has the greater pay in front',
    ],
    [
      'thousands left out',
      `${HEAD}applied,mid,100,150000,USD,2026-01-01\n`,
      'Row 2, column C: The band of applied mid is too small',
    ],
    [
      'levels in disorder',
      `${HEAD}applied,mid,100000,150000,USD,\napplied,senior,80000,90000,USD,\n`,
      'Row 3: The band of applied senior lies below that of applied mid',
    ],
    [
      'an unknown currency',
      `${HEAD}applied,mid,100000,150000,XQQ,2026-01-01\n`,
      'Row 2, column E: “XQQ” is no currency',
    ],
    [
      'a day that can be two',
      `${HEAD}applied,mid,100000,150000,USD,3/4/2026\n`,
      'Row 2, column F: This is no day that can be told for certain',
    ],
    [
      'a cell twice',
      `${HEAD}applied,mid,100000,150000,USD,\napplied,mid,100000,150000,USD,\n`,
      'Row 3, column B: applied mid in USD stands in row 2 already',
    ],
    [
      'a column that is unknown',
      `${HEAD.trim()},note\napplied,mid,100000,150000,USD,,x\n`,
      'Row 1, column G: There is no column “note”',
    ],
    [
      'no header',
      'applied,mid,100000,150000\n',
      'Row 1: The first row names no column “lane”, “level”, “min” and “max”',
    ],
    ['no rows', HEAD, 'The file holds no band, only its header.'],
    ['nothing', '', 'The file is empty.'],
  ])('%s is told at its row and column', async (_, csv, says) => {
    const { err, code } = await run(['check', 'jobs'], { cwd: repository(CONFIG, csv) });
    expect(err).toContain(says);
    expect(code).toBe(2);
    // A table may be private: no message carries a figure of it.
    expect(err).not.toMatch(/100000|150000|80000/);
  });

  test.each([
    ['a file that is not there', 'bands: pay/none.csv\n', 'bands names pay/none.csv, and there is no such file'],
    ['a workbook', 'bands: pay/bands.xlsx\n', '“bands” is “pay/bands.xlsx”: write a .csv file of the repository'],
    [
      'a path out of the repository',
      'bands: ../bands.csv\n',
      '“bands” is “../bands.csv”: write a .csv file of the repository',
    ],
    [
      'the same cell in two files',
      'bands: [pay/bands.csv, pay/more.csv]\n',
      'pay/more.csv:2:1: Row 2: applied mid in USD stands in pay/bands.csv already',
    ],
    ['a rate that is none', `${CONFIG}age-bands: 4\n`, '“age-bands” is a number: write text, such as 4%.'],
    [
      'a rate beyond all measure',
      `${CONFIG}age-bands: 400%\n`,
      '“age-bands” is “400%”: write a share a year below 20%, such as 4%.',
    ],
    [
      'ageing without a day',
      'age-bands: 4%\nbands:\n  applied: { mid: [100000, 150000] }\n',
      'has no day to be aged from: set “bands-as-of”',
    ],
  ])('%s is told', async (_, config, says) => {
    const cwd = folderOf({
      '.git/HEAD': '',
      '.github/jd-review.yml': config,
      'pay/bands.csv': CSV,
      'pay/more.csv': `${HEAD}applied,mid,100000,150000,USD,2026-01-01\n`,
    });
    const { err, code } = await run(['check', 'jobs'], { cwd });
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});
