/** Rule sources and a team's configuration → the policy that postings are judged by. */
import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { Band } from '../types/market.ts';
import type { Currency } from '../types/pay.ts';
import type { Problem } from '../types/place.ts';
import type { Check, Policy, PolicyBase, Rule, Settings } from '../types/policy.ts';
import type { Lane, Level } from '../types/words.ts';
import type { CheckSource, RuleSetting, RuleSource, RuleSources, TeamConfig } from './model.ts';
import { compileOption } from './options.ts';
import { createPhraseSets, type PhraseSets } from './phrase-sets.ts';
import { compileReading } from './reading.ts';

/** Which rules to compile: only these, or all of them whether on or not. */
export interface CompileOptions {
  readonly only?: readonly string[];
  readonly all?: boolean;
  /** The rules of the audit too, as notices, where the team says nothing of them. */
  readonly audit?: boolean;
}

/** A rule that only the audit turns on fails nothing. */
const AUDITED: RuleSetting = { on: true, severity: 'notice' };

/** Compiles the enabled rules. Sources and configuration are already checked, so problems are about `only` alone. */
export function compilePolicy(
  sources: RuleSources,
  config: TeamConfig,
  kinds: Readonly<Record<string, CheckKind>>,
  options: CompileOptions = {},
): { policy: Policy; problems: Problem[] } {
  const problems: Problem[] = [];
  const phrases = createPhraseSets(sources);
  const { payRules, timeRules } = settingsFor(sources, config).audit;
  const audited = options.audit ? [...payRules, ...timeRules] : [];
  const sets = sources.rules.map((source) => {
    const given = config.rules[source.id];
    const setting = given ?? (!source.on && audited.includes(source.id) ? AUDITED : {});
    const rule = configure(source, setting, config);
    const enabled = options.only ? options.only.includes(source.id) : options.all === true || rule.on;
    const checks = enabled ? source.checks.map((check) => configureCheck(check, source, setting, kinds, phrases)) : [];
    return { rule, enabled, checks: distinct(checks) };
  });
  const base = policyBase(sources, config, phrases);
  const known = sets.map(({ rule, checks }): Rule => {
    return { ...rule, checks: checks.map((check) => compileCheck(check, kinds, base)) };
  });
  for (const id of options.only ?? []) {
    if (!known.some((rule) => rule.id === id)) {
      problems.push({ path: '', message: `There is no rule “${id}”.`, severity: 'error' });
    }
  }
  return { policy: { ...base, rules: known.filter((_, index) => sets[index]!.enabled), known }, problems };
}

function policyBase(sources: RuleSources, config: TeamConfig, phrases: PhraseSets): PolicyBase {
  const lanes = overlay(sources.lanes, config.lanes);
  const levels = overlay(sources.levels, config.levels);
  const settings = settingsFor(sources, config);
  const home = homeOf(config.bands.length > 0 ? config.bands : sources.bands);
  return {
    lanes,
    levels,
    assumed: sources.assumed,
    vocabulary: {
      reading: compileReading(sources).reading,
      fields: mergeLists(sources.fields, config.fields),
      lanes,
      levels,
      words: sources.words,
      ...(sources.currencies ? { currencies: sources.currencies } : {}),
      ...(sources.plausiblePay ? { plausiblePay: sources.plausiblePay } : {}),
      ...(sources.localCurrencies ? { localCurrencies: sources.localCurrencies } : {}),
      ...(home ? { home } : {}),
    },
    market: {
      bands: [...config.bands, ...(config.keepBands ? sources.bands.filter((band) => !isReplaced(band, config)) : [])],
      benchmarks: sources.benchmarks,
      geoFactors: [
        ...config.geoFactors,
        ...sources.geoFactors.filter(({ place }) => !config.geoFactors.some((own) => own.place === place)),
      ],
      ...(config.ageing === undefined ? {} : { ageing: config.ageing }),
      rates: { ...sources.rates, ...config.rates },
      ...(sources.lowRatio ? { lowRatio: sources.lowRatio } : {}),
      collidesWith: { ...sources.collidesWith, ...config.collidesWith },
    },
    laws: sources.laws,
    settings,
    scan: phrases.scanBeside(settings.ignoreNames),
    terms: phrases.terms(),
  };
}

/** The team's settings over the built-in ones. Shared folders are guessed only where it does not say where postings are. */
export function settingsFor(sources: RuleSources, config: TeamConfig): Settings {
  const guessed = config.settings.postings === undefined ? {} : { sharedFolders: [] };
  const audit = { ...sources.settings.audit, ...config.settings.audit };
  return { ...sources.settings, ...guessed, ...config.settings, audit };
}

/** The currency that bands are in, where that is one for all. */
function homeOf(bands: readonly Band[]): Currency | undefined {
  const currencies = new Set(bands.map((band) => band.currency));
  return currencies.size === 1 ? [...currencies][0] : undefined;
}

