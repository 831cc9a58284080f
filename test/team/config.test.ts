import { describe, expect, test } from 'vitest';
import { NO_CONFIG, type RuleSources } from '../../src/policy/model.ts';
import { readConfig } from '../../src/team/config.ts';
import { rulesFolderOf } from '../../src/team/team.ts';
import type { CheckKind } from '../../src/types/check.ts';

const kinds: Readonly<Record<string, CheckKind>> = {
  count: {
    doc: 'Counts.',
    options: {
      any: { type: 'phrases', doc: 'What.' },
      'at-least': { type: 'number', doc: 'How many.' },
      per: { type: ['hit', 'posting'], doc: 'How often.' },
    },
    values: [],
    renamed: { 'at-most': '“at-least”' },
    compile: () => () => [],
  },
};

const rule = (id: string): RuleSources['rules'][number] => ({
  id,
  category: 'lane',
  title: id,
  why: 'x',
  fix: 'x',
  source: 'x',
  severity: 'warning',
  on: true,
  waivable: true,
  lanes: 'all',
  levels: 'all',
  checks: [{ kind: 'count', any: ['a'] }],
  message: 'x',
});

const sources: RuleSources = {
  rules: [rule('phd-required'), rule('tool-laundry-list'), rule('comp-stale')],
  terms: { tool: { doc: 'Tools.', phrases: ['a'] } },
  lanes: ['applied', 'llm'].map((id) => ({ id, title: id, aliases: [], weeksToFill: [5, 8] })),
  levels: ['mid', 'senior'].map((id) => ({
    id,
    title: id,
    aliases: [],
    titleWords: [],
    years: { min: 1, max: null },
    productionYears: null,
  })),
  assumed: {},
  collidesWith: {},
  bands: [],
  geoFactors: [],
  rates: {},
  benchmarks: [],
  laws: [
    {
      id: 'us-co',
      place: 'Colorado',
      where: ['colorado'],
      employees: 1,
      since: '2021-01-01',
      needs: [],
      source: 'x',
      asOf: '2026-01-01',
    },
  ],
  sections: [],
  openings: {},
  fields: { lane: ['lane'], comp: ['comp'] },
  words: {},
  settings: {
    postings: [],
    sharedFolders: [],
    ignoreFiles: [],
    documentFiles: [],
    failOn: 'error',
    failScope: 'posting',
    showBands: true,
    suggestComp: false,
    ignoreNames: [],
    jurisdictions: [],
    audit: { payRules: [], timeRules: [], bandMonths: 12, unobeyedShare: 1, unobeyedPostings: 1 },
  },
};

