import { expect, test } from 'vitest';
import { judge, posting } from './judge.ts';

const check = {
  kind: 'require',
  any: ['walrus'],
  in: ['duties'],
  'doubtful-share': 0.5,
  missing: 'walrus',
  message: 'no {found}',
};

test('a text in words that any posting may use is plainly silent', () => {
  expect(judge(check, posting({ duties: ['Develop machine learning solutions', 'Collaborate with teams'] }))).toEqual([
    'warning no walrus',
  ]);
  expect(judge(check, posting({ duties: ['Count penguins with teams'] }))).toEqual(['warning no walrus']);
});

test('where a large share of the words is its own, silence is in doubt and a notice', () => {
  expect(judge(check, posting({ duties: ['Count penguins'] }))).toEqual(['notice no walrus']);
});

test('the same word again, names, numbers and words elsewhere are no words of its own', () => {
  const text = posting({
    duties: ['Count penguins and penguins', 'Work with Fernhill and Brightwater with teams on models'],
    required: ['Lagoons, glaciers, icebergs'],
  });
  expect(judge(check, text)).toEqual(['warning no walrus']);
  expect(judge(check, posting({ duties: ['12'] }))).toEqual(['warning no walrus']);
});
