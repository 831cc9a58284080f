/** A salary structure in figures: how wide each band is, and how each stands to the one below. Pure. */
import type { Band } from '../types/market.ts';
import type { Level } from '../types/words.ts';

/** A band with the figures that a structure is read by; shares, so that 0.4 is 40 %. */
export interface Step {
  readonly band: Band;
  readonly midpoint: number;
  /** Range spread: (max − min) ÷ min. */
  readonly spread: number;
  /** Midpoint progression: midpoint ÷ that of the level below − 1; null for the lowest. */
  readonly progression: number | null;
  /** The part of this range that the one below reaches into: (max below − min) ÷ (max − min), 0 where it does not; null for the lowest. */
  readonly overlap: number | null;
  /** How far this range begins above the end of the one below; null where they meet. */
  readonly gap: number | null;
}

/** The bands of a lane in one currency and period, from the lowest level. */
export interface Ladder {
  readonly lane: string;
  readonly currency: string;
  readonly period: Band['period'];
  readonly steps: readonly Step[];
}

/** Ladders in the order of lanes and, within one, of currencies as they come. */
export function structureOf(
  bands: readonly Band[],
  lanes: readonly string[],
  levels: readonly Pick<Level, 'id' | 'years'>[],
): readonly Ladder[] {
  const rank = (band: Band) => levels.find(({ id }) => id === band.level)?.years.min ?? 0;
  const groups = new Map<string, Band[]>();
  for (const band of bands) {
    const key = [band.lane, band.currency, band.period].join('/');
    groups.set(key, [...(groups.get(key) ?? []), band]);
  }
  const order = (lane: string) => (lanes.includes(lane) ? lanes.indexOf(lane) : lanes.length);
  return [...groups.values()]
    .map((group) => [...group].sort((a, b) => rank(a) - rank(b)))
    .map((group): Ladder => {
      const { lane, currency, period } = group[0]!;
      return { lane, currency, period, steps: group.map((band, at) => stepOf(band, group[at - 1])) };
    })
    .sort((a, b) => order(a.lane) - order(b.lane));
}

function stepOf(band: Band, below: Band | undefined): Step {
  const { min, max } = band;
  const midpoint = (min + max) / 2;
  const shared = { band, midpoint, spread: (max - min) / min };
  if (!below) return { ...shared, progression: null, overlap: null, gap: null };
  return {
    ...shared,
    progression: midpoint / ((below.min + below.max) / 2) - 1,
    overlap: Math.min(1, Math.max(0, (below.max - min) / (max - min))),
    gap: below.max < min ? min - below.max : null,
  };
}
