import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/checks/index.ts';
import type { CheckSource } from '../../src/policy/model.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import { judge, policyOfRules, posting } from './judge.ts';

const moss = { kind: 'phrase', any: ['moss'] };
const found = (gates: Record<string, unknown>, parts: Parameters<typeof posting>[0]) =>
  judge({ ...moss, ...gates }, posting(parts)).length;

describe('the gates of a posting', () => {
  test('are options of every kind', () => {
    for (const kind of Object.values(kinds)) expect(Object.keys(kind.options)).toContain('unless-posting');
  });

  const says = ['fern'];
  test.each<[string, Record<string, unknown>, string[], number]>([
    ['everywhere when left out', {}, [], 1],
    ['only where something is said', { 'only-where': says }, ['Fern'], 1],
    ['only where something is said, and it is not', { 'only-where': says }, ['Ivy'], 0],
    ['only where it is said in one place', { 'only-where': { says, in: ['duties'] } }, ['Fern'], 0],
    ['only where one of two is said', { 'only-where': [{ says: ['ivy'] }, { says, in: ['required'] }] }, ['Fern'], 1],
    ['not where something is said', { 'unless-posting': says }, ['Fern'], 0],
    ['not where it is said in one place', { 'unless-posting': { says, in: ['duties'] } }, ['Fern'], 1],
    ['what is negated is not said', { 'unless-posting': says }, ['No fern'], 1],
    ['unless it may be', { 'unless-posting': { says, negated: 'keep' } }, ['No fern'], 0],
    ['nor is a part of something else', { 'unless-posting': { says, except: ['fern bar'] } }, ['A fern bar'], 1],
  ])('%s', (_name, gates, required, count) => {
    expect(found(gates, { duties: ['Moss'], required })).toBe(count);
  });

  const unlessOld = { says, 'unless-posting': { says: ['old'], in: ['duties'] } };
  test.each<[string, string, string[], number]>([
    ['one saying of several counts only where something else is not said', 'Moss', ['Fern'], 1],
    ['and not where it is', 'Old moss', ['Fern'], 0],
    ['another saying beside it counts all the same', 'Old moss', ['Ivy'], 1],
    ['what is said in another place takes nothing back', 'Moss', ['Old fern'], 1],
  ])('%s', (_name, duty, required, count) => {
    expect(found({ 'only-where': [unlessOld, 'ivy'] }, { duties: [duty], required })).toBe(count);
  });

  test('not where a field is true', () => {
    const text = (value: string) => posting({ duties: ['Moss'] }).replace('---\n', `---\nevergreen: ${value}\n`);
    const check = { ...moss, 'unless-field': ['evergreen'] };
    expect(['true', 'yes', 'false', '2026'].map((value) => judge(check, text(value)).length)).toEqual([0, 0, 1, 1]);
  });

  test('only where a law of the place asks for something, or only where none does', () => {
    const law = { id: 'utopia', place: 'Utopia', where: ['Utopia'], employees: 0, since: '2020-01-01' };
    const laws = [{ ...law, needs: ['moss'], source: 's', asOf: '2026-01-01' }];
    const told = (check: Record<string, unknown>, location: string) => {
      const checks = [{ ...moss, message: '{found}, {place}', ...check } as CheckSource];
      const policy = policyOfRules([{ checks }], {}, { laws });
      const text = posting({ duties: ['Moss'] }).replace('---\n', `---\nlocation: ${location}\n`);
      const { review } = reviewPosting(readPosting('a.md', text, policy.vocabulary), policy, '2026-11-22');
      return review.findings.map(({ message }) => message);
    };
    expect(told({ 'where-law': 'moss' }, 'Utopia')).toEqual(['Moss, Utopia']);
    expect(told({ 'where-law': 'moss' }, 'Laputa')).toEqual([]);
    expect(told({ 'where-law': 'fern' }, 'Utopia')).toEqual([]);
    expect(told({ 'unless-law': 'moss', message: 'x' }, 'Utopia')).toEqual([]);
    expect(told({ 'unless-law': 'moss', message: 'x' }, 'Laputa')).toEqual(['x']);
  });
});

describe('the gates of words', () => {
  test.each<[string, Record<string, unknown>]>([
    ['share', { of: ['moss'], above: 0.1, in: ['duties'] }],
    ['count', { what: 'slots', any: ['moss', 'ivy'], 'at-least': 2, in: ['duties'] }],
    ['mix', { families: { a: ['moss'], b: ['ivy'] }, distinct: 1 }],
  ])('mean the same in a check of kind %s', (kind, options) => {
    const check = { kind, message: 'x', ...options } as CheckSource;
    const told = (gates: object) =>
      judge({ ...check, ...gates } as CheckSource, posting({ duties: ['Old moss', 'Old ivy and moss'] })).length;
    expect(told({})).toBe(1);
    expect(told({ unless: ['old'] })).toBe(0);
    expect(told({ with: ['old'] })).toBe(1);
    expect(told({ with: ['new'] })).toBe(0);
    expect(told({ except: ['old moss', 'old ivy', 'ivy and moss'] })).toBe(0);
  });
});
