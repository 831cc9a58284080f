import type { Currency } from '../types/pay.ts';
import type { LocalCurrency, Vocabulary } from '../types/words.ts';
import { letterPattern } from '../words/letters.ts';

/** A place that a location names, and what is paid in there. */
export interface MoneyPlace {
  /** As the location writes it. */
  readonly name: string;
  readonly currency: Currency;
}

interface Named {
  readonly currency: Currency;
  readonly city: boolean;
}

interface Match extends Named {
  /** Index of the word behind it. */
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly raw: string;
  /** Sign before it other than a blank, else an empty string. */
  readonly before: string;
}

interface Places {
  readonly names: ReadonlyMap<string, Named>;
  readonly codes: ReadonlyMap<string, readonly Currency[]>;
  readonly longest: number;
}

/** Longest location that is read: a list of a dozen places. */
const MAX_LOCATION = 400;

/** Places of a location by the currency they pay in, in order of place; none where it names no place that is known. */
export function moneyPlaces(location: string, vocabulary: Vocabulary): readonly MoneyPlace[] {
  const places = placesOf(vocabulary);
  const words = wordsOf(location.slice(0, MAX_LOCATION));
  const found: (Match & MoneyPlace)[] = [];
  for (let at = 0; at < words.length; ) {
    const last = found.at(-1);
    const behind = last !== undefined && last.end === at;
    const next = longestAt(words, at, places) ?? codeAt(words[at] as Word, at, behind, found, places);
    if (!next) {
      at++;
      continue;
    }
    // «Dublin, OH» and «London, Ontario»: what stands behind the comma says which city of that name is meant.
    const city = behind && last.city && !next.city && last.currency !== next.currency ? found.pop()?.name : undefined;
    const own = words.slice(at, next.end).map((word) => word.raw);
    found.push({ ...next, name: [city, own.join(' ')].filter(Boolean).join(', ') });
    at = next.end;
  }
  return found;
}

function longestAt(words: readonly Word[], at: number, { names, longest }: Places): Match | undefined {
  let key = words
    .slice(at, at + longest)
    .map((word) => word.text)
    .join(' ');
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const named = names.get(key);
    if (named) return { ...named, end: at + length };
    key = key.slice(0, Math.max(0, key.lastIndexOf(' ')));
  }
  return undefined;
}

/** `Berlin, DE`, `Remote (IN)`: a place named before decides between countries and states of one abbreviation. */
function codeAt(
  word: Word,
  at: number,
  behind: boolean,
  found: readonly Match[],
  { codes }: Places,
): Match | undefined {
  const own = codes.get(word.raw);
  if (!own || (!behind && word.before === '')) return undefined;
  const last = behind ? found.at(-1) : undefined;
  const currency =
    (last && own.find((each) => each === last.currency)) ??
    own.find((each) => found.some((place) => place.currency === each)) ??
    (own[0] as Currency);
  return { currency, city: false, end: at + 1 };
}

const compiled = new WeakMap<readonly LocalCurrency[], Places>();
const NONE: readonly LocalCurrency[] = [];

function placesOf(vocabulary: Vocabulary): Places {
  const table = vocabulary.localCurrencies ?? NONE;
  let places = compiled.get(table);
  if (!places) {
    const names = new Map<string, Named>();
    const codes = new Map<string, Currency[]>();
    for (const { currency, lands, cities, codes: own } of table) {
      for (const [list, city] of [[lands, false] as const, [cities, true] as const]) {
        for (const name of list) {
          const key = keyOf(name);
          if (!names.has(key)) names.set(key, { currency, city });
        }
      }
      for (const code of own) codes.set(code, [...(codes.get(code) ?? []), currency]);
    }
    const longest = Math.max(1, ...[...names.keys()].map((key) => key.split(' ').length));
    places = { names, codes, longest };
    compiled.set(table, places);
  }
  return places;
}

/** Words in small letters; most names are no more than words, and there are a thousand of them. */
function keyOf(name: string): string {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.toLowerCase();
  return wordsOf(name)
    .map((word) => word.text)
    .join(' ');
}

/** A word, or a sign between words. */
const piece = letterPattern(String.raw`[\p{L}\p{M}\d]+|[^\s\p{L}\p{M}\d]`, 'g');
const word = letterPattern(String.raw`^[\p{L}\p{M}\d]`);
const dotted = letterPattern(String.raw`([\p{L}])\.(?=[\p{L}]|\s|$)`, 'g');

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = '';
  const composed = text.normalize('NFC');
  const plain = composed.replace(dotted(composed), '$1');
  for (const [raw] of plain.matchAll(piece(plain))) {
    if (word(raw).test(raw)) {
      words.push({ text: raw.toLowerCase(), raw, before });
      before = '';
    } else before = raw;
  }
  return words;
}
