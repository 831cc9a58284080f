import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { displayWidth, headOf, tailOf } from '../../src/render/width.ts';

test.each([
  ['plain', 5],
  ['“café” – €', 10],
  ['漢字', 4],
  ['e\u0301', 1],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['한글', 4],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test('characters that are not looked up take one column each', () => {
  for (let code = 0x20; code < 0x3000; code++) {
    const text = String.fromCodePoint(code);
    if (code >= 0xa1 && code <= 0x2ff && code !== 0xad) expect(stringWidth(text)).toBe(1);
  }
  for (const text of '–—‘’“”•…€→│') expect(stringWidth(text)).toBe(1);
});

test('a text is cut between signs', () => {
  expect(headOf('plain', 3)).toBe('pla');
  expect(tailOf('plain', 3)).toBe('ain');
  expect(headOf('漢字😀', 3)).toBe('漢');
  expect(tailOf('漢字😀', 4)).toBe('字😀');
  expect(headOf('e\u0301e\u0301', 1)).toBe('e\u0301');
  expect(tailOf('a👩‍👩‍👧', 1)).toBe('');
  expect([headOf('plain', 0), tailOf('plain', 0)]).toEqual(['', '']);
});
