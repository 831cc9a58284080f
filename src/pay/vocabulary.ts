import type { Currency } from '../types/pay.ts';
import type { CurrencyWords, PlausiblePay, Vocabulary } from '../types/words.ts';

/** What a word beside an amount says; one role per list `pay-<role>` of the vocabulary. */
export type Role =
  | 'base'
  | 'total'
  | 'package'
  | 'ote'
  | 'other'
  | 'hint'
  | 'not'
  | 'equity'
  | 'bonus'
  | 'super'
  | 'doe'
  | 'contract'
  | 'gross'
  | 'net'
  | 'up-to'
  | 'from'
  | 'about'
  | 'between'
  | 'and-up'
  | 'range'
  | 'range-and'
  | 'thousand'
  | 'million'
  | 'billion'
  | 'myriad'
  | 'lakh'
  | 'crore'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'level'
  | 'place'
  | 'apart'
  | 'end-low'
  | 'end-mid'
  | 'end-high';

/** Roles that exclude one another at one place; the longest phrase of a group wins. */
export type Group = 'nature' | 'terms' | 'bound' | 'join' | 'scale' | 'period' | 'label' | 'apart' | 'end';

const GROUPS: Readonly<Record<Group, readonly Role[]>> = {
  nature: ['base', 'total', 'package', 'ote', 'other', 'hint', 'not'],
  terms: ['equity', 'bonus', 'super', 'doe', 'contract', 'gross', 'net'],
  bound: ['up-to', 'from', 'about', 'between', 'and-up'],
  join: ['range', 'range-and'],
  scale: ['thousand', 'million', 'billion', 'myriad', 'lakh', 'crore'],
  period: ['hour', 'day', 'week', 'month', 'year'],
  label: ['level', 'place'],
  apart: ['apart'],
  end: ['end-low', 'end-mid', 'end-high'],
};

export interface Phrase {
  readonly words: readonly string[];
  readonly role: Role;
  readonly group: Group;
}

/** A word as pay is read from it. */
export interface KnownWord {
  readonly folded: string;
  /** The currency that the word names, by its code or in full. */
  readonly currency?: CurrencyWords;
  readonly isCode: boolean;
}

export interface PayWords {
  /** What a word is, by its letters as written; remembered, as postings say the same words over and over. */
  readonly look: (raw: string) => KnownWord;
  /** False for most text that states no pay, true for all that does. */
  readonly mayStatePay: (text: string) => boolean;
  /** First word → phrases that begin with it, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly codes: ReadonlyMap<string, CurrencyWords>;
  readonly symbols: ReadonlyMap<string, CurrencyWords>;
  /** Symbols that several countries write: they leave the currency open in a place of another one. */
  readonly shared: ReadonlySet<string>;
  /** Letters that are a currency right before an amount, as written (`R450,000`). */
  readonly prefixes: ReadonlyMap<string, CurrencyWords>;
  readonly plausible: PlausiblePay | undefined;
  /** Meant where an amount names no currency. */
  readonly fallback: Currency;
  /** Meant where an amount in lakhs names none. */
  readonly lakhs: Currency;
}

const compiled = new WeakMap<Vocabulary, PayWords>();

/** Word lists of a vocabulary ready for look-up; compiled once per vocabulary. */
export function payWords(vocabulary: Vocabulary): PayWords {
  let words = compiled.get(vocabulary);
  if (!words) {
    words = compile(vocabulary);
    compiled.set(vocabulary, words);
  }
  return words;
}

const compiledDeclared = new WeakMap<Vocabulary, PayWords>();

/** The same for the declared range, a text of nothing but pay: every ISO code is a currency there, and more words say total. */
export function declaredWords(vocabulary: Vocabulary): PayWords {
  let words = compiledDeclared.get(vocabulary);
  if (!words) {
    const list = (name: string) => vocabulary.words[name] ?? [];
    const common = vocabulary.currencies ?? [];
    const openers = new Set([...list('pay-declared-total')].map((text) => text.split(' ')[0]));
    const rare = list('currency-codes')
      .filter((code) => !common.some((each) => each.code === code) && !openers.has(code.toLowerCase()))
      .map((code): CurrencyWords => ({ code, symbols: [], unit: 1 }));
    words = compile({
      ...vocabulary,
      currencies: [...common, ...rare],
      words: {
        ...vocabulary.words,
        'pay-total': [...list('pay-total'), ...list('pay-declared-total')],
        'pay-not': [...list('pay-not'), ...list('pay-declared-not')],
      },
    });
    compiledDeclared.set(vocabulary, words);
  }
  return words;
}

