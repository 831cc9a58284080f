import type { Span } from '../types/posting.ts';
import { type Line, type LineBuilder, lineBuilder, type Style } from './line.ts';

/** Options of {@link readLines}. */
export interface Inline {
  /** Line breaks that an author made on purpose part the text, though Markdown would join them. */
  readonly breaks: boolean;
  /** Receives the places of HTML comments. */
  readonly comments: Span[];
}

/** State of one pass over the inline text of a block. */
export interface Scan {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly inline: Inline;
  readonly lines: Line[];
  builder: LineBuilder;
  strong: boolean;
  emphasis: boolean;
  tagged: number;
  /** Offset where the text that stands as it is begins. */
  run: number;
  at: number;
  /** Closing marks known not to come again before `to`: keeps a row of openers linear. */
  readonly absent: Set<string>;
  /** Opening bracket of a link → end of its target, closing bracket → the same. */
  readonly links: ReadonlyMap<number, number>;
  /** Longest source line, or 0 where breaks do not part. */
  readonly width: number;
}

/** Style of the text at the current place. */
export function styleOf(scan: Scan): Style {
  return scan.strong || scan.emphasis || scan.tagged > 0 ? 'strong' : 'plain';
}

/** Adds the text that stands as it is up to `end`. */
export function flush(scan: Scan, end: number): void {
  scan.builder.literal(scan.run, end, styleOf(scan));
  scan.run = end;
}

/** Drops the source from the current place to `end`. */
export function drop(scan: Scan, end: number): void {
  flush(scan, scan.at);
  scan.at = end;
  scan.run = end;
}

/** Puts `text` in place of the source from the current place to `end`. */
export function replace(scan: Scan, text: string, end: number): void {
  flush(scan, scan.at);
  scan.builder.decoded(text, scan.at, end, styleOf(scan));
  scan.at = end;
  scan.run = end;
}

/** Ends the line at hand and begins the next. */
export function breakLine(scan: Scan): void {
  const line = scan.builder.finish();
  if (line) scan.lines.push(line);
  scan.builder = lineBuilder(scan.source);
}

/** Offset of `closer` at or after `from`, within the block; -1 where there is none. */
export function seek(scan: Scan, closer: string, from: number): number {
  if (scan.absent.has(closer)) return -1;
  const at = scan.source.indexOf(closer, from);
  if (at >= 0 && at + closer.length <= scan.to) return at;
  scan.absent.add(closer);
  return -1;
}
