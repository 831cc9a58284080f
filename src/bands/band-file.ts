/** `bands.csv`: one row a band, with the columns lane, level, min, max and as many of the others as differ from row to row. */
import type { Band } from '../types/market.ts';
import type { Period } from '../types/pay.ts';
import { listOf, quote } from '../wording.ts';
import { readAmount, readDate } from './amount.ts';
import { folded, type Table, type TableFault, textOf } from './table.ts';

const NEEDED = ['lane', 'level', 'min', 'max'] as const;
const COLUMNS = [...NEEDED, 'currency', 'period', 'source', 'as-of'] as const;
type Column = (typeof COLUMNS)[number];

const PERIODS: readonly string[] = ['hour', 'day', 'week', 'month', 'year'];

/** What rows may leave out. */
export type BandDefaults = Pick<Band, 'currency' | 'period' | 'source' | 'asOf'>;

/** A band and where it stands. */
export interface RowBand {
  readonly band: Band;
  readonly row: number;
  /** Columns (from 1) by name. */
  readonly columns: Readonly<Partial<Record<string, number>>>;
}

/** Names that bands may use. */
export interface BandNames {
  readonly lanes: readonly string[];
  readonly levels: readonly string[];
  /** ISO codes. */
  readonly currencies: ReadonlySet<string>;
}

/** Reads a band file; a faulty row is reported and left out. A message carries no figure: a band table may be private. */
export function readBandTable(
  table: Table,
  defaults: BandDefaults,
  names: BandNames,
): { bands: readonly RowBand[]; faults: readonly TableFault[] } {
  const header = table[0]!.map((cell) => folded(textOf(cell)).replaceAll(' ', '-'));
  const faults: TableFault[] = [];
  const lacking = NEEDED.filter((name) => !header.includes(name));
  if (lacking.length > 0) {
    const message = `The first row names no column ${listOf(lacking.map((name) => `“${name}”`))}: it must hold lane, level, min and max. A survey is made into such a file by: jd-review bands import`;
    return { bands: [], faults: [{ row: 1, message }] };
  }
  for (const [at, name] of header.entries()) {
    if (name === '' && table.every((row) => textOf(row[at]) === '')) continue;
    const twice = header.indexOf(name) !== at;
    if (!twice && (COLUMNS as readonly string[]).includes(name)) continue;
    const message = twice
      ? 'This column stands here a second time: keep one.'
      : `There is no column “${hidden(name)}”: the columns are ${listOf(COLUMNS)}.`;
    faults.push({ row: 1, column: at + 1, message });
  }
  const columns = Object.fromEntries(
    COLUMNS.flatMap((name) => (header.includes(name) ? [[name, header.indexOf(name) + 1]] : [])),
  );
  const seen = new Map<string, number>();
  const bands: RowBand[] = [];
  for (const [index, cells] of table.entries()) {
    if (index === 0 || cells.every((cell) => textOf(cell) === '')) continue;
    const row = index + 1;
    const cellOf = (name: Column) => textOf(columns[name] === undefined ? '' : cells[columns[name] - 1]);
    const found: TableFault[] = [];
    const say = (name: Column, message: string) => {
      found.push({ row, ...(columns[name] === undefined ? {} : { column: columns[name] }), message });
    };
    const named = (name: 'lane' | 'level', known: readonly string[]) => {
      const id = known.find((each) => folded(each) === folded(cellOf(name)));
      if (id === undefined)
        say(name, `There is no ${name} “${hidden(cellOf(name))}”: write one of ${known.join(', ')}.`);
      return id ?? '';
    };
    const amount = (name: 'min' | 'max') => {
      const value = readAmount(cellOf(name))?.value;
      if (value === undefined) say(name, 'This is no amount: write digits alone, with the currency in its own column.');
      return value ?? 0;
    };
    const currency = cellOf('currency').toUpperCase() || defaults.currency;
    if (!names.currencies.has(currency))
      say('currency', `“${hidden(currency)}” is no currency: write its ISO code, such as USD.`);
    const period = cellOf('period').toLowerCase() || defaults.period;
    if (!PERIODS.includes(period))
      say('period', `“${hidden(period)}” is no period: write one of ${PERIODS.join(', ')}.`);
    const date = cellOf('as-of') === '' ? defaults.asOf : readDate(cellOf('as-of'));
    if (date === undefined || date === 'ambiguous')
      say('as-of', 'This is no day that can be told for certain: write it as 2026-03-01.');
    const band = {
      lane: named('lane', names.lanes),
      level: named('level', names.levels),
      min: amount('min'),
      max: amount('max'),
      currency,
      period: period as Period,
      source: cellOf('source') || defaults.source,
      asOf: date ?? '',
    };
    const key = `${band.lane}/${band.level}/${band.currency}`;
    const before = seen.get(key);
    if (found.length === 0 && before !== undefined) {
      say('level', `${band.lane} ${band.level} in ${currency} stands in row ${before} already: keep one.`);
    }
    seen.set(key, before ?? row);
    faults.push(...found);
    if (found.length === 0) bands.push({ band, row, columns });
  }
  if (bands.length === 0 && faults.length === 0) faults.push({ message: 'The file holds no band, only its header.' });
  return { bands, faults };
}

/** Words of a cell without figures: in a shifted row a figure may stand where a name belongs. */
function hidden(text: string): string {
  return quote(text).replace(/\d[\d.,\s]*\d/g, '…');
}

/** Bands as `bands.csv`, in the order given. */
export function bandFileText(bands: readonly Band[]): string {
  const rows = bands.map(({ lane, level, min, max, currency, period, source, asOf }) =>
    [lane, level, rounded(min), rounded(max), currency, period, source, asOf].map(csvCell).join(','),
  );
  return `${[COLUMNS.join(','), ...rows].join('\n')}\n`;
}

/** Cents of a year's pay are noise; those of an hour's are not. */
function rounded(amount: number): string {
  return amount >= 1000 ? String(Math.round(amount)) : String(Math.round(amount * 100) / 100);
}

/** A spreadsheet takes a cell that begins with one of these for a formula: the apostrophe keeps it text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
