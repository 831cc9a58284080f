/** Distance of two axis marks, in thousands; the first that leaves at most {@link MARKS} is taken. */
const STEPS = [1, 2, 5, 10, 20, 25, 40, 50, 100, 200, 250, 500, 1000];
const MARKS = 5;

/** Amounts from and to. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What an axis spans. */
export interface Scale extends Range {
  readonly step: number;
  /** Columns of its axis. */
  readonly columns: number;
}

/** How an amount is written in the picture. */
export type Show = (amount: number) => string;

/** The axis that shows all ranges, with few marks at round amounts. */
export function scaleOf(ranges: readonly Range[], columns: number): Scale {
  const low = Math.min(...ranges.map((range) => range.min));
  const high = Math.max(...ranges.map((range) => range.max));
  const width = Math.max(high - low, 1000);
  // A mark takes up to five columns and a blank.
  const marks = Math.min(MARKS, Math.floor(columns / 7));
  const steps = STEPS.map((step) => step * 1000);
  let step = steps.find((each) => width / each <= marks - 1) ?? 10 ** Math.ceil(Math.log10(width / (marks - 1)));
  for (;;) {
    const min = Math.floor(low / step) * step;
    const max = Math.max(Math.ceil(high / step) * step, min + step);
    if ((max - min) / step <= marks + 1) return { min, max, step, columns };
    step *= 2;
  }
}

/** The amounts at the marks of an axis. */
export function axis(scale: Scale, short: Show): string {
  const cells = ' '.repeat(scale.columns).split('');
  for (let at = scale.min; at <= scale.max; at += scale.step) {
    const text = short(at);
    const from = Math.min(Math.max(0, column(at, scale) - (text.length >> 1)), scale.columns - text.length);
    for (let i = 0; i < text.length; i++) cells[from + i] = text[i] as string;
  }
  return cells.join('').trimEnd();
}

/** A range as it lies on an axis; `marks` are its low end, fill, middle and high end. */
export function bar(range: Range, scale: Scale, marks: string): string {
  const [low = '', fill = '', middleMark = '', high = ''] = marks;
  const from = column(range.min, scale);
  const to = column(range.max, scale);
  const cells = ' '.repeat(scale.columns).split('');
  for (let i = from; i <= to; i++) cells[i] = fill;
  cells[from] = low;
  cells[to] = high;
  cells[column(middle(range), scale)] = middleMark;
  return cells.join('');
}

export function middle(range: Range): number {
  return (range.min + range.max) / 2;
}

function column(amount: number, scale: Scale): number {
  return Math.round(((amount - scale.min) / (scale.max - scale.min)) * (scale.columns - 1));
}
