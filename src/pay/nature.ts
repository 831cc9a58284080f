import type { Reading } from './amount.ts';
import type { Lexeme } from './lexemes.ts';
import { lastBefore, type Mark } from './marks.ts';
import type { Money } from './money.ts';
import type { Role } from './vocabulary.ts';

/** How far, in lexemes, a word bears on an amount. */
export const REACH = 6;
/** Signs that part one clause, or one item of a header line, from the next. */
export const PARTS = ',;|•·()+:…';

/** One amount with the words around it. */
export interface View {
  readonly r: Reading;
  readonly money: Money;
  /** Lexemes that speak of this amount: from the sentence's start or the amount before, to its end or the one after. */
  readonly low: number;
  readonly high: number;
  readonly sentence: readonly [number, number];
}

/** The role of a word that says an amount is pay; undefined for any other. */
export function pick(role: Role | undefined): Role | undefined {
  if (role === 'package') return 'total';
  return role === 'base' || role === 'total' || role === 'ote' || role === 'other' ? role : undefined;
}

/** The nearest word before the amount that says what it is; a mere hint yields to a word behind it in the sentence. */
export function natureBefore(view: View): Mark | undefined {
  let hint: Mark | undefined;
  const { nature } = view.r.marks;
  for (let i = lastBefore(nature, view.money.from); i >= 0; i--) {
    const mark = nature[i] as Mark;
    if (mark.from < view.low) break;
    if (mark.role === 'hint') hint ??= mark;
    else if (mark.role !== 'not') return alternative(view, nature, i) ?? mark;
    else if (!hint && bearsOn(view, mark)) return rewarded(view, nature, i) ?? mark;
  }
  return hint;
}

/** «Salary/OTE: $205K»: one amount under both names is the base; parts in brackets do not rename a total. */
function alternative({ r, low }: View, nature: readonly Mark[], index: number): Mark | undefined {
  const mark = nature[index] as Mark;
  const earlier = nature[index - 1];
  // «Total cash (base and bonus): $200K»
  const named = r.lexemes[mark.from - 1]?.text === '(' && earlier && pick(earlier.role) === 'total';
  if (named && earlier.to === mark.from - 1 && earlier.from >= low) return earlier;
  const slashed = r.lexemes[mark.from - 1]?.text === '/' && earlier?.to === mark.from - 1;
  return slashed && earlier.from >= low && earlier.role === 'base' ? earlier : undefined;
}

/** The first such word behind it, where nothing parts them. */
export function natureBehind(view: View): Mark | undefined {
  const { r, money } = view;
  const { nature } = r.marks;
  let at = money.to;
  const end = Math.min(view.high, money.to + REACH);
  let next = lastBefore(nature, money.to) + 1;
  while ((nature[next]?.from ?? end) < at) next++;
  while (at < end) {
    const mark = nature[next];
    if (mark?.from === at) return isOfNext(view, mark) ? undefined : mark;
    const lexeme = r.lexemes[at] as Lexeme;
    if (lexeme.type === 'number' || lexeme.type === 'stop' || lexeme.type === 'dash') return undefined;
    if (lexeme.type === 'mark' && lexeme.text !== '(' && lexeme.text !== '/') return undefined;
    if (r.marks.apart.length > 0 && startsAt(r.marks.apart, at)) return undefined;
    at++;
  }
  return undefined;
}

/** A word right before the next amount is that amount's: `$350K (base: $200K)`, but not `$120K base / $200K OTE`. */
function isOfNext(view: View, word: Mark): boolean {
  const { lexemes } = view.r;
  if (view.high >= view.sentence[1] || view.high - word.to > 2) return false;
  for (let i = word.to; i < view.high; i++) {
    const lexeme = lexemes[i] as Lexeme;
    if (
      lexeme.type === 'dash' ||
      startsAt(view.r.marks.apart, i) ||
      (lexeme.type === 'mark' && lexeme.text !== ':' && lexeme.text !== '(')
    )
      return false;
  }
  return true;
}

/** The amount is a bonus, a budget, funding or the like. */
export function isOther(view: View, before: Mark | undefined, behind: Mark | undefined): boolean {
  if (behind?.role === 'not') {
    const reward = startsAt(view.r.marks.terms, behind.from);
    if (!(view.money.range && reward)) return true;
  }
  return before?.role === 'not' && !pick(behind?.role);
}

/** Whether a word for other money still speaks of the amount: near, and in the same clause. */
function bearsOn(view: View, word: Mark): boolean {
  const { r, money } = view;
  if (money.from - word.to > REACH) return false;
  for (let i = word.to; i < money.from; i++) {
    const lexeme = r.lexemes[i] as Lexeme;
    if (lexeme.type === 'dash' && isLoose(r.lexemes, i)) return false;
    const inside = lexeme.text === '(' && i === money.from - 1;
    if (lexeme.type === 'mark' && !inside && lexeme.text !== ':' && PARTS.includes(lexeme.text)) return false;
  }
  return true;
}

/** Words between the parts of a sum. */
const BETWEEN_PARTS = 3;

/** «Salary and bonus: $150K», «pay, bonus and shares together come to $200K»: rewards behind the word for pay make a sum with it. */
function rewarded(view: View, nature: readonly Mark[], index: number): Mark | undefined {
  const { terms } = view.r.marks;
  for (let i = index; i > 0; i--) {
    const reward = nature[i] as Mark;
    const earlier = nature[i - 1] as Mark;
    const joined = earlier.from >= view.low && reward.from - earlier.to <= BETWEEN_PARTS;
    if (!joined || !startsAt(terms, reward.from)) return undefined;
    if (!pick(earlier.role)) continue;
    const listed = i < index || reward.from - earlier.to <= 2;
    return listed ? { ...earlier, role: i < index ? 'total' : earlier.role } : undefined;
  }
  return undefined;
}

/** Whether a mark begins at a lexeme. */
export function startsAt(marks: readonly Mark[], at: number): boolean {
  return marks[lastBefore(marks, at) + 1]?.from === at;
}

/** A dash with blanks on both sides parts items of a header line. */
export function isLoose(lexemes: readonly Lexeme[], at: number): boolean {
  const dash = lexemes[at];
  return dash?.type === 'dash' && lexemes[at - 1]?.end !== dash.start && lexemes[at + 1]?.start !== dash.end;
}