function read(text: string) {
  const { config, problems } = readConfig('.github/jd-review.yml', text, sources, kinds);
  return { config, problems: problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`) };
}

describe('a team’s configuration', () => {
  test.each(['', '# nothing yet\n', '---\n'])('may say nothing: %j', (text) => {
    expect(read(text)).toEqual({ config: NO_CONFIG, problems: [] });
  });

  test('sets everything that can be set', () => {
    const { config, problems } = read(`
postings: ["roles/*.md", "!roles/old/**"]
ignore-files: ["notes*.md"]
document-files: ["guide.md"]
fail-on: warning
fail-scope: line
show-bands: false
suggest-comp: true
ignore-names: [Acme Unicorn]
jurisdictions: [Colorado]
employees: 120
audit: { pay-rules: [comp-stale], band-months: 18 }
waivable: [comp-stale]
rules-folder: .github/jd-review
rules:
  phd-required: off
  comp-stale: notice
  tool-laundry-list: { severity: error, at-least: 9, any: ["{tool} | b"], waivable: false }
lanes:
  platform: { title: Platform, aliases: [mlops], weeks-to-fill: [6, 9], collides-with: applied }
levels:
  fellow: { title: Fellow, years: { min: 15 } }
bands:
  platform: { senior: [210000, 270000], fellow: { min: 300000, max: 400000, currency: EUR, as-of: 2026-10-01 } }
bands-source: Comp team
bands-as-of: 2026-09-01
built-in-bands: false
geo-factors: { Denver: 0.95 }
rates: { EUR: 1.08 }
fields: { lane: [role_type] }
`);
    expect(problems).toEqual([]);
    expect(config).toEqual({
      rules: {
        'phd-required': { on: false },
        'comp-stale': { severity: 'notice' },
        'tool-laundry-list': {
          severity: 'error',
          waivable: false,
          options: { 'at-least': 9, any: ['{tool} | b'] },
        },
      },
      rulesFolder: '.github/jd-review',
      settings: {
        postings: ['roles/*.md', '!roles/old/**'],
        ignoreFiles: ['notes*.md'],
        documentFiles: ['guide.md'],
        failOn: 'warning',
        failScope: 'line',
        showBands: false,
        suggestComp: true,
        ignoreNames: ['Acme Unicorn'],
        jurisdictions: ['Colorado'],
        employees: 120,
        audit: { payRules: ['comp-stale'], bandMonths: 18 },
      },
      waivable: ['comp-stale'],
      lanes: [{ id: 'platform', title: 'Platform', aliases: ['mlops'], weeksToFill: [6, 9] }],
      levels: [
        {
          id: 'fellow',
          title: 'Fellow',
          aliases: [],
          titleWords: [],
          years: { min: 15, max: null },
          productionYears: null,
        },
      ],
      collidesWith: { platform: 'applied' },
      bands: [
        {
          lane: 'platform',
          level: 'senior',
          min: 210000,
          max: 270000,
          currency: 'USD',
          period: 'year',
          source: 'Comp team',
          asOf: '2026-09-01',
        },
        {
          lane: 'platform',
          level: 'fellow',
          min: 300000,
          max: 400000,
          currency: 'EUR',
          period: 'year',
          source: 'Comp team',
          asOf: '2026-10-01',
        },
      ],
      keepBands: false,
      geoFactors: [{ place: 'Denver', factor: 0.95 }],
      rates: { EUR: 1.08 },
      fields: { lane: ['role_type'] },
    });
  });

  test.each([
    ['fail_on: warning', { failOn: 'warning' }],
    ['show_bands: false', { showBands: false }],
  ])('may write “_” for “-”: %s', (text, settings) => {
    expect(read(text)).toMatchObject({ config: { settings }, problems: [] });
  });

  test.each([
    ['rules: { phd-required: true }', { on: true }],
    ['rules: { phd-required: on }', { on: true }],
    ['rules: { phd-required: { on: false } }', { on: false }],
    ['rules: { phd-required: { at-least: 3 } }', { options: { 'at-least': 3 } }],
  ])('sets a rule in short or at length: %s', (text, setting) => {
    expect(read(text)).toMatchObject({ config: { rules: { 'phd-required': setting } }, problems: [] });
  });
});

/** Configuration, its problems, and what of it still holds. */
const FAULTS: readonly (readonly [string, readonly string[], object])[] = [
  ['- a', ['1:1 The file holds no settings: write keys with values, such as “fail-on: warning”.'], {}],
  [
    'fail-on: [',
    ['1:11 Not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].'],
    {},
  ],
  ['fail-onn: warning', ['1:1 There is no setting “fail-onn”: write “fail-on”.'], { settings: {} }],
  ['fail-on: warn', ['1:10 “fail-on” is “warn”: write “warning”.'], { settings: {} }],
  ['fail-on: error\nfail-on: notice', ['2:1 The key “fail-on” stands here a second time: keep one.'], { settings: {} }],
  ['show-bands: no', ['1:13 “show-bands” is text: write true or false.'], { settings: {} }],
  [
    'postings: [a.md, 3]',
    ['1:18 Entry 2 of “postings” is a number: write text.'],
    { settings: { postings: ['a.md'] } },
  ],
  ['postings: [3]', ['1:12 Entry 1 of “postings” is a number: write text.'], { settings: {} }],
  ['postings: jobs/*.md', ['1:11 “postings” is text: write a list.'], { settings: {} }],
  ['employees: many', ['1:12 “employees” is text: write a number.'], { settings: {} }],
  [
    'rules-folder: ../rules',
    ['1:15 “rules-folder” is “../rules”: write a folder of the repository, such as .github/jd-review.'],
    {},
  ],
  [
    'rules:\n  phd-requird: off\n  comp-stale: off',
    ['2:3 There is no rule “phd-requird”: write “phd-required”.'],
    { rules: { 'comp-stale': { on: false } } },
  ],
  ['rules: { nonsense: off }', ['1:10 There is no rule “nonsense”: see rules/README.md for all ids.'], { rules: {} }],
  ['rules: { comp-stale: eror }', ['1:22 “comp-stale” is “eror”: write “error”.'], { rules: {} }],
  [
    'rules: { comp-stale: [1] }',
    ['1:22 “comp-stale” is a list: write on, off, error, warning, notice or true or false or keys with values.'],
    { rules: {} },
  ],
  [
    'rules: { comp-stale: { severity: warning, atleast: 3 } }',
    ['1:43 The rule comp-stale has no option “atleast”: write “at-least”.'],
    { rules: { 'comp-stale': { severity: 'warning' } } },
  ],
  [
    'rules: { comp-stale: { at-most: 3 } }',
    ['1:24 The option “at-most” has another name now: write “at-least”.'],
    { rules: { 'comp-stale': {} } },
  ],
  [
    'rules: { comp-stale: { severity: warning, at-least: "9" } }',
    ['1:53 “at-least” is text: write a number.'],
    { rules: { 'comp-stale': { severity: 'warning' } } },
  ],
  [
    'rules: { comp-stale: { severity: grave } }',
    ['1:34 “severity” is “grave”: write one of error, warning, notice.'],
    { rules: { 'comp-stale': {} } },
  ],
  [
    'rules: { comp-stale: { any: ["{tol}"] } }',
    ['1:31 Phrase: there is no vocabulary {tol}: write {tool}.'],
    { rules: { 'comp-stale': {} } },
  ],
  [
    'jurisdictions: [colorado, us-co, Colarado]',
    ['1:34 No pay law is known for “Colarado”: write “Colorado”.'],
    { settings: { jurisdictions: ['colorado', 'us-co', 'Colarado'] } },
  ],
  [
    'jurisdictions: [Texas]',
    ['1:17 No pay law is known for “Texas”: see rules/pay-laws.yml for the places.'],
    { settings: { jurisdictions: ['Texas'] } },
  ],
  [
    'audit: { time-rules: [comp-stal, comp-stale] }',
    ['1:23 There is no rule “comp-stal”: write “comp-stale”.'],
    { settings: { audit: { timeRules: ['comp-stale'] } } },
  ],
  ['waivable: [comp-stal]', ['1:12 There is no rule “comp-stal”: write “comp-stale”.'], { waivable: [] }],
  ['waivable: some', ['1:11 “waivable” is “some”: write one of all, none, or a list such as [rule-id].'], {}],
  [
    'bands: { llm: { senior: [1, 2], mid: { min: 1 } }, lllm: { mid: [1, 2] } }',
    ['1:38 “max” is missing: greatest base pay, such as 150000.', '1:52 There is no lane “lllm”: write “llm”.'],
    { bands: [{ lane: 'llm', level: 'senior', min: 1, max: 2 }] },
  ],
  [
    'bands: { llm: { senior: [2, 1], mid: [1, 2] } }',
    ['1:25 The band of llm senior has the greater pay in front: write the smaller first.'],
    { bands: [{ level: 'mid' }] },
  ],
  ['rates: { eur: 1 }', ['1:10 The name “eur” cannot stand here: write a currency code such as USD.'], { rates: {} }],
  ['fields: { cmp: [band] }', ['1:11 There is no field “cmp”: write “comp”.'], { fields: {} }],
  [
    'lanes: { ops: { title: Ops, weeks-to-fill: [1, 2], collides-with: aplied } }',
    ['1:67 There is no lane “aplied”: write “applied”.'],
    { lanes: [{ id: 'ops' }], collidesWith: {} },
  ],
  [
    'lanes: { ops: { title: Ops } }',
    ['1:15 “weeks-to-fill” is missing: weeks that filling such a role takes, from and to, such as [6, 10].'],
    { lanes: [] },
  ],
];

describe('a faulty setting is told, and all else holds', () => {
  test.each(FAULTS)('%j', (text, problems, rest) => {
    const result = read(text);
    expect(result.problems).toEqual(problems);
    expect(result.config).toMatchObject(rest);
  });

  test('every problem is an error, so that no fault turns a rule off unseen', () => {
    const { problems } = readConfig('c.yml', 'rules: { nonsense: off }\nfail-on: no', sources, kinds);
    expect(problems.map((problem) => [problem.path, problem.severity])).toEqual([
      ['c.yml', 'error'],
      ['c.yml', 'error'],
    ]);
  });
});

test.each([
  ['rules-folder: ./.github/jd/', '.github/jd'],
  ['rules-folder: ../up', undefined],
  ['rules-folder: 3', undefined],
  ['fail-on: error', undefined],
  ['[', undefined],
])('the folder of own rules is known before they are read: %s', (text, folder) => {
  expect(rulesFolderOf({ path: 'c.yml', text })).toBe(folder);
});

test.each([
  [
    'bands: { applied: { mid: 150000-195000 } }',
    'write keys with values or two numbers in brackets, such as [150000, 195000]',
  ],
  ['bands: { applied: { mid: ["150K", "195K"] } }', 'write a number, such as 150000'],
  ['bands: { applied: 150000 }', 'such as { mid: [150000, 195000] }'],
  ['geo-factors: [Denver]', 'such as { Denver: 0.95 }'],
  ['rates: 1.08', 'such as { EUR: 1.08 }'],
  ['lanes: { robotics: Robotics }', 'such as { title: Robotics, weeks-to-fill: [6, 10] }'],
  ['levels: { lead: 8 }', 'such as { title: Lead, years: { min: 8 } }'],
])('shows in the words of the file what to write in place of %s', (text, says) => {
  const { problems } = readConfig('jd-review.yml', text, sources, kinds);
  expect(problems.map(({ message }) => message).join('\n')).toContain(says);
  expect(problems.map(({ message }) => message).join('\n')).not.toMatch(/tuple|record|union|expected/i);
});
