/** What the page and the worker that holds the engine say to each other. Plain data, as it is copied between them. */
import type { TextFile } from '../team/team.ts';
import type { Comparison } from '../types/market.ts';
import type { Day, Edit, Problem, Span } from '../types/place.ts';
import type { Finding, Totals, Verdict } from '../types/review.ts';

/** A finding with what its card tells besides. */
export interface Shown {
  readonly finding: Finding;
  /** What the rule is about, in a few words. */
  readonly title: string;
  /** What the header lacks, where the finding tells of that. */
  readonly lacks: readonly DeclaredField[];
}

/** The fields that the page writes into a posting's header. */
export type DeclaredField = (typeof DECLARED_FIELDS)[number];

export const DECLARED_FIELDS = ['lane', 'level'] as const;

/** All that the page shows of a text. Spans are offsets into it. */
export interface Look {
  readonly shown: readonly Shown[];
  /** Faults of waivers and of rules. */
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly verdict: Verdict;
  readonly comparison: Comparison;
  /** False where a team keeps the figures of its bands to itself. */
  readonly showBands: boolean;
  /** Ids that the header declares. */
  readonly declared: Readonly<Partial<Record<DeclaredField, string>>>;
  readonly title?: string;
  readonly frontmatter: Span;
  /** Words that are read as the heading of a section. */
  readonly headings: readonly Span[];
}

/** A lane or level that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** What can be chosen under the policy in force. */
export interface Choices {
  readonly lanes: readonly Choice[];
  readonly levels: readonly Choice[];
}

/** What came of a team's files: with a problem that is an error, the policy stays as it was. */
export interface TeamAnswer {
  readonly problems: readonly Problem[];
  readonly taken: boolean;
  readonly choices: Choices;
  /** How many of the rules in force, and of the bands, are the team's own. */
  readonly own: { readonly rules: number; readonly bands: number };
}

/** A file as it was picked: its bytes, and its name or path. */
export interface PostingFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What may be asked of the engine, and what it answers. */
export interface Asks {
  /** Judges a text. */
  look(text: string, today: Day): Look;
  /** Whether the edits of a finding mend it: it is gone after them and nothing is new. Costs a review. */
  holds(text: string, today: Day, index: number): boolean;
  /** The report of `check --format json` on files. */
  report(files: readonly PostingFile[], today: Day): string;
  /** The edit that declares a lane or level; none where the header does not allow it. */
  declare(text: string, field: DeclaredField, id: string): Edit | undefined;
  /** Lays a team's files over the built-in rules; none takes the built-in rules alone. */
  team(files: readonly TextFile[]): Promise<TeamAnswer>;
}

/** A question on its way to the worker. */
export type Question = {
  [Name in keyof Asks]: { readonly id: number; readonly ask: Name; readonly given: Parameters<Asks[Name]> };
}[keyof Asks];

/** The answer on its way back, or the reason why there is none. */
export type Answer =
  | { readonly id: number; readonly answer: Awaited<ReturnType<Asks[keyof Asks]>> }
  | { readonly id: number; readonly failure: string };
