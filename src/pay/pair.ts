import type { PayFlag } from '../types/pay.ts';
import type { Reading } from './amount.ts';
import { endOf } from './ends.ts';
import type { Money } from './money.ts';
import { natureBefore, natureBehind, pick, type View } from './nature.ts';

/** Two lone amounts of a declared value that are the two ends of its range. */
export interface Pair {
  readonly last: Money;
  readonly ends: {
    readonly min: number;
    readonly max: number;
    readonly range: true;
    readonly flags: readonly PayFlag[];
    readonly swappable: boolean;
  };
}

/** Amounts farther apart than this are no two ends. */
const WIDEST = 10;

/**
 * The second end of a declared value whose amounts are parted by something else than a dash: `$150K / $188K`, `min 150000,
 * max 188000`, `150000..188000`. Undefined where there is one amount, beside rewards and totals; a fault where there are
 * more than two.
 */
export function pairOf(r: Reading, all: readonly Money[]): Pair | string | undefined {
  const [first] = all;
  if (!first || first.range) return undefined;
  const plain = all.filter((_, index) => index === 0 || isPlain(r, all, index));
  const ends = plain.filter((money) => endIn(r, all, money) !== 'mid');
  const last = ends[1];
  if (!last || ends[0] !== first) return undefined;
  // `165-2150`: a dash between them that made no range.
  if (r.lexemes.slice(first.to, last.from).some(({ type }) => type === 'dash')) return undefined;
  if (ends.length > 2 || last.range) return 'names several amounts; declare the one base range of this job';
  const high = last.min ?? last.max;
  let low = first.min ?? first.max;
  if (low === null || high === null) return undefined;
  // `152, 187K`: the thousands are written once.
  if (low < 1000 && !first.scaled && last.scaled) low *= high >= 1e5 * 10 && last.lakh ? 1e5 : 1000;
  if (Math.max(low, high) / Math.min(low, high) > WIDEST) return undefined;
  const named = endIn(r, all, first) === 'high' || endIn(r, all, last) === 'low';
  const turned = low > high && !named;
  return {
    last,
    ends: {
      min: named ? high : low,
      max: named ? low : high,
      range: true,
      flags: turned ? ['reversed'] : [],
      swappable: turned,
    },
  };
}

/** Beyond this times the first a second amount is no other end, but something that comes on top. */
const NEAR = 2;

/** Whether a second amount in the same money stands there, near the first, and no word says what it is: `150000 + 186000`. */
export function isUnclear(r: Reading, all: readonly Money[]): boolean {
  const [first, second] = all;
  if (!first || !second || first.range || second.range || first.flags.length > 0) return false;
  const [one, other] = [first.min ?? first.max ?? 0, second.min ?? second.max ?? 0];
  if (one === other || Math.max(one, other) > NEAR * Math.min(one, other)) return false;
  if (first.currency && second.currency && first.currency !== second.currency) return false;
  const said = (from: number, to: number): boolean => r.lexemes.slice(from, to).some(({ type }) => type === 'word');
  return !said(first.to, second.from) && !said(second.to, r.lexemes.length);
}

function endIn(r: Reading, all: readonly Money[], money: Money) {
  return endOf(r, money, all[all.indexOf(money) - 1]?.to ?? 0);
}

/** An amount that is no bonus, budget, total or the like, and does not come on top. */
function isPlain(r: Reading, all: readonly Money[], index: number): boolean {
  const money = all[index] as Money;
  const low = all[index - 1]?.to ?? 0;
  const high = all[index + 1]?.from ?? r.lexemes.length;
  const view: View = { r, money, low, high, sentence: [0, r.lexemes.length] };
  const before = natureBefore(view);
  const behind = natureBehind(view);
  if (before?.role === 'not' || behind?.role === 'not') return false;
  const role = pick(behind?.role) ?? pick(before?.role);
  if (role === 'total' || role === 'ote') return false;
  return r.lexemes[money.from - 1]?.text !== '+' && !r.lexemes.slice(low, money.from).some(({ text }) => text === '(');
}
