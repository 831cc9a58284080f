import { describe, expect, test } from 'vitest';
import { lawFinder } from '../../src/checks/job-place.ts';
import type { CheckSource } from '../../src/policy/model.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import type { PayLaw, Policy } from '../../src/types/policy.ts';
import type { Posting } from '../../src/types/posting.ts';
import { policyOfRules } from './judge.ts';

const check = {
  kind: 'law',
  says: { deadline: ['closes on'], 'no-kilns': ['kilns only'], benefits: ['we insure you'] },
  names: { range: 'a range', 'closed-range': 'both ends', benefits: 'benefits', 'other-pay': 'other pay' },
  'only-beside': ['ai-use'],
  remote: ['remote'],
  deadline: 'Closes on {date}.',
  'softer-message': 'softly: {missing}',
  message: '{place}: {missing}{condition}, {since}',
} as CheckSource;

const law = (more: Partial<PayLaw>): PayLaw => ({
  id: 'utopia',
  place: 'Utopia',
  where: ['Utopia', 'Amaurot'],
  employees: 0,
  since: '2020-01-01',
  needs: ['range'],
  source: 'https://utopia.example/law',
  asOf: '2026-01-01',
  ...more,
});

function told(more: Partial<PayLaw>, body: string, settings: Partial<Policy['settings']> = {}, front = '') {
  const policy = policyOfRules([{ checks: [check] }], { settings }, { laws: [law(more)] });
  const text = `---\nlane: applied\nlevel: mid\nlocation: Amaurot\n${front}---\n# ML Engineer, Kilns\n\n${body}`;
  const { review } = reviewPosting(readPosting('posting.md', text, policy.vocabulary), policy, '2026-11-22');
  return review.findings.map(({ severity, message, edits }) => ({
    said: `${severity} ${message}`,
    adds: edits?.map((edit) => edit.text).join(''),
  }));
}
const says = (...args: Parameters<typeof told>) => told(...args).map(({ said }) => said);

describe('what a law needs and what states it', () => {
  test.each<[string, string, boolean]>([
    ['range', 'Salary: $150,000 a year.\n', false],
    ['range', 'Salary: up to $150,000 a year.\n', false],
    ['range', 'We pay.\n', true],
    ['closed-range', 'Salary: $150,000 - $160,000 a year.\n', false],
    ['closed-range', 'Salary: $150,000 a year.\n', false],
    ['closed-range', 'Salary: up to $150,000 a year.\n', true],
    ['closed-range', 'We pay.\n', true],
    ['other-pay', 'Salary: $150,000 plus bonus.\n', false],
    ['other-pay', 'Salary: $150,000 plus equity.\n', false],
    ['other-pay', 'Salary: $150,000.\n', true],
    ['benefits', '## Benefits\n\n- Cake\n', false],
    ['benefits', 'We insure you.\n', false],
    ['benefits', 'We bake.\n', true],
    ['deadline', 'It closes on Monday.\n', false],
    ['deadline', 'It opens on Monday.\n', true],
    ['no-kilns', 'It is for kilns only.\n', true],
    ['no-kilns', 'It is for pots.\n', false],
    ['vacancy', 'Text.\n', true],
  ])('%s in %j: missing %s', (need, body, missing) => {
    expect(says({ needs: [need] }, body)).toHaveLength(missing ? 1 : 0);
  });

  test('a field of benefits states them', () => {
    expect(says({ needs: ['benefits'] }, 'Text.\n', {}, 'benefits: cake\n')).toEqual([]);
  });

  test('what is missing is named in order, an element that counts beside others only with them', () => {
    expect(says({ needs: ['range', 'benefits', 'ai-use'] }, 'Text.\n')).toEqual([
      'warning Utopia: a range, benefits and ai-use, 2020-01-01',
    ]);
    expect(says({ needs: ['range', 'ai-use'] }, 'Text.\n')).toEqual(['warning Utopia: a range and ai-use, 2020-01-01']);
    expect(says({ needs: ['ai-use'] }, 'Text.\n')).toEqual([]);
  });
});

