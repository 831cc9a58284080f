import type { PayFlag, PayKind, Period } from '../types/pay.ts';
import type { CurrencyWords, Vocabulary } from '../types/words.ts';
import { type Reading, reading } from './amount.ts';
import { mistypedCurrency, namedCurrency } from './currency.ts';
import { declaredKind } from './declared.ts';
import { GRADE, gradesIn } from './grade.ts';
import { type Lexeme, lex } from './lexemes.ts';
import { mark } from './marks.ts';
import { type Money, readMoney } from './money.ts';
import { isUnclear, pairOf } from './pair.ts';
import type { PayWords } from './vocabulary.ts';

/** A range as a value of the frontmatter gives it. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
  readonly currency?: CurrencyWords;
  /** The currency is named by more than a sign that several countries write. */
  readonly exact: boolean;
  /** In lakhs or crores. */
  readonly lakh: boolean;
  readonly period?: Period;
  readonly kind?: PayKind;
  readonly flags: readonly PayFlag[];
  readonly range: boolean;
  /** An edit can swap its ends. */
  readonly swappable: boolean;
}

/** Keys of a map that declares pay, by what they hold; the first of each is its name. */
export const PAY_KEYS = {
  min: ['min', 'minimum', 'minvalue', 'low', 'from', 'lower', 'start', 'minsalary', 'salarymin'],
  max: ['max', 'maximum', 'maxvalue', 'high', 'to', 'upper', 'end', 'maxsalary', 'salarymax'],
  value: [
    'value',
    'amount',
    'range',
    'salary',
    'base',
    'pay',
    'salaryrange',
    'payrange',
    'baserange',
    'basesalary',
    'basepay',
    'band',
  ],
  currency: ['currency', 'salarycurrency', 'currencycode'],
  period: ['period', 'unittext', 'unit', 'per', 'interval', 'frequency', 'salaryperiod'],
  kind: ['kind', 'type', 'basis', 'note'],
} as const;

/** What is told of a value that holds no pay. */
export const HOW =
  'is no pay range; write it like $165,000-$215,000 or { min: 165000, max: 215000, currency: USD, period: year }';

/** What values are read by. */
interface Reader {
  readonly words: PayWords;
  readonly vocabulary: Vocabulary;
}

/** A range, or why the value holds none. */
export function readValue(value: unknown, reader: Reader, depth: number): Range | string {
  if (typeof value === 'number') return fromNumbers([value]);
  if (typeof value === 'string') return readText(value, reader);
  if (value instanceof Date) return 'is a date, not pay; put the value in quotes';
  if (Array.isArray(value)) return readList(value, reader);
  if (value !== null && typeof value === 'object' && depth < 3) {
    return readMap(value as Record<string, unknown>, reader, depth);
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
    exact: false,
    lakh: false,
    flags: min > high ? ['reversed'] : [],
    range: max !== undefined,
    swappable: max !== undefined,
  };
}

function readText(text: string, { words, vocabulary }: Reader): Range | string {
  const r = readingOf(text, words);
  const mistyped = mistypedCurrency(text, r, words, vocabulary);
  if (mistyped) return mistyped;
  const grades = gradesIn(r, words, vocabulary);
  const all = readMoney(r).filter(
    (money) => !isHuge(money) && !grades.some((g) => g.from < money.to && money.from < g.to),
  );
  const first = all[0];
  if (!first && grades.length > 0) return GRADE;
  if (!first || first.flags.includes('malformed')) return HOW;
  if (all.filter((money) => money.range).length > 1)
    return 'names several amounts; declare the one base range of this job';
  // A lone letter is a unit only on an amount.
  const tail = r.marks.period.find(({ from, to }) => to - from > 1 || (r.lexemes[from]?.text.length ?? 0) > 1)?.role as
    | Period
    | undefined;
  if (
    r.lexemes.some(
      (lexeme, at) => isLost(lexeme) && ![...readMoney(r), ...grades].some((m) => m.from <= at && at < m.to),
    )
  )
    return HOW;
  const pair = pairOf(r, all);
  if (typeof pair === 'string') return pair;
  if (!pair && isUnclear(r, all)) return HOW;
  const kind = declaredKind(r, all, vocabulary);
  const last = pair?.last ?? first;
  return {
    min: first.min,
    max: first.max,
    ...currencyOf(r, all),
    lakh: first.lakh || last.lakh,
    period: first.period ?? last.period ?? (first.lakh || last.lakh ? 'year' : tail),
    ...(kind ? { kind } : {}),
    flags: [...(pair ? [] : first.flags), ...contractFlag(r)],
    range: first.range,
    swappable: true,
    ...(pair ? pair.ends : {}),
  };
}

