import { describe, expect, test } from 'vitest';
import { phraseFaults } from '../../src/rule-files/phrase-check.ts';
import { parsePhrase } from '../../src/words/phrase.ts';
import { sentences, wordsFound } from '../policy/support.ts';

/** Phrase, sentence, words found. */
const FINDS: readonly (readonly [string, string, readonly string[]])[] = [
  ['phd', 'A PhD, or two PhDs.', ['PhD']],
  ['phd*', 'A PhD, or two PhDs.', ['PhD', 'PhDs']],
  ['ph.d', 'A Ph.D. in physics', ['Ph.D']],
  ['machine learning', 'Machine Learning and machine-learning', ['Machine Learning', 'machine-learning']],
  ['end to end', 'own it end-to-end', ['end-to-end']],
  ['end-to-end', 'own it end to end', ['end to end']],
  ['ci/cd', 'CI/CD, CI CD', ['CI/CD', 'CI CD']],
  ['c++', 'C++ or C', ['C++']],
  ['c', 'C++ or C', ['C']],
  ['node.js | .net', 'Node.js and .NET', ['Node.js', '.NET']],
  ['scikit-learn', 'scikit-learn, Scikit Learn', ['scikit-learn', 'Scikit Learn']],
  ['research and development', 'R&D, Research & Development', ['Research & Development']],
  ["don't", "Don’t and don't", ['Don’t', "don't"]],
  ['café', 'Café', ['Café']],
  ['large language model*', 'Large Language Models', ['Large Language Models']],
  ['deploy* model*', 'deploying models', ['deploying models']],
  ['red | green', 'green, red', ['green', 'red']],
  ['(red | green) light', 'red light, green light, blue light', ['red light', 'green light']],
  ['(bachelor | master)*', 'Bachelor’s or Masters', ['Bachelor’s', 'Masters']],
  ['(computer | data science)*', 'data sciences and computers', ['data sciences', 'computers']],
  ['[very] good', 'very good, good', ['very good', 'good']],
  ['years [of] experience', 'years experience; years of experience', ['years experience', 'years of experience']],
  ['no … phd', 'no PhD', ['no PhD']],
  ['no … phd', 'no master’s or a PhD', ['no master’s or a PhD']],
  ['no … phd', 'no one two three four PhD', ['no one two three four PhD']],
  ['no … phd', 'no one two three four five PhD', []],
  ['no … phd', 'no degree, (not even a) PhD', ['no degree, (not even a) PhD']],
  ['no … phd', 'no degree (or) — a PhD', ['no degree (or) — a PhD']],
  ['no ... phd', 'no formal PhD', ['no formal PhD']],
  ['a … b … c', 'a x b y c', ['a x b y c']],
  ['good [… old] days', 'good days; a good and very old days', ['good days', 'good and very old days']],
  ['a b', 'a, b', []],
  ['a b', 'a (b)', []],
  ['a b', 'a: b', []],
  ['a b', 'a — b', []],
  ['a b', 'a; b', []],
  ['a b', 'a/b a-b', ['a/b', 'a-b']],
  ['(self | semi)-supervised', 'self-supervised and semi supervised', ['self-supervised', 'semi supervised']],
];

describe('a phrase finds', () => {
  test.each(FINDS)('%j in %j', (phrase, sentence, found) => {
    expect(wordsFound([phrase], sentences(sentence))).toEqual(found);
  });

  test('nothing over the end of a sentence, not even with “…”', () => {
    expect(wordsFound(['a b', 'a … b'], sentences('the a', 'b'))).toEqual([]);
  });

  test('the longest words at a place, and none within others', () => {
    expect(wordsFound(['data', 'data science', 'science team'], sentences('our data science team'))).toEqual([
      'data science',
      'science team',
    ]);
  });
});

describe('a vocabulary', () => {
  const terms = {
    not: ['no | not', 'instead of'],
    framework: ['PyTorch', 'Tensor*'],
    tool: ['{framework}', 'Ray [Serve]'],
  };

  test.each([
    ['{tool}', 'PyTorch, Ray Serve and Ray', ['PyTorch', 'Ray Serve', 'Ray']],
    ['{not} … {tool}', 'no need for TensorFlow', ['no need for TensorFlow']],
    ['{not} {not}', 'not instead of', ['not instead of']],
    ['{tool} or {tool}', 'PyTorch or Ray Serve', ['PyTorch or Ray Serve']],
    ['{tool} serving', 'Ray Serve serving', ['Ray Serve serving']],
    ['with {tool}', 'with (PyTorch)', []],
    ['with … {tool}', 'with (PyTorch)', ['with (PyTorch']],
    ['({tool} | sql) … {not}', 'SQL is not', ['SQL is not']],
  ])('%j in %j', (phrase, sentence, found) => {
    expect(wordsFound([phrase], sentences(sentence), terms)).toEqual(found);
  });
});

