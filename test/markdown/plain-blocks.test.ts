/** Plain Markdown is read line by line; all that is found there must be what the parser finds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsedBlocks } from '../../src/markdown/blocks.ts';
import { plainBlocks } from '../../src/markdown/plain-blocks.ts';
import { calm, withNarrowMarks, withoutReturns } from '../../src/text-input.ts';
import { draft, style, write } from '../properties/postings.ts';

/** Text as the reader hands it on. */
const handedOn = (text: string): string => withNarrowMarks(withoutReturns(calm(text, 0)).text);

/** Pieces of lines that are plain, and those that a parser reads otherwise than they look. */
const PLAIN = ['harbour', 'Tide models', '- ', '* ', '+ ', '# ', '### ', '  ', '**', '[ ] ', '***', 'née ', '| '];
const HARD = [
  '-',
  '--',
  '---',
  '- - -',
  '___',
  '==',
  '=',
  '#',
  '#buoy',
  '####### ',
  '> ',
  '<p>',
  '<!-- x -->',
  '`x`',
  '```',
  '~~~',
  '1. ',
  '2) ',
  '2011',
  '[a]',
  '[a](b)',
  '[a]: b',
  '-     ',
  '|--|',
  '--|--',
  ':-:|',
  '\t',
  '-\t',
  '#\t',
  '1.\t',
  '    ',
  '\\',
  '\u00a0',
];

const indent = fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 6).map((count) => ' '.repeat(count));
const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 1, arbitrary: fc.constantFrom(...HARD) },
);
const line = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '   ') },
  {
    weight: 4,
    arbitrary: fc
      .tuple(indent, fc.array(piece, { minLength: 1, maxLength: 3 }))
      .map(([blanks, parts]) => blanks + parts.join('')),
  },
);
const body = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));

/** Whether a text was plain, in which case both ways give the same blocks. */
function agrees(text: string): boolean {
  const plain = plainBlocks(text);
  if (plain) expect(plain).toEqual(parsedBlocks(text));
  return plain !== undefined;
}

test('plain blocks are those of the parser, whatever lines follow each other', () => {
  let plain = 0;
  fc.assert(
    fc.property(body, (text) => {
      if (agrees(text)) plain++;
    }),
    { numRuns: 8000 },
  );
  expect(plain).toBeGreaterThan(1500);
});

test('plain blocks are those of the parser for postings in all styles', () => {
  fc.assert(
    fc.property(draft, style, (posting, look) => {
      agrees(handedOn(write(posting, look)));
    }),
    { numRuns: 200 },
  );
});

test('plain blocks are those of the parser for all postings and pages of the project', () => {
  const root = join(import.meta.dirname, '../..');
  const plain = ['examples', 'test', 'docs', 'rules', 'findings'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => agrees(handedOn(readFileSync(join(root, folder, name), 'utf8').replace(/^---\n.*?\n---\n/s, '')))),
  );
  expect(plain.filter(Boolean).length).toBeGreaterThan(5);
});

describe('read line by line', () => {
  test.each([
    ['headings and paragraphs', '# Pilot\n\nTwo lines\nof one paragraph\n\n## Duties ##\nText below\n'],
    ['lists in lists', '- one\n  - inner\n    goes on\n- two\n\n  of two parts\n\nand text\n'],
    ['other marks, which begin another list', '* one\n* two\n- other\n'],
    ['a line that goes on without its indent', '- one that\ngoes on\n'],
    ['rules between parts', 'Above\n\n---\n\nBelow\n***\n'.replace('Below\n', 'Below\n\n')],
    ['bars in a line', 'Pilot | Full time | Hull\n'],
    ['a box to tick', '- [ ] forms\n'],
  ])('%s', (_, text) => {
    expect(plainBlocks(text)).toEqual(parsedBlocks(text));
  });
});

describe('left to the parser', () => {
  test.each([
    ['an underlined heading', 'Pilot\n=====\n'],
    ['a heading underlined with dashes', 'Pilot\n---\n'],
    ['a table', 'a | b\n--|--\nc | d\n'],
    ['a quote', '> Pilot\n'],
    ['HTML', '<p>Pilot</p>\n'],
    ['a comment', '<!-- jd-review: off -->\n'],
    ['code between fences', '```\n# no heading\n```\n'],
    ['code by its indent', 'Text\n\n    - item\n'],
    ['a numbered list', '1. one\n2. two\n'],
    ['an item without text', '-\n- two\n'],
    ['an item that holds a heading', '- # one\n'],
    ['an item of an item', '- - one\n'],
    ['the target of a link', '[tide]: https://tide.example\n'],
    ['an item behind a tab', '-\tone\n'],
  ])('%s', (_, text) => {
    expect(plainBlocks(text)).toBeUndefined();
  });
});
