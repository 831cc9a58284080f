import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const posting = (duty: string) => `---
lane: applied
level: mid
comp: 150000-180000
---
# Machine Learning Engineer, Parcel Routing

## What you'll do

- ${duty}
`;
const GUYS = posting('Join the guys who route parcels');
const CLEAN = posting('Join the people who route parcels');

const RULE = `title: The word synergy
why: It says nothing.
fix: Say what is meant.
source: own
severity: error
check: { kind: phrase, any: [synergy], in: [anywhere] }
message: "“{found}” says nothing"
`;

/** A repository with these files and one commit of them. */
function repository(files: Record<string, string>): string {
  const cwd = folderOf(files);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'ignore' });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'first');
  return cwd;
}

async function json(argv: string[], cwd: string) {
  const result = await run([...argv, '--format', 'json'], { cwd });
  const report = result.out === '' ? undefined : JSON.parse(result.out);
  const paths = report?.postings.map((each: { path: string }) => each.path);
  const rules = report?.postings.flatMap((each: { findings: { rule: string }[] }) =>
    each.findings.map(({ rule }) => rule),
  );
  return { ...result, report, paths, rules };
}

const ONE = ['--rule', 'gendered-language'];
const OFF = 'rules: { gendered-language: notice }\n';

describe('the configuration is found from a subfolder', () => {
  test.each(['jobs', 'jobs/eu', '.'])('from %s', async (folder) => {
    const top = repository({ '.github/jd-review.yml': OFF, 'jobs/eu/a.md': GUYS });
    const { report } = await json(['check', join(top, 'jobs/eu/a.md'), ...ONE], join(top, folder));
    expect(report.totals).toMatchObject({ warnings: 0, notices: 1 });
  });

  test('the nearest one counts, and one given by name before all', async () => {
    const top = repository({
      '.github/jd-review.yml': OFF,
      'jobs/.github/jd-review.yaml': 'rules: { gendered-language: error }\n',
      'jobs/a.md': GUYS,
      'jobs/own.yml': 'fail-on: warning\n',
    });
    const near = await json(['check', 'a.md', ...ONE], join(top, 'jobs'));
    expect(near.report.totals).toMatchObject({ errors: 1 });
    const named = await json(['check', 'a.md', '--config', 'own.yml', ...ONE], join(top, 'jobs'));
    expect(named.report.totals).toMatchObject({ errors: 0, warnings: 1 });
    expect(named.code).toBe(1);
  });

  test('its faults are told with the path from where the user stands', async () => {
    const top = repository({ '.github/jd-review.yml': 'fail-no: error\n', 'jobs/eu/a.md': GUYS });
    const { code, err } = await run(['check', 'a.md'], { cwd: join(top, 'jobs/eu') });
    expect(code).toBe(2);
    expect(err).toMatch(/^jd-review: \.\.\/\.\.\/\.github\/jd-review\.yml:1:1: /);
  });

  test('its folder of own rules lies at the top, also where the user stands in it', async () => {
    const top = repository({
      '.github/jd-review.yml': 'rules-folder: .github/rules\n',
      '.github/rules/words/synergy.yml': RULE,
      '.github/rules/terms/trade.yml': 'terms: { serving-stack: { doc: x, phrases: [firebox] } }\n',
      'jobs/a.md': posting('Live synergy'),
    });
    for (const folder of ['jobs', '.github/rules/terms', '.github/rules/words']) {
      const { rules } = await json(['check', join(top, 'jobs'), '--rule', 'synergy'], join(top, folder));
      expect(rules).toEqual(['synergy']);
    }
    writeFileSync(join(top, '.github/rules/words/synergy.yml'), RULE.replace('severity: error', 'severity: high'));
    const { err } = await run(['rules'], { cwd: join(top, 'jobs') });
    expect(err).toMatch(/^jd-review: \.\.\/\.github\/rules\/words\/synergy\.yml:5:11: /);
  });

  test('explain and rules know it too', async () => {
    const top = repository({ '.github/jd-review.yml': OFF, 'jobs/a.md': GUYS });
    const { out } = await run(['explain', 'gendered-language'], { cwd: join(top, 'jobs') });
    expect(out).toMatch(/^gendered-language \(notice, on\)/);
  });

  test('not beyond the top of the repository, nor anywhere above a folder in none', async () => {
    const above = folderOf({ '.github/jd-review.yml': OFF, 'inner/jobs/a.md': GUYS, 'plain/jobs/a.md': GUYS });
    mkdirSync(join(above, 'inner/.git'));
    for (const folder of ['inner/jobs', 'plain/jobs']) {
      const { report } = await json(['check', 'a.md', ...ONE], join(above, folder));
      expect(report.totals).toMatchObject({ warnings: 1, notices: 0 });
    }
  });

  test('a worktree, whose .git is a file, is a top of its own', async () => {
    const above = folderOf({
      '.github/jd-review.yml': OFF,
      'tree/.git': 'gitdir: /nowhere\n',
      'tree/jobs/a.md': GUYS,
    });
    const { report } = await json(['check', 'a.md', ...ONE], join(above, 'tree/jobs'));
    expect(report.totals).toMatchObject({ warnings: 1, notices: 0 });
  });
});

