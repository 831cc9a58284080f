import type { Span } from '../types/place.ts';
import type { FieldFault } from '../types/posting.ts';

/** A line of a text. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** Without its break and the blanks behind it; cut where it is very long. */
  readonly text: string;
}

/** The line that begins at an offset. */
export function lineAt(text: string, start: number): TextLine {
  const stop = text.indexOf('\n', start);
  const end = stop < 0 ? text.length : stop;
  return {
    start,
    end,
    next: Math.min(end + 1, text.length),
    text: text.slice(start, Math.min(end, start + 400)).trimEnd(),
  };
}

/** Whether a line could stand in a header. */
export function isEntry(line: string): boolean {
  return /^["']?[A-Za-z_][\w .-]*["']?\s*[:=]|^[#{[]/.test(line);
}

/** A fault of the header as a whole. */
export function whole(code: FieldFault['code'], span: Span, detail: string): FieldFault {
  return { code, field: 'frontmatter', span, detail };
}

/** Key of a field for comparison: lower case, without spaces, `_` and `-`. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, '');
}
