/**
 * Holds the playground in Chromium against the built command line, on postings of one's own: their JSON must be alike to
 * the byte.
 *
 *   node scripts/compare-playground.ts <folder>...     each .md below the folders; needs Chromium on the PATH and dist/
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportIn, startPlayground, TODAY } from '../test/support/playground.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const found = process.argv
  .slice(2)
  .flatMap((folder) => globSync('**/*.md', { cwd: folder }).map((name) => join(folder, name)));
if (found.length === 0) {
  console.error('No posting is there. Name a folder that holds some: node scripts/compare-playground.ts <folder>...');
  process.exit(2);
}

const cwd = mkdtempSync(join(tmpdir(), 'jd-review-compare-'));
mkdirSync(join(cwd, 'jobs'));
const paths = found.map((file, index) => {
  const path = `jobs/${String(index).padStart(5, '0')}.md`;
  cpSync(file, join(cwd, path));
  return path;
});
const check = [cli, 'check', 'jobs', '--format', 'json', '--today', TODAY];
const { stdout: told } = spawnSync(process.execPath, check, { cwd, encoding: 'utf8', maxBuffer: 1e9 });
const playground = await startPlayground();
const { page } = await playground.open();
const files = paths.map((path) => ({ path, base64: readFileSync(join(cwd, path)).toString('base64') }));
const shown = await reportIn(page, files);
await playground.close();
rmSync(cwd, { recursive: true });

const same = shown === told;
console.log(`${found.length} files, ${Buffer.byteLength(told)} bytes of JSON: ${same ? 'alike' : 'they differ'}`);
if (!same) process.exitCode = 1;
