import { describe, expect, test } from 'vitest';
import { axisOf, payAnswer, payRows } from '../../src/playground/pay-answer.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import type { Comparison } from '../../src/types/market.ts';
import { policyFor } from '../support/examples.ts';

/** The comparison of a posting that offers this pay. */
function offering(comp: string, level = 'senior'): Comparison {
  const policy = policyFor(undefined);
  const text = `---\nlane: llm\nlevel: ${level}\ncomp: ${comp}\n---\n# LLM Engineer\n`;
  return reviewPosting(readPosting('a.md', text, policy.vocabulary), policy, '2026-11-22').review.comparison;
}

describe('whether pay is fair is answered', () => {
  test.each([
    ['190,000-230,000', 'below', 'Its top is $30K short of it.'],
    ['240,000-270,000', 'low', 'is partly below the market band for llm senior, $260K–$340K (KORE1, 2026-05)'],
    ['270,000-330,000', 'inside', 'The middle of the range is 1.00 of the band’s middle.'],
    ['350,000-400,000', 'above', 'It starts $10K above it.'],
  ])('%s', (comp, standing, words) => {
    const answer = payAnswer(offering(comp), true);
    expect(answer.standing).toBe(standing);
    expect(answer.text).toContain(words);
  });

  test('with the reason where it was not compared', () => {
    expect(payAnswer(offering('competitive'), true)).toMatchObject({ standing: 'open', head: 'Not compared' });
    expect(payAnswer(offering('150,000-180,000', 'junior'), true).text).toBe(
      '$150K–$180K a year: no band for llm junior. The band of mid is $170K–$220K.',
    );
  });

  test('without a figure of a private band, in words as in the picture', () => {
    const comparison = offering('190,000-230,000');
    expect(payAnswer(comparison, false).text).toBe(
      '$190K–$230K a year is below the band of your team, whose figures are private.',
    );
    expect(payRows(comparison, false).map(({ kind }) => kind)).toEqual(['posting']);
  });
});

test('the picture shows the band of the lane that the pay fits better', () => {
  const rows = payRows(offering('190,000-230,000'), true).filter(({ kind }) => kind !== 'benchmark');
  expect(rows.map(({ name, min, max }) => [name, min, max])).toEqual([
    ['This posting', 190_000, 230_000],
    ['Market, llm senior', 260_000, 340_000],
    ['Market, applied senior', 200_000, 260_000],
  ]);
});

test.each([
  [100_000, 100_000],
  [99_999, 100_001],
  [20_000, 900_000],
  [1_800_000, 3_200_000],
])('an axis from below %d to above %d has few marks, all of them round', (min, max) => {
  const marks = axisOf([{ kind: 'posting', name: '', min, max }]);
  expect(marks[0]).toBeLessThanOrEqual(min);
  expect(marks.at(-1)).toBeGreaterThanOrEqual(max);
  expect(marks.length).toBeGreaterThan(1);
  expect(marks.length).toBeLessThan(8);
});
