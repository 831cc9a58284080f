import type { Band, BandComparison, Comparison } from '../types/market.ts';
import type { Period } from '../types/pay.ts';
import { ageingWords, bandOrigin, listOf } from '../wording.ts';
import { axis, bar, middle, type Range, type Scale, type Show, scaleOf } from './axis.ts';
import { aPeriod, grouped } from './plain.ts';
import { hanging, wrap } from './wrap.ts';

/** Columns of the axis; labels stand left of it, figures right, or below where they would not fit. */
const AXIS = 42;
const LEAST_AXIS = 16;
/** Columns of a block of code that GitHub shows on a phone without scrolling. */
export const PHONE = 40;
const LABEL = 18;
/** What ranges are drawn with: their low end, fill, middle and high end. */
export interface Marks {
  readonly band: string;
  readonly posting: string;
  readonly other: string;
}

/** Marks of any terminal and font. */
export const ASCII_MARKS: Marks = { band: '|=+|', posting: '|#+|', other: '|-+|' };
/** Marks that join to lines, for a terminal that has them. */
export const BOX_MARKS: Marks = { band: '├─┼┤', posting: '┣━╋┫', other: '├╌┼┤' };

/**
 * A posting's pay beside its band as lines to be shown in monospace: an axis, the market band, the posting, and the other
 * lane's band where the posting fits that one better. All but the marks is plain ASCII. Without `showBands` no figure of a
 * band is in it. No line is longer than `width`, down to what an axis needs.
 */
export function picture(comparison: Comparison, showBands: boolean, width?: number, marks = ASCII_MARKS): string {
  const narrow = width !== undefined && width < LABEL + AXIS;
  const columns = narrow ? Math.min(AXIS, Math.max(LEAST_AXIS, width)) : AXIS;
  const lines = linesOf(comparison, showBands, columns, marks);
  return lines.flatMap((line) => (narrow ? stacked(line, width) : layOut(line, width))).join('\n');
}

/** A label, what is drawn behind it, and figures or words about it. */
interface Line {
  readonly label: string;
  readonly drawn?: string;
  readonly figures?: string;
}

/** A line in little room: its label and figures, and below them what is drawn, as wide as there is room. */
function stacked({ label: name, drawn, figures }: Line, width: number): string[] {
  const words = [ascii(name), figures].filter(Boolean).join(': ');
  const [first = '', ...rest] = wrap(words, width - 2);
  return [first, ...rest.map((line) => `  ${line}`), ...(drawn === undefined ? [] : [drawn.trimEnd()])];
}

/** A line as it is printed: figures that do not fit go below. */
function layOut({ label: name, drawn, figures }: Line, width: number | undefined): string[] {
  const lead = label(name);
  if (drawn === undefined) return hanging(lead, figures ?? '', width);
  if (figures === undefined) return [(lead + drawn).trimEnd()];
  const whole = `${lead}${drawn}  ${figures}`;
  if (width === undefined || whole.length <= width) return [whole];
  return [(lead + drawn).trimEnd(), ...wrap(figures, width - LABEL).map((line) => ' '.repeat(LABEL) + line)];
}

