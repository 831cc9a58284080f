import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changesSince } from '../../src/git.ts';
import { folderOf } from '../support/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A repository with one commit of these files on the branch `main`. */
function repository(files: Record<string, string>): string {
  const cwd = folderOf(files);
  git(cwd, 'init', '-q', '-b', 'main');
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '-m', 'first');
  return cwd;
}

function changed(base: string, cwd: string): Record<string, 'all' | number[]> {
  const changes = changesSince(base, cwd);
  if ('problem' in changes) throw new Error(changes.problem);
  expect(changes.paths).toEqual([...changes.lines.keys()].sort());
  return Object.fromEntries([...changes.lines].map(([path, lines]) => [path, lines === 'all' ? lines : [...lines]]));
}

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);

describe('changes since a revision', () => {
  test('are the lines of edited files, whole new and untracked files, and no deleted ones', () => {
    const cwd = repository({ 'a.md': `${LINES.join('\n')}\n`, 'gone.md': 'x\n', 'same.md': 'x\n' });
    const edited = [...LINES];
    edited[2] = 'changed';
    edited.splice(10, 0, 'new', 'new too');
    edited.splice(18, 2);
    writeFileSync(join(cwd, 'a.md'), `${edited.join('\n')}\n`);
    writeFileSync(join(cwd, 'added.md'), 'wholly new\n');
    git(cwd, 'add', 'added.md');
    writeFileSync(join(cwd, 'untracked.md'), 'x\n');
    rmSync(join(cwd, 'gone.md'));
    expect(changed('HEAD', cwd)).toEqual({ 'a.md': [3, 11, 12], 'added.md': 'all', 'untracked.md': 'all' });
  });

  test('count from where the branch left the revision', () => {
    const cwd = repository({ 'a.md': 'x\n', 'b.md': 'x\n' });
    git(cwd, 'checkout', '-q', '-b', 'work');
    writeFileSync(join(cwd, 'a.md'), 'y\n');
    git(cwd, 'commit', '-qam', 'ours');
    git(cwd, 'checkout', '-q', 'main');
    writeFileSync(join(cwd, 'b.md'), 'y\n');
    git(cwd, 'commit', '-qam', 'theirs');
    git(cwd, 'checkout', '-q', 'work');
    expect(changed('main', cwd)).toEqual({ 'a.md': [1] });
  });

  test('of a renamed file are the lines that changed with it', () => {
    const cwd = repository({ 'old.md': `${LINES.join('\n')}\n` });
    renameSync(join(cwd, 'old.md'), join(cwd, 'new.md'));
    writeFileSync(join(cwd, 'new.md'), `${['changed', ...LINES.slice(1)].join('\n')}\n`);
    git(cwd, 'add', '-A');
    expect(changed('HEAD', cwd)).toEqual({ 'new.md': [1] });
  });

  test('are right for names with spaces, quotes and other scripts, and lines that look like headers', () => {
    const names = ['a b.md', 'é“q”.md', 'tab\tname.md'];
    const cwd = repository(Object.fromEntries(names.map((name) => [name, 'diff --git a/x b/x\n@@ -1 +9 @@\n'])));
    for (const name of names)
      writeFileSync(join(cwd, name), 'diff --git a/x b/x\n@@ -1 +9 @@\n++ b/evil\n@@ -1 +1 @@\n');
    expect(changed('HEAD', cwd)).toEqual(Object.fromEntries(names.map((name) => [name, [3, 4]])));
  });

  test('of a subfolder are named from there', () => {
    const cwd = repository({ 'jobs/a.md': 'x\n', 'docs/b.md': 'x\n' });
    writeFileSync(join(cwd, 'jobs/a.md'), 'y\n');
    writeFileSync(join(cwd, 'docs/b.md'), 'y\n');
    expect(changed('HEAD', join(cwd, 'jobs'))).toEqual({ 'a.md': [1] });
  });

  test('run no program that the repository names', () => {
    const cwd = repository({ 'a.md': 'x\n', '.gitattributes': '*.md diff=evil\n' });
    const mark = join(cwd, 'ran');
    git(cwd, 'config', 'diff.external', `touch ${mark}`);
    git(cwd, 'config', 'diff.evil.textconv', `touch ${mark}; cat`);
    git(cwd, 'config', 'core.fsmonitor', `touch ${mark}`);
    writeFileSync(join(cwd, 'a.md'), 'y\n');
    expect(changed('HEAD', cwd)).toEqual({ 'a.md': [1] });
    expect(() => execFileSync('ls', [mark], { stdio: 'ignore' })).toThrow();
  });
});

describe('a revision that cannot be compared is a problem', () => {
  test.each([
    ['--output=x', /may not begin with a dash/],
    ['-p', /may not begin with a dash/],
    ['', /needs a git revision/],
    ['nowhere', /knows no revision “nowhere”/],
    ['main; touch x', /knows no revision/],
    ['HEAD:a.md', /knows no revision/],
  ])('%j', (base, message) => {
    const cwd = repository({ 'a.md': 'x\n' });
    expect(changesSince(base, cwd)).toEqual({ problem: expect.stringMatching(message) });
  });

  test('outside of a repository', () => {
    expect(changesSince('main', folderOf({}))).toEqual({ problem: expect.stringMatching(/in no git repository/) });
  });
});

test('the hook of the docs lets a push without faults go, and stops one with them', () => {
  const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  const hook = /<!-- hook -->\n```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const cwd = repository({ 'jobs/old.md': 'Ninja wanted.\n', 'notes.md': 'x\n' });
  const origin = folderOf({});
  git(origin, 'init', '-q', '--bare');
  git(cwd, 'remote', 'add', 'origin', origin);
  git(cwd, 'push', '-q', 'origin', 'main');
  const path = join(cwd, '.git/hooks/pre-push');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, hook.replace('../jd-review', root), { mode: 0o755 });

  git(cwd, 'checkout', '-q', '-b', 'work');
  writeFileSync(join(cwd, 'notes.md'), 'y\n');
  git(cwd, 'commit', '-q', '-a', '-m', 'notes');
  git(cwd, 'push', '-q', 'origin', 'work');

  writeFileSync(
    join(cwd, 'jobs/new.md'),
    '---\nlane: llm\nlevel: senior\ncomp: 90K-120K\n---\n# Senior LLM Engineer\n',
  );
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-q', '-m', 'new');
  expect(() => git(cwd, 'push', '-q', 'origin', 'work')).toThrow(/failed to push/);
  expect(git(origin, 'log', '--format=%s', 'work')).toBe('notes\nfirst\n');
});
