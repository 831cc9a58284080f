import type { Ladder, Step } from '../bands/structure.ts';
import { ageingWords } from '../wording.ts';
import { plain } from './plain.ts';
import { hanging } from './wrap.ts';

/** Columns of a level's name, and of what stands right of the bar. */
const LABEL = 10;
const FIGURES = 22;
const LEAST_BAR = 12;

/** A structure as text in monospace: a bar for each band on the scale of its lane, its figures below. No line is longer than `width`. */
export function structureText(ladders: readonly Ladder[], notes: readonly string[], width: number): string {
  if (ladders.length === 0) return 'There are no bands: name some in .github/jd-review.yml (bands).\n';
  const parts = ladders.map((ladder) => ladderLines(ladder, width).join('\n'));
  const told = notes.flatMap((note) => hanging('  - ', plain(note), width));
  const closing = told.length === 0 ? [] : [['Worth a look:', ...told].join('\n')];
  return `${[...parts, ...closing].join('\n\n')}\n`;
}

function ladderLines({ lane, currency, period, steps }: Ladder, width: number): string[] {
  const low = Math.min(...steps.map(({ band }) => band.min));
  const high = Math.max(...steps.map(({ band }) => band.max));
  // Where figures do not fit right of the bar, they go below.
  const beside = width - LABEL - FIGURES - 4 >= LEAST_BAR;
  const columns = beside ? width - LABEL - FIGURES - 4 : Math.max(LEAST_BAR, width - LABEL - 2);
  const at = (amount: number) => Math.round(((amount - low) / (high - low || 1)) * (columns - 1));
  const shown = period === 'year' ? thousands : plainAmount;
  return [
    plain(`${lane} (${currency} a${period === 'hour' ? 'n' : ''} ${period})`),
    ...steps.flatMap((step) => {
      const { band, midpoint } = step;
      const bar = barOf(at(band.min), at(midpoint), at(band.max), columns);
      const amounts = `${shown(band.min)}-${shown(band.max)}, mid ${shown(midpoint)}`;
      const figures = plain(figuresOf(step, shown));
      const head = `  ${plain(band.level)
        .slice(0, LABEL - 1)
        .padEnd(LABEL)}${bar}`;
      const indent = ' '.repeat(LABEL + 2);
      return beside
        ? [`${head}  ${amounts}`, ...hanging(indent, figures, width)]
        : [head.trimEnd(), ...hanging(indent, `${amounts}; ${figures}`, width)];
    }),
  ];
}

function barOf(from: number, middle: number, to: number, columns: number): string {
  const cells = ' '.repeat(columns).split('');
  for (let at = from; at <= to; at++) cells[at] = '=';
  cells[middle] = '+';
  cells[from] = '|';
  cells[to] = '|';
  return cells.join('');
}

function figuresOf({ band, spread, progression, overlap, gap }: Step, shown: (amount: number) => string): string {
  const { source, asOf, aged } = band;
  const parts = [`spread ${percent(spread)}`];
  if (progression !== null) parts.push(`midpoint ${progression < 0 ? '' : '+'}${percent(progression)}`);
  if (gap !== null) parts.push(`gap ${shown(gap)}`);
  else if (overlap !== null) parts.push(`overlap ${percent(overlap)}`);
  const origin = aged
    ? `${source} ${asOf}, ${ageingWords(aged.rate)} from ${shown(aged.min)}-${shown(aged.max)}`
    : `${source} ${asOf}`;
  return `${parts.join(', ')}; ${origin}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function thousands(amount: number): string {
  return `${Math.round(amount / 100) / 10}K`;
}

function plainAmount(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}
