import { expect, test } from 'vitest';
import { judge, posting } from './judge.ts';

const check = {
  kind: 'require',
  any: ['walrus'],
  in: ['duties'],
  'own-words': 3,
  missing: 'walrus',
  message: 'no {found}',
};

test('a text in words that any posting may use is asked to say more', () => {
  expect(judge(check, posting({ duties: ['Develop machine learning solutions', 'Collaborate with teams'] }))).toEqual([
    'warning no walrus',
  ]);
});

test('a text with enough words of its own is left alone', () => {
  expect(judge(check, posting({ duties: ['Tell lagoons from glaciers', 'Count the penguins'] }))).toEqual([]);
});

test('the same word again, names and words elsewhere are no words of its own', () => {
  const text = posting({
    duties: ['Count penguins and penguins', 'Work with Fernhill and Brightwater on penguins'],
    required: ['Lagoons, glaciers, icebergs'],
  });
  expect(judge(check, text)).toEqual(['warning no walrus']);
});

test('a text of which a large share is its own is left alone however short it is', () => {
  const shared = {
    kind: 'require',
    any: ['walrus'],
    in: ['duties'],
    'own-share': 0.5,
    missing: 'walrus',
    message: 'no {found}',
  };
  expect(judge(shared, posting({ duties: ['Count penguins with teams'] }))).toEqual(['warning no walrus']);
  expect(judge(shared, posting({ duties: ['Count penguins'] }))).toEqual([]);
  expect(judge(shared, posting({ duties: ['Count 12'] }))).toEqual(['warning no walrus']);
  expect(judge(shared, posting({ duties: ['12'] }))).toEqual(['warning no walrus']);
});

test('from a share on the finding is in doubt, and a notice', () => {
  const doubtful = {
    kind: 'require',
    any: ['walrus'],
    in: ['duties'],
    'doubtful-share': 0.5,
    missing: 'walrus',
    message: 'no {found}',
  };
  expect(judge(doubtful, posting({ duties: ['Count penguins with teams'] }))).toEqual(['warning no walrus']);
  expect(judge(doubtful, posting({ duties: ['Count penguins'] }))).toEqual(['notice no walrus']);
});
