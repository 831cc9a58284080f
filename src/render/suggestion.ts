import { lineOf } from '../finding-place.ts';
import type { Edit } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import { hasHidden } from './escape.ts';

/** Whole lines that an edit replaces, from 1, and the text that stands there after it, without the last line break. */
export interface Suggestion {
  readonly from: number;
  readonly to: number;
  /** Empty: the lines go. */
  readonly text: string;
  readonly removes: boolean;
}

/** Longest suggestion, in lines and in characters: more is read better as a commit. */
const MAX_LINES = 40;
const MAX_LENGTH = 8000;

/** Edits as lines to replace; nothing where that cannot be shown as it is. */
export function suggestionOf(posting: Posting, edits: readonly Edit[]): Suggestion | undefined {
  const { text, lineStarts } = posting;
  if (edits.length === 0) return undefined;
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const start = sorted[0]!.span.start;
  const end = Math.max(...sorted.map(({ span }) => span.end));
  const lines = lineStarts.length > 1 && lineStarts.at(-1) === text.length ? lineStarts.length - 1 : lineStarts.length;
  const from = Math.min(lineOf(lineStarts, start), lines - 1);
  let to = Math.min(lineOf(lineStarts, Math.max(start, end > start ? end - 1 : end)), lines - 1);
  for (; to < lines && to - from < MAX_LINES; to++) {
    const lineEnd = lineStarts[to + 1] ?? text.length;
    const now = replaced(text, lineStarts[from]!, lineEnd, sorted);
    if (now === undefined || now.length > MAX_LENGTH) return undefined;
    // Lines that lost their break run into the next one: that belongs to the suggestion too.
    if (now !== '' && !now.endsWith('\n') && to + 1 < lines) continue;
    const shown = now.replace(/\r\n/g, '\n');
    if (hasHidden(shown)) return undefined;
    return { from: from + 1, to: to + 1, text: shown.replace(/\n$/, ''), removes: now === '' };
  }
  return undefined;
}

function replaced(text: string, from: number, to: number, edits: readonly Edit[]): string | undefined {
  let result = '';
  let at = from;
  for (const { span, text: put } of edits) {
    if (span.start < at || span.end > to) return undefined;
    result += text.slice(at, span.start) + put;
    at = span.end;
  }
  return result + text.slice(at, to);
}
