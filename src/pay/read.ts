import type { Vocabulary } from '../types/policy.ts';
import type { PayFigure } from '../types/posting.ts';
import { reading } from './amount.ts';
import { type HeadingWords, type Judged, judge, type PayContext } from './classify.ts';
import { labelOf } from './labels.ts';
import { type Lexeme, lex, mark } from './lexemes.ts';
import { currencyMeant, type MeantMoney, meantMoney } from './meant.ts';
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
  if (!hasDigit(plain)) return [];
  const words = payWords(vocabulary);
  if (context.section !== 'pay' && !words.mayStatePay(plain)) return [];
  const lexemes = lex(plain, words);
  const r = reading(lexemes, mark(lexemes, words), words);
  const money = joinApart(readMoney(r), lexemes);
  if (money.length === 0) return [];
  const figures = judge(r, money, context, headingWords(context.heading, words));
  return figures.map((figure, index) => toFigure(figure, index, figures, r, plain, offsetOf, words, meant));
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
  };
}

function hasDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** «From $143,000 in our lowest market up to $198,000»: two open ends of one range, said apart. */
function joinApart(all: readonly Money[], lexemes: readonly Lexeme[]): Money[] {
  const out: Money[] = [];
  for (const money of all) {
    const last = out[out.length - 1];
    if (last && isApart(last, money, lexemes)) {
      out[out.length - 1] = {
        ...last,
        to: money.to,
        max: money.max,
        flags: [],
        range: true,
        period: money.period ?? last.period,
      };
    } else out.push(money);
  }
  return out;
}

function isApart(low: Money, high: Money, lexemes: readonly Lexeme[]): boolean {
  if (low.range || high.range || low.min === null || low.max !== null || high.max === null || high.min !== null)
    return false;
  if (low.currency !== high.currency || low.min >= high.max || high.from - low.to > 10) return false;
  for (let i = low.to; i < high.from; i++) if (lexemes[i]?.type === 'stop') return false;
  return true;
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
