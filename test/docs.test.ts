/** The pages for people: short in front, with links that lead somewhere and samples that hold. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { PAGES, pages } from '../scripts/pages.ts';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { commandHelp } from '../src/cli/help.ts';
import { judgeExample, says } from '../src/examples.ts';
import { compilePolicy } from '../src/policy/compile.ts';
import { readExamples } from '../src/rule-files/rule-examples.ts';
import { readSources } from '../src/rule-files/sources.ts';
import { readMapping } from '../src/survey/mapping.ts';
import { readTeam } from '../src/team/team.ts';
import { policyFor } from './support/examples.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
const all = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'rules/README.md',
  'findings/README.md',
  ...docs.map((name) => `docs/${name}`),
];

/** All tokens of a page's Markdown, inner ones too. */
function tokensOf(path: string): Token[] {
  const tokens: Token[] = [];
  marked.walkTokens(marked.lexer(textOf(path)), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** A heading's anchor as GitHub makes it. */
function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The words of a heading without its marks. */
function plain(tokens: readonly Token[]): string {
  return tokens
    .map((token) => ('tokens' in token && token.tokens ? plain(token.tokens) : (token as { text: string }).text))
    .join('');
}

function anchorsOf(path: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = tokensOf(path).flatMap((token) => {
    if (token.type !== 'heading') return [];
    const name = slug(plain(token.tokens ?? []));
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return [times === 0 ? name : `${name}-${times}`];
  });
  return new Set(anchors);
}

const linksOf = (path: string) =>
  tokensOf(path).flatMap((token) => (token.type === 'link' || token.type === 'image' ? [token.href as string] : []));

const anchors = new Map<string, Set<string>>();

/** What is wrong with a relative link of a page; nothing for one that leads somewhere. */
function fault(page: string, href: string): string | undefined {
  const [file, anchor] = href.split('#') as [string, string?];
  const path = file === '' ? page : posix.join(posix.dirname(page), decodeURI(file));
  if (path.startsWith('..')) return 'leads out of the repository';
  if (!existsSync(join(root, path))) return 'leads to no file';
  if (anchor === undefined) return undefined;
  if (!path.endsWith('.md')) return 'has an anchor in a file without headings';
  if (!anchors.has(path)) anchors.set(path, anchorsOf(path));
  return anchors.get(path)!.has(anchor) ? undefined : 'leads to no heading';
}

test('the front page has at most 150 lines', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test('the front page leads to every page below docs/', () => {
  const linked = linksOf('README.md').map((href) => href.split('#')[0]);
  expect(docs.filter((name) => !linked.includes(`docs/${name}`))).toEqual([]);
});

test('the front page says of every lane what it is, and of every level its years', () => {
  const { vocabulary } = policyFor(undefined);
  const page = textOf('README.md').replaceAll('\n', ' ');
  for (const { id } of vocabulary.lanes) expect(page).toMatch(new RegExp(`\`${id}\` (?:puts|finds|builds|needs) `));
  const years = vocabulary.levels.map(({ id, years: { min, max } }) =>
    max === null ? `${id} ${min} and more` : `${id} ${min}–${max}`,
  );
  expect(page).toContain(`: ${years.join(', ')}.`);
});

describe.each(all)('%s', (path) => {
  test('has links that lead somewhere', () => {
    const wrong = linksOf(path)
      .filter((href) => !/^(?:https?|mailto):/.test(href))
      .flatMap((href) => fault(path, href)?.replace(/^/, `${href} `) ?? []);
    expect(wrong).toEqual([]);
  });

  test('closes each part between marks', () => {
    const marks = [...textOf(path).matchAll(/^<!-- (\/?)([a-z]+) -->$/gm)].map(([, end, name]) => end! + name!);
    const opened = marks.filter((mark) => !mark.startsWith('/'));
    expect(marks).toEqual(opened.flatMap((name) => [name, `/${name}`]));
    expect(PAGES[path] ?? []).toEqual(opened.filter((name) => (PAGES[path] ?? []).includes(name)));
  });

  test('names only flags that the command line knows', () => {
    const lines = textOf(path).match(/dist\/cli\.js [^\n`]*/g) ?? [];
    const flags = lines.flatMap((line) => line.split(/\s#/)[0]!.match(/--[a-z-]+/g) ?? []);
    const help = COMMANDS.map(commandHelp).join('\n');
    expect(flags.filter((flag) => !help.includes(flag) && flag !== '--help')).toEqual([]);
  });
});

test('a broken link is noticed', () => {
  expect(fault('docs/rules.md', '../README.md#nowhere')).toBe('leads to no heading');
  expect(fault('docs/rules.md', 'nothing.md')).toBe('leads to no file');
  expect(fault('docs/rules.md', '../rules/README.md#kind-phrase')).toBeUndefined();
});

test.each(Object.entries(await pages(root)))('the generated parts of %s are fresh', (path, wanted) => {
  expect(textOf(path)).toBe(wanted);
});

describe('samples in the pages hold', () => {
  const files = yamlFiles(rulesFolder());
  const { sources } = readSources(files, kinds);
  /** Blocks of YAML, those in list items without their indent. */
  const blocks = (path: string) =>
    [...textOf(path).matchAll(/^( *)```yaml\n([\s\S]*?)^\1```$/gm)].map(([, indent, text]) =>
      text!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    );
  const told = (problems: readonly { message: string }[]) => problems.map(({ message }) => message);

  const configs = ['docs/configuration.md', 'docs/bands.md', 'docs/rules.md'].flatMap((path) =>
    blocks(path)
      .filter((text) => !/^(?:title|terms|jd-review|sections):/m.test(text))
      .map((text) => [path, text] as const),
  );
  test.each(blocks('docs/rules.md').filter((text) => /^sections:/m.test(text)))('headings of a team hold', (text) => {
    expect(told(readSources([{ path: 'team/sections.yml', text }], kinds, sources).problems)).toEqual([]);
  });

  test.each(configs)('a configuration of %s is read without a fault', (_path, text) => {
    const config = { path: '.github/jd-review.yml', text };
    expect(told(readTeam(sources, { config }, kinds).problems)).toEqual([]);
  });

  test('the mapping of a survey is read without a fault', () => {
    const sample = /```text\n(sheet: [\s\S]*?)```/.exec(textOf('docs/bands.md'))![1]!;
    const known = { lanes: sources.lanes.map(({ id }) => id), levels: sources.levels.map(({ id }) => id) };
    expect(readMapping('mapping.yml', sample, known)).toHaveProperty('mapping');
  });

  const parts = (path: string, key: string) => blocks(path).filter((text) => text.startsWith(`${key}:`));
  const own = ['docs/rules.md', 'CONTRIBUTING.md'].flatMap((path) =>
    parts(path, 'title').map((text) => [path, text] as const),
  );
  test.each(own)('the rule of %s keeps its examples', (_path, text) => {
    const rules = [
      { path: '.github/jd-rules/team/sample.yml', text },
      ...parts('docs/rules.md', 'terms').map((terms) => ({ path: '.github/jd-rules/terms/trade.yml', text: terms })),
    ];
    const team = readTeam(sources, { rules }, kinds);
    // A sample may leave `says` to the command that fills it.
    expect(told(team.problems).filter((message) => !message.startsWith('“says” is empty'))).toEqual([]);
    const { policy } = compilePolicy(team.sources, team.config, kinds, { only: ['sample'] });
    const { flagged, clean } = readExamples('sample.yml', text);
    expect(flagged.length).toBeGreaterThan(0);
    for (const example of [...flagged, ...clean]) {
      const said = says(judgeExample(example, policy).review.findings);
      if (flagged.includes(example) && example.says.length === 0) expect(said, example.name).toHaveLength(1);
      else expect(said, example.name).toEqual(example.says);
    }
  });
});
