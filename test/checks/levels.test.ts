import { describe, expect, test } from 'vitest';
import { judge, posting } from './judge.ts';

const inTitle = {
  kind: 'levels',
  in: ['title'],
  joins: ['or', 'and'],
  ranges: ['to', 'through'],
  message: '{found}: {levels}',
};
const titled = (title: string) => judge(inTitle, posting({ title, duties: ['Ship kiln models'] }));

describe('a title that offers two levels', () => {
  test.each([
    ['ML Engineer (L4–L6)', 'L4–L6: mid and staff'],
    ['Machine Learning Engineer II/III', 'II/III: mid and senior'],
    ['Sr./Staff ML Engineer', 'Sr./Staff: senior and staff'],
    ['Senior or Staff ML Engineer', 'Senior or Staff: senior and staff'],
    ['Mid to Senior Machine Learning Engineer', 'Mid to Senior: mid and senior'],
    ['Junior-Mid ML Engineer', 'Junior-Mid: junior and mid'],
    ['ML Engineer II / Senior ML Engineer', 'II / Senior: mid and senior'],
    ['ML Engineer / Senior ML Engineer', 'ML Engineer / Senior: two levels, one of them senior'],
  ])('%s', (title, says) => {
    expect(titled(title)).toEqual([`warning ${says}`]);
  });

  test.each([
    'Senior/Lead ML Engineer',
    'Senior Staff ML Engineer',
    'Principal / Distinguished Engineer',
    'Senior ML Engineer, Staffing',
    'Lead ML Engineer - Mid Market',
    'Senior ML Engineer for Mid-Market Banks',
    'Senior ML Engineer – Lead the Kiln Team',
    'Data Scientist / Senior ML Engineer',
    'Engineer I, Machine Learning',
  ])('not %s', (title) => {
    expect(titled(title)).toEqual([]);
  });
});

test('a range word joins two levels only where they stand side by side', () => {
  const anywhere = { ...inTitle, in: ['anywhere'] };
  const say = (text: string) => judge(anywhere, posting({ rest: `\n${text}\n` }));
  expect(say('We hire from mid to senior.')).toEqual(['warning mid to senior: mid and senior']);
  expect(say('As Principal Engineer you are to lead us.')).toEqual([]);
});

describe('a level beside a comma or in brackets', () => {
  const marked = (title: string) =>
    judge(
      { ...inTitle, commas: true, brackets: true, plain: { junior: 'mid', senior: 'mid', staff: 'senior' } },
      posting({ title, duties: ['Ship kiln models'] }),
    );

  test.each([
    ['[Staff, Senior] ML Engineer', 'Staff, Senior: staff and senior'],
    ['Mid, Senior ML Engineer', 'Mid, Senior: mid and senior'],
    ['[Mid | Senior] ML Engineer', 'Mid | Senior: mid and senior'],
    ['(Senior) ML Engineer', '(Senior): mid and senior'],
    ['Kilns: (Senior) ML Engineer', '(Senior): mid and senior'],
    ['(Sr.) ML Engineer', '(Sr.): mid and senior'],
    ['(Junior) Data Scientist', '(Junior): mid and junior'],
    ['(Staff) ML Engineer', '(Staff): senior and staff'],
    ['Senior (Staff) ML Engineer', 'Senior (Staff): senior and staff'],
  ])('%s', (title, says) => {
    expect(marked(title)).toEqual([`warning ${says}`]);
    expect(titled(title)).toEqual([]);
  });

  test.each([
    'ML Engineer (Senior)',
    'ML Engineer (Senior), Kilns',
    'ML Engineer (Senior) – Kilns',
    'Senior ML Engineer, Staff Kilns',
    'Senior (ML) Engineer',
    '[Senior] ML Engineer',
    '[Mid] ML Engineer [Remote]',
    '(Mid-level) ML Engineer',
    'Senior (L5) ML Engineer',
    'Senior (Sr.) ML Engineer',
    'Staff (IC6) ML Engineer',
    'ML Engineer (Senior) Remote',
  ])('not %s', (title) => {
    expect(marked(title)).toEqual([]);
  });
});

test('a bracket that opens between two levels is quoted with its end', () => {
  expect(titled('Senior (or Staff) ML Engineer')).toEqual(['warning Senior (or Staff): senior and staff']);
});

test('a level’s word in the name of a trade is no level', () => {
  const check = { ...inTitle, except: ['senior care | junior achievement'] };
  const title = 'ML Engineer, Senior Care and Junior Achievement';
  expect(judge(check, posting({ title }))).toEqual([]);
  expect(titled(title)).toHaveLength(1);
});

describe('how far apart two levels may stand', () => {
  test.each<[string, string | undefined]>([
    ['Senior or Staff', 'Senior or Staff: senior and staff'],
    ['Senior one or Staff', 'Senior one or Staff: senior and staff'],
    ['Senior one two three four or Staff', 'Senior one two three four or Staff: senior and staff'],
    ['Senior one two three four five or Staff', undefined],
    ['Senior, Staff', undefined],
    ['Senior - Staff', 'Senior - Staff: senior and staff'],
    ['Senior to Staff', 'Senior to Staff: senior and staff'],
    ['Senior / Staff', 'Senior / Staff: senior and staff'],
    ['Senior Staff', undefined],
    ['Senior-Staff', undefined],
    ['Senior kilns to Staff', undefined],
    ['Senior or Senior', undefined],
    ['Senior or Sr', undefined],
    ['Senior kilns or the Staff', undefined],
    ['Senior or Mid-Level', 'Senior or Mid-Level: senior and mid'],
    ['Senior or Mid-Kilns', undefined],
    ['Senior or Staff-Senior', 'Senior or Staff: senior and staff'],
    ['L4/L5', 'L4/L5: mid and senior'],
    ['L4 and L5', 'L4 and L5: mid and senior'],
    ['Mid-Senior', 'Mid-Senior: mid and senior'],
    ['Entry Level or Mid', 'Entry Level or Mid: junior and mid'],
    ['Entry, Level or Mid', undefined],
    ['Junior or Mid or Senior', 'Junior or Mid: junior and mid'],
    ['Junior, Mid or Senior', 'Mid or Senior: mid and senior'],
    ['Kiln Engineer or Senior Kiln Engineer', 'Kiln Engineer or Senior: two levels, one of them senior'],
    ['Kiln Engineer, Senior Kiln Engineer', undefined],
    ['Kiln Engineer – Senior Kiln Engineer', 'Kiln Engineer – Senior: two levels, one of them senior'],
    ['Kiln Engineer or Senior Pot Engineer', undefined],
    ['Engineer or Senior Engineer', undefined],
    ['Kiln Engineer or Senior Kiln', undefined],
    ['or Senior Kiln Engineer', undefined],
    ['Pot Kiln Engineer or Senior Pot Kiln Engineer', 'Pot Kiln Engineer or Senior: two levels, one of them senior'],
  ])('%s', (words, expected) => {
    expect(judge({ ...inTitle, in: ['required'] }, posting({ required: [words] }))).toEqual(
      expected === undefined ? [] : [`warning ${expected}`],
    );
  });

  test('a sentence that says otherwise is left alone, and others are not', () => {
    const check = { ...inTitle, in: ['required'], unless: ['depending on'] };
    const items = ['Senior or Staff, depending on kilns', 'Junior or Mid'];
    expect(judge(check, posting({ required: items }))).toEqual(['warning Junior or Mid: junior and mid']);
  });
});
