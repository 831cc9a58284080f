import type { Row } from '../shape.ts';
import type { State } from './state.ts';

/** What stands for postings that do not say it. */
export const UNSAID = '–';

/** Severities by how grave they are. */
export const SEVERITIES = ['error', 'warning', 'notice', 'waived'] as const;

/** Findings of a severity in a posting. */
export function countOf({ found }: Row, wanted: string): number {
  let count = 0;
  for (const [, severity] of found) if (severity === wanted) count++;
  return count;
}

/** Indexes of the postings that fit, in order; `texts` are searched as far as they are there. */
export function selected(
  rows: readonly Row[],
  texts: readonly string[],
  state: State,
  levels: readonly string[],
): number[] {
  const words = state.text.trim().toLowerCase();
  const fitting: number[] = [];
  rows.forEach((row, index) => {
    if (fits(row, state) && (words === '' || says(row, texts[index], words))) fitting.push(index);
  });
  return sorted(fitting, rows, state.sort, levels);
}

function fits(row: Row, { lane, level, place, severity, rule, pay }: State): boolean {
  if (lane && (row.lane ?? UNSAID) !== lane) return false;
  if (level && (row.level ?? UNSAID) !== level) return false;
  if (place && (row.place ?? UNSAID) !== place) return false;
  if (pay && row.pay.standing !== pay) return false;
  if (!rule && !severity) return true;
  return row.found.some(([id, kind]) => (!rule || id === rule) && (!severity || kind === severity));
}

function says(row: Row, text: string | undefined, words: string): boolean {
  const known = [row.title, row.path, row.place, row.lane, row.level, ...row.found.map(([id]) => id)];
  return known.some((each) => each?.toLowerCase().includes(words)) || (text?.includes(words) ?? false);
}

type Key = number | string;

function sorted(indexes: number[], rows: readonly Row[], sort: string, levels: readonly string[]): number[] {
  const down = sort.startsWith('-');
  const keyOf = KEYS[down ? sort.slice(1) : sort] ?? KEYS.found!;
  const keys = new Map(indexes.map((index) => [index, keyOf(rows[index]!, levels)]));
  const order = new Intl.Collator('en', { numeric: true }).compare;
  return indexes.sort((a, b) => {
    const [one, other] = [keys.get(a)!, keys.get(b)!];
    const by = typeof one === 'number' && typeof other === 'number' ? one - other : order(String(one), String(other));
    return (down ? -by : by) || a - b;
  });
}

/** What a column is sorted by. */
const KEYS: Readonly<Record<string, (row: Row, levels: readonly string[]) => Key>> = {
  title: ({ title, path }) => title ?? path,
  lane: ({ lane }) => lane ?? UNSAID,
  level: ({ level }, levels) => (level === null ? -1 : levels.indexOf(level)),
  place: ({ place }) => place ?? UNSAID,
  pay: ({ pay }) => pay.middle ?? -1,
  found: (row) => countOf(row, 'error') * 1e8 + countOf(row, 'warning') * 1e4 + countOf(row, 'notice'),
};
