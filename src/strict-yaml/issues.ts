/** Faults of shape → problems for people: what, where, what to write. */
import { z } from 'zod';
import { writeInstead } from '../nearest.ts';
import type { Problem } from '../types/place.ts';
import type { YamlFile, YamlPath } from './yaml.ts';

/** A part of a JSON Schema, as far as messages need it. */
interface Shape {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape | boolean;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

/** A fault of shape and the path of the value that has it. */
export interface ShapeFault {
  readonly path: YamlPath;
  readonly problem: Problem;
}

/**
 * Checks a value of a YAML file against a schema. The faults come in order of place; none means that the value has the
 * schema's shape. `at` is the value's path in the file.
 */
export function shapeFaults(
  schema: z.ZodType,
  value: unknown,
  yaml: YamlFile,
  at: YamlPath = [],
): { faults: ShapeFault[]; data?: unknown } {
  const result = schema.safeParse(value);
  if (result.success) return { faults: [], data: result.data };
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Shape;
  const faults = result.error.issues.flatMap((issue) => word(issue, value, [], shape, yaml, at));
  faults.sort((a, b) => byPlace(a.problem, b.problem));
  return { faults };
}

/** Order of problems from the top of a file down. */
export function byPlace({ place: one }: Problem, { place: other }: Problem): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}

type Issue = z.core.$ZodIssue;

function word(issue: Issue, root: unknown, prefix: YamlPath, top: Shape, yaml: YamlFile, at: YamlPath): ShapeFault[] {
  const path = [...prefix, ...issue.path] as YamlPath;
  const value = valueAt(root, path);
  const shape = shapeAt(top, root, path);
  const name = nameOf([...at, ...path]);
  const example = exampleOf(shape);
  const fault = (message: string, place = yaml.place([...at, ...path])): ShapeFault[] => [
    { path: [...at, ...path], problem: { path: yaml.path, place, message, severity: 'error' } },
  ];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = Object.keys(shape?.properties ?? {});
      const unused = known.filter((key) => !(key in (value as object)));
      return issue.keys.flatMap((key) => {
        const full = [...at, ...path, key];
        const message = `There is no key “${key}” here: ${writeInstead(key, unused)}.`;
        return [
          { path: full, problem: { path: yaml.path, place: yaml.keyPlace(full), message, severity: 'error' as const } },
        ];
      });
    }
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_format':
    case 'too_small':
      if (value === undefined) return fault(`${missing(name, shape)}${example}.`);
      if (issue.code === 'invalid_value') {
        return fault(
          `${name} is ${shown(value)}: ${writeInstead(spelt(value), issue.values.map(String))}${orExample(shape)}.`,
        );
      }
      if (issue.code === 'too_small') return fault(`${tooSmall(name, value, issue)}${example}.`);
      if (issue.code === 'invalid_format') return fault(`${name} is ${shown(value)}: write ${formOf(issue.pattern)}.`);
      return fault(`${name} is ${typeOf(value)}: write ${TYPES[issue.expected] ?? issue.expected}${example}.`);
    case 'too_big':
      if (Array.isArray(value)) return fault(`${name} has too many entries: write ${issue.maximum}${example}.`);
      return fault(`${name} is too large: write a number of ${issue.maximum} or less.`);
    case 'custom':
      return fault(`${name} is ${shown(value)}: ${issue.message}.`);
    case 'invalid_key': {
      const [first] = issue.issues;
      const cure =
        first?.code === 'custom' ? first.message : `write ${formOf((first as { pattern?: string }).pattern)}`;
      return fault(`The name “${String(path.at(-1))}” cannot stand here: ${cure}.`, yaml.keyPlace([...at, ...path]));
    }
    case 'invalid_union': {
      const options = 'options' in issue ? (issue.options as unknown[]).map(String) : undefined;
      if (value === undefined && options) return fault(`${name} is missing: ${writeInstead('', options)}.`);
      if (value === undefined) return fault(`${missing(name, shape)}${example}.`);
      if (options) return fault(`${name} is ${shown(value)}: ${writeInstead(spelt(value), options)}.`);
      // The alternative that fits the value's own form says best what is wrong.
      const inner = issue.errors.find((each) => each[0] && !isWrongForm(each[0], value));
      if (inner) return inner.flatMap((each) => word(each, root, path, top, yaml, at));
      const forms = issue.errors.flatMap((each) => (each[0] ? [formsOf(each[0])] : []));
      return fault(`${name} is ${typeOf(value)}: write ${[...new Set(forms)].join(' or ')}${example}.`);
    }
    default:
      return fault(`${name} cannot be used: ${lowerFirst(issue.message)}.`);
  }
}

