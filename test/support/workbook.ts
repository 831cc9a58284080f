import { strToU8, zipSync } from 'fflate';

/** A cell of a test's workbook: text, a number, a day (stored as Excel does), a formula with the value that was saved, or nothing. */
export type BookCell =
  | string
  | number
  | { readonly day: string }
  | { readonly formula: string; readonly saved: number }
  | null;

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The bytes of an .xlsx with these sheets; `merges` are ranges such as `A1:C1`. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly BookCell[])[]>>,
  merges: readonly string[] = [],
): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    // Style 1 is a date.
    'xl/styles.xml': `<styleSheet xmlns="${NS}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [at, rows] of Object.values(sheets).entries()) {
    const merged =
      merges.length === 0
        ? ''
        : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${NS}"><sheetData>${rows.map(rowXml).join('')}</sheetData>${merged}</worksheet>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function relations(all: readonly (readonly [type: string, target: string])[]): string {
  const each = all.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${REL}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function rowXml(cells: readonly BookCell[], row: number): string {
  const xml = cells.map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${row + 1}`)).join('');
  return `<row r="${row + 1}">${xml}</row>`;
}

function cellXml(cell: BookCell, ref: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ('formula' in cell) return `<c r="${ref}"><f>${cell.formula}</f><v>${cell.saved}</v></c>`;
  const serial = (Date.parse(cell.day) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return `<c r="${ref}" s="1"><v>${serial}</v></c>`;
}
