import type { CurrencyWords, PayFlag, Period } from '../types.ts';
import type { Lexeme, Mark, Marks } from './pay-lex.ts';
import type { Role } from './pay-words.ts';

/** One amount or range of money, before anyone asked whether it is pay. Lexeme indexes are half-open. */
export interface Money {
  readonly from: number;
  readonly to: number;
  readonly min: number | null;
  readonly max: number | null;
  /** Undefined where the text names none. */
  readonly currency?: CurrencyWords;
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

interface Amount {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly factor: number;
  readonly decimals: number;
  /** Currency written before the number. */
  readonly before?: CurrencyWords;
  readonly currency?: CurrencyWords;
  readonly exact: boolean;
  readonly period?: Period;
  readonly plus: boolean;
}

/** Lexemes with their marks by place. */
export interface Reading {
  readonly lexemes: readonly Lexeme[];
  readonly marks: Marks;
  readonly scales: ReadonlyMap<number, Mark>;
  readonly periods: ReadonlyMap<number, Mark>;
  readonly joins: ReadonlyMap<number, Mark>;
  readonly bounds: ReadonlyMap<number, Mark>;
  readonly ends: ReadonlyMap<number, Mark>;
  /** Bounds by the lexeme after them. */
  readonly boundsBefore: ReadonlyMap<number, Mark>;
}

const FACTORS: Partial<Record<Role, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, lakh: 1e5, crore: 1e7 };
/** Ends farther apart than this are two amounts, not a range. */
const WIDEST_RANGE = 12;

/** Lexemes and marks, indexed for {@link readMoney}. */
export function reading(lexemes: readonly Lexeme[], marks: Marks): Reading {
  const starts = (list: readonly Mark[]) => new Map(list.map((m) => [m.from, m]));
  return {
    lexemes,
    marks,
    scales: starts(marks.scale),
    periods: starts(marks.period),
    joins: starts(marks.join),
    bounds: starts(marks.bound),
    ends: starts(marks.end),
    boundsBefore: new Map(marks.bound.map((m) => [m.to, m])),
  };
}

/** All amounts and ranges of money in order of place. A number without a currency counts when scaled or grouped. */
export function readMoney(r: Reading): Money[] {
  const found: Money[] = [];
  let at = 0;
  while (at < r.lexemes.length) {
    const type = r.lexemes[at]?.type;
    const first = type === 'number' || type === 'currency' ? amountAt(r, at) : undefined;
    if (!first) {
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
  const opening = r.boundsBefore.get(first.from)?.role;
  const second = secondEnd(r, first);
  if (!second) return single(r, first, opening);
  const third = secondEnd(r, second);
  const last = third && third.before === second.before && third.value > second.value ? third : second;
  return pair(r, first, last, opening);
}

/** The amount joined to `first` by a dash, `to` or (after `between`) `and`. */
function secondEnd(r: Reading, first: Amount): Amount | undefined {
  let at = skipAside(r, first.to);
  const join = r.lexemes[at];
  const word = r.joins.get(at);
  if (join?.type === 'dash') at++;
  else if (word && (word.role === 'range' || isBetween(r, first.from))) at = word.to;
  else return undefined;
  const bound = r.bounds.get(at);
  if (bound && (bound.role === 'about' || bound.role === 'up-to')) at = bound.to;
  const second = amountAt(r, at);
  if (!second || !pairs(r, first, second)) return undefined;
  return second;
}

function isBetween(r: Reading, from: number): boolean {
  for (let i = from; i >= Math.max(0, from - 3); i--) {
    const bound = r.boundsBefore.get(i);
    if (bound?.role === 'between' || bound?.role === 'from') return true;
  }
  return false;
}

/** Skips `(USD)`, `(min)` and footnote signs after an amount. */
function skipAside(r: Reading, at: number): number {
  if (r.lexemes[at]?.text !== '(') return at;
  const inner = r.lexemes[at + 1];
  if (r.lexemes[at + 2]?.text !== ')') return at;
  if (inner?.type === 'currency' || r.ends.has(at + 1)) return at + 3;
  return at;
}

function pairs(r: Reading, first: Amount, second: Amount): boolean {
  if (Number.isNaN(first.value) || Number.isNaN(second.value)) return Boolean(first.currency && second.currency);
  if (second.before && !first.currency) return false;
  const bare = !second.currency && second.factor === 1;
  if (bare && second.value <= first.value) return false;
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
    period,
    flags,
    range: true,
    scaled: first.factor > 1 || second.factor > 1,
    lakh: first.factor === 1e5 || second.factor === 1e5 || second.factor === 1e7,
    huge: first.factor >= 1e6 || second.factor >= 1e6,
    machine: first.decimals === 1 && second.decimals === 1 && min === max,
  };
}

/** Periods of a full-time year, to bring the two ends of one range to one period. */
const PER_YEAR: Readonly<Record<Period, number>> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 };

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
    from: openingFrom(r, amount.from, opening !== undefined && opening !== 'between'),
    to: tail(r, amount),
    min: broken || upTo ? null : value,
    max: broken || (from && !upTo) ? null : value,
    currency: amount.currency,
    period: amount.period,
    flags,
    range: false,
    scaled: amount.factor > 1,
    lakh: amount.factor === 1e5 || amount.factor === 1e7,
    huge: amount.factor >= 1e6 && amount.factor !== 1e7,
    machine: amount.decimals === 1 && amount.factor === 1,
  };
}

