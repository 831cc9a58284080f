import type { PayFlag, Period } from '../types/pay.ts';
import type { CurrencyWords } from '../types/words.ts';
import { type Amount, amountAt, type Reading } from './amount.ts';
import { isOfOtherTerms, pastAsides } from './aside.ts';
import { isBetween, pastWords } from './between.ts';
import { announcesBoth } from './ends.ts';
import type { Role } from './vocabulary.ts';
import { PER_YEAR } from './year.ts';

/** One amount or range of money, before anyone asked whether it is pay. Lexeme indexes are half-open. */
export interface Money {
  readonly from: number;
  readonly to: number;
  readonly min: number | null;
  readonly max: number | null;
  /** Undefined where the text names none. */
  readonly currency?: CurrencyWords;
  /** The currency is named by its code or a sign of its own (see `Lexeme`). */
  readonly exact: boolean;
  readonly period?: Period;
  readonly flags: readonly PayFlag[];
  /** Two ends were written. */
  readonly range: boolean;
  /** A suffix for thousands or lakhs was written. */
  readonly scaled: boolean;
  /** Lakhs or crores: Indian rupees a year. */
  readonly lakh: boolean;
  /** Written in millions or more. */
  readonly huge: boolean;
  /** Written as machines do (`285000.0`). */
  readonly machine: boolean;
}

/** Ends farther apart than this are two amounts, not a range. */
const WIDEST_RANGE = 12;

/** All amounts and ranges of money in order of place. A number without a currency counts when scaled or grouped. */
export function readMoney(r: Reading): Money[] {
  const found: Money[] = [];
  const names = new Set([...r.marks.nature, ...r.marks.terms].map((mark) => mark.from));
  let at = 0;
  while (at < r.lexemes.length) {
    const type = r.lexemes[at]?.type;
    const first = type === 'number' || type === 'currency' ? amountAt(r, at) : undefined;
    // `401k` and `1099` are names.
    if (!first || (!first.currency && names.has(at))) {
      at++;
      continue;
    }
    const money = rangeFrom(r, first);
    found.push(money);
    at = Math.max(money.to, at + 1);
  }
  return found;
}

function rangeFrom(r: Reading, first: Amount): Money {
  const listed = announcesBoth(r, first.from) ? listedEnd(r, first) : undefined;
  if (listed) return pair(r, first, listed, undefined);
  const opening = openingOf(r, first.from)?.role;
  const second = secondEnd(r, first);
  if (!second) return single(r, first, opening);
  const third = secondEnd(r, second);
  const last = third && third.before === second.before && third.value > second.value ? third : second;
  return pair(r, first, last, opening);
}

/** The last of two or three amounts in a row, parted by no more than a sign: what stands before says that they are ends. */
function listedEnd(r: Reading, first: Amount): Amount | undefined {
  let last: Amount | undefined;
  for (let count = 1, at = first.to; count < 3; count++) {
    const sign = r.lexemes[at];
    const parts = sign?.type === 'dash' || (sign?.type === 'mark' && '/,|·;'.includes(sign.text)) || r.joins.has(at);
    const next = parts ? amountAt(r, at + 1) : undefined;
    if (!next || !pairs(r, first, next)) break;
    last = next;
    at = next.to;
  }
  return last;
}

/** The amount joined to `first` by a dash, `to` or (after `between`) `and`. */
function secondEnd(r: Reading, first: Amount): Amount | undefined {
  let at = pastAsides(r, first.to);
  const join = r.lexemes[at];
  const word = r.joins.get(at);
  if (join?.type === 'dash' || isSlash(r, first, at)) at++;
  else if (word && (word.role === 'range' || isBetween(r, first.from))) at = word.to;
  else {
    const behind = pastWords(r, first, at);
    if (behind === undefined) return undefined;
    at = behind;
  }
  const bound = r.bounds.get(at);
  if (bound && (bound.role === 'about' || bound.role === 'up-to')) at = bound.to;
  const second = amountAt(r, at);
  if (!second || !pairs(r, first, second) || isOfOtherTerms(r, first, second)) return undefined;
  return second;
}

/** `55/65k€`: a slash inside one amount. */
function isSlash(r: Reading, first: Amount, at: number): boolean {
  const slash = r.lexemes[at];
  const next = r.lexemes[at + 1];
  return (
    slash?.text === '/' && next?.type === 'number' && next.start === slash.end && !first.period && first.factor === 1
  );
}

/** The word of a bound before an amount, with a colon between or not (`max: $190,000`). */
function openingOf(r: Reading, from: number) {
  const bound = r.boundsBefore.get(from);
  if (bound || r.lexemes[from - 1]?.text !== ':') return bound;
  // The letter of “Zone C: $150K” is no “c. $150K”.
  return r.lexemes[from - 2]?.text.length === 1 ? undefined : r.boundsBefore.get(from - 1);
}

