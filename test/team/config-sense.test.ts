import { describe, expect, test } from 'vitest';
import { builtinSources } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { readTeam } from '../../src/team/team.ts';

const { sources } = await builtinSources(kinds);

/** What is said of a team's files, each at its place. */
function said(config: string, rules: Readonly<Record<string, string>> = {}): string[] {
  const files = Object.entries(rules).map(([path, text]) => ({ path: `.github/jd-rules/${path}`, text }));
  const { problems } = readTeam(
    sources,
    { config: { path: '.github/jd-review.yml', text: config }, rules: files },
    kinds,
  );
  return problems.map(({ path, place, message }) => `${path.slice(8)}:${place?.line}:${place?.column} ${message}`);
}

describe('a glob that fits nothing is no way to switch reviews off unseen', () => {
  test.each([
    ['jobs', 'is no glob of files: for all below a folder write “jobs/**/*.md”.'],
    ['jobs/', 'is no glob of files: for all below a folder write “jobs/**/*.md”.'],
    ['!jobs/old', 'is no glob of files: for all below a folder write “!jobs/old/**/*.md”.'],
    ['jobs/**/*.txt', 'fits no Markdown file: postings end in .md, .mdx or .markdown.'],
    ['jobs/**/*.{md', 'has a “{” that is never closed: write “}”.'],
    ['jobs/a}.md', 'has a “}” that nothing opens: write “{” before it, or remove it.'],
    ['jobs/[a.md', 'has a “[” that is never closed: write “]”.'],
    ['jobs\\**\\*.md', 'has backslashes: folders are parted by “/” on every system, so write “jobs/**/*.md”.'],
  ])('%s', (glob, message) => {
    expect(said(`postings:\n  - "careers/**/*.md"\n  - '${glob}'\n`)).toEqual([
      `jd-review.yml:3:5 “${glob}” ${message}`,
    ]);
  });

  test('one without end', () => {
    const [message] = said(`postings: ["${'['.repeat(200_000)}"]\n`);
    expect(message).toMatch(/^jd-review\.yml:1:12 “\[{1000}” is too long: write several globs\.$/);
  });

  test.each([
    ['postings: []', '“postings” is empty, so nothing would be reviewed'],
    ['postings: ["!jobs/old/**"]', '“postings” only takes files out, so nothing would be reviewed'],
  ])('%s', (config, message) => {
    expect(said(config)).toEqual([`jd-review.yml:1:11 ${message}: name the folder first, such as “jobs/**/*.md”.`]);
  });

  test.each([
    'postings: ["jobs/**", "jobs/*", "./jobs/**/*.{md,mdx}", "jobs/2026-{01..12}/*.md", "jobs/[!_]*.md", "a/ml-*"]',
    "postings: ['app/\\[slug\\]/*.mdx', 'app/[[]slug]/*.md', 'one.md', 'jobs/*.m?', '@(jobs|careers)/**']",
    'postings: []\nshared-folders: ["**/jobs/**/*.md"]',
    'ignore-files: [LICENSE, "notes*.txt"]',
  ])('while these mean something: %s', (config) => {
    expect(said(config)).toEqual([]);
  });

  test('and the folders that come along hold where nothing is left', () => {
    const { config } = readTeam(sources, { config: { path: 'x.yml', text: 'postings: [jobs]\n' } }, kinds);
    expect(config.settings.postings).toBeUndefined();
  });
});

describe('values that have the right form and cannot be', () => {
  test.each([
    [
      'bands-as-of: 2026-02-30',
      '1:14 “bands-as-of” is “2026-02-30”: no calendar has that day, write one that is, such as 2026-11-22.',
    ],
    ['bands-currency: DOL', '1:17 “bands-currency” is “DOL”: no currency has that code, write one such as USD.'],
    ['rates: { DOL: 1.3 }', '1:10 The name “DOL” cannot stand here: no currency has that code, write one such as USD.'],
    ['rates: { usd: 1.3 }', '1:10 The name “usd” cannot stand here: write a currency code such as USD.'],
    [
      'bands-currency: EUR\nrates: { USD: 0.93, EUR: 1.08 }',
      '2:26 The bands are in EUR already: a rate says how much one unit of another currency is worth in EUR. Leave this one out.',
    ],
    [
      'lanes: { robotics: { title: Robotics, weeks-to-fill: [9, 3] } }',
      '1:54 The greater number of weeks stands in front: write the smaller first.',
    ],
    [
      'lanes: { robotics: { title: Robotics, weeks-to-fill: [3, 9], aliases: [Applied] } }',
      '1:72 “Applied” is a lane of its own: leave it out here, or take another word.',
    ],
    [
      'levels: { lead: { title: Lead, years: { min: 12, max: 8 } } }',
      '1:39 “min” is greater than “max”: write the smaller number of years as “min”.',
    ],
  ])('%s', (config, message) => {
    expect(said(config)).toEqual([`jd-review.yml:${message}`]);
  });

  test.each([
    'bands-as-of: 2028-02-29',
    'bands-currency: ISK\nrates: { ISK: 1, USD: 0.0073 }',
    'lanes: { robotics: { title: Robotics, weeks-to-fill: [6, 6], aliases: [robots] } }',
    'levels: { lead: { title: Lead, years: { min: 8, max: 8 } }, senior: { title: Senior, aliases: [senior], years: { min: 6 } } }',
  ])('and near ones that can: %s', (config) => {
    expect(said(config)).toEqual([]);
  });
});

test('faults are told from the top of the file down, whichever step finds them', () => {
  const config =
    'rules: { phd-requird: off }\nfailon: error\njurisdictions: [Colorad]\nemployees: many\nwaivable: [comp-stal]\n';
  expect(said(config).map((line) => line.split(':')[1])).toEqual(['1', '2', '3', '4', '5']);
});

describe('a file of the rules folder under a name that is not read', () => {
  test.each([
    [
      'section.yml',
      'sections:\n  - { kind: duties, headings: [was dich erwartet] }\n',
      'headings',
      'name it sections.yml',
    ],
    ['team/words.yaml.yml', 'words: { pay-base: [grundlohn] }\n', 'words for reading', 'name it words.yml'],
    ['band.yml', 'bands: { applied: { mid: [150000, 195000] } }\n', 'bands', 'name it bands.yml'],
    ['trade.yml', 'terms: {}\n', 'vocabularies', 'put it into a folder called “terms”, such as terms/trade.yml'],
    ['term/trade.yml', 'terms: {}\n', 'vocabularies', 'put it into a folder called “terms”, such as terms/trade.yml'],
  ])('%s gets one fault with its cure, not one for each key of a rule', (path, text, holds, cure) => {
    expect(said('', { [path]: text })).toEqual([
      `jd-rules/${path}:1:1 The file holds ${holds}, and here it would be read as a rule: ${cure}.`,
    ]);
  });

  test('so does a file that holds nothing known', () => {
    expect(said('', { 'notes.yml': 'owner: ada\n' })).toEqual([
      'jd-rules/notes.yml:1:1 The file holds nothing of a rule (title, why, fix, source, severity, check): move it out of the rules folder, or begin it like a rule.',
    ]);
  });

  test('a rule with keys missing is still told which', () => {
    expect(said('', { 'team/x.yml': 'title: A word\nwords: [a]\n' })).toContain(
      'jd-rules/team/x.yml:1:1 “fix” is missing: what to write instead.',
    );
  });
});

describe('a vocabulary whose name is misspelt would teach nothing', () => {
  const terms = (name: string, more = '') => ({
    'terms/trade.yml': `terms:\n  ${name}: { doc: Our data, phrases: [kiln log*] }\n${more}`,
  });

  test('and is told with the name that is meant', () => {
    expect(said('', terms('evidence-dat'))).toEqual([
      'jd-rules/terms/trade.yml:2:3 No phrase asks for a vocabulary “evidence-dat”, so it would teach nothing: write “evidence-data”, or use {evidence-dat} in a rule.',
    ]);
  });

  test.each([
    ['a built-in one', terms('evidence-data')],
    ['one that another takes in', terms('tols', '  tool: { doc: More tools, includes: [tols] }\n')],
    ['one that a phrase asks for', terms('tols', '  tool: { doc: More tools, phrases: ["our {tols}"] }\n')],
    ['one that is like no other', terms('kiln-words')],
  ])('while %s is fine', (_, files) => {
    expect(said('', files)).toEqual([]);
  });
});

describe('a band table of the rules folder', () => {
  const table = (cells: string) => ({ 'bands.yml': `source: Own\nas-of: 2026-09-01\nbands:\n  ${cells}\n` });

  test.each([
    ['aplied: { mid: [150000, 195000] }', '4:3 There is no lane “aplied”: write “applied”.'],
    ['applied: { mdi: [150000, 195000] }', '4:14 There is no level “mdi”: write “mid”.'],
    ['150000: { mid: [150000, 195000] }', '4:3 There is no lane “…”: write one of applied, research, llm, domain.'],
  ])('%s names what nobody posts', (cells, message) => {
    expect(said('', table(cells))).toEqual([`jd-rules/bands.yml:${message}`]);
  });

  test('has no rate of its own currency', () => {
    expect(said('', table('applied: { mid: [150000, 195000] }\nrates: { USD: 2 }'))).toEqual([
      'jd-rules/bands.yml:5:15 The bands are in USD already: a rate says how much one unit of another currency is worth in USD. Leave this one out.',
    ]);
  });

  test('may name lanes and levels of the configuration', () => {
    const config = `lanes: { robo_tics: { title: Robotics, weeks-to-fill: [8, 14] } }
levels: { lead: { title: Lead, years: { min: 8 } } }
`;
    expect(said(config, table('robo_tics: { lead: [250000, 300000] }'))).toEqual([]);
  });
});
