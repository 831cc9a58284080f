/** `jd-review bands import`, as an analyst uses it: a survey, the proposed mapping, then the bands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { folderOf, type Run, run } from '../support/run.ts';
import { workbook } from '../support/workbook.ts';

/** Titles above the header, quoted thousands, American dates, several locations, notes below. */
const RADFORD_LIKE = `Global Technology Survey,,,,,,,,,,
Base Salary Report - United States,,,,,,,,,,
,,,,,,,,,,
Survey Job Title,Job Level,Location,Currency,Effective Date,Incs,Base Salary 10th Percentile,Base Salary 25th Percentile,Base Salary 50th Percentile,Base Salary 75th Percentile,Base Salary 90th Percentile
Machine Learning Engineer,P2,National,USD,4/1/2026,211,"104,300","115,900","128,000","139,200","151,000"
Machine Learning Engineer,P3,National,USD,4/1/2026,640,"131,000","146,300","162,500","190,400","208,000"
Machine Learning Engineer,P4,National,USD,4/1/2026,588,"168,000","187,400","208,600","241,900","262,000"
Machine Learning Engineer,P4,San Francisco Bay Area,USD,4/1/2026,300,"190,000","206,300","224,500","255,400","281,000"
Research Scientist,P4,National,USD,4/1/2026,90,"190,000","214,000","241,000","280,000","300,000"
Research Scientist,P5,National,USD,4/1/2026,7,--,--,--,--,--
Data Analyst,P3,National,USD,4/1/2026,900,"70,000","80,000","90,000","100,000","110,000"
,,,,,,,,,,
Note: -- means insufficient data.,,,,,,,,,,
`;

/** A byte order mark, semicolons, decimal commas, German words and dates. */
const MERCER_LIKE = `\ufeffStelle;Erfahrungsstufe;Standort;Währung;Stichtag;25. Perzentil;Median;75. Perzentil;Gesamtvergütung Median
Machine Learning Engineer;Intermediate;Deutschland;EUR;01.03.2026;68.500,00;76.200,00;88.900,00;82.000,00
Machine Learning Engineer;Senior;Deutschland;EUR;01.03.2026;84.000,00;93.750,50;106.300,00;101.000,00
Machine Learning Engineer;Senior;München;EUR;01.03.2026;91.000,00;101.000,00;112.000,00;111.000,00
`;

/** Tabs, amounts with sign and K, a month in words. */
const LEVELS_LIKE = `Company\tTitle\tLevel\tLocation\tMin\tMidpoint\tMax\tAs of
All\tML Engineer\tL4\tUnited States\t$150K\t$170K\t$190K\tMarch 2026
All\tML Engineer\tL5\tUnited States\t$185K\t$215K\t$245K\tMarch 2026
All\tLLM Engineer\tL5\tUnited States\t$240K\t$280K\t$320K\tMarch 2026
`;

/** Percentiles in rows, thousands. */
const OPENCOMP_LIKE = `Job,Level,Percentile,Base Salary,Effective Date
Machine Learning Engineer,IC3,25th,148,2026-02-15
Machine Learning Engineer,IC3,50th,165,2026-02-15
Machine Learning Engineer,IC3,75th,190,2026-02-15
Machine Learning Engineer,IC4,75th,236.5,2026-02-15
Machine Learning Engineer,IC4,25th,185,2026-02-15
Machine Learning Engineer,IC4,Average,212,2026-02-15
`;

/** Code names of columns, no level, no date, a figure that is not published. */
const GOVERNMENT_LIKE = `AREA_TITLE,OCC_CODE,OCC_TITLE,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90
U.S.,15-1221,Computer and Information Research Scientists,"38,480","153,600","82,850","110,960","145,080","187,500",#
California,15-1221,Computer and Information Research Scientists,"9,000","190,000","100,000","140,000","180,000","220,000",#
U.S.,15-2051,Data Scientists,"192,710","119,040","61,070","79,640","108,020","144,060","184,090"
`;

/** A header in two rows, of which the upper one is merged. */
const TWO_ROWS = `Compensation Benchmarks|||||||
||Base Salary|||Total Cash||
Job Title|Level|25th|50th|75th|25th|50th|75th
Machine Learning Engineer|Mid|150,000|168,000|190,000|170,000|190,000|210,000
Machine Learning Engineer|Senior|180,000|220,000|246,000|226,000|260,000|290,000
`;

const HEADER = 'lane,level,min,max,currency,period,source,as-of';

