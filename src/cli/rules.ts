import { count, plain } from '../render/plain.ts';
import { hanging, wrap } from '../render/wrap.ts';
import type { Policy, Rule } from '../types/policy.ts';
import { VERSION } from '../version.ts';
import { EXIT, type Io, UsageError, widthOf } from './io.ts';
import { loadPolicy, type PolicyFlags, problemText, testOwnRules } from './load.ts';

/** `jd-review rules --test`: runs the examples of the team's own rules, and says how many hold. */
export async function testRules(flags: PolicyFlags, io: Io): Promise<number> {
  const run = await testOwnRules(flags, io);
  if (!run) {
    io.stdout.write(
      'There are no rules of your own to test: “rules-folder” in .github/jd-review.yml names their folder.\n',
    );
    return EXIT.pass;
  }
  const { count: all, problems, without } = run;
  if (without.length > 0) io.stderr.write(`jd-review: no examples in ${plain(without.join(', '))}\n`);
  if (all === 0) {
    io.stdout.write(
      'Your rules folder holds no rule with examples, so nothing was tested; the rest of it reads well.\n',
    );
    return EXIT.pass;
  }
  const failed = problems.length;
  if (failed > 0)
    throw new UsageError(...problems.map(problemText), `${all - failed} of ${count(all, 'example')} hold`);
  io.stdout.write(`${all === 1 ? 'The 1 example holds' : `All ${all} examples hold`}.\n`);
  return EXIT.pass;
}

/** `jd-review rules`: all rules by category, with severity and whether they are on. */
export async function rules(flags: PolicyFlags & { readonly format?: 'human' | 'json' }, io: Io): Promise<number> {
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
    inCategory.map((rule) => ruleJson(rule, policy, on.has(rule.id))),
  );
  return { version: VERSION, rules };
}

/** A rule for programs. */
export function ruleJson(rule: Rule, policy: Policy, on: boolean) {
  const { id, category, title, severity, lanes, levels, waivable, why, fix, limits } = rule;
  const told = { id, category, title, on, severity, lanes, levels, waivable, why, fix };
  return { ...told, ...(limits === undefined ? {} : { limits }), source: sourceOf(rule, policy) };
}

function categoriesOf(policy: Policy): [string, Rule[]][] {
  const byCategory = new Map<string, Rule[]>();
  for (const rule of policy.known) byCategory.set(rule.category, [...(byCategory.get(rule.category) ?? []), rule]);
  for (const list of byCategory.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a rule's source is called: a link, or what its short word stands for. */
export function sourceOf({ source }: Rule, { vocabulary }: Policy): string {
  return vocabulary.words[`source-${source}`]?.[0] ?? source;
}
