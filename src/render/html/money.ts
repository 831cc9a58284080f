import type { Currency } from '../../types/pay.ts';

/** An amount in figures, in lakhs and crores where it was posted so: `$190,000`, `₹24,00,000`. */
export function amount(value: number, currency: Currency, lakh = false): string {
  return formatted(value, currency, lakh, 'standard');
}

/** An amount for a small place: `$190K`, `₹24L`. */
export function shortAmount(value: number, currency: Currency, lakh = false): string {
  return formatted(value, currency, lakh, 'compact');
}

/** A range in figures; one figure where both ends are the same. */
export function range(
  { min, max }: { readonly min: number; readonly max: number },
  currency: Currency,
  lakh = false,
  write = amount,
): string {
  return min === max ? write(min, currency, lakh) : `${write(min, currency, lakh)}–${write(max, currency, lakh)}`;
}

const known = new Map<string, Intl.NumberFormat>();

function formatted(value: number, currency: Currency, lakh: boolean, notation: 'standard' | 'compact'): string {
  const key = `${currency} ${lakh} ${notation}`;
  let format = known.get(key);
  if (format === undefined) {
    // A team's own band table may name what is no currency.
    const style = /^[A-Z]{3}$/.test(currency) ? ({ style: 'currency', currency } as const) : {};
    const digits = notation === 'compact' ? 1 : 0;
    format = new Intl.NumberFormat(lakh ? 'en-IN' : 'en-US', {
      ...style,
      notation,
      maximumFractionDigits: digits,
      minimumFractionDigits: 0,
    });
    known.set(key, format);
  }
  return format.format(value);
}