describe('whom a law binds', () => {
  test.each<[number, number | undefined, string[]]>([
    [0, undefined, ['warning Utopia: a range, 2020-01-01']],
    [1, undefined, ['warning Utopia: a range, if you have an employee there, 2020-01-01']],
    [15, undefined, ['warning Utopia: a range, if you have 15 or more employees, 2020-01-01']],
    [15, 14, []],
    [15, 15, ['warning Utopia: a range, 2020-01-01']],
    [1, 1, ['warning Utopia: a range, 2020-01-01']],
    [1, 0, []],
  ])('from %i employees on, of a team of %s', (employees, own, expected) => {
    expect(says({ employees }, 'Text.\n', own === undefined ? {} : { employees: own })).toEqual(expected);
  });

  test('a team that names the law gets an error, and a law with its own severity speaks softly', () => {
    expect(says({ employees: 15 }, 'Text.\n', { jurisdictions: ['utopia'] })).toEqual([
      'error Utopia: a range, 2020-01-01',
    ]);
    expect(says({}, 'Text.\n', { jurisdictions: ['utopia'] })).toEqual(['error Utopia: a range, 2020-01-01']);
    expect(says({ severity: 'notice' }, 'Text.\n', { jurisdictions: ['utopia'] })).toEqual(['notice softly: a range']);
  });

  test('a law holds from its first day on', () => {
    expect(says({ since: '2026-11-22' }, 'Text.\n')).toHaveLength(1);
    expect(says({ since: '2026-11-23' }, 'Text.\n')).toEqual([]);
  });
});

describe('the deadline that a fix adds', () => {
  const adds = (needs: string[], body: string, front: string) => told({ needs }, body, {}, front)[0]?.adds;
  test.each<[string[], string, string, string | undefined]>([
    [['deadline'], 'Text.\n', 'valid_through: 2026-12-15\n', '\nCloses on 2026-12-15.\n'],
    [['deadline'], 'Text.', 'valid_through: 2026-12-15\n', '\n\nCloses on 2026-12-15.\n'],
    [['deadline'], 'Text.\r\n', 'valid_through: 2026-12-15T10:00\n', '\r\nCloses on 2026-12-15.\r\n'],
    [['deadline'], 'Text.\n', 'valid_through: soon\n', undefined],
    [['deadline'], 'Text.\n', 'valid_through: by December 2026\n', undefined],
    [['deadline'], 'Text.\n', 'valid_through: 12\n', undefined],
    [['deadline'], 'Text.\n', '', undefined],
    [['deadline', 'range'], 'Text.\n', 'valid_through: 2026-12-15\n', undefined],
    [['range'], 'Text.\n', 'valid_through: 2026-12-15\n', undefined],
  ])('%j at the end of %j with %j', (needs, body, front, expected) => {
    expect(adds(needs, body, front)).toBe(expected);
  });
});

describe('which words of a location name a place', () => {
  const laws = [
    law({ id: 'utopia', where: ['Utopia', 'Amaurot', 'Old Town', 'UT'] }),
    law({ id: 'laputa', where: ['Laputa', 'Old Town Hill', 'Amaurot, LP', 'LP'] }),
  ];
  const policy = policyOfRules([], {}, { laws, words: { 'us-states': ['UT', 'LP', 'XY'] } });
  const lawsFor = lawFinder(policy);
  const at = (text: string) => {
    const location = { text, span: { start: 0, end: 0 }, from: 'body' };
    return lawsFor({ posting: { location } as Posting, policy, today: '2026-11-22' }).map((each) => each.law.id);
  };
  test.each<[string, ...string[]]>([
    ['Amaurot', 'utopia'],
    ['Amaurot, UT', 'utopia'],
    ['Amaurot, LP', 'laputa'],
    ['Amaurot, XY'],
    ['Amaurot XY', 'utopia'],
    ['Amaurot or Laputa', 'utopia', 'laputa'],
    ['Old Town', 'utopia'],
    ['Old Town Hill', 'laputa'],
    ['UT', 'utopia'],
    ['ut'],
    ['Remote UT'],
    ['Remote, UT', 'utopia'],
    ['Remote (UT)', 'utopia'],
    ['Remote, Ut'],
    ['Laputa UT', 'laputa'],
    ['Laputa, UT', 'utopia'],
    ['Laputa, LP, UT', 'utopia', 'laputa'],
    ['U.T.', 'utopia'],
    ['Nowhere'],
    [''],
  ])('%s', (location, ...expected) => {
    expect(at(location)).toEqual(expected);
  });
});
