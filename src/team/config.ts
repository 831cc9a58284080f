/** A team's configuration file → settings laid over the built-in ones; strict, with places. */

import type { TableFile } from '../bands/load.ts';
import { nearest, writeInstead, writeRule } from '../nearest.ts';
import { overlay } from '../policy/compile.ts';
import { NO_CONFIG, type RuleSources, type TeamConfig } from '../policy/model.ts';
import { dropSenselessBands, dropSenselessFactors, withoutFigures } from '../rule-files/band-sense.ts';
import { bandsOf, geoOf } from '../rule-files/band-tables.ts';
import { dropOwnRate, reportSenselessLanes } from '../rule-files/lane-sense.ts';
import { lanesOf, levelsOf, settingsOf } from '../rule-files/tables.ts';
import { byPlace } from '../strict-yaml/issues.ts';
import type { YamlFile, YamlPath } from '../strict-yaml/yaml.ts';
import type { CheckKind } from '../types/check.ts';
import type { Band } from '../types/market.ts';
import type { Problem, Severity } from '../types/place.ts';
import { readBandFiles } from './band-files.ts';
import { dropSenselessGlobs } from './glob-sense.ts';
import { readRuleSettings } from './rule-settings.ts';
import { type Data, isTable, readShape } from './shaped.ts';

type Report = (path: YamlPath, message: string, severity?: Severity) => void;

/**
 * Reads a team's configuration. What is faulty is reported as an error and left out; all else holds, and what is not
 * said stays as built in. `sources` are the built-in rules with the team's own, so that both can be configured;
 * `bandFiles` are those that `bands` names.
 */
export function readConfig(
  path: string,
  text: string,
  sources: RuleSources,
  kinds: Readonly<Record<string, CheckKind>>,
  bandFiles: readonly TableFile[] = [],
): { config: TeamConfig; problems: Problem[] } {
  const { yaml, data, problems } = readShape(path, text);
  if (!data) return { config: NO_CONFIG, problems };
  const report: Report = (at, message, severity = 'error') => {
    problems.push({ path, place: yaml.place(at), message, severity });
  };
  const { lanes, collidesWith } = lanesOf(data.lanes ?? {});
  const levels = levelsOf(data.levels ?? {});
  const laneIds = [...sources.lanes, ...lanes].map((lane) => lane.id);
  const levelIds = [...sources.levels, ...levels].map((level) => level.id);
  for (const [lane, other] of Object.entries(collidesWith)) {
    if (laneIds.includes(other)) continue;
    report(['lanes', lane, 'collides-with'], `There is no lane “${other}”: ${writeInstead(other, laneIds)}.`);
    delete collidesWith[lane];
  }
  reportSenselessLanes({ lanes, levels }, { lanes: laneIds, levels: levelIds }, report);
  const table = isTable(data.bands) ? data.bands : {};
  dropUnknownBands(table, laneIds, levelIds, yaml, problems);
  const base = {
    currency: (data['bands-currency'] as string | undefined) ?? 'USD',
    period: 'year',
    source: (data['bands-source'] as string | undefined) ?? path,
    asOf: (data['bands-as-of'] as string | undefined) ?? 'undated',
  } as const;
  const sense = {
    plausible: sources.plausible,
    levels: overlay(sources.levels, levels),
    currencies: sources.currencies ?? [],
    others: data['built-in-bands'] === false ? [] : sources.bands,
  };
  dropSenselessBands(table, base, sense, report);
  const codes = [...sense.currencies.map(({ code }) => code), ...(sources.words['currency-codes'] ?? [])];
  const names = { lanes: laneIds, levels: levelIds, currencies: new Set(codes.map((code) => code.toUpperCase())) };
  const source = (data['bands-source'] as string | undefined) ?? '';
  const filed = readBandFiles(bandFiles, { ...base, source }, names, sense);
  problems.push(...filed.problems);
  const bands = [...bandsOf(table, base), ...filed.bands];
  checkAgeing(data['age-bands'], bands, report);
  dropSenselessFactors((data['geo-factors'] ?? {}) as Data, sources.plausible, report);
  dropOwnRate((data.rates ?? {}) as Record<string, number>, base.currency, report);
  dropSenselessGlobs(data, report);
  dropUnknownNames(data, 'fields', 'field', Object.keys(sources.fields), yaml, problems);
  checkPlaces(data.jurisdictions, sources, yaml, problems);
  const ids = sources.rules.map((rule) => rule.id);
  dropUnknownAudited(data.audit, ids, report);
  const config: TeamConfig = {
    rules: readRuleSettings((data.rules ?? {}) as Data, sources, kinds, yaml, problems),
    ...(typeof data['rules-folder'] === 'string' ? { rulesFolder: data['rules-folder'] } : {}),
    settings: { ...settingsOf(pick(data, SETTING_KEYS)), ...baselineOf(data.baseline) },
    ...waivableOf(data.waivable, ids, report),
    lanes,
    levels,
    collidesWith,
    bands,
    ...ageingOf(data['age-bands']),
    keepBands: data['built-in-bands'] !== false,
    geoFactors: geoOf(data['geo-factors']),
    rates: (data.rates ?? {}) as Record<string, number>,
    fields: (data.fields ?? {}) as Record<string, string[]>,
  };
  // From the top of the file down, whichever step found them.
  problems.sort(byPlace);
  return { config, problems };
}

