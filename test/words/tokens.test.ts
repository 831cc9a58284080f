import { describe, expect, it } from 'vitest';
import { HARD_SEPARATORS, Separator } from '../../src/types/text.ts';
import { hyphenedWords, tokenize } from '../../src/words/tokens.ts';

const words = (text: string) => tokenize(text).map((token) => token.word);

describe('tokenize', () => {
  it.each([
    ['C++, C#/F# and .NET', ['c++', 'c#', 'f#', 'and', '.net']],
    ['Node.js, ASP.NET and Vue.js', ['node.js', 'asp.net', 'and', 'vue.js']],
    ['Ph.D. in the U.S.', ['ph.d', 'in', 'the', 'u.s']],
    ['scikit-learn', ['scikit', 'learn']],
    ['R&D and Perks & Benefits', ['r', 'and', 'd', 'and', 'perks', 'and', 'benefits']],
    ['You’ll own bachelor’s work', ["you'll", 'own', "bachelor's", 'work']],
    ['5+ years, 3.5 days, 200,000 rows', ['5', 'years', '3.5', 'days', '200,000', 'rows']],
    ['experience.Strong skills', ['experience', 'strong', 'skills']],
    ['end-to-end CI/CD', ['end', 'to', 'end', 'ci', 'cd']],
    ['Write to jobs.team+ml@example.com today', ['write', 'to', 'today']],
    ['See https://example.com/a_b?c=d#e and www.example.org/x now', ['see', 'and', 'now']],
    ['ＭＬ and ﬁne‑tuning', ['ml', 'and', 'fine', 'tuning']],
    ['Kuber\u00adnetes™ and Größe', ['kubernetes', 'and', 'größe']],
    ['機械学習 engineer', ['機械学習', 'engineer']],
    ['a..b and a...b', ['a', 'b', 'and', 'a', 'b']],
    ['x .net, ..net and .networks', ['x', '.net', 'net', 'and', 'networks']],
    ['.NET and C#', ['.net', 'and', 'c#']],
    ['.5 and . net', ['5', 'and', 'net']],
    ['a@b, @you and me@ you', ['you', 'and', 'me', 'you']],
    ['see http:x and a:// b', ['see', 'http', 'x', 'and', 'b']],
    ['1.000.000 and 1.2.3', ['1.000.000', 'and', '1.2.3']],
    ['', []],
    [' \t\n…—!?', []],
  ])('cuts %j into its words', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps the place of each word in the text', () => {
    const text = 'Deploy  C++, “Node.js” & you’ll (maybe) see';
    for (const token of tokenize(text)) {
      const found = text.slice(token.start, token.end).toLowerCase().replace('’', "'");
      expect(token.word).toBe(found === '&' ? 'and' : found);
    }
  });

  it.each([
    ['end to', false],
    ['end-to', false],
    ['end/to', false],
    ['5+ to', false],
    ['Ph.D. to', false],
    ['end, to', true],
    ['end (to', true],
    ['end: to', true],
    ['end - to', true],
    ['end – to', true],
    ['end -- to', true],
    ['end; to', true],
    ['end "to', true],
    ['end … to', true],
    ['end. to', false],
    ['end.. to', true],
    ['end -to', false],
    ['end- to', false],
    ['end & to', false],
    ['end www.x.org to', true],
    ['end a@b.org to', true],
  ])('says whether %j parts a phrase', (text, hard) => {
    expect((tokenize(text).at(-1)!.before & HARD_SEPARATORS) !== 0).toBe(hard);
  });

  it('marks the first word of a statement, and cuts a part of a text', () => {
    const tokens = tokenize('one two three four', 4, 13);
    expect(tokens.map(({ word, start, end }) => [word, start, end])).toEqual([
      ['two', 4, 7],
      ['three', 8, 13],
    ]);
    expect(tokens[0]!.before).toBe(Separator.start);
  });
});

describe('words with the hyphens that join them', () => {
  it.each([
    ['Ships, docks & cranes', ['ships', 'docks', 'and', 'cranes']],
    ['on-site – part-time', ['on-site', 'part-time']],
    ['day-to-day', ['day-to-day']],
    ['-led and remote- or', ['led', 'and', 'remote-', 'or']],
    ['(ends)', ['ends']],
    ['', []],
    [' – ', []],
  ])('of “%s”', (text, expected) => {
    expect(hyphenedWords(tokenize(text))).toEqual(expected);
  });
});
