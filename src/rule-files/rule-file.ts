/** One rule file → rule source: its shape, and what a shape cannot say. */

import type { z } from 'zod';
import { writeBraced, writeInstead } from '../nearest.ts';
import type { CheckSource, RuleSource } from '../policy/model.ts';
import { phraseListsOf } from '../policy/options.ts';
import { shapeFaults } from '../strict-yaml/issues.ts';
import { renamedOptions } from '../strict-yaml/renamed.ts';
import type { YamlFile, YamlPath } from '../strict-yaml/yaml.ts';
import type { CheckKind } from '../types/check.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { FixSpec } from '../types/policy.ts';
import { type PhraseNames, phraseProblems } from './phrase-check.ts';
import type { ruleSchema } from './schemas.ts';

/** What rules may name. */
export interface RuleNames extends PhraseNames {
  readonly kinds: Readonly<Record<string, CheckKind>>;
  readonly lanes: readonly string[];
  readonly levels: readonly string[];
  /** Path of the file that has a rule id already. */
  readonly ids: ReadonlyMap<string, string>;
  /** Every rule's id, those of files still to be read included. */
  readonly rules: readonly string[];
  /** Whether a rule that was read already yields to this one. */
  readonly yields: (id: string, to: string) => boolean;
  /** Examples are the tests of built-in rules; a team's own rules may go without. */
  readonly examplesRequired: boolean;
}

type RuleFile = z.infer<ReturnType<typeof ruleSchema>>;

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const PLACEHOLDER = /\{([^{}]*)\}/g;
const COMMON_VALUES = ['found', 'lane', 'level'];
const SAYS = /^[1-9]\d*:[1-9]\d* \S/;
const LEAST_EXAMPLES = 2;

/** Name of a file without its ending: the id of the rule in it. */
export function baseName(path: string): string {
  return path
    .split('/')
    .at(-1)!
    .replace(/\.ya?ml$/, '');
}

/** Reads a rule; none where its shape, a phrase or a name is wrong. Faults of its examples are reported and leave it in. */
export function readRule(
  yaml: YamlFile,
  schema: ReturnType<typeof ruleSchema>,
  names: RuleNames,
): { rule?: RuleSource; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (path: YamlPath, message: string, severity: Severity = 'error') => {
    problems.push({ path: yaml.path, place: yaml.place(path), message, severity });
  };
  const renamed = renamedOptions(yaml, names.kinds);
  if (renamed.length > 0) return { problems: renamed };
  const { faults, data } = shapeFaults(schema, yaml.value, yaml);
  if (faults.length > 0) return { problems: faults.map((fault) => fault.problem) };
  const file = data as RuleFile;
  const parts = yaml.path.split('/');
  const id = baseName(yaml.path);

  if (!ID.test(id)) {
    report([], `The file’s name is the rule’s id: name it in small letters with hyphens, such as ${slug(id)}.yml.`);
  }
  if (file.id !== undefined && file.id !== id) {
    report(['id'], `“id” is “${file.id}” and the file is named ${id}.yml: remove “id”, or rename the file.`);
  }
  const other = names.ids.get(id);
  if (other !== undefined) report([], `A rule “${id}” stands in ${other} already: rename this file.`);
  const many = Array.isArray(file.check);
  const checks = (many ? file.check : [file.check]) as readonly CheckSource[];
  checkAims(file, [], names, report);
  checks.forEach((check, index) => {
    const at: YamlPath = many ? ['check', index] : ['check'];
    checkAims(check, at, names, report);
    problems.push(...phraseFaults(check, at, yaml, names));
    checkMessages(file, check, at, names, report);
  });
  checkMend(file.mend, checks, names, report);
  file['yields-to']?.forEach((other, index) => {
    const at: YamlPath = ['yields-to', index];
    if (!names.rules.includes(other)) report(at, `There is no rule “${other}”: ${writeInstead(other, names.rules)}.`);
    else if (other === id) report(at, 'A rule cannot yield to itself: remove it here.');
    else if (names.yields(other, id)) report(at, `The rule ${other} yields to this one: let one of them speak.`);
  });
  const usable = problems.length === 0;
  checkExamples(file, names, report);
  if (!usable) return { problems };
  return {
    problems,
    rule: {
      id,
      category: parts.length > 2 ? parts.at(-2)! : 'own',
      title: file.title,
      why: file.why,
      fix: file.fix,
      ...(file.limits === undefined ? {} : { limits: file.limits }),
      source: file.source,
      severity: file.severity,
      on: file.on ?? true,
      waivable: file.waivable ?? true,
      lanes: file.lanes ?? 'all',
      levels: file.levels ?? 'all',
      ...(file['yields-to'] ? { yieldsTo: file['yields-to'] } : {}),
      ...(file.language ? { language: file.language } : {}),
      ...(file.trade ? { trade: file.trade } : {}),
      ...(file.pages ? { pages: true } : {}),
      checks,
      message: file.message ?? '',
      ...(file.mend ? { mend: file.mend } : {}),
      ...(file.certain ? { certain: true } : {}),
    },
  };
}

