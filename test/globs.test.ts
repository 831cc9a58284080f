import { describe, expect, test } from 'vitest';
import { globMatcher, withRows } from '../src/globs.ts';

describe('a range in braces', () => {
  test.each([
    ['r{1..3}.md', 'r{1,2,3}.md'],
    ['r{8..11}.md', 'r{8,9,10,11}.md'],
    ['r{3..1}.md', 'r{3,2,1}.md'],
    ['r{08..10}.md', 'r{08,09,10}.md'],
    ['r{-1..1}.md', 'r{-1,0,1}.md'],
    ['r{0..10..5}.md', 'r{0,5,10}.md'],
    ['{a..c}/r{7..7}.md', '{a,b,c}/r7.md'],
    ['r{1..c}.md', 'r{1..c}.md'],
    ['r{1..999999}.md', 'r{1..999999}.md'],
    ['r{a,b}.md', 'r{a,b}.md'],
  ])('%s is %s', (glob, row) => {
    expect(withRows(glob)).toBe(row);
  });

  test.each([
    ['kilns/r{1..12}.md', 'kilns/r12.md', true],
    ['kilns/r{1..12}.md', 'kilns/r2.md', true],
    ['kilns/r{1..12}.md', 'kilns/r13.md', false],
    ['kilns/{01..03}.md', 'kilns/02.md', true],
    ['kilns/{01..03}.md', 'kilns/2.md', false],
  ])('%s and %s: %s', (glob, path, fits) => {
    expect(globMatcher(glob)(path)).toBe(fits);
  });
});