/** Words of a phrase as the lexer cuts them: signs of scripts without blanks stand alone. */
const PIECES = /\d+|[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3]|[^\s\d\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3-]+/g;
const cut = new Map<string, readonly string[]>();

/** Words of a phrase; both vocabularies hold nearly the same ones. */
function cutInWords(text: string): readonly string[] {
  const words = cut.get(text) ?? text.toLowerCase().match(PIECES) ?? [];
  cut.set(text, words);
  return words;
}

function compile(vocabulary: Vocabulary): PayWords {
  const phrases = new Map<string, Phrase[]>();
  for (const group of Object.keys(GROUPS) as Group[]) {
    for (const role of GROUPS[group]) {
      for (const text of vocabulary.words[`pay-${role}`] ?? []) {
        const words = cutInWords(text);
        const first = words[0] ?? '';
        const list = phrases.get(first);
        if (list) list.push({ words, role, group });
        else phrases.set(first, [{ words, role, group }]);
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const codes = new Map<string, CurrencyWords>();
  const symbols = new Map<string, CurrencyWords>();
  for (const currency of vocabulary.currencies ?? []) {
    codes.set(currency.code, currency);
    for (const symbol of currency.symbols) if (!symbols.has(symbol)) symbols.set(symbol, currency);
  }
  const prefixes = new Map(
    (vocabulary.currencies ?? []).flatMap((each) => (each.prefixes ?? []).map((p) => [p, each])),
  );
  const fallback = vocabulary.currencies?.[0]?.code ?? 'XXX';
  return {
    look: reader(codes, symbols),
    mayStatePay: moneyTest(phrases, codes, symbols, prefixes),
    phrases,
    codes,
    symbols,
    shared: new Set((vocabulary.currencies ?? []).flatMap((currency) => currency.shared ?? [])),
    prefixes,
    plausible: vocabulary.plausiblePay,
    fallback,
    lakhs: vocabulary.words['pay-lakh-currency']?.[0] ?? fallback,
  };
}

/**
 * A wide net: most text is let go by it, which is cheaper than reading it for pay. Of numbers without a currency or a
 * scale only large ones beside a word for pay count.
 */
function moneyTest(
  phrases: PayWords['phrases'],
  codes: PayWords['codes'],
  symbols: PayWords['symbols'],
  prefixes: PayWords['prefixes'],
): PayWords['mayStatePay'] {
  const all = [...phrases.values()].flat();
  const scales = all.filter(({ group }) => group === 'scale').map(({ words }) => words[0]!);
  // The longest word of a phrase is the rarest: every text that holds the phrase holds it.
  const natures = all
    .filter(({ group, role }) => group === 'nature' && role !== 'hint' && role !== 'not')
    .map(({ words }) => words.reduce((longest, word) => (word.length > longest.length ? word : longest)));
  const names = [...new Set([...codes.keys(), ...symbols.keys()].map((name) => name.toLowerCase()))];
  const lettered = names.filter((name) => /^[a-z]+$/.test(name));
  // “CA$” is found by its “$”.
  const signs = names
    .filter((name) => !lettered.includes(name))
    .filter((name, _, all) => !all.some((other) => other !== name && name.includes(other)));
  const scaled = `\\d[\\s\\u200b*_\`\\\\]*(?:${oneOf(scales)})`;
  const before = prefixes.size > 0 ? `|(?<![a-z])(?:${oneOf([...prefixes.keys()])}) ?\\d` : '';
  const money = new RegExp(`${oneOf(signs)}|${scaled}|${wholeWord(lettered)}${before}`, 'i');
  const large = /\d(?:[,.'’_ \u00a0\u202f\u2009]?\d){4}/;
  const said = new RegExp(wholeWord([...new Set(natures)]), 'i');
  return (text) => money.test(text) || (large.test(text) && said.test(text));
}

function wholeWord(words: readonly string[]): string {
  return `(?<![a-z])(?:${oneOf(words)})(?![a-z])`;
}

function oneOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
}

/** Words remembered at most. */
const MAX_KNOWN = 10_000;

function reader(codes: PayWords['codes'], symbols: PayWords['symbols']): PayWords['look'] {
  let known = new Map<string, KnownWord>();
  return (raw) => {
    let word = known.get(raw);
    if (!word) {
      const code = codes.get(raw);
      const folded = raw.toLowerCase().replace(/’/g, "'");
      word = { folded, currency: code ?? symbols.get(folded), isCode: code !== undefined };
      if (known.size >= MAX_KNOWN) known = new Map();
      known.set(raw, word);
    }
    return word;
  };
}
