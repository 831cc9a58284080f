import { describe, expect, test } from 'vitest';
import { judge, posting } from './judge.ts';

const phd = { kind: 'phrase', any: ['{phd}'] };
const asks = (text: string): boolean => judge(phd, posting({ required: [text] })).length > 0;

describe('what a negation reaches', () => {
  test.each([
    ['No PhD needed', false],
    ['We do not ask for a PhD', false],
    ["You don't need a PhD", false],
    ['Experience instead of a PhD', false],
    ['A PhD is not required', false],
    ["A PhD isn't necessary", false],
    ['PhD optional', false],
    ['No papers, patents or PhD', false],
    ['A PhD', true],
    ['Not only a PhD but a record of papers', true],
    ['Not for beginners: a PhD is a must', true],
    ['We do not hire juniors, you hold a PhD', true],
    ['We do not care where you live but ask for a PhD', true],
    ['No matter where you studied: PhD', true],
    ['We never once in eleven years have hired without PhD', false],
  ])('“%s”: %s', (text, expected) => {
    expect(asks(text)).toBe(expected);
  });
});

describe('where a phrase counts', () => {
  const text = posting({
    title: 'PhD Engineer',
    duties: ['Supervise one PhD'],
    required: ['A PhD'],
    preferred: ['A second PhD'],
    rest: '\n## About us\n\nHalf of us hold a PhD.\n',
  });
  const found = (scopes?: string[]) => judge({ ...phd, ...(scopes ? { in: scopes } : {}), per: 'hit' }, text).length;

  test.each([
    [['title'], 1],
    [['required'], 1],
    [['duties', 'preferred'], 2],
    [['company'], 1],
    [['anywhere'], 5],
    [undefined, 5],
  ])('in %s: %i', (scopes, expected) => {
    expect(found(scopes)).toBe(expected);
  });

  test('a heading demands nothing', () => {
    expect(judge({ ...phd, in: ['required'] }, '# ML Engineer\n\n## Requirements\n\n### PhD\n\n- Python\n')).toEqual(
      [],
    );
  });
});
