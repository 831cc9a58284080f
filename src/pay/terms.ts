import type { PayFlag } from '../types/pay.ts';
import { lastBefore, type Mark } from './marks.ts';
import { REACH, type View } from './nature.ts';
import type { Role } from './vocabulary.ts';

/** Gross or net is said of it, which is said of pay only. */
export function hasTerms(view: View): boolean {
  return terms(view).some((flag) => flag === 'gross' || flag === 'net');
}

const TERMS: ReadonlySet<Role> = new Set(['equity', 'bonus', 'doe', 'contract', 'gross', 'net']);

/** What is said of an amount beside it: rewards on top, gross or net, the form of hiring. */
export function terms(view: View): PayFlag[] {
  const { r, money } = view;
  const found = new Set<PayFlag>();
  const all = r.marks.terms;
  let high = money.to;
  while (high < view.high && r.lexemes[high]?.text !== ';') high++;
  for (let i = lastBefore(all, view.low) + 1; i < all.length; i++) {
    const mark = all[i] as Mark;
    if (mark.from >= high) break;
    // `$120k gross, $100k net`: what follows the amount before at once is said of that one.
    if (mark.from === view.low && view.low > view.sentence[0] && (mark.role === 'gross' || mark.role === 'net'))
      continue;
    if (mark.role === 'super') {
      if (r.lexemes[mark.from - 1]?.text === '+') found.add('super');
    } else if (mark.role === 'contract') {
      if (mark.from - money.to <= REACH && money.from - mark.to <= REACH) found.add('contract');
    } else if (TERMS.has(mark.role)) found.add(mark.role as PayFlag);
  }
  return [...found];
}
