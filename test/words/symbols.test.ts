import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLexicon } from '../../src/words/symbols.ts';

test('a frozen lexicon finds what the one that it was made from finds, and takes further words', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcé+'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word), fc.array(word), fc.array(word, { minLength: 1 }), (words, prefixes, asked) => {
      const built = createLexicon();
      for (const each of words) built.symbol(each, false);
      for (const each of prefixes) built.symbol(each, true);
      const { words: whole, prefixes: begun } = JSON.parse(JSON.stringify(built.freeze()));
      const thawed = createLexicon(whole, begun);
      for (const each of asked) expect(thawed.symbolsOf(each)).toEqual(built.symbolsOf(each));
      for (const each of asked) expect(thawed.symbol(each, false)).toBe(built.symbol(each, false));
      for (const each of asked) expect(thawed.symbolsOf(each)).toEqual(built.symbolsOf(each));
    }),
    { numRuns: 300 },
  );
});
