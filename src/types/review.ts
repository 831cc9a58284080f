/** What judging yields, and what GitHub will be told. */

import type { Comparison } from './market.ts';
import type { Edit, Place, Problem, Severity, Span } from './place.ts';
import type { Posting } from './posting.ts';

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
  /** Page that it rests on, as the policy names it; never of the posting. */
  readonly link?: string;
  readonly edits?: readonly Edit[];
  /** The edits are the only cure. */
  readonly certain?: true;
  /** Once mended, more of the posting can be judged, so that more may be found. */
  readonly reveals?: true;
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

/** What a baseline does in a run. */
export interface Debt {
  /** Findings that it knows: they are counted here alone, told nowhere and decide nothing. */
  readonly known: number;
  /** Findings that it holds and that are gone. */
  readonly gone: number;
}

export interface Review {
  readonly postings: readonly PostingReview[];
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly verdict: Verdict;
  /** Files among the postings that only their names left out, by path. */
  readonly skipped?: readonly string[];
  /** Absent where no baseline is in force. */
  readonly debt?: Debt;
}

/** What a run tells of all its postings together; it holds none of them. */
export interface Summary extends Omit<Review, 'postings'> {
  /** Those of the problems that name no posting of the run. */
  readonly stray: readonly Problem[];
  /** Ids of the rules that found something. */
  readonly rules: ReadonlySet<string>;
  /** Findings whose fix the report tells. */
  readonly fixes: number;
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
  readonly action: 'create' | 'update' | 'keep' | 'resolve' | 'delete' | 'skip' | 'close' | 'reopen';
  readonly what: 'line comment' | 'annotation' | 'check' | 'summary' | 'review' | 'issue';
  /** Path and line, or the name of the check. */
  readonly at: string;
  readonly reason: string;
  /** Name of the finding that does not change when its line moves. */
  readonly fingerprint?: string;
  /** Node of GitHub that is changed. */
  readonly id?: string;
  /** Number of the issue that is changed. */
  readonly number?: number;
  /** The issue goes because another of ours stands. */
  readonly twin?: true;
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
