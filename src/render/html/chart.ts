import type { Benchmark } from '../../types/market.ts';
import type { Currency } from '../../types/pay.ts';
import type { PostingReview } from '../../types/review.ts';
import { count } from '../plain.ts';
import {
  type Axis,
  axisOf,
  BENCHMARK_HEIGHT,
  benchmarkMarks,
  benchmarkRow,
  benchmarksIn,
  drawing,
  endsOf,
  grid,
} from './axis.ts';
import { html } from './escape.ts';
import { range } from './money.ts';
import { standingOf } from './row.ts';
import type { Standing } from './shape.ts';

/** A posting's pay as the chart needs it, a year, in `currency`: that of its band where there is one. */
export interface Pay {
  readonly group: string;
  readonly currency: Currency;
  readonly min: number;
  readonly max: number;
  readonly standing: Standing;
  /** Ends of its band; absent where it has none, or the band is private. */
  readonly band?: readonly [min: number, max: number];
}

/** The pay that the chart draws of a posting; undefined where none can be drawn. */
export function chartedPay({ posting, comparison }: PostingReview, showBands: boolean): Pay | undefined {
  const { posted, own, rate } = comparison;
  if (!posted) return undefined;
  const times = rate?.rate ?? 1;
  const group = [posting.lane.id ?? 'no lane', posting.level.id ?? 'no level'].join(' · ');
  return {
    group,
    currency: rate?.to ?? posted.currency,
    min: posted.min * times,
    max: posted.max * times,
    standing: standingOf(comparison),
    ...(own && showBands ? { band: [own.min * times, own.max * times] as const } : {}),
  };
}

/** Ranges of a group that are drawn; of more, every so many-th by pay is. */
const DRAWN = 250;
/** Pixels that the ranges of a group take together, and one at most. */
const GROUP_HEIGHT = 150;
const LINE_HEIGHT = 9;

/** Every posting's range against its market band, the benchmarks as marks, and the table behind it: one chart a currency. */
export function payChart(pays: readonly Pay[], benchmarks: readonly Benchmark[]): string {
  if (pays.length === 0) return '<p>No posting states pay that can be drawn.</p>';
  const byCurrency = grouped(pays, ({ currency }) => currency);
  return [...byCurrency]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([currency, some]) => chartOf(some, currency, benchmarksIn(benchmarks, currency), byCurrency.size > 1))
    .join('');
}

function chartOf(pays: readonly Pay[], currency: Currency, benchmarks: readonly Benchmark[], named: boolean): string {
  const groups = [...grouped(pays, ({ group }) => group)].sort(([a], [b]) => (a < b ? -1 : 1));
  const ends: number[] = benchmarks.flatMap(endsOf);
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const { min, max, band } of pays) {
    low = Math.min(low, min, band?.[0] ?? min);
    high = Math.max(high, max, band?.[1] ?? max);
  }
  const axis = axisOf([low, high, ...ends]);
  const marks = benchmarks.length
    ? `<text class="name" x="0" y="38">Benchmarks</text>${benchmarkMarks(benchmarks, axis, 44)}`
    : '';
  let y = benchmarks.length ? 56 + benchmarks.length * BENCHMARK_HEIGHT : 24;
  const drawn = groups.map(([name, some]) => {
    const part = groupOf(name, some, axis, y);
    y += part.height;
    return part.svg;
  });
  const title = named ? `<h3>In ${html(currency)}</h3>` : '';
  const name = `Pay of ${count(pays.length, 'posting')} against the market bands, by lane and level. The table below has the figures.`;
  return `${title}${drawing(y, name, grid(axis, currency, y) + marks + drawn.join(''))}${tableOf(groups, currency, benchmarks)}`;
}

