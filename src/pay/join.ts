import type { PayFigure, PayFlag } from '../types/pay.ts';
import type { End } from './ends.ts';

/** One figure of a text with what tells whether it is an end of a range that another amount closes. */
export interface PayPart {
  readonly figure: PayFigure;
  /** The end of a range that words beside it say it is. */
  readonly end?: End;
  /** The word for its end bounds it: alone, it leaves the other end open. */
  readonly bounded?: boolean;
  /** Its text holds nothing but the amount, its period and its terms. */
  readonly alone: boolean;
  /** A dash or a word such as `to` stands before it, or behind it, and nothing else does. */
  readonly joinsBefore: boolean;
  readonly joinsBehind: boolean;
  /** Number of its text in the posting; only texts that follow one another are joined. */
  readonly block: number;
  /** Section of the text; ends of two sections are no range. */
  readonly section: number;
  /** Row of a table whose columns say the ends. */
  readonly row?: number;
}

/** Ends farther apart than this are two amounts, not a range. */
const WIDEST = 5;
/** Texts that may stand between two ends which are named as such. */
const NEAR = 4;

/**
 * Joins lone amounts that are the two ends of one range: named as lowest and highest in two bullets, cells, lines or
 * sentences, or parted by nothing but a dash. An amount named as the middle between them goes with them. `isJoiner` says
 * whether a text is only a dash or `to`. Linear.
 */
export function joinEnds(parts: readonly PayPart[], isJoiner: (block: number) => boolean = () => false): PayFigure[] {
  const out: PayFigure[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as PayPart;
    const next = parts[i + 1];
    const third = parts[i + 2];
    const skips = next?.end === 'mid' && third !== undefined && areEnds(part, third) && areNear(part, next);
    const last = skips ? third : next;
    const joined = last && (areEnds(part, last) || areDashed(part, last, isJoiner)) ? join(part, last) : undefined;
    out.push(joined ?? opened(part));
    if (joined) i += skips ? 2 : 1;
  }
  return out;
}

/** One end alone, as the words beside it say: the other is open. */
function opened({ figure, end, bounded }: PayPart): PayFigure {
  if (!bounded || figure.min === null || figure.min !== figure.max) return figure;
  if (end === 'low') return { ...figure, max: null, flags: [...figure.flags, 'open-max'] };
  return end === 'high' ? { ...figure, min: null, flags: [...figure.flags, 'open-min'] } : figure;
}

function areEnds(a: PayPart, b: PayPart): boolean {
  const named = (a.end === 'low' && b.end === 'high') || (a.end === 'high' && b.end === 'low');
  return named && a.row === b.row && areNear(a, b);
}

function areNear(a: PayPart, b: PayPart): boolean {
  return a.section === b.section && b.block - a.block <= NEAR;
}

/** `$150,000` — `$188,000`, each in a text of its own, with a dash behind the first, before the second or between. */
function areDashed(a: PayPart, b: PayPart, isJoiner: (block: number) => boolean): boolean {
  if (!a.alone || !b.alone || a.section !== b.section || a.end !== undefined || b.end !== undefined) return false;
  const gap = b.block - a.block;
  return (gap === 1 && (a.joinsBehind || b.joinsBefore)) || (gap === 2 && isJoiner(a.block + 1));
}

/** The range of two ends; undefined where they cannot be of one range. */
function join(a: PayPart, b: PayPart): PayFigure | undefined {
  const x = amountOf(a.figure);
  const y = amountOf(b.figure);
  if (x === undefined || y === undefined || x === y || (a.end === 'low' ? x > y : a.end === 'high' && x < y))
    return undefined;
  if (Math.max(x, y) / Math.min(x, y) > WIDEST) return undefined;
  if (a.figure.kind !== b.figure.kind && a.figure.kind !== 'unknown' && b.figure.kind !== 'unknown') return undefined;
  const labels = [a.figure.label, b.figure.label];
  if (labels.every((label) => label !== undefined) && labels[0] !== labels[1]) return undefined;
  const told = is(a.figure, 'no-currency') && !is(b.figure, 'no-currency') ? b.figure : a.figure;
  if (a.figure.currency !== b.figure.currency && !is(a.figure, 'no-currency') && !is(b.figure, 'no-currency'))
    return undefined;
  const timed = is(a.figure, 'no-period') || is(a.figure, 'scale') ? b.figure : a.figure;
  const unsaid = is(b.figure, 'no-period') || is(b.figure, 'scale') || timed === b.figure;
  if (a.figure.period !== b.figure.period && !unsaid) return undefined;
  const label = labels[0] ?? labels[1];
  return {
    min: Math.min(x, y),
    max: Math.max(x, y),
    currency: told.currency,
    period: timed.period,
    kind: a.figure.kind === 'unknown' ? b.figure.kind : a.figure.kind,
    flags: flagsOf(a.figure, b.figure),
    from: 'body',
    span: { start: a.figure.span.start, end: b.figure.span.end },
    ...(label === undefined ? {} : { label }),
    ...(a.figure.lakh && b.figure.lakh ? { lakh: true } : {}),
  };
}

function amountOf({ min, max }: PayFigure): number | undefined {
  if (min !== null && max !== null && min !== max) return undefined;
  return min ?? max ?? undefined;
}

function is(figure: PayFigure, flag: PayFlag): boolean {
  return figure.flags.includes(flag);
}

/** Flags of what is not known of the range, only where neither end says it. */
const UNSAID: ReadonlySet<PayFlag> = new Set(['no-period', 'no-currency', 'scale']);

function flagsOf(a: PayFigure, b: PayFigure): PayFlag[] {
  const all = [...new Set([...a.flags, ...b.flags])].filter((flag) => flag !== 'open-min' && flag !== 'open-max');
  return all.filter((flag) => !UNSAID.has(flag) || (is(a, flag) && is(b, flag)));
}
