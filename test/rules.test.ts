/** The examples of all rules, as tests: each flagged posting says exactly what is written, each clean one nothing. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../src/fixes.ts';
import { readExamples } from '../src/rule-files/rule-examples.ts';
import { files, findings, ids, problems, says, sources } from './support/examples.ts';

const rules = sources.rules.map((rule) => {
  const file = files.find(({ path }) => path === `rules/${rule.category}/${rule.id}.yml`)!;
  return { rule, ...readExamples(file.path, file.text) };
});

test('every file of rules/ can be used as it stands', () => {
  expect(problems.map(({ path, place, message }) => `${path}:${place?.line}:${place?.column} ${message}`)).toEqual([]);
});

test('a rule that is off says why', () => {
  for (const { id, on, limits } of sources.rules) if (!on) expect(limits, id).toMatch(/^Off: /);
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
