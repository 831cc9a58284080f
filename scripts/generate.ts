/**
 * Writes what follows from other files: `rules/README.md`, the JSON Schemas that editors check YAML by, and parts of the pages.
 *
 *   node scripts/generate.ts           writes them
 *   node scripts/generate.ts --check   exits 1 and names the files that are stale
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { readSources } from '../src/rule-files/sources.ts';
import { editorSchemas } from './editor-schemas.ts';
import { pages } from './pages.ts';
import { rulesReadme } from './rules-readme.ts';

const root = join(rulesFolder(), '..');
const files = yamlFiles(rulesFolder());
const { sources, problems } = readSources(files, kinds);
for (const { path, place, message } of problems) {
  console.error(`${path}:${place?.line ?? 1}:${place?.column ?? 1} ${message}`);
}
if (problems.length > 0) process.exit(1);

const wanted: Record<string, string> = {
  ...(await pages(root)),
  'rules/README.md': rulesReadme(sources, files, kinds),
  ...Object.fromEntries(
    Object.entries(editorSchemas(sources, kinds)).map(([name, schema]) => [
      `schemas/${name}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  ),
};

function isStale(path: string): boolean {
  try {
    return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n') !== wanted[path];
  } catch {
    return true;
  }
}

const stale = Object.keys(wanted).filter(isStale);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`Stale: ${stale.join(', ')}. Run «npm run generate» and commit them.`);
    process.exit(1);
  }
  console.log('Generated files are fresh.');
} else {
  mkdirSync(join(root, 'schemas'), { recursive: true });
  for (const path of stale) writeFileSync(join(root, path), wanted[path]!);
  console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Nothing to write.');
}
