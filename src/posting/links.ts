/** Longest link target that is looked for: keeps a row of openers linear. */
const MAX_TARGET = 2000;

/**
 * Brackets of the links and images between `from` and `to`: both the offset of a link's opening bracket and that of its closing one lead
 * to the end of its target. Linear: one pass with a stack, targets bounded.
 */
export function linkEnds(source: string, from: number, to: number): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  let at = from;
  let scanned = 0;
  while (at < to) {
    const code = source.charCodeAt(at);
    if (code === 92) {
      at += 2;
      continue;
    }
    if (code === 91) open.push(at);
    if (code === 93 && open.length > 0) {
      const opener = open.pop()!;
      const end = scanned < MAX_TARGET * 40 ? targetEnd(source, at + 1, to) : -1;
      if (end >= 0) {
        ends.set(opener, end);
        ends.set(at, end);
        scanned = 0;
        at = end;
        continue;
      }
      if (source.charCodeAt(at + 1) === 40) scanned += MAX_TARGET;
    }
    at++;
  }
  return ends;
}

/** End of `(target)` or `[label]` at `at`, or -1. */
function targetEnd(source: string, at: number, to: number): number {
  const opener = source.charCodeAt(at);
  if (at >= to || (opener !== 40 && opener !== 91)) return -1;
  const limit = Math.min(to, at + (opener === 40 ? MAX_TARGET : 60));
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = source.charCodeAt(i);
    if (code === 92) i++;
    else if (opener === 91 && (code === 32 || code === 10)) return -1;
    else if (code === 10 && source.charCodeAt(i + 1) === 10) return -1;
    else if (code === opener) depth++;
    else if (code === (opener === 40 ? 41 : 93) && --depth === 0) return i + 1;
  }
  return -1;
}
