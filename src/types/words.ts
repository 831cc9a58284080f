/** The words that postings are read by, and where they stand. */

import type { Currency, Period } from './pay.ts';
import type { Posting } from './posting.ts';
import type { Owner, Scope, SectionKind, Token } from './text.ts';

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

/** Phrases with the places where saying them counts. */
export interface Saying {
  readonly says: PhraseSet;
  readonly in?: readonly Scope[];
  readonly whose?: readonly Owner[];
  readonly except?: PhraseSet;
  readonly negated?: 'skip' | 'keep';
  /** Saying it counts only where none of these stands in the posting. */
  readonly 'unless-posting'?: readonly Saying[];
}

export type Scan = (posting: Posting) => Hits;

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

/** How a currency is written, and how large its pay figures are. */
export interface CurrencyWords {
  /** ISO 4217; read as a code only in capitals. */
  readonly code: Currency;
  /** Written beside an amount in any case: `$`, `€`, `euros`; the first currency that lists a symbol owns it. */
  readonly symbols: readonly string[];
  /** Those of them that other countries write, too (`$`). */
  readonly shared?: readonly string[];
  /** Symbol → other currencies that write it in their own places (`kr`); there it means theirs. */
  readonly elsewhere?: Readonly<Record<string, readonly Currency[]>>;
  /** Letters, as written, that are this currency right before an amount and nowhere else (`R`). */
  readonly prefixes?: readonly string[];
  /** Units for one US dollar, order of magnitude: tells plausible from implausible figures, never converts. */
  readonly unit: number;
}

/** Least and greatest pay by period, in US dollars. */
export type PlausiblePay = Readonly<Record<Period, readonly [number, number]>>;

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
  /** Those that the words from `from` to `to` fit, which are taken for a line. */
  readonly scan: (tokens: readonly Token[], from: number, to: number) => readonly PhraseSet[];
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
  /** Bounds of what an amount may mean by period; all that is in them is plausible. */
  readonly plausiblePay?: PlausiblePay;
  /** Currencies by place. */
  readonly localCurrencies?: readonly LocalCurrency[];
  /** The one currency of the bands that the team compares with; absent where they are in several. */
  readonly home?: Currency;
}
