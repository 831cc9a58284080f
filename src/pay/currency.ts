import type { PayFigure } from '../types/pay.ts';
import type { Field, FieldFault } from '../types/posting.ts';
import type { CurrencyWords, Vocabulary } from '../types/words.ts';
import { closeTo, swapped } from '../words/spelling.ts';
import type { Reading } from './amount.ts';
import type { Lexeme } from './lexemes.ts';
import { type MeantMoney, writesShared } from './meant.ts';
import type { PayWords } from './vocabulary.ts';

/** A declared range, or why there is none. */
export interface FieldPay {
  readonly figure?: PayFigure;
  readonly fault?: FieldFault;
  /** Nothing says the currency, or only a sign that several countries write. */
  readonly unsaid?: 'bare' | 'shared';
}

/** The currency that a value of its own names (`currency: EUR`), or why it is none; undefined where nothing is named. */
export function namedCurrency(
  value: unknown,
  words: PayWords,
): { readonly currency: CurrencyWords; readonly exact: boolean } | string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const text = String(value).trim();
  const symbol = text.toLowerCase();
  const known = words.codes.get(text.toUpperCase()) ?? words.symbols.get(symbol);
  if (known) return { currency: known, exact: !words.shared.has(symbol) };
  if (!/^[A-Za-z]{2,12}$/.test(text)) return 'names a currency that is no ISO code, such as USD or EUR';
  return noCurrency(text, words);
}

/** How much of a declared range is looked through: what comes later is no longer the range. */
const MOST_LEXEMES = 200;

/** A word beside an amount of the declared range that can only be a mistyped currency: what is wrong with it. */
export function mistypedCurrency(
  text: string,
  r: Reading,
  words: PayWords,
  vocabulary: Vocabulary,
): string | undefined {
  const known = r.lexemes.filter((lexeme) => lexeme.type === 'currency');
  if (known.some((lexeme) => lexeme.exact)) return undefined;
  const others = new Set(vocabulary.words['pay-beside'] ?? []);
  const marked = markedWords(r);
  const end = Math.min(r.lexemes.length, MOST_LEXEMES);
  for (let at = 0; at < end; at++) {
    const lexeme = r.lexemes[at] as Lexeme;
    if (lexeme.type !== 'word' || marked.has(at)) continue;
    const behind = isBehindAmount(r, at);
    if (!behind && r.lexemes[at + 1]?.type !== 'number') continue;
    // `90KUDS`: the letter of the thousands touches the code.
    const glued = r.lexemes[at - 1]?.type === 'number' && r.lexemes[at - 1]?.end === lexeme.start;
    const written = text.slice(lexeme.start, lexeme.end);
    const word = glued && /^[kK][A-Z]{3}$/.test(written) ? written.slice(1) : written;
    if (!/^[A-Za-z]{3,8}$/.test(word) || others.has(word.toLowerCase())) continue;
    const near = nearestCurrency(word, words);
    const code = /^[A-Z]{3}$/.test(word);
    const clear = near?.certain || (known.length === 0 && code && (behind || near?.common));
    if (clear) return noCurrency(word, words);
  }
  return undefined;
}

function isBehindAmount(r: Reading, at: number): boolean {
  let before = at - 1;
  while (r.lexemes[before]?.text === '(' || r.lexemes[before]?.text === '/') before--;
  if (r.lexemes[before]?.type === 'number') return true;
  return r.scales.has(before) && r.lexemes[before - 1]?.type === 'number';
}

/** Indexes of words that say something else of the pay. */
function markedWords(r: Reading): Set<number> {
  const marked = new Set<number>();
  for (const marks of Object.values(r.marks)) {
    for (const { from, to } of marks) for (let at = from; at < to; at++) marked.add(at);
  }
  return marked;
}

function noCurrency(word: string, words: PayWords): string {
  const near = nearestCurrency(word, words)?.name;
  return `names “${word}”, which is no currency; ${near ? `did you mean ${near}?` : 'write its ISO code, such as USD or EUR'}`;
}

