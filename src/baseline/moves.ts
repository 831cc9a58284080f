/** Where postings were when a baseline was written: a posting that got another name keeps its known findings. Pure. */
import type { Baseline } from './baseline.ts';
import { type Entries, sumOf } from './entries.ts';

/** A posting that the baseline does not name. */
export interface Fresh {
  readonly path: string;
  readonly entries: Entries;
}

/** Pairs that are compared at most; where whole folders moved, equal findings tell already. */
const MOST_PAIRS = 10_000;

/** Least part of the findings that a posting shares with the one it was, as git has it for lines. */
const LEAST_SHARE = 0.5;

/**
 * Path of then by path of now. A posting is one that is gone (`absent`) where it has the same findings, else the most of
 * them and more than half. Each path is one posting's.
 */
export function movesOf(
  baseline: Baseline,
  absent: readonly string[],
  fresh: readonly Fresh[],
): ReadonlyMap<string, string> {
  const gone = [...absent].sort().flatMap((path) => {
    const entries = baseline.get(path);
    return entries ? [{ path, entries }] : [];
  });
  const moves = equalOnes(gone, fresh);
  const taken = new Set(moves.values());
  const left = gone.filter(({ path }) => !taken.has(path));
  const open = fresh.filter(({ path, entries }) => !moves.has(path) && entries.size > 0);
  if (left.length * open.length > MOST_PAIRS) return moves;
  const pairs = open
    .flatMap((now) => left.map((then) => ({ to: now.path, from: then.path, share: shareOf(now, then) })))
    .filter(({ share }) => share > LEAST_SHARE)
    .sort((a, b) => b.share - a.share);
  for (const { to, from } of pairs) {
    if (moves.has(to) || taken.has(from)) continue;
    moves.set(to, from);
    taken.add(from);
  }
  return moves;
}

function equalOnes(gone: readonly Fresh[], fresh: readonly Fresh[]): Map<string, string> {
  const waiting = new Map<string, string[]>();
  for (const { path, entries } of gone.toReversed()) {
    const name = nameOf(entries);
    const same = waiting.get(name);
    if (same) same.push(path);
    else waiting.set(name, [path]);
  }
  const moves = new Map<string, string>();
  for (const { path, entries } of fresh) {
    const from = waiting.get(nameOf(entries))?.pop();
    if (from !== undefined) moves.set(path, from);
  }
  return moves;
}

/** Findings that both have, as a part of those of the one that has more. */
function shareOf({ entries: one }: Fresh, { entries: other }: Fresh): number {
  let shared = 0;
  for (const [key, count] of one) shared += Math.min(count, other.get(key) ?? 0);
  return shared / Math.max(sumOf(one), sumOf(other));
}

function nameOf(entries: Entries): string {
  return JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
