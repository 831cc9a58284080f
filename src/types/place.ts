/** Places in a text, and what is said of them. This file imports nothing. */

/** Half-open range of UTF-16 offsets into the original text of a posting, frontmatter and BOM included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a span is for people: lines and columns count from 1; `endColumn` is the column after the last character. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Replace `span` by `text`; an insertion has an empty span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type Severity = 'error' | 'warning' | 'notice';

/** Something that kept a file, a rule or a setting from being read; never a judgement on a posting's content. */
export interface Problem {
  readonly path: string;
  readonly place?: Place;
  /** What is wrong and what to do, one sentence or two, without content of the file. */
  readonly message: string;
  readonly severity: Severity;
  /** It tells of a waiver that silences nothing. */
  readonly idle?: true;
}
