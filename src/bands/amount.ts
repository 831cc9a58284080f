/** Figures and dates in cells, in the notations that people send them. */
import { readNumber } from '../pay/number.ts';
import type { Day } from '../types/place.ts';
import type { Cell } from './table.ts';

/** An amount, with the currency that its cell names by sign or code. */
export interface CellAmount {
  readonly value: number;
  readonly sign?: string;
}

const TIMES: Readonly<Record<string, number>> = { '': 1, k: 1000, m: 1_000_000 };

/** Reads `150000`, `150,000.00`, `1.234,56`, `$150K`, `150 000 €`; undefined where it is no single amount. */
export function readAmount(cell: Cell): CellAmount | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell } : undefined;
  const text = cell.trim();
  const first = text.search(/\d/);
  if (first < 0) return undefined;
  const { value, end } = readNumber(text, first);
  const behind = /^(?:[ \u00a0]?([kKM])(?![\p{L}]))?[ \u00a0]*(.*)$/u.exec(text.slice(end));
  const before = text.slice(0, first).trim();
  const after = behind?.[2]?.trim() ?? '';
  if (!behind || Number.isNaN(value) || !isCurrency(before) || !isCurrency(after)) return undefined;
  if (before !== '' && after !== '') return undefined;
  const sign = before || after;
  return { value: value * TIMES[(behind[1] ?? '').toLowerCase()]!, ...(sign === '' ? {} : { sign }) };
}

/** Nothing, a sign such as `$` or `CA$`, or a code. */
function isCurrency(text: string): boolean {
  return text === '' || /^(?:\p{L}{0,3}\p{Sc}|[A-Z]{3}|\p{Ll}{2,3}|Kč|zł)$/u.test(text);
}

/** How dates with three numbers are written where that can be told only by convention. */
export type DateOrder = 'day-first' | 'month-first';

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, month, 1)).toLowerCase(),
);

/**
 * Reads `2026-03-01`, `2026-03`, `3/1/2026`, `01.03.2026`, `1-Mar-26`, `March 2026`. A month alone is its first day. With
 * dots the day stands first; with slashes or hyphens `order` tells, or a number over 12; else it is `ambiguous`.
 */
export function readDate(cell: Cell, order?: DateOrder): Day | 'ambiguous' | undefined {
  const text = String(cell).trim();
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text);
  if (dotted) return dayOf(yearOf(dotted[3]!), Number(dotted[2]), Number(dotted[1]));
  const numbers = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/.exec(text);
  if (numbers) {
    const [one, two, year] = [Number(numbers[1]), Number(numbers[2]), yearOf(numbers[3]!)];
    const dayFirst = order === 'day-first' || (order === undefined && one > 12);
    if (order === undefined && one <= 12 && two <= 12 && one !== two) return 'ambiguous';
    return dayFirst ? dayOf(year, two, one) : dayOf(year, one, two);
  }
  const named = /^(?:(\d{1,2})[ -])?(\p{L}{3,9})\.?[ -](?:(\d{1,2}),? )?(\d{4}|\d{2})$/u.exec(text) ?? undefined;
  const month = named ? MONTHS.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1 : 0;
  return named && month > 0 ? dayOf(yearOf(named[4]!), month, Number(named[1] ?? named[3] ?? 1)) : undefined;
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const sound = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1990 && year < 2100;
  return sound ? date.toISOString().slice(0, 10) : undefined;
}
