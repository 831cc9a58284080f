/** Rows of a survey × a mapping → bands, and what was left out. Pure. */
import type { RowBand } from '../bands/band-file.ts';
import { columnLetter, folded, type Table, type TableFault, textOf } from '../bands/table.ts';
import { quote } from '../wording.ts';
import { columnNames, columnOf } from './header.ts';
import { FIGURES, type Figure, type Mapping, ROLES, type Role } from './mapping.ts';
import { type Columns, type RowFigures, type RowOf, readRow, type SurveyPolicy, whoseRow } from './row.ts';

export interface Survey {
  readonly taken: readonly RowBand[];
  readonly faults: readonly TableFault[];
  /** Rows left out, by why. */
  readonly left: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

/** One cell of lane × level as rows give it, until its figures are complete. */
interface Gathered extends RowFigures {
  readonly row: number;
}

/** Takes the bands that a mapping asks for. Faults are all that was found; with one, `taken` is not to be used. */
export function takeSurvey(table: Table, mapping: Mapping, policy: SurveyPolicy): Survey {
  const faults: TableFault[] = [];
  const left = new Map<string, number>();
  const names = columnNames(table, mapping['header-row']);
  const columns = columnsOf(mapping, names, faults);
  if (faults.length > 0) return { taken: [], faults, left, names };
  const cells = new Map<string, Gathered>();
  const leave = (why: string) => left.set(why, (left.get(why) ?? 0) + 1);
  const above: Partial<Record<Role, string>> = {};
  for (let row = mapping['header-row'] + 1; row <= table.length; row++) {
    const line = table[row - 1]!;
    if (line.every((cell) => textOf(cell) === '')) continue;
    const say = (role: Role | undefined, message: string) => {
      const column = role === undefined ? undefined : columns[role];
      faults.push({ row, ...(column === undefined ? {} : { column }), message });
    };
    const read = (role: Role): string => {
      const column = columns[role];
      const text = column === undefined ? '' : textOf(line[column - 1]);
      if (text !== '') above[role] = text;
      return text === '' && mapping['fill-down'] ? (above[role] ?? '') : text;
    };
    const of = { line, row, mapping, columns, policy, say, read, leave };
    const whose = whoseRow(of);
    const band = whose && readRow(of, whose);
    if (band) gather(cells, { ...band, row }, of);
  }
  return { taken: completed(cells, mapping, policy, faults), faults, left, names };
}

function columnsOf(mapping: Mapping, names: readonly string[], faults: TableFault[]): Columns {
  const columns: Columns = {};
  const row = mapping['header-row'];
  for (const role of ROLES) {
    const meant = mapping.columns[role];
    if (meant === undefined) continue;
    const column = columnOf(meant, names);
    if (column !== undefined) columns[role] = column;
    else {
      const known = names.flatMap((name, at) => (name === '' ? [] : [`${columnLetter(at + 1)} “${quote(name)}”`]));
      const has = known.length > 0 ? `it has ${known.slice(0, 30).join(', ')}` : 'it names no column';
      faults.push({ row, message: `No column of this row is called “${quote(meant)}” (${role}): ${has}.` });
    }
  }
  if (mapping.columns.job === undefined) faults.push({ row, message: 'The mapping names no column for “job”.' });
  if (!mapping.columns.value !== !mapping.columns.statistic) {
    faults.push({ row, message: 'Percentiles in rows need both columns, “statistic” and “value”.' });
  }
  return columns;
}

/** Lays a row beside the one that gave the same cell before: percentiles may stand in rows. Another figure of the same name is a fault. */
function gather(cells: Map<string, Gathered>, found: Gathered, { columns, say }: RowOf): void {
  const { lane, level, currency, job, location } = found;
  const key = `${lane}/${level}/${currency}`;
  const known = cells.get(key);
  if (!known) {
    cells.set(key, found);
    return;
  }
  const elsewhere = folded(known.location) !== folded(location);
  const twice = Object.keys(found.figures).some((name) => name in known.figures);
  if (twice || elsewhere || columns.statistic === undefined) {
    const why = elsewhere ? 'name one location under “locations”' : 'take one of them out of “jobs” or “levels”';
    const which = `“${quote(job)}”${location ? `, ${quote(location)}` : ''}`;
    say(undefined, `${which} is ${lane} ${level} in ${currency}, which row ${known.row} gave already: ${why}.`);
    return;
  }
  cells.set(key, {
    ...known,
    figures: { ...known.figures, ...found.figures },
    columns: { ...known.columns, ...found.columns },
  });
}

/** Bands out of what rows gave together; order of the figures is held here, as percentiles may stand in rows. */
function completed(
  cells: ReadonlyMap<string, Gathered>,
  mapping: Mapping,
  policy: SurveyPolicy,
  faults: TableFault[],
): RowBand[] {
  const asked = mapping.band;
  return [...cells.values()].flatMap((cell): RowBand[] => {
    const { figures, columns, row } = cell;
    for (const order of [FIGURES, ['min', 'mid', 'max'] as const]) {
      const given = order.filter((figure) => figures[figure] !== undefined);
      const wrong = given.findIndex((figure, at) => at > 0 && figures[figure]! < figures[given[at - 1]!]!);
      if (wrong < 1) continue;
      const [low, high] = [given[wrong - 1]!, given[wrong]!];
      faults.push({
        row,
        column: columns[high]!,
        message: `${high} is lower than ${low}: figures must rise from ${given.join(' to ')}. Look for swapped columns.`,
      });
      return [];
    }
    const [low, high] =
      asked ?? (figures.min !== undefined && figures.max !== undefined ? ['min', 'max'] : ['p25', 'p75']);
    const [min, max] = [figures[low as Figure], figures[high as Figure]];
    if (min === undefined || max === undefined) {
      const has = Object.keys(figures).join(', ');
      faults.push({
        row,
        message: `${cell.lane} ${cell.level} has no ${min === undefined ? low : high}, only ${has}: choose two figures that are given with “band: [p10, p90]”.`,
      });
      return [];
    }
    const { lane, level, currency, period, asOf } = cell;
    const band = { lane, level, min, max, currency, period, source: mapping.source ?? policy.source, asOf };
    return [{ row, band, columns: { min: columns[low as Figure]!, max: columns[high as Figure]! } }];
  });
}
