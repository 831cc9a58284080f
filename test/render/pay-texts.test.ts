import { describe, expect, test } from 'vitest';
import { readPosting } from '../../src/posting/read.ts';
import { renderCheck } from '../../src/render/check.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { review } from '../../src/review.ts';
import { policyFor } from '../support/examples.ts';
import { renderTerminal } from '../support/render.ts';

function judged(fields: string, config?: string) {
  const policy = policyFor(undefined, config);
  const text = `---\nlane: llm\n${fields}\n---\n# LLM Engineer, Timetables\n`;
  return review([readPosting('jobs/a.md', text, policy.vocabulary)], policy, '2026-11-22');
}

/** The summary's row of the posting, and all of summary and terminal. */
function texts(fields: string, showBands = true) {
  const found = judged(fields, showBands ? undefined : 'show-bands: false');
  const summary = renderSummary({ review: found, shown: [], showBands, head: 'abcdef0123', notes: [] }, 60_000);
  const terminal = renderTerminal(found, { colour: false, boxes: false, showBands, failOn: 'error' });
  const row = summary.split('\n').find((line) => line.startsWith('| `jobs/a.md`')) ?? '';
  return { row, all: summary + terminal, terminal };
}

describe('the pay in summary and terminal', () => {
  test('says of a level without a band that it has none, and what the next one is', () => {
    const { row, terminal } = texts('level: staff\ncomp: 300K-380K');
    expect(row).toContain('| USD 300,000–380,000 a year<br>no band for llm staff; senior is USD 260K–340K |');
    expect(terminal).toContain('USD 300K-380K a year, no band for llm staff; senior is 260K-340K\n');
    expect(texts('level: junior\ncomp: 120K-140K').row).toContain('no band for llm junior; mid is USD 170K–220K');
  });

  test('shows no figure of a private band beside a level without one', () => {
    const { row, all } = texts('level: staff\ncomp: 200K-230K', false);
    expect(row).toContain('<br>no band for llm staff |');
    expect(all).toContain('ends below the market band for llm senior, and staff has no band of its own');
    expect(all).not.toMatch(/260|340|300K|ratio 0/);
  });

  test('gives the band in the currency that its figures are in', () => {
    const found = judged('level: mid\ncomp: £95,000-£120,000', 'rates: { GBP: 1.25 }');
    const summary = renderSummary({ review: found, shown: [], showBands: true, head: 'abcdef0123', notes: [] }, 60_000);
    expect(summary).toContain('| GBP 95,000–120,000 a year<br>band GBP 136K–176K<br>');
    expect(summary).not.toContain('USD 136');
  });

  test('keeps the pence of pay by the hour', () => {
    expect(texts('level: mid\ncomp: $64.50-$72/hour').row).toContain('| USD 64.50–72 an hour<br>hourly pay |');
  });

  test('says what its ratio and its gap are, unless they are private', () => {
    expect(texts('level: mid\ncomp: 120K-150K').all).toContain('Midpoint ratio: the middle of the posted pay ÷');
    expect(texts('level: mid\ncomp: 120K-150K', false).all).not.toContain('Midpoint ratio:');
  });

  test('names the publisher of each benchmark in the check', () => {
    const found = judged('level: mid\ncomp: 180K-210K');
    const { text } = renderCheck({ review: found, shown: [], showBands: true, head: 'abcdef0123', notes: [] });
    expect(text).toContain('\n- Glassdoor, Machine learning engineer, United States: USD 160K (2026-03).');
    expect(text).toContain('\n- Bureau of Labor Statistics, ');
  });

  test('calls a waived error waived, with what it says and why it was waived', () => {
    const { row, all } = texts('level: mid\ncomp: 120K-150K\n# jd-review allow comp-below-band: board decision');
    expect(row).toContain('1 waived');
    expect(all).toContain('`comp-below-band`: board decision\n  What it waives: ');
  });

  test('names no currency that the posting does not say', () => {
    const { row, terminal } = texts('level: mid\ncomp: 70000-84000\nlocation: London');
    expect(row).toContain('| 70,000–84,000 a year<br>the declared pay does not say its currency |');
    expect(terminal).not.toContain('USD 70');
  });

  test('holds posted pay beside its band, and a private band in words only', () => {
    expect(texts('level: senior\ncomp: 270K-330K').row).toContain(
      '| `jobs/a.md`<br>llm · senior | USD 270,000–330,000 a year<br>band USD 260K–340K<br>midpoint ratio 1.00 |',
    );
    expect(texts('level: senior\ncomp: 190K-230K', false).row).toContain('a year<br>below the market band |');
  });

  test('says that total pay is total pay', () => {
    expect(texts('level: mid\ncomp: $250K-$300K OTE').row).toContain(
      '250,000–300,000 a year, total pay<br>the declared pay is total pay, not base |',
    );
  });

  test('counts a level without a band as below it where it lies below the next lower one', () => {
    const below = (fields: string) => judged(fields).postings.filter(({ comparison }) => comparison.isBelow).length;
    expect(below('level: staff\ncomp: 200K-230K')).toBe(1);
    expect(below('level: staff\ncomp: 270K-300K')).toBe(0);
    expect(below('level: junior\ncomp: 90K-110K')).toBe(0);
  });

  test('counts a range in its band as below it where its middle is low', () => {
    const below = (comp: string) =>
      judged(`level: mid\ncomp: ${comp}`).postings.filter(({ comparison }) => comparison.isBelow).length;
    expect([below('155K-205K'), below('150K-200K'), below('120K-160K')]).toEqual([0, 1, 1]);
  });
});
