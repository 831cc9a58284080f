/**
 * Parts of the pages that follow from other files: the tables of inputs, outputs, settings, bands and benchmarks, the
 * workflow of the front page where it stands a second time, and what the first command prints.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { yamlFiles } from '../src/builtin.ts';
import { main } from '../src/cli.ts';
import { CONFIG_SHAPES } from '../src/team/config-schema.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

interface Bands {
  readonly currency: string;
  readonly period: string;
  readonly source: string;
  readonly 'as-of': string;
  readonly bands: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
}

interface Benchmarks {
  readonly benchmarks: readonly {
    readonly name: string;
    readonly title: string;
    readonly 'as-of': string;
    readonly value?: number;
    readonly min?: number;
    readonly max?: number;
    readonly note: string;
  }[];
}

/** The pages with such parts, and which; a part stands between `<!-- name -->` and `<!-- /name -->`. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['sample'],
  'docs/pull-requests.md': ['workflow', 'inputs', 'outputs'],
  'docs/configuration.md': ['settings'],
  'docs/bands.md': ['bands', 'benchmarks'],
};

/** The run whose report the front page shows: one of the sample postings, by one rule. */
const SAMPLE = ['examples/senior-assistant-engineer.md', ...rules('comp-lane-collision')];

function rules(...ids: readonly string[]): string[] {
  return ids.flatMap((id) => ['--rule', id]);
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function inputs(action: Action): string {
  const rows = Object.entries(action.inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    description,
    value ? `\`${value}\`` : '',
  ]);
  return table([['input', 'what it does', 'default'], ['---', '---', '---'], ...rows]);
}

function outputs(action: Action): string {
  const rows = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return table([['output', 'what it holds'], ['---', '---'], ...rows]);
}

function settings(): string {
  const rows = Object.entries(CONFIG_SHAPES).map(([key, { description }]) => [`\`${key}\``, description ?? '']);
  return table([['setting', 'what it says'], ['---', '---'], ...rows]);
}

/** An amount as `145,000`, a range as `145,000–190,000`. */
function amount(...ends: readonly number[]): string {
  return ends.map((end) => end.toLocaleString('en-US')).join('–');
}

function bands(text: string): string {
  const all = parse(text) as Bands;
  const levels = [...new Set(Object.values(all.bands).flatMap((row) => Object.keys(row)))];
  const rows = Object.entries(all.bands).map(([lane, row]) => [
    lane,
    ...levels.map((level) => (row[level] ? amount(...row[level]) : '')),
  ]);
  const source = `${all.currency} a ${all.period}, base pay (${all.source}, ${String(all['as-of']).slice(0, 7)}):`;
  return `${source}\n\n${table([['lane', ...levels], ['---', ...levels.map(() => '---:')], ...rows])}`;
}

function benchmarks(text: string): string {
  const rows = (parse(text) as Benchmarks).benchmarks.map(({ name, title, value, min, max, note, 'as-of': asOf }) => [
    name,
    title,
    value === undefined ? amount(min!, max!) : amount(value),
    String(asOf),
    note,
  ]);
  return table([
    ['source', 'role', 'USD a year', 'as of', 'what it measures'],
    ['---', '---', '---:', '---', '---'],
    ...rows,
  ]);
}

async function sample(root: string): Promise<string> {
  let text = '';
  const out = { write: (chunk: string) => (text += chunk), isTTY: true, columns: 112 };
  await main(['check', ...SAMPLE, '--today', '2026-11-22'], {
    stdin: process.stdin,
    stdout: out,
    stderr: process.stderr,
    env: { NO_COLOR: '1', LANG: 'C.UTF-8' },
    cwd: root,
    now: Date.now,
  } as unknown as Parameters<typeof main>[1]);
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

/** The workflow to copy, as the front page shows it: its one block of YAML. */
function workflow(frontPage: string): string {
  const [block] = /```yaml\nname: jd-review\n[\s\S]*?```/.exec(frontPage) ?? [];
  if (block === undefined) throw new Error('README.md shows no workflow');
  return block;
}

/** The front page with the number of rules as it is. */
function counted(text: string, root: string): string {
  const rules = yamlFiles(join(root, 'rules')).filter(({ path }) => /^rules\/(?!terms\/)[^/]+\//.test(path));
  const link = /\[\d+ rules\](?=\(rules\/README\.md\))/;
  if (!link.test(text)) throw new Error('README.md does not say how many rules there are');
  return text.replace(link, `[${rules.length} rules]`);
}

/** A page's text with what stands between the marks of its parts replaced. */
function filled(path: string, page: string, parts: Readonly<Record<string, string>>): string {
  let text = page;
  for (const [name, part] of Object.entries(parts)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(open), text.indexOf(close)];
    if (from < 0 || to < from) throw new Error(`${path} has no ${open} … ${close}`);
    text = `${text.slice(0, from + open.length)}\n${part}\n${text.slice(to)}`;
  }
  return text;
}

/** The pages by path, with their generated parts made anew. */
export async function pages(root: string): Promise<Record<string, string>> {
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  const action = parse(textOf('action.yml')) as Action;
  const parts: Record<string, string> = {
    sample: await sample(root),
    workflow: workflow(textOf('README.md')),
    inputs: inputs(action),
    outputs: outputs(action),
    settings: settings(),
    bands: bands(textOf('rules/bands.yml')),
    benchmarks: benchmarks(textOf('rules/benchmarks.yml')),
  };
  const wanted = Object.entries(PAGES).map(([path, names]) => {
    const text = path === 'README.md' ? counted(textOf(path), root) : textOf(path);
    return [path, filled(path, text, Object.fromEntries(names.map((name) => [name, parts[name]!])))];
  });
  return Object.fromEntries(wanted);
}
