import { createHash } from 'node:crypto';
import type { Finding } from '../types/review.ts';
import { foldedWords } from '../wording.ts';

/** Hexadecimal digits that name rule, path and words; the rest tell which of several alike it is. */
const KEY_DIGITS = 14;
const ORDINAL_DIGITS = 4;

/**
 * A name for each finding that stays when its line moves: rule, path, the words found, and which of several alike it is.
 * 18 hexadecimal digits. `findings` are those of one run in order of place. A posting that moved keeps its names: `moves`
 * says where it was.
 */
export function fingerprints(
  findings: readonly Finding[],
  moves: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, path, found }) => {
    const words = foldedWords(found);
    const key = createHash('sha256')
      .update(JSON.stringify([rule, moves.get(path) ?? path, words]))
      .digest('hex')
      .slice(0, KEY_DIGITS);
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return nameOf(key, ordinal);
  });
}

/** What findings alike have in common. */
export function keyOf(fingerprint: string): string {
  return fingerprint.slice(0, KEY_DIGITS);
}

export function nameOf(key: string, ordinal: number): string {
  return key + ordinal.toString(16).padStart(ORDINAL_DIGITS, '0');
}
