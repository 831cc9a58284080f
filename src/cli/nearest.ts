import { closest, distance } from 'fastest-levenshtein';

/** The word of a list that someone most likely meant; none where all are far. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0 || word.length > 100) return undefined;
  const near = closest(word.toLowerCase(), words);
  return distance(word.toLowerCase(), near) <= Math.max(2, Math.floor(near.length / 3)) ? near : undefined;
}
