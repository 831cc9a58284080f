import { join } from 'node:path';
import { type Found, findBelow, findPostings, nameFrom, readBytes, repositoryTop, type Source } from '../disk.ts';
import { postingMatcher } from '../policy/paths.ts';
import { decode, MAX_BYTES } from '../posting/decode.ts';
import { readPosting } from '../posting/read.ts';
import { conclude, type Judged, reviewPosting } from '../review.ts';
import type { Policy, Settings } from '../types/policy.ts';
import type { Day, Problem } from '../types/posting.ts';
import type { ChangedLines, Review } from '../types/review.ts';
import type { Flags } from './flags.ts';
import { EXIT, type Io, UsageError } from './io.ts';
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
  for (const input of chosen.inputs) {
    const read = await input.read();
    const decoded = 'bytes' in read ? decode(read.bytes) : read;
    if ('problem' in decoded) {
      problems.push({ path: input.path, message: decoded.problem, severity: 'error' });
    } else {
      let result = judge(decoded.text, input.path);
      if (fixing && input.file) {
        const fixed = fixing.fixFile(input.file, result, (text) => judge(text, input.path));
        fixes += fixed.count;
        if (fixed.problem) problems.push({ path: input.path, message: fixed.problem, severity: 'error' });
        result = fixed.result;
      }
      judged.push(withoutWords(result));
    }
    progress.step();
  }
  progress.end();

  const review = conclude(judged, policy, problems);
  io.stdout.write(await renderReport(review, flags, policy, io, (path) => (text) => judge(text, path).review));
  if (fixing) io.stderr.write(`jd-review: ${fixing.fixedText(fixes)}\n`);
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

/** One text to review: a file, or standard input. */
interface Input {
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string;
  readonly read: () => Promise<{ bytes: Uint8Array } | { problem: string }>;
}

interface Chosen {
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  readonly unmatched: readonly string[];
  readonly lines?: ChangedLines;
}

/**
 * What to review: the paths named, else the postings that the configuration names, in the whole repository wherever in it
 * the user stands; with --base the changed ones of them.
 */
async function choose(flags: Flags, policy: Policy, io: Io): Promise<Chosen> {
  if (flags.args.includes('-')) return fromStdin(flags, io);
  // Where the user names a folder, the configuration's folders do not matter, its files that are no postings do.
  const wanted = matcherOf(flags.args.length > 0 ? { ...policy.settings, postings: ['**'] } : policy.settings);
  const top = repositoryTop(io.cwd);
  const found: Found =
    flags.args.length > 0 ? findPostings(flags.args, io.cwd, wanted, top) : findBelow(io.cwd, wanted, top);
  const inputs = found.sources.map(inputOf);
  if (flags.base !== undefined) {
    const { changesSince } = await import(/* webpackChunkName: "rare" */ '../git.ts');
    const changes = changesSince(flags.base, top);
    if ('problem' in changes) throw new UsageError(changes.problem);
    const named = [...changes.lines].map(([path, lines]) => [nameFrom(io.cwd, top, join(top, path)), lines] as const);
    const lines: ChangedLines = new Map(named);
    const changed = inputs.filter((input) => lines.has(input.path));
    if (changed.length === 0) io.stderr.write(`jd-review: no posting changed since ${flags.base}\n`);
    return {
      inputs: changed,
      problems: found.problems.filter((problem) => lines.has(problem.path)),
      unmatched: found.unmatched,
      lines,
    };
  }
  if (flags.args.length === 0 && inputs.length === 0 && found.problems.length === 0) {
    throw new UsageError(
      'No postings found where the configuration looks for them. Name files or folders (jd-review check <paths>), or set “postings” in .github/jd-review.yml.',
    );
  }
  return { inputs, problems: found.problems, unmatched: found.unmatched };
}

/** Compiles the globs when the first path is asked about: a file that is named needs none. */
function matcherOf(settings: Settings): (path: string) => boolean {
  let matches: ((path: string) => boolean) | undefined;
  return (path) => {
    matches ??= postingMatcher(settings);
    return matches(path);
  };
}

function inputOf(source: Source): Input {
  return { path: source.path, file: source.file, read: async () => readBytes(source.file, MAX_BYTES) };
}

function fromStdin(flags: Flags, io: Io): Chosen {
  if (flags.args.length > 1)
    throw new UsageError('- reads standard input and stands alone. Review the paths in a run of their own.');
  if (flags.fix) throw new UsageError('--fix writes files and cannot mend standard input. Name the file instead of -.');
  if (flags.base !== undefined)
    throw new UsageError('--base compares files and does not go with -. Name the file instead.');
  return { inputs: [{ path: '-', read: () => readStdin(io) }], problems: [], unmatched: [] };
}

/** Standard input up to just over the size that is read. */
async function readStdin(io: Io): Promise<{ bytes: Uint8Array }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of io.stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_BYTES) break;
  }
  return { bytes: Buffer.concat(chunks) };
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
