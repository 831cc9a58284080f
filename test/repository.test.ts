import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);

/** Every run of the Action downloads the repository, so no large file may slip in. */
const MOST_BYTES = 600 * 1024;

test('no tracked file outside dist/ and docs/ is larger than 600 KB', () => {
  const large = tracked.filter((path) => {
    if (/^(dist|docs)\//.test(path)) return false;
    const entry = lstatSync(join(root, path), { throwIfNoEntry: false });
    return entry !== undefined && entry.size > MOST_BYTES;
  });
  expect(large).toEqual([]);
  expect(tracked.length).toBeGreaterThan(400);
});

test.each(['a.whl', 'below/a.tar.gz', 'a.tgz', 'a.zip'])('%s is ignored wherever it lies', (path) => {
  expect(execFileSync('git', ['check-ignore', path], { cwd: root, encoding: 'utf8' }).trim()).toBe(path);
});
