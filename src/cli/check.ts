import type { Found } from '../baseline/baseline.ts';
import { debtLines } from '../render/debt.ts';
import { plain } from '../render/plain.ts';
import { createSpool } from '../spool.ts';
import { createTally } from '../tally.ts';
import type { Problem } from '../types/place.ts';
import type { Summary } from '../types/review.ts';
import type { Moves } from './baseline.ts';
import { baselineFor } from './baseline-for.ts';
import type { CheckFlags } from './check-flags.ts';
import { type Chosen, choose } from './choose.ts';
import { todayOf } from './day.ts';
import { EXIT, type Io, type Output } from './io.ts';
import { loadTeamPolicy } from './load.ts';
import { createJudge, type JudgeText, judgeFile, worded } from './one-file.ts';
import { openOutputFile } from './output-file.ts';
import { createPrinter, write } from './print.ts';
import { createProgress } from './progress.ts';
import { reportFor } from './report.ts';
import { partOf, shardOf } from './shard.ts';
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
  const { policy, digest } = await loadTeamPolicy(flags, io, { examples: true });
  const today = todayOf(flags.today, io);
  const shard = flags.shard === undefined ? undefined : shardOf(flags.shard, io);
  const baseline = await baselineFor(args, flags, policy, io);
  const all = withUnmatched(await choose(args, flags, policy, io));
  const lines = policy.settings.failScope === 'line' ? all.lines : undefined;
  const judge = createJudge(policy, today, lines);
  const whole = args.length === 0 && flags.base === undefined;
  const moves: Moves = (await baseline?.settle(all.inputs, judge, whole)) ?? new Map();
  const chosen = shard ? partOf(all, shard) : all;
  const stray: Problem[] = [...chosen.problems];

  const tell = baseline?.tell ?? ((judged) => judged);
  const judgeNew: JudgeText = (path, text) => tell(judge(path, text));
  const fixing = flags.fix ? await import(/* webpackChunkName: "rare" */ './fix.ts') : undefined;
  const progress = createProgress(io, chosen.inputs.length);
  const mark = shard && { index: shard.index, of: shard.of, policy: digest([args, flags.base, today, baseline?.text]) };
  const wanted = await reportFor(flags, policy, { stdout, env: io.env }, today, mark);
  // A tree may hold a hundred thousand postings: each is worded at once, and only its words and counts are kept.
  const printer = createPrinter(wanted.report);
  const tally = createTally(policy);
  const diffs = createSpool();
  const found: Found[] = [];
  let fixes = 0;
  let changed = '';
  if (io.program !== undefined && !fixing && !lines && chosen.inputs.length >= WORTH_THREADS) {
    const { judgeInThreads } = await import(/* webpackChunkName: "rare" */ './threads.ts');
    const { isTTY = false, columns } = stdout;
    const links = (await stdout.hyperlinks?.()) ?? false;
    const job = { flags: { ...flags, today }, cwd: io.cwd, env: { ...io.env }, isTTY, columns, links, moves };
    for await (const batch of judgeInThreads(chosen.inputs, job, io.program)) {
      tally.take(batch.counts);
      for (const texts of batch.texts) printer.add(texts);
      for (const each of batch.found) found.push(each);
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
        found.push(...(baseline?.foundIn(judged) ?? []));
        const kept = tell(judged);
        const told = worded(kept, wanted, judgeNew);
        // What came by standard input, --fix cannot write.
        tally.add(kept, input.file ? told.fixes : 0);
        printer.add(told.texts);
      }
      progress.step();
    }
  }
  progress.end();

  const { known, gone } = tally.counts;
  const debt = baseline && { known, gone: gone + baseline.goneWith(shard?.has ?? (() => true)) };
  // In order of path, so that the parts of a run can be put together in the order of the whole.
  stray.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const summary: Summary = { ...tally.sum(stray), skipped: chosen.skipped, ...(debt ? { debt } : {}) };
  const written = flags['update-baseline'] ? baseline?.write(found) : undefined;
  // A difference for people stands alone, so that it can be piped; the other formats keep their form.
  const alone = flags.diff && (flags.format ?? 'human') === 'human';
  await write(alone ? stdout : io.stderr, diffs.pieces());
  if (!alone) await printer.print(summary, stdout);
  if (fixing) io.stderr.write(`${changed}jd-review: ${fixing.fixedText(fixes, flags.diff ?? false)}\n`);
  if (debt && WITHOUT_COUNT.includes(flags.format ?? '')) {
    for (const line of debtLines(debt)) io.stderr.write(`jd-review: ${line}\n`);
  }
  if (written) io.stderr.write(`jd-review: ${written}\n`);
  return exitCode(summary, chosen.unmatched);
}

/** Formats with no place for the count of known findings. */
const WITHOUT_COUNT: readonly string[] = ['compact', 'html', 'sarif'];

/** Arguments that nothing answers are problems too. */
function withUnmatched(chosen: Chosen): Chosen {
  return { ...chosen, problems: [...chosen.problems, ...chosen.unmatched.map(nothingAt)] };
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
