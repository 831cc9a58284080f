import type { PayFigure } from '../types/pay.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import type { SectionKind } from '../types/text.ts';
import { isClosed, mendFigure, range, yearly } from './money.ts';

/** Pay figures that stand in the text, not in the frontmatter. */
export function bodyFigures(context: CheckContext): readonly PayFigure[] {
  return context.posting.pay.filter((figure) => figure.from === 'body');
}

/** Base pay, or pay that says nothing else. */
export function isBase(figure: PayFigure): boolean {
  return figure.kind === 'base' || figure.kind === 'unknown';
}

/** Base figures of the body that are not the declared range; `rounding` is the difference a year that is rounding (default 500). */
export function mismatch(rounding: number | undefined, context: CheckContext): Hint[] {
  const { posting, policy } = context;
  const { comp } = posting;
  if (!comp || !isBase(comp) || !isClosed(comp)) return [];
  const within = rounding ?? 500;
  const base = bodyFigures(context).filter(
    (figure) => isBase(figure) && figure.currency === comp.currency && isSound(figure),
  );
  const listed = inLists(posting, base);
  const several = base.filter(
    (figure) => figure.flags.includes('geo') || figure.flags.includes('level') || listed.has(figure),
  );
  const oneOfSeveral = several.some((figure) => agrees(figure, comp, within)) || isHull(several, comp, within);
  const stated = base.some((figure) => agrees(figure, comp, within));
  const wrong = base.filter(
    (figure) =>
      !agrees(figure, comp, within) && !isOtherTerms(figure, comp) && !(stated && isOfOthers(posting, figure, comp)),
  );
  const rows = new Set(several);
  // Rows by place or level are one statement: one of them may be the declared one, else the first stands for all.
  const told = wrong.filter((figure) => !rows.has(figure) || (!oneOfSeveral && figure === several[0]));
  return told.map((figure) => {
    const edit = rows.has(figure) ? undefined : mendFigure(posting.text, figure, comp);
    return {
      span: figure.span,
      values: { figure: range(figure, policy.vocabulary), declared: range(comp, policy.vocabulary) },
      ...(edit ? { edits: [edit] } : {}),
    };
  });
}

/** Closed ranges that stand each in its own row of a table, or list item, of one section: one for each place or level. */
function inLists(posting: Posting, figures: readonly PayFigure[]): ReadonlySet<PayFigure> {
  const bySection = new Map<number, Map<number, PayFigure>>();
  for (const figure of figures) {
    const index = blockAt(posting, figure.span.start);
    const block = posting.blocks[index];
    if (!isClosed(figure) || (block?.kind !== 'cell' && block?.kind !== 'item')) continue;
    const rows = bySection.get(block.section) ?? new Map<number, PayFigure>();
    bySection.set(block.section, rows.set(index, figure));
  }
  return new Set([...bySection.values()].filter((rows) => rows.size > 1).flatMap((rows) => [...rows.values()]));
}

const ABOUT_OTHERS: ReadonlySet<SectionKind> = new Set(['intro', 'company', 'duties', 'required', 'preferred']);

/** Far from the declared range, in text that is not about terms: what customers earn, or cost. */
function isOfOthers(posting: Posting, figure: PayFigure, comp: PayFigure): boolean {
  const block = posting.blocks[blockAt(posting, figure.span.start)];
  const kind = block && posting.sections[block.section]?.kind;
  if (kind === undefined || !ABOUT_OTHERS.has(kind)) return false;
  const said = yearly(figure);
  const meant = yearly(comp);
  return (said.max ?? said.min ?? 0) < (meant.min as number) || (said.min ?? said.max ?? 0) > (meant.max as number);
}

/** The last block that begins at or before an offset, by halving; −1 where none does. */
function blockAt(posting: Posting, offset: number): number {
  let low = 0;
  let high = posting.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (posting.blocks[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Its amount is known: nothing was guessed or unreadable. */
function isSound(figure: PayFigure): boolean {
  return !figure.flags.some(
    (flag) => flag === 'malformed' || flag === 'no-period' || flag === 'scale' || flag === 'approx',
  );
}

/** Same ends within rounding; an open or single amount agrees where it does not leave the range. */
function agrees(figure: PayFigure, comp: PayFigure, within: number): boolean {
  const said = yearly(figure);
  const meant = yearly(comp);
  const near = (a: number, b: number) =>
    Math.abs(a - b) <= Math.max(within, b * (figure.period === comp.period ? 0 : 0.005));
  if (said.min === null || said.max === null) {
    if (said.max !== null) return near(said.max, meant.max as number);
    return said.min !== null && near(said.min, meant.min as number);
  }
  if (said.min === said.max) {
    return said.min >= (meant.min as number) - within && said.max <= (meant.max as number) + within;
  }
  return near(said.min, meant.min as number) && near(said.max, meant.max as number);
}

/** The declared range spans exactly all rows of a list by place or level. */
function isHull(rows: readonly PayFigure[], comp: PayFigure, within: number): boolean {
  if (rows.length < 2) return false;
  const ends = rows.map(yearly);
  const min = Math.min(...ends.map((each) => each.min ?? Number.POSITIVE_INFINITY));
  const max = Math.max(...ends.map((each) => each.max ?? 0));
  const meant = yearly(comp);
  return Math.abs(min - (meant.min as number)) <= within && Math.abs(max - (meant.max as number)) <= within;
}

/** A contract rate beside a yearly salary is another offer, not another figure. */
function isOtherTerms(figure: PayFigure, comp: PayFigure): boolean {
  return figure.flags.includes('contract') !== comp.flags.includes('contract') && figure.period !== comp.period;
}
