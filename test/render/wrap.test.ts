import { expect, test } from 'vitest';
import { hanging, wrap, wrapPage } from '../../src/render/wrap.ts';

test('breaks at blanks, and keeps a word that is too long', () => {
  expect(wrap('one two three four five six', 22)).toEqual(['one two three four', 'five six']);
  expect(wrap('see https://example.com/a/long/address now', 20)).toEqual([
    'see',
    'https://example.com/a/long/address',
    'now',
  ]);
  expect(wrap('as it stands', undefined)).toEqual(['as it stands']);
  expect(wrap('漢字漢字 漢字漢字 漢字漢字', 20)).toEqual(['漢字漢字 漢字漢字', '漢字漢字']);
});

test('hangs a text under itself, or below a lead that is too long for that', () => {
  expect(hanging('  lead  ', 'one two three four five six', 30)).toEqual([
    '  lead  one two three four',
    '        five six',
  ]);
  expect(hanging('  a lead of many words  ', 'one two three', 32)).toEqual([
    '  a lead of many words',
    '    one two three',
  ]);
});

test('wraps a page of flags column by column and joins its paragraphs', () => {
  const page = 'A paragraph on\ntwo lines.\n\nFlags\n  --one   what the first flag does\n  --two   the second\n';
  expect(wrapPage(page, 32)).toBe(
    'A paragraph on two lines.\n\nFlags\n  --one   what the first flag\n          does\n  --two   the second\n',
  );
  expect(wrapPage(page, undefined)).toBe(page);
});
