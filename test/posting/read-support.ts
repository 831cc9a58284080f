import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileReading } from '../../src/policy/reading.ts';
import { readPosting } from '../../src/posting/read.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import type { Span } from '../../src/types/place.ts';
import type { Posting } from '../../src/types/posting.ts';
import type { Vocabulary } from '../../src/types/words.ts';

const FILES = [
  'sections.yml',
  'fields.yml',
  'words.yml',
  'pay-words.yml',
  'currencies.yml',
  'lanes.yml',
  'languages.yml',
];
const folder = join(import.meta.dirname, '../../rules');
const { sources } = readSources(
  FILES.map((name) => ({ path: `rules/${name}`, text: readFileSync(join(folder, name), 'utf8') })),
  {},
);

/** The built-in vocabulary, read from `rules/`. */
export const vocabulary: Vocabulary = {
  reading: compileReading(sources).reading,
  fields: sources.fields,
  lanes: sources.lanes,
  levels: sources.levels,
  words: sources.words,
  ...(sources.currencies ? { currencies: sources.currencies } : {}),
  ...(sources.plausiblePay ? { plausiblePay: sources.plausiblePay } : {}),
  ...(sources.localCurrencies ? { localCurrencies: sources.localCurrencies } : {}),
};

export function read(text: string, path = 'jobs/test.md'): Posting {
  return readPosting(path, text, vocabulary);
}

/** The posting's own words at a span. */
export function at(posting: Posting, span: Span): string {
  return posting.text.slice(span.start, span.end);
}

/** `kind: heading` of each section, sections without heading as `kind`. */
export function outline(posting: Posting): string[] {
  return posting.sections.map(({ kind, heading }) => (heading === '' ? kind : `${kind}: ${heading}`));
}

/** `kind: words` of each statement outside headings and titles. */
export function said(posting: Posting): string[] {
  return posting.statements
    .filter(({ block }) => !['heading', 'title'].includes(posting.blocks[block]!.kind))
    .map((statement) => `${statement.kind}: ${at(posting, statement.span)}`);
}
