import type { HeadingKind, Lexicon } from '../lexicon/lexicon.ts';
import type { Line } from '../markdown/line.ts';
import { cutOf } from './statements.ts';

export interface Heading {
  /** As in types/posting.ts: 1–6, or 7. */
  readonly level: number;
  /** Order among headings: lower ranks hold higher ones. */
  readonly rank: number;
  readonly found: HeadingKind | undefined;
  /** Its text stands on the same line, so that it covers that block and a list behind it only. */
  readonly inline: boolean;
}

/** Ranks of headings that are not `#` headings. */
export const RANK = { bold: 7, line: 7, label: 8, inline: 9, item: 10 } as const;

/** Kinds of sections that list what is done, asked for or given: those that a label in a list may open. */
export const OFFERED: ReadonlySet<string> = new Set(['required', 'preferred', 'duties', 'pay', 'benefits']);

/** What the words of a line show, if it is a heading. */
export function headingOf(line: Line, lexicon: Lexicon): HeadingKind | undefined {
  return lexicon.heading(cutOf(line, lexicon).tokens);
}
