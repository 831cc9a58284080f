/** What reading a posting yields. */

import type { PayFigure } from './pay.ts';
import type { Day, Edit, Problem, Span } from './place.ts';
import type { Block, Section, Statement, Token } from './text.ts';

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