/** Of a number its bound is told and not the number, which may be private. */
function tooSmall(name: string, value: unknown, { origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (Array.isArray(value) && value.length > 0) return `${name} has too few entries: write ${minimum}`;
  if (origin !== 'number' && origin !== 'int') return `${name} is empty: write at least ${minimum}`;
  return `${name} is too small: write a number ${inclusive ? `of ${minimum} or more` : `over ${minimum}`}`;
}

function missing(name: string, shape: Shape | undefined): string {
  const what = shape?.description?.replace(/\.$/, '');
  return `${name} is missing${what ? `: ${lowerFirst(what)}` : ''}`;
}

/** `, such as [150000, 195000]`, as it stands in YAML; empty where the schema has no example. */
function exampleOf(shape: Shape | undefined): string {
  const [first] = shape?.examples ?? [];
  return first === undefined ? '' : `, such as ${inYaml(first)}`;
}

/** The same of what may be a word or something longer: `, or a list such as [rule-id]`. */
function orExample(shape: Shape | undefined): string {
  const [first] = shape?.examples ?? [];
  return Array.isArray(first) ? `, or a list such as ${inYaml(first)}` : '';
}

function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inYaml(inner)}`)
    .join(', ')} }`;
}

function isWrongForm(issue: Issue, value: unknown): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof value === 'object');
}

function formsOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  return issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : 'another value';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'two numbers in brackets',
  object: 'keys with values',
  record: 'keys with values',
};

function typeOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of keys';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'no number to reckon with';
  return `“${String(value)}”`;
}

/** A value as someone may have misspelt it; none for lists and mappings. */
function spelt(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' && value.length <= 60 ? `“${value}”` : typeOf(value);
}

function formOf(pattern: string | undefined): string {
  if (pattern?.includes('\\d{4}')) return 'a day such as 2026-11-22';
  if (pattern?.includes('[A-Z]{3}')) return 'a currency code such as USD';
  if (pattern?.includes('csv'))
    return 'a .csv file of the repository, such as bands.csv; “jd-review bands import” makes one';
  if (pattern?.includes('json')) return 'a .json file of the repository, such as .github/jd-baseline.json';
  if (pattern?.includes('%')) return 'a share a year below 20%, such as 4%';
  return 'a folder of the repository, such as .github/jd-review';
}

function nameOf(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'string') return `“${last}”`;
  const list = path.findLast((step) => typeof step === 'string');
  return list === undefined ? `Entry ${last + 1}` : `Entry ${last + 1} of “${list}”`;
}

function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence[0]!.toLowerCase() + sentence.slice(1) : sentence;
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The part of a schema that a path leads to; of alternatives the one that fits the value. */
function shapeAt(top: Shape, root: unknown, path: YamlPath): Shape | undefined {
  let shape: Shape | undefined = top;
  let value = root;
  for (let index = 0; ; index++) {
    shape = fitting(shape, value);
    const step = path[index];
    if (step === undefined || shape === undefined) return shape;
    const further: Shape | boolean | undefined =
      typeof step === 'number'
        ? (shape.prefixItems?.[step] ?? shape.items)
        : (shape.properties?.[step] ?? shape.additionalProperties);
    shape = typeof further === 'object' ? further : undefined;
    value = valueAt(value, [step]);
  }
}

function fitting(shape: Shape | undefined, value: unknown): Shape | undefined {
  const options = shape?.anyOf ?? shape?.oneOf;
  if (!options) return shape;
  const inner = options.flatMap((each) => each.anyOf ?? each.oneOf ?? [each]);
  const form = Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value;
  const fits = inner.filter((each) => each.type === form);
  const byKind = fits.find((each) => each.properties?.kind?.const === (value as { kind?: unknown } | null)?.kind);
  const chosen = byKind ?? fits[0];
  if (chosen === undefined) return shape;
  const { description, examples } = shape ?? {};
  return { ...(description ? { description } : {}), ...(examples ? { examples } : {}), ...chosen };
}
