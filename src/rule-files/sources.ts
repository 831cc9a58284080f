/** The YAML files of `rules/`, or of a team's own rules folder → rule sources; strict, with places. */
import type { z } from 'zod';
import type { RuleSource, RuleSources } from '../policy/model.ts';
import { shapeFaults } from '../strict-yaml/issues.ts';
import { kebabKeys, readYaml, type YamlFile, type YamlPath } from '../strict-yaml/yaml.ts';
import type { CheckKind } from '../types/check.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { Settings } from '../types/policy.ts';
import { dropSenselessBands, dropSenselessFactors, withoutFigures, withoutNumbers } from './band-sense.ts';
import { type BandBase, bandsOf, bandsSchema, geoOf } from './band-tables.ts';
import { dropOwnRate } from './lane-sense.ts';
import { baseName, readRule } from './rule-file.ts';
import { ruleSchema } from './schemas.ts';
import { misspeltTerms, strayFile } from './stray-file.ts';
import {
  benchmarksOf,
  benchmarksSchema,
  lanesOf,
  lanesSchema,
  lawsOf,
  lawsSchema,
  levelsOf,
  settingsOf,
  settingsSchema,
} from './tables.ts';
import { readTerms } from './term-file.ts';
import { readWords } from './word-file.ts';

const DEFAULTS: Settings = {
  postings: [],
  sharedFolders: [],
  ignoreFiles: [],
  documentFiles: [],
  failOn: 'error',
  failScope: 'posting',
  showBands: true,
  suggestComp: false,
  ignoreNames: [],
  jurisdictions: [],
  audit: { payRules: [], timeRules: [], bandMonths: 12, unobeyedShare: 1, unobeyedPostings: 1 },
};

const EMPTY: RuleSources = {
  rules: [],
  terms: {},
  lanes: [],
  levels: [],
  assumed: {},
  collidesWith: {},
  bands: [],
  geoFactors: [],
  rates: {},
  benchmarks: [],
  laws: [],
  sections: [],
  fields: {},
  words: {},
  openings: {},
  settings: DEFAULTS,
};

type Part = Partial<RuleSources>;

/** Tables that a file of this name holds: its schema, and what it adds. */
const TABLES: Readonly<Record<string, { schema: z.ZodType; read: (data: never, so: RuleSources) => Part }>> = {
  lanes: {
    schema: lanesSchema,
    read: (data: z.infer<typeof lanesSchema>) => ({
      ...lanesOf(data.lanes),
      levels: levelsOf(data.levels),
      assumed: data.assumed ?? {},
    }),
  },
  bands: {
    schema: bandsSchema,
    read: (data: z.infer<typeof bandsSchema>, so) => ({
      bands: bandsOf(data.bands, bandBase(data)),
      geoFactors: data['geo-factors'] ? geoOf(data['geo-factors']) : so.geoFactors,
      rates: data.rates ?? so.rates,
      ...(data.low ? { lowRatio: data.low } : {}),
      ...(data.plausible ? { plausible: data.plausible } : {}),
      ...(data.usual ? { usual: data.usual } : {}),
    }),
  },
  benchmarks: {
    schema: benchmarksSchema,
    read: (data: z.infer<typeof benchmarksSchema>) => ({ benchmarks: benchmarksOf(data.benchmarks) }),
  },
  'pay-laws': {
    schema: lawsSchema,
    read: (data: z.infer<typeof lawsSchema>) => ({ laws: lawsOf(data.laws) }),
  },
  settings: {
    schema: settingsSchema,
    read: (data: z.infer<typeof settingsSchema>, so) => {
      const own = settingsOf(data);
      return { settings: { ...so.settings, ...own, audit: { ...so.settings.audit, ...own.audit } } };
    },
  },
};

function bandBase(data: z.infer<typeof bandsSchema>): BandBase {
  return {
    currency: data.currency ?? 'USD',
    period: data.period ?? 'year',
    source: data.source,
    asOf: data['as-of'],
  };
}

/** Tables that a team may keep in its own folder, in place of the built-in ones. */
const TEAM_TABLES = ['bands', 'benchmarks', 'pay-laws'];

/** Files of words for reading that a team may lay over the built-in ones. */
const TEAM_WORDS = ['sections', 'words'];

