import type { Period } from '../types/pay.ts';
import { periodAt } from './amount.ts';
import type { Lexeme } from './lexemes.ts';
import { lastBefore, type Mark } from './marks.ts';
import { REACH, type View } from './nature.ts';

/**
 * The period an amount is paid for: written on it, near behind it, before it in the sentence, or in the heading; away from
 * the amount it counts only where the amount makes sense for it. `unit` is the currency's order of magnitude to a dollar.
 */
export function findPeriod(view: View, unit: number, heading: () => { readonly period?: Period }): Period | undefined {
  const { r, money } = view;
  if (money.period) return money.period;
  if (money.lakh) return 'year';
  const end = Math.min(view.high, money.to + REACH + 2);
  for (let at = money.to; at < end; at++) {
    const lexeme = r.lexemes[at] as Lexeme;
    const every = lexeme.type === 'word' || lexeme.text === '/' ? periodAt(r, at) : undefined;
    if (every) {
      if (at === money.to || fits(view, every.period, unit)) return every.period;
      break;
    }
    if (lexeme.type === 'number' || (lexeme.type === 'mark' && ',;|•·'.includes(lexeme.text))) break;
  }
  const { period } = r.marks;
  for (let i = lastBefore(period, money.from); i >= 0; i--) {
    const mark = period[i] as Mark;
    if (mark.from < view.sentence[0] || money.from - mark.to > 2 * REACH) break;
    const word = r.lexemes[mark.from] as Lexeme;
    if ((word.text.length > 1 || mark.to - mark.from > 1) && fits(view, mark.role as Period, unit))
      return mark.role as Period;
  }
  const named = heading().period;
  return named && fits(view, named, unit) ? named : undefined;
}

/** A year where the amount is large enough for one; else the period it looks like, never stated as certain. */
export function guessPeriod({ r, money }: View, unit: number): Period {
  const low = money.min ?? money.max ?? 0;
  if (low >= (r.plausible?.year[0] ?? 0) * unit) return 'year';
  if (low >= 1000 * unit) return 'month';
  return low >= 100 * unit ? 'year' : 'hour';
}

/** Whether an amount makes sense for a period. */
export function fits({ r, money }: View, period: Period, unit: number): boolean {
  const [from, to] = r.plausible?.[period] ?? [0, Number.POSITIVE_INFINITY];
  const low = money.min ?? money.max;
  const high = money.max ?? money.min;
  return low !== null && high !== null && low >= from * unit && high <= to * unit * (unit > 1 ? 3 : 1);
}
