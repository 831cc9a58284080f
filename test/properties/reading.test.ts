/** What a posting says does not depend on how it is written down. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../posting/read-support.ts';
import { draft, PLAIN, style, write } from './postings.ts';

const RUNS = { numRuns: 120 };

/** `kind: words` of every statement outside headings and title. */
function content(text: string): string[] {
  const posting = read(text);
  return posting.statements
    .filter(({ block }) => !['heading', 'title'].includes(posting.blocks[block]!.kind))
    .map(({ kind, tokens }) => {
      const words = posting.tokens.slice(tokens.from, tokens.to).map((token) => token.word);
      return `${kind}: ${words.join(' ')}`;
    });
}

function facts(text: string) {
  const { pay, years, title, lane, level } = read(text);
  return {
    title: title?.text,
    lane: lane.id,
    level: level.id,
    pay: pay.map(({ min, max, currency, period, kind }) => [min, max, currency, period, kind]),
    years: years.map(({ min, max, scope }) => [min, max, scope]),
  };
}

test('sentences keep their kind whatever line ends, bullets, headings and quotation marks are used', () => {
  fc.assert(
    fc.property(draft, style, (posting, look) => {
      expect(content(write(posting, look))).toEqual(content(write(posting, PLAIN)));
    }),
    RUNS,
  );
});

test('facts are the same whatever line ends, bullets, headings and quotation marks are used', () => {
  fc.assert(
    fc.property(draft, style, (posting, look) => {
      expect(facts(write(posting, look))).toEqual(facts(write(posting, PLAIN)));
    }),
    RUNS,
  );
});

test('each part is read as what it is', () => {
  // Where nothing else tells of duties, text about the role does, and is read as them.
  const whole = draft.filter(({ parts }) => parts.some(({ kind }) => kind === 'duties'));
  fc.assert(
    fc.property(whole, style, (posting, look) => {
      const seen = read(write(posting, look)).sections;
      for (const { kind, heading } of posting.parts) {
        const section = seen.find((each) => each.heading.replace(/[’]/g, "'").replace(/:$/, '') === heading);
        expect(`${heading}: ${section?.kind}`).toBe(`${heading}: ${kind}`);
      }
    }),
    RUNS,
  );
});

test('statements lie in their blocks, blocks in their sections, in order and without overlap', () => {
  fc.assert(
    fc.property(draft, style, fc.string(), (posting, look, noise) => {
      const text = write(posting, look) + noise;
      const { statements, blocks, sections, tokens } = read(text);
      let last = 0;
      for (const statement of statements) {
        expect(statement.span.start).toBeGreaterThanOrEqual(last);
        expect(statement.span.end).toBeGreaterThan(statement.span.start);
        last = statement.span.end;
        const block = blocks[statement.block]!;
        expect(block.span.start).toBeLessThanOrEqual(statement.span.start);
        expect(block.span.end).toBeGreaterThanOrEqual(statement.span.end);
        expect(sections[block.section]!.span.start).toBeLessThanOrEqual(block.span.start);
      }
      for (const token of tokens) expect(text.slice(token.start, token.end)).not.toMatch(/^\s|\s$/);
    }),
    { numRuns: 40 },
  );
});
