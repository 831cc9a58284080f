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

test('each letter by itself is matched as by the Unicode classes', () => {
  for (const source of [...SOURCES, String.raw`[\p{L}]`, String.raw`[\p{Lu}]`, String.raw`[\p{Ll}]`]) {
    const pattern = letterPattern(source, 'g');
    const unicode = new RegExp(source, 'gu');
    const wrong: string[] = [];
    for (let code = 0; code < 0x250; code++) {
      const text = String.fromCharCode(code).repeat(4);
      const [own, wanted] = [text.match(pattern(text)), text.match(unicode)];
      if (own?.join() !== wanted?.join()) wrong.push(code.toString(16));
    }
    expect(wrong, source).toEqual([]);
  }
});
