/** What rules/ and the team's configuration yield. This file imports only the types of a posting. */

import type { Currency, Day, Period, Posting, SectionKind, Severity, Token } from './posting.ts';

// ── Phrases ───────────────────────────────────────────────────────────────────

/** Number of a compiled list of phrases; see {@link Scan}. */
export type PhraseSet = number & { readonly __phraseSet: never };

/** One place where a phrase stands: half-open range of token indexes, within one statement. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** Index into `Posting.statements`. */
  readonly statement: number;
}

/** All hits of one posting, found in one pass over its tokens. */
export interface Hits {
  /** Hits of one set, in order of place, longest first at one place, none inside another of the same set. */
  of(set: PhraseSet): readonly Hit[];
}

export type Scan = (posting: Posting) => Hits;

// ── Rules ─────────────────────────────────────────────────────────────────────

/** Options of a check as its YAML gives them, phrase lists replaced by compiled sets. Each check kind narrows it. */
export interface Check {
  readonly kind: string;
  /** Narrow the rule for this one check; absent = as the rule. */
  readonly lanes?: readonly string[];
  readonly levels?: readonly string[];
  readonly severity?: Severity;
  readonly message?: string;
  readonly [option: string]: unknown;
}

/** What an option of a check holds in YAML: `phrases` → {@link PhraseSet}; `phrase-map` → a set by name; a list → one of these words. */
export type OptionType =
  | 'phrases'
  | 'phrase-map'
  | 'scopes'
  | 'number'
  | 'text'
  | 'texts'
  | 'text-map'
  | 'flag'
  | readonly string[];

export interface OptionSpec {
  readonly type: OptionType;
  readonly required?: boolean;
  /** One line for the analyst who writes rules. */
  readonly doc: string;
}

/** How a finding's words are mended, as data of the rule; `{…}` as in messages. */
export interface FixSpec {
  /** New text for the words found. */
  readonly replace?: string;
  /** New text by the word found, folded (`he` → `they`); case of the first letter is kept. */
  readonly words?: Readonly<Record<string, string>>;
  /** Remove what was found: the words, or the block (list item or line) that holds them. */
  readonly remove?: 'words' | 'block';
}

export interface Rule {
  readonly id: string;
  /** Folder under `rules/`. */
  readonly category: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  /** Where the rule is known to err, or why it is off. */
  readonly limits?: string;
  readonly source: string;
  readonly severity: Severity;
  /** The team has set the severity: it holds for every finding, whatever a check says. */
  readonly severitySet?: boolean;
  readonly lanes: 'all' | readonly string[];
  readonly levels: 'all' | readonly string[];
  /** On without configuration. */
  readonly on: boolean;
  readonly waivable: boolean;
  readonly checks: readonly Check[];
  readonly message: string;
  readonly mend?: FixSpec;
}

// ── Lanes, levels and the market ──────────────────────────────────────────────

export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Weeks to fill, from and to. */
  readonly weeksToFill: readonly [number, number];
}

export interface Level {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Words in a title that name the level. */
  readonly titleWords: readonly string[];
  /** Ladder of total years; max null = no upper end. */
  readonly years: { readonly min: number; readonly max: number | null };
  /** Years of ML in production the ladder expects; null = none. */
  readonly productionYears: number | null;
}

/** Market band of a lane and level: base pay at offer stage, not percentiles. */
export interface Band {
  readonly lane: string;
  readonly level: string;
  readonly min: number;
  readonly max: number;
  readonly currency: Currency;
  readonly period: Period;
  readonly source: string;
  readonly asOf: Day;
}

export interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly asOf: string;
  /** Median or average base, or a range; USD a year unless `currency` says otherwise. */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly currency: Currency;
  readonly note: string;
}

export interface PayLaw {
  readonly id: string;
  readonly place: string;
  /** Words of a location that bring the law into force. */
  readonly where: readonly string[];
  readonly employees: number;
  readonly since: Day;
  /** Elements a posting must state: `range`, `closed-range`, `benefits`, `other-pay`, `deadline`, `ai-use`, `vacancy`, `no-canadian-experience`. */
  readonly needs: readonly string[];
  /** Greatest max − min, in the currency given, where the top is at most `unlessAbove`. */
  readonly maxSpread?: { readonly amount: number; readonly currency: Currency; readonly unlessAbove: number };
  readonly severity?: Severity;
  readonly source: string;
  readonly asOf: Day;
}

