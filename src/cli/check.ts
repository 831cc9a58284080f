import { plain } from '../render/plain.ts';
import { createSpool } from '../spool.ts';
import { createTally } from '../tally.ts';
import type { Problem } from '../types/place.ts';
import type { Summary } from '../types/review.ts';
import type { CheckFlags } from './check-flags.ts';
import { choose } from './choose.ts';
import { todayOf } from './day.ts';
import { EXIT, type Io, type Output } from './io.ts';
import { loadPolicy } from './load.ts';
import { createJudge, judgeFile, worded } from './one-file.ts';
import { openOutputFile } from './output-file.ts';
import { createPrinter, write } from './print.ts';
import { createProgress } from './progress.ts';
import { reportFor } from './report.ts';
import { WORTH_THREADS } from './threads.ts';

/**
 * `jd-review check`: finds, reads and judges postings, writes the report, and says by the exit code how it went. With
 * `--output` the report is in its file, and whole, or the file is as it was.
 */
export async function check(args: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  if (flags.output === undefined) return checkTo(io.stdout, args, flags, io);
  const file = openOutputFile(flags.output, io.cwd);
  try {
    const code = await checkTo(file, args, flags, io);
    file.keep();
    io.stderr.write(`jd-review: The report is in ${plain(flags.output)}.\n`);
    return code;
  } finally {
    file.discard();
  }
}

async function checkTo(stdout: Output, args: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  const policy = await loadPolicy(flags, io, { examples: true });
  const today = todayOf(flags.today, io);
  const chosen = await choose(args, flags, policy, io);
  const stray: Problem[] = [...chosen.problems];
  for (const arg of chosen.unmatched) stray.push(nothingAt(arg));

  const lines = policy.settings.failScope === 'line' ? chosen.lines : undefined;
  const judge = createJudge(policy, today, lines);
  const fixing = flags.fix ? await import(/* webpackChunkName: "rare" */ './fix.ts') : undefined;
  const progress = createProgress(io, chosen.inputs.length);
  const wanted = await reportFor(flags, policy, { stdout, env: io.env }, today);
  // A tree may hold a hundred thousand postings: each is worded at once, and only its words and counts are kept.
  const printer = createPrinter(wanted.report);
  const tally = createTally(policy);
  const diffs = createSpool();
  let fixes = 0;
  let changed = '';
  if (io.program !== undefined && !fixing && !lines && chosen.inputs.length >= WORTH_THREADS) {
    const { judgeInThreads } = await import(/* webpackChunkName: "rare" */ './threads.ts');
    const { isTTY = false, columns } = stdout;
    const links = (await stdout.hyperlinks?.()) ?? false;
    const job = { flags: { ...flags, today }, cwd: io.cwd, env: { ...io.env }, isTTY, columns, links };
    for await (const batch of judgeInThreads(chosen.inputs, job, io.program)) {
      tally.take(batch.counts);
      for (const texts of batch.texts) printer.add(texts);
      stray.push(...batch.stray);
      progress.step(batch.files);
    }
  } else {
    for (const input of chosen.inputs) {
      const outcome = await judgeFile(input, judge);
      if ('problem' in outcome) {
        stray.push({ path: input.path, message: outcome.problem, severity: 'error' });
      } else {
        let { judged } = outcome;
        if (fixing && input.file) {
          const again = (text: string) => judge(input.path, text);
          const fixed = fixing.fixFile(input.file, judged, again, flags.diff ?? false);
          fixes += fixed.count;
          diffs.add(fixed.diff ?? '');
          if (!flags.diff) changed += fixing.changesText(input.path, fixed.changes);
          judged = fixed.result;
        }
        const told = worded(judged, wanted, judge);
        // What came by standard input, --fix cannot write.
        tally.add(judged, input.file ? told.fixes : 0);
        printer.add(told.texts);
      }
      progress.step();
    }
  }
  progress.end();

  const summary = { ...tally.sum(stray), skipped: chosen.skipped };
  // A difference for people stands alone, so that it can be piped; the other formats keep their form.
  const alone = flags.diff && (flags.format ?? 'human') === 'human';
  await write(alone ? stdout : io.stderr, diffs.pieces());
  if (!alone) await printer.print(summary, stdout);
  if (fixing) io.stderr.write(`${changed}jd-review: ${fixing.fixedText(fixes, flags.diff ?? false)}\n`);
  return exitCode(summary, chosen.unmatched);
}

function exitCode({ verdict }: Summary, unmatched: readonly string[]): number {
  if (unmatched.length > 0) return EXIT.failed;
  return verdict === 'fail' ? EXIT.findings : EXIT.pass;
}

function nothingAt(arg: string): Problem {
  return {
    path: arg,
    severity: 'error',
    message:
      'Nothing is here to review. Check the spelling; a folder needs Markdown files (.md, .markdown, .mdx) below it.',
  };
}
