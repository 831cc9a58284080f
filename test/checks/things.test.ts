import { describe, expect, test } from 'vitest';
import { judge, posting } from './judge.ts';

const counted = {
  kind: 'require',
  any: ['a phrase that nobody writes'],
  in: ['duties'],
  'counted-as': 'numbers',
  magnitude: ['million | dozens'],
  uncounted: ['years | engineers'],
  missing: 'nothing counted',
};
const names = (check: object, duty: string) =>
  judge({ ...counted, ...check } as typeof counted, posting({ duties: [duty] })).length === 0;

describe('things counted in a text', () => {
  test.each([
    ['Score 40,000 leases', true],
    ['Score 40,000 old scanned leases', true],
    ['Score 40,000 very old scanned leases', false],
    ['Score 500 leases', true],
    ['Score 20 leases', true],
    ['Score 19 leases', false],
    ['Score 5k leases', true],
    ['Score 2.5m leases', true],
    ['Score 2 million leases', true],
    ['Score millions of leases', false],
    ['Score dozens of leases', true],
    ['Score 1899 leases', true],
    ['Score 2101 leases', true],
    ['Score 2024 leases', false],
    ['Score 1900 leases', false],
    ['Score 2100 leases', false],
    ['Score 2,024 leases', true],
    ['Score $500 leases', false],
    ['Score 500€ leases', false],
    ['Score 50% leases', false],
    ['Score v500 leases', false],
    ['Score 500x leases', false],
    ['Score 500 engineers', false],
    ['Score 500 glass', false],
    ['Score 500 gas', false],
    ['Score 500 cats', true],
    ["Score 500 landlord's", false],
    ['Score 500, leases', false],
    ['Score 500 (leases)', false],
    ['Score leases 500', false],
  ])('%s: %s', (duty, expected) => {
    expect(names({}, duty)).toBe(expected);
  });

  test('count in the sections that are asked for alone', () => {
    expect(judge(counted, posting({ required: ['Score 500 leases'], duties: ['Score'] }))).toHaveLength(1);
  });
});

describe('things named by what is made for them', () => {
  const named = { 'counted-as': undefined, 'named-as': 'name', heads: ['model'], plain: ['predictive'] };

  test.each([
    ['Own the lease model', true],
    ['Own the predictive model', false],
    ['Own the lease, model it', false],
    ['Model', false],
    ['Own 3 model', false],
    ['Own my model', false],
    ['Own our model', true],
  ])('%s: %s', (duty, expected) => {
    expect(names(named, duty)).toBe(expected);
  });
});
