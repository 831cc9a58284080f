import { type Amount, amountAt, type Reading } from './amount.ts';
import type { Role } from './vocabulary.ts';

const BETWEEN_ONLY: ReadonlySet<Role> = new Set(['between']);
const OPENS_BOTH: ReadonlySet<Role> = new Set(['between', 'from']);

/** Whether a word right before an amount opens a range of two ends: `between`, `from`. */
export function isBetween(r: Reading, from: number, roles = OPENS_BOTH): boolean {
  for (let i = from; i >= Math.max(0, from - 3); i--) {
    const bound = r.boundsBefore.get(i);
    if (bound && roles.has(bound.role)) return true;
  }
  return false;
}

/** Words that may stand between the first end of `between … and …` and the `and`. */
const BETWEEN = 6;

/** «Between $150,000 at entry and $186,000 at the top»: behind the `and`. */
export function pastWords(r: Reading, first: Amount, from: number): number | undefined {
  if (!isBetween(r, first.from, BETWEEN_ONLY)) return undefined;
  for (let at = from; at < from + BETWEEN && r.lexemes[at]?.type === 'word'; at++) {
    const join = r.joins.get(at);
    if (join && amountAt(r, join.to)) return join.to;
  }
  return undefined;
}
