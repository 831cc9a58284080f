import { parentPort, workerData } from 'node:worker_threads';
import type { Found } from '../baseline/baseline.ts';
import { readBytes } from '../disk.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { createTally } from '../tally.ts';
import type { Problem } from '../types/place.ts';
import { baselineFor } from './baseline-for.ts';
import { todayOf } from './day.ts';
import type { Io, Output } from './io.ts';
import { loadPolicy } from './load.ts';
import { createJudge, judgeFile, worded } from './one-file.ts';
import { reportFor } from './report.ts';
import type { Batch, Job, Task } from './threads.ts';

/** Judges files as they come from the thread that prints, and sends back their words and counts. */
export async function serve(): Promise<void> {
  const port = parentPort!;
  const { flags, cwd, env, isTTY, columns, links, moves } = workerData as Job;
  // What is wrong with rules and settings was said by the thread that prints.
  const silent: Output = {
    write: () => true,
    isTTY,
    hyperlinks: async () => links,
    ...(columns === undefined ? {} : { columns }),
  };
  const io: Io = { stdin: (async function* () {})(), stdout: silent, stderr: silent, env, cwd, now: Date.now };
  const today = todayOf(flags.today, io);
  const ready = loadPolicy(flags, io).then(async (policy) => {
    const baseline = await baselineFor([], flags, policy, io);
    baseline?.take(moves);
    return {
      policy,
      baseline,
      judge: createJudge(policy, today),
      chosen: await reportFor(flags, policy, io, today),
    };
  });
  port.on('message', async (task: Task) => {
    const { policy, baseline, judge, chosen } = await ready;
    const tell = baseline?.tell ?? ((judged) => judged);
    const tally = createTally(policy);
    const texts: (readonly string[])[] = [];
    const found: Found[] = [];
    const stray: Problem[] = [];
    for (const { path, file } of task) {
      const outcome = await judgeFile({ path, read: async () => readBytes(file, MAX_FILE_BYTES) }, judge);
      if ('problem' in outcome) {
        stray.push({ path, message: outcome.problem, severity: 'error' });
        continue;
      }
      found.push(...(baseline?.foundIn(outcome.judged) ?? []));
      const kept = tell(outcome.judged);
      const told = worded(kept, chosen, (again, text) => tell(judge(again, text)));
      tally.add(kept, told.fixes);
      texts.push(told.texts);
    }
    port.postMessage({ files: task.length, texts, counts: tally.counts, found, stray } satisfies Batch);
  });
}
