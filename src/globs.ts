/** Globs as a shell reads them. */
import picomatch from 'picomatch';

/** Longest row that a range of braces is written out to; a longer one is left as it stands. */
const MOST = 1000;

const range = /\{(-?\d{1,6}|[a-z])\.\.(-?\d{1,6}|[a-z])(?:\.\.(-?\d{1,6}))?\}/gi;

/** Whether a path fits a glob: names that begin with a dot count, `[!_]` is any sign but that, `{01..12}` a row of numbers. */
export function globMatcher(glob: string, options: { readonly nocase?: boolean } = {}): (path: string) => boolean {
  return picomatch(withRows(glob), { ...options, dot: true, posix: true });
}

/** `{8..11}` as `{8,9,10,11}`: the library itself knows rows of single digits only. */
export function withRows(glob: string): string {
  return glob.replaceAll(range, (whole, first: string, last: string, step?: string) => {
    const row = rowOf(first, last, Math.abs(Number(step ?? 1)) || 1);
    if (row === undefined) return whole;
    return row.length === 1 ? row[0]! : `{${row.join(',')}}`;
  });
}

function rowOf(first: string, last: string, step: number): string[] | undefined {
  const digits = /\d/.test(first);
  if (digits !== /\d/.test(last)) return undefined;
  const from = digits ? Number(first) : first.charCodeAt(0);
  const to = digits ? Number(last) : last.charCodeAt(0);
  if (Math.abs(to - from) / step >= MOST) return undefined;
  const padded = digits && [first, last].some((end) => /^-?0\d/.test(end));
  const width = padded ? Math.max(first.length, last.length) : 0;
  const row: string[] = [];
  for (let count = 0; count <= Math.floor(Math.abs(to - from) / step); count++) {
    const value = from + (to < from ? -count : count) * step;
    row.push(digits ? written(value, width) : String.fromCharCode(value));
  }
  return row;
}

/** A number filled up with zeros to a width. */
function written(value: number, width: number): string {
  return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
}