function openingFrom(r: Reading, from: number, takes: boolean): number {
  return takes ? (r.boundsBefore.get(from)?.from ?? from) : from;
}

function andUp(r: Reading, at: number): boolean {
  return r.bounds.get(at)?.role === 'and-up' && !(r.lexemes[at]?.text === 'plus');
}

function tail(r: Reading, last: Amount): number {
  return andUp(r, last.to) ? (r.bounds.get(last.to)?.to ?? last.to) : last.to;
}

function amountAt(r: Reading, from: number): Amount | undefined {
  const { lexemes } = r;
  let at = from;
  let before: CurrencyWords | undefined;
  let exact = false;
  while (lexemes[at]?.type === 'currency' && at < from + 3) {
    const lexeme = lexemes[at] as Lexeme;
    if (!before || lexeme.exact) before = lexeme.currency;
    exact ||= lexeme.exact ?? false;
    at++;
  }
  const number = lexemes[at];
  if (number?.type !== 'number') return undefined;
  at++;
  if (lexemes[at]?.text === '%') return undefined;
  const suffix = scaleAt(r, at);
  if (suffix) at = suffix.to;
  let currency = before;
  let after = lexemes[at];
  while (after?.type === 'currency' && !(lexemes[at + 1]?.type === 'number' && lexemes[at + 1]?.start === after.end)) {
    if (!currency || after.exact) currency = after.currency;
    exact ||= after.exact ?? false;
    after = lexemes[++at];
  }
  let plus = isPlus(r, at);
  if (plus) at++;
  const every = periodAt(r, at);
  if (every) at = every.to;
  if (!plus && isPlus(r, at)) {
    plus = true;
    at++;
  }
  const next = lexemes[at];
  const glued = next?.type === 'word' && next.start === lexemes[at - 1]?.end;
  if (glued && !currency) return undefined;
  if (!currency && !suffix && previousGlued(lexemes, from)) return undefined;
  return {
    from,
    to: at,
    value: number.value,
    factor: suffix ? (FACTORS[suffix.role] ?? 1) : 1,
    decimals: number.decimals,
    before,
    currency,
    exact,
    period: every?.period,
    plus,
  };
}

/** `L4`, `p99`: a number that belongs to the word before it. */
function previousGlued(lexemes: readonly Lexeme[], at: number): boolean {
  const before = lexemes[at - 1];
  return before?.type === 'word' && before.end === lexemes[at]?.start;
}

/** A scale word that touches the number, or stands after a space and cannot be anything else. */
function scaleAt(r: Reading, at: number): Mark | undefined {
  const mark = r.scales.get(at);
  if (!mark) return undefined;
  const word = r.lexemes[at] as Lexeme;
  const touches = r.lexemes[at - 1]?.end === word.start;
  return touches || word.text.length > 2 || word.text === 'k' || word.text === 'bn' ? mark : undefined;
}

/** `+` that means «and more»: touching the amount, with no word touching it behind. */
function isPlus(r: Reading, at: number): boolean {
  const sign = r.lexemes[at];
  if (sign?.text !== '+' || r.lexemes[at - 1]?.end !== sign.start) return false;
  const next = r.lexemes[at + 1];
  return !(next?.type === 'word' && next.start === sign.end);
}

/** `/hr`, `per hour`, `an hour`, `p.a.`, `hourly` right behind an amount. */
export function periodAt(r: Reading, at: number): { readonly period: Period; readonly to: number } | undefined {
  const slash = r.lexemes[at]?.text === '/';
  const mark = r.periods.get(slash ? at + 1 : at);
  if (!mark) return undefined;
  const word = r.lexemes[mark.from] as Lexeme;
  const touches = r.lexemes[mark.from - 1]?.end === word.start;
  // A lone letter is a unit only behind a slash.
  if (word.text.length === 1 && mark.to === mark.from + 1 && !slash && !(touches && word.text === 'h'))
    return undefined;
  return { period: mark.role as Period, to: mark.to };
}
