/** A baseline: findings that a team knows and lives with until somebody mends them. Pure. */
import type { Judged } from '../tally.ts';
import { type Entries, keyOf, partsOf, sumOf } from './entries.ts';

/** Known findings by posting, paths from the repository's root. */
export type Baseline = ReadonlyMap<string, Entries>;

/** A posting without its known findings; `known` and `gone` say how many of them it has and has no more. */
export function withoutKnown(judged: Judged, entries: Entries = new Map()): Judged {
  const left = new Map(entries);
  const { review } = judged;
  const findings = review.findings.filter((finding) => {
    if (finding.waived) return true;
    const key = keyOf(finding, review.posting);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const known = review.findings.length - findings.length;
  return { ...judged, review: { ...review, findings }, debt: { known, gone: sumOf(entries) - known } };
}

/** The part of a baseline that these rules could find. */
export function ofRules(baseline: Baseline, rules: ReadonlySet<string>): Baseline {
  return mapEntries(baseline, (key) => rules.has(partsOf(key).rule));
}

/** What a run knows of the postings that it judged, for {@link updated}. */
export interface Found {
  readonly path: string;
  readonly entries: Entries;
}

/**
 * A baseline as it is after a run: what was judged is as found, what is not there any more is dropped, all else stays.
 * With `rules`, only those were judged.
 */
export function updated(
  old: Baseline,
  found: readonly Found[],
  isThere: (path: string) => boolean,
  rules?: ReadonlySet<string>,
): Baseline {
  const kept = new Map([...old].filter(([path]) => isThere(path)));
  for (const { path, entries } of found) {
    const others = rules ? [...(old.get(path) ?? [])].filter(([key]) => !rules.has(partsOf(key).rule)) : [];
    kept.set(path, new Map([...others, ...entries]));
  }
  return mapEntries(kept, () => true);
}

/** How many findings a new baseline has more, and how many of the old one it has no more. */
export function differenceOf(old: Baseline, now: Baseline): { readonly added: number; readonly dropped: number } {
  const before = flat(old);
  const after = flat(now);
  const more = (one: Entries, other: Entries) =>
    [...one].reduce((sum, [key, count]) => sum + Math.max(0, count - (other.get(key) ?? 0)), 0);
  return { added: more(after, before), dropped: more(before, after) };
}

function flat(baseline: Baseline): Entries {
  return new Map([...baseline].flatMap(([path, entries]) => [...entries].map(([key, n]) => [`${path}\0${key}`, n])));
}

/** A baseline of the keys that are kept; a posting of which nothing is left is left out. */
function mapEntries(baseline: Baseline, keeps: (key: string) => boolean): Baseline {
  return new Map(
    [...baseline]
      .map(([path, entries]) => [path, new Map([...entries].filter(([key]) => keeps(key)))] as const)
      .filter(([, entries]) => entries.size > 0),
  );
}
