/** The findings that a team knows, as far as a run on GitHub needs them. */
import { type Baseline, withoutKnown } from '../baseline/baseline.ts';
import { entriesOf, sumOf } from '../baseline/entries.ts';
import { readBaseline } from '../baseline/file.ts';
import { movesOf } from '../baseline/moves.ts';
import type { Read } from '../github/blobs.ts';
import type { FileChange } from '../github/files.ts';
import { MAX_BASELINE_BYTES } from '../limits.ts';
import type { Judged } from '../tally.ts';
import { decode } from '../text-input.ts';
import type { Problem } from '../types/place.ts';

/** A text under review; judged anew with each call, as it is or changed. */
export interface JudgedText {
  readonly path: string;
  readonly judge: (text?: string) => Judged;
}

/** A baseline and what the change did to the postings that it names. */
export interface Known {
  readonly baseline: Baseline;
  readonly touched: readonly FileChange[];
  /** Whether the commit under review has a posting of that path. */
  readonly isThere: (path: string) => boolean;
}

/** Reads the file that a configuration names; undefined where it names none. With a fault nothing is known. */
export async function knownFindings(
  named: string | undefined,
  file: Read | undefined,
): Promise<{ readonly baseline?: Baseline; readonly problems: readonly Problem[] }> {
  if (named === undefined) return { problems: [] };
  const fault = (message: string) => ({ problems: [{ path: named, message, severity: 'error' } as const] });
  if (!file) {
    return fault('The configuration names this baseline, and this commit has no such file: add it or mend the name.');
  }
  const read = 'bytes' in file ? decode(file.bytes, MAX_BASELINE_BYTES) : file;
  if ('problem' in read) return fault(read.problem);
  const parsed = await readBaseline(named, read.text);
  return 'baseline' in parsed ? { ...parsed, problems: [] } : parsed;
}

/** What leaves out the known findings of postings, and how many known ones went with postings that are gone. */
export function tellerOf(
  { baseline, touched, isThere }: Known,
  texts: readonly JudgedText[],
): { readonly tell: (judged: Judged) => Judged; readonly gone: number } {
  const renamed = touched.flatMap(({ path, previousPath, status }) =>
    status === 'renamed' && previousPath !== undefined && baseline.has(previousPath) && !baseline.has(path)
      ? [[path, previousPath] as const]
      : [],
  );
  const moves = new Map<string, string>(renamed);
  const followed = new Set(moves.values());
  const absent = [...baseline.keys()].filter((path) => !isThere(path) && !followed.has(path));
  const fresh = (absent.length > 0 ? texts : [])
    .filter(({ path }) => !baseline.has(path) && !moves.has(path))
    .map(({ path, judge }) => ({ path, entries: entriesOf(judge().review) }));
  for (const [path, from] of movesOf(baseline, absent, fresh)) {
    moves.set(path, from);
    followed.add(from);
  }
  return {
    tell(judged) {
      const { path } = judged.review.posting;
      return withoutKnown(judged, baseline.get(moves.get(path) ?? path));
    },
    gone: absent
      .filter((path) => !followed.has(path))
      .reduce((sum, path) => sum + sumOf(baseline.get(path) ?? new Map()), 0),
  };
}
