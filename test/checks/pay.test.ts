import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';

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
