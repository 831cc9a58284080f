/** A number as written: thousands groups and decimals resolved. */
export interface NumberRead {
  readonly end: number;
  /** NaN where the groups make no number (`300,0000`, `1.2.3`). */
  readonly value: number;
  readonly decimals: number;
}

/** Blank, no-break, narrow no-break and thin space: all group thousands. */
const SPACES = ' \u00a0\u202f\u2009';

/** Reads the number that begins at a digit: `165,000`, `80.000,00`, `90 000`, `160'000`, `18,00,000`, `4.5`. */
export function readNumber(text: string, at: number): NumberRead {
  const groups: string[] = [];
  const separators: string[] = [];
  let spaces = false;
  let signs = false;
  let end = digitsEnd(text, at);
  groups.push(text.slice(at, end));
  for (;;) {
    const separator = text[end];
    if (separator === undefined) break;
    const next = digitsEnd(text, end + 1);
    const width = next - end - 1;
    if (width === 0) break;
    if (SPACES.includes(separator)) {
      const joins = width === 3 && (groups[0]?.length ?? 4) <= 3 && !signs;
      if (!joins) break;
      spaces = true;
      separators.push(' ');
    } else if (separator === ',' || separator === '.' || separator === "'" || separator === '’' || separator === '_') {
      if (spaces && width === 3) break;
      signs = true;
      separators.push(separator === '’' ? "'" : separator);
    } else break;
    groups.push(text.slice(end + 1, next));
    end = next;
  }
  // `60.000,-`: the dash stands for no cents.
  if (text[end] === ',' && (text[end + 1] === '-' || text[end + 1] === '–') && digitsEnd(text, end + 2) === end + 2)
    end += 2;
  return { end, ...value(groups, separators) };
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (!(code >= 48 && code <= 57)) return end;
    end++;
  }
}

function value(groups: readonly string[], separators: readonly string[]): { value: number; decimals: number } {
  const first = groups[0] ?? '';
  if (separators.length === 0) return { value: Number(first), decimals: 0 };
  const last = groups[groups.length - 1] ?? '';
  const final = separators[separators.length - 1] as string;
  const inner = separators.slice(0, -1);
  const mixed = inner.some((s) => s !== final);
  if (mixed) {
    // The last sign is the decimal mark, those before it group thousands.
    const sound = (final === '.' || final === ',') && new Set(inner).size === 1 && thousands(groups.slice(0, -1));
    return sound ? decimal(groups.slice(0, -1), last) : { value: Number.NaN, decimals: 0 };
  }
  if (thousands(groups) && !(final === '.' && (first === '0' || first === '00'))) {
    return { value: Number(groups.join('')), decimals: 0 };
  }
  if (groups.length === 2 && (final === '.' || final === ',') && (last.length <= 2 || final === '.')) {
    return decimal([first], last);
  }
  return { value: Number.NaN, decimals: 0 };
}

/** 165,000 · 1,650,000 · Indian 18,00,000. */
function thousands(groups: readonly string[]): boolean {
  if (groups.length === 1) return true;
  const first = groups[0] ?? '';
  const rest = groups.slice(1);
  if (first.length === 0 || first.length > 3 || rest[rest.length - 1]?.length !== 3) return false;
  const inner = rest.slice(0, -1);
  return inner.every((g) => g.length === 3) || (first.length <= 2 && inner.every((g) => g.length === 2));
}

function decimal(whole: readonly string[], fraction: string): { value: number; decimals: number } {
  return { value: Number(`${whole.join('')}.${fraction}`), decimals: fraction.length };
}
