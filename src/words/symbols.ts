/** The words of all phrases, numbered. */
import { packed, unpacked } from './numbers.ts';

/** Words in order of number, parted by spaces, and a table that finds them: a start makes no map of thousands of words. */
export interface FrozenWords {
  readonly text: string;
  /** By number: where the word ends. Packed. */
  readonly ends: string;
  /** By hash, and from there on up to a 0: number + 1. Packed; a power of two of them. */
  readonly slots: string;
}

/** Numbers words: whole words from 0 up, beginnings (`deploy*`) from −1 down. */
export interface Lexicon {
  /** The symbol of a word or a beginning, a new one where it has none. */
  symbol(word: string, prefix: boolean): number;
  /** Symbols of a posting's word: its own, and those of each beginning that it has. */
  symbolsOf(word: string): number[];
  freeze(): { readonly words: FrozenWords; readonly prefixes: FrozenWords };
}

/** A lexicon with words that were numbered before. */
export function createLexicon(words?: FrozenWords, prefixes?: FrozenWords): Lexicon {
  const whole = numbering(words);
  const begun = numbering(prefixes);
  return {
    symbol(word, prefix) {
      return prefix ? -1 - begun.number(word) : whole.number(word);
    },
    symbolsOf(word) {
      const symbols: number[] = [];
      let hash = SEED;
      for (let length = 1; length <= word.length; length++) {
        hash = hashed(hash, word.charCodeAt(length - 1));
        const prefix = begun.find(word, length, hash);
        if (prefix >= 0) symbols.push(-1 - prefix);
      }
      const number = whole.find(word, word.length, hash);
      if (number >= 0) symbols.unshift(number);
      return symbols;
    },
    freeze: () => ({ words: frozen(whole.added()), prefixes: frozen(begun.added()) }),
  };
}

interface Numbering {
  /** The number of the first `length` letters of a word, −1 where they have none. */
  find(word: string, length: number, hash: number): number;
  /** The number of a word, a new one where it has none. */
  number(word: string): number;
  /** Words that were not frozen. */
  added(): string[];
}

function numbering(base?: FrozenWords): Numbering {
  const { text = '' } = base ?? {};
  const ends = unpacked(base?.ends);
  const slots = unpacked(base?.slots);
  const later = new Map<string, number>();
  const lengths = new Set<number>();

  function find(word: string, length: number, hash: number): number {
    const mask = slots.length - 1;
    for (let slot = hash & mask; mask >= 0 && slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      const start = number === 0 ? 0 : ends[number - 1]! + 1;
      if (ends[number]! - start === length && isAt(text, start, word, length)) return number;
    }
    return lengths.has(length) ? (later.get(word.slice(0, length)) ?? -1) : -1;
  }

  return {
    find,
    number(word) {
      const known = find(word, word.length, hashOf(word));
      if (known >= 0) return known;
      const number = ends.length + later.size;
      later.set(word, number);
      lengths.add(word.length);
      return number;
    },
    added: () => [...later.keys()],
  };
}

function isAt(text: string, start: number, word: string, length: number): boolean {
  for (let index = 0; index < length; index++) {
    if (text.charCodeAt(start + index) !== word.charCodeAt(index)) return false;
  }
  return true;
}

function frozen(words: readonly string[]): FrozenWords {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * words.length + 1)));
  const ends: number[] = [];
  for (const [number, word] of words.entries()) {
    ends.push((ends.at(-1) ?? -1) + 1 + word.length);
    let slot = hashOf(word) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return { text: words.join(' '), ends: packed(ends), slots: packed(slots) };
}

// FNV-1a.
const SEED = 0x811c9dc5;

function hashed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function hashOf(word: string): number {
  let hash = SEED;
  for (let index = 0; index < word.length; index++) hash = hashed(hash, word.charCodeAt(index));
  return hash;
}