/** Takes out of a team's own band table what cannot be meant. The built-in one is held by tests. */
function dropSenseless(
  data: z.infer<typeof bandsSchema>,
  base: RuleSources,
  yaml: YamlFile,
  problems: Problem[],
): void {
  const { levels, currencies = [] } = base;
  const plausible = data.plausible ?? base.plausible;
  const report = (at: YamlPath, message: string, severity: Severity = 'error') => {
    problems.push({ path: yaml.path, place: yaml.place(at), message, severity });
  };
  dropSenselessBands(data.bands, bandBase(data), { plausible, levels, currencies, others: [] }, report);
  dropSenselessFactors(data['geo-factors'] ?? {}, plausible, report);
  dropOwnRate(data.rates ?? {}, bandBase(data).currency, report);
}

/**
 * Reads rule files. With `base`, they are a team's own and laid over it: rules, vocabularies, headings and words (sections.yml,
 * words.yml) are added, tables (bands.yml, benchmarks.yml, pay-laws.yml) replace the built-in ones. A faulty file or rule is reported and
 * left out. Files are told apart by place: `terms/*.yml` vocabularies, tables and words by name at the top, everything else rules.
 */
export function readSources(
  files: readonly { readonly path: string; readonly text: string }[],
  kinds: Readonly<Record<string, CheckKind>>,
  base?: RuleSources,
): { sources: RuleSources; problems: Problem[] } {
  const problems: Problem[] = [];
  const termFiles: YamlFile[] = [];
  const wordFiles: YamlFile[] = [];
  const ruleFiles: YamlFile[] = [];
  let sources = base ?? EMPTY;
  for (const file of files) {
    const yaml = readYaml(file.path, file.text);
    const parts = file.path.split('/');
    const name = baseName(file.path);
    problems.push(...(name === 'bands' ? yaml.problems.map(withoutNumbers) : yaml.problems));
    if (yaml.problems.length > 0) continue;
    if (parts.at(-2) === 'terms') termFiles.push(yaml);
    else if (base ? TEAM_WORDS.includes(name) : parts.length <= 2 && !Object.hasOwn(TABLES, name)) wordFiles.push(yaml);
    else if (base ? !TEAM_TABLES.includes(name) : parts.length > 2) ruleFiles.push(yaml);
    else {
      const table = TABLES[name]!;
      const { faults, data } = shapeFaults(table.schema, kebabKeys(yaml.value), yaml);
      problems.push(...faults.map((fault) => (name === 'bands' ? withoutFigures(fault.problem) : fault.problem)));
      if (faults.length > 0) continue;
      if (base && name === 'bands') dropSenseless(data as z.infer<typeof bandsSchema>, base, yaml, problems);
      sources = { ...sources, ...table.read(data as never, sources) };
    }
  }
  const { terms, problems: termProblems } = readTerms(termFiles, sources.terms);
  const words = readWords(wordFiles, sources, base !== undefined);
  if (base) problems.push(...misspeltTerms(termFiles, sources.terms, [...ruleFiles, ...wordFiles]));
  sources = words.sources;
  problems.push(...termProblems, ...words.problems);

  const schema = ruleSchema(kinds);
  const rules: RuleSource[] = [];
  const ruleIds = [...sources.rules.map((rule) => rule.id), ...ruleFiles.map((yaml) => baseName(yaml.path))];
  const ids = new Map(sources.rules.map((rule) => [rule.id, `the built-in rules (${rule.category})`]));
  for (const yaml of ruleFiles) {
    const stray = base && strayFile(yaml);
    if (stray) {
      problems.push(stray);
      continue;
    }
    const { rule, problems: faults } = readRule(yaml, schema, {
      kinds,
      lanes: sources.lanes.map((lane) => lane.id),
      levels: sources.levels.map((level) => level.id),
      terms: Object.keys(terms),
      ids,
      rules: ruleIds,
      yields: (id, to) => [...sources.rules, ...rules].some((rule) => rule.id === id && rule.yieldsTo?.includes(to)),
      examplesRequired: base === undefined,
    });
    problems.push(...faults);
    if (rule === undefined) continue;
    ids.set(rule.id, yaml.path);
    rules.push(rule);
  }
  return { sources: { ...sources, terms, rules: [...sources.rules, ...rules] }, problems };
}