function linesOf(comparison: Comparison, showBands: boolean, columns: number, marks: Marks): Line[] {
  const { own, posted, reason } = comparison;
  if (!posted) return [{ label: 'pay', figures: `not compared: ${reason ?? 'no pay stated'}` }];
  const short = posted.lakh ? lakhs : thousands;
  const span = (range: Range) => spanOf(range, short);
  const native = `${posted.currency} ${span(posted)}`;
  if (!own) {
    // A year of hours or days would be a guess, so pay that nothing is held against stays as it was written.
    const { written } = posted;
    const told = written && !comparison.near ? `${posted.currency} ${asWritten(written)}` : `${native} a year`;
    return [{ label: 'this posting', figures: `${told}, ${unjudged(comparison, showBands)}` }];
  }
  if (!showBands)
    return [
      { label: 'this posting', figures: `${native}, ${where(own)} the market band of ${own.band.asOf.slice(0, 7)}` },
    ];

  const pay = posted;
  // Of another currency than the band's, which is shown in that of the posting.
  const code = comparison.rate ? `${comparison.rate.from} ` : '';
  const other = comparison.others.find((each) => each.overlap > own.overlap && own.overlap < 0.5);
  const scale = scaleOf([pay, own, ...(other ? [other] : [])], columns);
  const { band } = own;
  const lines: Line[] = [
    { label: `${band.lane} / ${band.level}`, drawn: axis(scale, short) },
    row(
      'market band',
      own,
      scale,
      marks.band,
      `${code}${span(own)}, mid ${short(own.midpoint)} (${ascii(bandOrigin(band))}${converted(comparison)})`,
    ),
    row(
      'this posting',
      pay,
      scale,
      marks.posting,
      `${code}${span(pay)}, mid ${short(middle(pay))}, ${judged(own, short)}`,
    ),
  ];
  if (other) {
    const figures = `${span(other)}, mid ${short(other.midpoint)}, ratio ${other.midpointRatio.toFixed(2)}, overlap ${percent(other.overlap)}`;
    lines.push(row(`${other.band.lane} band`, other, scale, marks.other, figures));
  }
  if (comparison.geo) {
    lines.push({ label: '', figures: `bands x ${comparison.geo.factor} for ${ascii(comparison.geo.place)}` });
  }
  if (comparison.places) {
    const places = ascii(listOf(comparison.places));
    lines.push({ label: '', figures: `bands as they are: the location names ${places}, whose factors differ` });
  }
  return lines;
}

/** `550-650 a day` */
function asWritten({ min, max, period }: { min: number; max: number; period: Period }): string {
  return `${spanOf({ min, max }, grouped)} ${aPeriod(period)}`;
}

/** Why there is no band to compare with, and the band of the next level. */
function unjudged({ near, posted, rate, reason }: Comparison, showBands: boolean): string {
  if (!near) return `not compared: ${reason ?? 'no band'}`;
  const code = rate ? `${rate.from} ` : '';
  const span = code + spanOf(near.beside, posted?.lakh ? lakhs : thousands);
  return (
    (reason ?? 'no band') +
    (showBands ? `; ${ascii(near.beside.band.level)} is ${span}${ageWords(near.beside.band)}` : '')
  );
}

/** What is said of a band whose source is not: that it was aged. */
function ageWords({ aged }: Band): string {
  return aged ? `, ${ageingWords(aged.rate)}` : '';
}

function judged(own: BandComparison, short: Show): string {
  const ratio = `ratio ${own.midpointRatio.toFixed(2)}`;
  if (own.gap === null) return `${ratio}, overlap ${percent(own.overlap)}`;
  return `${ratio}, gap ${own.gap < 0 ? '-' : '+'}${short(Math.abs(own.gap))}`;
}

function converted(comparison: Comparison): string {
  const { rate, own } = comparison;
  if (!rate || !own) return '';
  const band = { min: own.min * rate.rate, max: own.max * rate.rate };
  return `; ${rate.to} ${spanOf(band, thousands)} at ${rate.rate}`;
}

/** Where a posted range lies, to go before “the market band”: also what is told in place of figures that stay private. */
export function where(own: BandComparison): string {
  if (own.gap !== null) return own.gap < 0 ? 'below' : 'above';
  if (own.overlap === 1) return 'inside';
  const { min, max } = own.penetration;
  if (min < 0 && max > 1) return 'wider than';
  return min < 0 ? 'partly below' : 'partly above';
}

function row(name: string, range: Range, scale: Scale, marks: string, figures: string): Line {
  return { label: name, drawn: bar(range, scale, marks), figures };
}

function label(text: string): string {
  const plain = ascii(text);
  return plain.length < LABEL ? plain.padEnd(LABEL) : `${plain.slice(0, LABEL - 2)}. `;
}

function spanOf(range: Range, short: Show): string {
  return range.min === range.max ? short(range.min) : `${short(range.min)}-${short(range.max)}`;
}

/** Thousands, with one decimal where it matters: `187.5K`. */
function thousands(amount: number): string {
  return `${tenth(amount / 1000)}K`;
}

/** The same in lakhs, for pay that was written so. */
function lakhs(amount: number): string {
  return `${tenth(amount / 1e5)}L`;
}

function tenth(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(1);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Lane names and places come from a team's files; anything but plain ASCII would shift the columns. */
function ascii(text: string): string {
  return text.normalize('NFKD').replace(/[^\x20-\x7e]/g, '');
}