function pairs(r: Reading, first: Amount, second: Amount): boolean {
  if (Number.isNaN(first.value) || Number.isNaN(second.value)) return Boolean(first.currency && second.currency);
  // `Level 5 - $100k` and `2026 - $100k` are no range, `80k - $100k` and `80,000 - $100,000` are.
  if (second.before && !first.currency && first.value * first.factor < 10_000) return false;
  const bare = !second.currency && second.factor === 1;
  // `$150K - 2 weeks off`: a lesser number without a currency is no second end, unless both are of one size.
  if (bare && second.value < first.value && second.value < 10000) return false;
  if (first.currency && second.currency && first.currency !== second.currency && first.exact && second.exact)
    return false;
  const after = r.lexemes[second.to];
  if (bare && after?.type === 'word' && after.start === r.lexemes[second.to - 1]?.end) return false;
  if (lostDigit(first, second)) return true;
  const [a, b] = ends(first, second);
  if (first.period && second.period && first.period !== second.period) return true;
  return a > 0 && b > 0 && Math.max(a, b) / Math.min(a, b) <= WIDEST_RANGE;
}

/** Values of both ends; a suffix, or thousands, written once counts for both (`$310-385K`, `60-70,000`). */
function ends(first: Amount, second: Amount): [number, number] {
  const a = first.value;
  const b = second.value;
  if (first.factor === 1 && second.factor > 1 && a < 1000) return [a * second.factor, b * second.factor];
  if (second.factor === 1 && first.factor > 1 && b < 1000) return [a * first.factor, b * first.factor];
  const left = a * first.factor;
  const right = b * second.factor;
  if (first.factor === 1 && second.factor === 1 && a < 1000 && right >= 10000 && a * 1000 <= right) {
    const bare = !first.period && first.decimals === 0;
    if (bare && right <= a * 5000) return [a * 1000, right];
  }
  return [left, right];
}

function pair(r: Reading, first: Amount, second: Amount, opening: Role | undefined): Money {
  let [min, max] = ends(first, second);
  let period = second.period ?? first.period;
  if (first.period && second.period && first.period !== second.period && min > 0 && max > 0) {
    min = Math.round((min * PER_YEAR[first.period]) / PER_YEAR[second.period]);
    period = second.period;
  }
  const flags: PayFlag[] = [];
  const broken = Number.isNaN(min) || Number.isNaN(max) || lostDigit(first, second);
  if (broken) flags.push('malformed');
  else if (min > max) flags.push('reversed');
  if (opening === 'about') flags.push('approx');
  if (second.plus || andUp(r, second.to)) flags.push('open-max');
  if (!broken && min > max) [min, max] = [max, min];
  const currency = pickCurrency(first, second);
  return {
    from: openingFrom(r, first.from, opening === 'about' || opening === 'up-to'),
    to: tail(r, second),
    min: Number.isNaN(min) || lostDigit(first, second) ? null : min,
    max: Number.isNaN(max) ? null : max,
    currency,
    exact: first.exact || second.exact,
    period,
    flags,
    range: true,
    scaled: first.factor > 1 || second.factor > 1,
    lakh: isLakh(first) || isLakh(second),
    huge: isHuge(first) || isHuge(second),
    machine: first.decimals === 1 && second.decimals === 1 && min === max,
  };
}

/** `$300,00 - $367,000`: a thousands group that lost a digit, not three hundred. */
function lostDigit(first: Amount, second: Amount): boolean {
  return first.decimals === 2 && second.decimals === 0 && second.value >= 10000 && first.value < 1000 && !first.period;
}

function pickCurrency(first: Amount, second: Amount): CurrencyWords | undefined {
  if (second.exact) return second.currency;
  if (first.exact) return first.currency;
  return first.currency ?? second.currency;
}

function single(r: Reading, amount: Amount, opening: Role | undefined): Money {
  const value = amount.value * amount.factor;
  const flags: PayFlag[] = [];
  const broken = Number.isNaN(value);
  if (broken) flags.push('malformed');
  const upTo = opening === 'up-to';
  const from = opening === 'from' || amount.plus || andUp(r, amount.to);
  if (upTo) flags.push('open-min');
  else if (from) flags.push('open-max');
  const tilde = r.lexemes[amount.from - 1];
  const about = opening === 'about' || (tilde?.type === 'dash' && '~～∼'.includes(tilde.text));
  if (about) flags.push('approx');
  return {
    from: openingFrom(r, amount.from, opening !== undefined && opening !== 'between' && opening !== 'and-up'),
    to: tail(r, amount),
    min: broken || upTo ? null : value,
    max: broken || (from && !upTo) ? null : value,
    currency: amount.currency,
    exact: amount.exact,
    period: amount.period,
    flags,
    range: false,
    scaled: amount.factor > 1,
    lakh: isLakh(amount),
    huge: isHuge(amount),
    machine: amount.decimals === 1 && amount.factor === 1,
  };
}

/** Lakhs and crores count Indian pay; a million or more in other words does not. */
function isLakh(amount: Amount): boolean {
  return amount.factor === 1e5 || amount.factor === 1e7;
}

function isHuge(amount: Amount): boolean {
  return amount.factor >= 1e6 && !isLakh(amount);
}

function openingFrom(r: Reading, from: number, takes: boolean): number {
  return takes ? (openingOf(r, from)?.from ?? from) : from;
}

function andUp(r: Reading, at: number): boolean {
  return r.bounds.get(at)?.role === 'and-up' && !(r.lexemes[at]?.text === 'plus');
}

function tail(r: Reading, last: Amount): number {
  return andUp(r, last.to) ? (r.bounds.get(last.to)?.to ?? last.to) : last.to;
}