/** Proposes a mapping, adds lines to it, and imports by it. */
async function imported(
  survey: string | Uint8Array,
  more = '',
  name = 'survey.csv',
): Promise<Run & { cwd: string; rows: string[] }> {
  const cwd = folderOf({ [name]: survey });
  const proposed = await run(['bands', 'import', name], { cwd });
  expect(proposed).toMatchObject({ code: 0, err: '' });
  const base = proposed.out.replace(more.includes('jobs:') ? /^jobs: \{\}\n/m : /^$/, '');
  return { ...(await importedBy(cwd, name, base + more)), cwd };
}

async function importedBy(cwd: string, name: string, mapping: string): Promise<Run & { rows: string[] }> {
  const map = folderOf({ 'mapping.yml': mapping });
  const result = await run(['bands', 'import', name, '--map', join(map, 'mapping.yml')], { cwd });
  return { ...result, rows: result.out.trimEnd().split('\n') };
}

describe('surveys as vendors send them', () => {
  test('titles above the header, quoted thousands, several locations, notes below', async () => {
    const { code, rows, err } = await imported(RADFORD_LIKE, 'dates: month-first\nsource: Radford\n');
    expect(code).toBe(0);
    expect(rows).toEqual([
      HEADER,
      'applied,mid,146300,190400,USD,year,Radford,2026-04-01',
      'applied,senior,187400,241900,USD,year,Radford,2026-04-01',
      'research,senior,214000,280000,USD,year,Radford,2026-04-01',
    ]);
    expect(err).toContain(
      'Took 3 bands from survey.csv, p25 to p75: applied mid, senior (USD) and research senior (USD).',
    );
    expect(err).toContain('1 row (another location)');
    expect(err).toContain('1 row (a level that the mapping does not name)');
    expect(err).toContain('2 rows (a job that the mapping does not name)');
    expect(err).toContain('1 row (no figure)');
  });

  test('a byte order mark, semicolons, decimal commas and words of another language', async () => {
    const { rows } = await imported(MERCER_LIKE);
    expect(rows.slice(1)).toEqual([
      'applied,mid,68500,88900,EUR,year,survey,2026-03-01',
      'applied,senior,84000,106300,EUR,year,survey,2026-03-01',
    ]);
  });

  test('the encoding of a spreadsheet program, and it is said', async () => {
    const bytes = Buffer.from(MERCER_LIKE.slice(1), 'latin1');
    const cwd = folderOf({ 'survey.csv': bytes });
    const { out, err } = await run(['bands', 'import', 'survey.csv'], { cwd });
    expect(err).toBe('jd-review: survey.csv is not UTF-8 and was read as Windows-1252.\n');
    expect(out).toContain('currency: Währung');
  });

  test('tabs, and amounts with a sign and K', async () => {
    const { rows } = await imported(LEVELS_LIKE, '', 'survey.tsv');
    expect(rows.slice(1)).toEqual([
      'applied,mid,150000,190000,USD,year,survey,2026-03-01',
      'applied,senior,185000,245000,USD,year,survey,2026-03-01',
      'llm,senior,240000,320000,USD,year,survey,2026-03-01',
    ]);
  });

  test('percentiles in rows, in thousands', async () => {
    const { rows, err } = await imported(OPENCOMP_LIKE, 'currency: USD\nunit: 1000\n');
    expect(rows.slice(1)).toEqual([
      'applied,mid,148000,190000,USD,year,survey,2026-02-15',
      'applied,senior,185000,236500,USD,year,survey,2026-02-15',
    ]);
    expect(err).toContain('Left out 1 row (a statistic that is no percentile).');
  });

  test('code names of columns, with lane and level by the title', async () => {
    const jobs =
      'jobs:\n  Data Scientists: domain mid\n  Computer and Information Research Scientists: research/senior\n';
    const { rows, err } = await imported(
      GOVERNMENT_LIKE,
      `${jobs}as-of: 2025-05-01\ncurrency: USD\nsource: BLS OEWS\n`,
    );
    expect(rows.slice(1)).toEqual([
      'research,senior,110960,187500,USD,year,BLS OEWS,2025-05-01',
      'domain,mid,79640,144060,USD,year,BLS OEWS,2025-05-01',
    ]);
    expect(err).toContain('Worth a look: domain mid (USD): its day, 2025-05-01, is 18 months back');
  });

  test('a header in two rows: the merged cell above tells base pay from total cash', async () => {
    const { rows } = await imported(TWO_ROWS, 'currency: USD\nas-of: 2026-03-01\n');
    expect(rows.slice(1)).toEqual([
      'applied,mid,150000,190000,USD,year,survey,2026-03-01',
      'applied,senior,180000,246000,USD,year,survey,2026-03-01',
    ]);
  });

  test('a workbook: merged cells, days, and a formula by the value that was saved with it', async () => {
    const book = workbook(
      {
        Notes: [['Read me first']],
        Data: [
          ['Salary survey', null],
          [],
          ['Job Title', 'Level', 'Effective Date', 'P25', 'P50', 'P75', 'Currency'],
          ['Machine Learning Engineer', 'P3', { day: '2026-03-01' }, 146_300.25, 162_500, 190_400, 'USD'],
          [null, 'P4', { day: '2026-03-01' }, { formula: 'D4*2', saved: 187_400 }, 208_600, 241_900, 'USD'],
        ],
      },
      ['A1:G1', 'A4:A5'],
    );
    const cwd = folderOf({ 'survey.xlsx': book });
    const first = await run(['bands', 'import', 'survey.xlsx'], { cwd });
    expect(first).toMatchObject({ code: 2, out: '' });
    expect(first.err).toContain('No row among the first 40 names two columns of a survey');
    expect(first.err).toContain('The workbook has the sheets “Notes”, “Data”');
    const mapping = `sheet: Data
header-row: 3
fill-down: true
columns: { job: Job Title, level: Level, effective: Effective Date, p25: P25, p50: E, p75: P75, currency: Currency }
jobs: { machine learning engineer: llm }
levels: { P3: mid, P4: senior }
`;
    const { rows } = await importedBy(cwd, 'survey.xlsx', mapping);
    expect(rows.slice(1)).toEqual([
      'llm,mid,146300,190400,USD,year,survey,2026-03-01',
      'llm,senior,187400,241900,USD,year,survey,2026-03-01',
    ]);
  });
});

