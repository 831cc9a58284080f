/** How the text of a posting falls into pieces: sections, blocks, statements, tokens. */

import type { Span } from './place.ts';

export type SectionKind =
  | 'intro'
  | 'duties'
  | 'required'
  | 'preferred'
  | 'pay'
  | 'benefits'
  | 'company'
  | 'process'
  | 'legal'
  | 'meta'
  | 'unknown';

/** Where a check may look: a section kind, the title, the first paragraphs about the role, or the whole posting. */
export type Scope = SectionKind | 'title' | 'opening' | 'anywhere';

/** Whom a statement speaks of: the job, the team it belongs to, the employer, the employer's customers, the one who is hired, or how one is hired and paid. */
export type Owner = 'role' | 'team' | 'company' | 'customer' | 'candidate' | 'process';

export interface Section {
  readonly kind: SectionKind;
  /** What shows its kind: the whole heading, some of its words, the section around it, its text, or the field that it stands in. */
  readonly by: 'heading' | 'words' | 'above' | 'text' | 'field';
  /** Heading as written, without markup; empty for text before the first heading. */
  readonly heading: string;
  /** The heading's words, or an empty span at the section's start. */
  readonly headingSpan: Span;
  /** From the heading to the next section. */
  readonly span: Span;
  /** 1–6 for `#` headings; 7 for bold lines, labels and frontmatter lists; 0 for text without a heading. */
  readonly level: number;
}

/** What stands between a token and the one before it, as bits: several may stand there at once. */
export const Separator = {
  space: 1,
  hyphen: 2,
  slash: 4,
  comma: 8,
  open: 16,
  close: 32,
  colon: 64,
  semicolon: 128,
  dash: 256,
  quote: 512,
  other: 1024,
  /** First token of a statement. */
  start: 2048,
} as const;

/** Separators that a plain phrase does not cross; `…` crosses them. */
export const HARD_SEPARATORS =
  Separator.comma |
  Separator.open |
  Separator.close |
  Separator.colon |
  Separator.semicolon |
  Separator.dash |
  Separator.quote |
  Separator.other;

export interface Token extends Span {
  /** Folded for comparison: NFKC, lower case, straight apostrophe, entities decoded; `&` is `and`. */
  readonly word: string;
  /** Bits of {@link Separator}. */
  readonly before: number;
}

/** One list item, table cell, line or paragraph: what an author would delete as one piece. */
export interface Block {
  readonly kind: 'title' | 'heading' | 'item' | 'paragraph' | 'cell' | 'field';
  /** The block's text without its bullet or marks. */
  readonly span: Span;
  /** Whole lines to delete to remove the block, final line break included; for items their nested items too. */
  readonly lines: Span;
  /** Index into `Posting.sections`. */
  readonly section: number;
  /** Nesting of list items, 0 for a top-level item or no item. */
  readonly depth: number;
}

/** One sentence, or one list item's sentence. Phrases never cross its ends. */
export interface Statement {
  readonly span: Span;
  /** Half-open range of indexes into `Posting.tokens`. */
  readonly tokens: { readonly from: number; readonly to: number };
  /** Index into `Posting.blocks`. */
  readonly block: number;
  /** Kind of its section, or for text without headings the kind its own words show; else `unknown`. */
  readonly kind: SectionKind;
  readonly owner: Owner;
  /** Belongs to the first paragraphs that speak of the role (about 60 words). */
  readonly opening: boolean;
}
