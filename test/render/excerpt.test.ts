import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/finding-place.ts';
import { excerptOf } from '../../src/render/terminal/excerpt.ts';
import { displayWidth } from '../../src/render/width.ts';
import { postingOf, spanOf } from '../support/review.ts';

function excerpt(text: string, words: string, columns = 80) {
  const posting = postingOf(text);
  return excerptOf(posting, placeOf(posting.lineStarts, spanOf(text, words)), columns)!;
}

describe('the line of a finding', () => {
  test('is cut in three: before the words, the words, behind them', () => {
    expect(excerpt('a\nsome words here\r\nb', 'words')).toEqual({ before: 'some ', words: 'words', after: ' here' });
  });

  test('is the first one where the words go on, and names the last', () => {
    expect(excerpt('one two\nthree\nfour', 'two\nthree\nfo')).toEqual({
      before: 'one ',
      words: 'two',
      after: '',
      lastLine: 3,
    });
    expect(excerpt('one two\nthree', 'two\n')).toEqual({ before: 'one ', words: 'two', after: '' });
  });

  test('loses tabs, control characters and marks that turn text around', () => {
    expect(excerpt('\t\u202ea\u0007 x\u200by z', 'x\u200by')).toEqual({ before: '    a  ', words: 'xy', after: ' z' });
  });

  test('is cut around the words, on both sides alike', () => {
    const line = `${'left '.repeat(40)}words${' right'.repeat(40)}`;
    const { before, words, after } = excerpt(line, 'words', 40);
    expect([before, words, after]).toEqual(['… left left left ', 'words', ' right right righ…']);
    expect(displayWidth(before + words + after)).toBeLessThanOrEqual(40);
    expect(excerpt(`words${' right'.repeat(40)}`, 'words', 20)).toEqual({
      before: '',
      words: 'words',
      after: ' right right r…',
    });
  });

  test('shows the beginning of words that are too long themselves', () => {
    expect(excerpt(`x ${'long '.repeat(30)}`, 'long '.repeat(29), 20)).toEqual({
      before: '…',
      words: 'long long long lon…',
      after: '',
    });
  });

  test('is nothing where the text has no such line', () => {
    expect(excerptOf(postingOf('one'), { line: 9, column: 1, endLine: 9, endColumn: 2 }, 40)).toBeUndefined();
  });

  test('fits its columns and keeps the words in view, whatever is written', () => {
    const sign = fc.constantFrom('a', ' ', '漢', '😀', 'e\u0301', '👩‍👩‍👧', '“', '\t', '한', '\u200b', '\ud83d');
    const signs = fc.array(sign, { maxLength: 120 }).map((list) => list.join(''));
    fc.assert(
      fc.property(signs, signs, signs, fc.integer({ min: 20, max: 100 }), (before, words, after, columns) => {
        const text = before + words + after;
        const place = placeOf([0], { start: before.length, end: before.length + words.length });
        const shown = excerptOf(postingOf(text), place, columns)!;
        // Joined to what stands beside it, a cut sign may only get narrower.
        const width = displayWidth(shown.before) + displayWidth(shown.words) + displayWidth(shown.after);
        expect(width).toBeLessThanOrEqual(columns);
        if (/[a漢한“]/.test(words)) expect(displayWidth(shown.words)).toBeGreaterThan(0);
      }),
    );
  });
});
