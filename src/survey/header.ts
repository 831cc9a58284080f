/** The header of a survey: which row names the columns, and what each is called. */
import { columnLetter, folded, type Table, textOf } from '../bands/table.ts';

/** Rows above the figures that may be titles and notes. */
const MOST_ABOVE = 40;

/** Words by what they tell (`survey-job`, `survey-p25`…). */
export type SurveyWords = Readonly<Record<string, readonly string[]>>;

/** What a column holds by the words of its header, `undefined` where they tell nothing or something else than base pay. */
export function roleOf<Role extends string>(
  name: string,
  roles: readonly Role[],
  words: SurveyWords,
): Role | undefined {
  const text = ` ${folded(name)} `;
  const longest = (list: readonly string[] = []) =>
    Math.max(0, ...list.map((word) => (text.includes(` ${folded(word)} `) ? folded(word).length : 0)));
  if (longest(words['survey-not-base']) > 0) return undefined;
  let best: { readonly role: Role; readonly length: number } | undefined;
  for (const role of roles) {
    // “Base Salary 25th” is a percentile: what says only that it is pay counts last.
    const length = longest(words[`survey-${role}`]) / (role === 'value' ? 100 : 1);
    if (length > (best?.length ?? 0)) best = { role, length };
  }
  return best?.role;
}

/** The row (from 1) of whose cells most name something that a survey holds; 0 where no row names two. */
export function headerRowOf(table: Table, roles: readonly string[], words: SurveyWords): number {
  let best = { row: 0, named: 1 };
  for (const [index, row] of table.slice(0, MOST_ABOVE).entries()) {
    const named = new Set(row.map((cell) => roleOf(textOf(cell), roles, words)).filter((role) => role !== undefined));
    if (named.size > best.named) best = { row: index + 1, named: named.size };
  }
  return best.row;
}

/**
 * Names of the columns. Where names repeat because a merged cell above groups them (“Base Salary” over 25th, 50th, 75th),
 * the group stands before the name.
 */
export function columnNames(table: Table, headerRow: number): string[] {
  const width = table.reduce((most, row) => Math.max(most, row.length), 0);
  const header = table[headerRow - 1] ?? [];
  const names = Array.from({ length: width }, (_, at) => textOf(header[at]));
  const given = names.filter((name) => name !== '').map(folded);
  if (new Set(given).size === given.length) return names;
  const above = table[headerRow - 2] ?? [];
  let group = '';
  return names.map((name, at) => {
    group = textOf(above[at]) || group;
    return name === '' || group === '' ? name : `${group} ${name}`;
  });
}

/** The column (from 1) that a mapping means: by name, else by letter. */
export function columnOf(meant: string, names: readonly string[]): number | undefined {
  const named = names.findIndex((name) => name !== '' && folded(name) === folded(meant));
  if (named >= 0) return named + 1;
  const lettered = names.findIndex((_, at) => columnLetter(at + 1) === meant.trim());
  return lettered < 0 ? undefined : lettered + 1;
}
