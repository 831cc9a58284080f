/** The part of a configuration that has the right shape: one faulty entry costs the others nothing. */

import { writeInstead } from '../nearest.ts';
import { withoutFigures, withoutNumbers } from '../rule-files/band-sense.ts';
import { bandTableSchema } from '../rule-files/band-tables.ts';
import { shapeFaults } from '../strict-yaml/issues.ts';
import { kebabKeys, readYaml, type YamlFile, type YamlPath } from '../strict-yaml/yaml.ts';
import type { Problem } from '../types/place.ts';
import { bandFilesSchema, CONFIG_SHAPES, DEPTHS } from './config-schema.ts';

export type Data = Record<string, unknown>;

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
    // Of two forms only the one that is written makes a message of use.
    const shape = key !== 'bands' ? schema : isTable(value) ? bandTableSchema : bandFilesSchema;
    const plain = TABLES.includes(key) ? kebabKeys(value) : value;
    const { faults, data: whole } = shapeFaults(shape, plain, yaml, [key]);
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
    const rest = part === undefined ? undefined : shapeFaults(shape, part, yaml, [key]);
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

/** Whether bands stand in the configuration itself, and not in files that it names. */
export function isTable(bands: unknown): bands is Record<string, Data> {
  return typeof bands === 'object' && bands !== null && !Array.isArray(bands);
}
