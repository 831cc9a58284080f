/** The nouns of jd-review. Every room speaks them; this file imports nothing. */

// ── Places ────────────────────────────────────────────────────────────────────

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

// ── Posting: what reading yields ──────────────────────────────────────────────

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

export interface Section {
  readonly kind: SectionKind;
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
  /** Belongs to the first paragraphs that speak of the role (about 60 words). */
  readonly opening: boolean;
}

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
  | 'scale'
  | 'super';

/** One pay figure of this job. Amounts in `currency` per `period`, as posted (not annualised). */
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

/** One frontmatter value. */
export interface Field {
  /** Key as the author wrote it. */
  readonly key: string;
  /** Plain JSON value: dates stay text. */
  readonly value: unknown;
  readonly keySpan: Span;
  readonly valueSpan: Span;
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
  /** Offset of each line's first character. */
  readonly lineStarts: readonly number[];
  /** Span of the frontmatter block with its fences; empty at 0 where there is none. */
  readonly frontmatter: Span;
  /** Canonical field name → value (`lane`, `level`, `comp`, `title`, `location`, …); unknown keys by their own name. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly faults: readonly FieldFault[];
  readonly lane: Declared;
  readonly level: Declared;
  /** The declared range of the `comp` field, when it parses. */
  readonly comp?: PayFigure;
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

// ── Policy: what rules/ and the team's configuration yield ────────────────────

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

/** How a currency is written, and how large its pay figures are. */
export interface CurrencyWords {
  /** ISO 4217; read as a code only in capitals. */
  readonly code: Currency;
  /** Written beside an amount in any case: `$`, `€`, `euros`; the first currency that lists a symbol owns it. */
  readonly symbols: readonly string[];
  /** Units for one US dollar, order of magnitude: tells plausible from implausible figures, never converts. */
  readonly unit: number;
}

/** Heading words → section kind, field aliases, abbreviations, pay words: what reading needs to know of hiring and language. */
export interface Vocabulary {
  readonly sections: readonly { readonly kind: SectionKind; readonly headings: readonly string[] }[];
  /** Canonical field → keys that teams use for it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly lanes: readonly Lane[];
  readonly levels: readonly Level[];
  /** Further word lists for reading by name (`abbreviations`, `pay-base`, `pay-total`, `currency-codes`, …); each reader names what it needs. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Currencies that pay is read in; the first is meant where an amount names none. */
  readonly currencies?: readonly CurrencyWords[];
}

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

/** Replace `span` by `text`; an insertion has an empty span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

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

/** A check kind as the loader, the docs and the review know it. */
export interface CheckKind {
  readonly doc: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Names that its hints give to messages, besides `found`, `lane`, `level`. */
  readonly values: readonly string[];
  readonly judge: Judge;
}

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
}

// ── Publishing: what GitHub will be told ──────────────────────────────────────

/** Where a person sees a finding: on its line, as an annotation of the check, or in the summary. */
export type Home = 'comment' | 'annotation' | 'summary';

/** Lines of the changed file that a comment stands on; `startLine` only for more than one line. */
export interface Anchor {
  readonly line: number;
  readonly startLine?: number;
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
}

/** Everything that a run will do on GitHub, before it does it. A dry run prints it, `publish` carries it out. */
export interface Plan {
  readonly steps: readonly Step[];
}
