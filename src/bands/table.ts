/** Tables as people keep them: rows of cells, counted as a spreadsheet counts them. */

/** Text as written, or a number that a workbook keeps as one. Dates of a workbook are text, `2026-03-01`. */
export type Cell = string | number;

/** Rows from the first, empty ones included: index + 1 is the row that a spreadsheet shows. */
export type Table = readonly (readonly Cell[])[];

/** What is wrong in a table, with the row and column (both from 1) that it is about. */
export interface TableFault {
  readonly row?: number;
  readonly column?: number;
  readonly message: string;
}

/** `A` for the first column, `AA` for the 27th. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell's words, without blanks at its ends. */
export function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim();
}

/** Words of a header as they are compared: small letters, digits and single blanks. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `row 12, column D (P50)`, with the column's name where its header has one. */
export function placeWords({ row, column }: TableFault, names: readonly string[] = []): string {
  const name = column === undefined ? '' : (names[column - 1] ?? '');
  const at = column === undefined ? '' : `column ${columnLetter(column)}${name === '' ? '' : ` (${name})`}`;
  return [...(row === undefined ? [] : [`row ${row}`]), ...(at === '' ? [] : [at])].join(', ');
}
