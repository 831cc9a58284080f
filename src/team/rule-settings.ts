/** The `rules:` part of a configuration: what a team says of single rules. */

import { writeInstead, writeRule } from '../nearest.ts';
import type { RuleSetting, RuleSource, RuleSources } from '../policy/model.ts';
import { phraseListsOf } from '../policy/options.ts';
import { phraseProblems } from '../rule-files/phrase-check.ts';
import { optionSchema, severity } from '../rule-files/schemas.ts';
import { shapeFaults } from '../strict-yaml/issues.ts';
import { renamedOption } from '../strict-yaml/renamed.ts';
import type { YamlFile, YamlPath } from '../strict-yaml/yaml.ts';
import type { CheckKind, OptionSpec } from '../types/check.ts';
import type { Problem, Severity } from '../types/place.ts';

/** Settings by rule id; faulty ones are reported and left out, option by option. */
export function readRuleSettings(
  data: Readonly<Record<string, unknown>>,
  sources: RuleSources,
  kinds: Readonly<Record<string, CheckKind>>,
  yaml: YamlFile,
  problems: Problem[],
): Record<string, RuleSetting> {
  const settings: Record<string, RuleSetting> = {};
  const byId = new Map(sources.rules.map((rule) => [rule.id, rule]));
  const terms = Object.keys(sources.terms);
  for (const [id, value] of Object.entries(data)) {
    const rule = byId.get(id);
    if (rule === undefined) {
      const message = `There is no rule “${id}”: ${writeRule(id, [...byId.keys()])}.`;
      problems.push({ path: yaml.path, place: yaml.keyPlace(['rules', id]), message, severity: 'error' });
    } else if (typeof value === 'boolean' || value === 'on' || value === 'off') {
      settings[id] = { on: value === true || value === 'on' };
    } else if (typeof value === 'string') {
      settings[id] = { severity: value as Severity };
    } else {
      settings[id] = detailed(rule, value as Record<string, unknown>, kinds, terms, yaml, problems);
    }
  }
  return settings;
}

function detailed(
  rule: RuleSource,
  value: Readonly<Record<string, unknown>>,
  kinds: Readonly<Record<string, CheckKind>>,
  terms: readonly string[],
  yaml: YamlFile,
  problems: Problem[],
): RuleSetting {
  const specs = optionsOf(rule, kinds);
  const setting: { -readonly [Key in keyof RuleSetting]: RuleSetting[Key] } = {};
  const options: Record<string, unknown> = {};
  const report = (at: YamlPath, message: string, key = false) => {
    const place = key ? yaml.keyPlace(at) : yaml.place(at);
    problems.push({ path: yaml.path, place, message, severity: 'error' });
  };
  for (const [key, part] of Object.entries(value)) {
    const at = ['rules', rule.id, key];
    const spec = specs.get(key);
    if (key === 'on' || key === 'waivable') {
      if (typeof part === 'boolean') setting[key] = part;
      else report(at, `“${key}” is no true or false: write true or false.`);
    } else if (key === 'severity') {
      const { faults, data } = shapeFaults(severity, part, yaml, at);
      if (faults.length === 0) setting.severity = data as Severity;
      problems.push(...faults.map((fault) => fault.problem));
    } else if (spec === undefined) {
      const renamed = rule.checks.map((check) => renamedOption(kinds[check.kind], key)).find((each) => each);
      const known = ['on', 'severity', 'waivable', ...specs.keys()].filter((each) => !(each in value));
      report(at, renamed ?? `The rule ${rule.id} has no option “${key}”: ${writeInstead(key, known)}.`, true);
    } else {
      const { faults } = shapeFaults(optionSchema(spec), part, yaml, at);
      const found = faults.map((fault) => fault.problem);
      if (found.length === 0) {
        for (const { path, phrases } of phraseListsOf(spec.type, part)) {
          found.push(...phraseProblems(phrases, [...at, ...path], yaml, { terms }));
        }
      }
      if (found.length === 0) options[key] = part;
      problems.push(...found);
    }
  }
  if (Object.keys(options).length > 0) setting.options = options;
  return setting;
}

/** Options of all checks of a rule by name. */
function optionsOf(rule: RuleSource, kinds: Readonly<Record<string, CheckKind>>): Map<string, OptionSpec> {
  const specs = new Map<string, OptionSpec>();
  for (const check of rule.checks) {
    for (const [name, spec] of Object.entries(kinds[check.kind]?.options ?? {})) {
      if (!specs.has(name)) specs.set(name, spec);
    }
  }
  return specs;
}
