import type { Place, Span } from './types/place.ts';

/** Index of the line that holds an offset, from 0: the last line start at or before it. */
export function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Lines and columns of a span, from 1, in UTF-16 units. */
export function placeOf(lineStarts: readonly number[], span: Span): Place {
  const line = lineOf(lineStarts, span.start);
  const endLine = span.end > span.start ? lineOf(lineStarts, span.end) : line;
  return {
    line: line + 1,
    column: span.start - (lineStarts[line] ?? 0) + 1,
    endLine: endLine + 1,
    endColumn: Math.max(span.end, span.start) - (lineStarts[endLine] ?? 0) + 1,
  };
}