function isReplaced(band: { lane: string; level: string }, config: TeamConfig): boolean {
  return config.bands.some((own) => own.lane === band.lane && own.level === band.level);
}

/** The built-in entries with the team's own in place of those of the same id, new ones last. */
export function overlay<Entry extends Lane | Level>(base: readonly Entry[], own: readonly Entry[]): readonly Entry[] {
  if (own.length === 0) return base;
  const byId = new Map(base.map((entry) => [entry.id, entry]));
  for (const entry of own) byId.set(entry.id, entry);
  return [...byId.values()];
}

function mergeLists(
  base: Readonly<Record<string, readonly string[]>>,
  own: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const merged: Record<string, readonly string[]> = { ...base };
  for (const [name, list] of Object.entries(own)) merged[name] = [...list, ...(merged[name] ?? [])];
  return merged;
}

/** A rule's own data with the team's settings laid over it. */
function configure(source: RuleSource, setting: RuleSetting, config: TeamConfig): Omit<Rule, 'checks'> {
  const { checks: _, compiled: __, ...data } = source;
  const allowed =
    config.waivable === undefined || config.waivable === 'all'
      ? source.waivable
      : config.waivable !== 'none' && config.waivable.includes(source.id);
  return {
    ...data,
    on: setting.on ?? (source.on || setting.severity !== undefined || setting.options !== undefined),
    severity: setting.severity ?? source.severity,
    waivable: setting.waivable ?? allowed,
  };
}

/**
 * A check with its phrase lists compiled and the team's options set: in the checks that write the option, or where none
 * does in all that know it. A severity set by the team holds for all checks.
 */
function configureCheck(
  source: CheckSource,
  rule: RuleSource,
  setting: RuleSetting,
  kinds: Readonly<Record<string, CheckKind>>,
  phrases: PhraseSets,
): CheckSource {
  const specs = kinds[source.kind]?.options ?? {};
  const check: Record<string, unknown> = { ...source };
  for (const [name, value] of Object.entries(setting.options ?? {})) {
    const written = rule.checks.some((each) => name in each);
    if (name in (written ? source : specs)) check[name] = value;
  }
  if (setting.severity !== undefined) delete check.severity;
  if (rule.compiled && setting.options === undefined) return check as CheckSource;
  return withSets(check as CheckSource, kinds, phrases);
}

/** A check with its work prepared by its kind. */
function compileCheck(
  { kind, lanes, levels, severity, message, sole, ...options }: CheckSource,
  kinds: Readonly<Record<string, CheckKind>>,
  base: PolicyBase,
): Check {
  // The loader has checked them against the kind's own declaration.
  const judge = kinds[kind]!.compile(options as OptionsOf<OptionSpecs>, base);
  return {
    ...(lanes ? { lanes } : {}),
    ...(levels ? { levels } : {}),
    ...(severity ? { severity } : {}),
    ...(message ? { message } : {}),
    ...(sole ? { sole } : {}),
    judge,
  };
}

/** A check with sets for its phrase lists, and lists where YAML allows a single word. */
function withSets(source: CheckSource, kinds: Readonly<Record<string, CheckKind>>, phrases: PhraseSets): CheckSource {
  const check: Record<string, unknown> = { ...source };
  for (const [name, spec] of Object.entries(kinds[source.kind]?.options ?? {})) {
    if (check[name] !== undefined) check[name] = compileOption(spec.type, check[name], phrases);
  }
  return check as CheckSource;
}

/** Checks that a team's options have made equal count once. */
function distinct(checks: readonly CheckSource[]): readonly CheckSource[] {
  if (checks.length < 2) return checks;
  const seen = new Set<string>();
  return checks.filter((check) => {
    const key = JSON.stringify(check);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The sources with all phrases compiled, as they are kept for a fast start: options of checks hold numbers of sets, and
 * vocabularies only their names. {@link compilePolicy} takes either form.
 */
export function precompile(sources: RuleSources, kinds: Readonly<Record<string, CheckKind>>): RuleSources {
  const phrases = createPhraseSets(sources);
  const rules = sources.rules.map((rule) => ({
    ...rule,
    compiled: true as const,
    checks: rule.checks.map((check) => withSets(check, kinds, phrases)),
  }));
  const termSets = phrases.terms();
  const terms = Object.fromEntries(
    Object.entries(sources.terms).map(([name, { doc }]) => [name, { doc, phrases: [] }]),
  );
  const reading = compileReading(sources).freeze();
  const openings = Object.fromEntries(Object.keys(sources.openings).map((name) => [name, []]));
  const compiled = { automaton: phrases.freeze(), terms: termSets, reading };
  return { ...sources, rules, terms, sections: [], openings, compiled };
}