interface Near {
  readonly name: string;
  /** A currency that pay is often written in. */
  readonly common: boolean;
  /** No other word is meant: two letters of a code are swapped, or one of a long name is wrong. */
  readonly certain: boolean;
}

function nearestCurrency(word: string, words: PayWords): Near | undefined {
  const folded = word.toLowerCase();
  const names = [...words.symbols.keys()].filter((symbol) => /^[a-z]{3,}$/.test(symbol));
  const long = names.filter((name) => name.length >= 4);
  const name =
    long.find((each) => swapped(folded, each)) ??
    long.find((each) => folded.length >= 5 && each.length >= 5 && closeTo(folded, each));
  if (name) return { name: words.symbols.get(name)?.code ?? name, common: true, certain: true };
  const codes = [...words.codes.values()];
  const twisted = codes.find(({ code }) => swapped(folded, code.toLowerCase()));
  // Codes of four letters are a common one with a letter too many (`USDD`).
  const near = twisted ?? codes.find(({ code }) => closeTo(folded, code.toLowerCase()));
  if (!near) return undefined;
  const common = near.symbols.length > 0;
  const doubled = word.length === 4 && word === word.toUpperCase() && common;
  return { name: near.code, common, certain: (twisted !== undefined && common) || doubled };
}

/**
 * A declared range that leaves its currency open takes that of the same amounts in the text; abroad, that of any pay there.
 * Where none says it and the place pays in another currency than would be assumed, the author is asked.
 */
export function settleCurrency(
  declared: FieldPay,
  field: Field,
  body: readonly PayFigure[],
  meant: MeantMoney,
  vocabulary: Vocabulary,
): FieldPay {
  const { figure, unsaid } = declared;
  if (!figure || !unsaid) return declared;
  const open = figure.flags.includes('no-currency');
  const sound = body.filter(
    (each) => !each.flags.includes('no-currency') && (open || each.currency !== figure.currency),
  );
  const told =
    sound.find((each) => each.min === figure.min && each.max === figure.max && each.period === figure.period) ??
    (open ? sound.find((each) => meant.choices.bare.includes(each.currency)) : undefined);
  if (told && (unsaid === 'bare' || writesShared(told.currency, vocabulary))) {
    const flags = figure.flags.filter((flag) => flag !== 'no-currency');
    return { ...declared, figure: { ...figure, currency: told.currency, flags } };
  }
  if (!open || declared.fault) return declared;
  return { ...declared, fault: askCurrency(field, figure, unsaid === 'shared', meant, vocabulary) };
}

function askCurrency(
  field: Field,
  figure: PayFigure,
  signed: boolean,
  meant: MeantMoney,
  vocabulary: Vocabulary,
): FieldFault {
  const sign = vocabulary.currencies?.find((each) => each.code === figure.currency)?.shared?.[0];
  const choices = (signed ? meant.choices.shared : meant.choices.bare).slice(0, 4);
  const list = choices.length < 2 ? choices.join() : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  const told = signed ? `says no more than “${sign}”` : 'names no currency';
  const detail = `${told}, and the job is in ${meant.place?.name}; say ${list}, ${example(field, figure, choices[0])}`;
  return { code: 'currency-unsaid', field: 'comp', span: field.valueSpan, detail };
}

function example(field: Field, { min, max, period }: PayFigure, code = 'USD'): string {
  if (field.value !== null && typeof field.value === 'object' && !Array.isArray(field.value)) {
    return `such as currency: ${code}`;
  }
  const ends = [...new Set([min, max].filter((end) => end !== null))];
  const shown = ends.map((end) => String(end).replace(/\B(?=(?:\d{3})+$)/g, ',')).join('-');
  return `such as ${code} ${shown}${period === 'year' ? '' : `/${period}`}`;
}
