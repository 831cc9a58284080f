import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allLines, linesBetween, linesOfPatch } from '../../src/github/diff.ts';
import { commentable, lineMap, linesOf, patchOf } from './fake/diff.ts';

describe('lines of a patch', () => {
  test('added and context lines are shown, removed ones are not', () => {
    const { shown, changed } = linesOfPatch(
      '@@ -1,3 +1,3 @@\n a\n-b\n+c\n d\n@@ -10 +10,2 @@ heading\n x\n+y\n\\ No newline at end of file',
    );
    expect([...shown]).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [10, 2],
      [11, 2],
    ]);
    expect([...changed]).toEqual([2, 11]);
  });

  test('a line of the text that looks like a hunk is a line', () => {
    expect([...linesOfPatch('@@ -0,0 +1,2 @@\n+@@ -1 +1,500 @@\n+b').shown.keys()]).toEqual([1, 2]);
    expect([...linesOfPatch('@@ -1,2 +1,2 @@\n @@ -9,9 +9,9 @@\n b').shown.keys()]).toEqual([1, 2]);
  });

  test('no patch, no lines', () => {
    expect(linesOfPatch('').shown.size).toBe(0);
    expect(linesOfPatch('Binary files differ').shown.size).toBe(0);
  });
});

test('a new file is shown whole', () => {
  expect([...allLines('a\nb\n').shown.keys()]).toEqual([1, 2]);
  expect([...allLines('a\nb').changed]).toEqual([1, 2]);
  expect(allLines('').shown.size).toBe(0);
});

const line = fc.constantFrom('a', 'b', 'c', 'd', 'e f');
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.map((each) => `${each}\n`).join(''));

test('hunks worked out from two texts: every added line is there, and no more is called changed than need be', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { shown, changed } = linesBetween(before, after);
      const now = linesOf(after);
      // What was kept is a common subsequence, and a longest one.
      const kept = now.filter((_, at) => !changed.has(at + 1));
      expect(isSubsequence(kept, linesOf(before))).toBe(true);
      const longest = lineMap(linesOf(before), now).filter((to) => to >= 0).length;
      expect(kept.length).toBe(longest);
      for (const each of changed) expect(shown.has(each)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the same hunks as a patch where there is only one way to read the change', () => {
  const old = Array.from({ length: 60 }, (_, at) => `line ${at}\n`);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(59), fc.constantFrom('new\n', '')), { maxLength: 6 }), (edits) => {
      const now = [...old];
      for (const [at, put] of edits) now[at] = put === '' ? '' : `${put.trim()} ${at}\n`;
      const mine = linesBetween(old.join(''), now.join(''));
      const theirs = commentable(patchOf(old.join(''), now.join('')));
      expect([...mine.shown]).toEqual([...theirs]);
    }),
    { numRuns: 300 },
  );
});

test('texts of many lines far apart take no quadratic time', () => {
  const before = Array.from({ length: 30_000 }, (_, at) => `a${at}\n`).join('');
  const after = Array.from({ length: 30_000 }, (_, at) => `b${at}\n`).join('');
  const { changed } = linesBetween(before, `${after}${before.slice(0, 100)}`);
  expect(changed.size).toBeGreaterThanOrEqual(30_000);
});

function isSubsequence(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const each of all) if (at < some.length && some[at] === each) at++;
  return at === some.length;
}
