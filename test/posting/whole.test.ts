/** Whole postings in the forms that people write them in, and all that is read of each, in whole/. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/finding-place.ts';
import type { Span } from '../../src/types/place.ts';
import type { Fact, Posting } from '../../src/types/posting.ts';
import { HARD_SEPARATORS } from '../../src/types/text.ts';
import { at, read } from './read-support.ts';

const folder = new URL('./whole/', import.meta.url);

/** Everything that a posting was read as, each with its place and the words that stand there. */
function reading(posting: Posting): string {
  const where = (span: Span) => {
    const { line, column } = placeOf(posting.lineStarts, span);
    return `${line}:${column} ${JSON.stringify(at(posting, span))}`;
  };
  const fact = (name: string, value: Fact | undefined) =>
    value ? [`${name} ${JSON.stringify(value.text)} from ${value.from} ${where(value.span)}`] : [];
  const lines = [
    ...fact('title', posting.title),
    ...fact('location', posting.location),
    ...fact('employment', posting.employmentType),
    `lane ${posting.lane.id}, level ${posting.level.id}`,
    ...[...posting.fields].map(([name, field]) => `field ${name} ${where(field.keySpan)} is ${where(field.valueSpan)}`),
    ...posting.faults.map(({ code, field, span }) => `fault ${code} ${field} ${where(span)}`),
    ...posting.waivers.map(
      (waiver) =>
        `waiver ${waiver.rule} (${waiver.reason}) ${where(waiver.span)} covers ${where(waiver.covers).slice(0, 90)}`,
    ),
    ...posting.problems.map(({ message, place }) => `problem ${place?.line}:${place?.column} ${message}`),
    ...posting.pay.map(
      (pay) =>
        `pay ${pay.min}–${pay.max} ${pay.currency}/${pay.period} ${pay.kind} [${pay.flags.join(' ')}]${pay.label ? ` for ${pay.label}` : ''} ${pay.from} ${where(pay.span)}`,
    ),
    ...posting.years.map(
      ({ min, max, scope, group, span }) => `years ${min}–${max ?? ''} ${scope} (${group}) ${where(span)}`,
    ),
  ];
  posting.sections.forEach((section, index) => {
    lines.push('', `${section.kind} ${section.level} ${JSON.stringify(section.heading)}`);
    for (const statement of posting.statements.filter((each) => posting.blocks[each.block]!.section === index)) {
      const { kind, depth, lines: whole } = posting.blocks[statement.block]!;
      const words = posting.tokens
        .slice(statement.tokens.from, statement.tokens.to)
        .map(({ word, before }) => (before & HARD_SEPARATORS ? `| ${word}` : word));
      const last = placeOf(posting.lineStarts, { start: whole.end - 1, end: whole.end }).line;
      lines.push(
        `  ${statement.kind}${statement.opening ? ' opening' : ''} ${kind} ${depth} to line ${last}, ${where(statement.span)}`,
        `    ${words.join(' ')}`,
      );
    }
  });
  return `${lines.join('\n')}\n`;
}

describe('a whole posting', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

  it.each(names.sort())('%s is read as its .txt says', async (name) => {
    const posting = read(readFileSync(new URL(name, folder), 'utf8'));
    await expect(reading(posting)).toMatchFileSnapshot(`whole/${name.replace('.md', '.txt')}`);
  });
});
