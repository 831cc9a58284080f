/** Dates of the frontmatter, in the notations that people write. */
import type { Day } from '../types/place.ts';
import type { Field, FieldFault, PostedDate } from '../types/posting.ts';

/** Dates of the fields that hold one, and what is wrong with the others. */
export function readDates(
  fields: ReadonlyMap<string, Field>,
  lexicon: DateWords & { words(name: string): ReadonlySet<string> },
): { dates: Map<string, PostedDate>; faults: FieldFault[] } {
  const dates = new Map<string, PostedDate>();
  const faults: FieldFault[] = [];
  for (const written of lexicon.words('date-fields')) {
    const name = written.replaceAll('-', '_');
    const field = fields.get(name);
    const { date, fault } = field ? readDate(name, field, lexicon) : {};
    if (date) dates.set(name, date);
    if (fault) faults.push(fault);
  }
  return { dates, faults };
}

/** A date that was read, or what is wrong with it; neither where no date is meant. */
export interface DateReading {
  readonly date?: PostedDate;
  readonly fault?: FieldFault;
}

/** Words that dates are read by. */
export interface DateWords {
  /** Names of months, folded, with their numbers from 1. */
  readonly months: ReadonlyMap<string, number>;
}

/** Longest value that is looked through for a date. */
const MAX_DATE = 120;

/** What a field that holds a date says; `field` is its canonical name. */
export function readDate(name: string, field: Field, words: DateWords): DateReading {
  const { value } = field;
  if (typeof value !== 'string' && typeof value !== 'number') return {};
  const said = String(value).trim();
  if (said.length > MAX_DATE) return {};
  const folded = foldDate(said);
  const found = /\d/.test(said) ? find(folded, words) : loneMonth(folded, words);
  if (found === undefined) return {};
  if (typeof found === 'object') {
    const [earliest, latest] = found.days;
    return { date: { field, text: found.text, earliest, latest } };
  }
  const [code, rest] = found.startsWith('!')
    ? (['invalid-date', found.slice(1)] as const)
    : (['unclear-date', found] as const);
  return {
    fault: { code, field: name, span: field.valueSpan, detail: `${field.key}: “${said.slice(0, 60)}” ${rest}` },
  };
}

/** Text for comparison: lower case, without accents. */
export function foldDate(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

interface Found {
  /** `2026-04-30`, or `2026-04` where no day is named. */
  readonly text: string;
  readonly days: readonly [Day, Day];
}

const WANTED = 'write it as YYYY-MM-DD, such as 2026-04-30';
const UNCLEAR = `cannot be read as a date; ${WANTED}`;
const IMPOSSIBLE = `!is no day of the calendar; write one that is, as YYYY-MM-DD`;

/** A date, a fault (`!` before one that is sure), or undefined where nothing is meant for one. */
function find(text: string, { months }: DateWords): Found | string | undefined {
  const named = [...text.matchAll(/[a-z]+/g)].filter(([word]) => months.has(word));
  const all = [
    ...numeric(text),
    ...named.flatMap((match) => byName(text, match.index, match[0], months.get(match[0])!)),
  ];
  const [first, ...others] = all;
  if (first === undefined) return looksLikeDate(text) ? UNCLEAR : undefined;
  // Two dates are a span of time, of which it is not known which end is meant.
  return others.length > 0 ? undefined : first;
}

/** Most words of a value that names a time and nothing else (“by the end of January”). */
const MAX_WORDS = 5;

/** A month in words alone, as what its value ends in: “end of January”, not “we may close early”. */
function loneMonth(text: string, { months }: DateWords): string | undefined {
  const words = text.match(/[a-z]+/g) ?? [];
  return words.length <= MAX_WORDS && months.has(words.at(-1) ?? '') ? noYear() : undefined;
}

/** Dates in figures: year first, year last, and a month without a day where nothing else stands. */
function numeric(text: string): (Found | string)[] {
  const found: (Found | string)[] = [];
  for (const [, y, m, d] of text.matchAll(/(?<![\d.])(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/g)) {
    found.push(day(Number(y), Number(m), Number(d)));
  }
  for (const [, a, sign, b, y] of text.matchAll(
    /(?<![\d./-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])/g,
  )) {
    found.push(yearLast(Number(a), Number(b), sign!, y!));
  }
  if (found.length > 0) return found;
  const compact = /^(20\d\d)(\d\d)(\d\d)$/.exec(text);
  if (compact) return [day(Number(compact[1]), Number(compact[2]), Number(compact[3]))];
  if (isDayOfMonth(text)) return [noYear()];
  const month =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})(?:\s?月\s?末?)?$/.exec(text) ?? /^(\d{1,2})\s?[-/.]\s?(\d{4})$/.exec(text);
  if (month) {
    const [year, number] = [Number(month[1]), Number(month[2])].sort((one, other) => other - one) as [number, number];
    return [monthOf(year, number)];
  }
  const quarter = /\bq([1-4])[\s/-]*(20\d\d)\b/.exec(text) ?? /\b(20\d\d)[\s/-]*q([1-4])\b/.exec(text);
  if (!quarter) return [];
  const [number, year] = [Number(quarter[1]), Number(quarter[2])].sort((one, other) => one - other) as [number, number];
  const days = [dayText(year, number * 3 - 2, 1), dayText(year, number * 3, lastDay(year, number * 3))] as const;
  return [{ text: `Q${number} ${year}`, days }];
}

