/** XLSX bytes → a table. Its libraries are loaded with this file: import it only where there is a workbook. */
import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { Cell, Table, TableFault } from '../bands/table.ts';

/** Bytes of a workbook's parts unpacked, together. A survey of 50,000 rows has some 20 MB. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_PARTS = 500;

/**
 * The sheet of that name, else the first; formulas are never evaluated: what counts is the value that was saved with
 * them. What unpacks to more than 64 MB is refused before it is unpacked.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  sheet: string | undefined,
): Promise<{ table: Table; sheets: readonly string[] } | { fault: TableFault }> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return refused('The workbook is protected by a password, or an old .xls: save it as .xlsx without one.');
  }
  const parts = unpacked(bytes);
  if (typeof parts === 'string') return refused(parts);
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    // Packed anew without compression: no size that the file claims is trusted a second time.
    const sound = zipSync(parts, { level: 0 });
    sheets = (await readXlsxFile(sound.slice().buffer as ArrayBuffer)) as unknown as typeof sheets;
  } catch {
    return refused(
      'The workbook cannot be read: open it in a spreadsheet program and save it anew as .xlsx, or as CSV.',
    );
  }
  const names = sheets.map((each) => each.sheet);
  const found = sheet === undefined ? sheets[0] : sheets.find((each) => each.sheet === sheet);
  if (!found) {
    return refused(`There is no sheet “${sheet}”: the workbook has ${names.map((name) => `“${name}”`).join(', ')}.`);
  }
  return { table: found.data.map((row) => row.map(cellOf)), sheets: names };
}

function refused(message: string): { fault: TableFault } {
  return { fault: { message } };
}

/** The XML parts of a workbook, or why they are not unpacked. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | string {
  let size = 0;
  let parts = 0;
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        parts++;
        tooLarge ||= size > MOST_UNPACKED || parts > MOST_PARTS;
        return !tooLarge;
      },
    });
    if (tooLarge) return 'The workbook unpacks to more than 64 MB and was not read: keep only the sheet of the survey.';
    return files;
  } catch {
    return 'The file is no .xlsx workbook, or a damaged one: save it anew.';
  }
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}
