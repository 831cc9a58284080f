import type { PayFigure } from '../types/pay.ts';
import type { Vocabulary } from '../types/words.ts';
import { periodAt, type Reading, reading } from './amount.ts';
import { joinApart } from './apart.ts';
import { type HeadingWords, type Judged, judge, type PayContext } from './classify.ts';
import { type End, endNamed, endOf, isBounded } from './ends.ts';
import { joinEnds, type PayPart } from './join.ts';
import { labelOf } from './labels.ts';
import { type Lexeme, lex } from './lexemes.ts';
import { mark } from './marks.ts';
import { currencyMeant, inPlace, type MeantMoney, meantMoney } from './meant.ts';
import { type Money, readMoney } from './money.ts';
import { type PayWords, payWords } from './vocabulary.ts';

/**
 * Pay figures of this job that a text states, in order of place; funding, budgets, bonuses and the like are left out.
 * `plain` is a block without markup; `offsetOf` maps an index of it to the offset in the posting; `meant` is what an amount
 * means that leaves its currency open. Linear in its length.
 */
export function payFromText(
  plain: string,
  offsetOf: (index: number) => number,
  context: PayContext,
  vocabulary: Vocabulary,
  meant: MeantMoney = meantMoney('', vocabulary),
): PayFigure[] {
  return joinEnds(
    partsFromText(plain, offsetOf, context, vocabulary, meant).map((part) => ({ ...part, block: 0, section: 0 })),
  );
}

/** One figure of a text, before the texts around it have been looked at. */
export type TextPart = Omit<PayPart, 'block' | 'section' | 'row'>;

/** The same before ends that are said apart have been joined: see {@link joinEnds}. */
export function partsFromText(
  plain: string,
  offsetOf: (index: number) => number,
  context: PayContext,
  vocabulary: Vocabulary,
  meant: MeantMoney,
): TextPart[] {
  if (!hasDigit(plain)) return [];
  const words = payWords(vocabulary);
  if (context.section !== 'pay' && !words.mayStatePay(plain)) return [];
  const lexemes = lex(plain, words);
  const r = reading(lexemes, mark(lexemes, words), words);
  const money = joinApart(readMoney(r), r).map((each) => inPlace(each, words, meant));
  if (money.length === 0) return [];
  const figures = judge(r, money, context, headingWords(context.heading, words));
  return figures.map((judged, index): TextPart => {
    const figure = toFigure(judged, index, figures, r, plain, offsetOf, words, meant);
    const before = figures[index - 1]?.money.to ?? 0;
    const start = sentenceStart(lexemes, before, judged.money.from);
    const end = endOf(r, judged.money, start);
    const alone = figures.length === 1 ? aloneIn(r, judged.money) : undefined;
    return {
      figure,
      ...(end ? { end } : {}),
      ...(end && isBounded(r, judged.money, start) ? { bounded: true } : {}),
      alone: alone !== undefined,
      joinsBefore: alone?.before ?? false,
      joinsBehind: alone?.behind ?? false,
    };
  });
}

function sentenceStart(lexemes: readonly Lexeme[], from: number, at: number): number {
  for (let i = at - 1; i >= from; i--) if (lexemes[i]?.type === 'stop') return i + 1;
  return from;
}

/** Whether a text is no more than a dash or a word that joins two amounts. */
export function isJoiner(plain: string, vocabulary: Vocabulary): boolean {
  if (plain.length > 12) return false;
  const words = payWords(vocabulary);
  const lexemes = lex(plain, words);
  return lexemes.length > 0 && isJoin(reading(lexemes, mark(lexemes, words), words), 0, lexemes.length);
}

/** The end that a short text without a number names, as a label or the head of a column (`isHead`) does. */
export function endOfLabel(plain: string, vocabulary: Vocabulary, isHead = false): End | undefined {
  if (plain.length > LONGEST_LABEL || hasDigit(plain)) return undefined;
  const words = payWords(vocabulary);
  const lexemes = lex(plain, words).filter(({ text }) => text !== ':');
  const marks = mark(lexemes, words);
  // The heads “From” and “To” of two columns.
  const lone = lexemes.length === 1 && (isHead || plain.trimEnd().endsWith(':'));
  if (lone && marks.bound[0]?.role === 'from') return 'low';
  if (lone && marks.join[0]?.role === 'range') return 'high';
  return endNamed(marks.end);
}

/** What a label says of the amount beside it: pay of some kind, other money (a bonus, a budget), or nothing. */
export function labelSays(plain: string, vocabulary: Vocabulary): 'pay' | 'other' | undefined {
  if (plain.length > LONGEST_LABEL) return undefined;
  const words = payWords(vocabulary);
  const { nature } = mark(lex(plain, words), words);
  if (nature.some(({ role }) => role !== 'hint' && role !== 'not')) return 'pay';
  return nature.some(({ role }) => role === 'not') ? 'other' : undefined;
}

/** Longest text that is a label, in characters. */
const LONGEST_LABEL = 40;

/** Where nothing but an amount with its period and terms stands in a text: whether a dash or `to` stands before or behind. */
function aloneIn(r: Reading, { from, to }: Money): { readonly before: boolean; readonly behind: boolean } | undefined {
  const before = from > 0;
  if (before && !isJoin(r, 0, from)) return undefined;
  const end = r.lexemes.length;
  let at = to;
  while (at < end && !isJoin(r, at, end)) {
    const next =
      periodAt(r, at)?.to ?? r.terms.get(at)?.to ?? (FILLERS.has(r.lexemes[at]?.type ?? 'word') ? at + 1 : at);
    if (next === at) return undefined;
    at = next;
  }
  return { before, behind: at < end };
}

const FILLERS: ReadonlySet<string> = new Set(['currency', 'stop']);

function isJoin(r: Reading, from: number, to: number): boolean {
  if (to - from === 1 && r.lexemes[from]?.type === 'dash') return true;
  const join = r.joins.get(from);
  return join !== undefined && join.to === to;
}

function toFigure(
  judged: Judged,
  index: number,
  all: readonly Judged[],
  r: ReturnType<typeof reading>,
  plain: string,
  offsetOf: (index: number) => number,
  words: PayWords,
  meant: MeantMoney,
): PayFigure {
  const { money } = judged;
  const first = r.lexemes[money.from] as Lexeme;
  const last = r.lexemes[money.to - 1] as Lexeme;
  const { currency, open } = currencyMeant(money, words, meant);
  const label = labelOf(r, money, all[index - 1]?.money, plain);
  return {
    min: money.min,
    max: money.max,
    currency,
    period: judged.period,
    kind: judged.kind,
    flags: open ? [...judged.flags, 'no-currency'] : judged.flags,
    from: 'body',
    span: { start: offsetOf(first.start), end: offsetOf(last.end - 1) + 1 },
    ...(label ? { label } : {}),
    ...(money.lakh ? { lakh: true } : {}),
  };
}

function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Reads a heading only when a figure asks for it. */
function headingWords(heading: string, words: PayWords): () => HeadingWords {
  let read: HeadingWords | undefined;
  return () => {
    if (!read) {
      const marks = mark(lex(heading, words), words);
      const nature = marks.nature.find((m) => m.role !== 'hint' && m.role !== 'not')?.role;
      read = {
        nature: nature === 'package' ? 'other' : nature,
        period: marks.period[0]?.role as HeadingWords['period'],
      };
    }
    return read;
  };
}
