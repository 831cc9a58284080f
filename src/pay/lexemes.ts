import type { CurrencyWords } from '../types/words.ts';
import { readNumber } from './number.ts';
import type { PayWords } from './vocabulary.ts';

/** A piece of text as pay is read from it. `stop` ends a sentence, `mark` is any other sign. */
export interface Lexeme {
  readonly type: 'number' | 'word' | 'currency' | 'dash' | 'mark' | 'stop';
  readonly start: number;
  readonly end: number;
  /** Folded word, or the sign. */
  readonly text: string;
  /** Of a number; NaN where its grouping is broken (`300,0000`). */
  readonly value: number;
  /** Digits after the decimal mark of a number. */
  readonly decimals: number;
  readonly currency?: CurrencyWords;
  /** The currency is named by its code or an unambiguous symbol, not by one that several countries share (`$`). */
  readonly exact?: boolean;
}

const DASHES = '-–—‐‑‒―−~～∼〜－';

/** Signs of full width, as Chinese, Japanese and Korean text writes them, and what they stand for. */
const NARROW: Readonly<Record<string, string>> = {
  '：': ':',
  '（': '(',
  '）': ')',
  '／': '/',
  '，': ',',
  '、': ',',
  '＋': '+',
  '；': ';',
  '。': '.',
};

/** `€ 3.870,-`, `118'000.–`: a dash in place of the cents. */
const WHOLE = /^[.,](?:--|[-–—])(?![\w-])/;

/** Cuts text into lexemes. Linear; markup, escapes and blanks are left out. */
export function lex(text: string, words: PayWords): Lexeme[] {
  const out: Lexeme[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      if (out.length > 0 && out[out.length - 1]?.type !== 'stop') out.push(piece('stop', at, at + 1, '\n'));
      at++;
    } else if (isDigit(code)) {
      const number = readNumber(text, at);
      out.push({ ...piece('number', at, number.end, ''), value: number.value, decimals: number.decimals });
      at = number.end + (WHOLE.exec(text.slice(number.end, number.end + 4))?.[0].length ?? 0);
    } else if (isLetter(text, at)) {
      at = pushWord(text, at, words, out);
    } else if (isBlank(code) || code === 92 || code === 42 || code === 95 || code === 96) {
      at++;
    } else {
      at = pushSign(text, at, words, out);
    }
  }
  return out;
}

function piece(type: Lexeme['type'], start: number, end: number, text: string): Lexeme {
  return { type, start, end, text, value: 0, decimals: 0 };
}

function pushWord(text: string, start: number, words: PayWords, out: Lexeme[]): number {
  let end = start + 1;
  // Scripts without blanks between words are read sign by sign; phrases put them together.
  const lone = isUnspaced(text.charCodeAt(start));
  if (lone && words.symbols.has(text[start] ?? '')) return pushSign(text, start, words, out);
  while (
    end < text.length &&
    !lone &&
    !isUnspaced(text.charCodeAt(end)) &&
    (isLetter(text, end) || (isJoiner(text.charCodeAt(end)) && end + 1 < text.length && isLetter(text, end + 1)))
  )
    end++;
  const raw = text.slice(start, end);
  const sign = text[end];
  if (sign !== undefined && !isBlank(sign.charCodeAt(0)) && words.symbols.has(sign)) {
    // `CA$`, `US$`: letters and sign are one symbol.
    const both = words.symbols.get((raw + sign).toLowerCase());
    if (both) return pushCurrency(out, start, end + 1, both, true);
  }
  const apart = sign === ' ' && /^ \p{Sc} ?\d/u.test(text.slice(end, end + 4)) && /^[A-Z]{1,3}$/.test(raw);
  // `US $131,000`
  const both = apart ? words.symbols.get((raw + text[end + 1]).toLowerCase()) : undefined;
  if (both) return pushCurrency(out, start, end + 2, both, true);
  const prefix = words.prefixes.get(raw);
  if (prefix && AMOUNT.test(text.slice(end, end + 12))) return pushCurrency(out, start, end, prefix, true);
  const { folded, currency, isCode } = words.look(raw);
  if (currency && words.shared.has(folded)) return pushShared(out, start, end, currency, folded, words);
  const own = isCode || !currency?.elsewhere?.[folded];
  if (currency) return pushCurrency(out, start, end, currency, own, isCode ? '' : folded);
  if ((code0(raw) === 107 || code0(raw) === 75) && raw.length > 2 && out[out.length - 1]?.end === start) {
    const rest = words.codes.get(raw.slice(1)) ?? words.symbols.get(folded.slice(1));
    if (rest) {
      out.push(piece('word', start, start + 1, 'k'));
      return pushCurrency(out, start + 1, end, rest, true);
    }
  }
  out.push(piece('word', start, end, folded));
  return end;
}

