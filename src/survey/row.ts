/** One row of a survey: whose pay it gives, and its figures, currency, day and period. */
import { readAmount, readDate } from '../bands/amount.ts';
import { type Cell, folded, textOf } from '../bands/table.ts';
import type { Period } from '../types/pay.ts';
import type { Day } from '../types/place.ts';
import { quote } from '../wording.ts';
import type { SurveyWords } from './header.ts';
import { FIGURES, type Figure, type Mapping, ownOf, type Role } from './mapping.ts';

/** What a survey is read with. */
export interface SurveyPolicy {
  /** ISO codes. */
  readonly currencies: ReadonlySet<string>;
  /** Code by sign, for signs of one currency. */
  readonly signs: ReadonlyMap<string, string>;
  readonly words: SurveyWords;
  /** Name of the survey where the mapping gives none. */
  readonly source: string;
}

/** Columns (from 1) by what they hold. */
export type Columns = Partial<Record<Role, number>>;

/** A row and what it is read with. */
export interface RowOf {
  readonly line: readonly Cell[];
  readonly row: number;
  readonly mapping: Mapping;
  readonly columns: Columns;
  readonly policy: SurveyPolicy;
  /** Reports a fault of this row, in the column of a role. */
  readonly say: (role: Role | undefined, message: string) => void;
  readonly read: (role: Role) => string;
  /** Counts the row as left out, by why. */
  readonly leave: (why: string) => void;
}

type FigureText = readonly [figure: Figure, role: Role, cell: Cell];

/** Whose pay a row gives. */
interface Whose {
  readonly lane: string;
  readonly level: string;
  readonly job: string;
  readonly location: string;
  readonly texts: readonly FigureText[];
}

/** What a row gives of a band. */
export interface RowFigures extends Omit<Whose, 'texts'> {
  readonly currency: string;
  readonly asOf: Day;
  readonly period: Period;
  readonly figures: Readonly<Partial<Record<Figure, number>>>;
  /** Columns (from 1) of the figures. */
  readonly columns: Readonly<Partial<Record<Figure, number>>>;
}

/** Lane and level of a row that is to be taken; a row that is not is left out or at fault. */
export function whoseRow(of: RowOf): Whose | undefined {
  const { mapping, read, leave, say } = of;
  const [job, levelText, location] = [read('job'), read('level'), read('location')];
  const { locations } = mapping;
  if (locations && location !== '' && !locations.some((each) => folded(each) === folded(location))) {
    leave('another location');
    return undefined;
  }
  const texts = figuresOf(of);
  if (texts === undefined) {
    leave('a statistic that is no percentile');
    return undefined;
  }
  if (job === '') {
    // A note below the table has no figures.
    if (texts.length === 0) leave('no job and no figure');
    else
      say('job', 'The job is empty: name it, or set “fill-down: true” where a merged cell above stands for this row.');
    return undefined;
  }
  const mapped = ownName(mapping.jobs, job);
  if (mapped === undefined) {
    leave('a job that the mapping does not name');
    return undefined;
  }
  const { lane, level = ownName(mapping.levels ?? {}, levelText) } = ownOf(mapped);
  if (level === undefined) {
    if (levelText !== '') leave('a level that the mapping does not name');
    else
      say(
        'level',
        `Nothing tells the level of “${quote(job)}”: write lane and level in the mapping, “${quote(job)}: ${lane} senior”.`,
      );
    return undefined;
  }
  if (texts.length === 0) {
    leave('no figure');
    return undefined;
  }
  return { lane, level, job, location, texts };
}

/** The entry of a name, whatever its case and punctuation. */
function ownName(names: Readonly<Record<string, string>>, text: string): string | undefined {
  const wanted = folded(text);
  return Object.entries(names).find(([name]) => folded(name) === wanted)?.[1];
}