/** Phrase, offset of the fault, what it says. */
const FAULTS: readonly (readonly [string, number, string])[] = [
  ['', 0, 'no word stands here: write the words to find'],
  ['| a', 0, 'one side of “|” is empty: write words on both sides, or put words that may be left out in [ ]'],
  ['a |', 2, 'one side of “|” is empty: write words on both sides, or put words that may be left out in [ ]'],
  ['a | | b', 4, 'one side of “|” is empty: write words on both sides, or put words that may be left out in [ ]'],
  ['a ( ) b', 4, 'no word stands here: write the words to find'],
  ['(a | b', 0, '“(” is never closed: write “)”'],
  ['(a]', 2, '“]” does not close “(”: write “)”'],
  ['a) b', 1, '“)” closes nothing: remove it, or open it before'],
  ['a } b', 2, '“}” closes nothing: write {name} for a vocabulary'],
  ['{tool', 0, '“{” is never closed: write {name} for a vocabulary'],
  ['{Tool}', 0, 'the name of a vocabulary is small letters, digits and hyphens: write {name}'],
  ['{tol}', 0, 'there is no vocabulary {tol}: write {tool}'],
  ['with {tol}', 5, 'there is no vocabulary {tol}: write {tool}'],
  ['{tool}*', 6, '“*” after a vocabulary has no meaning: put it on the words of the vocabulary'],
  ['year(s)', 4, 'words are whole, so a group needs a space beside it: write year | years, or year* for any ending'],
  ['year[s]', 4, 'words are whole, so a group needs a space beside it: write year | years, or year* for any ending'],
  ['* models', 0, '“*” follows a word or a group without a space: write deploy* for any ending'],
  ['deploy *', 7, '“*” follows a word without a space: write deploy* for any ending'],
  ['a*', 1, '“*” needs at least 2 letters before it'],
  ['de*ploy', 2, '“*” stands at the end of a word only: write the beginning and “*”'],
  ['(a | {tool})*', 12, '“*” after a group needs a word at the end of each alternative'],
  ['a, b', 1, 'a phrase does not cross “,”: write “…” there, or two phrases'],
  ['years, or so', 5, 'a phrase does not cross “,”: write “…” there, or two phrases'],
  ['location: remote', 8, 'a phrase does not cross “:”: write “…” there, or two phrases'],
  ['\\bphd\\b', 0, '“\\” has no meaning here: phrases are words, “word*”, “( | )”, “[ ]”, “…” and “{name}”'],
  ['phd?', 3, '“?” has no meaning here: phrases are words, “word*”, “( | )”, “[ ]”, “…” and “{name}”'],
  ['[a]', 0, 'every word of it may be left out: write one that must stand, outside [ ]'],
  ['[a] [b]', 0, 'every word of it may be left out: write one that must stand, outside [ ]'],
  ['… a', 0, '“…” stands between words: write words on both sides'],
  ['a …', 2, '“…” stands between words: write words on both sides'],
  ['a [b …]', 5, '“…” stands between words: write words on both sides'],
  ['a … … b', 2, 'two “…” stand beside each other: write one'],
  ['a … [b] … c', 2, 'two “…” stand beside each other: write one'],
  ['a … b … c … d … e', 0, 'it has 4 “…” and may have 3: write a shorter phrase'],
  [
    '(a | b) (a | b) (a | b) (a | b) (a | b) (a | b) (a | b) (a | b) (a | b) (a | b) (a | b)',
    0,
    'its alternatives make more than 2000 phrases: write several phrases',
  ],
  [`${'('.repeat(9)}a${')'.repeat(9)}`, 8, 'groups stand at most 8 deep: write several phrases'],
  ['a '.repeat(2001), 0, 'a phrase has at most 4000 characters: write several phrases'],
];

describe('a faulty phrase says where and what to write', () => {
  test.each(FAULTS)('%j at %i', (phrase, at, message) => {
    expect(phraseFaults(phrase, { terms: ['tool', 'not'] })[0]).toEqual({ at, message });
  });
});

test('no text makes the reader of phrases throw', () => {
  for (const text of ['(((((', ')))', '[|]', '{}{', '***', '…'.repeat(5000), '\u0000', '\ud800', '(*)', '[()]']) {
    expect(() => parsePhrase(text)).not.toThrow();
    expect(phraseFaults(text, { terms: [] }).length).toBeGreaterThan(0);
  }
});
