import type { Reading } from './amount.ts';
import { lastBefore } from './marks.ts';
import type { Money } from './money.ts';

/** «From $143,000 in our lowest market up to $198,000»: two open ends of one range, said apart. */
export function joinApart(all: readonly Money[], r: Reading): Money[] {
  const out: Money[] = [];
  for (const money of all) {
    const last = out[out.length - 1];
    if (last && isApart(last, money, r)) {
      out[out.length - 1] = {
        ...last,
        to: money.to,
        max: money.max,
        flags: [],
        range: true,
        currency: money.exact ? money.currency : (last.currency ?? money.currency),
        exact: last.exact || money.exact,
        period: money.period ?? last.period,
      };
    } else out.push(money);
  }
  return out;
}

/** Words between the two ends at most. */
const APART = 10;
/** Ends farther apart than this are two amounts. */
const WIDEST = 5;

function isApart(low: Money, high: Money, { lexemes, marks }: Reading): boolean {
  if (low.range || high.range || low.min === null || low.max !== null || high.max === null) return false;
  if (low.currency && high.currency && low.currency !== high.currency) return false;
  if (low.min >= high.max || high.from - low.to > APART) return false;
  for (let i = low.to; i < high.from; i++) if (lexemes[i]?.type === 'stop') return false;
  if (high.min === null) return true;
  // «from $143,000 for the first years to $198,000»
  const to = marks.join[lastBefore(marks.join, high.from)];
  return to?.to === high.from && to.role === 'range' && high.max / low.min <= WIDEST;
}
