/** CSV text → rows. The parser is loaded with this file: import it only where there is a CSV. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Table, TableFault } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Lines that tell which delimiter a file has. */
const LOOKED_AT = 50;

/** Reads CSV of any of the usual delimiters, quoted or not, with or without a byte order mark. */
export function readCsv(text: string): { table: Table } | { fault: TableFault } {
  if (text.replace(/^\ufeff/, '').trim() === '') return { fault: { message: 'The file is empty.' } };
  // A line on top that only tells spreadsheet programs the delimiter; they show no row for it.
  const named = /^\ufeff?sep=(.)\r?\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named ? named[1]! : delimiterOf(text);
  try {
    const rows = parse(body, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
    });
    return { table: rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === 'number' ? { row: error.lines } : {};
    return { fault: { ...row, message: FAULTS[error.code] ?? `The file is not valid CSV (${error.code}).` } };
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened here or above and never closed: close it, or write it twice.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands inside a cell that does not begin with one: quote the whole cell.',
  CSV_INVALID_CLOSING_QUOTE:
    'A quoted cell goes on behind its closing quotation mark: write a quotation mark inside it twice.',
  CSV_MAX_RECORD_SIZE: 'This row is longer than 100,000 characters: a quotation mark above may not be closed.',
};

/** The delimiter that divides most lines, and the same way: the most lines that agree, then the most columns. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  let best: { readonly delimiter: string; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = unquoted(line).split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    for (const [count, agreeing] of counts) {
      const score = agreeing * 100 + Math.min(count, 99);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

function unquoted(line: string): string {
  return line.replace(/"[^"]*"/g, '');
}
