import { plain } from './plain.ts';
import { headOf } from './width.ts';

/** Columns of words that are shown; longer ones are cut. */
const LONGEST = 100;

/** What an edit does: `“he” → “they”`, `removed “x”`, `added “x”`. */
export function changeText(before: string, after: string): string {
  if (before === '') return `added ${shown(after)}`;
  if (after === '') return `removed ${shown(before)}`;
  return `${shown(before)} → ${shown(after)}`;
}

function shown(words: string): string {
  const line = plain(
    words
      .slice(0, 4 * LONGEST)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return `“${line.length > LONGEST ? `${headOf(line, LONGEST - 1)}…` : line}”`;
}
