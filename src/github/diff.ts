/** Lines of a file's new side that a change touches or shows. */
export interface DiffLines {
  /** Line → number of its hunk: where GitHub takes a comment. */
  readonly shown: ReadonlyMap<number, number>;
  /** Lines that were added or changed. */
  readonly changed: ReadonlySet<number>;
}

const CONTEXT = 3;

/** Reads a `patch` of GitHub's files list. Rows that are no diff end the hunk. */
export function linesOfPatch(patch: string): DiffLines {
  const shown = new Map<number, number>();
  const changed = new Set<number>();
  let hunk = 0;
  let line = 0;
  let left = 0;
  for (const row of rowsOf(patch)) {
    const header = left > 0 ? null : /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(row);
    if (header) {
      hunk++;
      line = Number(header[1]);
      left = header[2] === undefined ? 1 : Number(header[2]);
    } else if (left > 0 && (row[0] === '+' || row[0] === ' ' || row === '')) {
      if (row[0] === '+') changed.add(line);
      shown.set(line++, hunk);
      left--;
    }
  }
  return { shown, changed };
}

function* rowsOf(text: string): Generator<string> {
  let from = 0;
  while (from <= text.length) {
    const to = text.indexOf('\n', from);
    if (to < 0) {
      yield text.slice(from);
      return;
    }
    yield text.slice(from, to);
    from = to + 1;
  }
}

/** Every line of a new file. */
export function allLines(text: string): DiffLines {
  const count = split(text).length;
  const lines = Array.from({ length: count }, (_, at) => at + 1);
  return { shown: new Map(lines.map((line) => [line, 1])), changed: new Set(lines) };
}

/** Compares two texts as git would where GitHub gives no hunks: added lines with three lines around them. */
export function linesBetween(before: string, after: string): DiffLines {
  const old = split(before);
  const now = split(after);
  const { kept, cuts } = compareLines(old, now);
  const changed = new Set<number>();
  const near = new Uint8Array(now.length + 2);
  const around = (from: number, to: number) => near.fill(1, Math.max(1, from), Math.min(now.length, to) + 1);
  for (let at = 0; at < now.length; at++) {
    if (kept[at]) continue;
    changed.add(at + 1);
    around(at + 1 - CONTEXT, at + 1 + CONTEXT);
  }
  // Where lines were only removed, their neighbours are shown.
  for (const cut of cuts) around(cut + 1 - CONTEXT, cut + CONTEXT);
  const shown = new Map<number, number>();
  let hunk = 0;
  for (let line = 1; line <= now.length; line++) {
    if (!near[line]) continue;
    if (!near[line - 1]) hunk++;
    shown.set(line, hunk);
  }
  return { shown, changed };
}

function split(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Longest edit that is searched for (Myers); texts further apart count as changed from the first difference to the last. */
const MAX_EDITS = 800;

/** For each new line whether it was there before, and the new line after which old ones are gone. */
function compareLines(old: readonly string[], now: readonly string[]): { kept: Uint8Array; cuts: readonly number[] } {
  const kept = new Uint8Array(now.length);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) kept[start++] = 1;
  let oldEnd = old.length;
  let nowEnd = now.length;
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd--;
    kept[--nowEnd] = 1;
  }
  if (start === oldEnd && start === nowEnd) return { kept, cuts: [] };
  const pairs = shortestEdit(old.slice(start, oldEnd), now.slice(start, nowEnd));
  const cuts: number[] = [];
  let lastOld = -1;
  let lastNow = -1;
  for (const [oldAt, nowAt] of [...pairs, [oldEnd - start, nowEnd - start] as const]) {
    if (oldAt > lastOld + 1) cuts.push(start + lastNow + 1);
    if (nowAt < nowEnd - start) kept[start + nowAt] = 1;
    lastOld = oldAt;
    lastNow = nowAt;
  }
  return { kept, cuts };
}

/** Pairs of equal lines on a shortest path of edits, in order; none where the path is longer than {@link MAX_EDITS}. */
function shortestEdit(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const limit = Math.min(a.length + b.length, MAX_EDITS);
  const furthest = new Int32Array(2 * limit + 3);
  const trail: Int32Array[] = [];
  const middle = limit + 1;
  for (let edits = 0; edits <= limit; edits++) {
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && furthest[middle + k - 1]! < furthest[middle + k + 1]!);
      let x = down ? furthest[middle + k + 1]! : furthest[middle + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trail, a.length, b.length);
    }
    trail.push(furthest.slice(middle - edits - 1, middle + edits + 2));
  }
  return [];
}

function walkBack(
  trail: readonly Int32Array[],
  aLength: number,
  bLength: number,
): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  let x = aLength;
  let y = bLength;
  for (let edits = trail.length; edits > 0; edits--) {
    const row = trail[edits - 1]!;
    const value = (k: number) => row[k + edits] ?? -1;
    const k = x - y;
    const down = k === -edits || (k !== edits && value(k - 1) < value(k + 1));
    const from = down ? k + 1 : k - 1;
    const fromX = value(from);
    const fromY = fromX - from;
    const bendX = down ? fromX : fromX + 1;
    while (x > bendX && x > 0 && y > 0) pairs.push([--x, --y]);
    x = fromX;
    y = fromY;
  }
  while (x > 0 && y > 0) pairs.push([--x, --y]);
  return pairs.reverse();
}
