import { describe, expect, test } from 'vitest';
import { reviewPosting } from '../../src/review.ts';
import { judge, policyOf, read } from './judge.ts';

// The day of these reviews is 2026-11-22.
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const front = (yaml: string, body = '') =>
  `---\nlane: applied\nlevel: mid\n${yaml}\n---\n# ML Engineer, Ferries\n${body}`;

describe('how old a date of the frontmatter is', () => {
  const check = { kind: 'age', test: 'older', fields: ['comp_reviewed', 'posted'], months: 0, message: '{months}' };
  const age = (yaml: string) => judge(check, front(yaml))[0]?.replace('warning ', '');

  test.each([
    ['posted: 2026-11-22', '0'],
    ['posted: 2026-10-23', '0'],
    ['posted: 2026-10-22', '1'],
    ['posted: 2025-11-23', '11'],
    ['posted: 2025-11-22', '12'],
    ['posted: 2024-12-01', '23'],
    ['posted: 2025/3/9', '20'],
    ['posted: 2025-03', '19'],
    ['posted: 2026-06-30T12:00', '4'],
    ['posted: 2026-06-30\ncomp_reviewed: 2026-08-01', '3'],
    ['posted: 2026-06-30\ncomp_reviewed: soon', '4'],
    ['posted: 2026-13-01', undefined],
    ['posted: spring 2025', undefined],
    ['posted: 2025', undefined],
    ['title: none', undefined],
  ])('%s: %s months', (yaml, months) => {
    expect(age(yaml)).toBe(months);
  });

  test('an age is told from one month on, and once where a graver check speaks from a later one on', () => {
    const policy = policyOf({ ...check, months: 6 }, { ...check, months: 12, severity: 'error' });
    const aged = (date: string) =>
      reviewPosting(read(front(`posted: ${date}`), policy), policy, '2026-11-22').review.findings.map(
        ({ severity, message }) => `${severity} ${message}`,
      );
    expect(['2026-05-23', '2026-05-22', '2025-11-23', '2025-11-22'].map(aged)).toEqual([
      [],
      ['warning 6'],
      ['warning 11'],
      ['error 12'],
    ]);
  });
});

describe('a date that is over', () => {
  const past = (yaml: string) =>
    judge({ kind: 'age', test: 'past', fields: ['valid_through'] }, front(yaml)).length > 0;

  test.each([
    ['valid_through: 2026-11-21', true],
    ['valid_through: 2026-11-22', false],
    ['valid_through: 2026-11-23', false],
    ['posted: 2026-01-01', false],
  ])('%s: %s', (yaml, expected) => {
    expect(past(yaml)).toBe(expected);
  });
});

describe('dates out of order', () => {
  const check = { kind: 'age', test: 'before', fields: ['valid_through', 'posted'], message: '{date} {other}' };

  test.each([
    ['posted: 2026-09-02\nvalid_through: 2026-09-01', ['warning 2026-09-01 2026-09-02']],
    ['posted: 2026-09-01\nvalid_through: 2026-09-01', []],
    ['posted: 2026-09-01\nvalid_through: 2026-10-01', []],
    ['posted: 2026-09-01', []],
    ['valid_through: 2026-09-01', []],
  ])('%s', (yaml, expected) => {
    expect(judge(check, front(yaml))).toEqual(expected);
  });
});

describe('a posting that stays open', () => {
  const check = {
    kind: 'age',
    test: 'open-too-long',
    fields: ['posted'],
    'unless-field': ['evergreen'],
    message: '{weeks} {limit}',
  };

  test.each([
    ['posted: 2026-09-27', []],
    ['posted: 2026-09-26', ['warning 8 8']],
    ['posted: 2026-09-20', ['warning 9 8']],
    ['posted: 2026-09-20\nevergreen: true', []],
    ['posted: 2026-09-20\nevergreen: " Yes "', []],
    ['posted: 2026-09-20\nevergreen: "true enough"', ['warning 9 8']],
    ['posted: 2026-09-20\nevergreen: false', ['warning 9 8']],
    ['posted: 2026-09-20\nevergreen: "no"', ['warning 9 8']],
  ])('%s: weeks and limit %j', (yaml, expected) => {
    expect(judge(check, front(yaml))).toEqual(expected);
  });

  test('is not measured in a lane that nobody knows', () => {
    expect(judge(check, '---\nlane: weaving\nposted: 2025-01-01\n---\n# ML Engineer, Looms\n')).toEqual([]);
  });
});

describe('a year said beside the pay', () => {
  const check = {
    kind: 'age',
    test: 'said',
    near: ['set | salary | band'],
    'month-names': MONTHS,
    months: 12,
    message: '{found} {months}',
  };
  const said = (body: string) => judge(check, front('title: x', `\n## Pay\n\n${body}\n`));

  test.each([
    ['Salary band, set in 2024: $150,000 to $188,000.', ['warning 2024 22']],
    ['Salary band, set in March 2024: $150,000 to $188,000.', ['warning 2024 31']],
    ['Salary band, set in Q2 2025: $150,000 to $188,000.', ['warning 2025 16']],
    ['Salary band, set in Q4 2025: $150,000 to $188,000.', []],
    ['Salary band, set in Oct 2025: $150,000 to $188,000.', ['warning 2025 12']],
    ['Salary band, set in Dec 2025: $150,000 to $188,000.', []],
    ['Salary band (set 2024). $150,000 to $188,000.', ['warning 2024 22']],
    ['$150,000 to $188,000, a band set in 2024.', ['warning 2024 22']],
    ['Salary band set in 2019 and 2024: $150,000 to $188,000.', ['warning 2019 82']],
    ['We set out in 2019.\n\nIt pays $150,000 to $188,000.', []],
    ['We set out in 2019.\nIt pays $150,000 to $188,000.', []],
    ['It pays $150,000 to $188,000. We set out in 2019.', []],
    ['Salary: $2019 to $2024 a month.', []],
    ['Salary band of room 2024b: $150,000 to $188,000.', []],
    ['It pays $150,000 to $188,000 since 2019.', []],
  ])('%s', (body, expected) => {
    expect(said(body)).toEqual(expected);
  });
});
