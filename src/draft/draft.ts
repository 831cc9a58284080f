/** A posting to begin with: a template of its lane, filled with what lane, level and market tell; the rest are blanks. */
import type { Band } from '../types/market.ts';
import type { Lane, Level } from '../types/words.ts';

export interface DraftOf {
  readonly title: string;
  readonly lane: Lane;
  readonly level: Level;
  /** The band of lane and level; where there is none its range is left blank. */
  readonly band?: Band;
  /** Whether the range of the band may be written down. */
  readonly showBands: boolean;
}

/** Names that stand in `{{…}}` of a template. */
export const SLOTS = ['title', 'quoted', 'lane', 'level', 'comp', 'pay', 'years', 'production'] as const;

const BLANK = 'fill in: the base pay from and to';

/** Fills a template. What it names in `{{…}}` and is not known stays as it is, for `check` to find. */
export function draftText(template: string, { title, lane, level, band, showBands }: DraftOf): string {
  const { min, max } = level.years;
  const range = band && showBands ? band : undefined;
  const filled: Readonly<Record<(typeof SLOTS)[number], string>> = {
    title,
    quoted: JSON.stringify(title),
    lane: lane.id,
    level: level.id,
    comp: range
      ? `{ min: ${range.min}, max: ${range.max}, currency: ${range.currency}, period: ${range.period} }`
      : `"[${BLANK}]"`,
    pay: range ? `${range.currency} ${grouped(range.min)} – ${grouped(range.max)} a ${range.period}` : `[${BLANK}]`,
    years: max === null ? `${min}+` : `${min}–${max}`,
    production: level.productionYears
      ? `, at least ${level.productionYears} of them with machine learning in production`
      : '',
  };
  return template.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => (filled as Record<string, string>)[name] ?? slot);
}

function grouped(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `senior-llm-engineer-support.md`: the file name of a title. */
export function fileNameOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${slug || 'posting'}.md`;
}
