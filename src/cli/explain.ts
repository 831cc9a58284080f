import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFolder } from '../builtin.ts';
import { nearest } from '../policy/nearest.ts';
import { count, plain } from '../render/plain.ts';
import { hanging, wrap } from '../render/wrap.ts';
import type { Policy, Rule } from '../types/policy.ts';
import { VERSION } from '../version.ts';
import { waiverComment } from '../wording.ts';
import type { Flags } from './flags.ts';
import { EXIT, type Io, UsageError, widthOf } from './io.ts';
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
  if (flags.format === 'json') {
    io.stdout.write(`${JSON.stringify(rulesJson(policy, on), null, 2)}\n`);
    return EXIT.pass;
  }
  const columns = widthOf(io);
  const width = Math.max(0, ...policy.known.map((rule) => rule.id.length));
  const sections = categoriesOf(policy).map(([category, inCategory]) =>
    [
      category,
      ...inCategory.flatMap((rule) => {
        const lead = `  ${rule.id.padEnd(width)}  ${(on.has(rule.id) ? 'on' : 'off').padEnd(3)}  ${rule.severity.padEnd(7)}  `;
        return hanging(lead, plain(rule.title), columns);
      }),
    ].join('\n'),
  );
  const closing = `${count(policy.known.length, 'rule')}, ${on.size} on. “jd-review explain <rule-id>” tells more of one.`;
  sections.push(wrap(closing, columns).join('\n'));
  io.stdout.write(`${sections.join('\n\n')}\n`);
  return EXIT.pass;
}

/** All rules for programs. */
function rulesJson(policy: Policy, on: ReadonlySet<string>) {
  const rules = categoriesOf(policy).flatMap(([, inCategory]) =>
    inCategory.map((rule) => {
      const { id, category, title, severity, lanes, levels, waivable, why, fix, limits } = rule;
      const told = { id, category, title, on: on.has(id), severity, lanes, levels, waivable, why, fix };
      return { ...told, ...(limits === undefined ? {} : { limits }), source: sourceOf(rule, policy) };
    }),
  );
  return { version: VERSION, rules };
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
      `Source: ${sourceOf(rule, policy)}`,
      rule.waivable
        ? `Waive it with: ${waiverComment('', rule.id, '<reason>')}\nIn MDX with:   ${waiverComment('.mdx', rule.id, '<reason>')}`
        : 'Policy does not let this rule be waived.',
    ].join('\n'),
    ...(await examplesOf(rule)),
  ];
  const columns = widthOf(io);
  const shown = parts.map((part) =>
    part
      .split('\n')
      .flatMap((line) => fitted(plain(line), columns))
      .join('\n'),
  );
  io.stdout.write(`${shown.join('\n\n')}\n`);
  return EXIT.pass;
}

/** What a rule's source is called: a link, or what its short word stands for. */
function sourceOf({ source }: Rule, { vocabulary }: Policy): string {
  return vocabulary.words[`source-${source}`]?.[0] ?? source;
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

/** A line of an explanation; what is indented is a posting and stays as it is. */
function fitted(line: string, columns: number | undefined): string[] {
  return line.startsWith('    ') ? [line] : wrap(line, columns);
}
