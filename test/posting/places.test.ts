import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Posting } from '../../src/types/posting.ts';
import { fold } from '../../src/words/tokens.ts';
import { at, read } from './read-support.ts';

const WORDS = [
  'Python',
  'C++',
  'Größe',
  'node.js',
  'Ph.D.',
  '5+',
  'years',
  'of',
  'experience',
  'you’ll',
  '日本',
  '🚀',
  '$120,000',
];
const MARKS = [
  '**',
  '_',
  '`',
  '[a](b)',
  '![c](d)',
  '&amp;',
  '&#x27;',
  '<br>',
  '<b>',
  '</b>',
  '\\*',
  '<!-- x -->',
  ' - ',
  ': ',
  '. ',
  ', ',
];
const STARTS = [
  '',
  '# ',
  '## Requirements\n',
  '- ',
  '  - ',
  '> ',
  '1. ',
  '| ',
  '**Benefits:** ',
  '\t',
  '```\n',
  '---\n',
  '• ',
];

const line = fc
  .tuple(fc.constantFrom(...STARTS), fc.array(fc.constantFrom(...WORDS, ...MARKS), { maxLength: 8 }))
  .map(([start, words]) => start + words.join(' '));
const body = fc.array(line, { maxLength: 12 }).map((lines) => `${lines.join('\n')}\n`);
const front = fc.constantFrom('', '---\nlane: llm\ntitle: "Größe Engineer"\nrequirements:\n  - Python & SQL\n---\n');
const text = fc.tuple(front, body).map(([head, rest]) => head + rest);

/** What a posting says, without places. */
function sense(posting: Posting) {
  return {
    sections: posting.sections.map(({ kind, heading, level }) => [kind, heading, level]),
    blocks: posting.blocks.map(({ kind, section, depth }) => [kind, section, depth]),
    statements: posting.statements.map(({ tokens, block, kind, opening }) => [tokens, block, kind, opening]),
    tokens: posting.tokens.map(({ word, before }) => [word, before]),
    years: posting.years.map(({ min, max, scope, statement, group }) => [min, max, scope, statement, group]),
    faults: posting.faults.map(({ code, field }) => [code, field]),
  };
}

/** Source of a word with its markup taken away, as far as words of this test carry any. */
function bare(source: string): string {
  return fold(
    source
      .replace(/\*\*|[_`\\]|<\/?b>/g, '')
      .replace('&amp;', 'and')
      .replace('&#x27;', "'"),
  );
}

describe('places', () => {
  it('every word stands where its place says', () => {
    fc.assert(
      fc.property(text, (input) => {
        const posting = read(input);
        for (const token of posting.tokens) {
          const found = at(posting, token);
          if (found === '&' || found === '&amp;') expect(token.word).toBe('and');
          else if (!/[<[\]()!]/.test(found)) expect(bare(found)).toBe(token.word);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('words lie within their statements, these within blocks and sections, all in order', () => {
    fc.assert(
      fc.property(text, (input) => {
        const posting = read(input);
        let last = 0;
        posting.statements.forEach((statement) => {
          expect(statement.tokens.from).toBe(last);
          last = statement.tokens.to;
          const block = posting.blocks[statement.block]!;
          expect(statement.span.start).toBeGreaterThanOrEqual(block.span.start);
          expect(statement.span.end).toBeLessThanOrEqual(block.span.end);
          for (let i = statement.tokens.from; i < statement.tokens.to; i++) {
            expect(posting.tokens[i]!.start).toBeGreaterThanOrEqual(statement.span.start);
            expect(posting.tokens[i]!.end).toBeLessThanOrEqual(statement.span.end);
          }
        });
        expect(last).toBe(posting.tokens.length);
        posting.blocks.forEach((block) => {
          const section = posting.sections[block.section]!;
          expect(block.span.start).toBeGreaterThanOrEqual(section.span.start);
          expect(block.span.end).toBeLessThanOrEqual(section.span.end);
          expect(block.lines.start).toBeLessThanOrEqual(block.span.start);
          expect(block.lines.end).toBeGreaterThanOrEqual(block.span.end);
        });
        posting.sections.forEach((section, i) => {
          const next = posting.sections[i + 1];
          if (next) expect(section.span.end).toBeLessThanOrEqual(next.span.start);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('line ends and a byte order mark change nothing of the sense', () => {
    fc.assert(
      fc.property(text, (input) => {
        const plain = sense(read(input));
        expect(sense(read(input.replace(/\n/g, '\r\n')))).toEqual(plain);
        expect(sense(read(`\ufeff${input}`))).toEqual(plain);
        expect(sense(read(`\ufeff${input.replace(/\n/g, '\r\n')}`))).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an empty item above a line that a tab indents', '- \n\t\n\tPython\n'],
    [
      'a first line that is one word short of the longest',
      'We build models of tides for harbors and\nHarbors run our services on their own small box.\n',
    ],
  ])('%s reads alike with all line ends', (_, input) => {
    const plain = sense(read(input));
    expect(sense(read(input.replace(/\n/g, '\r\n')))).toEqual(plain);
    expect(sense(read(`\ufeff${input}`))).toEqual(plain);
  });

  it('any text at all is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (input) => {
        const posting = read(input);
        expect(posting.text).toBe(input);
      }),
      { numRuns: 300 },
    );
  });
});
