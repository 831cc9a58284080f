/** Rule sources as data: what `dist/rules.json` holds and what a team's own files add. */
import type { Usual } from '../bands/unusual.ts';
import type { Band, Benchmark } from '../types/market.ts';
import type { Period } from '../types/pay.ts';
import type { Severity } from '../types/place.ts';
import type { AuditSettings, Check, PayLaw, Rule, Settings } from '../types/policy.ts';
import type { SectionKind } from '../types/text.ts';
import type {
  CurrencyWords,
  HeadingSets,
  Lane,
  Level,
  LocalCurrency,
  PhraseSet,
  PlausiblePay,
} from '../types/words.ts';
import type { FrozenAutomaton } from '../words/automaton.ts';

/** A check as its YAML gives it, with the options of its kind; compiled beforehand, its phrase lists are numbers of sets. */
export interface CheckSource extends Omit<Check, 'judge'> {
  readonly kind: string;
  readonly [option: string]: unknown;
}

/** A rule as its file gives it, without its examples. */
export interface RuleSource extends Omit<Rule, 'checks'> {
  /** The options of its checks were compiled beforehand. */
  readonly compiled?: true;
  readonly checks: readonly CheckSource[];
}

/** A vocabulary: `{name}` in phrases stands for any of these, and for any of those it includes. */
export interface TermSource {
  readonly doc: string;
  readonly phrases: readonly string[];
  readonly includes?: readonly string[];
}

/** What bands and geo factors must keep to for being no slip of the pen. */
export interface Plausible {
  /** Least and greatest base pay by period, in US dollars. */
  readonly pay: Readonly<Partial<Record<Period, readonly [number, number]>>>;
  /** Greatest max ÷ min. */
  readonly spread: number;
  readonly factor: readonly [number, number];
}

/** Headings and openings compiled beforehand. */
export interface FrozenReading {
  readonly automaton: FrozenAutomaton;
  readonly headings: readonly HeadingSets[];
  readonly openings: Readonly<Record<string, PhraseSet>>;
  /** Word lists that stand in phrases, with the number of their words that are compiled. */
  readonly lists: Readonly<Record<string, { readonly set: PhraseSet; readonly size: number }>>;
}

/** All of `rules/`, read and checked: plain JSON. */
export interface RuleSources {
  readonly rules: readonly RuleSource[];
  readonly terms: Readonly<Record<string, TermSource>>;
  readonly lanes: readonly Lane[];
  readonly levels: readonly Level[];
  readonly assumed: { readonly lane?: string; readonly level?: string };
  readonly collidesWith: Readonly<Record<string, string>>;
  readonly bands: readonly Band[];
  readonly geoFactors: readonly { readonly place: string; readonly factor: number }[];
  readonly rates: Readonly<Record<string, number>>;
  readonly lowRatio?: number;
  readonly plausible?: Plausible;
  readonly usual?: Usual;
  readonly benchmarks: readonly Benchmark[];
  readonly laws: readonly PayLaw[];
  readonly sections: readonly { readonly kind: SectionKind; readonly headings: readonly string[] }[];
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly openings: Readonly<Record<string, readonly string[]>>;
  readonly currencies?: readonly CurrencyWords[];
  readonly plausiblePay?: PlausiblePay;
  readonly localCurrencies?: readonly LocalCurrency[];
  readonly settings: Settings;
  /** Phrases compiled beforehand: the options of checks then hold numbers of sets; vocabularies, sections and openings no phrases. */
  readonly compiled?: {
    readonly automaton: FrozenAutomaton;
    readonly terms: Readonly<Record<string, PhraseSet>>;
    readonly reading: FrozenReading;
  };
}

/** What a team says of one rule; absent = as the rule's file. */
export interface RuleSetting {
  readonly on?: boolean;
  readonly severity?: Severity;
  readonly waivable?: boolean;
  /** Options of its checks by name. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A team's configuration, checked; absent = as built in. */
export interface TeamConfig {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Folder of the team's own rules, from the repository's root. */
  readonly rulesFolder?: string;
  readonly settings: Partial<Omit<Settings, 'audit'>> & { readonly audit?: Partial<AuditSettings> };
  readonly waivable?: 'all' | 'none' | readonly string[];
  readonly lanes: readonly Lane[];
  readonly levels: readonly Level[];
  readonly collidesWith: Readonly<Record<string, string>>;
  readonly bands: readonly Band[];
  /** What bands rise by a year from their day on, as a share. */
  readonly ageing?: number;
  /** False: only the bands given here count. */
  readonly keepBands: boolean;
  readonly geoFactors: readonly { readonly place: string; readonly factor: number }[];
  readonly rates: Readonly<Record<string, number>>;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** No configuration: everything as built in. */
export const NO_CONFIG: TeamConfig = {
  rules: {},
  settings: {},
  lanes: [],
  levels: [],
  collidesWith: {},
  bands: [],
  keepBands: true,
  geoFactors: [],
  rates: {},
  fields: {},
};
