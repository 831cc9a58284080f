import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFolder } from '../builtin.ts';
import { nearest } from '../nearest.ts';
import { plain } from '../render/plain.ts';
import { wrap } from '../render/wrap.ts';
import type { Example } from '../rule-files/rule-examples.ts';
import type { Rule } from '../types/policy.ts';
import { VERSION } from '../version.ts';
import { headerWaiver, waiverComment } from '../wording.ts';
import { EXIT, type Io, UsageError, widthOf } from './io.ts';
import { loadPolicy, type PolicyFlags } from './load.ts';
import { ruleJson, sourceOf } from './rules.ts';

export interface ExplainFlags extends PolicyFlags {
  readonly format?: 'human' | 'json';
}

/** `jd-review explain <rule-id>`: what a rule finds, why, how to mend it, and its examples. */
export async function explain(id: string, flags: ExplainFlags, io: Io): Promise<number> {
  const policy = await loadPolicy(flags, io);
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
  const { flagged, clean } = (await examplesOf(rule)) ?? NO_EXAMPLES;
  if (flags.format === 'json') {
    const told = { ...ruleJson(rule, policy, on), examples: { flagged, clean } };
    io.stdout.write(`${JSON.stringify({ version: VERSION, rule: told }, null, 2)}\n`);
    return EXIT.pass;
  }
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
        ? `Waive it with: ${waiverComment('', rule.id, '<reason>')}\nIn MDX with:   ${waiverComment('.mdx', rule.id, '<reason>')}\nIn the frontmatter, for the whole posting: ${headerWaiver(rule.id, '<reason>')}`
        : 'Policy does not let this rule be waived.',
    ].join('\n'),
    ...flagged.map(
      ({ name, posting, says }) =>
        `Flagged: ${name}\n${indent(posting)}\n${says.map((line) => `  → ${line}`).join('\n')}`,
    ),
    ...clean.map(({ name, posting }) => `Clean: ${name}\n${indent(posting)}`),
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

const NO_EXAMPLES = { flagged: [], clean: [] };

/** Examples of a built-in rule, from its file where that is at hand; the parsed rules do not carry them. */
async function examplesOf({ id, category }: Rule) {
  const file = join(rulesFolder(), category, `${id}.yml`);
  if (!existsSync(file)) return undefined;
  const { readExamples } = await import(/* webpackChunkName: "rare" */ '../rule-files/rule-examples.ts');
  const told = ({ name, posting, says }: Example) => ({ name, posting, says });
  const { flagged, clean } = readExamples(file, readFileSync(file, 'utf8'));
  return { flagged: flagged.map(told), clean: clean.map(told) };
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
