import { expect } from 'vitest';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { judgeExample } from '../../src/examples.ts';
import { compilePolicy, precompile } from '../../src/policy/compile.ts';
import type { Example } from '../../src/rule-files/rule-examples.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import { readTeam } from '../../src/team/team.ts';
import type { Policy } from '../../src/types/policy.ts';
import type { Finding } from '../../src/types/review.ts';

export { says } from '../../src/examples.ts';

/** The files of rules/, what the loader reads from them, and what it finds wrong with them. */
export const files = yamlFiles(rulesFolder());
export const { sources, problems } = readSources(files, kinds);

const compiled = precompile(sources, kinds);
const shared = new Map<string, Policy>();

/** The policy with one rule on, or all of them, under a team's configuration. */
export function policyFor(rule: string | undefined, config?: string): Policy {
  const key = `${rule ?? 'all'}\0${config ?? ''}`;
  let policy = shared.get(key);
  if (policy === undefined) {
    const path = '.github/jd-review.yml';
    const team = readTeam(compiled, config === undefined ? {} : { config: { path, text: config } }, kinds);
    expect(team.problems).toEqual([]);
    const options = rule === undefined ? { all: true } : { only: [rule] };
    policy = compilePolicy(team.sources, team.config, kinds, options).policy;
    shared.set(key, policy);
  }
  return policy;
}

/** What one rule, or all of them, find in an example. */
export function findings(example: Pick<Example, 'posting' | 'today' | 'config'>, rule?: string): readonly Finding[] {
  const policy = policyFor(rule, example.config);
  const { review, problems: faults } = judgeExample(example, policy);
  expect(faults.filter((fault) => fault.message.includes('check'))).toEqual([]);
  return review.findings;
}

/** The rules among findings, each once. */
export const ids = (found: readonly Finding[]): string[] => [...new Set(found.map((finding) => finding.rule))];
