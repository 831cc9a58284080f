import { createHash } from 'node:crypto';
import type { Finding } from '../types.ts';

/**
 * A name for each finding that stays when its line moves: rule, path, the words found, and which of several alike it is.
 * 16 hexadecimal digits. `findings` are those of one run in order of place.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, path, found }) => {
    const words = found.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
    const key = JSON.stringify([rule, path, words]);
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return createHash('sha256').update(`${key}${ordinal}`).digest('hex').slice(0, 16);
  });
}
