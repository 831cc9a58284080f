import type { BandComparison, Comparison } from '../../types/market.ts';
import type { Currency } from '../../types/pay.ts';
import { where } from '../picture.ts';
import { axisOf, BENCHMARK_HEIGHT, benchmarkMarks, benchmarkRow, benchmarksIn, drawing, endsOf, grid } from './axis.ts';
import { html } from './escape.ts';
import { amount, range } from './money.ts';

/** Pixels that a bar and the words above it take. */
const BAR_HEIGHT = 42;

interface Bar {
  readonly kind: 'market' | 'posted' | 'other';
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly source?: string;
}

/** A posting's pay beside the market: a verdict in words, a drawing, and the table behind it. */
export function payOf(comparison: Comparison, showBands: boolean): string {
  const { posted, benchmarks } = comparison;
  const verdict = `<p class="verdict ${toneOf(comparison)}">${html(verdictOf(comparison, showBands))}</p>`;
  if (!posted) return verdict;
  const { currency, lakh } = posted;
  const bars = barsOf(comparison, showBands);
  const marks = benchmarksIn(benchmarks, currency);
  const axis = axisOf([...bars.flatMap(({ min, max }) => [min, max]), ...marks.flatMap(endsOf)]);
  const top = 26;
  const below = top + bars.length * BAR_HEIGHT;
  const height = below + marks.length * BENCHMARK_HEIGHT + 4;
  const drawn = bars.map((bar, index) => {
    const y = top + index * BAR_HEIGHT;
    const [from, to] = [axis.at(bar.min), axis.at(bar.max)];
    const width = `${Math.max(0.6, Number.parseFloat(to) - Number.parseFloat(from))}%`;
    const middle = axis.at((bar.min + bar.max) / 2);
    const words = `${bar.name}: ${range(bar, currency, lakh)}`;
    return (
      `<text class="name" x="0" y="${y + 12}">${html(words)}</text>` +
      `<rect class="${bar.kind}${bar.kind === 'posted' ? ` ${toneOf(comparison)}` : ''}" x="${from}" y="${y + 18}" width="${width}" height="14" rx="3"/>` +
      `<line class="middle" x1="${middle}" x2="${middle}" y1="${y + 18}" y2="${y + 32}"/>`
    );
  });
  const rows = bars.map(
    (bar) =>
      `<tr><th scope="row">${html(bar.name)}${bar.source ? `<small>${html(bar.source)}</small>` : ''}</th><td>${html(range(bar, currency, lakh))}</td></tr>`,
  );
  return `${verdict}${drawing(
    height,
    `Pay beside the market. ${bars.map((bar) => `${bar.name}: ${range(bar, currency, lakh)}`).join('. ')}.`,
    grid(axis, currency, height, lakh) + drawn.join('') + benchmarkMarks(marks, axis, below),
  )}<details class="behind"><summary>The figures as a table</summary><table><thead><tr><th scope="col">What</th><th scope="col">Base pay a year</th></tr></thead><tbody>${rows.join('')}${marks.map((each) => benchmarkRow(each)).join('')}</tbody></table></details>`;
}

function barsOf(comparison: Comparison, showBands: boolean): Bar[] {
  const { posted, own, near, others } = comparison;
  const bars: Bar[] = posted ? [{ kind: 'posted', name: 'This posting', min: posted.min, max: posted.max }] : [];
  if (!showBands) return bars;
  if (own) bars.unshift(bandBar('market', 'Market band', own, comparison));
  else if (near) bars.unshift(bandBar('other', `Band of ${near.beside.band.level}`, near.beside, comparison));
  const better = own && others.find((each) => each.overlap > own.overlap && own.overlap < 0.5);
  if (better) bars.push(bandBar('other', `Band of ${better.band.lane}`, better, comparison));
  return bars;
}

function bandBar(kind: Bar['kind'], name: string, { band, min, max }: BandComparison, { geo, rate }: Comparison): Bar {
  const parts = [
    `${band.lane} ${band.level}, ${band.source}, ${band.asOf}`,
    ...(geo ? [`× ${geo.factor} for ${geo.place}`] : []),
    ...(rate ? [`${rate.to} at ${rate.rate} for 1 ${rate.from}`] : []),
  ];
  return { kind, name, min, max, source: parts.join('; ') };
}

/** Whether the pay is fair, in a sentence or two. */
export function verdictOf(comparison: Comparison, showBands: boolean): string {
  const { posted, own, near, reason } = comparison;
  if (!posted) return `Pay is not compared with the market: ${reason ?? 'no pay stated'}.`;
  const { currency, lakh } = posted;
  const pay = range(posted, currency, lakh);
  if (!own) {
    const beside =
      near && showBands ? ` The band of ${near.beside.band.level} is ${range(near.beside, currency, lakh)}.` : '';
    return `${pay} a year is not compared with the market: ${reason ?? 'no band'}.${beside}`;
  }
  if (!showBands) return `${pay} a year is ${where(own)} the market band. The band table is private.`;
  const band = `the market band of ${own.band.lane} ${own.band.level}, ${range(own, currency, lakh)}`;
  return `${pay} a year is ${where(own)} ${band}. ${gapText(own, currency, lakh)}`;
}

function gapText(own: BandComparison, currency: Currency, lakh?: true): string {
  const share = `Its midpoint is ${Math.round(own.midpointRatio * 100)}% of the band’s`;
  if (own.gap === null) return `${share}; ${Math.round(own.overlap * 100)}% of the range lies in the band.`;
  const gap = amount(Math.abs(own.gap), currency, lakh);
  return own.gap < 0 ? `${share}; its top is ${gap} short of the band.` : `${share}; it begins ${gap} above the band.`;
}

function toneOf({ own, isBelow }: Comparison): 'low' | 'fair' | 'unknown' {
  if (isBelow) return 'low';
  return own ? 'fair' : 'unknown';
}