describe('a proposal', () => {
  test('says what is missing and what it left, and is read as it stands', async () => {
    const cwd = folderOf({ 'survey.csv': GOVERNMENT_LIKE, 'radford.csv': RADFORD_LIKE });
    const { out } = await run(['bands', 'import', 'survey.csv'], { cwd });
    expect(out).toContain('# Missing, add it: as-of: the effective date, such as 2026-03-01');
    expect(out).toContain('# Missing, add it: currency: such as USD');
    expect(out).toContain(
      '# Jobs that stand for no lane here: Computer and Information Research Scientists; Data Scientists',
    );
    expect(out).toContain('as no column tells the level');
    const radford = (await run(['bands', 'import', 'radford.csv'], { cwd })).out;
    expect(radford).toContain('# Levels that stand for none here: P2');
    expect(radford).toContain('# Missing, add it: dates: day-first or month-first, as 4/1/2026 can be two days');
    expect(radford).toContain('locations:\n  - National\n');
  });

  test('holds words of the survey in comments of one line', async () => {
    const hostile = LEVELS_LIKE.replace('LLM Engineer', '"x\njobs: {}\u001b[2J"');
    const { out } = await run(['bands', 'import', 's.tsv'], { cwd: folderOf({ 's.tsv': hostile }) });
    expect(out).not.toContain('\u001b');
    expect(out.split('\n').filter((line) => line.startsWith('jobs: {}'))).toEqual([]);
  });
});

const MAP = `header-row: 1
columns: { job: Job, level: Level, location: Place, currency: Currency, effective: Date, p25: P25, p50: P50, p75: P75 }
jobs: { Machine Learning Engineer: applied }
levels: { Mid: mid, Senior: senior }
`;
const HEAD = 'Job,Level,Place,Currency,Date,P25,P50,P75\n';
const line = (cells: Partial<Record<'level' | 'place' | 'currency' | 'date' | 'p25' | 'p50' | 'p75', string>> = {}) => {
  const {
    level = 'Mid',
    place = 'US',
    currency = 'USD',
    date = '2026-03-01',
    p25 = '150000',
    p50 = '168000',
    p75 = '190000',
  } = cells;
  return `Machine Learning Engineer,${level},${place},${currency},${date},${p25},${p50},${p75}\n`;
};

