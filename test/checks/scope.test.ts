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

describe('how far a negation reaches', () => {
  test.each([
    ['No one two three four five PhD', false],
    ['No one two three four five six PhD', true],
    ['A PhD one two three four is not required', false],
    ['A PhD one two three four five is not required', true],
    ['No papers; a PhD', true],
    ['No papers: a PhD', true],
    ['No papers – a PhD', true],
    ['No papers, a PhD', false],
    ['No papers, you hold a PhD', true],
    ['No papers but a PhD', true],
    ['A PhD; papers are not required', true],
    ['A PhD but papers are not required', true],
    ['No papers. A PhD', true],
    ['No PhD, PhD', false],
    ['No PhD or PhD', false],
    ['No PhD; PhD', true],
    ['A PhD, no PhD', true],
    ['No PhD is not required', false],
    ['Not just a PhD', true],
    ['Not just papers, no PhD', false],
  ])('“%s”: %s', (text, expected) => {
    expect(asks(text)).toBe(expected);
  });

  test('where the text says of none, every hit counts, and each is told in its place', () => {
    const per = (...items: string[]) => judge({ ...phd, per: 'hit' }, posting({ required: items })).length;
    expect(per('A PhD and a PhD', 'PhD')).toBe(3);
    expect(per('No PhD, and PhD one two three four five six seven PhD')).toBe(1);
  });
});

describe('phrases around a phrase', () => {
  const check = (more: Record<string, unknown>) => ({ kind: 'phrase', any: ['kiln'], per: 'hit', ...more });
  const count = (more: Record<string, unknown>, ...items: string[]) =>
    judge(check(more), posting({ title: 'ML Engineer', required: items })).length;

  test.each<[string, number]>([
    ['A kiln', 1],
    ['A hot kiln', 0],
    ['A hot kiln and a kiln', 1],
    ['A kiln and a hot kiln', 1],
    ['A kiln, a hot kiln, a kiln', 2],
    ['A hot kiln, a hot kiln', 0],
    ['A kiln room', 0],
  ])('“%s” has %i that are no part of another phrase', (text, expected) => {
    expect(count({ except: ['hot kiln', 'kiln room'] }, text)).toBe(expected);
  });

  test('one sentence that says something else spares its own hits only', () => {
    expect(count({ unless: ['cold'] }, 'A kiln, cold', 'A kiln')).toBe(1);
    expect(count({ unless: ['cold'] }, 'A kiln', 'A kiln')).toBe(2);
    expect(count({ unless: ['cold'] }, 'Cold pots')).toBe(0);
  });
});
