import { expect, test } from 'vitest';
import * as browser from '../../src/words/numbers.browser.ts';
import * as node from '../../src/words/numbers.ts';

test.each([[[]], [[0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]], [Array.from({ length: 1000 }, (_, at) => at * 65_537)]])(
  'numbers are written and read in the browser as in Node',
  (numbers) => {
    expect(browser.packed(numbers)).toBe(node.packed(numbers));
    expect([...browser.unpacked(node.packed(numbers))]).toEqual(numbers);
  },
);

test('no text is no numbers', () => {
  expect(browser.unpacked()).toEqual(node.unpacked());
});
