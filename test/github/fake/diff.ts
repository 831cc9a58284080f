/** Line diff of the fake GitHub: its own, so that the Action's is not measured against itself. */

/** For each line of `before` (from 0) the line of `after` that it became, or -1: longest common subsequence. */
export function lineMap(before: readonly string[], after: readonly string[]): Int32Array {
  const map = new Int32Array(before.length).fill(-1);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) map[head] = head++;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > head && afterEnd > head && before[beforeEnd - 1] === after[afterEnd - 1])
    map[--beforeEnd] = --afterEnd;
  const rows = beforeEnd - head;
  const columns = afterEnd - head;
  if (rows * columns > 4_000_000) return map;
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i]![j] =
        before[head + i] === after[head + j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (before[head + i] === after[head + j]) map[head + i++] = head + j++;
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return map;
}

/** Lines of a text; a final line break ends the last line and begins none. */
export function linesOf(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

type Row = { mark: ' ' | '+' | '-'; text: string };

function rowsOf(before: readonly string[], after: readonly string[]): Row[] {
  const map = lineMap(before, after);
  const rows: Row[] = [];
  let j = 0;
  for (let i = 0; i < before.length; i++) {
    const to = map[i]!;
    if (to < 0) rows.push({ mark: '-', text: before[i]! });
    else {
      while (j < to) rows.push({ mark: '+', text: after[j++]! });
      rows.push({ mark: ' ', text: before[i]! });
      j++;
    }
  }
  while (j < after.length) rows.push({ mark: '+', text: after[j++]! });
  return rows;
}

/** A `patch` as GitHub's files list gives it: hunks with three lines of context, no file header. */
export function patchOf(before: string, after: string): string {
  const rows = rowsOf(linesOf(before), linesOf(after));
  const near = new Uint8Array(rows.length);
  rows.forEach((row, at) => {
    if (row.mark !== ' ') near.fill(1, Math.max(0, at - 3), at + 4);
  });
  const out: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  for (let at = 0; at < rows.length; ) {
    if (!near[at]) {
      oldLine++;
      newLine++;
      at++;
      continue;
    }
    const body: string[] = [];
    const from = [oldLine, newLine];
    for (; at < rows.length && near[at]; at++) {
      const row = rows[at]!;
      body.push(row.mark + row.text);
      if (row.mark !== '+') oldLine++;
      if (row.mark !== '-') newLine++;
    }
    const range = (start: number, end: number) =>
      end - start === 1 ? `${start}` : `${end === start ? start - 1 : start},${end - start}`;
    out.push(`@@ -${range(from[0]!, oldLine)} +${range(from[1]!, newLine)} @@`, ...body);
    if (at >= rows.length && after !== '' && !after.endsWith('\n')) out.push('\\ No newline at end of file');
  }
  return out.join('\n');
}

/** Lines of the right side that a comment may stand on, each with the number of its hunk. */
export function commentable(patch: string | undefined): Map<number, number> {
  const lines = new Map<number, number>();
  let hunk = 0;
  let line = 0;
  for (const row of (patch ?? '').split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(row);
    if (header) {
      hunk++;
      line = Number(header[1]);
    } else if (row[0] === '+' || row[0] === ' ') lines.set(line++, hunk);
  }
  return lines;
}
