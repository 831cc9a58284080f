/** What is out of the ordinary in a structure: worth a look, no fault. Pure. */
import { monthsBetween } from '../pay/ageing.ts';
import type { Day } from '../types/place.ts';
import type { Ladder, Step } from './structure.ts';

/** What the bands of a structure mostly keep to; data of rules/bands.yml. */
export interface Usual {
  readonly spread: readonly [number, number];
  readonly progression: readonly [number, number];
  readonly overlap: number;
  /** Months after which a band is stale. */
  readonly months: number;
}

/** Notes on ladders, in their order; shares and months only, no amounts. */
export function unusual(ladders: readonly Ladder[], usual: Usual, today: Day): string[] {
  return ladders.flatMap(({ steps }) =>
    steps.flatMap((step, at) => notesOn(step, steps[at - 1], usual, today).map((note) => `${nameOf(step)}: ${note}`)),
  );
}

function nameOf({ band: { lane, level, currency } }: Step): string {
  return `${lane} ${level} (${currency})`;
}

function notesOn(step: Step, below: Step | undefined, usual: Usual, today: Day): string[] {
  const { spread, progression, overlap, gap, band } = step;
  const notes: string[] = [];
  const [least, most] = usual.spread;
  if (spread < least)
    notes.push(`the range is narrow, spread ${percent(spread)}; little room to grow within the level`);
  if (spread > most) notes.push(`the range is wide, spread ${percent(spread)}; it tells candidates little`);
  const lower = below?.band.level ?? '';
  const [slow, fast] = usual.progression;
  if (progression !== null && progression < slow) {
    notes.push(`the midpoint is ${percent(progression)} over that of ${lower}: hardly a step up`);
  }
  if (progression !== null && progression > fast) {
    notes.push(`the midpoint is ${percent(progression)} over that of ${lower}: a level may be missing between`);
  }
  if (gap !== null) notes.push(`it begins above the end of ${lower}: pay between the two has no level`);
  if (overlap !== null && overlap > usual.overlap) {
    notes.push(`${percent(overlap)} of the range lies in that of ${lower}: a promotion need not move pay`);
  }
  const months = monthsBetween(band.asOf, today);
  if (months > usual.months)
    notes.push(`its day, ${band.asOf}, is ${months} months back: look for a newer survey, or age it (age-bands)`);
  return notes;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
