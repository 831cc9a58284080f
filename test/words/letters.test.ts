import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterPattern } from '../../src/words/letters.ts';

const SOURCES = [
  String.raw`[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]{3,}`,
  String.raw`[\p{L}\p{M}\d]+|[^\s\p{L}\p{M}\d]`,
  String.raw`[\p{Lu}][\p{Ll}]+`,
  String.raw`[\p{Sc}]\s?\d`,
  String.raw`[^\p{L}\p{N}']+`,
  String.raw`([\p{Extended_Pictographic}]\uFE0F?\s*)+`,
];

test('simple text and any other are matched as by the Unicode classes themselves', () => {
  const piece = fc.constantFrom(...'aZ0 9-_’“”–—…$€é߂️ß\u00a0\u2028\u200b\ufeffa\u0301٣漢', 'Ab1', '🙂', '©', '\t', '²');
  for (const source of SOURCES) {
    const pattern = letterPattern(source, 'g');
    const unicode = new RegExp(source, 'gu');
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 12 }), (text) => {
        expect(text.match(pattern(text))).toEqual(text.match(unicode));
      }),
      { numRuns: 1500 },
    );
  }
});
