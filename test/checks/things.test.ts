import { describe, expect, test } from 'vitest';
import type { CheckSource } from '../../src/policy/model.ts';
import { reviewPosting } from '../../src/review.ts';
import { policyOfRules, posting, read } from './judge.ts';

const counted = {
  kind: 'require',
  any: ['a phrase that nobody writes'],
  in: ['duties'],
  'counted-as': 'numbers',
  missing: 'nothing counted',
};
const terms = Object.fromEntries(
  Object.entries({
    magnitude: 'million | dozens',
    uncounted: 'years | engineers',
    'model-head': 'model',
    'plain-modifier': 'predictive',
  }).map(([name, phrase]) => [name, { doc: '', phrases: [phrase] }]),
);
const policyWith = (check: object) => policyOfRules([{ checks: [check as CheckSource] }], {}, { terms });
const policies = {
  counted: policyWith(counted),
  named: policyWith({ ...counted, 'counted-as': undefined, 'named-as': 'name' }),
};
const judge = (by: keyof typeof policies, text: string) =>
  reviewPosting(read(text, policies[by]), policies[by], '2026-11-22').review.findings;
const names = (by: keyof typeof policies, duty: string) => judge(by, posting({ duties: [duty] })).length === 0;

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
    expect(names('counted', duty)).toBe(expected);
  });

  test('count in the sections that are asked for alone', () => {
    expect(judge('counted', posting({ required: ['Score 500 leases'], duties: ['Score'] }))).toHaveLength(1);
  });
});

describe('things named by what is made for them', () => {
  test.each([
    ['Own the lease model', true],
    ['Own the predictive model', false],
    ['Own the lease, model it', false],
    ['Model', false],
    ['Own 3 model', false],
    ['Own my model', false],
    ['Own our model', true],
  ])('%s: %s', (duty, expected) => {
    expect(names('named', duty)).toBe(expected);
  });
});
