/** Places as the protocol has them: lines and UTF-16 units from 0. A document also ends lines at a lone carriage return, a place does not. */
import type { Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Place, Span } from '../types/place.ts';

export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The range of a span of a document's text. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The span of a place of a posting. */
export function spanOf({ line, column, endLine, endColumn }: Place, lineStarts: readonly number[]): Span {
  const at = (row: number, unit: number) => (lineStarts[row - 1] ?? 0) + unit - 1;
  return { start: at(line, column), end: at(endLine, endColumn) };
}

/** The range of a place of a file that may not be open; its top without one. */
export function rangeOfPlace(place: Place | undefined): Range {
  if (place === undefined) return TOP;
  return {
    start: { line: place.line - 1, character: place.column - 1 },
    end: { line: place.endLine - 1, character: place.endColumn - 1 },
  };
}

/** The edit that turns a document into a text: from the first sign that differs to the last. */
export function replacement(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { span: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}
