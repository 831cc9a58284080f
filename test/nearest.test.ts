import { expect, test } from 'vitest';
import { writeBraced, writeInstead } from '../src/nearest.ts';

const many = Array.from({ length: 40 }, (_, index) => `word-${String.fromCharCode(97 + (index % 26))}${index}`);

test('of few names all are told, of many the nearest', () => {
  expect(writeInstead('x', ['one', 'two', 'three'])).toBe('write one of one, two, three');
  expect(writeInstead('zzzz', [...many, 'zebra'])).toMatch(/^the nearest are zebra, [\w-]+ and [\w-]+$/);
  expect(writeBraced('tols', [...many, 'tool'])).toMatch(/^the nearest are \{tool\}, .*; rules\/README\.md lists all$/);
});

test('a name that is clearly meant is told alone', () => {
  expect(writeInstead('word-a', ['word-b', 'other', ...many])).toMatch(/^write “word-/);
  expect(writeBraced('tooll', ['tool'])).toBe('write {tool}');
  expect(writeInstead('titel', ['title', 'aliases'])).toBe('write “title”');
  expect(writeInstead('x', [])).toBe('remove it');
});
