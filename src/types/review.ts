/** What judging takes and yields, and what GitHub will be told. This file imports only its two neighbours. */

import type { Band, Benchmark, Check, Hits, OptionSpec, Policy, Rule } from './policy.ts';
import type { Currency, Day, Edit, Place, Posting, Problem, Severity, Span } from './posting.ts';

// ── Market comparison ─────────────────────────────────────────────────────────

/** Posted range beside one band, all per year in the band's currency. */
export interface BandComparison {
  readonly band: Band;
  /** The band after the geo factor. */
  readonly min: number;
  readonly max: number;
  readonly midpoint: number;
  /** Posting midpoint ÷ band midpoint. */
  readonly midpointRatio: number;
  /** |posting ∩ band| ÷ posting width, 0–1; for a single figure 1 inside, 0 outside. */
  readonly overlap: number;
  /** Posting max − band min when the posting lies below, posting min − band max when above; else null. */
  readonly gap: number | null;
  /** (x − band min) ÷ (band max − band min) for the posting's min, midpoint, max. */
  readonly penetration: { readonly min: number; readonly mid: number; readonly max: number };
}

export interface Comparison {
  /** Posted pay, annualised (hour × 2080, day × 260, week × 52, month × 12). */
  readonly posted?: {
    readonly min: number;
    readonly max: number;
    readonly midpoint: number;
    readonly currency: Currency;
  };
  /** Own band; absent → `reason` says why. */
  readonly own?: BandComparison;
  /** Where the level has no band: the pay beside that of the nearest level of its lane that has one, a lower one first. */
  readonly near?: { readonly side: 'lower' | 'higher'; readonly beside: BandComparison };
  /** Bands of other lanes at the same level, for the picture; the collision lane first. */
  readonly others: readonly BandComparison[];
  readonly geo?: { readonly place: string; readonly factor: number };
  /** Rate used to convert, where one was. */
  readonly rate?: { readonly from: Currency; readonly to: Currency; readonly rate: number };
  readonly benchmarks: readonly Benchmark[];
  /** Why there is no comparison (`no band for staff`, `hourly pay`, `EUR, no rate configured`, `no pay stated`). */
  readonly reason?: string;
}

// ── Judging ───────────────────────────────────────────────────────────────────

/** What a check hands to the review; the review words it. */
export interface Hint {
  readonly span: Span;
  /** Words found, or for something absent its name. Default: the text at `span`. */
  readonly found?: string;
  /** Further values for `{…}` in the message. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Overrides the check's and the rule's. */
  readonly severity?: Severity;
  /** Overrides the check's and the rule's message. */
  readonly message?: string;
  readonly edits?: readonly Edit[];
}

export interface CheckContext {
  readonly posting: Posting;
  readonly policy: Policy;
  readonly rule: Rule;
  readonly hits: Hits;
  readonly comparison: Comparison;
  readonly today: Day;
}

/** A check kind's work: pure, linear in the posting's length. */
export type Judge = (check: Check, context: CheckContext) => readonly Hint[];

/** A check kind as the loader, the docs and the review know it. */
export interface CheckKind {
  readonly doc: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Names that its hints give to messages, besides `found`, `lane`, `level`. */
  readonly values: readonly string[];
  readonly judge: Judge;
}

// ── Findings ──────────────────────────────────────────────────────────────────

/** Lines that a change touched, by path; `all` for a new file. Given to a review, only findings on them decide. */
export type ChangedLines = ReadonlyMap<string, 'all' | ReadonlySet<number>>;

export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  readonly found: string;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly edits?: readonly Edit[];
  readonly waived?: { readonly reason: string };
  /** False where the verdict leaves it out: waived, or outside the lines that decide. */
  readonly decides: boolean;
}

export interface PostingReview {
  readonly posting: Posting;
  /** In order of place; waived ones included. */
  readonly findings: readonly Finding[];
  readonly comparison: Comparison;
}

export interface Totals {
  readonly postings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly waived: number;
}

export type Verdict = 'pass' | 'fail';

export interface Review {
  readonly postings: readonly PostingReview[];
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly verdict: Verdict;
  /** Files among the postings that only their names left out, by path. */
  readonly skipped?: readonly string[];
}

// ── Publishing: what GitHub will be told ──────────────────────────────────────

/** Where a person sees a finding: on its line, as an annotation of the check, or in the summary. */
export type Home = 'comment' | 'annotation' | 'summary';

/** Lines of the changed file that a comment stands on; `startLine` only for more than one line. */
export interface Anchor {
  readonly line: number;
  readonly startLine?: number;
}

/** An annotation of the check: lines of a file at the head commit. */
export interface Note {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Only where the finding lies on one line. */
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** What the check run says. */
export interface CheckText {
  readonly conclusion: 'success' | 'failure';
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  readonly notes: readonly Note[];
}

/** One thing that is done or left alone on GitHub, and why. */
export interface Step {
  readonly action: 'create' | 'update' | 'keep' | 'resolve' | 'delete' | 'skip';
  readonly what: 'line comment' | 'annotation' | 'check' | 'summary' | 'review';
  /** Path and line, or the name of the check. */
  readonly at: string;
  readonly reason: string;
  /** Name of the finding that does not change when its line moves. */
  readonly fingerprint?: string;
  /** Node of GitHub that is changed. */
  readonly id?: string;
  /** Thread that is closed with its comment. */
  readonly thread?: string;
  readonly path?: string;
  readonly anchor?: Anchor;
  /** Text with its marker. */
  readonly body?: string;
  /** Of the check that is made. */
  readonly check?: CheckText;
}

/** Everything that a run will do on GitHub, before it does it. A dry run prints it, `publish` carries it out. */
export interface Plan {
  readonly steps: readonly Step[];
}
