import { lineOf } from '../finding-place.ts';
import type { PayFigure } from '../types/pay.ts';
import type { Policy } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import type { Section, Statement } from '../types/text.ts';
import { plain } from './plain.ts';

/** How one line of a posting was read: why a rule spoke of it, or was silent. */
export interface LineReading {
  readonly path: string;
  readonly line: number;
  readonly section?: Pick<Section, 'kind' | 'by' | 'heading'> & { readonly line: number };
  readonly statements: readonly StatementReading[];
  readonly pay: readonly Pick<PayFigure, 'min' | 'max' | 'currency' | 'period' | 'kind' | 'flags'>[];
  readonly years: readonly { readonly min: number; readonly max: number | null; readonly scope: string }[];
}

interface StatementReading extends Pick<Statement, 'kind' | 'owner' | 'opening'> {
  readonly text: string;
  readonly block: string;
  /** Words found, by the name of their vocabulary. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** Reads out what is known of a line, counted from 1; undefined where nothing of the posting's text stands there. */
export function readingOf(posting: Posting, policy: Policy, line: number): LineReading | undefined {
  const { lineStarts, text } = posting;
  const from = lineStarts[line - 1];
  if (from === undefined) return undefined;
  const to = lineStarts[line] ?? text.length + 1;
  const here = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    span.start < to && span.end > from;
  const hits = policy.scan(posting);
  const statements = posting.statements.flatMap((statement, index) => {
    if (!here(statement)) return [];
    const words: Record<string, string[]> = {};
    for (const [name, set] of Object.entries(policy.terms)) {
      for (const hit of hits.of(set)) {
        if (hit.statement !== index) continue;
        words[name] ??= [];
        words[name].push(text.slice(posting.tokens[hit.from]!.start, posting.tokens[hit.to - 1]!.end));
      }
    }
    const { kind, owner, opening, span, block } = statement;
    return [
      { text: text.slice(span.start, span.end), kind, owner, opening, block: posting.blocks[block]!.kind, words },
    ];
  });
  const pay = posting.pay.filter(here);
  const years = posting.years.filter(here);
  if (statements.length + pay.length + years.length === 0) return undefined;
  const first = posting.statements.find(here);
  const section = first && posting.sections[posting.blocks[first.block]!.section]!;
  return {
    path: posting.path,
    line,
    ...(section
      ? {
          section: {
            kind: section.kind,
            by: section.by,
            heading: section.heading,
            line: lineOf(lineStarts, section.headingSpan.start) + 1,
          },
        }
      : {}),
    statements,
    pay: pay.map(({ min, max, currency, period, kind, flags }) => ({ min, max, currency, period, kind, flags })),
    years: years.map(({ min, max, scope }) => ({ min, max, scope })),
  };
}

const BY: Readonly<Record<Section['by'], string>> = {
  heading: 'its whole heading is known',
  words: 'some of its heading’s words are known',
  above: 'of what stands above it',
  text: 'its text shows it',
  field: 'it stands in that field',
};

/** The same for people. */
export function readingText({ path, line, section, statements, pay, years }: LineReading): string {
  const lines = [`${plain(path)}:${line}`];
  if (section) {
    const heading = section.heading ? ` “${plain(section.heading)}” (line ${section.line})` : '';
    lines.push(`  section    ${section.kind}${heading}, because ${BY[section.by]}`);
  }
  for (const { text, block, kind, owner, opening, words } of statements) {
    lines.push(`  statement  “${plain(text)}”`);
    lines.push(`    read as  ${block} · ${kind} · of the ${owner}${opening ? ' · in the opening' : ''}`);
    for (const [name, found] of Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)))
      lines.push(`    {${name}}  ${[...new Set(found)].map((each) => `“${plain(each)}”`).join(', ')}`);
  }
  for (const { min, max, currency, period, kind, flags } of pay)
    lines.push(`  pay        ${min ?? '–'} to ${max ?? '–'} ${currency} a ${period} · ${[kind, ...flags].join(' · ')}`);
  for (const { min, max, scope } of years)
    lines.push(`  years      ${min}${max === null ? '+' : `–${max}`} · ${scope}`);
  return `${lines.join('\n')}\n`;
}