type Report = (path: YamlPath, message: string, severity?: Severity) => void;

function slug(id: string): string {
  const plain = id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return plain === '' ? 'my-rule' : plain;
}

function checkAims(
  part: { readonly lanes?: 'all' | readonly string[]; readonly levels?: 'all' | readonly string[] },
  at: YamlPath,
  names: RuleNames,
  report: Report,
): void {
  for (const [key, known] of [
    ['lanes', names.lanes],
    ['levels', names.levels],
  ] as const) {
    const listed = part[key];
    if (listed === undefined || listed === 'all') continue;
    listed.forEach((id, index) => {
      if (known.includes(id)) return;
      report([...at, key, index], `There is no ${key.slice(0, -1)} “${id}”: ${writeInstead(id, known)}.`);
    });
  }
}

/** Faults in the phrases of a check's options. */
function phraseFaults(check: CheckSource, at: YamlPath, yaml: YamlFile, names: RuleNames): Problem[] {
  const problems: Problem[] = [];
  for (const [option, spec] of Object.entries(names.kinds[check.kind]?.options ?? {})) {
    const value = check[option];
    if (value === undefined) continue;
    for (const { path, phrases } of phraseListsOf(spec.type, value)) {
      problems.push(...phraseProblems(phrases, [...at, option, ...path], yaml, names));
    }
  }
  return problems;
}

function checkMessages(file: RuleFile, check: CheckSource, at: YamlPath, names: RuleNames, report: Report): void {
  const known = [...COMMON_VALUES, ...(names.kinds[check.kind]?.values ?? [])];
  const message = check.message ?? file.message;
  if (message === undefined) {
    report(at, '“message” is missing: write what a finding says, in the rule or in each check.');
    return;
  }
  const path = check.message === undefined ? ['message'] : [...at, 'message'];
  for (const [, name] of message.matchAll(PLACEHOLDER)) {
    if (known.includes(name!)) continue;
    report(path, `{${name}} has no value in a check of kind ${check.kind}: ${writeBraced(name!, known)}.`);
  }
}

function checkMend(mend: FixSpec | undefined, checks: readonly CheckSource[], names: RuleNames, report: Report): void {
  if (mend === undefined) return;
  if (Object.keys(mend).length !== 1) {
    report(['mend'], '“mend” holds one of “replace”, “words” and “remove”: write one of them.');
  }
  const known = [...COMMON_VALUES, ...checks.flatMap((check) => names.kinds[check.kind]?.values ?? [])];
  const texts: [YamlPath, string][] = Object.entries(mend.words ?? {}).map(([key, text]) => [
    ['mend', 'words', key],
    text,
  ]);
  if (mend.replace !== undefined) texts.push([['mend', 'replace'], mend.replace]);
  for (const [path, text] of texts) {
    for (const [, name] of text.matchAll(PLACEHOLDER)) {
      if (!known.includes(name!)) report(path, `{${name}} has no value here: ${writeBraced(name!, known)}.`);
    }
  }
}

function checkExamples(file: RuleFile, names: RuleNames, report: Report): void {
  const { examples } = file;
  if (examples === undefined) {
    if (names.examplesRequired) report([], '“examples” is missing: write two flagged and two clean postings.');
    return;
  }
  examples.flagged.forEach((example, index) => {
    const at = ['examples', 'flagged', index, 'says'];
    if (example.says.length === 0) report(at, '“says” is empty: write the findings that the posting gets.');
    example.says.forEach((line, number) => {
      if (SAYS.test(line)) return;
      report([...at, number], 'A finding is written “line:column message”: begin with its place, such as 3:1.');
    });
  });
  if (!names.examplesRequired) return;
  for (const key of ['flagged', 'clean'] as const) {
    const count = examples[key].length;
    if (count >= LEAST_EXAMPLES) continue;
    report(
      ['examples', key],
      `There ${count === 1 ? 'is 1 example' : 'are no examples'} under “${key}”: write at least two.`,
    );
  }
}
