import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { compilePolicy, precompile } from '../../src/policy/compile.ts';
import {
  type CheckSource,
  NO_CONFIG,
  type RuleSource,
  type RuleSources,
  type TeamConfig,
} from '../../src/policy/model.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import type { Policy } from '../../src/types/policy.ts';
import type { Posting } from '../../src/types/posting.ts';

const { sources: written } = readSources(yamlFiles(rulesFolder()), kinds);
const sources = precompile(written, kinds);

/** The built-in vocabularies and levels with checks of a test's own as the only rule. */
export function policyOf(...checks: CheckSource[]): Policy {
  return policyOfRules([{ checks }]);
}

/** Rules of a test's own in place of the built-in ones, and further sources. */
export function policyOfRules(
  rules: readonly Partial<RuleSource>[],
  config: Partial<TeamConfig> = {},
  more: Partial<RuleSources> = {},
): Policy {
  const whole = rules.map((rule) => ({ ...TRIED, ...rule }));
  const terms = more.terms && { ...written.terms, ...more.terms };
  const base = terms ? { ...written, ...more, terms } : { ...sources, ...more };
  return compilePolicy({ ...base, rules: whole }, { ...NO_CONFIG, ...config }, kinds).policy;
}

const TRIED: RuleSource = {
  id: 'tried',
  category: 'test',
  title: 'A rule of a test',
  why: '',
  fix: '',
  source: '',
  severity: 'warning',
  on: true,
  waivable: true,
  lanes: 'all',
  levels: 'all',
  checks: [],
  message: '{found}',
};

const policies = new Map<string, Policy>();

/** What a check finds in a posting: `severity message` in order of place. */
export function judge(check: CheckSource, text: string): string[] {
  const key = JSON.stringify(check);
  const policy = policies.get(key) ?? policyOf(check);
  policies.set(key, policy);
  const { review, problems } = reviewPosting(readPosting('posting.md', text, policy.vocabulary), policy, '2026-11-22');
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return review.findings.map((finding) => `${finding.severity} ${finding.message}`);
}

/** A small posting; each list is a section of its own. */
export function posting(parts: {
  lane?: string;
  level?: string;
  title?: string;
  duties?: readonly string[];
  required?: readonly string[];
  preferred?: readonly string[];
  rest?: string;
}): string {
  const list = (heading: string, items: readonly string[] | undefined) =>
    items === undefined
      ? ''
      : `\n## ${heading}\n\n${items.map((item) => `${item.startsWith('  ') ? '' : '- '}${item}`).join('\n')}\n`;
  return (
    `---\nlane: ${parts.lane ?? 'applied'}\nlevel: ${parts.level ?? 'mid'}\n---\n# ${parts.title ?? 'ML Engineer, Kilns'}\n` +
    list('Responsibilities', parts.duties) +
    list('Requirements', parts.required) +
    list('Nice to have', parts.preferred) +
    (parts.rest ?? '')
  );
}

/** A posting as read with the built-in vocabulary. */
export function read(text: string, policy: Policy): Posting {
  return readPosting('posting.md', text, policy.vocabulary);
}