describe('postings are found from a subfolder', () => {
  const files = { 'jobs/a.md': CLEAN, 'jobs/eu/b.md': GUYS, 'docs/c.md': GUYS, 'jobs/index.md': 'x' };

  test('without paths the whole repository is reviewed, with paths to follow from there', async () => {
    const top = repository(files);
    expect((await json(['check', ...ONE], join(top, 'jobs/eu'))).paths).toEqual(['../a.md', 'b.md']);
    expect((await json(['check', ...ONE], join(top, 'docs'))).paths).toEqual(['../jobs/a.md', '../jobs/eu/b.md']);
  });

  test.each([
    ['.', ['b.md']],
    ['b.md', ['b.md']],
    ['*.md', ['b.md']],
    ['..', ['../a.md', 'b.md']],
    ['../*.md', ['../a.md']],
    ['../../docs', ['../../docs/c.md']],
    ['../../{docs,jobs}/*.md', ['../../docs/c.md', '../a.md']],
  ])('paths are those from where the user stands: %s', async (arg, paths) => {
    const top = repository(files);
    expect((await json(['check', arg, ...ONE], join(top, 'jobs/eu'))).paths).toEqual(paths);
  });

  test('globs of the configuration begin at the top', async () => {
    const top = repository({ ...files, '.github/jd-review.yml': 'postings: ["docs/*.md", "jobs/eu/*.md"]\n' });
    expect((await json(['check', ...ONE], join(top, 'jobs'))).paths).toEqual(['../docs/c.md', 'eu/b.md']);
  });

  test('a link within the repository is followed, one out of it is not', async () => {
    const top = repository(files);
    const outside = folderOf({ 'd.md': GUYS });
    symlinkSync(join(top, 'docs/c.md'), join(top, 'jobs/eu/in.md'));
    symlinkSync(join(outside, 'd.md'), join(top, 'jobs/eu/out.md'));
    const { paths, report } = await json(['check', '.', ...ONE], join(top, 'jobs/eu'));
    expect(paths).toEqual(['b.md', 'in.md']);
    expect(report.problems).toMatchObject([{ path: 'out.md' }]);
  });
});

describe('--base from a subfolder', () => {
  test.each([
    ['jobs', [], ['a.md', 'new.md']],
    ['docs', [], ['../jobs/a.md', '../jobs/new.md']],
    ['jobs/eu', [], ['../a.md', '../new.md']],
    ['jobs', ['.'], ['a.md', 'new.md']],
    ['jobs', ['../docs'], ['../docs/c.md']],
    ['docs', ['.'], ['c.md']],
  ])('in %s with paths %j', async (folder, args, paths) => {
    const top = repository({ 'jobs/a.md': CLEAN, 'jobs/eu/b.md': GUYS, 'docs/c.md': CLEAN });
    writeFileSync(join(top, 'jobs/a.md'), GUYS);
    writeFileSync(join(top, 'jobs/new.md'), GUYS);
    writeFileSync(join(top, 'docs/c.md'), GUYS);
    const result = await json(['check', ...args, '--base', 'main', ...ONE], join(top, folder));
    expect(result.paths).toEqual(paths);
    expect(result.err).toBe('');
  });

  test('only findings on changed lines decide where that is asked for', async () => {
    const top = repository({ 'jobs/a.md': GUYS, 'docs/c.md': 'x' });
    writeFileSync(join(top, 'jobs/a.md'), GUYS.replace('Routing', 'Sorting'));
    const argv = ['check', '--base', 'main', '--fail-on', 'warning', ...ONE];
    expect((await json([...argv, '--fail-scope', 'line'], join(top, 'docs'))).code).toBe(0);
    expect((await json(argv, join(top, 'docs'))).code).toBe(1);
  });

  test('says so where no posting of the repository changed', async () => {
    const top = repository({ 'jobs/a.md': CLEAN, 'docs/c.md': 'x' });
    const { code, err } = await run(['check', '--base', 'main'], { cwd: join(top, 'docs') });
    expect([code, err]).toEqual([0, 'jd-review: no posting changed since main\n']);
  });
});
