import type { Vocabulary } from '../types/policy.ts';
import type { Currency, Field, FieldFault, PayFigure, PayFlag, Period } from '../types/posting.ts';
import { reading } from './pay-amount.ts';
import { lex, mark } from './pay-lex.ts';
import { readMoney } from './pay-money.ts';
import { type PayWords, payWords } from './pay-words.ts';

/** A declared range, or why there is none. */
export interface FieldPay {
  readonly figure?: PayFigure;
  readonly fault?: FieldFault;
}

interface Range {
  readonly min: number | null;
  readonly max: number | null;
  readonly currency?: Currency;
  readonly period?: Period;
  readonly flags: readonly PayFlag[];
  readonly range: boolean;
  /** An edit can swap its ends. */
  readonly swappable: boolean;
}

const KEYS = {
  min: ['min', 'minimum', 'minvalue', 'low', 'from', 'lower', 'start', 'minsalary', 'salarymin'],
  max: ['max', 'maximum', 'maxvalue', 'high', 'to', 'upper', 'end', 'maxsalary', 'salarymax'],
  value: ['value', 'amount', 'range', 'salary', 'base', 'pay'],
  currency: ['currency', 'salarycurrency', 'currencycode'],
  period: ['period', 'unittext', 'unit', 'per', 'interval', 'frequency', 'salaryperiod'],
} as const;

/** Less than this is no year's pay: the number lost its thousands or its period. */
const LEAST_YEAR = 6000;

/**
 * The declared range of a frontmatter field: text (`$165K–$215K`), a number, a list of two, or a map with `min` and `max`
 * (schema.org's `baseSalary` included). A single amount is a range of one point.
 */
export function payFromField(field: Field, vocabulary: Vocabulary): FieldPay {
  const words = payWords(vocabulary);
  const range = readValue(field.value, words, 0);
  if (typeof range === 'string') return { fault: fault(field, 'unparseable', range) };
  const low = range.min ?? range.max;
  const high = range.max ?? range.min;
  if (low === null || high === null || low <= 0 || high <= 0) return { fault: fault(field, 'unparseable', HOW) };
  if (!range.period && high < LEAST_YEAR) {
    const thousands = `${Math.round(low)}K${range.range ? `-${Math.round(high)}K` : ''}`;
    const advice = high < 1000 ? `write ${thousands}, or add a period such as /hour` : 'add a period such as /month';
    return { fault: fault(field, 'unparseable', `reads as ${low} a year; ${advice}`) };
  }
  if (range.range && Math.max(low, high) / Math.min(low, high) > 10) {
    return { fault: fault(field, 'unparseable', `its two ends, ${low} and ${high}, do not belong to one range`) };
  }
  const figure: PayFigure = {
    min: range.min === null ? null : Math.min(low, high),
    max: range.max === null ? null : Math.max(low, high),
    currency: range.currency ?? words.fallback,
    period: range.period ?? 'year',
    kind: 'base',
    flags: range.flags,
    from: 'frontmatter',
    span: field.valueSpan,
  };
  if (range.range && low === high) {
    return { figure, fault: fault(field, 'min-equals-max', 'names a range whose two ends are the same amount') };
  }
  if (range.flags.includes('reversed')) return { figure, fault: reversed(field, range, figure) };
  return { figure };
}

const HOW =
  'is no pay range; write it like $165,000-$215,000 or { min: 165000, max: 215000, currency: USD, period: year }';

function fault(field: Field, code: FieldFault['code'], detail: string): FieldFault {
  return { code, field: 'comp', span: field.valueSpan, detail };
}

function reversed(field: Field, range: Range, figure: PayFigure): FieldFault {
  const found = fault(field, 'reversed', `runs from ${figure.max} down to ${figure.min}; write the lower end first`);
  if (!range.swappable) return found;
  const { min, max, currency, period } = figure;
  const text = Array.isArray(field.value)
    ? `[${min}, ${max}]`
    : `{ min: ${min}, max: ${max}, currency: ${currency}, period: ${period} }`;
  return { ...found, edit: { span: field.valueSpan, text } };
}

/** A range, or why the value holds none. */
function readValue(value: unknown, words: PayWords, depth: number): Range | string {
  if (typeof value === 'number') return fromNumbers([value]);
  if (typeof value === 'string') return readText(value, words);
  if (value instanceof Date) return 'is a date, not pay; put the value in quotes';
  if (Array.isArray(value)) return readList(value, words);
  if (value !== null && typeof value === 'object' && depth < 3) {
    return readMap(value as Record<string, unknown>, words, depth);
  }
  return HOW;
}

