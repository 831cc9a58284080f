import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/fixes.ts';
import { reviewPosting } from '../../src/review.ts';
import { judge, policyOf, posting, read } from './judge.ts';

const ladder = { kind: 'years', ask: 'ladder', 'error-off-by': 2, message: '{asks} off {off}, fits {fits}' };
const at = (level: string, ...required: string[]) => judge(ladder, posting({ level, required }));

describe('years against the ladder', () => {
  test.each([
    ['junior', '1+ years of experience', []],
    ['junior', '4 years of experience', ['warning 4+ off 1, fits mid']],
    ['mid', '3+ years of experience', []],
    ['mid', '6+ years of experience', []],
    ['mid', '2+ years of experience', ['warning 2+ off 1, fits junior']],
    ['mid', '8+ years of experience', ['error 8+ off 2, fits senior']],
    ['mid', '1-2 years of experience', ['warning 1–2 off 1, fits junior']],
    ['mid', '2-4 years of experience', []],
    ['senior', '5+ years of experience', ['warning 5+ off 1, fits mid']],
    ['senior', '5-8 years of experience', []],
    ['senior', '10+ years of experience', []],
    ['staff', '10+ years of experience', []],
    ['staff', '15+ years of experience', []],
    ['staff', '8+ years of experience', ['error 8+ off 2, fits senior']],
  ])('%s with “%s”', (level, text, expected) => {
    expect(at(level, text)).toEqual(expected);
  });

  test('the largest total demand counts', () => {
    expect(at('senior', '3+ years of experience', '7+ years of professional experience')).toEqual([]);
  });

  test('also where it names models at work', () => {
    expect(at('senior', '3+ years of experience in software', '7+ years of experience deploying ML models')).toEqual(
      [],
    );
    expect(at('senior', '3+ years of experience in software', '2+ years of experience deploying ML models')).toEqual([
      'error 3+ off 3, fits junior or mid',
    ]);
  });

  test('years with one tool are no total', () => {
    expect(at('senior', '2+ years of experience with Spark')).toEqual([]);
  });

  test('preferred years do not count', () => {
    expect(
      judge(ladder, posting({ level: 'mid', required: ['Python'], preferred: ['10+ years of experience'] })),
    ).toEqual([]);
  });

  test('a demand stated once is set to where the ladder begins', () => {
    const policy = policyOf(ladder);
    const mended = (...required: string[]) => {
      const text = posting({ level: 'senior', required });
      const finding = reviewPosting(read(text, policy), policy, '2026-11-22').review.findings[0];
      return finding?.edits && applyEdits(text, finding.edits);
    };
    const spark = '2+ years of experience with Spark';
    expect(mended('3+ years of experience')).toBe(posting({ level: 'senior', required: ['6+ years of experience'] }));
    expect(mended('3+ years of experience', spark)).toBe(
      posting({ level: 'senior', required: ['6+ years of experience', spark] }),
    );
    expect(mended('3+ years of experience', '2+ years of professional experience')).toBeUndefined();
    expect(mended('2-4 years of experience')).toBeUndefined();
    expect(mended('30 months of experience')).toBeUndefined();
  });

  describe('where no level is declared', () => {
    const undeclared = (title: string, years: string) =>
      judge(
        { ...ladder, 'not-level': ['{level-in-name}'] },
        posting({ title, required: [`${years} years of experience`] }).replace('level: mid\n', ''),
      );

    test('the title’s level counts, and is no error', () => {
      expect(undeclared('Senior ML Engineer, Kilns', '8+')).toEqual([]);
      expect(undeclared('Senior ML Engineer, Kilns', '2+')).toEqual(['warning 2+ off 4, fits junior']);
    });

    test('of two levels in the title the nearer counts', () => {
      expect(undeclared('Senior ML Engineer II', '4+')).toEqual([]);
      expect(undeclared('Senior / Staff ML Engineer', '3+')).toEqual(['warning 3+ off 3, fits junior or mid']);
    });

    test.each(['ML Engineer, Kilns', 'ML Intern, Kilns', 'ML Engineer, Lead Scoring', 'Staff Scheduling Engineer'])(
      'none is guessed: %s',
      (title) => {
        expect(undeclared(title, '1')).toEqual([]);
        expect(undeclared(title, '12+')).toEqual([]);
      },
    );
  });
});
