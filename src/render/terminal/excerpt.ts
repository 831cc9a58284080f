import type { Place } from '../../types/place.ts';
import type { Posting } from '../../types/posting.ts';
import { plain } from '../plain.ts';
import { displayWidth, headOf, tailOf } from '../width.ts';

/** A line of a posting, safe to print: the words that a finding is about, and what stands around them. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Last line of the words, where they go on below this one. */
  readonly lastLine?: number;
}

/** Characters of a line that are looked at on each side: more never fits a terminal, and a line may be a whole file. */
const NEAR = 1000;
const TAB = '    ';
const CUT = '…';

/** The first line of a place, cut around its words to at most so many columns; nothing where the text has no such line. */
export function excerptOf({ text, lineStarts }: Posting, place: Place, columns: number): Excerpt | undefined {
  const start = lineStarts[place.line - 1];
  if (start === undefined) return undefined;
  const end = start + text.slice(start, lineStarts[place.line]).replace(/[\r\n]+$/, '').length;
  const from = Math.min(start + place.column - 1, end);
  const lastLine = place.endColumn === 1 ? place.endLine - 1 : place.endLine;
  const to = place.endLine === place.line ? Math.min(start + place.endColumn - 1, end) : end;
  const parts = {
    before: shown(text.slice(Math.max(start, from - NEAR), from)),
    words: shown(text.slice(from, Math.min(to, from + NEAR))),
    after: shown(text.slice(to, Math.min(end, to + NEAR))).trimEnd(),
  };
  return { ...cut(parts, columns), ...(lastLine > place.line ? { lastLine } : {}) };
}

function shown(text: string): string {
  // Half of a pair is what the cut left.
  return plain(text.replaceAll('\t', TAB)).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

type Parts = Pick<Excerpt, 'before' | 'words' | 'after'>;

/** The words whole where they fit, with as much around them as there is room for, on both sides alike. */
function cut(parts: Parts, columns: number): Parts {
  const [before, words, after] = [parts.before, parts.words, parts.after].map(displayWidth) as [number, number, number];
  const room = columns - words;
  if (before + after <= room) return parts;
  if (room < 2) {
    const lead = before > 0 ? CUT : '';
    return { before: lead, words: headOf(parts.words, columns - lead.length - 1) + CUT, after: '' };
  }
  const left = Math.min(before, Math.max(room >> 1, room - after));
  return {
    before: left === before ? parts.before : CUT + tailOf(parts.before, left - 1),
    words: parts.words,
    after: after <= room - left ? parts.after : headOf(parts.after, room - left - 1) + CUT,
  };
}
