import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderOf, run } from '../support/run.ts';

const CONFIG = '.github/jd-review.yml';
const WORKFLOW = '.github/workflows/jd-review.yml';

function posting(
  fields: Readonly<Record<string, string>> = { lane: 'llm', level: 'senior', comp: '260K-330K' },
): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join('')}---\n\n# LLM Engineer\n\n## What you will do\n\n- Ship retrieval\n\n## Requirements\n\n- PhD required\n`;
}

/** A repository: git's own folder tells where it ends. */
const repository = (files: Readonly<Record<string, string>>) =>
  folderOf({ '.git/HEAD': 'ref: refs/heads/main\n', 'README.md': '# Our site\n', 'docs/a.md': '# A page\n', ...files });
const configOf = (cwd: string) => parse(readFileSync(join(cwd, CONFIG), 'utf8')) as Record<string, unknown> | null;

describe('init', () => {
  // Where real repositories keep their postings.
  const usual = [
    '_jobs/a.md',
    '_careers/a.md',
    '_positions/a.md',
    'content/jobs/a.md',
    'src/content/careers/a.mdx',
    'careers/a.md',
    'jobs/2026/a.md',
    'jobs/a.markdown',
    'content/en/careers/a.md',
    'src/jobs/a.md',
    'handbook/jobs/a.md',
    'packages/site/content/join/a.md',
  ];
  test.each(usual)('finds %s where it lies, and needs no setting for it', async (path) => {
    const cwd = repository({ [path]: posting() });
    const { code, out } = await run(['init', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain(`1 posting in ${path.slice(0, path.lastIndexOf('/'))}.\n`);
    expect(configOf(cwd)).toBeNull();
    expect((await run(['check', '--format', 'compact'], { cwd })).out).toContain(`${path}:`);
  });

  test('names folders that nobody would look into, and takes no other page for a posting', async () => {
    const files = ['a', 'b', 'c'].map((name) => [`data/people/roles/${name}.md`, posting()]);
    const cwd = repository({
      ...Object.fromEntries(files),
      'data/people/roles/old/d.md': '# Notes\n',
      'jobs/e.md': posting(),
    });
    const { out } = await run(['init', '--yes'], { cwd });
    expect(out).toContain('4 postings in data/people/roles, jobs.');
    expect(configOf(cwd)).toEqual({
      postings: ['data/people/roles/**/*.{md,mdx,markdown}', 'jobs/**/*.{md,mdx,markdown}'],
    });
  });

  test('maps the keys of a team to lane, level and pay by what their values mean', async () => {
    const own = { title: 'LLM Engineer', family: 'genai', rung: 'senior', budget_line: '200K-260K', owner: 'Moss' };
    const cwd = repository({ 'jobs/a.md': posting(own), 'jobs/b.md': posting({ ...own, owner: 'llm' }) });
    const { out } = await run(['init', '--yes'], { cwd });
    expect(out).toContain('“family” is read as lane: 2 of 2 values are understood.');
    expect(configOf(cwd)).toEqual({ fields: { lane: ['family'], level: ['rung'], comp: ['budget_line'] } });
    const { out: report } = await run(['check', '--format', 'json'], { cwd });
    expect(JSON.parse(report).postings[0]).toMatchObject({ lane: 'llm', level: 'senior' });
    expect(out).toMatch(/Today it would flag:\n {2}warning [\w-]+ in 2 postings\n/);
  });

  test('in an empty repository says how to make the first posting', async () => {
    const cwd = repository({});
    const { code, out } = await run(['init', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('No postings are here yet.');
    expect(configOf(cwd)).toEqual({ postings: ['jobs/**/*.{md,mdx,markdown}'] });
    await run(['new', '--lane', 'llm', '--level', 'mid', '--title', 'LLM Engineer'], { cwd });
    expect((await run(['check', '--format', 'compact'], { cwd })).out).toContain('jobs/llm-engineer.md:');
  });

  test('writes the workflow of the front page, and nothing over what is there but by force', async () => {
    const cwd = repository({ 'jobs/a.md': posting(), '.github/jd-review.yaml': 'fail-on: warning\n' });
    const { out } = await run(['init', '--yes'], { cwd });
    const page = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    expect(page).toContain(`\`\`\`yaml\n${readFileSync(join(cwd, WORKFLOW), 'utf8')}\`\`\``);
    expect(out).toContain(`${CONFIG} is there already and stays`);
    expect(existsSync(join(cwd, CONFIG))).toBe(false);
    expect((await run(['init', '--yes'], { cwd })).out).not.toContain('Written');
    expect((await run(['init', '--yes', '--force'], { cwd })).out).toContain(`Written: ${WORKFLOW}`);
  });

  test('at a terminal asks for each key and before it writes; elsewhere it only shows', async () => {
    const files = { 'jobs/a.md': posting({ title: 'LLM Engineer', family: 'llm', rung: 'senior' }) };
    const shown = await run(['init'], { cwd: repository(files) });
    expect(shown.out).toContain(`--- ${CONFIG}\n`);
    expect(shown.out).toContain('Nothing was written. To write these files: jd-review init --yes');
    const asked = repository(files);
    const { out } = await run(['init'], { cwd: asked, terminal: 80, answers: ['perhaps', 'no', 'yes', ''] });
    expect(out).toContain('Write yes or no.');
    expect(configOf(asked)).toEqual({ fields: { level: ['rung'] } });
    const refused = repository(files);
    await run(['init'], { cwd: refused, terminal: 80, answers: ['', '', 'no'] });
    expect(existsSync(join(refused, '.github'))).toBe(false);
  });

  test('from a folder below, it sets up the whole repository', async () => {
    const cwd = repository({ 'jobs/a.md': posting() });
    const { out } = await run(['init', '--yes'], { cwd: join(cwd, 'jobs') });
    expect(out).toContain(`Written: ../${CONFIG}`);
    expect(existsSync(join(cwd, CONFIG))).toBe(true);
  });
});