/** All that the pay comparison knows of the market. */
export interface Market {
  readonly bands: readonly Band[];
  readonly benchmarks: readonly Benchmark[];
  /** Cost-of-labour factor by place word of a location, 1 = national base; the first that matches counts. */
  readonly geoFactors: readonly { readonly place: string; readonly factor: number }[];
  /** Units of the band's currency for one unit of another, by ISO code. */
  readonly rates: Readonly<Record<Currency, number>>;
  /** The applied-like lane whose band a collision is measured against, by lane; data of lanes.yml. */
  readonly collidesWith: Readonly<Record<string, string>>;
}

// ── Words of reading ──────────────────────────────────────────────────────────

/** How a currency is written, and how large its pay figures are. */
export interface CurrencyWords {
  /** ISO 4217; read as a code only in capitals. */
  readonly code: Currency;
  /** Written beside an amount in any case: `$`, `€`, `euros`; the first currency that lists a symbol owns it. */
  readonly symbols: readonly string[];
  /** Those of them that other countries write, too (`$`). */
  readonly shared?: readonly string[];
  /** Units for one US dollar, order of magnitude: tells plausible from implausible figures, never converts. */
  readonly unit: number;
}

/** The currency that a place pays in, with the words of a location that name the place. */
export interface LocalCurrency {
  readonly currency: Currency;
  /** Countries, regions and states. */
  readonly lands: readonly string[];
  readonly cities: readonly string[];
  /** Abbreviations of lands, in capitals. */
  readonly codes: readonly string[];
}

/** Phrases of the headings of a section's kind: whole headings, and those that leave words open by `…`. */
export interface HeadingSets {
  readonly kind: SectionKind;
  readonly exact: PhraseSet;
  readonly open: PhraseSet;
}

/** What a line says by its words as a whole. */
export interface Reading {
  /** In order: the first that fits counts, exact ones before open ones. */
  readonly headings: readonly HeadingSets[];
  /** First words of sentences, by the name of their list. */
  readonly openings: Readonly<Record<string, PhraseSet>>;
  /** Finds all of them in the words from `from` to `to`, which are taken for a line. */
  readonly scan: (tokens: readonly Token[], from: number, to: number) => Hits;
}

/** Heading words → section kind, field aliases, abbreviations, pay words: what reading needs to know of hiring and language. */
export interface Vocabulary {
  readonly reading: Reading;
  /** Canonical field → keys that teams use for it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly lanes: readonly Lane[];
  readonly levels: readonly Level[];
  /** Word lists for reading by name (`abbreviations`, `pay-base`, `pay-total`, `currency-codes`, …); each reader names what it needs. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Currencies that pay is read in; the first is meant where an amount names none. */
  readonly currencies?: readonly CurrencyWords[];
  /** Currencies by place. */
  readonly localCurrencies?: readonly LocalCurrency[];
  /** The one currency of the bands that the team compares with; absent where they are in several. */
  readonly home?: Currency;
}

/** What a path says of a file: whether it is a posting, a document unless its text says otherwise, left out by its name, or elsewhere. */
export type Standing = 'posting' | 'document' | 'ignored' | 'elsewhere';

// ── Settings and policy ───────────────────────────────────────────────────────

/** The team's settings after defaults. */
export interface Settings {
  /** Globs of paths that are postings. */
  readonly postings: readonly string[];
  readonly failOn: Severity | 'never';
  readonly showBands: boolean;
  /** Company and product names: words in them count for nothing. */
  readonly ignoreNames: readonly string[];
  /** Globs of file names that are never postings. */
  readonly ignoreFiles: readonly string[];
  /** Globs of file names that are postings only where the text has a posting's shape. */
  readonly documentFiles: readonly string[];
  /** All findings of a touched posting decide, or only those on changed lines. */
  readonly failScope: 'posting' | 'line';
  /** A fix may be offered that moves the posting's pay to the band. */
  readonly suggestComp: boolean;
  /** Places whose pay law binds the team, and its number of employees; pay-law findings are errors there. */
  readonly jurisdictions: readonly string[];
  readonly employees?: number;
}

export interface Policy {
  /** Enabled rules only, built-in and own, severities as configured. */
  readonly rules: readonly Rule[];
  /** Every rule known, for lists and explanations. */
  readonly known: readonly Rule[];
  readonly lanes: readonly Lane[];
  readonly levels: readonly Level[];
  /** Lane and level that a posting is judged as where it declares none; data of lanes.yml. Without them only rules of `all` apply. */
  readonly assumed?: { readonly lane?: string; readonly level?: string };
  readonly vocabulary: Vocabulary;
  readonly market: Market;
  readonly laws: readonly PayLaw[];
  readonly settings: Settings;
  readonly scan: Scan;
  /** Sets of shared terms by name (`not`, `tool`, …) for checks that need one. */
  readonly terms: Readonly<Record<string, PhraseSet>>;
}
