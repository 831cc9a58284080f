import type { Band } from '../types/market.ts';
import type { Day } from '../types/place.ts';

/**
 * What pay of an earlier day is multiplied by to stand for today: within a year 1 + rate × months ÷ 12, and each whole
 * year compounds, so that 18 months at 4 % are 1.04 × 1.02. `rate` is a share a year (0.04); only whole months count, and
 * what is dated ahead is not aged. As BLR teaches it (compensationdailyadvisor.blr.com, “Keys to Aging Salary Data
 * Effectively”); for WorldatWork ageing is bringing survey data to one point in time by the assumed movement of wages.
 */
export function ageingFactor(rate: number, from: Day, today: Day): number {
  const months = monthsBetween(from, today);
  return (1 + rate) ** Math.floor(months / 12) * (1 + (rate * (months % 12)) / 12);
}

/** Whole months from a day to a later one; 0 where it is not later, or no day. */
export function monthsBetween(from: Day, to: Day): number {
  const [y1, m1, d1] = numbersOf(from);
  const [y2, m2, d2] = numbersOf(to);
  const months = (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0);
  return months > 0 ? months : 0;
}

function numbersOf(day: Day): readonly [number, number, number] {
  const [year, month, date] = day.split('-').map(Number);
  return [year ?? Number.NaN, month ?? Number.NaN, date ?? Number.NaN];
}

/** Bands as of today, to whole units of a year's pay; as they are where no rate is set or they are of this month. */
export function agedBands(bands: readonly Band[], rate: number | undefined, today: Day): readonly Band[] {
  return rate === undefined ? bands : bands.map((band) => aged(band, rate, today));
}

function aged(band: Band, rate: number, today: Day): Band {
  const factor = ageingFactor(rate, band.asOf, today);
  if (factor === 1) return band;
  const { min, max } = band;
  const digits = band.period === 'year' ? 1 : 100;
  const at = (amount: number) => Math.round(amount * factor * digits) / digits;
  return { ...band, min: at(min), max: at(max), aged: { rate, factor, min, max } };
}
