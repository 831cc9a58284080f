/** Hints for misspelt names. */
import { closest, distance } from 'fastest-levenshtein';

/** The name that someone most likely meant; undefined where all are far. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || word.length > 100) return undefined;
  const plain = word.toLowerCase().replaceAll('_', '-');
  const near = closest(plain, names as string[]);
  return distance(plain, near) <= Math.max(2, Math.floor(near.length / 3)) ? near : undefined;
}

/** `write “severity”`, or where nothing is near: `write one of a, b, c`. */
export function writeInstead(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  if (near !== undefined) return `write “${near}”`;
  if (names.length === 0) return 'remove it';
  const shown = names.slice(0, 30).join(', ');
  return names.length === 1 ? `write “${shown}”` : `write one of ${shown}${names.length > 30 ? ', …' : ''}`;
}
