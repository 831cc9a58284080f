import { scaleLinear } from 'd3-scale';
import type { Benchmark } from '../../types/market.ts';
import type { Currency } from '../../types/pay.ts';
import { html } from './escape.ts';
import { range, shortAmount } from './money.ts';

/**
 * Horizontal places in per cent of the drawing's width, so that text keeps its size on every screen. Room is left at both
 * ends for the first and last figure.
 */
export interface Axis {
  readonly at: (value: number) => string;
  readonly ticks: readonly number[];
  /** False where a value lies in the right part, where words go left of their mark. */
  readonly isLeft: (value: number) => boolean;
}

/** Greatest number of figures below an axis; more would meet on a phone. */
const TICKS = 4;

/** An axis that all these amounts lie on. */
export function axisOf(amounts: readonly number[]): Axis {
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  const pad = low === high ? Math.max(1, Math.abs(low) * 0.1) : (high - low) * 0.04;
  const scale = scaleLinear([Math.max(0, low - pad), high + pad], [3, 97]);
  return {
    at: (value) => `${Math.round(scale(value) * 100) / 100}%`,
    ticks: scale.ticks(TICKS),
    isLeft: (value) => scale(value) < 48,
  };
}

/** Lines and figures of an axis, down to `bottom` pixels. */
export function grid({ at, ticks }: Axis, currency: Currency, bottom: number, lakh = false): string {
  return ticks
    .map(
      (tick) =>
        `<line class="grid" x1="${at(tick)}" x2="${at(tick)}" y1="18" y2="${bottom}"/>` +
        `<text class="tick" x="${at(tick)}" y="12" text-anchor="middle">${html(shortAmount(tick, currency, lakh))}</text>`,
    )
    .join('');
}

/** Pixels that a benchmark takes. */
export const BENCHMARK_HEIGHT = 18;

/** Benchmarks as marks, each on a line of its own with its name and figures. */
export function benchmarkMarks(benchmarks: readonly Benchmark[], axis: Axis, top: number): string {
  return benchmarks
    .map((benchmark, index) => {
      const { name, currency } = benchmark;
      const [low, high] = endsOf(benchmark);
      const y = top + index * BENCHMARK_HEIGHT + BENCHMARK_HEIGHT / 2;
      const left = axis.isLeft(high);
      const [x, anchor, dx] = left ? [axis.at(high), 'start', 10] : [axis.at(low), 'end', -10];
      const line =
        low === high ? '' : `<line class="benchmark" x1="${axis.at(low)}" x2="${axis.at(high)}" y1="${y}" y2="${y}"/>`;
      const dots = [...new Set([low, high])].map(
        (end) => `<circle class="benchmark" cx="${axis.at(end)}" cy="${y}" r="3.5"/>`,
      );
      const words = `${name} ${range({ min: low, max: high }, currency, false, shortAmount)}`;
      return `${line}${dots.join('')}<text class="note" x="${x}" dx="${dx}" y="${y + 4}" text-anchor="${anchor}">${html(words)}</text>`;
    })
    .join('');
}

/** Lowest and highest figure of a benchmark; the same where it has one. */
export function endsOf({ value, min, max }: Benchmark): readonly [low: number, high: number] {
  return [min ?? value ?? 0, max ?? value ?? 0];
}

/** Benchmarks that can stand on an axis of that currency. */
export function benchmarksIn(benchmarks: readonly Benchmark[], currency: Currency): readonly Benchmark[] {
  return benchmarks.filter((each) => each.currency === currency && endsOf(each)[1] > 0);
}

/** A drawing with its name for screen readers. */
export function drawing(height: number, name: string, inner: string): string {
  return `<svg class="drawing" role="img" aria-label="${html(name)}" width="100%" height="${height}">${inner}</svg>`;
}

/** A row of a benchmark in the table behind a drawing; with `noted`, what it measures stands with it. */
export function benchmarkRow(benchmark: Benchmark, noted = false): string {
  const [min, max] = endsOf(benchmark);
  const { name, title, asOf, note, currency } = benchmark;
  const about = noted ? `<small>${html(`${title}, ${asOf}. ${note}`)}</small>` : '';
  return `<tr><th scope="row">${html(name)}${about}</th><td>${html(range({ min, max }, currency))}</td></tr>`;
}
