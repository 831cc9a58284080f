import { join } from 'node:path';
import {
  type Found,
  findBelow,
  findPostings,
  leadsOut,
  nameFrom,
  readBytes,
  repositoryTop,
  type Source,
} from '../disk.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { standingBy } from '../policy/paths.ts';
import { hasPostingShape } from '../posting/declared.ts';
import { readPosting } from '../posting/read.ts';
import { skippedText } from '../render/skipped.ts';
import { decode } from '../text-input.ts';
import type { Problem } from '../types/place.ts';
import type { Policy, Standing } from '../types/policy.ts';
import type { ChangedLines } from '../types/review.ts';
import type { CheckFlags } from './check-flags.ts';
import { type Io, UsageError } from './io.ts';

/** One text to review: a file, or standard input. */
export interface Input {
  readonly path: string;
  /** Where it lies; absent for standard input. */
  readonly file?: string;
  readonly read: () => Promise<{ bytes: Uint8Array } | { problem: string }>;
}

export interface Chosen {
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  readonly unmatched: readonly string[];
  /** Files that only their names leave out. */
  readonly skipped: readonly string[];
  readonly lines?: ChangedLines;
}

/**
 * What to review: the paths named, else the postings that the configuration names, in the whole repository wherever in it
 * the user stands; with --base the changed ones of them.
 */
export async function choose(args: readonly string[], flags: CheckFlags, policy: Policy, io: Io): Promise<Chosen> {
  if (args.includes('-')) return fromStdin(args, flags, io);
  // Where the user names a folder, the configuration's folders do not matter, its files that are no postings do.
  const names = byName(policy, args.length > 0, io.within);
  const { wanted } = names;
  const top = repositoryTop(io.cwd);
  const found: Found = args.length > 0 ? findPostings(args, io.cwd, wanted, top) : findBelow(io.cwd, wanted, top);
  const inputs = found.sources.map(inputOf);
  const named = new Set(inputs.map(({ file }) => file));
  const skipped = [...names.skipped]
    .filter((file) => !named.has(file))
    .map((file) => nameFrom(io.cwd, top, file))
    .sort();
  if (flags.base !== undefined) {
    const { changesSince } = await import(/* webpackChunkName: "rare" */ '../git.ts');
    const changes = changesSince(flags.base, top);
    if ('problem' in changes) throw new UsageError(changes.problem);
    const lines: ChangedLines = new Map(
      [...changes.lines].map(([path, each]) => [nameFrom(io.cwd, top, join(top, path)), each]),
    );
    const changed = inputs.filter((input) => lines.has(input.path));
    if (changed.length === 0) io.stderr.write(`jd-review: no posting changed since ${flags.base}\n`);
    return {
      inputs: changed,
      problems: found.problems.filter((problem) => lines.has(problem.path)),
      unmatched: found.unmatched,
      skipped: skipped.filter((path) => lines.has(path)),
      lines,
    };
  }
  if (args.length === 0 && inputs.length === 0 && found.problems.length === 0) {
    throw new UsageError(
      'No postings found where the configuration looks for them. Name files or folders (jd-review check <paths>), or set “postings” in .github/jd-review.yml.',
      ...(skipped.length > 0 ? [skippedText(skipped)] : []),
    );
  }
  return { inputs, problems: found.problems, unmatched: found.unmatched, skipped };
}

/** Which files may be postings, and those that only their names leave out: they are kept by where they lie. */
interface ByName {
  readonly wanted: (path: string, file: string) => boolean;
  readonly skipped: ReadonlySet<string>;
}

/** Takes files by their names, documents by the shape of their text; `everywhere` in any folder. */
function byName(policy: Policy, everywhere: boolean, within: string | undefined): ByName {
  const skipped = new Set<string>();
  let standing: ((path: string) => Standing) | undefined;
  const wanted = (path: string, file: string): boolean => {
    // The globs are compiled when the first path is asked about: a file that is named needs none.
    standing ??= standingBy(everywhere ? { ...policy.settings, postings: ['**'] } : policy.settings);
    const stands = standing(path);
    if (stands === 'posting') return true;
    const isClosed = within !== undefined && leadsOut(file, within);
    if ((stands === 'document' || stands === 'shared') && !isClosed && isShaped(file, policy)) return true;
    // A shared folder holds many pages that nobody takes for postings.
    if (stands === 'document' || stands === 'ignored') skipped.add(file);
    return false;
  };
  return { wanted, skipped };
}

/** Whether a document has a posting's shape; one that cannot be read has none. */
function isShaped(file: string, policy: Policy): boolean {
  const read = readBytes(file, MAX_FILE_BYTES);
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  if ('problem' in decoded) return false;
  return hasPostingShape(readPosting(file, decoded.text, policy.vocabulary), policy.vocabulary);
}

function inputOf(source: Source): Input {
  return { path: source.path, file: source.file, read: async () => readBytes(source.file, MAX_FILE_BYTES) };
}

function fromStdin(args: readonly string[], flags: CheckFlags, io: Io): Chosen {
  if (args.length > 1)
    throw new UsageError('- reads standard input and stands alone. Review the paths in a run of their own.');
  if (flags.fix) throw new UsageError('--fix writes files and cannot mend standard input. Name the file instead of -.');
  if (flags.base !== undefined)
    throw new UsageError('--base compares files and does not go with -. Name the file instead.');
  return { inputs: [{ path: '-', read: () => readStdin(io) }], problems: [], unmatched: [], skipped: [] };
}

/** Standard input up to just over the size that is read. */
async function readStdin(io: Io): Promise<{ bytes: Uint8Array }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of io.stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_FILE_BYTES) break;
  }
  return { bytes: Buffer.concat(chunks) };
}
