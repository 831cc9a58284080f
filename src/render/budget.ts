/** A whole piece of a text: a paragraph, a table row, a code block. Pieces are kept or left out, never cut. */
export interface Piece {
  readonly text: string;
  /** What is left out first has the lowest rank; {@link ALWAYS} stays. */
  readonly rank: number;
  /** Rows of one table or list; its `head` goes when all its rows are gone. */
  readonly group?: string;
  readonly head?: boolean;
}

export const ALWAYS = 100;

/** What GitHub takes: characters of a comment, bytes of a check's text, bytes of a job summary (1 MiB, less a margin). */
export const LIMITS = { comment: 65_536, check: 65_535, job: 900 * 1024 };

export interface Fitted {
  readonly text: string;
  /** Pieces that were left out. */
  readonly dropped: number;
}

/**
 * Joins pieces by line breaks into at most `limit` bytes of UTF-8 (so also at most as many characters). What has the
 * lowest rank is left out first, from the end; `more` says at the end how many pieces that were.
 */
export function fitPieces(pieces: readonly Piece[], limit: number, more: (dropped: number) => string): Fitted {
  const sizes = pieces.map(({ text }) => Buffer.byteLength(text) + 1);
  let total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= limit) return { text: pieces.map(({ text }) => text).join('\n'), dropped: 0 };
  const out = new Set<number>();
  const room = limit - Buffer.byteLength(more(pieces.length)) - 2;
  const groups = groupsOf(pieces);
  const order = pieces
    .map((_, at) => at)
    .filter((at) => pieces[at]!.rank < ALWAYS && !pieces[at]!.head)
    .sort((a, b) => pieces[a]!.rank - pieces[b]!.rank || b - a);
  const leave = (at: number) => {
    out.add(at);
    total -= sizes[at]!;
  };
  // A head without rows takes no room.
  for (const { rows, heads } of groups.values()) if (rows === 0) heads.forEach(leave);
  let dropped = 0;
  for (const at of order) {
    if (total <= room) break;
    leave(at);
    dropped++;
    const group = groups.get(pieces[at]!.group ?? '');
    if (group && --group.rows === 0) group.heads.forEach(leave);
  }
  const kept = pieces.filter((_, at) => !out.has(at)).map(({ text }) => text);
  return { text: [...kept, '', more(dropped)].join('\n'), dropped };
}

/** The tables and lists among pieces: their heads, and how many rows they have. */
function groupsOf(pieces: readonly Piece[]): Map<string, { rows: number; readonly heads: number[] }> {
  const groups = new Map<string, { rows: number; readonly heads: number[] }>();
  pieces.forEach(({ group, head }, at) => {
    if (group === undefined) return;
    const own = groups.get(group) ?? { rows: 0, heads: [] };
    groups.set(group, own);
    if (head) own.heads.push(at);
    else own.rows++;
  });
  return groups;
}
