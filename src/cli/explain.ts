import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFolder } from '../builtin.ts';
import { nearest } from '../policy/nearest.ts';
import { count, plain } from '../render/plain.ts';
import type { Policy, Rule } from '../types/policy.ts';
import { waiverComment } from '../wording.ts';
import type { Flags } from './flags.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { loadPolicy, problemText, testOwnRules } from './load.ts';

/** `jd-review rules --test`: runs the examples of the team's own rules, and says how many hold. */
async function testRules(flags: Flags, io: Io): Promise<number> {
  const run = await testOwnRules(flags, io);
  if (!run) {
    io.stdout.write(
      'There are no rules of your own to test: “rules-folder” in .github/jd-review.yml names their folder.\n',
    );
    return EXIT.pass;
  }
  const { count: all, problems, without } = run;
  if (without.length > 0) io.stderr.write(`jd-review: no examples in ${plain(without.join(', '))}\n`);
  const failed = problems.length;
  if (failed > 0)
    throw new UsageError(...problems.map(problemText), `${all - failed} of ${count(all, 'example')} hold`);
  io.stdout.write(`${all === 1 ? 'The 1 example holds' : `All ${all} examples hold`}.\n`);
  return EXIT.pass;
}

/** `jd-review rules`: all rules by category, with severity and whether they are on. */
export async function rules(flags: Flags, io: Io): Promise<number> {
  if (flags.test) return testRules(flags, io);
  const policy = await loadPolicy(flags, io);
  const on = new Set(policy.rules.map((rule) => rule.id));
  const width = Math.max(0, ...policy.known.map((rule) => rule.id.length));
  const sections = categoriesOf(policy).map(([category, inCategory]) =>
    [
      category,
      ...inCategory.map(
        (rule) =>
          `  ${rule.id.padEnd(width)}  ${(on.has(rule.id) ? 'on' : 'off').padEnd(3)}  ${rule.severity.padEnd(7)}  ${plain(rule.title)}`,
      ),
    ].join('\n'),
  );
  sections.push(
    `${count(policy.known.length, 'rule')}, ${on.size} on. “jd-review explain <rule-id>” tells more of one.`,
  );
  io.stdout.write(`${sections.join('\n\n')}\n`);
  return EXIT.pass;
}

function categoriesOf(policy: Policy): [string, Rule[]][] {
  const byCategory = new Map<string, Rule[]>();
  for (const rule of policy.known) byCategory.set(rule.category, [...(byCategory.get(rule.category) ?? []), rule]);
  for (const list of byCategory.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `jd-review explain <rule-id>`: what a rule finds, why, how to mend it, and its examples. */
export async function explain(flags: Flags, io: Io): Promise<number> {
  const policy = await loadPolicy(flags, io);
  const id = flags.args[0]!;
  const rule = policy.known.find((each) => each.id === id);
  if (!rule) {
    const near = nearest(
      id,
      policy.known.map((each) => each.id),
    );
    throw new UsageError(
      `There is no rule “${id}”. ${near ? `Did you mean “${near}”? ` : ''}“jd-review rules” lists all.`,
    );
  }
  const on = policy.rules.some((each) => each.id === id);
  const list = (ids: 'all' | readonly string[]) => (ids === 'all' ? 'all' : ids.join(', '));
  const parts = [
    `${rule.id} (${rule.severity}, ${on ? 'on' : 'off'})\n${rule.title}`,
    `Why: ${rule.why}`,
    `Fix: ${rule.fix}`,
    ...(rule.limits === undefined ? [] : [`Limits: ${rule.limits}`]),
    [
      `Lanes: ${list(rule.lanes)}`,
      `Levels: ${list(rule.levels)}`,
      `Source: ${rule.source}`,
      rule.waivable
        ? `Waive it with: ${waiverComment('', rule.id, '<reason>')}\nIn MDX with:   ${waiverComment('.mdx', rule.id, '<reason>')}`
        : 'Policy does not let this rule be waived.',
    ].join('\n'),
    ...(await examplesOf(rule)),
  ];
  io.stdout.write(`${parts.map(plainLines).join('\n\n')}\n`);
  return EXIT.pass;
}

/** Examples of a built-in rule, from its file where that is at hand; the parsed rules do not carry them. */
async function examplesOf(rule: Rule): Promise<string[]> {
  const file = join(rulesFolder(), rule.category, `${rule.id}.yml`);
  if (!existsSync(file)) return [];
  const { readExamples } = await import(/* webpackChunkName: "rare" */ '../policy/rule-examples.ts');
  const { flagged, clean } = readExamples(file, readFileSync(file, 'utf8'));
  return [
    ...flagged.map(
      ({ name, posting, says }) =>
        `Flagged: ${name}\n${indent(posting)}\n${says.map((line) => `  → ${line}`).join('\n')}`,
    ),
    ...clean.map(({ name, posting }) => `Clean: ${name}\n${indent(posting)}`),
  ];
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}

function plainLines(text: string): string {
  return text.split('\n').map(plain).join('\n');
}
