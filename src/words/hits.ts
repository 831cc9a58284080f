/** What a scan has recorded, as hits. */
import type { Hit, Hits, PhraseSet } from '../types/words.ts';

/** Numbers of a record: set, start, end and statement of a hit, and where the set's hit before it is recorded. */
export const RECORD = 5;

export const NO_HITS: readonly Hit[] = [];

/** Hits by set, made when first asked for. */
export function hitsOf(records: Int32Array, latest: Int32Array): Hits {
  const made = new Map<PhraseSet, readonly Hit[]>();
  return {
    of(set) {
      const last = latest[set] ?? -1;
      if (last < 0) return NO_HITS;
      const hits = made.get(set) ?? outermost(records, last);
      made.set(set, hits);
      return hits;
    },
  };
}

/** The hits of a set in order of place, from its latest record back, without those that lie inside another. */
function outermost(records: Int32Array, last: number): readonly Hit[] {
  const hits: Hit[] = [];
  let reached = 0;
  for (let at = last; at >= 0; at = records[at + 4]!) {
    const to = records[at + 2]!;
    if (to <= reached) continue;
    reached = to;
    hits.push({ from: records[at + 1]!, to, statement: records[at + 3]! });
  }
  return hits;
}
