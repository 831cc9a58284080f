import type { PayFigure, PayFlag } from '../types/pay.ts';
import type { Vocabulary } from '../types/words.ts';
import type { Reading } from './amount.ts';
import { type Lexeme, lex } from './lexemes.ts';
import { lastBefore, type Mark, mark } from './marks.ts';
import type { Money } from './money.ts';
import { payWords } from './vocabulary.ts';

/** How far behind an amount a place or level may stand, in lexemes. */
const BEHIND = 8;

/** The place or level that an amount is for, as written beside it; undefined where none is named. */
export function labelOf(r: Reading, money: Money, previous: Money | undefined, plain: string): string | undefined {
  const { label } = r.marks;
  if (label.length === 0) return undefined;
  const bracket = r.lexemes[money.to]?.text === '(' ? closing(r.lexemes, money.to) : undefined;
  const inside = bracket === undefined ? [] : between(label, money.to, bracket);
  if (inside.length > 0) return cut(r.lexemes, inside, plain);
  let low = money.from;
  while (low > (previous?.to ?? 0) && !parts(r.lexemes[low - 1])) low--;
  // A bracket behind the amount before belongs to that one: `$180K (Zone 1), $160K (Zone 2)`.
  if (low === previous?.to && r.lexemes[low]?.text === '(') low = closing(r.lexemes, low) ?? low;
  const before = between(label, low, money.from);
  if (before.length > 0 && !(low === previous?.to && closesItem(r.lexemes, low, money.from)))
    return cut(r.lexemes, before, plain);
  let high = money.to;
  while (high < Math.min(r.lexemes.length, money.to + BEHIND)) {
    const { type, text } = r.lexemes[high] as Lexeme;
    if (type === 'number' || text === ';' || parts(r.lexemes[high])) break;
    high++;
  }
  const behind = between(label, money.to, high);
  return behind.length > 0 ? cut(r.lexemes, behind, plain) : undefined;
}

/** The closing bracket near behind an opening one. */
function closing(lexemes: readonly Lexeme[], open: number): number | undefined {
  for (let at = open + 1; at < Math.min(lexemes.length, open + BEHIND); at++) if (lexemes[at]?.text === ')') return at;
  return undefined;
}

function between(marks: readonly Mark[], low: number, high: number): Mark[] {
  const found: Mark[] = [];
  for (let i = lastBefore(marks, low) + 1; i < marks.length; i++) {
    const mark = marks[i] as Mark;
    if (mark.to > high) break;
    if (mark.from >= low) found.push(mark);
  }
  return found;
}

/** `$150k in Denver, $120k in Boise`: the only comma stands right before the amount, so what is before it is of the one before. */
function closesItem(lexemes: readonly Lexeme[], low: number, high: number): boolean {
  for (let at = low; at < high; at++)
    if (lexemes[at]?.text === ',' || lexemes[at]?.text === ';') return at === high - 1;
  return false;
}

/** The end of a sentence or of an item of a header line. */
function parts(lexeme: Lexeme | undefined): boolean {
  return lexeme === undefined || lexeme.type === 'stop' || '|•·'.includes(lexeme.text || ' ');
}

/** The words from the first mark to the last, and a number behind it (`Zone 2`). */
function cut(lexemes: readonly Lexeme[], marks: readonly Mark[], plain: string): string {
  const first = lexemes[marks[0]?.from ?? 0] as Lexeme;
  const to = marks[marks.length - 1]?.to ?? 1;
  const behind = lexemes[to];
  const last = (behind?.type === 'number' && behind.value < 10 ? behind : lexemes[to - 1]) as Lexeme;
  return plain.slice(first.start, last.end);
}

/**
 * Marks figures of one posting that are for several places (`geo`) or levels (`level`).
 * A lone label says only where the job is, so it marks nothing.
 */
export function settlePay(figures: readonly PayFigure[], vocabulary: Vocabulary): PayFigure[] {
  const labels = new Map<string, PayFlag | undefined>();
  for (const { label } of figures) {
    if (label !== undefined && !labels.has(label)) labels.set(label, flagOf(label, vocabulary));
  }
  const several = (flag: PayFlag) => [...labels.values()].filter((f) => f === flag).length > 1;
  const geo = several('geo');
  const level = several('level');
  if (!geo && !level) return [...figures];
  return figures.map((figure) => {
    const flag = figure.label === undefined ? undefined : labels.get(figure.label);
    const counts = (flag === 'geo' && geo) || (flag === 'level' && level);
    return counts && flag && !figure.flags.includes(flag) ? { ...figure, flags: [...figure.flags, flag] } : figure;
  });
}

function flagOf(label: string, vocabulary: Vocabulary): PayFlag | undefined {
  const words = payWords(vocabulary);
  const { label: marks } = mark(lex(label, words), words);
  if (marks.some((m) => m.role === 'level')) return 'level';
  return marks.length > 0 ? 'geo' : undefined;
}