const SETTING_KEYS = [
  'postings',
  'shared-folders',
  'ignore-files',
  'document-files',
  'fail-on',
  'fail-scope',
  'show-bands',
  'suggest-comp',
  'ignore-names',
  'jurisdictions',
  'employees',
  'audit',
];

/** The path of the baseline, without `./` before it. */
function baselineOf(value: unknown): Pick<TeamConfig['settings'], 'baseline'> {
  return typeof value === 'string' ? { baseline: value.replace(/^(?:\.\/)+/, '') } : {};
}

function pick(data: Data, keys: readonly string[]): Data {
  return Object.fromEntries(keys.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]));
}

/** The share a year that `4%` stands for. */
function ageingOf(value: unknown): Pick<TeamConfig, 'ageing'> {
  if (typeof value !== 'string') return {};
  const rate = Number.parseFloat(value.trim().replace(',', '.')) / 100;
  return rate > 0 ? { ageing: rate } : {};
}

/** A band without its day cannot be aged. */
function checkAgeing(value: unknown, bands: readonly Band[], report: Report): void {
  if (ageingOf(value).ageing === undefined) return;
  const undated = bands.find(({ asOf }) => asOf === 'undated');
  if (!undated) return;
  const message = `The band of ${undated.lane} ${undated.level} has no day to be aged from: set “bands-as-of”, or give the band its own “as-of”.`;
  report(['age-bands'], message);
}

function dropUnknownBands(
  table: Record<string, Data>,
  lanes: readonly string[],
  levels: readonly string[],
  yaml: YamlFile,
  problems: Problem[],
): void {
  const told: Problem[] = [];
  dropUnknownNames({ bands: table }, 'bands', 'lane', lanes, yaml, told);
  for (const lane of Object.keys(table)) {
    dropUnknownNames(table, lane, 'level', levels, yaml, told, ['bands']);
  }
  problems.push(...told.map(withoutFigures));
}

/** Takes entries out of a table whose names are unknown. */
function dropUnknownNames(
  data: Data,
  key: string,
  what: string,
  known: readonly string[],
  yaml: YamlFile,
  problems: Problem[],
  above: YamlPath = [],
): void {
  const table = data[key] as Data | undefined;
  for (const name of Object.keys(table ?? {})) {
    if (known.includes(name)) continue;
    const place = yaml.keyPlace([...above, key, name]);
    const message = `There is no ${what} “${name}”: ${writeInstead(name, known)}.`;
    problems.push({ path: yaml.path, place, message, severity: 'error' });
    delete table![name];
  }
}

/** A place without a pay law does no harm, but it may be a misspelt one. */
function checkPlaces(places: unknown, sources: RuleSources, yaml: YamlFile, problems: Problem[]): void {
  const known = sources.laws.map((law) => law.place);
  const names = new Set([...known, ...sources.laws.map((law) => law.id)].map((name) => name.toLowerCase()));
  ((places ?? []) as string[]).forEach((name, index) => {
    if (names.has(name.trim().toLowerCase())) return;
    const near = nearest(name, known);
    const message = `No pay law is known for “${name}”: ${near ? `write “${near}”` : 'see rules/pay-laws.yml for the places'}.`;
    const place = yaml.place(['jurisdictions', index]);
    problems.push({ path: yaml.path, place, message, severity: near ? 'error' : 'warning' });
  });
}

/** The audit lists findings of rules that there are. */
function dropUnknownAudited(audit: unknown, ids: readonly string[], report: Report): void {
  for (const key of ['pay-rules', 'time-rules']) {
    const list = (audit as Data | undefined)?.[key];
    if (Array.isArray(list)) (audit as Data)[key] = knownRules(list, ids, ['audit', key], report);
  }
}

/** The ids of a list that are rules; the others are reported. */
function knownRules(list: readonly string[], ids: readonly string[], at: YamlPath, report: Report): readonly string[] {
  return list.filter((id, index) => {
    if (ids.includes(id)) return true;
    report([...at, index], `There is no rule “${id}”: ${writeRule(id, ids)}.`);
    return false;
  });
}

function waivableOf(value: unknown, ids: readonly string[], report: Report): Pick<TeamConfig, 'waivable'> {
  if (value === undefined) return {};
  if (!Array.isArray(value)) return { waivable: value as 'all' | 'none' };
  return { waivable: knownRules(value, ids, ['waivable'], report) };
}
