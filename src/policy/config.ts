/** A team's configuration file → settings laid over the built-in ones; strict, with places. */

import type { CheckKind } from '../types/check.ts';
import type { Problem, Severity } from '../types/place.ts';
import { dropSenselessBands, dropSenselessFactors, withoutFigures, withoutNumbers } from './band-sense.ts';
import { overlay } from './compile.ts';
import { CONFIG_SHAPES, DEPTHS } from './config-schema.ts';
import { dropSenselessGlobs } from './glob-sense.ts';
import { byPlace, shapeFaults } from './issues.ts';
import { dropOwnRate, reportSenselessLanes } from './lane-sense.ts';
import { NO_CONFIG, type RuleSources, type TeamConfig } from './model.ts';
import { nearest, writeInstead, writeRule } from './nearest.ts';
import { readRuleSettings } from './rule-settings.ts';
import { bandsOf, geoOf, lanesOf, levelsOf, settingsOf } from './tables.ts';
import { kebabKeys, readYaml, type YamlFile, type YamlPath } from './yaml.ts';

type Data = Record<string, unknown>;
type Report = (path: YamlPath, message: string, severity?: Severity) => void;

/**
 * Reads a team's configuration. What is faulty is reported as an error and left out; all else holds, and what is not
 * said stays as built in. `sources` are the built-in rules with the team's own, so that both can be configured.
 */
export function readConfig(
  path: string,
  text: string,
  sources: RuleSources,
  kinds: Readonly<Record<string, CheckKind>>,
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
  dropUnknownBands(data, laneIds, levelIds, yaml, problems);
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
  dropSenselessBands((data.bands ?? {}) as Record<string, Data>, base, sense, report);
  dropSenselessFactors((data['geo-factors'] ?? {}) as Data, sources.plausible, report);
  dropOwnRate((data.rates ?? {}) as Record<string, number>, base.currency, report);
  dropSenselessGlobs(data, report);
  dropUnknownNames(data, 'fields', 'field', Object.keys(sources.fields), yaml, problems);
  checkPlaces(data.jurisdictions, sources, yaml, problems);
  const ids = sources.rules.map((rule) => rule.id);
  const config: TeamConfig = {
    rules: readRuleSettings((data.rules ?? {}) as Data, sources, kinds, yaml, problems),
    ...(typeof data['rules-folder'] === 'string' ? { rulesFolder: data['rules-folder'] } : {}),
    settings: settingsOf(pick(data, SETTING_KEYS)),
    ...waivableOf(data.waivable, ids, report),
    lanes,
    levels,
    collidesWith,
    bands: bandsOf(data.bands ?? {}, base),
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
];

function pick(data: Data, keys: readonly string[]): Data {
  return Object.fromEntries(keys.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]));
}

/** The part of a configuration that has the right shape, whatever the names in it stand for; none where it is no table. */
export function readShape(path: string, text: string): { yaml: YamlFile; data?: Data; problems: Problem[] } {
  const yaml = readYaml(path, text);
  const problems: Problem[] = yaml.problems.map(withoutNumbers);
  if (problems.length > 0 || yaml.value === null || yaml.value === undefined) return { yaml, problems };
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    const message = 'The file holds no settings: write keys with values, such as “fail-on: warning”.';
    return { yaml, problems: [{ path, place: yaml.place([]), message, severity: 'error' }] };
  }
  return { yaml, data: shapedPart(yaml, problems), problems };
}

/** The keys that have the right shape; within lists and tables the entries that have. */
function shapedPart(yaml: YamlFile, problems: Problem[]): Data {
  const data: Data = {};
  const known = Object.keys(CONFIG_SHAPES);
  for (const [written, value] of Object.entries(yaml.value as Data)) {
    const key = Object.hasOwn(CONFIG_SHAPES, written) ? written : written.replaceAll('_', '-');
    const schema = Object.hasOwn(CONFIG_SHAPES, key) ? CONFIG_SHAPES[key as keyof typeof CONFIG_SHAPES] : undefined;
    if (schema === undefined) {
      const unused = known.filter((each) => !Object.hasOwn(yaml.value as Data, each));
      const message = `There is no setting “${written}”: ${writeInstead(written, unused)}.`;
      problems.push({ path: yaml.path, place: yaml.keyPlace([written]), message, severity: 'error' });
      continue;
    }
    const plain = TABLES.includes(key) ? kebabKeys(value) : value;
    const { faults, data: whole } = shapeFaults(schema, plain, yaml, [key]);
    if (faults.length === 0) {
      data[key] = whole;
      continue;
    }
    const told = faults.map((fault) => fault.problem);
    problems.push(...(key === 'bands' ? told.map(withoutFigures) : told));
    const depth = DEPTHS[key] ?? 1;
    const part = without(
      plain,
      faults.map((fault) => fault.path.slice(1, depth)),
    );
    const rest = part === undefined ? undefined : shapeFaults(schema, part, yaml, [key]);
    if (rest?.faults.length === 0 && !(Array.isArray(rest.data) && rest.data.length === 0)) data[key] = rest.data;
  }
  return data;
}

/** Settings whose own keys may be written with `_` too. */
const TABLES = ['lanes', 'levels', 'bands'];

/** A value without the parts at these paths; undefined where a path is the value itself. */
function without(value: unknown, paths: readonly YamlPath[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const further = paths.filter((path) => String(path[0]) === key).map((path) => path.slice(1));
    const rest = further.length === 0 ? inner : without(inner, further);
    return rest === undefined ? [] : [[key, rest]];
  });
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}

function dropUnknownBands(
  data: Data,
  lanes: readonly string[],
  levels: readonly string[],
  yaml: YamlFile,
  problems: Problem[],
): void {
  const told: Problem[] = [];
  dropUnknownNames(data, 'bands', 'lane', lanes, yaml, told);
  const table = (data.bands ?? {}) as Record<string, Data>;
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

function waivableOf(value: unknown, ids: readonly string[], report: Report): Pick<TeamConfig, 'waivable'> {
  if (value === undefined) return {};
  if (!Array.isArray(value)) return { waivable: value as 'all' | 'none' };
  const kept = value.filter((id, index) => {
    if (ids.includes(id)) return true;
    report(['waivable', index], `There is no rule “${id}”: ${writeRule(id, ids)}.`);
    return false;
  });
  return { waivable: kept };
}
