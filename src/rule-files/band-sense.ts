/**
 * Whether bands and geo factors can be meant as they stand: sizes, order of ends and levels. A band table may be
 * private, so no message carries a figure of it: lane, level and key say where to look.
 */

import type { Plausible } from '../policy/model.ts';
import type { YamlPath } from '../strict-yaml/yaml.ts';
import type { Band } from '../types/market.ts';
import type { Period } from '../types/pay.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { CurrencyWords, Level } from '../types/words.ts';
import { letterPattern } from '../words/letters.ts';
import { type BandBase, type BandData, bandOf } from './band-tables.ts';

type Report = (path: YamlPath, message: string, severity?: Severity) => void;

/** What bands are held against. */
export interface SenseOf {
  readonly plausible: Plausible | undefined;
  /** Levels that bands may name, with their ladder of years. */
  readonly levels: readonly Level[];
  readonly currencies: readonly CurrencyWords[];
  /** Bands that stay beside these where these give none for a level. */
  readonly others: readonly Band[];
}

/** Takes bands out of a table of lane × level that cannot be meant, and reports each at its place. */
export function dropSenselessBands(
  table: Record<string, Record<string, unknown>>,
  base: BandBase,
  sense: SenseOf,
  report: Report,
): void {
  for (const [lane, row] of Object.entries(table)) {
    for (const [level, value] of Object.entries(row)) {
      const band = bandOf(lane, level, value as BandData, base);
      const fault = sizeFault(band, sense) ?? spreadFault(band, sense);
      if (fault === undefined) continue;
      const keys = Array.isArray(value) ? { min: 0, max: 1 } : { min: 'min', max: 'max' };
      const at = ['bands', lane, level, ...(fault.end ? [keys[fault.end]] : [])];
      report(at, `The band of ${lane} ${level} ${fault.says}`);
      delete row[level];
    }
    dropDisorder(lane, row, base, sense, report);
  }
}

interface Fault {
  readonly end?: 'min' | 'max';
  readonly says: string;
}

function sizeFault(band: Band, { plausible, currencies }: SenseOf): Fault | undefined {
  for (const end of ['min', 'max'] as const) {
    if (band[end] <= 0) {
      return { end, says: `has no pay over 0 as its “${end}”: write the ${ENDS[end]} base pay.` };
    }
  }
  const unit = currencies.find(({ code }) => code === band.currency)?.unit;
  const bounds = plausible?.pay[band.period];
  if (unit === undefined || bounds === undefined) return undefined;
  const [least, most] = bounds;
  for (const end of ['min', 'max'] as const) {
    const amount = band[end] / unit;
    if (amount < least) {
      const why = amount * 1000 >= least ? ' and looks like thousands' : '';
      const says = `is too small for pay ${PER[band.period]} in ${band.currency}${why} (“${end}”): write the whole amount with all its zeros, or name its period: { min, max, period: hour }.`;
      return { end, says };
    }
    if (amount > most) {
      const says = `is too large for pay ${PER[band.period]} in ${band.currency} (“${end}”): look for a zero too many, or name the period that it is for.`;
      return { end, says };
    }
  }
  return undefined;
}

const ENDS = { min: 'least', max: 'greatest' } as const;
const PER: Readonly<Record<Period, string>> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
};

function spreadFault({ min, max }: Band, { plausible }: SenseOf): Fault | undefined {
  if (min === max) return { says: 'has one figure for both ends: write the least and the greatest base pay.' };
  if (min > max) return { says: 'has the greater pay in front: write the smaller first.' };
  if (plausible === undefined || max <= min * plausible.spread) return undefined;
  const says = `ends at more than ${plausible.spread} times its start (“max” against “min”): a band so wide compares nothing. Look for a digit too many or too few.`;
  return { says };
}

/**
 * Reports a level whose band pays less at both ends than that of a lower level. Where only one of the two is the team's
 * own, the other keeps its market figure: that is told, but it may be meant, so the band holds.
 */
function dropDisorder(
  lane: string,
  row: Record<string, unknown>,
  base: BandBase,
  { levels, others }: SenseOf,
  report: Report,
): void {
  const own = Object.entries(row).map(([level, value]) => bandOf(lane, level, value as BandData, base));
  const built = others.filter((band) => band.lane === lane && !Object.hasOwn(row, band.level));
  const levelOf = (band: Band) => levels.find(({ id }) => id === band.level);
  for (const high of own) {
    const above = (low: Band) =>
      low.currency === high.currency &&
      low.period === high.period &&
      isAbove(levelOf(high), levelOf(low)) &&
      high.min < low.min &&
      high.max < low.max;
    const low = own.find(above);
    const at = ['bands', lane, high.level];
    if (low) {
      const message = `The band of ${lane} ${high.level} lies below that of ${lane} ${low.level}, the lower level: mend the one that is wrong.`;
      report(at, message);
      delete row[high.level];
      continue;
    }
    const market = built.find((low) => above(low) && high.max < low.min);
    if (!market) continue;
    const message = `The band of ${lane} ${high.level} lies below the built-in one of ${lane} ${market.level}, the lower level: give ${market.level} a band of your own, or set “built-in-bands: false”.`;
    report(at, message, 'warning');
  }
}

/** Whether the ladders of years leave no doubt which level is higher; those of a manager and a senior overlap. */
function isAbove(high: Level | undefined, low: Level | undefined): boolean {
  if (!high || !low || high.years.min <= low.years.min) return false;
  return low.years.max === null ? high.years.max === null : low.years.max <= high.years.min;
}

/** Takes geo factors out that cannot be meant, and reports each at its place. */
export function dropSenselessFactors(
  table: Record<string, unknown>,
  plausible: Plausible | undefined,
  report: Report,
): void {
  const [least, most] = plausible?.factor ?? [Number.MIN_VALUE, Number.POSITIVE_INFINITY];
  for (const [place, value] of Object.entries(table)) {
    const factor = value as number;
    if (factor >= least && factor <= most) continue;
    const range = plausible ? `from ${least} to ${most}` : 'over 0';
    const message = `The geo factor of ${place} is ${factor}: write a factor ${range}, where 1 is the national base (100 %).`;
    report(['geo-factors', place], message);
    delete table[place];
  }
}

/** A name as people give lanes, levels and keys: letters, at most a short number behind. */
const name = letterPattern(String.raw`^[\p{L}_+. -]+\d{0,2}$`);

/** A message about a band table without the figures that it would quote: a mistyped band can stand where a key belongs. */
export function withoutFigures(problem: Problem): Problem {
  const message = problem.message.replace(/“([^”]*)”/g, (whole, quoted: string) =>
    /\d/.test(quoted) && !name(quoted).test(quoted) ? '“…”' : whole,
  );
  return { ...problem, message };
}

/** A fault of the YAML itself, which may quote any part of the file. */
export function withoutNumbers(problem: Problem): Problem {
  return { ...problem, message: problem.message.replace(/\d[\d.,_]*\d/g, '…') };
}
