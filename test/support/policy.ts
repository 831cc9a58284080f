import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kinds } from '../../src/checks/index.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import { NO_CONFIG, type TeamConfig } from '../../src/policy/model.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import type { Policy } from '../../src/types/policy.ts';

const TABLES = ['lanes', 'sections', 'fields', 'words', 'pay-words', 'settings', 'bands', 'terms/not'];

/** A policy of the built-in tables and of these rules alone, by id and YAML without examples. */
export function policyOf(rules: Readonly<Record<string, string>>, config: Partial<TeamConfig> = {}): Policy {
  const tables = TABLES.map((name) => ({
    path: `rules/${name}.yml`,
    text: readFileSync(fileURLToPath(new URL(`../../rules/${name}.yml`, import.meta.url)), 'utf8'),
  }));
  const files = Object.entries(rules).map(([id, text]) => ({ path: `rules/test/${id}.yml`, text: text + EXAMPLES }));
  const { sources, problems } = readSources([...tables, ...files], kinds);
  const wrong = problems.filter((problem) => problem.path.startsWith('rules/test/'));
  if (wrong.length) throw new Error(wrong.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
  return compilePolicy(sources, { ...NO_CONFIG, ...config }, kinds).policy;
}

/** The loader asks every rule for examples; these tests have their own. */
const EXAMPLES = `
examples:
  flagged:
    - { name: one, posting: x, says: ['1:1 x'] }
    - { name: two, posting: x, says: ['1:1 x'] }
  clean:
    - { name: one, posting: x }
    - { name: two, posting: x }
`;
