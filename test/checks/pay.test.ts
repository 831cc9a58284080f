import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/fixes.ts';
import { reviewPosting } from '../../src/review.ts';
import { judge, policyOf, read } from './judge.ts';

const mismatch = { kind: 'pay', test: 'mismatch', message: '{found} against {declared}' };
const open = { kind: 'pay', test: 'open', message: '{figure}' };
const notBase = { kind: 'pay', test: 'not-base', message: '{figure}' };

const text = (comp: string | undefined, ...body: string[]) =>
  `---\nlane: applied\nlevel: senior\n${comp ? `comp: ${comp}\n` : ''}---\n# Senior ML Engineer, Kilns\n\n## Pay\n\n${body.join('\n\n')}\n`;

describe('the body against the declared range', () => {
  test.each([
    ['$165K–$215K', '$155K–$205K', ['error']],
    ['$165K–$215K', '$165,400–$214,800', []],
    ['$165K–$215K', '$190,000', []],
    ['$165K–$215K', '$230,000', ['error']],
    ['$165K–$215K', 'up to $215K', []],
    ['$165K–$215K', 'from $150K', ['error']],
    ['$165K–$215K', 'from $165K', []],
    ['$165K–$215K', 'OTE $250K–$300K', []],
    ['$165K–$215K', '€120K–€150K', []],
    ['$165K–$215K', 'about $200K, more or less', []],
    ['$165K–$215K', '$95–$120/hr W2', []],
    ['$165K–$215K', '$79.33–$103.37 per hour', []],
    ['$165K–$215K', 'SF $165–215K; Austin $150–190K', []],
    ['$150K–$215K', 'SF $165–215K; Austin $150–190K', []],
    ['$170K–$215K', 'SF $165–215K; Austin $150–190K', ['error']],
    ['from $165K', '$150K–$180K', []],
  ])('%s with “%s”', (comp, body, expected) => {
    expect(judge(mismatch, text(`"${comp}"`, body)).length).toBe(expected.length);
  });
});

test('a lone wrong figure is mended, in a list too; of several it is not known which is wrong', () => {
  const policy = policyOf(mismatch);
  const mended = (body: string) => {
    const posting = text('"$165K–$215K"', body);
    const finding = reviewPosting(read(posting, policy), policy, '2026-11-22').review.findings[0];
    return finding?.edits && applyEdits(posting, finding.edits).split('\n').at(-2);
  };
  expect(mended('$155K–$205K')).toBe('$165K–$215K');
  expect(mended('- $155K–$205K')).toBe('- $165K–$215K');
  expect(mended('- $155K–$205K\n- $145K–$195K')).toBeUndefined();
});

describe('open ends', () => {
  test.each([
    ['up to $210K', ['up to $210,000']],
    ['$40,000 and up', ['from $40,000']],
    ['$180-220k+', ['$180,000–$220,000']],
    ['$180K–$220K. Up to $5,000 for courses.', []],
    ['$180K–$220K, for the right person up to $240K', []],
    ['$190,000', []],
  ])('%s', (body, expected) => {
    expect(judge(open, text(undefined, body))).toEqual(expected.map((each) => `warning ${each}`));
  });

  test('a declared open end counts where the body states no pay', () => {
    expect(judge(open, text('from $165K', 'See above.'))).toEqual(['warning from $165,000']);
    expect(judge(open, text('from $165K', '$165K–$200K'))).toEqual([]);
  });
});

test('total pay alone is no base, beside a base it is welcome', () => {
  expect(judge(notBase, text(undefined, 'OTE $260,000'))).toEqual(['warning $260,000']);
  expect(judge(notBase, text(undefined, 'OTE $260,000, base $200,000'))).toEqual([]);
  expect(judge(notBase, text('200K-250K', 'No word on money.'))).toEqual([]);
});

describe('what is said in place of a figure', () => {
  const unstated = { kind: 'pay', test: 'unstated', any: ['competitive'], unless: ['kiln fund'], in: ['pay'] };
  test.each<[string, string, number]>([
    ['Pay is competitive.', '', 1],
    ['Pay is $150,000, competitive.', '', 0],
    ['The kiln fund is competitive.', '', 0],
    ['The kiln fund is hot. Pay is competitive.', '', 1],
    ['Pay is good.', '', 0],
    ['Pay is competitive.', '$165K–$215K', 1],
  ])('“%s” with comp “%s”: %i', (body, comp, count) => {
    expect(judge(unstated, text(comp || undefined, body))).toHaveLength(count);
  });

  test('counts in its own scopes only', () => {
    const elsewhere = '---\nlane: applied\n---\n# ML Engineer\n\n## Requirements\n\n- Be competitive\n';
    expect(judge(unstated, elsewhere)).toEqual([]);
    expect(judge({ ...unstated, in: ['required'] }, elsewhere)).toHaveLength(1);
  });
});

describe('wide ranges', () => {
  const wide = (over?: number) => ({
    ...{ kind: 'pay', test: 'wide', message: '{figure} {spread}' },
    ...(over === undefined ? {} : { over }),
  });
  test.each<[string, string | undefined, number | undefined, string[]]>([
    ['$100K–$150K', undefined, 0.5, []],
    ['$100K–$151K', undefined, 0.5, ['warning $100,000–$151,000 51 %']],
    ['$100K–$900K', undefined, undefined, []],
    ['$100K–$151K. Again: $100K–$151K', undefined, 0.5, ['warning $100,000–$151,000 51 %']],
    ['$60–$120 an hour', undefined, 0.5, []],
    ['OTE $100K–$190K', undefined, 0.5, []],
    ['from $100K', undefined, 0.5, []],
    ['See above.', '"$100K–$190K"', 0.5, ['warning $100,000–$190,000 90 %']],
    ['See above.', '"$60–$120/hr"', 0.5, []],
    ['See above.', '"from $100K"', 0.5, []],
    ['$100K–$110K', '"$100K–$190K"', 0.5, []],
    ['OTE $100K–$110K', '"$100K–$190K"', 0.5, ['warning $100,000–$190,000 90 %']],
  ])('“%s” with comp %s over %s', (body, comp, over, expected) => {
    expect(judge(wide(over), text(comp, body))).toEqual(expected);
  });
});

describe('a lone source of pay', () => {
  const source = { kind: 'pay', test: 'source', field: 'comp_source', names: ['Kilnbook', 'Potwatch'] };
  const lone = (value: string) =>
    judge(source, `---\nlane: applied\ncomp_source: ${value}\n---\n# ML Engineer\n\nText.\n`).length > 0;
  test.each([
    ['Kilnbook', true],
    ['the kilnbook survey', true],
    ['Kilnbook, Potwatch', false],
    ['Kilnbook and our own', false],
    ['Kilnbook; ours', false],
    ['Kilnbook & ours', false],
    ['Kilnbook + ours', false],
    ['Kilnbook/ours', false],
    ['"Kilnbook, "', true],
    ['[Kilnbook]', true],
    ['[Kilnbook, Glazes]', false],
    ['[Kilnbook, 3]', true],
    ['Glazes', false],
    ['""', false],
    ['3', false],
  ])('%s: %s', (value, expected) => {
    expect(lone(value)).toBe(expected);
  });

  test('nothing is said where the field is not there', () => {
    expect(judge(source, '---\nlane: applied\n---\n# ML Engineer\n\nText.\n')).toEqual([]);
  });
});
