import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const FILE = '.github/jd-baseline.json';
const AT = ['--baseline', FILE];
const RULES = ['--rule', 'phd-required', '--rule', 'framework-hedge', '--fail-on', 'warning'];

const PHD = '- PhD in computer science required';
const HEDGE = '- PyTorch, TensorFlow, JAX or similar';
function posting(...lines: readonly string[]): string {
  return `---\nlane: applied\nlevel: senior\n---\n# ML Engineer\n\n## Requirements\n\n${lines.join('\n')}\n`;
}

/** A repository with one posting of two faults, and a baseline that knows them. */
async function known(): Promise<string> {
  const cwd = folderOf({ '.git/HEAD': 'ref: x\n', '.github/a': '', 'jobs/a.md': posting(PHD, HEDGE) });
  const made = await run(['check', ...AT, '--update-baseline', ...RULES], { cwd });
  expect(made.code, made.err).toBe(0);
  expect(made.err).toContain(`${FILE} holds 2 known findings: 2 new, 0 dropped`);
  return cwd;
}
const checked = (cwd: string, ...more: readonly string[]) => run(['check', ...AT, ...RULES, ...more], { cwd });
const write = (cwd: string, path: string, text: string) => writeFileSync(join(cwd, path), text);

describe('a baseline', () => {
  test('lets known findings pass, shows none of them, and counts them', async () => {
    const cwd = await known();
    const { code, out } = await checked(cwd);
    expect(code).toBe(0);
    expect(out).toContain('nothing new, 2 known findings');
    expect(out).toContain('2 known findings in the baseline, not shown.\n');
    expect(out).not.toContain('phd-required');
    expect((await checked(cwd, '--no-baseline')).code).toBe(2);
    expect((await run(['check', ...RULES], { cwd })).code).toBe(1);
  });

  test('knows a finding again when lines move, text is wrapped anew and the section gets another name', async () => {
    const cwd = await known();
    const text = posting('- Python', HEDGE, '- PhD in computer\n  science required').replace(
      '## Requirements',
      '## You bring',
    );
    write(cwd, 'jobs/a.md', text);
    const { code, out } = await checked(cwd);
    expect(out).toContain('2 known findings in the baseline');
    expect(code).toBe(0);
  });

  test('covers no finding beside the known ones, in the same posting or in another', async () => {
    const cwd = await known();
    write(cwd, 'jobs/a.md', posting(PHD, HEDGE, '- A PhD in statistics is required'));
    const same = await checked(cwd, '--format', 'compact');
    expect(same.code).toBe(1);
    expect(same.out.trim().split('\n')).toHaveLength(1);
    write(cwd, 'jobs/a.md', posting(PHD, HEDGE));
    write(cwd, 'jobs/b.md', posting(PHD));
    const other = await checked(cwd, '--format', 'compact');
    expect(other.code).toBe(1);
    expect(other.out).toMatch(/^jobs\/b\.md:9:\d+: \w+ phd-required .*\n$/);
  });

  test('says what is gone, and lets it go only when it is written anew', async () => {
    const cwd = await known();
    const before = readFileSync(join(cwd, FILE), 'utf8');
    write(cwd, 'jobs/a.md', posting(HEDGE));
    const { code, out } = await checked(cwd);
    expect(code).toBe(0);
    expect(out).toContain('1 known finding is gone: run check --update-baseline to drop it.');
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(before);
    const { err } = await checked(cwd, '--update-baseline');
    expect(err).toContain('holds 1 known finding: 0 new, 1 dropped');
    write(cwd, 'jobs/a.md', posting(PHD, HEDGE));
    expect((await checked(cwd)).code).toBe(1);
  });

  test('follows a posting to another name', async () => {
    const cwd = await known();
    renameSync(join(cwd, 'jobs/a.md'), join(cwd, 'jobs/moved.md'));
    const { code, out } = await checked(cwd);
    expect(code).toBe(0);
    expect(out).not.toContain('gone');
  });

  test('is one line a finding, in order, and the same when nothing changed', async () => {
    const cwd = await known();
    const text = readFileSync(join(cwd, FILE), 'utf8');
    expect(text).toBe(
      [
        '{',
        '  "version": 1,',
        '  "findings": [',
        '    {"path":"jobs/a.md","rule":"framework-hedge","found":"pytorch, tensorflow, jax"},',
        '    {"path":"jobs/a.md","rule":"phd-required","found":"phd"}',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
    await checked(cwd, '--update-baseline');
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(text);
  });

  test('named in the configuration, it holds without a flag, from any folder of the repository', async () => {
    const cwd = await known();
    write(cwd, '.github/jd-review.yml', `baseline: ${FILE}\n`);
    expect((await run(['check', ...RULES], { cwd: join(cwd, 'jobs') })).code).toBe(0);
    expect((await run(['check', ...RULES, '--no-baseline'], { cwd })).code).toBe(1);
  });

  test('counts in every format, and JSON says of which posting', async () => {
    const cwd = await known();
    const json = JSON.parse((await checked(cwd, '--format', 'json')).out);
    expect(json.baseline).toEqual({ known: 2, gone: 0 });
    expect(json.postings[0]).toMatchObject({ known: 2, findings: [] });
    for (const format of ['markdown', 'github']) {
      expect((await checked(cwd, '--format', format)).out).toContain('2 known findings in the baseline');
    }
    expect(JSON.parse((await checked(cwd, '--format', 'sarif')).out).runs[0]).toMatchObject({
      results: [],
      properties: { baseline: { known: 2, gone: 0 } },
    });
  });

  test.each([
    ['{ "version": 1 "findings": [] }', `${FILE}:1:16`, 'Not valid JSON'],
    ['{ "version": 7, "findings": [] }', `${FILE}:1:14`, 'This baseline has version 7'],
    ['{ "version": 1, "findings": [], "more": 1 }', `${FILE}:1:33`, 'There is no key “more” here'],
    ['<<<<<<< HEAD\n{}', `${FILE}:1:1`, 'marks of a merge are left in it'],
    ['', `${FILE}:1:1`, 'Not valid JSON'],
  ])('that cannot be used ends the run: %j', async (text, place, words) => {
    const cwd = await known();
    write(cwd, FILE, text);
    const { code, out, err } = await checked(cwd);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(place);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(text);
  });

  test('says what is missing or contradicts itself', async () => {
    const cwd = folderOf({ 'jobs/a.md': posting(PHD) });
    expect((await checked(cwd)).err).toContain(`There is no baseline at ${FILE}. Write it: jd-review check`);
    expect((await run(['check', '--update-baseline'], { cwd })).err).toContain(
      '--update-baseline needs to know the file.',
    );
    expect((await checked(cwd, '--no-baseline')).err).toContain(
      '--no-baseline leaves the baseline out. Give it alone.',
    );
    expect((await run(['check', '-', ...AT], { cwd, stdin: posting(PHD) })).err).toContain('standard input has none');
    expect(existsSync(join(cwd, FILE))).toBe(false);
  });
});
