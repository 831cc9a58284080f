/** What reading a posting yields, and the places in its text. This file imports nothing. */

// ── Places and problems ───────────────────────────────────────────────────────

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
}

// ── What an author wrote ──────────────────────────────────────────────────────

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

// ── Pay and years ─────────────────────────────────────────────────────────────

export type Currency = string;
export type Period = 'hour' | 'day' | 'week' | 'month' | 'year';
export type PayKind = 'base' | 'ote' | 'total' | 'unknown';
export type PayFlag =
  | 'open-min'
  | 'open-max'
  | 'approx'
  | 'doe'
  | 'equity'
  | 'bonus'
  | 'contract'
  | 'gross'
  | 'net'
  | 'geo'
  | 'level'
  | 'reversed'
  | 'malformed'
  | 'implausible'
  | 'no-period'
  | 'no-currency'
  | 'scale'
  | 'super';

/** One pay figure of this job. `no-currency`: `currency` is a guess, as the job's place pays in another one. Amounts in `currency` per `period`, as posted (not annualised). */
export interface PayFigure {
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217. */
  readonly currency: Currency;
  readonly period: Period;
  readonly kind: PayKind;
  readonly flags: readonly PayFlag[];
  readonly from: 'frontmatter' | 'body';
  readonly span: Span;
  /** The place or level a figure is for, as written, where one is named. */
  readonly label?: string;
  /** Written in lakhs or crores, and shown so. */
  readonly lakh?: true;
}

/** One demand for years of experience. */
export interface YearsClause {
  readonly min: number;
  readonly max: number | null;
  /** `total`: work, engineering, software, data science or ML broadly; `specialty`: one tool or sub-field; `production-ml`: ML in production. */
  readonly scope: 'total' | 'specialty' | 'production-ml';
  readonly span: Span;
  /** Index into `Posting.statements`. */
  readonly statement: number;
  /** Same number where clauses are alternatives to each other (by degree: BS + 8 or MS + 6), else unique. */
  readonly group: number;
}

// ── Frontmatter and waivers ───────────────────────────────────────────────────

/** One frontmatter value. */
export interface Field {
  /** Key as the author wrote it. */
  readonly key: string;
  /** Plain JSON value: dates stay text. */
  readonly value: unknown;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** A date of the frontmatter. Where it names no day, `text` names none, and it lies between `earliest` and `latest`. */
export interface PostedDate {
  readonly field: Field;
  /** `2026-04-30`, `2026-04`, `Q2 2026`. */
  readonly text: string;
  readonly earliest: Day;
  readonly latest: Day;
}

/** A fact named by frontmatter or a header line, with the text that says it. */
export interface Fact {
  readonly text: string;
  readonly span: Span;
  readonly from: 'frontmatter' | 'body';
}

/** `<!-- jd-review allow <rule>: <reason> -->` or the same in frontmatter. */
export interface Waiver {
  readonly rule: string;
  readonly reason: string;
  /** The waiver's own words. */
  readonly span: Span;
  /** The text it covers: the next block, or the whole file. */
  readonly covers: Span;
}

/** A named value of the frontmatter after aliases: what the author declared. */
export interface Declared {
  /** Canonical id (`llm`, `senior`), or undefined where unknown or absent. */
  readonly id?: string;
  readonly field?: Field;
  /** True where the author wrote an alias (`genai`) of the canonical word. */
  readonly alias: boolean;
}

/** A fault of the frontmatter, found while reading; checks word it. */
export interface FieldFault {
  readonly code:
    | 'missing'
    | 'unknown-value'
    | 'alias'
    | 'unparseable'
    | 'reversed'
    | 'min-equals-max'
    | 'currency-unsaid'
    | 'mistyped-key'
    | 'invalid-date'
    | 'unclear-date'
    | 'duplicate-key'
    | 'bad-yaml'
    | 'unclosed'
    | 'unsupported-opener'
    | 'ambiguous-close'
    | 'too-large'
    | 'not-a-map';
  /** Canonical field (`lane`, `level`, `comp`) or the key concerned. */
  readonly field: string;
  readonly span: Span;
  /** What is wrong and what to write, in words for the author, free of markup. */
  readonly detail: string;
  /** Text that mends it, where it is certain. */
  readonly edit?: Edit;
}

// ── The posting ───────────────────────────────────────────────────────────────

export interface Posting {
  readonly path: string;
  readonly text: string;
  /** The text with blanks in place of code, where the file holds code (MDX). */
  readonly shown?: string;
  /** Offset of each line's first character. */
  readonly lineStarts: readonly number[];
  /** Span of the frontmatter block with its fences; empty at 0 where there is none. */
  readonly frontmatter: Span;
  /** There is frontmatter and it could not be read: what it holds is unknown. */
  readonly unread?: true;
  /** Canonical field name → value (`lane`, `level`, `comp`, `title`, `location`, …); unknown keys by their own name. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly faults: readonly FieldFault[];
  /** Dates that are understood, by canonical field. */
  readonly dates: ReadonlyMap<string, PostedDate>;
  /** The frontmatter says that the job is not open now: a draft, filled, closed. */
  readonly closed?: true;
  readonly lane: Declared;
  readonly level: Declared;
  /** The declared range of the `comp` field, when it parses. */
  readonly comp?: PayFigure;
  /** ISO code of the language that it is written in, where that is not English. */
  readonly language?: string;
  readonly title?: Fact;
  readonly location?: Fact;
  readonly employmentType?: Fact;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly statements: readonly Statement[];
  readonly tokens: readonly Token[];
  /** All pay figures of this job, frontmatter first, then in order of place. */
  readonly pay: readonly PayFigure[];
  readonly years: readonly YearsClause[];
  readonly waivers: readonly Waiver[];
  /** Faulty waiver comments (no reason, no rule). */
  readonly problems: readonly Problem[];
}
