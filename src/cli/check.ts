import { readPosting } from '../posting/read.ts';
import { decode } from '../posting/text-input.ts';
import { conclude, type Judged, reviewPosting } from '../review.ts';
import type { Day, Problem } from '../types/posting.ts';
import type { Review } from '../types/review.ts';
import { choose } from './choose.ts';
import type { Flags } from './flags.ts';
import { EXIT, type Io } from './io.ts';
import { loadPolicy } from './load.ts';
import { createProgress } from './progress.ts';
import { renderReport } from './report.ts';

/** `jd-review check`: finds, reads and judges postings, prints the report, and says by the exit code how it went. */
export async function check(flags: Flags, io: Io): Promise<number> {
  const policy = await loadPolicy(flags, io, { examples: true });
  const today = flags.today ?? dayOf(io.now());
  const chosen = await choose(flags, policy, io);
  const problems: Problem[] = [...chosen.problems];
  for (const arg of chosen.unmatched) problems.push(nothingAt(arg));

  const lines = policy.settings.failScope === 'line' ? chosen.lines : undefined;
  const judge = (text: string, path: string) =>
    reviewPosting(readPosting(path, text, policy.vocabulary), policy, today, lines);
  const fixing = flags.fix ? await import(/* webpackChunkName: "rare" */ './fix.ts') : undefined;
  const progress = createProgress(io, chosen.inputs.length);
  const judged: Judged[] = [];
  let fixes = 0;
  let changed = '';
  let diff = '';
  for (const input of chosen.inputs) {
    const read = await input.read();
    const decoded = 'bytes' in read ? decode(read.bytes) : read;
    if ('problem' in decoded) {
      problems.push({ path: input.path, message: decoded.problem, severity: 'error' });
    } else {
      let result = judge(decoded.text, input.path);
      if (fixing && input.file) {
        const fixed = fixing.fixFile(input.file, result, (text) => judge(text, input.path), flags.diff);
        fixes += fixed.count;
        diff += fixed.diff ?? '';
        if (!flags.diff) changed += fixing.changesText(input.path, fixed.changes);
        if (fixed.problem) problems.push({ path: input.path, message: fixed.problem, severity: 'error' });
        result = fixed.result;
      }
      judged.push(withoutWords(result));
    }
    progress.step();
  }
  progress.end();

  const review = { ...conclude(judged, policy, problems), skipped: chosen.skipped };
  // A difference for people stands alone, so that it can be piped; the other formats keep their form.
  if (flags.diff && flags.format === 'human') io.stdout.write(diff);
  else {
    io.stderr.write(diff);
    io.stdout.write(await renderReport(review, flags, policy, io, (path) => (text) => judge(text, path).review));
  }
  if (fixing) io.stderr.write(`${changed}jd-review: ${fixing.fixedText(fixes, flags.diff)}\n`);
  return exitCode(review, chosen.unmatched);
}

/** What reports need of a posting: kept by the thousand, its words would fill the memory. */
function withoutWords({ review, problems }: Judged): Judged {
  return { review: { ...review, posting: { ...review.posting, tokens: [], blocks: [] } }, problems };
}

function exitCode(review: Review, unmatched: readonly string[]): number {
  if (unmatched.length > 0) return EXIT.failed;
  return review.verdict === 'fail' ? EXIT.findings : EXIT.pass;
}

function nothingAt(arg: string): Problem {
  return {
    path: arg,
    severity: 'error',
    message:
      'Nothing is here to review. Check the spelling; a folder needs Markdown files (.md, .markdown, .mdx) below it.',
  };
}

/** The day that `now` falls on, in UTC. */
function dayOf(now: number): Day {
  return new Date(now).toISOString().slice(0, 10);
}
