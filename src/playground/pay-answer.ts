/** What the page says of pay: one answer to “is it fair?”, and the ranges that it draws. */
import { range, shortAmount } from '../render/html/money.ts';
import { where } from '../render/picture.ts';
import type { BandComparison, Comparison } from '../types/market.ts';
import { bandOrigin } from '../wording.ts';
import { capital } from './prose.ts';

/** How pay stands to the market. `open`: it was not compared. */
export type Standing = 'below' | 'low' | 'inside' | 'above' | 'open';

export interface PayAnswer {
  readonly standing: Standing;
  /** A few words. */
  readonly head: string;
  /** A sentence or two with the figures. */
  readonly text: string;
}

/** A range of the picture, a year's pay in the posting's currency; both ends alike for a single figure. */
export interface PayRow {
  readonly kind: 'posting' | 'band' | 'other' | 'benchmark';
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Where a figure comes from, and as of when. */
  readonly source?: string;
  /** What a benchmark measures, and what it leans to. */
  readonly note?: string;
}

/** The answer for people. Without `showBands` it holds no figure of a band, nor what gives one away. */
export function payAnswer(comparison: Comparison, showBands: boolean): PayAnswer {
  const { posted, own, near, geo, reason } = comparison;
  if (!posted) {
    const text = `${capital(reason ?? 'no pay stated')}. State the lowest and the highest base pay of a year to see it beside the market.`;
    return { standing: 'open', head: 'Not compared', text };
  }
  const pay = `${figures(posted, posted)} a year`;
  if (!own) {
    const next = near && showBands ? ` The band of ${near.beside.band.level} is ${figures(near.beside, posted)}.` : '';
    return { standing: 'open', head: 'Not compared', text: `${pay}: ${reason ?? 'there is no band'}.${next}` };
  }
  const { lane, level } = own.band;
  const standing = standingOf(comparison, own);
  const head = HEADS[standing] ?? '';
  if (!showBands)
    return { standing, head, text: `${pay} is ${where(own)} the band of your team, whose figures are private.` };
  const band = `the market band for ${lane} ${level}, ${figures(own, posted)} (${bandOrigin(own.band)})`;
  const amount = shortAmount(Math.abs(own.gap ?? 0), posted.currency, posted.lakh);
  const gap =
    own.gap === null ? '' : own.gap < 0 ? ` Its top is ${amount} short of it.` : ` It starts ${amount} above it.`;
  const factor = geo ? ` Bands are taken times ${geo.factor} for ${geo.place}.` : '';
  const ratio = ` The middle of the range is ${own.midpointRatio.toFixed(2)} of the band’s middle.`;
  return { standing, head, text: `${pay} is ${where(own)} ${band}.${gap}${ratio}${factor}` };
}

const HEADS: Readonly<Record<Standing, string>> = {
  below: 'Below the market',
  low: 'Low for the market',
  inside: 'In the market',
  above: 'Above the market',
  open: 'Not compared',
};

function standingOf({ isBelow }: Comparison, { gap }: BandComparison): Standing {
  if (gap !== null) return gap < 0 ? 'below' : 'above';
  return isBelow ? 'low' : 'inside';
}

/** What is drawn: the posting, its band, the band of another lane that it fits better, and what others publish. */
export function payRows(comparison: Comparison, showBands: boolean): readonly PayRow[] {
  const { posted, own, near, others, benchmarks } = comparison;
  if (!posted) return [];
  const rows: PayRow[] = [{ kind: 'posting', name: 'This posting', min: posted.min, max: posted.max }];
  if (!showBands) return rows;
  if (own) rows.push(bandRow('band', own));
  else if (near) rows.push(bandRow('other', near.beside));
  const other = own && others.find((each) => own.overlap < 0.5 && each.overlap > own.overlap);
  if (other) rows.push(bandRow('other', other));
  for (const { name, title, asOf, value, min, max, currency, note } of benchmarks) {
    const [low, high] = [min ?? value, max ?? value];
    if (currency !== posted.currency || low === undefined || high === undefined) continue;
    rows.push({ kind: 'benchmark', name: title, min: low, max: high, source: `${name}, ${asOf}`, note });
  }
  return rows;
}

function bandRow(kind: 'band' | 'other', { band, min, max }: BandComparison): PayRow {
  return {
    kind,
    name: `Market, ${band.lane} ${band.level}`,
    min,
    max,
    source: bandOrigin(band),
  };
}

/** Amounts as the posting writes them. */
type Written = Pick<NonNullable<Comparison['posted']>, 'currency' | 'lakh'>;

/** `$190K–$230K`; one figure where both ends are alike. */
export function figures(ends: { readonly min: number; readonly max: number }, { currency, lakh }: Written): string {
  return range(ends, currency, lakh, shortAmount);
}

/** Marks of an axis from below the least to above the greatest amount, four to seven of them. */
export function axisOf(rows: readonly PayRow[]): readonly number[] {
  const low = Math.min(...rows.map(({ min }) => min));
  const high = Math.max(...rows.map(({ max }) => max));
  const rough = Math.max(high - low, high / 20, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
