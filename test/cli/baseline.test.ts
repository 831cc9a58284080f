import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const posting = (body: string) => `---
lane: applied
level: mid
comp: 150000-180000
---
# Machine Learning Engineer, Parcel Routing

## What you'll do

${body}
`;
const ONE = ['--rule', 'gendered-language'];
const FILE = '.github/jd-baseline.json';
const CONFIG = { '.github/jd-review.yml': `baseline: ${FILE}\nfail-on: warning\n` };

/** A repository whose one posting has two findings, both known. */
async function known(): Promise<string> {
  const cwd = folderOf({ ...CONFIG, '.git/HEAD': '', 'jobs/a.md': posting('- Join the guys\n- Salesmen welcome') });
  await run(['check', ...ONE, '--update-baseline'], { cwd });
  return cwd;
}

const last = (text: string, lines = 1) => text.trimEnd().split('\n').slice(-lines).join('\n');

describe('check with a baseline', () => {
  test('passes what is known, counts it, and shows it again on demand', async () => {
    const cwd = await known();
    const { code, out } = await run(['check', ...ONE], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('  nothing new, 2 known findings\n');
    expect(last(out, 2)).toMatch(/^2 known findings in the baseline, not shown\.\n1 posting, 0 errors, 0 warnings/);
    expect((await run(['check', ...ONE, '--no-baseline'], { cwd })).code).toBe(1);
  });

  test('knows a finding whose line moved, whose text was wrapped and whose section got another name', async () => {
    const cwd = await known();
    const moved =
      '# Machine Learning Engineer, Parcel Routing\n\nMore.\n\n## Your days\n\n- Salesmen\n  welcome\n- Join the\n  guys\n';
    writeFileSync(join(cwd, 'jobs/a.md'), posting('').replace(/# Machine[\s\S]*/, moved));
    expect((await run(['check', ...ONE], { cwd })).code).toBe(0);
  });

  test('knows them below another name of the file', async () => {
    const cwd = await known();
    mkdirSync(join(cwd, 'careers'));
    renameSync(join(cwd, 'jobs/a.md'), join(cwd, 'careers/b.md'));
    const { code, out } = await run(['check', ...ONE], { cwd });
    expect([code, out.includes('gone')]).toEqual([0, false]);
  });

  test('fails on a new finding, and on one more of the same', async () => {
    const cwd = await known();
    writeFileSync(join(cwd, 'jobs/a.md'), posting('- Join the guys\n- Salesmen welcome\n- More guys'));
    const { code, out } = await run(['check', ...ONE, '--format', 'json'], { cwd });
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report.baseline).toEqual({ known: 2, gone: 0 });
    expect(report.postings[0].known).toBe(2);
    expect(report.postings[0].findings.map(({ line }: { line: number }) => line)).toEqual([12]);
  });

  test('never writes by itself, says what is gone, and drops it when told to', async () => {
    const cwd = await known();
    const before = readFileSync(join(cwd, FILE), 'utf8');
    writeFileSync(join(cwd, 'jobs/a.md'), posting('- Join the guys'));
    const { out } = await run(['check', ...ONE], { cwd });
    expect(out).toContain('1 known finding is gone: run check --update-baseline to drop it.\n');
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(before);
    const { code, err } = await run(['check', ...ONE, '--update-baseline'], { cwd });
    expect(code).toBe(0);
    expect(err).toBe(`jd-review: ${FILE} holds 1 known finding: 0 new, 1 dropped\n`);
    expect(readFileSync(join(cwd, FILE), 'utf8')).not.toContain('salesmen');
  });

  test('counts those of a posting that is gone', async () => {
    const cwd = await known();
    rmSync(join(cwd, 'jobs/a.md'));
    writeFileSync(join(cwd, 'jobs/b.md'), posting('- Join us'));
    expect((await run(['check', ...ONE], { cwd })).out).toContain('2 known findings are gone');
  });

  test('writes only of what it looked at', async () => {
    const cwd = await known();
    writeFileSync(join(cwd, 'jobs/b.md'), posting('- More guys'));
    await run(['check', 'jobs/b.md', ...ONE, '--update-baseline'], { cwd });
    await run(['check', 'jobs/b.md', '--rule', 'phd-required', '--update-baseline'], { cwd });
    const { findings } = JSON.parse(readFileSync(join(cwd, FILE), 'utf8'));
    expect(findings.map(({ path, found }: { path: string; found: string }) => `${path} ${found}`)).toEqual([
      'jobs/a.md guys',
      'jobs/a.md salesmen',
      'jobs/b.md guys',
    ]);
  });

  test('holds in a folder of the repository', async () => {
    const cwd = await known();
    expect((await run(['check', 'a.md', ...ONE], { cwd: join(cwd, 'jobs') })).code).toBe(0);
  });

  test('leaves waived findings to their waivers', async () => {
    const cwd = await known();
    const waived = '- Join the guys <!-- jd-review allow gendered-language: a quotation -->\n- Salesmen welcome';
    writeFileSync(join(cwd, 'jobs/a.md'), posting(waived));
    const { out } = await run(['check', ...ONE], { cwd });
    expect(out).toContain('1 known finding in the baseline, not shown.\n1 known finding is gone');
    expect(out).toContain('1 waived');
  });

  test('is mended by --fix like any other finding', async () => {
    const cwd = await known();
    const { err } = await run(['check', ...ONE, '--fix', '--diff', '--format', 'json'], { cwd });
    const open = await run(['check', ...ONE, '--fix', '--diff', '--no-baseline', '--format', 'json'], { cwd });
    expect(err).toBe(open.err);
  });

  test.each(['markdown', 'github'] as const)('is counted in %s', async (format) => {
    const { out } = await run(['check', ...ONE, '--format', format], { cwd: await known() });
    expect(out).toContain('2 known findings in the baseline, not shown.');
    expect(out).not.toContain('guys');
  });

  test.each(['sarif', 'compact'] as const)('is counted beside %s', async (format) => {
    const { out, err } = await run(['check', ...ONE, '--format', format], { cwd: await known() });
    expect(err).toContain('2 known findings in the baseline, not shown.');
    expect(out).not.toContain('guys');
  });
});

describe('a baseline that cannot be used', () => {
  test.each([
    ['{ "version": 1, "findings": [ }', /jd-baseline\.json:1:31: Not valid JSON: unexpected token RBrace\.\n$/],
    ['{ "version": 9, "findings": [] }', /jd-baseline\.json:1:14: This baseline has version 9/],
    ['{ "version": 1, "finding": [] }', /jd-baseline\.json:1:17: There is no key “finding” here/],
  ])('%s is refused, and stays as it is', async (text, words) => {
    const cwd = folderOf({ ...CONFIG, '.git/HEAD': '', 'jobs/a.md': posting('- guys'), [FILE]: text });
    for (const more of [[], ['--update-baseline']]) {
      const { code, out, err } = await run(['check', ...more], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(words);
    }
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(text);
  });

  test.each([
    [['check'], /names the baseline \.github\/jd-baseline\.json, and there is no such file/],
    [['check', '--baseline', 'x.json'], /There is no baseline at x\.json\. Write it: .*--update-baseline/],
    [['check', '--baseline', 'no/x.json', '--update-baseline'], /no\/x\.json could not be written/],
    [['check', '--no-baseline', '--update-baseline'], /--no-baseline leaves the baseline out/],
    [['check', '--fix', '--diff', '--update-baseline'], /--diff writes nothing/],
    [['check', '--shard', '1/2', '--update-baseline'], /needs all postings/],
    [['check', '-', '--update-baseline'], /standard input has none/],
  ])('%j says what to do', async (argv, words) => {
    const cwd = folderOf({ ...CONFIG, '.git/HEAD': '', 'jobs/a.md': posting('- guys') });
    const { code, err } = await run(argv, { cwd, stdin: 'x' });
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  test('--update-baseline without a file to write asks for one', async () => {
    const { err } = await run(['check', '--update-baseline'], { cwd: folderOf({ 'jobs/a.md': posting('- guys') }) });
    expect(err).toMatch(/--update-baseline needs to know the file/);
  });
});
