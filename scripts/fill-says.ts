/**
 * Fills the empty `says: []` of rule files with what the rule says of the example now, for its author to judge.
 *
 *   npm run says                    all rules
 *   npm run says -- phd-required    these rules
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { judgeExample, says } from '../src/examples.ts';
import { compilePolicy } from '../src/policy/compile.ts';
import { readExamples } from '../src/rule-files/rule-examples.ts';
import { readSources } from '../src/rule-files/sources.ts';
import { readTeam } from '../src/team/team.ts';

const { sources } = readSources(yamlFiles(rulesFolder()), kinds);
const wanted = process.argv.slice(2);

for (const { id, category } of sources.rules) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const path = join(rulesFolder(), category, `${id}.yml`);
  const text = readFileSync(path, 'utf8');
  const empty = readExamples(path, text).flagged.filter((example) => example.says.length === 0);
  let filled = text;
  for (const example of empty) {
    const config = example.config && { config: { path: 'config.yml', text: example.config } };
    const team = readTeam(sources, config || {}, kinds);
    const { policy } = compilePolicy(team.sources, team.config, kinds, { only: [id] });
    const found = judgeExample(example, policy).review.findings;
    if (found.length === 0) console.log(`${id}: says nothing of “${example.name}”`);
    const lines = says(found).map((line) => `- '${line.replaceAll("'", "''")}'`);
    filled = fill(filled, example.name, lines);
  }
  if (filled !== text) writeFileSync(path, filled);
}

/** Puts lines in place of the first `says: []` after an example's name. */
function fill(text: string, name: string, lines: readonly string[]): string {
  if (lines.length === 0) return text;
  const at = text.indexOf('says: []', text.indexOf(name));
  if (at < 0) return text;
  const indent = ' '.repeat(at - text.lastIndexOf('\n', at) - 1);
  return `${text.slice(0, at)}says:${lines.map((line) => `\n${indent}  ${line}`).join('')}${text.slice(at + 'says: []'.length)}`;
}
