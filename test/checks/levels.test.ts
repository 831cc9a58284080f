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
