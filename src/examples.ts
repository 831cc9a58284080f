/** Examples of rules, run: what rules say of the postings that stand in their files as tests. */
import { compilePolicy } from './policy/compile.ts';
import type { RuleSources, TeamConfig } from './policy/model.ts';
import { readPosting } from './posting/read.ts';
import { reviewPosting } from './review.ts';
import { type Example, readExamples } from './rule-files/rule-examples.ts';
import type { Judged } from './tally.ts';
import { readConfig } from './team/config.ts';
import type { CheckKind } from './types/check.ts';
import type { Problem } from './types/place.ts';
import type { Policy } from './types/policy.ts';
import type { Finding } from './types/review.ts';
import { quote } from './wording.ts';

type Kinds = Readonly<Record<string, CheckKind>>;

/** What a policy makes of an example. */
export function judgeExample({ posting, today }: Pick<Example, 'posting' | 'today'>, policy: Policy): Judged {
  return reviewPosting(readPosting('example.md', posting, policy.vocabulary), policy, today);
}

/** Findings as `line:column message`, the form in which examples write them. */
export function says(findings: readonly Finding[]): string[] {
  return findings.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** A team's rules with the files that they stand in. */
export interface OwnRules {
  /** Built-in rules and the team's. */
  readonly sources: RuleSources;
  readonly config: TeamConfig;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Ids of the rules that are not the team's. */
  readonly builtin: ReadonlySet<string>;
  /** False keeps figures of bands out of the messages. */
  readonly showBands: boolean;
}

/** How a team's examples came out. */
export interface ExamplesRun {
  /** Examples that were run. */
  readonly count: number;
  /** Those that do not hold, each at its place. */
  readonly problems: readonly Problem[];
  /** Rules that have no examples. */
  readonly without: readonly string[];
}

/**
 * Runs the examples of a team's own rules: each rule as its file has it, on or off, in the team's lanes, words and bands;
 * an example with a configuration of its own has only that one.
 */
export function runExamples(own: OwnRules, kinds: Kinds): ExamplesRun {
  const ids = own.sources.rules.map(({ id }) => id).filter((id) => !own.builtin.has(id));
  const policies = policiesOf(own, ids, kinds);
  const problems: Problem[] = [];
  const without: string[] = [];
  let count = 0;
  for (const { path, text } of own.files) {
    const id = idOf(path);
    if (id === undefined || !ids.includes(id)) continue;
    const { flagged, clean } = readExamples(path, text);
    const all = [...flagged, ...clean];
    if (all.length === 0) without.push(id);
    for (const example of all) {
      const policy = policies(id, example);
      const place = example.place ? { place: example.place } : {};
      const fault = typeof policy === 'string' ? policy : mismatch(example, says(findingsOf(example, policy)));
      count++;
      if (fault === undefined) continue;
      const message = `The example “${quote(example.name)}” does not hold: ${fault}`;
      problems.push({ path, ...place, message, severity: 'error' });
    }
  }
  return { count, problems, without };
}

/** The id of the rule that a file holds; vocabularies hold none. */
function idOf(path: string): string | undefined {
  const [folder, name] = path.split('/').slice(-2);
  return folder === 'terms' ? undefined : (name ?? folder)?.replace(/\.ya?ml$/, '');
}

function findingsOf(example: Example, policy: Policy): readonly Finding[] {
  return judgeExample(example, policy).review.findings;
}

/** The policy of one rule alone for an example, or why there is none. */
function policiesOf({ sources, config, showBands }: OwnRules, ids: readonly string[], kinds: Kinds) {
  const compile = (team: TeamConfig): Policy => {
    const settings = showBands ? team.settings : { ...team.settings, showBands: false };
    return compilePolicy(sources, { ...team, settings }, kinds, { only: ids }).policy;
  };
  // What the team sets of single rules changes what they say; the examples hold for the rules as they stand.
  const team = { ...config, rules: {} };
  const known = new Map<string, Policy | string>();
  const read = (text: string): Policy | string => {
    const { config: own, problems } = readConfig('config', text, sources, kinds);
    const fault = problems.find(({ severity }) => severity === 'error');
    return fault ? `its “config” has a fault: ${fault.message}` : compile(own);
  };
  return (id: string, { config: text }: Example): Policy | string => {
    const key = text ?? '';
    let policy = known.get(key);
    policy ??= text === undefined ? compile(team) : read(text);
    known.set(key, policy);
    return typeof policy === 'string' ? policy : { ...policy, rules: policy.rules.filter((rule) => rule.id === id) };
  };
}

/** Lines of a message that are told of each side. */
const TOLD = 3;

/** What was expected and what came, where they differ. */
function mismatch({ says: expected }: Example, came: readonly string[]): string | undefined {
  if (expected.length === came.length && expected.every((line, at) => line === came[at])) return undefined;
  const missing = expected.filter((line) => !came.includes(line));
  const extra = came.filter((line) => !expected.includes(line));
  const differ = missing.length + extra.length > 0;
  return `expected ${listed(differ ? missing : expected)}; came ${listed(differ ? extra : came)}. Mend the rule, or write the example as it is meant.`;
}

function listed(lines: readonly string[]): string {
  if (lines.length === 0) return 'nothing';
  const more = lines.length > TOLD ? ` and ${lines.length - TOLD} more` : '';
  return `${lines
    .slice(0, TOLD)
    .map((line) => quote(line))
    .join(' and ')}${more}`;
}
