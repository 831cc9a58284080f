import type { Period } from '../types/pay.ts';
import type { Field } from '../types/posting.ts';
import type { Vocabulary } from '../types/words.ts';
import { readValue } from './value.ts';
import { declaredWords, payWords } from './vocabulary.ts';

/** Fields whose keys together say the pay: `salary_min`, `salary_max`, `salary_period`. */
export interface FlatPay {
  /** The pay as one field, as if it had been declared so. */
  readonly comp?: Field;
  /** The field that says for how long the pay is, beside pay that is declared elsewhere. */
  readonly period?: Period;
}

export type Part = 'pay' | 'weak' | 'aside' | 'code' | 'min' | 'max' | 'currency' | 'period' | Period;

/** The list of words for each part of a key. */
const PARTS = {
  pay: 'pay-key-pay',
  weak: 'pay-key-weak',
  aside: 'pay-key-aside',
  min: 'pay-key-min',
  max: 'pay-key-max',
  currency: 'pay-key-currency',
  period: 'pay-key-period',
} as const;
const PERIODS: readonly Period[] = ['hour', 'day', 'week', 'month', 'year'];
/** Longest key that is taken apart. */
const MAX_KEY = 40;

/** Reads pay from keys that are put together of known words (`minSalary`, `hourly_rate`). `known` are keys that mean something else. */
export function flatPay(fields: readonly Field[], known: (key: string) => boolean, vocabulary: Vocabulary): FlatPay {
  const found: Partial<Record<Role, Field>> = {};
  const weak: Partial<Record<Role, Field>> = {};
  let period: Period | undefined;
  let code: string | undefined;
  for (const field of fields) {
    const parts = field.value === null || field.value === '' || known(field.key) ? [] : partsOf(field.key, vocabulary);
    const role = parts && (roleOf(parts) ?? (statesPay(parts, field.value, vocabulary) ? 'value' : undefined));
    if (!parts) continue;
    if (!role && isLarge(field.value)) weak[endOf(parts) ?? 'value'] ??= field;
    if (!role || found[role]) continue;
    const said = role === 'period' ? periodIn(field.value, vocabulary) : PERIODS.find((each) => parts.includes(each));
    const states = role === 'currency' ? true : role === 'period' ? said !== undefined : /\d/.test(String(field.value));
    if (!states) continue;
    found[role] = field;
    if (parts.includes('code')) code ??= codeIn(field.key, vocabulary);
    period ??= said;
  }
  // `base_min` and `base_max` together are pay, alone they may be anything.
  const { min, max, value, currency } =
    weak.min && weak.max && !found.min && !found.max ? { ...found, ...weak } : found;
  const first = min ?? max ?? value;
  if (!first) return period && found.period ? { period } : {};
  const ends = min || max ? { min: min?.value, max: max?.value } : { value: value?.value };
  const all = {
    ...ends,
    ...(currency ? { currency: currency.value } : code ? { currency: code } : {}),
    ...(period ? { period } : {}),
  };
  const last = min && max && min.valueSpan.start < max.valueSpan.start ? max : first;
  return {
    comp: {
      key: first.key,
      value: all,
      keySpan: first.keySpan,
      valueSpan: { start: first.valueSpan.start, end: last.valueSpan.end },
    },
    ...(period ? { period } : {}),
  };
}

export type Role = 'min' | 'max' | 'value' | 'currency' | 'period';

/** The least that two ends are pay whose keys do not say so. */
const LEAST = 1000;

function isLarge(value: unknown): boolean {
  return Number(String(value).replace(/[^\d.]/g, '') || 0) >= LEAST;
}

/** Whether a key that may be anything (`rate`) holds an amount of money for a time: `£550 - £650 per day`. */
function statesPay(parts: readonly Part[], value: unknown, vocabulary: Vocabulary): boolean {
  if (typeof value !== 'string' || parts.length === 0 || parts.some((part) => part !== 'weak' && part !== 'aside'))
    return false;
  const range = readValue(value, { words: declaredWords(vocabulary), vocabulary }, 0);
  return typeof range === 'object' && range.currency !== undefined && range.period !== undefined;
}

/** The end that a key names which does not say pay: `base_min`. */
function endOf(parts: readonly Part[]): 'min' | 'max' | undefined {
  if (!parts.includes('weak') || parts.some((part) => part !== 'weak' && part !== 'min' && part !== 'max'))
    return undefined;
  return parts.includes('min') ? 'min' : parts.includes('max') ? 'max' : undefined;
}

/** The currency in which a key ends: `salary_usd`. */
function codeIn(key: string, { currencies }: Vocabulary): string | undefined {
  return currencies?.find(({ code }) => key.toLowerCase().endsWith(code.toLowerCase()))?.code;
}

function roleOf(parts: readonly Part[]): Role | undefined {
  const has = (part: Part): boolean => parts.includes(part);
  const timed = PERIODS.some(has);
  if (!has('pay') && !(has('weak') && timed)) return undefined;
  if (has('currency')) return 'currency';
  if (has('min')) return has('max') ? undefined : 'min';
  if (has('max')) return 'max';
  if (has('period') && !timed) return 'period';
  return 'value';
}

/** What a key says of the pay by the words it is put together from. */
export function roleOfKey(key: string, vocabulary: Vocabulary): Role | undefined {
  const parts = partsOf(key, vocabulary);
  return parts && roleOf(parts);
}

/** The words that a key is put together from; undefined where one is not known. */
function partsOf(key: string, vocabulary: Vocabulary): Part[] | undefined {
  const folded = key.toLowerCase().replace(/[\s_-]+/g, '');
  if (folded.length > MAX_KEY) return undefined;
  const words = keyParts(vocabulary);
  // Longest first, from the end back: `best[i]` are the parts of the key from i on.
  const best: (Part[] | undefined)[] = [];
  best[folded.length] = [];
  for (let from = folded.length - 1; from >= 0; from--) {
    for (let to = folded.length; to > from; to--) {
      const part = words.get(folded.slice(from, to));
      const rest = best[to];
      if (!part || !rest) continue;
      best[from] = [part, ...rest];
      break;
    }
  }
  return best[0];
}

const compiled = new WeakMap<Vocabulary, ReadonlyMap<string, Part>>();

/** Words of keys with the part that each is. */
export function keyParts(vocabulary: Vocabulary): ReadonlyMap<string, Part> {
  const known = compiled.get(vocabulary);
  if (known) return known;
  const words = new Map<string, Part>();
  for (const period of PERIODS) {
    for (const word of vocabulary.words[`pay-${period}`] ?? []) if (/^[a-z]{3,}$/.test(word)) words.set(word, period);
  }
  for (const { code } of vocabulary.currencies ?? []) words.set(code.toLowerCase(), 'code');
  for (const part of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
    for (const word of vocabulary.words[PARTS[part]] ?? []) words.set(word, part);
  }
  compiled.set(vocabulary, words);
  return words;
}

function periodIn(value: unknown, vocabulary: Vocabulary): Period | undefined {
  if (typeof value !== 'string') return undefined;
  const said = payWords(vocabulary).phrases.get(
    value
      .trim()
      .toLowerCase()
      .replace(/^(?:per|an?|\/)\s+|^\//, ''),
  );
  return said?.find(({ group, words }) => group === 'period' && words.length === 1)?.role as Period | undefined;
}
