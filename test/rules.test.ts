/** The examples of all rules, as tests: each flagged posting says exactly what is written, each clean one nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { applyEdits } from '../src/fixes.ts';
import { compilePolicy, precompile } from '../src/policy/compile.ts';
import { type Example, readExamples } from '../src/policy/examples.ts';
import { readSources } from '../src/policy/sources.ts';
import { readTeam } from '../src/policy/team.ts';
import { readPosting } from '../src/posting/read.ts';
import { reviewPosting } from '../src/review.ts';
import type { Finding, Policy } from '../src/types.ts';

const files = yamlFiles(rulesFolder());
const { sources, problems } = readSources(files, kinds);
const compiled = precompile(sources, kinds);
const shared = new Map<string, Policy>();

/** The policy with one rule on, or all of them, under a team's configuration. */
function policyFor(rule: string | undefined, config?: string): Policy {
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

function findings(example: Pick<Example, 'posting' | 'today' | 'config'>, rule?: string): readonly Finding[] {
  const policy = policyFor(rule, example.config);
  const posting = readPosting('example.md', example.posting, policy.vocabulary);
  const { review, problems: faults } = reviewPosting(posting, policy, example.today);
  expect(faults.filter((fault) => fault.message.includes('check'))).toEqual([]);
  return review.findings;
}

const says = (found: readonly Finding[]): string[] =>
  found.map((finding) => `${finding.line}:${finding.column} ${finding.message}`);

const rules = sources.rules.map((rule) => {
  const file = files.find(({ path }) => path === `rules/${rule.category}/${rule.id}.yml`)!;
  return { rule, ...readExamples(file.path, file.text) };
});

test('every file of rules/ can be used as it stands', () => {
  expect(problems.map(({ path, place, message }) => `${path}:${place?.line}:${place?.column} ${message}`)).toEqual([]);
});

for (const { rule, flagged, clean } of rules) {
  describe(rule.id, () => {
    for (const example of flagged) {
      test(`flags ${example.name}`, () => {
        expect(says(findings(example, rule.id))).toEqual(example.says);
      });
    }
    for (const example of clean) {
      test(`leaves alone ${example.name}`, () => {
        expect(says(findings(example, rule.id))).toEqual([]);
      });
    }
    test('its fixes remove their finding and add none', () => {
      for (const example of flagged) {
        const before = findings(example, rule.id);
        const others = ids(findings(example));
        for (const finding of before) {
          if (!finding.edits?.length) continue;
          const mended = { ...example, posting: applyEdits(example.posting, finding.edits) };
          expect(findings(mended, rule.id).length, mended.posting).toBeLessThan(before.length);
          expect(
            ids(findings(mended)).filter((id) => !others.includes(id)),
            mended.posting,
          ).toEqual([]);
        }
      }
    });
  });
}

function ids(found: readonly Finding[]): string[] {
  return [...new Set(found.map((finding) => finding.rule))];
}

test('what every rule says of the clean examples of the others', async () => {
  const examples = rules.flatMap(({ rule, clean }) =>
    clean.map((example) => ({ title: `${rule.id}: ${example.name}`, found: findings(example) })),
  );
  // Examples are parts of postings, so what they lack says nothing: rules that most of them miss stand in one line.
  const count = (id: string) => examples.filter(({ found }) => ids(found).includes(id)).length;
  const usual = sources.rules.map((rule) => rule.id).filter((id) => count(id) > examples.length / 3);
  const lines = [`Said of many, as they are parts of postings: ${usual.join(', ')}`];
  for (const { title, found } of examples) {
    const rest = found.filter((finding) => !usual.includes(finding.rule));
    if (rest.length === 0) continue;
    lines.push(title, ...rest.map(({ line, column, rule, found: words }) => `  ${line}:${column} ${rule}: ${words}`));
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('rules.clean-examples.snap.txt');
});

const postings = new URL('./postings/', import.meta.url);
if (existsSync(postings)) {
  test('what every rule says of the whole postings', async () => {
    const lines: string[] = [];
    for (const name of readdirSync(postings)
      .filter((each) => each.endsWith('.md'))
      .sort()) {
      lines.push(name);
      const posting = readFileSync(new URL(name, postings), 'utf8');
      for (const finding of findings({ posting, today: '2026-11-22' })) {
        lines.push(`  ${finding.line}:${finding.column} ${finding.severity} ${finding.rule}: ${finding.message}`);
      }
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('rules.postings.snap.txt');
  });
}
