import { describe, expect, it } from 'vitest';
import { Separator } from '../../src/types/text.ts';
import {
  beginsLarge,
  beginsSmall,
  classOf,
  isApostrophe,
  isDigit,
  isLetter,
  isUpper,
  isWord,
  WORD,
} from '../../src/words/characters.ts';

describe('what a character is between and in words', () => {
  it.each([
    ['part of a word', WORD, 'azAZ09éßøŁ機д٣\u0301Àÿɏ'],
    ['a blank', Separator.space, ' \t\n\u00a0\u2003\u2000\u200a\u200b\u202f\u3000\u2028\u2029+%*#.$`\\©®™'],
    ['a hyphen', Separator.hyphen, '-_‐‑'],
    ['a slash', Separator.slash, '/'],
    ['a dash', Separator.dash, '‒–—―−'],
    ['a comma', Separator.comma, ',，、'],
    ['an opening bracket', Separator.open, '([{<'],
    ['a closing bracket', Separator.close, ')]}>'],
    ['a colon', Separator.colon, ':'],
    ['a semicolon', Separator.semicolon, ';'],
    ['a quote', Separator.quote, '"\'«»‘’“”„ʼ'],
    ['another mark', Separator.other, '!?&|=~@^…×÷•✓'],
  ])('%s', (_, kind, characters) => {
    const wrong = [...characters].filter((character) => classOf(character, 0) !== kind);
    expect(wrong).toEqual([]);
  });

  it.each(['\u00ad', '\u200c', '\u200d', '\u2060', '\ufeff'])(
    'joins the parts of a word by %j, which has no width',
    (mark) => {
      expect(classOf(`a${mark}b`, 1)).toBe(WORD);
      expect(classOf(`⭐${mark} b`, 1)).toBe(Separator.space);
      expect(classOf(mark.repeat(2), 1)).toBe(Separator.space);
    },
  );

  it('takes what makes a picture of a mark for a blank', () => {
    expect([classOf('⭐\ufe0f', 1), classOf('1\ufe0f\u20e3', 2)]).toEqual([Separator.space, Separator.space]);
  });

  it('takes both halves of a pair for one: a letter or a mark', () => {
    expect(['𝐀', '𠀋'].map((pair) => [classOf(pair, 0), classOf(pair, 1)])).toEqual([
      [WORD, WORD],
      [WORD, WORD],
    ]);
    expect([classOf('🙂', 0), classOf('🙂', 1)]).toEqual([Separator.other, Separator.other]);
    expect([classOf('\ude42', 0), classOf('\ud83d', 0)]).toEqual([Separator.other, Separator.other]);
  });

  it('ends words where the text is cut', () => {
    expect([isWord('ab', 1, 2), isWord('ab', 1, 1), isWord('a-', 1, 2)]).toEqual([true, false, false]);
  });
});

describe('kinds of character', () => {
  const of = (test: (code: number) => boolean, text: string) =>
    [...text].filter((character) => test(character.charCodeAt(0))).join('');

  it.each([
    ['digits', isDigit, '/0123456789:a', '0123456789'],
    ['capitals', isUpper, '@AMZ[az', 'AMZ'],
    ['letters', isLetter, '@AZ[`az{09', 'AZaz'],
    ['apostrophes', isApostrophe, '\'’ʼ‘"`“', "'’ʼ‘"],
  ])('%s', (_, test, among, expected) => {
    expect(of(test, among)).toBe(expected);
  });

  it.each([
    ['ferry', 'small'],
    ['éclair', 'small'],
    ['Ferry', 'large'],
    ['École', 'large'],
    ['ǅep', 'large'],
    ['4 ferries', 'neither'],
    ['', 'neither'],
    ['機械', 'neither'],
  ])('“%s” begins %s', (text, expected) => {
    expect(beginsSmall(text)).toBe(expected === 'small');
    expect(beginsLarge(text)).toBe(expected === 'large');
  });
});
