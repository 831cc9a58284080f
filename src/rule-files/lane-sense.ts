/** Whether a team's own lanes, levels and rates can be meant as they stand. */
import type { Lane, Level } from '../types/words.ts';

type Report = (path: readonly (string | number)[], message: string) => void;

/** Reports ends in the wrong order, and other words of a lane or level that are the id of another one. */
export function reportSenselessLanes(
  own: { readonly lanes: readonly Lane[]; readonly levels: readonly Level[] },
  known: { readonly lanes: readonly string[]; readonly levels: readonly string[] },
  report: Report,
): void {
  for (const { id, weeksToFill } of own.lanes) {
    if (weeksToFill[0] > weeksToFill[1]) {
      report(['lanes', id, 'weeks-to-fill'], 'The greater number of weeks stands in front: write the smaller first.');
    }
  }
  for (const { id, years } of own.levels) {
    if (years.max !== null && years.min > years.max) {
      report(['levels', id, 'years'], '“min” is greater than “max”: write the smaller number of years as “min”.');
    }
  }
  for (const key of ['lanes', 'levels'] as const) {
    for (const { id, aliases } of own[key]) {
      aliases.forEach((alias, index) => {
        const other = alias.toLowerCase();
        if (other === id || !known[key].includes(other)) return;
        const what = key === 'lanes' ? 'lane' : 'level';
        report(
          [key, id, 'aliases', index],
          `“${alias}” is a ${what} of its own: leave it out here, or take another word.`,
        );
      });
    }
  }
}

/** Takes out the rate of the bands' own currency where it is not 1: it would change every figure. */
export function dropOwnRate(rates: Record<string, number>, currency: string, report: Report): void {
  if ((rates[currency] ?? 1) === 1) return;
  report(
    ['rates', currency],
    `The bands are in ${currency} already: a rate says how much one unit of another currency is worth in ${currency}. Leave this one out.`,
  );
  delete rates[currency];
}
