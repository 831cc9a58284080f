import { PER_YEAR } from '../pay/year.ts';
import type { Currency, PayFigure } from '../types/pay.ts';
import type { Edit } from '../types/place.ts';
import type { Vocabulary } from '../types/words.ts';

/** A figure's ends per year in its own currency; an open end is null. */
export function yearly(figure: PayFigure): { readonly min: number | null; readonly max: number | null } {
  const times = PER_YEAR[figure.period];
  return {
    min: figure.min === null ? null : figure.min * times,
    max: figure.max === null ? null : figure.max * times,
  };
}

/** Both ends are stated, or one fixed amount. */
export function isClosed(figure: PayFigure): boolean {
  return figure.min !== null && figure.max !== null && !figure.flags.some((flag) => OPEN.has(flag));
}

const OPEN: ReadonlySet<string> = new Set(['open-min', 'open-max', 'malformed', 'no-period', 'scale', 'implausible']);

/** An amount for people: `$165,000`, `CHF 120,000`. */
export function amount(value: number, currency: Currency, vocabulary: Vocabulary): string {
  const symbol = vocabulary.currencies?.find((each) => each.code === currency)?.symbols[0];
  const digits = grouped(Math.round(value * 100) / 100, ',');
  return symbol && !/[a-z\u00c0-\u1fff]/i.test(symbol) ? `${symbol}${digits}` : `${currency} ${digits}`;
}

/**
 * A range for people, with its period unless that is a year: `$165,000–$215,000`, `€40 an hour`. Of a figure that does not
 * say its currency only the numbers.
 */
export function range(
  ends: Pick<PayFigure, 'min' | 'max' | 'currency' | 'period'> & Partial<Pick<PayFigure, 'flags' | 'lakh'>>,
  vocabulary: Vocabulary,
): string {
  const { min, max, currency, period, flags } = ends;
  const show = (value: number) =>
    flags?.includes('no-currency') ? grouped(Math.round(value * 100) / 100, ',') : amount(value, currency, vocabulary);
  const every = period === 'year' ? '' : ` ${period === 'hour' ? 'an' : 'a'} ${period}`;
  if (ends.lakh) return inLakhs(ends, vocabulary) + every;
  if (min !== null && max !== null) return (min === max ? show(min) : `${show(min)}–${show(max)}`) + every;
  return min !== null ? `from ${show(min)}${every}` : `up to ${show(max ?? 0)}${every}`;
}

/** As they are counted where it was written: `₹38–46 lakh`, `₹1.2–1.5 crore`. */
function inLakhs({ min, max, currency }: Pick<PayFigure, 'min' | 'max' | 'currency'>, vocabulary: Vocabulary): string {
  const crore = Math.min(min ?? max ?? 0, max ?? min ?? 0) >= 1e7;
  const show = (value: number): string => grouped(Math.round((value / (crore ? 1e7 : 1e5)) * 100) / 100, ',');
  const sign = amount(0, currency, vocabulary).replace(/0$/, '');
  const unit = crore ? 'crore' : 'lakh';
  if (min !== null && max !== null) return `${sign}${min === max ? show(min) : `${show(min)}–${show(max)}`} ${unit}`;
  return min !== null ? `from ${sign}${show(min)} ${unit}` : `up to ${sign}${show(max ?? 0)} ${unit}`;
}

function grouped(value: number, separator: string): string {
  const [whole, fraction] = String(value).split('.') as [string, string?];
  let out = '';
  for (let i = 0; i < whole.length; i++) {
    if (i > 0 && (whole.length - i) % 3 === 0) out += separator;
    out += whole[i];
  }
  return fraction === undefined ? out : `${out}.${fraction.padEnd(2, '0')}`;
}

interface Number {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Followed by a suffix for thousands. */
  readonly suffix: string;
}

/**
 * Replaces a figure of the text by the declared range, in the figure's own style (`$155K – $205K` → `$165K – $215K`).
 * Undefined where the style is not understood, or currency or period differ.
 */
export function mendFigure(text: string, wrong: PayFigure, declared: PayFigure): Edit | undefined {
  const { min, max } = declared;
  if (min === null || max === null || declared.currency !== wrong.currency || declared.period !== wrong.period)
    return undefined;
  const { start, end } = wrong.span;
  const old = text.slice(start, end);
  const numbers = numbersOf(old);
  if (numbers.length === 0 || numbers.length > 2) return undefined;
  const thousands = numbers.some((number) => number.suffix !== '');
  const stated = [wrong.min, wrong.max].filter((value) => value !== null);
  // The figure must read back to its own numbers, else its notation is none of those known here.
  for (const number of numbers) {
    const value = Number(number.text.replace(/[^\d]/g, '')) * (thousands ? 1000 : 1);
    if (!stated.includes(value)) return undefined;
  }
  const style = { separator: separatorOf(numbers), thousands };
  const low = written(min, style);
  const high = written(max, style);
  if (low === undefined || high === undefined) return undefined;
  const [first, second] = numbers as [Number, Number?];
  if (second) {
    const mended = old.slice(0, first.start) + low + old.slice(first.end, second.start) + high + old.slice(second.end);
    return { span: { start, end }, text: mended };
  }
  return { span: { start, end }, text: fromOne(old, first, low, high) };
}

/** One open amount becomes a range: its own currency and suffix stand at both ends, words of bounds go. */
function fromOne(old: string, only: Number, low: string, high: string): string {
  const before = /[^\s\dA-Za-z\u00c0-\u1fff~(]*$/.exec(old.slice(0, only.start))?.[0] ?? '';
  const code = /\b[A-Z]{3} ?$|\b[A-Z]{1,3}(?=\$$)/.exec(old.slice(0, only.start))?.[0] ?? '';
  const after = /^\s?(?:[A-Z]{3}\b|[€£₹¥])/.exec(old.slice(only.end + only.suffix.length))?.[0] ?? '';
  const symbol = code.endsWith(' ') ? '' : before;
  return `${code}${symbol}${low}${only.suffix}–${symbol}${high}${only.suffix}${after}`;
}

function numbersOf(text: string): Number[] {
  const found: Number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text, at)) continue;
    let end = at + 1;
    while (isDigit(text, end) || (isSeparator(text[end]) && isDigit(text, end + 1) && isDigit(text, end + 3))) end++;
    const suffix = text[end] === 'k' || text[end] === 'K' ? (text[end] as string) : '';
    found.push({ start: at, end, text: text.slice(at, end), suffix });
    at = end;
  }
  return found;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isSeparator(sign: string | undefined): boolean {
  return sign !== undefined && ",.'’  ".includes(sign);
}

function separatorOf(numbers: readonly Number[]): string {
  for (const number of numbers) {
    const sign = /[^\d]/.exec(number.text)?.[0];
    if (sign) return sign;
  }
  return '';
}

function written(value: number, style: { separator: string; thousands: boolean }): string | undefined {
  if (!Number.isInteger(value)) return undefined;
  if (!style.thousands) return style.separator === '' ? String(value) : grouped(value, style.separator);
  return value % 1000 === 0 ? String(value / 1000) : undefined;
}
