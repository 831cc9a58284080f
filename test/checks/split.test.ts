import { describe, expect, test } from 'vitest';
import { judge, posting } from './judge.ts';

const split = {
  kind: 'years',
  ask: 'split',
  'unless-posting': { says: ['new field'], in: ['required'] },
  message: '{level} {production}',
};
const asks = (level: string, ...required: string[]) => judge(split, posting({ level, required })).length > 0;

describe('years in all without years of models in production', () => {
  test.each([
    ['senior', ['6+ years of experience'], true],
    ['senior', ['6+ years of experience, including 3+ years of machine learning in production'], false],
    ['senior', ['6+ years of experience', 'This is a new field'], false],
    ['senior', ['3 years of experience with Spark'], false],
    ['senior', ['Python'], false],
    ['junior', ['1 year of experience'], false],
  ])('%s with %j: %s', (level, required, expected) => {
    expect(asks(level, ...required)).toBe(expected);
  });
});

describe('years that are a wish', () => {
  const ladder = { kind: 'years', ask: 'ladder', wished: ['handy'], demanded: ['must'], message: '{asks}' };
  const told = (...required: string[]) => judge(ladder, posting({ level: 'mid', required })).length > 0;

  test.each([
    ['12+ years of experience', true],
    ['12+ years of experience handy', false],
    ['12+ years of experience handy, but 5 a must', true],
    ['12+ years of experience, boats handy', true],
    ['Handy: 12+ years of experience', true],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});
