import { bareWords, beginsLarge, beginsSmall } from '../words/characters.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';

/** Whether one of its words is a noun of a role (“Senior Data Scientist”). */
export function namesRole(text: string, lexicon: Lexicon): boolean {
  if (text.length > 160) return false;
  const nouns = lexicon.words('role-nouns');
  return bareWords(text.toLowerCase()).some((word) => nouns.has(word));
}

/** Marks between the parts of a header line: `Company | Title | Place`. */
export const parted = /\s[|•·–—-]\s|\s*\|\s*/;

export function isHeader(line: Line): boolean {
  return line.plain.length <= 300 && line.plain.split(parted).length >= 3 && !/\.\s/.test(line.plain);
}

/** Most of its long words begin with a capital. */
export function titled(text: string): boolean {
  const long = bareWords(text).filter((word) => word.length >= 4);
  return long.filter(beginsLarge).length * 3 >= long.length * 2;
}

/** A heading begins neither with a small letter nor with a bracket. */
export function lowly(text: string): boolean {
  return text.charCodeAt(0) === 40 || beginsSmall(text);
}