/** What follows a letter that is a currency right before an amount alone (`R450`, `R 85 000`), not before any number (`R2`). */
const AMOUNT = /^ ?(?:\d{3}|\d{1,3}[ ,.\u00a0\u202f]\d{3}|\d+(?:\.\d+)? ?[kKmM]\b)/;

function pushCurrency(
  out: Lexeme[],
  start: number,
  end: number,
  currency: CurrencyWords,
  exact: boolean,
  text = '',
): number {
  out.push({ ...piece('currency', start, end, text), currency, exact });
  return end;
}

/** `dollars`, with the country before it where one is named (`Canadian dollars`). */
function pushShared(
  out: Lexeme[],
  start: number,
  end: number,
  currency: CurrencyWords,
  folded: string,
  words: PayWords,
): number {
  let name = folded;
  for (let back = 1; back <= 2 && out[out.length - back]?.type === 'word'; back++) {
    const first = out[out.length - back] as Lexeme;
    name = `${first.text.replaceAll('.', '')} ${name}`;
    const exact = words.symbols.get(name);
    if (!exact) continue;
    out.length -= back;
    return pushCurrency(out, first.start, end, exact, true, folded);
  }
  return pushCurrency(out, start, end, currency, false, folded);
}

function pushSign(text: string, at: number, words: PayWords, out: Lexeme[]): number {
  const written = text[at] ?? '';
  const sign = NARROW[written] ?? written;
  const symbol = words.symbols.get(sign);
  if (symbol) return pushCurrency(out, at, at + 1, symbol, !words.shared.has(sign) && !symbol.elsewhere?.[sign]);
  if (DASHES.includes(sign)) {
    let end = at + 1;
    while (end < text.length && DASHES.includes(text[end] ?? '')) end++;
    // A hyphen inside a word is a space: `on-target`, `sign-on`.
    const tight = end === at + 1 && sign === '-' && at > 0 && isLetter(text, at - 1) && end < text.length;
    if (!(tight && isLetter(text, end) && !endsAmount(out))) out.push(piece('dash', at, end, sign));
    return end;
  }
  if (sign === '.' || sign === '!' || sign === '?') {
    const next = text.charCodeAt(at + 1);
    const sentence = Number.isNaN(next) || isBlank(next) || next === 10 || written === '。';
    const before = out[out.length - 1];
    const worded = before?.type === 'word' || (before?.type === 'currency' && before.text !== '');
    const short = sign === '.' && worded && before?.end === at && before.text.length <= 3;
    if (sentence && !(short && before && startsLower(text, at + 1))) out.push(piece('stop', at, at + 1, sign));
    return at + 1;
  }
  const wide = text.codePointAt(at) ?? 0;
  const end = at + (wide > 0xffff ? 2 : 1);
  out.push(piece('mark', at, end, NARROW[written] ?? text.slice(at, end)));
  return end;
}

/** The last lexemes are an amount: a number with a suffix or currency that touches it (`170K-US$190K`). */
function endsAmount(out: readonly Lexeme[]): boolean {
  const last = out[out.length - 1];
  const before = out[out.length - 2];
  return last?.type === 'currency' || (before?.type === 'number' && before.end === last?.start);
}

function code0(text: string): number {
  return text.charCodeAt(0);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 160 || code === 0x202f || code === 0x2009 || code === 0x200b;
}

/** Signs that hold a word together: `p.a`, `u.s`, `master's`. */
function isJoiner(code: number): boolean {
  return code === 46 || code === 39 || code === 0x2019;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  if (code < 0xaa) return false;
  return (
    isUnspaced(code) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff)
  );
}

/** A sign of Chinese, Japanese or Korean, which need no blanks between words. */
export function isUnspaced(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30fa) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
}

function startsLower(text: string, at: number): boolean {
  let i = at;
  while (i < text.length && isBlank(text.charCodeAt(i))) i++;
  const code = text.charCodeAt(i);
  return (code >= 97 && code <= 122) || isDigit(code) || '($€£/–-'.includes(text[i] ?? '$');
}
