import type { PayFlag } from '../types/pay.ts';
import type { Reading } from './amount.ts';
import type { Lexeme } from './lexemes.ts';
import { lastBefore, type Mark } from './marks.ts';

/** An amount or range of money by its lexemes. */
interface Stated {
  readonly from: number;
  readonly to: number;
  readonly range: boolean;
  readonly flags: readonly PayFlag[];
}

/** Which end of a range a lone amount is said to be. */
export type End = 'low' | 'mid' | 'high';

/** How far before an amount the word for its end may stand, in lexemes. */
const REACH = 10;

/** The end that words beside a lone amount say it is: `Minimum base salary: $206,000`, `$206,000 (min)`; `low` bounds the look back. */
export function endOf(r: Reading, money: Stated, low: number): End | undefined {
  if (money.range) return undefined;
  if (money.flags.includes('open-min') || isLabelledTo(r, money.from)) return 'high';
  if (money.flags.includes('open-max') && r.lexemes[money.to - 1]?.text !== '+') return 'low';
  const mark = endMark(r, money, low);
  return mark && endIn(mark);
}

/** Whether the word that says the end of a lone amount bounds it, so that the other end is open: `The minimum salary is $150,000`. */
export function isBounded(r: Reading, money: Stated, low: number): boolean {
  const mark = money.range || money.flags.length > 0 ? undefined : endMark(r, money, low);
  const isWhole =
    mark !== undefined &&
    (mark.from < money.from
      ? !r.lexemes.slice(mark.to, money.from).some(({ type }) => type === 'dash')
      : r.lexemes[mark.to]?.text === ')');
  const bound = isWhole ? r.bounds.get(mark.from) : undefined;
  return bound?.to === mark?.to && bound !== undefined && (bound.role === 'from' || bound.role === 'up-to');
}

/** `To: $188,000`, as the fellow of `From: $150,000`. */
function isLabelledTo(r: Reading, from: number): boolean {
  const word = from === 2 && r.lexemes[1]?.text === ':' ? r.joins.get(0) : undefined;
  return word?.to === 1 && word.role === 'range';
}

function endMark(r: Reading, money: Stated, low: number): Mark | undefined {
  const behind = r.ends.get(r.lexemes[money.to]?.text === '(' ? money.to + 1 : money.to);
  if (behind && closes(r, behind.to)) return behind;
  const before = r.marks.end[lastBefore(r.marks.end, money.from)];
  if (!before || before.from < low || money.from - before.to > REACH) return undefined;
  return parted(r.lexemes, before.to, money.from) ? undefined : before;
}

/** What follows a word behind an amount where the word is that amount's, not the next one's. */
function closes({ lexemes }: Reading, at: number): boolean {
  const lexeme = lexemes[at];
  return (
    lexeme === undefined || lexeme.type === 'stop' || lexeme.type === 'dash' || ',;)|/'.includes(lexeme.text || ' ')
  );
}

/** The one end that a label or the head of a column names: `Minimum`, `Salary (max)`; none where it names two. */
export function endNamed(marks: readonly Mark[]): End | undefined {
  const named = new Set(marks.map(endIn));
  return named.size === 1 ? [...named][0] : undefined;
}

/** Whether words before an amount announce a list of both ends: `Min/Mid/Max: $150,000 / $168,000 / $186,000`. */
export function announcesBoth(r: Reading, from: number): boolean {
  const said = new Set<End>();
  let at = from;
  for (let i = lastBefore(r.marks.end, from); i >= 0; i--) {
    const mark = r.marks.end[i] as Mark;
    if (from - mark.to > REACH || parted(r.lexemes, mark.to, at)) break;
    said.add(endIn(mark));
    at = mark.from;
  }
  return said.has('low') && said.has('high');
}

function endIn(mark: Mark): End {
  return mark.role === 'end-low' ? 'low' : mark.role === 'end-high' ? 'high' : 'mid';
}

/** A number or the end of a sentence stands between. */
function parted(lexemes: readonly Lexeme[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (lexemes[i]?.type === 'stop' || lexemes[i]?.type === 'number') return true;
  return false;
}
