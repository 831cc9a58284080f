import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../support/run.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const built = join(root, 'dist/cli.js');

function start(file: string, args: readonly string[], options: { cwd?: string; input?: string } = {}) {
  const env = { ...process.env, NODE_OPTIONS: '' };
  return spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
    ...options,
  });
}

describe.skipIf(!existsSync(built))('the built command line', () => {
  test('reviews the sample postings', () => {
    const { status, stdout, stderr } = start(built, ['check', 'examples']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^examples\/\S+\.md {2}/);
    expect(stdout).toMatch(/\d+ postings, \d+ errors?, .*: fail \(fail-on is error\)\n.*explain RULE.*\n$/);
    expect(status).toBe(1);
  });

  test('gives the exit code of the review', () => {
    expect(start(built, ['check', 'examples', '--fail-on', 'never']).status).toBe(0);
    expect(start(built, ['check', 'nowhere']).status).toBe(2);
    expect(start(built, ['--version']).status).toBe(0);
  });

  test('prints a whole report, however long, to a pipe', () => {
    const cwd = folderOf({});
    for (let copy = 0; copy < 100; copy++)
      cpSync(join(root, 'examples'), join(cwd, `jobs/${copy}`), { recursive: true });
    const { stdout } = start(built, ['check', 'jobs', '--format', 'json', '--all-rules'], { cwd });
    expect(stdout.length).toBeGreaterThan(200_000);
    expect(JSON.parse(stdout).postings.length).toBeGreaterThan(100);
  });

  test('runs through a link and without the packages it was built from', () => {
    const cwd = folderOf({});
    cpSync(join(root, 'dist'), join(cwd, 'lib/dist'), { recursive: true });
    symlinkSync('lib/dist/cli.js', join(cwd, 'jd-review'));
    const { status, stdout, stderr } = start(join(cwd, 'jd-review'), ['check', '-', '--format', 'json'], {
      cwd,
      input: '---\nlane: applied\nlevel: mid\n---\n# Engineer\n',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).postings[0].title).toBe('Engineer');
    expect(status).toBe(1);
  });

  test('reads a configuration', () => {
    const cwd = folderOf({
      'jobs/a.md': '---\nlane: applied\nlevel: mid\n---\n# Engineer\n',
      '.github/jd-review.yml': 'fail-on: never\n',
    });
    expect(start(built, ['check', 'jobs'], { cwd }).status).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('ends quietly when its reader does', () => {
    const command = `"${process.execPath}" "${built}" check examples --format json --all-rules | head -c 10`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
    expect(stdout).toBe('{"version"');
    expect(stderr).toBe('');
  });

  test.skipIf(!existsSync('/dev/full'))('says that its report found no room', () => {
    const command = `"${process.execPath}" "${built}" check examples > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
    expect(stderr).toMatch(/^jd-review: The report could not be written \(ENOSPC\)\.\n$/);
    expect(status).toBe(2);
  });
});
