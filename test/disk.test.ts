import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBelow, findPostings, readBytes } from '../src/disk.ts';

let folder: string;
let cwd: string;
const all = () => true;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jd-review-disk-'));
  cwd = join(folder, 'repo');
  mkdirSync(cwd);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text = 'text'): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

const pathsOf = (args: string[]) => findPostings(args, cwd, all).sources.map((source) => source.path);

describe('finding postings', () => {
  test('takes the Markdown files below a folder, whatever the case of their extension, in order of path', () => {
    for (const path of ['jobs/b.md', 'jobs/a.MD', 'jobs/deep/c.markdown', 'jobs/d.mdx', 'jobs/e.txt']) write(path);
    expect(pathsOf(['jobs'])).toEqual(['jobs/a.MD', 'jobs/b.md', 'jobs/d.mdx', 'jobs/deep/c.markdown']);
  });

  test('leaves out node_modules, hidden folders, and files that are not wanted', () => {
    for (const path of ['a.md', 'node_modules/x/b.md', '.hidden/c.md', 'README.md']) write(path);
    const found = findPostings(['.'], cwd, (path) => path !== 'README.md');
    expect(found.sources.map((source) => source.path)).toEqual(['a.md']);
  });

  test('takes a file that is named, also one that a folder would leave out', () => {
    write('README.md');
    write('notes.txt');
    const found = findPostings(['README.md', 'notes.txt'], cwd, () => false);
    expect(found.sources.map((source) => source.path)).toEqual(['README.md', 'notes.txt']);
  });

  test('takes a file once that several arguments name', () => {
    write('jobs/a.md');
    expect(pathsOf(['jobs/a.md', 'jobs', './jobs/*.md'])).toEqual(['jobs/a.md']);
  });

  test.each([
    ['jobs/*.md', ['jobs/a.md']],
    ['jobs/**/*.md', ['jobs/a.md', 'jobs/x/b.md']],
    ['**/{a,c}.md', ['jobs/a.md', 'other/c.md']],
    ['./jobs/**', ['jobs/a.md', 'jobs/x/b.md']],
    ['jobs/[!b-z]*.md', ['jobs/a.md']],
    ['[!j]*/*.md', ['other/c.md']],
    ['jobs/{a..c}.md', ['jobs/a.md']],
  ])('expands %s', (glob, paths) => {
    for (const path of ['jobs/a.md', 'jobs/x/b.md', 'other/c.md']) write(path);
    expect(pathsOf([glob])).toEqual(paths);
  });

  test('takes a file whose name looks like a glob', () => {
    write('jobs/[draft].md');
    expect(pathsOf(['jobs/[draft].md'])).toEqual(['jobs/[draft].md']);
  });

  test('tells which arguments nothing answers', () => {
    write('jobs/a.md');
    mkdirSync(join(cwd, 'empty'));
    const found = findPostings(['jobs', 'gone.md', 'empty', 'none/*.md', 'jobs/z*.md'], cwd, all);
    expect(found.unmatched).toEqual(['gone.md', 'empty', 'none/*.md', 'jobs/z*.md']);
    expect(found.sources).toHaveLength(1);
  });

  test('names files outside the working directory by their whole path', () => {
    writeFileSync(join(folder, 'out.md'), 'text');
    expect(pathsOf(['../out.md'])).toEqual([join(folder, 'out.md')]);
  });

  test('finds what a matcher wants below the working directory', () => {
    write('jobs/a.md');
    write('docs/b.md');
    const found = findBelow(cwd, (path) => path.startsWith('jobs/'));
    expect(found.sources.map((source) => source.path)).toEqual(['jobs/a.md']);
  });
});

describe('links and special files', () => {
  test('follows a link inside the tree', () => {
    write('drafts/a.md');
    mkdirSync(join(cwd, 'jobs'));
    symlinkSync('../drafts/a.md', join(cwd, 'jobs/a.md'));
    expect(pathsOf(['jobs'])).toEqual(['jobs/a.md']);
  });

  test.each([
    ['out of the tree', '../../secret.md', /leads out/],
    ['to nothing', 'gone.md', /leads nowhere/],
    ['to a folder', '.', /does not lead to a file/],
    ['to itself', 'a.md', /cannot be read/],
  ])('reports a link %s and goes on', (_, target, message) => {
    writeFileSync(join(folder, 'secret.md'), 'secret');
    write('jobs/b.md');
    symlinkSync(target, join(cwd, 'jobs/a.md'));
    const found = findPostings(['jobs'], cwd, all);
    expect(found.sources.map((source) => source.path)).toEqual(['jobs/b.md']);
    expect(found.problems).toEqual([{ path: 'jobs/a.md', message: expect.stringMatching(message), severity: 'error' }]);
  });

  test('does not follow a link to a folder', () => {
    mkdirSync(join(folder, 'outside'));
    writeFileSync(join(folder, 'outside/a.md'), 'text');
    write('jobs/b.md');
    symlinkSync(join(folder, 'outside'), join(cwd, 'jobs/more'));
    expect(pathsOf(['jobs'])).toEqual(['jobs/b.md']);
  });

  test.skipIf(process.platform === 'win32')('refuses a pipe without waiting for it', () => {
    mkdirSync(join(cwd, 'jobs'));
    execFileSync('mkfifo', [join(cwd, 'jobs/a.md')]);
    const found = findPostings(['jobs'], cwd, all);
    expect(found.problems[0]?.message).toMatch(/not a regular file/);
    expect(readBytes(join(cwd, 'jobs/a.md'), 100)).toEqual({ problem: expect.stringMatching(/not a regular file/) });
  });
});

describe('reading bytes', () => {
  test('gives the bytes of a file', () => {
    write('a.md', 'héllo');
    const read = readBytes(join(cwd, 'a.md'), 100);
    expect('bytes' in read && Buffer.from(read.bytes).toString()).toBe('héllo');
  });

  test('reads no more than one byte over the limit', () => {
    write('a.md', 'x'.repeat(5000));
    const read = readBytes(join(cwd, 'a.md'), 100);
    expect('bytes' in read && read.bytes.length).toBe(101);
  });

  test('says that a file is missing or forbidden', () => {
    expect(readBytes(join(cwd, 'gone.md'), 100)).toEqual({ problem: expect.stringMatching(/ENOENT/) });
  });

  test.skipIf(process.getuid?.() === 0)('says that a file may not be read', () => {
    write('a.md');
    chmodSync(join(cwd, 'a.md'), 0);
    expect(readBytes(join(cwd, 'a.md'), 100)).toEqual({ problem: expect.stringMatching(/EACCES/) });
  });
});
