import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Batch, judgeInThreads, WORTH_THREADS } from '../../src/cli/threads.ts';
import { folderOf, run } from '../support/run.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Postings that differ in pay, years and lane; every fortieth cannot be read. */
function postings(count: number): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  for (let at = 0; at < count; at++) {
    const lane = ['applied', 'llm', 'research', 'aplied'][at % 4];
    const text = `---\nlane: ${lane}\nlevel: senior\ncomp: ${150 + (at % 90)}k-${200 + (at % 90)}k\n---\n# ML Engineer ${at}\n\n- ${at % 12}+ years of experience\n`;
    files[`jobs/${String(at).padStart(5, '0')}.md`] =
      at % 40 === 7 ? new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0]) : text;
  }
  return files;
}

function started(cwd: string, argv: readonly string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...argv], { cwd, env: {}, maxBuffer: 2 ** 28 }, (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });
}

async function batchesOf(cwd: string, count: number, script = PROGRAM): Promise<Batch[]> {
  const inputs = Array.from({ length: count }, (_, at) => {
    const path = `jobs/${String(at).padStart(5, '0')}.md`;
    return { path, file: join(cwd, path), read: () => Promise.reject(new Error('the threads read by themselves')) };
  });
  const job = {
    flags: { format: 'json', today: '2026-11-22' },
    cwd,
    env: {},
    isTTY: false,
    columns: undefined,
    moves: new Map(),
    links: false,
  } as const;
  const batches: Batch[] = [];
  for await (const batch of judgeInThreads(inputs, job, script)) batches.push(batch);
  return batches;
}

describe('a large tree is judged on all cores', () => {
  test('and its report is the one of a single thread', async () => {
    const cwd = folderOf(postings(WORTH_THREADS));
    const argv = ['check', 'jobs', '--format', 'json', '--today', '2026-11-22'];
    const [alone, shared] = [await run(argv, { cwd }), await started(cwd, argv)];
    expect(shared.code).toBe(alone.code);
    expect(shared.out === alone.out).toBe(true);
    expect(JSON.parse(shared.out).problems).toHaveLength(WORTH_THREADS / 40);
  }, 60_000);

  test('also for people, who are given each reason once', async () => {
    const cwd = folderOf(postings(WORTH_THREADS));
    const argv = ['check', 'jobs', '--today', '2026-11-22'];
    const [alone, shared] = [await run(argv, { cwd }), await started(cwd, argv)];
    expect(shared.out === alone.out).toBe(true);
    expect(shared.out.split('Why:').length).toBeLessThan(60);
  }, 60_000);

  test('what the files gave comes back in their order, however long each takes', async () => {
    const batches = await batchesOf(folderOf(postings(400)), 400);
    const paths = batches.flatMap(({ texts }) => texts.map(([text]) => JSON.parse(text!).path as string));
    expect(paths).toHaveLength(390);
    expect(paths).toEqual([...paths].sort());
    expect(batches.flatMap(({ stray }) => stray.map(({ path }) => path))[1]).toBe('jobs/00047.md');
    expect(batches.reduce((sum, { counts }) => sum + counts.postings, 0)).toBe(390);
  }, 60_000);

  test('a thread that fails ends the run', async () => {
    const cwd = folderOf({ ...postings(60), 'broken.mjs': 'throw new Error("out of order")' });
    await expect(batchesOf(cwd, 60, join(cwd, 'broken.mjs'))).rejects.toThrow('out of order');
  });
});
