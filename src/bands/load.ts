import type { Table, TableFault } from './table.ts';

/** A CSV file of the team, parsed. */
export interface TableFile {
  readonly path: string;
  readonly read: { readonly table: Table } | { readonly fault: TableFault };
}

/** Parses CSV files; the parser is loaded only where there is one. */
export async function readTables(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly TableFile[]> {
  if (files.length === 0) return [];
  const { readCsv } = await import(/* webpackChunkName: "csv" */ './csv.ts');
  return files.map(({ path, text }) => ({ path, read: readCsv(text) }));
}
