/** The CSV files that `bands:` of a configuration names → bands, each held against what bands can be. */
import { type BandDefaults, type BandNames, type RowBand, readBandTable } from '../bands/band-file.ts';
import type { TableFile } from '../bands/load.ts';
import { placeWords, type TableFault } from '../bands/table.ts';
import { dropSenselessBands, type SenseOf } from '../rule-files/band-sense.ts';
import type { Band } from '../types/market.ts';
import type { Problem, Severity } from '../types/place.ts';

/** Bands of all files. A faulty row is reported and left out; a message carries no figure of it. */
export function readBandFiles(
  files: readonly TableFile[],
  defaults: BandDefaults,
  names: BandNames,
  sense: SenseOf,
): { bands: readonly Band[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const bands: Band[] = [];
  const seen = new Map<string, string>();
  for (const { path, read } of files) {
    const say = (fault: TableFault, severity: Severity = 'error') => {
      const where = placeWords(fault);
      const line = fault.row ?? 1;
      const place = { line, column: 1, endLine: line, endColumn: 1 };
      const message = where === '' ? fault.message : `${where[0]!.toUpperCase()}${where.slice(1)}: ${fault.message}`;
      problems.push({ path, place, message, severity });
    };
    if ('fault' in read) {
      say(read.fault);
      continue;
    }
    const { bands: rows, faults } = readBandTable(read.table, { ...defaults, source: defaults.source || path }, names);
    for (const fault of faults) say(fault);
    for (const row of sensible(rows, sense, say)) {
      const key = `${row.band.lane}/${row.band.level}/${row.band.currency}`;
      const other = seen.get(key);
      if (other === undefined) bands.push(row.band);
      else {
        const { lane, level, currency } = row.band;
        say({ row: row.row, message: `${lane} ${level} in ${currency} stands in ${other} already: keep one.` });
      }
      seen.set(key, other ?? path);
    }
  }
  return { bands, problems };
}

/** Rows whose bands can be meant, ladder by ladder: a file may hold several currencies. */
export function sensible(
  rows: readonly RowBand[],
  sense: SenseOf,
  say: (fault: TableFault, severity?: Severity) => void,
): readonly RowBand[] {
  const groups = new Map<string, RowBand[]>();
  for (const row of rows) {
    const key = `${row.band.currency}/${row.band.period}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const table: Record<string, Record<string, unknown>> = {};
    for (const { band } of group) {
      const { lane, level, min, max } = band;
      table[lane] = { ...table[lane], [level]: { min, max } };
    }
    dropSenselessBands(table, group[0]!.band, sense, (at, message, severity) => {
      const [, lane, level, end] = at;
      const found = group.find(({ band }) => band.lane === lane && band.level === level);
      const column = found?.columns[String(end)];
      say({ ...(found ? { row: found.row } : {}), ...(column ? { column } : {}), message }, severity);
    });
    return group.filter(({ band }) => table[band.lane]?.[band.level] !== undefined);
  });
}
