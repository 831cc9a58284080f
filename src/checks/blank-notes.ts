/** Blanks that a whole value or a note in brackets is. */
import type { Span } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';

/** Forms of a value that a tool was to fill in before anybody reads it. */
const FILLED_BY_TOOLS =
  /^["']?(?:\{\{[^{}\n]*\}\}|<%[^\n]*%>|\$\{\w[\w.]*\}|%%?[A-Z_]{3,}%%?|__[A-Z]{3,}__|@@\w+@@|\{%[^\n]*%\})["']?$/;

/** Values of the frontmatter that are a blank of a template and nothing else: no tool fills them there. */
export function blankFields({ text, fields }: Posting): Span[] {
  return [...fields.values()]
    .filter(({ valueSpan: { start, end } }) => end - start < 200 && FILLED_BY_TOOLS.test(text.slice(start, end)))
    .map(({ valueSpan }) => valueSpan);
}

/** Longest note in brackets. */
const MAX_NOTE = 160;

const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>', '{': '}' };

const opener = /[[(<{]/;

/** Finds any of these words, which say that a text is still to come; undefined where there are none. */
export function pendingWords(pending: readonly string[] = []): RegExp | undefined {
  return pending.length === 0 ? undefined : new RegExp(`\\b(?:${pending.map(escaped).join('|')})\\b`, 'gi');
}

/** Notes in brackets that say by such words that the text is still to come. */
export function pendingNotes({ text, blocks }: Posting, said: RegExp | undefined): Span[] {
  if (said === undefined) return [];
  return blocks.flatMap(({ span }) => {
    const found: Span[] = [];
    const block = text.slice(span.start, span.end);
    if (!opener.test(block)) return found;
    for (const match of block.matchAll(said)) {
      const note = bracketAround(block, match.index, match.index + match[0].length);
      if (note && note.start >= (found.at(-1)?.end ?? 0) - span.start) {
        found.push({ start: span.start + note.start, end: span.start + note.end });
      }
    }
    return found;
  });
}

function escaped(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
    .join('\\s+');
}

/** The bracket around a place, unless it is a link’s, or a round one amid a sentence. */
function bracketAround(block: string, from: number, to: number): Span | undefined {
  let start = from - 1;
  const least = Math.max(0, from - MAX_NOTE);
  while (start >= least && !(block[start]! in BRACKETS) && !/[\])>}]/.test(block[start]!)) start--;
  const closer = start >= least ? BRACKETS[block[start]!] : undefined;
  if (!closer) return undefined;
  const close = block.indexOf(closer, to);
  if (close < 0 || close - start > MAX_NOTE) return undefined;
  const end = close + 1;
  if (closer === ']' && /^[([:]/.test(block.slice(end))) return undefined;
  const around = block.slice(0, start) + block.slice(end);
  if (closer === ')' && /[\p{L}\p{N}]/u.test(around)) return undefined;
  return { start, end };
}