function groupOf(name: string, pays: readonly Pay[], axis: Axis, top: number): { svg: string; height: number } {
  const sorted = [...pays].sort((a, b) => a.min + a.max - b.min - b.max);
  const step = Math.max(1, sorted.length / DRAWN);
  const shown = Array.from({ length: Math.min(sorted.length, DRAWN) }, (_, at) => sorted[Math.floor(at * step)]!);
  const line = Math.min(LINE_HEIGHT, Math.max(1, GROUP_HEIGHT / shown.length));
  const thick = Math.max(0.75, Math.round(line * 0.55 * 4) / 4);
  const from = top + 22;
  const bottom = from + line * shown.length;
  const band = commonBand(pays);
  const back = band ? rect('market', axis, band, top + 20, bottom - top - 16) : '';
  const lines = shown.map((pay, at) => {
    const y = Math.round((from + line * (at + 0.5)) * 10) / 10;
    // A single figure is a dot as wide as it is thick.
    const cap = pay.min === pay.max ? ' stroke-linecap="round"' : '';
    return `<line class="range ${toneOf(pay.standing)}" x1="${axis.at(pay.min)}" x2="${axis.at(pay.max)}" y1="${y}" y2="${y}" stroke-width="${thick}"${cap}/>`;
  });
  const some = shown.length < pays.length ? `, ${shown.length} of them drawn` : '';
  const label = `<text class="name" x="0" y="${top + 12}">${html(name)} <tspan class="note">${count(pays.length, 'posting')}${some}</tspan></text>`;
  return { svg: back + label + lines.join(''), height: bottom - top + 22 };
}

function rect(kind: string, axis: Axis, [min, max]: readonly [number, number], y: number, height: number): string {
  const width = Number.parseFloat(axis.at(max)) - Number.parseFloat(axis.at(min));
  return `<rect class="${kind}" x="${axis.at(min)}" y="${y}" width="${width}%" height="${height}" rx="4"/>`;
}

/** The band of most postings of a group: a place's factor may move that of some. */
function commonBand(pays: readonly Pay[]): readonly [number, number] | undefined {
  const bands = grouped(
    pays.flatMap(({ band }) => (band ? [band] : [])),
    (band) => band.join(),
  );
  return [...bands.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}

function toneOf(standing: Standing): string {
  return standing === 'none' ? 'unknown' : standing.endsWith('below') ? 'low' : 'fair';
}

function tableOf(
  groups: readonly (readonly [string, readonly Pay[]])[],
  currency: Currency,
  benchmarks: readonly Benchmark[],
): string {
  const rows = groups.map(([name, pays]) => {
    const band = commonBand(pays);
    const low = pays.reduce((least, { min }) => Math.min(least, min), Number.POSITIVE_INFINITY);
    const high = pays.reduce((most, { max }) => Math.max(most, max), 0);
    const how = (test: (standing: Standing) => boolean) => pays.filter(({ standing }) => test(standing)).length;
    const cells = [
      band ? range({ min: band[0], max: band[1] }, currency) : 'none shown',
      range({ min: low, max: high }, currency),
      pays.length,
      how((standing) => standing.endsWith('below')),
      how((standing) => standing === 'inside' || standing === 'wider than'),
      how((standing) => standing.endsWith('above')),
      how((standing) => standing === 'none'),
    ];
    return `<tr><th scope="row">${html(name)}</th>${cells.map((cell) => `<td>${html(String(cell))}</td>`).join('')}</tr>`;
  });
  const heads = [
    'Lane and level',
    'Market band',
    'Posted, lowest to highest',
    'Postings',
    'Below',
    'Inside',
    'Above',
    'Not compared',
  ];
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  const behind = benchmarks.length
    ? `<table><thead><tr><th scope="col">Benchmark</th><th scope="col">Base pay a year</th></tr></thead><tbody>${benchmarks.map((each) => benchmarkRow(each, true)).join('')}</tbody></table>`
    : '';
  return `<details class="behind"><summary>The figures as a table</summary><div class="wide" tabindex="0" role="region" aria-label="Figures of the chart"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>${behind}</div></details>`;
}

function grouped<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const same = groups.get(key);
    if (same) same.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
