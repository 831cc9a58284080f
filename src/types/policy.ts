/** What rules/ and the team's configuration yield. */

import type { Comparison, Market } from './market.ts';
import type { Currency } from './pay.ts';
import type { Day, Edit, Severity, Span } from './place.ts';
import type { Posting } from './posting.ts';
import type { Hits, Lane, Level, PhraseSet, Scan, Vocabulary } from './words.ts';

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
  /** Page of the policy that the finding rests on. */
  readonly link?: string;
  readonly edits?: readonly Edit[];
  /** What the edits mend kept the posting from being judged: more may be found behind them. */
  readonly reveals?: boolean;
}

/** What a file is, beside what it says: rules hold for some files only. */
export interface Nature {
  /** ISO code of its language where that is not English. */
  readonly language?: string;
  /** `other`: a posting of another profession. */
  readonly trade: 'ml' | 'other';
  /** The author says so with a lane for none. */
  readonly said: boolean;
  /** Its title names no ML work, so that it may be of another profession. */
  readonly open: boolean;
  /** A page that is no posting, among the postings. */
  readonly page: boolean;
}

/** What a posting is judged by, found once for all checks. */
export interface CheckContext {
  readonly posting: Posting;
  readonly policy: PolicyBase;
  readonly hits: Hits;
  readonly comparison: Comparison;
  readonly nature: Nature;
  readonly today: Day;
}

/** A compiled check's work: pure, linear in the posting's length. */
export type Judge = (context: CheckContext) => readonly Hint[];

/** A check of a rule, compiled: whom it holds for, and its work. */
export interface Check {
  /** Narrow the rule for this one check; absent = as the rule. */
  readonly lanes?: 'all' | readonly string[];
  readonly levels?: 'all' | readonly string[];
  readonly severity?: Severity;
  readonly message?: string;
  /** Where it speaks, only these rules speak of the posting besides: all else would follow. */
  readonly sole?: readonly string[];
  readonly judge: Judge;
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
  readonly lanes: 'all' | readonly string[];
  readonly levels: 'all' | readonly string[];
  /** On without configuration. */
  readonly on: boolean;
  readonly waivable: boolean;
  /** Rules beside whose findings in a posting it is silent: they tell the same fault better. */
  readonly yieldsTo?: readonly string[];
  /** Language that its words are in: it is silent on postings in another one. */
  readonly language?: string;
  /** `ml`: it is silent on postings of other professions. */
  readonly trade?: 'ml';
  /** It speaks of pages that are no postings, too. */
  readonly pages?: boolean;
  readonly checks: readonly Check[];
  readonly message: string;
  readonly mend?: FixSpec;
  /** Its edits are the only cure, so that they may be written without a person choosing. */
  readonly certain?: boolean;
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

/**
 * What a path says of a file: whether it is a posting, a document or a page of a shared folder unless its text says
 * otherwise, left out by its name, or elsewhere.
 */
export type Standing = 'posting' | 'document' | 'shared' | 'ignored' | 'elsewhere';

/** The team's settings after defaults. */
export interface Settings {
  /** Globs of paths that are postings. */
  readonly postings: readonly string[];
  readonly failOn: Severity | 'never';
  readonly showBands: boolean;
  /** Company and product names: words in them count for nothing. */
  readonly ignoreNames: readonly string[];
  /** Globs of paths that are postings only where the text has a posting's shape. */
  readonly sharedFolders: readonly string[];
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
  readonly audit: AuditSettings;
  /** File of the known findings, from the repository's root. */
  readonly baseline?: string;
}

/** What the audit of a whole tree lists; its rules are judged there though they are off. */
export interface AuditSettings {
  /** Rules whose findings tell of pay that fell behind. */
  readonly payRules: readonly string[];
  /** Rules whose findings tell of postings past their time. */
  readonly timeRules: readonly string[];
  /** Months after which a band is old. */
  readonly bandMonths: number;
  /** A rule that nobody obeys: its errors and warnings stand in this share (0–1) of the postings, and in so many. */
  readonly unobeyedShare: number;
  readonly unobeyedPostings: number;
}

/** All of a policy but its rules: what checks are compiled for. */
export interface PolicyBase {
  readonly lanes: readonly Lane[];
  readonly levels: readonly Level[];
  /** Lane and level by which rules are chosen where a posting declares none; data of lanes.yml. Without them only rules of `all` apply. */
  readonly assumed?: { readonly lane?: string; readonly level?: string };
  readonly vocabulary: Vocabulary;
  readonly market: Market;
  readonly laws: readonly PayLaw[];
  readonly settings: Settings;
  readonly scan: Scan;
  /** Sets of shared terms by name (`not`, `tool`, …) for checks that need one. */
  readonly terms: Readonly<Record<string, PhraseSet>>;
}

export interface Policy extends PolicyBase {
  /** Enabled rules only, built-in and own, severities as configured. */
  readonly rules: readonly Rule[];
  /** Every rule known, for lists and explanations. */
  readonly known: readonly Rule[];
}
