import type { Finding } from '../types/review.ts';
import { keyOf, nameOf } from './fingerprint.ts';
import type { Thread } from './threads.ts';

export interface Matched {
  readonly fingerprint: string;
  readonly thread?: Thread;
}

/**
 * Finds the comment of each finding. Where several are alike and one of them was fixed, the others keep the comments
 * that stand on their lines: a finding takes the name of its comment, and one without a comment the next free name.
 */
export function matchThreads(
  findings: readonly Finding[],
  names: readonly string[],
  threads: readonly Thread[],
): readonly Matched[] {
  const byKey = new Map<string, number[]>();
  names.forEach((name, at) => {
    const key = keyOf(name);
    const known = byKey.get(key);
    if (known) known.push(at);
    else byKey.set(key, [at]);
  });
  const threadsOf = new Map<string, Thread[]>();
  for (const thread of threads) {
    const known = threadsOf.get(keyOf(thread.fingerprint));
    if (known) known.push(thread);
    else threadsOf.set(keyOf(thread.fingerprint), [thread]);
  }
  const result: Matched[] = names.map((fingerprint) => ({ fingerprint }));
  for (const [key, group] of byKey) {
    const own = threadsOf.get(key);
    if (own) matchAlike(key, group, own, { findings, result });
  }
  return result;
}

interface Board {
  readonly findings: readonly Finding[];
  readonly result: Matched[];
}

/**
 * First the comments on the findings' own lines, then any that are left. The choice and the order do not depend on
 * what is open: once all chosen ones are, a second run comes to the same pairs.
 */
function matchAlike(key: string, group: readonly number[], threads: readonly Thread[], board: Board): void {
  const { findings, result } = board;
  const left = new Set(group);
  const free = new Set([...threads].sort((a, b) => a.number - b.number));
  const pair = (some: readonly number[], candidates: readonly Thread[]) => {
    const chosen = [...candidates].sort((a, b) => rank(a) - rank(b)).slice(0, some.length);
    chosen.sort((a, b) => a.number - b.number);
    chosen.forEach((thread, index) => {
      const at = some[index]!;
      result[at] = { fingerprint: thread.fingerprint, thread };
      left.delete(at);
      free.delete(thread);
      // A second comment of the same name is a twin: it speaks for nothing.
      for (const other of free) if (other.fingerprint === thread.fingerprint) free.delete(other);
    });
  };
  const usable = (fits: (thread: Thread) => boolean) =>
    distinct([...free].filter((each) => rank(each) < 3 && fits(each)));
  for (const line of new Set(group.map((at) => findings[at]!.line))) {
    pair(
      group.filter((at) => findings[at]!.line === line),
      usable((thread) => thread.line !== null && (thread.startLine ?? thread.line) <= line && line <= thread.line),
    );
  }
  pair(
    [...left],
    usable(() => true),
  );
  // New ones must not take the name of a comment that stands.
  const used = new Set(threads.map(({ fingerprint }) => fingerprint));
  let ordinal = 0;
  for (const at of left) {
    while (used.has(nameOf(key, ordinal))) ordinal++;
    result[at] = { fingerprint: nameOf(key, ordinal) };
    used.add(nameOf(key, ordinal));
  }
}

/** What a person touched speaks for a finding before what is open, and that before what we closed ourselves. */
function rank(thread: Thread): number {
  if (thread.answered || thread.resolvedByPerson) return 0;
  if (!thread.resolved && thread.fixed === undefined) return 1;
  return !thread.resolved || thread.mayUnresolve ? 2 : 3;
}

/** One comment of each name, the one that ranks first. */
function distinct(threads: readonly Thread[]): readonly Thread[] {
  const best = new Map<string, Thread>();
  for (const thread of threads) {
    const known = best.get(thread.fingerprint);
    if (!known || rank(thread) < rank(known)) best.set(thread.fingerprint, thread);
  }
  return [...best.values()];
}
