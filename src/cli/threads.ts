import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Found } from '../baseline/baseline.ts';
import type { Counts } from '../tally.ts';
import type { Problem } from '../types/place.ts';
import type { Moves } from './baseline.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Input } from './choose.ts';
import type { Io } from './io.ts';

/** Files below which one thread is as fast: each further one has to load the rules and to warm up. */
export const WORTH_THREADS = 3000;

/** Files that a thread takes at once. */
const BATCH = 50;

/** Threads at most: each holds some hundred megabytes. */
const MOST = 4;

/** Megabytes of a thread's young objects: with more, memory grows and time does not shrink. */
const YOUNG = 16;

/** What a thread is started with. */
export interface Job {
  readonly flags: CheckFlags;
  readonly cwd: string;
  readonly env: Io['env'];
  /** Of the terminal that the report is for. */
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** Where postings that the baseline names are now. */
  readonly moves: Moves;
  /** Whether it shows links. */
  readonly links: boolean;
}

/** Files for a thread: path in the report, and where it lies. */
export type Task = readonly { readonly path: string; readonly file: string }[];

/** What files gave, in their order. */
export interface Batch {
  readonly files: number;
  /** Words of the report, by posting and by tray. */
  readonly texts: readonly (readonly string[])[];
  readonly counts: Counts;
  /** Findings for the baseline that is written. */
  readonly found: readonly Found[];
  /** Why files could not be read. */
  readonly stray: readonly Problem[];
}

/** Judges files on the cores of the machine, and gives what they gave in the order of the files. */
export async function* judgeInThreads(inputs: readonly Input[], job: Job, script: string): AsyncGenerator<Batch> {
  const tasks = tasksOf(inputs);
  const workers = Array.from(
    { length: Math.min(availableParallelism(), MOST, tasks.length) },
    () => new Worker(script, { workerData: job, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }),
  );
  const done = new Map<number, Batch>();
  let failure: unknown;
  let wake = () => {};
  let next = 0;
  for (const worker of workers) {
    let at = -1;
    const takeNext = () => {
      at = next++;
      if (at < tasks.length) worker.postMessage(tasks[at]);
    };
    worker.on('message', (batch: Batch) => {
      done.set(at, batch);
      takeNext();
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
    takeNext();
  }
  try {
    for (let at = 0; at < tasks.length; at++) {
      while (!done.has(at)) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      yield done.get(at)!;
      done.delete(at);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function tasksOf(inputs: readonly Input[]): Task[] {
  const tasks: Task[] = [];
  for (let at = 0; at < inputs.length; at += BATCH) {
    tasks.push(inputs.slice(at, at + BATCH).map(({ path, file }) => ({ path, file: file! })));
  }
  return tasks;
}