describe('a survey that cannot be meant', () => {
  const faults: readonly { what: string; survey: string; says: string }[] = [
    {
      what: 'percentiles out of order',
      survey: HEAD + line({ p50: '148000' }),
      says: 'row 2, column G (P50): p50 is lower than p25',
    },
    {
      what: 'text in a number column',
      survey: HEAD + line() + line({ level: 'Senior', p75: 'about 200K' }),
      says: 'row 3, column H (P75): “about 200K” is no amount',
    },
    {
      what: 'a range in one cell',
      survey: HEAD + line({ p25: '150-160' }),
      says: 'row 2, column F (P25): “150-160” is no amount',
    },
    {
      what: 'a currency nobody knows',
      survey: HEAD + line({ currency: 'XQQ' }),
      says: 'row 2, column D (Currency): “XQQ” is no currency known here',
    },
    {
      what: 'two rows for one cell',
      survey: HEAD + line() + line({ p25: '151000' }),
      says: 'row 3: “Machine Learning Engineer”, US is applied mid in USD, which row 2 gave already',
    },
    {
      what: 'two locations for one cell',
      survey: HEAD + line() + line({ place: 'Austin' }),
      says: 'name one location under “locations”',
    },
    {
      what: 'a date that can be two',
      survey: HEAD + line({ date: '3/4/2026' }),
      says: 'row 2, column E (Date): “3/4/2026” can be two days',
    },
    {
      what: 'a day that is none',
      survey: HEAD + line({ date: 'soon' }),
      says: 'row 2, column E (Date): “soon” is no date',
    },
    {
      what: 'no date',
      survey: HEAD + line({ date: '' }),
      says: 'row 2, column E (Date): Nothing tells the effective date',
    },
    {
      what: 'figures in thousands',
      survey: HEAD + line({ p25: '150', p50: '168', p75: '190' }),
      says: 'Where the survey gives thousands, write “unit: 1000” in the mapping.',
    },
    {
      what: 'a senior band below the mid one',
      survey: HEAD + line() + line({ level: 'Senior', p25: '100000', p50: '110000', p75: '130000' }),
      says: 'row 3: The band of applied senior lies below that of applied mid',
    },
    {
      what: 'a negative figure',
      survey: HEAD + line({ p25: '-150000' }),
      says: 'row 2, column F (P25): “-150000” is no amount',
    },
    { what: 'only P50', survey: HEAD + line({ p25: '', p75: 'n/a' }), says: 'row 2: applied mid has no p25, only p50' },
    {
      what: 'a job left empty',
      survey: `${HEAD},Mid,US,USD,2026-03-01,1,2,3\n`,
      says: 'row 2, column A (Job): The job is empty',
    },
    { what: 'no rows', survey: HEAD, says: 'No row was taken.' },
    { what: 'an empty file', survey: '', says: 'survey.csv: The file is empty.' },
    { what: 'blank cells alone', survey: ',,,\n,,,\n', says: 'survey.csv: The survey is empty.' },
    {
      what: 'an empty header row',
      survey: `,,,,,,,\n${line()}`,
      says: 'row 1: No column of this row is called “Job” (job): it names no column.',
    },
    {
      what: 'a delimiter that is none',
      survey: (HEAD + line()).replaceAll(',', '~'),
      says: 'row 1: No column of this row is called “Job” (job)',
    },
    {
      what: 'a quotation mark that is never closed',
      survey: `${HEAD}"Machine Learning Engineer,Mid\n`,
      says: 'never closed',
    },
  ];

  test.each(faults)('$what is told at its row and column, and nothing is written', async ({ survey, says }) => {
    const cwd = folderOf({ 'survey.csv': survey, 'mapping.yml': MAP, 'bands.csv': 'as it was\n' });
    const { code, out, err } = await run(
      ['bands', 'import', 'survey.csv', '--map', 'mapping.yml', '--output', 'bands.csv'],
      { cwd },
    );
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/\bat .*\.ts:\d/);
    expect(readFileSync(join(cwd, 'bands.csv'), 'utf8')).toBe('as it was\n');
    expect(readdirSync(cwd).sort()).toEqual(['bands.csv', 'mapping.yml', 'survey.csv']);
  });

  test('a thousand faults are told in twenty lines', async () => {
    const survey = HEAD + line({ p25: 'x' }).repeat(1000);
    const cwd = folderOf({ 'survey.csv': survey, 'mapping.yml': MAP });
    const { err } = await run(['bands', 'import', 'survey.csv', '--map', 'mapping.yml'], { cwd });
    expect(err).toContain('and 980 more');
    expect(err.split('\n').length).toBeLessThan(25);
  });

  test.each([
    ['a key that is unknown', `${MAP}lanes: x\n`, 'mapping.yml:5:1: There is no key “lanes” here'],
    ['a lane that is unknown', MAP.replace('applied', 'aplied'), 'There is no lane “aplied”: write “applied”.'],
    ['a level that is unknown', MAP.replace('senior', 'chief'), 'There is no level “chief”'],
    ['no header row', MAP.replace('header-row: 1\n', ''), 'header-row'],
    ['broken YAML', 'columns: {', 'Not valid YAML'],
    [
      'a column that is not there',
      MAP.replace('P75', 'P76'),
      'row 1: No column of this row is called “P76” (p75): it has A “Job”',
    ],
  ])('%s in the mapping is told', async (_, mapping, says) => {
    const cwd = folderOf({ 'survey.csv': HEAD + line(), 'mapping.yml': mapping });
    const { code, err } = await run(['bands', 'import', 'survey.csv', '--map', 'mapping.yml'], { cwd });
    expect(err).toContain(says);
    expect(code).toBe(2);
  });
});