/** Figures that a row gives; undefined where it gives a statistic that is none of ours. */
function figuresOf({ line, columns, policy, read }: RowOf): readonly FigureText[] | undefined {
  const none = new Set((policy.words['survey-no-figure'] ?? []).map(folded));
  const isGiven = (cell: Cell | undefined): cell is Cell => {
    const text = folded(textOf(cell));
    return text !== '' && !none.has(text);
  };
  const figures = [...FIGURES, 'min', 'mid', 'max'] as const;
  if (columns.statistic === undefined) {
    return figures.flatMap((figure): FigureText[] => {
      const column = columns[figure];
      const cell = column === undefined ? undefined : line[column - 1];
      return isGiven(cell) ? [[figure, figure, cell]] : [];
    });
  }
  const statistic = folded(read('statistic'));
  const cell = line[columns.value! - 1];
  if (statistic === '' || !isGiven(cell)) return [];
  const figure = figures.find((each) => policy.words[`survey-${each}`]?.some((word) => folded(word) === statistic));
  return figure && [[figure, 'value', cell]];
}

/** Figures, currency, day and period of a row; undefined where one of them is at fault. */
export function readRow(of: RowOf, { texts, ...whose }: Whose): RowFigures | undefined {
  const { mapping, columns: at, say } = of;
  const figures: Partial<Record<Figure, number>> = {};
  const columns: Partial<Record<Figure, number>> = {};
  let sign: string | undefined;
  for (const [figure, role, cell] of texts) {
    const amount = readAmount(cell);
    if (amount === undefined || amount.value <= 0) {
      say(role, `“${quote(textOf(cell))}” is no amount: write digits, such as 150000 or 150,000.`);
      continue;
    }
    figures[figure] = amount.value * (mapping.unit ?? 1);
    columns[figure] = at[role]!;
    sign ??= amount.sign;
  }
  const currency = currencyOf(of, sign);
  const asOf = dateOf(of);
  const period = periodOf(of);
  const whole = Object.keys(figures).length === texts.length;
  if (!whole || currency === undefined || asOf === undefined || period === undefined) return undefined;
  return { ...whose, figures, columns, currency, asOf, period };
}

/** What the row says, else the mapping, else the sign beside the amount. */
function currencyOf({ read, say, mapping, policy, columns }: RowOf, sign: string | undefined): string | undefined {
  const written = read('currency') || mapping.currency || sign || '';
  const role = columns.currency === undefined ? undefined : 'currency';
  if (written === '') {
    say(role, 'Nothing tells the currency: write “currency: USD” in the mapping, or name its column.');
    return undefined;
  }
  const upper = written.toUpperCase();
  const code = policy.currencies.has(upper) ? upper : policy.signs.get(written.toLowerCase());
  if (code === undefined) {
    say(role, `“${quote(written)}” is no currency known here: write its ISO code, such as USD or EUR.`);
  }
  return code;
}

function dateOf({ read, say, mapping }: RowOf): Day | undefined {
  const written = read('effective');
  if (written === '') {
    if (mapping['as-of'] !== undefined) return mapping['as-of'];
    say('effective', 'Nothing tells the effective date: write “as-of: 2026-03-01” in the mapping, or name its column.');
    return undefined;
  }
  const date = readDate(written, mapping.dates);
  if (date === 'ambiguous') {
    const how = 'write “dates: day-first” or “dates: month-first” in the mapping';
    say('effective', `“${quote(written)}” can be two days: ${how}.`);
    return undefined;
  }
  if (date === undefined) say('effective', `“${quote(written)}” is no date: write it as 2026-03-01.`);
  return date;
}

function periodOf({ read, say, mapping, policy }: RowOf): Period | undefined {
  const written = folded(read('period'));
  if (written === '') return mapping.period ?? 'year';
  const found = (['year', 'month', 'hour'] as const).find((period) =>
    policy.words[`survey-period-${period}`]?.some((word) => folded(word) === written),
  );
  if (found === undefined) say('period', `“${quote(read('period'))}” is no period: write year, month or hour.`);
  return found;
}
