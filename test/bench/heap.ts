/**
 * Measures memory in one process: what reading and what judging a posting allocate, and how long each takes.
 *
 *   node --expose-gc --max-semi-space-size=256 test/bench/heap.ts [folder of postings] [folder of the sources, src/ by default]
 *
 * Prints means over all postings, first read once so that all is compiled; asserts nothing.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Posting } from '../../src/types/posting.ts';
import { writePostings } from './postings.ts';

const { gc } = globalThis;
if (!gc) throw new Error('Run node with --expose-gc --max-semi-space-size=256');
const [, , given, root = join(import.meta.dirname, '../../src')] = process.argv;
const load = (path: string) => import(resolve(root, path));
const { builtinSources } = await load('builtin.ts');
const { kinds } = await load('checks/index.ts');
const { compilePolicy, precompile } = await load('policy/compile.ts');
const { NO_CONFIG } = await load('policy/model.ts');
const { readPosting } = await load('posting/read.ts');
const { reviewPosting } = await load('review.ts');

const { sources } = await builtinSources(kinds);
const { policy } = compilePolicy(precompile(sources, kinds), NO_CONFIG, kinds);
const folder = given ?? mkdtempSync(join(tmpdir(), 'jd-review-heap-'));
if (given === undefined) writePostings(folder, 1000);
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
if (given === undefined) rmSync(folder, { recursive: true });

/** Postings between two collections: few enough for the young generation, so that nothing is collected in between. */
const BATCH = 20;

const read = (text: string): Posting => readPosting('jobs/a.md', text, policy.vocabulary);
const judge = (posting: Posting) => reviewPosting(posting, policy, '2026-11-30');
for (const text of texts) judge(read(text));

/** Bytes and milliseconds that a step takes over a batch; its results live until the next collection. */
function measured<In, Out>(inputs: readonly In[], step: (input: In) => Out): { out: Out[]; bytes: number; ms: number } {
  gc?.();
  const heap = process.memoryUsage().heapUsed;
  const start = performance.now();
  const out = inputs.map(step);
  return { out, ms: performance.now() - start, bytes: process.memoryUsage().heapUsed - heap };
}

const total = { read: { bytes: 0, ms: 0 }, judge: { bytes: 0, ms: 0 } };
for (let from = 0; from < texts.length; from += BATCH) {
  const reading = measured(texts.slice(from, from + BATCH), read);
  const judging = measured(reading.out, judge);
  for (const [name, { bytes, ms }] of [['read', reading] as const, ['judge', judging] as const]) {
    total[name].bytes += bytes;
    total[name].ms += ms;
  }
}
for (const [name, { bytes, ms }] of Object.entries(total)) {
  const kib = (bytes / 1024 / texts.length).toFixed(0);
  console.log(`${name.padEnd(6)} ${kib.padStart(6)} KiB ${(ms / texts.length).toFixed(3).padStart(8)} ms a posting`);
}
