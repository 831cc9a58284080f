import type { FileChange } from './files.ts';
import type { Thread } from './threads.ts';

/** Postings with comments of ours that are not where they were, by the commit of their newest comment: it holds their text. */
export type Vanished = ReadonlyMap<string, readonly string[]>;

/** Paths that own comments stand on and the change does not have any more. */
export function vanishedOf(threads: readonly Thread[], present: readonly FileChange[]): Vanished {
  const there = new Set(present.map(({ path }) => path));
  const newest = new Map<string, Thread>();
  for (const thread of threads) {
    if (there.has(thread.path) || thread.writtenOn === undefined) continue;
    const known = newest.get(thread.path);
    if (!known || known.number < thread.number) newest.set(thread.path, thread);
  }
  const byCommit = new Map<string, string[]>();
  for (const { path, writtenOn = '' } of newest.values()) {
    const known = byCommit.get(writtenOn);
    if (known) known.push(path);
    else byCommit.set(writtenOn, [path]);
  }
  return byCommit;
}

/** A vanished posting as it was. */
export interface Gone {
  readonly path: string;
  readonly text: string;
  /** Paths that the same commit had beside it: none of them is where it went. */
  readonly beside: ReadonlySet<string>;
}

/** Least part of the lines that a posting shares with the one it was: as git has it for a rename. */
const LEAST_SHARE = 0.5;

/**
 * Where each posting was when its comments were written, by its path of now: a rename that GitHub names, else the most
 * alike by content. A posting was at one place, and each place was one posting's. `texts` are those of now, by path.
 */
export function movesOf(
  gone: readonly Gone[],
  present: readonly FileChange[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const pairs = gone.flatMap((old) =>
    present.flatMap(({ path, previousPath }) => {
      const now = old.beside.has(path) ? undefined : texts.get(path);
      if (now === undefined) return [];
      const share = previousPath === old.path ? 1 : sharedPart(old.text, now);
      return share > LEAST_SHARE ? [{ from: old.path, path, share }] : [];
    }),
  );
  const moves = new Map<string, string>();
  const left = new Set(gone.map(({ path }) => path));
  for (const { from, path } of pairs.sort((a, b) => b.share - a.share)) {
    if (!moves.has(path) && left.delete(from)) moves.set(path, from);
  }
  return moves;
}

/** Lines that two texts share, as a part of the longer one; blank lines and the space around lines do not count. */
function sharedPart(a: string, b: string): number {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const [first, second] = [lines(a), lines(b)];
  const counts = new Map<string, number>();
  for (const line of first) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of second) {
    const count = counts.get(line) ?? 0;
    if (count === 0) continue;
    counts.set(line, count - 1);
    shared++;
  }
  return shared / Math.max(first.length, second.length, 1);
}