function fromNumbers(ends: readonly number[]): Range | string {
  const [min, max] = ends;
  if (min === undefined || !Number.isFinite(min)) return HOW;
  const high = max ?? min;
  if (!Number.isFinite(high)) return HOW;
  return {
    min,
    max: high,
    flags: min > high ? ['reversed'] : [],
    range: max !== undefined,
    swappable: max !== undefined,
  };
}

function readText(text: string, words: PayWords): Range | string {
  const lexemes = lex(text, words);
  const r = reading(lexemes, mark(lexemes, words));
  const all = readMoney(r).filter((money) => !money.huge);
  const first = all[0];
  if (!first || first.flags.includes('malformed')) return HOW;
  if (all.filter((money) => money.range).length > 1)
    return 'names several amounts; declare the one base range of this job';
  const tail = r.marks.period[0]?.role as Period | undefined;
  return {
    min: first.min,
    max: first.max,
    currency: first.currency?.code ?? (first.lakh ? words.lakhs : undefined),
    period: first.period ?? (first.lakh ? 'year' : tail),
    flags: first.flags,
    range: first.range,
    swappable: true,
  };
}

function readList(list: readonly unknown[], words: PayWords): Range | string {
  if (list.length !== 2) return 'is a list that is not [min, max]';
  const ends = list.map((end) => readValue(end, words, 3));
  const [low, high] = ends;
  if (typeof low !== 'object' || typeof high !== 'object') return HOW;
  if (low.min === null || high.max === null) return HOW;
  return join(low, high);
}

function join(low: Range, high: Range): Range | string {
  const range = fromNumbers([low.min ?? Number.NaN, high.max ?? Number.NaN]);
  if (typeof range === 'string') return range;
  const [currency, period] = [low.currency ?? high.currency, low.period ?? high.period];
  // A list of bare numbers would no longer say them.
  return { ...range, currency, period, swappable: range.swappable && !currency && !period };
}

function readMap(map: Readonly<Record<string, unknown>>, words: PayWords, depth: number): Range | string {
  const get = (names: readonly string[]) => {
    for (const [key, value] of Object.entries(map)) {
      if (names.includes(key.toLowerCase().replace(/[\s_-]/g, ''))) return value;
    }
    return undefined;
  };
  const currency = readCurrency(get(KEYS.currency), words);
  if (currency === null) return 'names a currency that is no ISO code, such as USD or EUR';
  const period = readPeriod(get(KEYS.period), words);
  if (period === null) return 'names a period that is none of hour, day, week, month, year';
  const min = get(KEYS.min);
  const max = get(KEYS.max);
  const inner = min === undefined && max === undefined ? get(KEYS.value) : undefined;
  const range = inner !== undefined ? readValue(inner, words, depth + 1) : readEnds(min, max, words);
  if (typeof range === 'string') return range;
  return {
    ...range,
    currency: currency ?? range.currency,
    period: period ?? range.period,
    swappable: false,
  };
}

function readEnds(min: unknown, max: unknown, words: PayWords): Range | string {
  const low = min === undefined || min === null ? undefined : readValue(min, words, 3);
  const high = max === undefined || max === null ? undefined : readValue(max, words, 3);
  if (typeof low === 'string' || typeof high === 'string' || (!low && !high)) return HOW;
  if (low && high) return join(low, high);
  const one = (low ?? high) as Range;
  return {
    ...one,
    min: low ? one.min : null,
    max: high ? one.max : null,
    flags: [low ? 'open-max' : 'open-min'],
    range: false,
  };
}

/** An ISO code; undefined where none is given, null where it is none. */
function readCurrency(value: unknown, words: PayWords): Currency | undefined | null {
  if (value === undefined || value === null || value === '') return undefined;
  const text = String(value).trim();
  const known = words.codes.get(text.toUpperCase()) ?? words.symbols.get(text.toLowerCase());
  if (known) return known.code;
  return /^[A-Z]{3}$/.test(text) ? text : null;
}

function readPeriod(value: unknown, words: PayWords): Period | undefined | null {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return null;
  const lexemes = lex(value, words);
  return (mark(lexemes, words).period[0]?.role as Period | undefined) ?? null;
}
