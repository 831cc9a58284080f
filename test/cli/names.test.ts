import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const POSTING = `---
lane: applied
level: mid
comp: 150000-180000
---
# Machine Learning Engineer

## What you'll do

- Join the guys
`;
const DOCUMENT = '# Security\n\nTBD: he reads your report.\n';
const ONE = ['--rule', 'gendered-language'];

async function json(argv: string[], cwd: string) {
  const { out, code, err } = await run([...argv, ...ONE, '--format', 'json'], { cwd });
  const report = JSON.parse(out);
  return { code, err, paths: report.postings.map(({ path }: { path: string }) => path), skipped: report.skipped };
}

describe('a posting named like a document is reviewed', () => {
  test.each(['security', 'SUPPORT', 'contributing', 'license', 'faq', 'benefits', 'culture', 'company', 'changelog'])(
    'jobs/%s.md',
    async (name) => {
      const cwd = folderOf({ [`jobs/${name}.md`]: POSTING });
      for (const args of [[], ['jobs'], ['.'], ['jobs/*.md']]) {
        expect(await json(['check', ...args], cwd)).toMatchObject({ paths: [`jobs/${name}.md`], skipped: [] });
      }
    },
  );

  test('and a document of that name is not, which is told', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING, 'jobs/security.md': DOCUMENT, 'jobs/README.md': DOCUMENT });
    expect(await json(['check'], cwd)).toMatchObject({
      paths: ['jobs/a.md'],
      skipped: ['jobs/README.md', 'jobs/security.md'],
    });
    const line = '2 files skipped by name: jobs/README.md, jobs/security.md';
    expect((await run(['check', ...ONE], { cwd })).out).toContain(`\n\n${line}\n\n1 posting, `);
    const markdown = (await run(['check', ...ONE, '--format', 'markdown'], { cwd })).out;
    expect(markdown).toContain('\n2 files skipped by name: `jobs/README.md`, `jobs/security.md`.\n');
  });

  test('documents outside the folders of postings are no matter', async () => {
    const cwd = folderOf({ 'SECURITY.md': POSTING, 'jobs/a.md': POSTING });
    expect(await json(['check'], cwd)).toMatchObject({ paths: ['jobs/a.md'], skipped: [] });
  });

  test('one that cannot be read as text is skipped', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING, 'jobs/faq.md': new Uint8Array([0, 1, 2, 255]) });
    symlinkSync('nowhere', join(cwd, 'jobs/perks.md'));
    expect(await json(['check'], cwd)).toMatchObject({ skipped: ['jobs/faq.md', 'jobs/perks.md'] });
  });
});

describe('what a name leaves out', () => {
  test('is taken where it is named itself', async () => {
    const cwd = folderOf({ 'jobs/README.md': POSTING, 'jobs/_held.md': POSTING });
    expect(await json(['check', 'jobs/README.md'], cwd)).toMatchObject({ paths: ['jobs/README.md'], skipped: [] });
    expect(await json(['check', 'jobs/README.md', 'jobs', 'jobs/*.md'], cwd)).toMatchObject({
      paths: ['jobs/README.md'],
      skipped: ['jobs/_held.md'],
    });
  });

  test('is counted past five names, and printed without what would act on a terminal', async () => {
    const names = ['_a\u001b[31m', '_b', '_c', '_d', '_e', '_f', '_g'];
    const cwd = folderOf({ 'jobs/a.md': POSTING, ...Object.fromEntries(names.map((n) => [`jobs/${n}.md`, 'x'])) });
    expect((await run(['check', ...ONE], { cwd })).out).toContain(
      '7 files skipped by name: jobs/_a [31m.md, jobs/_b.md, jobs/_c.md, jobs/_d.md, jobs/_e.md and 2 more\n',
    );
  });

  test('is told where nothing else is there', async () => {
    const { code, err } = await run(['check'], { cwd: folderOf({ 'jobs/_held.md': POSTING }) });
    expect(code).toBe(2);
    expect(err).toMatch(/^jd-review: No postings found .*\n1 file skipped by name: jobs\/_held\.md\n$/);
  });

  test('with --base is told of changed files only', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING, 'jobs/README.md': 'x', 'jobs/_held.md': 'x' });
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    for (const args of [
      ['init', '-q', '-b', 'main'],
      ['add', '-A'],
      ['commit', '-qm', 'first'],
    ])
      execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
    writeFileSync(join(cwd, 'jobs/_held.md'), 'y');
    expect(await json(['check', '--base', 'main'], cwd)).toMatchObject({ paths: [], skipped: ['jobs/_held.md'] });
  });

  test('is what the team’s own globs say', async () => {
    const cwd = folderOf({
      'jobs/security.md': POSTING,
      'jobs/guide.md': DOCUMENT,
      'jobs/old/a.md': POSTING,
      'jobs/README.md': DOCUMENT,
      '.github/jd-review.yml':
        'postings: ["jobs/**", "!jobs/old/**"]\nignore-files: [readme.md, security.md]\ndocument-files: [guide.md]\n',
      'jobs/b.md': POSTING,
    });
    expect(await json(['check'], cwd)).toMatchObject({
      paths: ['jobs/b.md'],
      skipped: ['jobs/README.md', 'jobs/guide.md', 'jobs/security.md'],
    });
  });
});
