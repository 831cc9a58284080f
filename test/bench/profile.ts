/**
 * Says where the time of a run goes: processor time by room of the sources, and the functions that take most of it.
 *
 *   node test/bench/varied.ts /tmp/postings 3000
 *   node test/bench/profile.ts /tmp/postings [--functions 20]
 *
 * The sources run as they are, without the bundle, so that each function keeps its name and place. Asserts nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  /** Node that was on top of the stack, sample by sample, and microseconds between samples. */
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const { values, positionals } = parseArgs({ options: { functions: { type: 'string' } }, allowPositionals: true });
const [folder = '.'] = positionals;
const root = fileURLToPath(new URL('../../', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'jd-review-profile-'));
const check = ['check', folder, '--format', 'json', '--all-rules', '--fail-on', 'never'];
const args = ['--cpu-prof', `--cpu-prof-dir=${out}`, join(root, 'src/cli.ts'), ...check];
const run = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
if (run.error) throw run.error;
// A thread of a large tree has a profile of its own.
const profiles = readdirSync(out).map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Profile);
rmSync(out, { recursive: true });

/** `src/words`, `node_modules/@lezer`, `(garbage collector)`, `node`. */
function roomOf(url: string, name: string): string {
  if (url === '') return name.startsWith('(') ? name : 'node';
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  if (!path.startsWith(root)) return 'node';
  return path.slice(root.length).split('/').slice(0, 2).join('/');
}

const rooms = new Map<string, number>();
const functions = new Map<string, number>();
let total = 0;
for (const { nodes, samples, timeDeltas } of profiles) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  for (const [at, id] of samples.entries()) {
    const { functionName, url, lineNumber } = frames.get(id)!;
    const room = roomOf(url, functionName);
    if (room === '(idle)') continue;
    const ms = (timeDeltas[at] ?? 0) / 1000;
    total += ms;
    rooms.set(room, (rooms.get(room) ?? 0) + ms);
    const place = `${functionName || '(anonymous)'} ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`;
    functions.set(place, (functions.get(place) ?? 0) + ms);
  }
}

const print = (title: string, times: ReadonlyMap<string, number>, most: number) => {
  console.log(`\n${title}`);
  for (const [name, ms] of [...times].sort((a, b) => b[1] - a[1]).slice(0, most)) {
    console.log(`${((100 * ms) / total).toFixed(1).padStart(6)} % ${ms.toFixed(0).padStart(7)} ms  ${name}`);
  }
};
print(`processor time by room, of ${(total / 1000).toFixed(1)} s`, rooms, 30);
print('by function', functions, Number(values.functions ?? 20));