/** `31/01`, `31.1.` */
function isDayOfMonth(text: string): boolean {
  const [, a, b] = /^(\d{1,2})[/.](\d{1,2})\.?$/.exec(text) ?? [];
  const [low, high] = [Number(a), Number(b)].sort((one, other) => one - other) as [number, number];
  return low >= 1 && low <= 12 && high <= 31;
}

function yearLast(a: number, b: number, sign: string, written: string): Found | string {
  // Two figures of a year between dashes may as well be a day.
  if (written.length === 2 && sign === '-') return UNCLEAR;
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  const [isMonthA, isMonthB] = [a >= 1 && a <= 12, b >= 1 && b <= 12];
  if (isMonthA && isMonthB && a !== b && sign !== '.') {
    const choices = `${dayText(year, b, a)} or ${dayText(year, a, b)}`;
    return `is read with the day first by some and with the month first by others; write ${choices}`;
  }
  return isMonthB ? day(year, b, a) : day(year, a, b);
}

/** Dates around the name of a month that stands at `at`. */
function byName(text: string, at: number, word: string, month: number): (Found | string)[] {
  const before = text.slice(Math.max(0, at - 24), at);
  const behind = text.slice(at + word.length, at + word.length + 24);
  const yearFirst = /(?<!\d)(\d{4})[\s,./-]+$/.exec(before);
  const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|o|\.)?[\s./-]*(?:(?:of|de|di|den)\s+)?$/.exec(before);
  const dayBehind = /^\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\s*[ap]m\b)/.exec(behind);
  const yearBehind = (from: number) =>
    /^\.?[\s,./-]*(?:(?:of|de|del)\s+)?(?:(\d{4})|['’](\d{2})|[-/.](\d{2}))(?!\d)/.exec(behind.slice(from));
  if (yearFirst) {
    const year = Number(yearFirst[1]);
    return [dayBehind ? day(year, month, Number(dayBehind[1])) : monthOf(year, month)];
  }
  const at4 = yearBehind(0);
  if (dayFirst && !/^\d{4}/.test(dayFirst[1]!)) {
    const short = at4 ? undefined : /^[-/. ](\d{2})(?!\d)/.exec(behind);
    const year = at4 ? fullYear(at4) : short ? 2000 + Number(short[1]) : undefined;
    return [year === undefined ? noYear() : day(year, month, Number(dayFirst[1]))];
  }
  if (at4?.[1]) return [monthOf(Number(at4[1]), month)];
  if (dayBehind) {
    const year = yearBehind(dayBehind[0].length);
    return [year ? day(fullYear(year), month, Number(dayBehind[1])) : noYear()];
  }
  return at4 ? [monthOf(fullYear(at4), month)] : [];
}

function fullYear([, long, quoted, short]: RegExpExecArray): number {
  return long ? Number(long) : 2000 + Number(quoted ?? short);
}

function noYear(): string {
  return `names no year; ${WANTED}`;
}

function day(year: number, month: number, date: number): Found | string {
  if (month < 1 || month > 12 || date < 1 || date > lastDay(year, month)) return IMPOSSIBLE;
  const text = dayText(year, month, date);
  return { text, days: [text, text] };
}

function monthOf(year: number, month: number): Found | string {
  if (month < 1 || month > 12) return IMPOSSIBLE.replace('day', 'month').replace('YYYY-MM-DD', 'YYYY-MM');
  const text = dayText(year, month, 1).slice(0, 7);
  return { text, days: [`${text}-01`, dayText(year, month, lastDay(year, month))] };
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayText(year: number, month: number, date: number): Day {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

/** Three figures with signs between them, or a year beside another figure that counts no time. */
function looksLikeDate(text: string): boolean {
  if (/(?<![\d.])\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}(?![\d.])/.test(text)) return true;
  return (
    /\b20\d\d\b/.test(text) &&
    /(?<![\d:.,])\d{1,2}(?:st|nd|rd|th)?(?![\d:%.,])(?!\s*(?:days?|weeks?|months?|years?|[ap]m)\b)/.test(text)
  );
}
