import type { Span } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import { readLines } from './inline.ts';
import type { Line } from './line.ts';

/** Longest block whose words are looked up for a quotation; a longer one is quoted as it is written. */
const MAX_BLOCK = 1500;

/** What a line of Markdown may hold besides its words. */
const MARKUP = /[*_`[\]<&\\~]/;

/**
 * The words of a posting at a span as people read them: link targets, emphasis and tags dropped, also where the span ends in the
 * midst of them. As written where that is not within one block.
 */
export function spokenText({ text, blocks }: Posting, span: Span): string {
  const written = text.slice(span.start, span.end);
  if (written.length > MAX_BLOCK || !MARKUP.test(written)) return written;
  let low = 0;
  let high = blocks.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.span.start <= span.start) low = middle;
    else high = middle;
  }
  const block = blocks[low]?.span;
  if (!block || block.start > span.start || block.end < span.end || block.end - block.start > MAX_BLOCK) return written;
  // Its last words may stand in a link, whose target is no part of it.
  const start = text.lastIndexOf('\n', block.start) + 1;
  const stop = text.indexOf('\n', block.end);
  const from = Math.max(start, block.start - MAX_BLOCK);
  const to = Math.min(stop < 0 ? text.length : stop, block.end + MAX_BLOCK);
  const lines = readLines(text, from, to, { breaks: false, comments: [] });
  const said = lines.map((line) => inside(line, span)).filter((part) => part !== '');
  return said.length > 0 ? said.join(' ') : written;
}

/** The part of a line's plain text whose characters stand in a span. */
function inside({ plain, source }: Line, span: Span): string {
  let from = 0;
  while (from < plain.length && source.start(from) < span.start) from++;
  let to = plain.length;
  while (to > from && source.end(to - 1) > span.end) to--;
  return plain.slice(from, to);
}
