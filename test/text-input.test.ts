import { describe, expect, it } from 'vitest';
import { calm, withoutReturns } from '../src/text-input.ts';

const marks = (mark: string, times: number) => mark.repeat(times);

describe('marks that nest too deep', () => {
  it.each([
    ['24 quotes', `${marks('> ', 24)}a`, `${marks('> ', 24)}a`],
    ['25 quotes', `${marks('> ', 25)}a`, `${marks('> ', 24)}xxa`],
    ['a rule', marks('-', 40), marks('-', 40)],
    ['30 bullets', `${marks('- ', 30)}a\nb`, `${marks('- ', 24)}${marks('x', 12)}a\nb`],
    ['25 stars over a quote', `${marks('* ', 25)}\n> c`, `${marks('* ', 24)}xx\n> c`],
    ['30 pluses', `${marks('+', 30)} a`, `${marks('+', 24)}${marks('x', 7)}a`],
    ['marks behind a word', `a ${marks('> ', 30)}`, `a ${marks('> ', 30)}`],
    ['lone carriage returns', 'a\r- b\r\nc', 'a\n- b\r\nc'],
  ])('%s', (_, text, expected) => {
    expect(calm(text, 0)).toBe(expected);
  });

  it('leaves what stands before the body as it is', () => {
    const line = `${marks('> ', 26)}a\n`;
    expect(calm(line + line, line.length)).toBe(`${line}${marks('> ', 24)}xxxxa\n`);
  });
});

it('says where every character stood before carriage returns were left out', () => {
  const { text, places } = withoutReturns('a\r\nb\r\r\nc');
  expect(text).toBe('a\nb\nc');
  expect([...places]).toEqual([0, 1, 3, 5, 7, 8]);
});
