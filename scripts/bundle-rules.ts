/**
 * Writes the rules as the JSON that is read at run time: checked, phrases compiled, without examples.
 *
 *   node scripts/bundle-rules.ts dist/rules.json
 */
import { writeFileSync } from 'node:fs';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { precompile } from '../src/policy/compile.ts';
import { readSources } from '../src/rule-files/sources.ts';

const out = process.argv[2];
if (out === undefined) {
  console.error('Name the file to write: node scripts/bundle-rules.ts dist/rules.json');
  process.exit(2);
}
const { sources, problems } = readSources(yamlFiles(rulesFolder()), kinds);
for (const { path, place, message } of problems) {
  console.error(`${path}:${place?.line ?? 1}:${place?.column ?? 1} ${message}`);
}
if (problems.some((problem) => problem.severity === 'error')) process.exit(1);
// In ASCII: a text with other characters takes twice the memory and time to read.
const json = JSON.stringify(precompile(sources, kinds)).replace(
  /[^\0-\x7f]/g,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
writeFileSync(out, `${json}\n`);