/** A number as large as pay, no year and no name of a form (`1099`): none is left out in silence. */
function isLost({ type, value }: Lexeme): boolean {
  return type === 'number' && value >= 2100;
}

/** Written in millions where pay is not. */
function isHuge({ huge, currency }: Money): boolean {
  return huge && (currency?.unit ?? 1) < 100;
}

function contractFlag(r: Reading): PayFlag[] {
  return r.marks.terms.some(({ role }) => role === 'contract') ? ['contract'] : [];
}

/** The first amount's currency, also where it stands apart from it: `150K-188K (USD)`. */
function currencyOf(r: Reading, all: readonly Money[]): Pick<Range, 'currency' | 'exact'> {
  const { currency, exact } = all[0] as Money;
  if (exact) return { currency, exact };
  const apart = r.lexemes.find(
    (lexeme, at) => lexeme.currency && lexeme.exact && !all.some(({ from, to }) => from <= at && at < to),
  );
  return apart ? { currency: apart.currency, exact: true } : { currency, exact };
}

function readList(list: readonly unknown[], reader: Reader): Range | string {
  if (list.length !== 2) return 'is a list that is not [min, max]';
  const ends = list.map((end) => readValue(end, reader, 3));
  const [low, high] = ends;
  const wrong = ends.find((end, index) => typeof end === 'string' && typeof list[index] === 'string');
  if (typeof wrong === 'string') return wrong;
  if (typeof low !== 'object' || typeof high !== 'object') return HOW;
  if (low.min === null || high.max === null) return HOW;
  return join(low, high);
}

function join(low: Range, high: Range): Range | string {
  const range = fromNumbers([low.min ?? Number.NaN, high.max ?? Number.NaN]);
  if (typeof range === 'string') return range;
  const period = low.period ?? high.period;
  const { currency, exact } = high.exact && !low.exact ? high : low.currency ? low : high;
  const kind = low.kind ?? high.kind;
  const lakh = low.lakh || high.lakh;
  // A list of bare numbers would no longer say them.
  const swappable = range.swappable && !currency && !period && !lakh;
  return { ...range, currency, exact, lakh, period, ...(kind ? { kind } : {}), swappable };
}

function readMap(map: Readonly<Record<string, unknown>>, reader: Reader, depth: number): Range | string {
  const { words, vocabulary } = reader;
  const get = (names: readonly string[]) => {
    for (const [key, value] of Object.entries(map)) {
      if (names.includes(key.toLowerCase().replace(/[\s_-]/g, ''))) return value;
    }
    return undefined;
  };
  const named = namedCurrency(get(PAY_KEYS.currency), words);
  if (typeof named === 'string') return named;
  const period = readPeriod(get(PAY_KEYS.period), words);
  if (period === null) return 'names a period that is none of hour, day, week, month, year';
  const min = get(PAY_KEYS.min);
  const max = get(PAY_KEYS.max);
  const inner = min === undefined && max === undefined ? get(PAY_KEYS.value) : undefined;
  const range = inner !== undefined ? readValue(inner, reader, depth + 1) : readEnds(min, max, reader);
  if (typeof range === 'string') return range;
  const note = get(PAY_KEYS.kind);
  const kind = typeof note === 'string' ? declaredKind(readingOf(note, words), [], vocabulary) : undefined;
  return {
    ...range,
    ...(named ?? {}),
    ...(kind ? { kind } : {}),
    period: period ?? range.period,
    swappable: false,
  };
}

function readEnds(min: unknown, max: unknown, reader: Reader): Range | string {
  const low = min === undefined || min === null ? undefined : readValue(min, reader, 3);
  const high = max === undefined || max === null ? undefined : readValue(max, reader, 3);
  if (typeof min === 'string' && typeof low === 'string') return low;
  if (typeof max === 'string' && typeof high === 'string') return high;
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

function readPeriod(value: unknown, words: PayWords): Period | undefined | null {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return null;
  return (readingOf(value, words).marks.period[0]?.role as Period | undefined) ?? null;
}

function readingOf(text: string, words: PayWords): ReturnType<typeof reading> {
  const lexemes = lex(text, words);
  return reading(lexemes, mark(lexemes, words), words);
}