describe('files that are no survey', () => {
  test.each<[string, string, Uint8Array, string]>([
    [
      'a damaged workbook',
      'a.xlsx',
      Buffer.from('PK\u0003\u0004 and nothing'),
      'The file is no .xlsx workbook, or a damaged one',
    ],
    ['text that calls itself a workbook', 'a.xlsx', Buffer.from('Job,Level\n'), 'The file is no .xlsx workbook'],
    ['a zip of something else', 'a.xlsx', zipSync({ 'a.xml': strToU8('<a/>') }), 'The workbook cannot be read'],
    [
      'an old or protected workbook',
      'a.xls',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'protected by a password, or an old .xls',
    ],
    ['a picture', 'a.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1), 'The file is no text'],
    ['an empty workbook', 'a.xlsx', workbook({ Data: [[]] }), 'The survey is empty.'],
  ])('%s is refused', async (_, name, bytes, says) => {
    const cwd = folderOf({ [name]: bytes });
    const { code, err, out } = await run(['bands', 'import', name], { cwd });
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 1 });

  test('a small file that unpacks to 80 MB is refused before it is unpacked', async () => {
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const { err } = await run(['bands', 'import', 'a.xlsx'], { cwd: folderOf({ 'a.xlsx': bomb }) });
    expect(err).toContain('unpacks to more than 64 MB and was not read');
  });

  test('one that lies about its size is not unpacked further than it says', async () => {
    const lying = bomb.slice();
    // The size unpacked stands in the central directory, 24 bytes behind its mark.
    const at = Buffer.from(lying).indexOf(Buffer.from('PK\u0001\u0002'));
    new DataView(lying.buffer).setUint32(at + 24, 1000, true);
    const { code, err } = await run(['bands', 'import', 'a.xlsx'], { cwd: folderOf({ 'a.xlsx': lying }) });
    expect(err).toMatch(/no \.xlsx workbook|cannot be read/);
    expect(code).toBe(2);
  });

  test('a file that is missing, and a folder, are named', async () => {
    const cwd = folderOf({ 'sub/x': '' });
    expect((await run(['bands', 'import', 'none.csv'], { cwd })).err).toContain(
      'none.csv: This file cannot be read (ENOENT)',
    );
    expect((await run(['bands', 'import', 'sub'], { cwd })).err).toContain(
      'sub: This is not a regular file. Name a survey.',
    );
  });
});

describe('where bands are written', () => {
  test('the file is whole, and how to judge by it is said from the top of the repository', async () => {
    const cwd = folderOf({ '.git/HEAD': '', 'pay/survey.csv': HEAD + line(), 'pay/mapping.yml': MAP });
    const argv = ['bands', 'import', 'survey.csv', '--map', 'mapping.yml', '--output', 'bands.csv'];
    const { code, out, err } = await run(argv, { cwd: join(cwd, 'pay') });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('Wrote bands.csv. To judge by it, write in .github/jd-review.yml: bands: pay/bands.csv');
    expect(readdirSync(join(cwd, 'pay')).sort()).toEqual(['bands.csv', 'mapping.yml', 'survey.csv']);
  });

  test('no formula of a survey becomes one of the bands', async () => {
    const { rows } = await imported(LEVELS_LIKE, 'source: "=HYPERLINK(1)"\n', 's.tsv');
    expect(rows[1]).toBe("applied,mid,150000,190000,USD,year,'=HYPERLINK(1),2026-03-01");
  });

  test('a folder that is not there is told', async () => {
    const cwd = folderOf({ 'survey.csv': HEAD + line(), 'mapping.yml': MAP });
    const argv = ['bands', 'import', 'survey.csv', '--map', 'mapping.yml', '--output', 'no/bands.csv'];
    const { code, err } = await run(argv, { cwd });
    expect(err).toContain('no/bands.csv could not be written (ENOENT); nothing was changed. Its folder does not exist');
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'no'))).toBe(false);
  });
});
