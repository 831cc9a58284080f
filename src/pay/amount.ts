import type { Period } from '../types/pay.ts';
import type { CurrencyWords, PlausiblePay } from '../types/words.ts';
import { isUnspaced, type Lexeme } from './lexemes.ts';
import type { Mark, Marks } from './marks.ts';
import type { PayWords, Role } from './vocabulary.ts';

/** One number with its currency, scale and period. */
export interface Amount {
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
  readonly plausible: PlausiblePay | undefined;
  readonly scales: ReadonlyMap<number, Mark>;
  readonly periods: ReadonlyMap<number, Mark>;
  readonly joins: ReadonlyMap<number, Mark>;
  readonly bounds: ReadonlyMap<number, Mark>;
  readonly ends: ReadonlyMap<number, Mark>;
  readonly terms: ReadonlyMap<number, Mark>;
  /** Bounds by the lexeme after them. */
  readonly boundsBefore: ReadonlyMap<number, Mark>;
}

const FACTORS: Partial<Record<Role, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  myriad: 1e4,
  lakh: 1e5,
  crore: 1e7,
};

/** Lexemes and marks, indexed for {@link amountAt}. */
export function reading(lexemes: readonly Lexeme[], marks: Marks, { plausible }: Pick<PayWords, 'plausible'>): Reading {
  const starts = (list: readonly Mark[]) => new Map(list.map((m) => [m.from, m]));
  return {
    lexemes,
    marks,
    plausible,
    scales: starts(marks.scale),
    periods: starts(marks.period),
    joins: starts(marks.join),
    bounds: starts(marks.bound),
    ends: starts(marks.end),
    terms: starts(marks.terms),
    boundsBefore: new Map(marks.bound.map((m) => [m.to, m])),
  };
}

/** The amount that begins at a lexeme, a number or a currency; undefined where none does. */
export function amountAt(r: Reading, from: number): Amount | undefined {
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
  if (before?.type !== 'word' || before.end !== lexemes[at]?.start) return false;
  return !isUnspaced(before.text.charCodeAt(0));
}

/** A scale word that touches the number, or stands after a space and cannot be anything else. */
function scaleAt(r: Reading, at: number): Mark | undefined {
  const mark = r.scales.get(at);
  if (!mark) return undefined;
  const word = r.lexemes[at] as Lexeme;
  const touches = r.lexemes[at - 1]?.end === word.start;
  const clear = word.text.length > 2 || word.text === 'k' || word.text === 'bn' || mark.role === 'crore';
  return touches || clear ? mark : undefined;
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
  // `p/m`, `p/d`: the slash stands for a blank.
  const per = r.lexemes[at]?.text === 'p' && r.lexemes[at + 1]?.text === '/' ? 1 : 0;
  const slash = r.lexemes[at + per]?.text === '/';
  const mark = r.periods.get(slash ? at + per + 1 : at);
  if (!mark) return undefined;
  const word = r.lexemes[mark.from] as Lexeme;
  const touches = r.lexemes[mark.from - 1]?.end === word.start;
  // A lone letter is a unit only behind a slash.
  if (word.text.length === 1 && mark.to === mark.from + 1 && !slash && !(touches && word.text === 'h'))
    return undefined;
  return { period: mark.role as Period, to: mark.to };
}
