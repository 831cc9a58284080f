import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = filesBelow('src').filter((path) => path.endsWith('.ts'));

/** Files below a folder, paths from the repository's root. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(root.length + 1), entry.name))
    .sort();
}

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** The room of a file: its folder below src/, or its own name there. */
function roomOf(path: string): string {
  const [, first, second] = path.split('/');
  return second === undefined ? first!.replace(/\.ts$/, '') : first!;
}

/** What a file imports: files of src/ by path, packages by name; types included. */
function importsOf(path: string): string[] {
  const pattern =
    /^(?:import|export)\s(?:[^'";]*?\bfrom\s+)?'([^'\n]+)'|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?'([^'\n]+)'/gm;
  return [...textOf(path).matchAll(pattern)].map(([, fixed, lazy]) => {
    const specifier = (fixed ?? lazy)!;
    return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
  });
}

/** What a file imports as it is loaded: neither types nor what it loads later. */
function fixedImportsOf(path: string): string[] {
  const code = textOf(path)
    .replace(/^(?:import|export) type .*$/gm, '')
    .replace(/^import type \{[^}]*\} from .*$/gm, '');
  const names = [...code.matchAll(/^(?:import|export)\s(?:[^'";]*?\bfrom\s+)?'([^'\n]+)'/gm)].map(([, name]) => name!);
  return names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}

/** Rooms and packages that a room may use besides itself and `types`. Rooms at the edges (cli, action, playground) may use all. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  types: [],
  'finding-place': [],
  wording: [],
  bands: ['pay', 'wording', 'csv-parse/sync'],
  survey: [
    'bands',
    'nearest',
    'rule-files',
    'strict-yaml',
    'team',
    'wording',
    'zod',
    'fflate',
    'read-excel-file/universal',
  ],
  version: [],
  limits: [],
  words: [],
  pay: ['words'],
  // `node:` only to load a parser when a text first needs it.
  header: ['words', 'yaml', 'toml-eslint-parser', 'node:module', 'node:fs', 'node:path', 'node:url'],
  markdown: ['words', 'text-input', '@lezer/markdown'],
  'text-input': ['limits'],
  lexicon: ['words', 'header', 'markdown'],
  outline: ['words', 'pay', 'lexicon', 'markdown'],
  years: ['lexicon'],
  posting: ['words', 'pay', 'wording', 'lexicon', 'header', 'markdown', 'outline', 'years'],
  nearest: ['wording', 'fastest-levenshtein'],
  'strict-yaml': ['limits', 'nearest', 'yaml', 'zod', '@humanwhocodes/momoa'],
  policy: ['bands', 'globs', 'strict-yaml', 'words'],
  'rule-files': ['nearest', 'policy', 'strict-yaml', 'words', 'yaml', 'zod'],
  team: ['bands', 'nearest', 'policy', 'rule-files', 'strict-yaml', 'zod'],
  checks: ['wording', 'pay', 'words'],
  fixes: ['wording'],
  waivers: ['finding-place', 'nearest'],
  audit: [],
  baseline: ['markdown', 'strict-yaml', 'tally', 'wording', 'zod'],
  draft: [],
  setup: ['posting'],
  tally: [],
  spool: ['node:fs', 'node:os', 'node:path'],
  nature: ['posting'],
  review: ['nature', 'pay', 'markdown', 'fixes', 'finding-place', 'tally', 'waivers', 'wording'],
  examples: ['policy', 'rule-files', 'team', 'posting', 'review', 'tally', 'wording'],
  render: ['audit', 'bands', 'finding-place', 'wording', 'd3-scale', 'fast-string-width', 'node:util', 'node:zlib'],
  github: ['limits', 'wording', '@octokit/', 'node:crypto'],
  disk: ['globs', 'node:fs', 'node:path', 'picomatch'],
  globs: ['picomatch'],
  git: ['node:child_process'],
  http: ['node:http', 'node:https'],
  instructions: ['globs', 'render', 'wording', 'brace-expansion'],
  mcp: ['disk', 'render', 'version', 'node:fs', 'node:path', 'zod', '@modelcontextprotocol/sdk/'],
  lsp: [
    'disk',
    'fixes',
    'policy',
    'posting',
    'render',
    'review',
    'tally',
    'text-input',
    'version',
    'wording',
    'node:fs',
    'node:path',
    'node:timers/promises',
    'node:url',
    'vscode-languageserver/node',
    'vscode-languageserver-textdocument',
  ],
  builtin: ['policy', 'rule-files', 'node:fs', 'node:path', 'node:url'],
};
const EDGES = ['cli', 'action', 'playground'];

/** The files of `types`, and which of the others each may import: one way only. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'src/types/place.ts': [],
  'src/types/text.ts': ['src/types/place.ts'],
  'src/types/pay.ts': ['src/types/place.ts'],
  'src/types/posting.ts': ['src/types/pay.ts', 'src/types/place.ts', 'src/types/text.ts'],
  'src/types/market.ts': ['src/types/pay.ts', 'src/types/place.ts'],
  'src/types/words.ts': ['src/types/pay.ts', 'src/types/posting.ts', 'src/types/text.ts'],
  'src/types/policy.ts': [
    'src/types/market.ts',
    'src/types/pay.ts',
    'src/types/place.ts',
    'src/types/posting.ts',
    'src/types/words.ts',
  ],
  'src/types/check.ts': ['src/types/place.ts', 'src/types/policy.ts', 'src/types/text.ts', 'src/types/words.ts'],
  'src/types/review.ts': ['src/types/market.ts', 'src/types/place.ts', 'src/types/posting.ts'],
};

describe('who may import whom', () => {
  test.each(files)('%s imports only what its room may', (path) => {
    const room = roomOf(path);
    if (EDGES.includes(room)) return;
    const allowed = ALLOWED[room];
    expect(allowed, `the room “${room}” is not listed in this test`).toBeDefined();
    const wrong = importsOf(path).filter((name) => {
      if (!name.startsWith('src/'))
        return !allowed!.some((each) => name === each || (each.endsWith('/') && name.startsWith(each)));
      const other = roomOf(name);
      return other !== room && other !== 'types' && !allowed!.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  test('no file reaches itself by its imports, types included', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (state.get(path) === 'done' || !path.startsWith('src/')) return;
      if (state.get(path) === 'open') {
        circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const name of importsOf(path)) visit(name, [...way, path]);
      state.set(path, 'done');
    };
    for (const path of files) visit(path, []);
    expect(circles).toEqual([]);
  });

  test('the types stand in the files listed here', () => {
    expect(files.filter((path) => roomOf(path) === 'types')).toEqual(Object.keys(TYPES).sort());
  });

  test.each(Object.entries(TYPES))('%s imports only the types before it', (path, allowed) => {
    expect(importsOf(path).filter((name) => !allowed.includes(name))).toEqual([]);
    expect(textOf(path).match(/^import (?!type ).*/gm)).toBeNull();
  });

  test.each(files)('%s passes no type on', (path) => {
    expect(textOf(path).match(/^export\s[^'";=()]*\bfrom\s+'[^'\n]*\/types\/.*/gm)).toBeNull();
    if (path in TYPES) expect(textOf(path).match(/^export\s+(?:type\s+)?[{*].*/gm)).toBeNull();
  });

  test('nobody imports the edges', () => {
    const wrong = files.filter((path) =>
      importsOf(path).some((name) => {
        const other = name.startsWith('src/') ? roomOf(name) : '';
        return EDGES.includes(other) && other !== roomOf(path);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(files.filter((path) => ['checks', 'review'].includes(roomOf(path))))(
    '%s keeps nothing between postings',
    (path) => {
      expect(textOf(path).match(/^(?:export )?let .*|^.*new WeakMap.*/gm)).toBeNull();
    },
  );

  /** All that a file loads, itself and by others, in the order met. */
  function reachedFrom(start: string, insteadOf: Readonly<Record<string, string>> = {}): string[] {
    const reached = new Set<string>();
    const visit = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      if (path.startsWith('src/')) for (const name of importsOf(path)) visit(insteadOf[name] ?? name);
    };
    visit(start);
    return [...reached];
  }

  test('the command line loads nothing of GitHub', () => {
    const reached = reachedFrom('src/cli.ts');
    expect(reached.filter((name) => /^@(?:actions|octokit)\/|^src\/(?:github|action)/.test(name))).toEqual([]);
  });

  test('the command line starts without what editors and assistants need', () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      if (path.startsWith('src/')) for (const name of fixedImportsOf(path)) visit(name);
    };
    visit('src/cli.ts');
    expect(reached).toContain('src/cli/check.ts');
    expect(
      [...reached].filter((name) => /^(?:vscode-|@modelcontext|zod)|^src\/(?:lsp|mcp|instructions)\//.test(name)),
    ).toEqual([]);
  });

  test.each(['page', 'worker/worker'])('the playground’s %s loads nothing that only Node has', (entry) => {
    const { browser } = JSON.parse(textOf('package.json')) as { browser: Record<string, string> };
    const insteadOf = Object.fromEntries(
      Object.entries(browser).map(([node, own]) => [posix.normalize(node), posix.normalize(own)]),
    );
    const reached = reachedFrom(`src/playground/${entry}.ts`, insteadOf);
    expect(reached.filter((name) => name.startsWith('node:'))).toEqual([]);
    expect(reached.filter((name) => name.startsWith('src/') && /\bBuffer\.\w+\(/.test(textOf(name)))).toEqual([]);
    expect(reached.length).toBeGreaterThan(10);
  });
});

describe('knowledge of hiring stands in rules/', () => {
  const codeOf = (path: string) => textOf(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const ruleFiles = filesBelow('rules').filter((path) => /\.ya?ml$/.test(path));
  const rules = ruleFiles.filter(
    (path) => /^rules\/[\w-]+\/[\w-]+\.yml$/.test(path) && !path.startsWith('rules/terms/'),
  );
  const ids = rules.map((path) => posix.basename(path, '.yml'));
  const lanes = Object.keys((parse(textOf('rules/lanes.yml')) as { lanes: object }).lanes);

  test.each(files)('%s names no rule', (path) => {
    const code = codeOf(path);
    expect(ids.filter((id) => new RegExp(`\\b${id}\\b`).test(code))).toEqual([]);
  });

  test.each(files)('%s names no lane in its code', (path) => {
    const code = codeOf(path);
    expect(lanes.filter((lane) => new RegExp(`['"\`]${lane}['"\`]`).test(code))).toEqual([]);
  });

  test.each(files)('%s names no tool', (path) => {
    const code = codeOf(path);
    expect(code).not.toMatch(
      /\b(?:pytorch|tensorflow|kubeflow|airflow|mlflow|sagemaker|langchain|snowflake|leetcode)\b/i,
    );
  });
});
