import type { Finding } from '../types.ts';
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
    if (own) matchAlike(key, group, own, { findings, names, result });
  }
  return result;
}

interface Board {
  readonly findings: readonly Finding[];
  readonly names: readonly string[];
  readonly result: Matched[];
}

function matchAlike(key: string, group: readonly number[], threads: readonly Thread[], board: Board): void {
  const { findings, names, result } = board;
  const left = new Set(group);
  const taken = new Set<Thread>();
  const used = new Set<string>();
  const match = (candidates: readonly Thread[], fits: (thread: Thread, at: number) => boolean) => {
    for (const at of left) {
      const thread = candidates.find((each) => !taken.has(each) && !used.has(each.fingerprint) && fits(each, at));
      if (!thread) continue;
      result[at] = { fingerprint: thread.fingerprint, thread };
      taken.add(thread);
      used.add(thread.fingerprint);
      left.delete(at);
    }
  };
  // What a person touched or what is open speaks for a finding before what we closed ourselves.
  const open = threads.filter((each) => each.answered || each.resolvedByPerson || (!each.resolved && !each.fixed));
  const closed = threads.filter((each) => !open.includes(each) && (!each.resolved || each.mayUnresolve));
  match(open, ({ line }, at) => line === findings[at]!.line);
  match(open, ({ line, startLine }, at) => line !== null && covers(findings[at]!.line, startLine ?? line, line));
  match(open, ({ fingerprint }, at) => fingerprint === names[at]);
  match(open, () => true);
  match(closed, ({ fingerprint }, at) => fingerprint === names[at]);
  match(closed, () => true);
  // New ones must not take the name of a comment that stands.
  for (const thread of threads) used.add(thread.fingerprint);
  let ordinal = 0;
  for (const at of left) {
    while (used.has(nameOf(key, ordinal))) ordinal++;
    result[at] = { fingerprint: nameOf(key, ordinal) };
    used.add(nameOf(key, ordinal));
  }
}

function covers(line: number, from: number, to: number): boolean {
  return from <= line && line <= to;
}
