/** The words of all phrases, numbered. */

/** Numbers words: whole words from 0 up, beginnings (`deploy*`) from −1 down. */
export interface Lexicon {
  /** The symbol of a word or a beginning, a new one where it has none. */
  symbol(word: string, prefix: boolean): number;
  /** Symbols of a posting's word: its own, and those of each beginning that it has. */
  symbolsOf(word: string): number[];
  /** All words in order of symbol, parted by spaces. */
  freeze(): { readonly words: string; readonly prefixes: string };
}

/** A lexicon with words that were numbered before. */
export function createLexicon(words = '', prefixes = ''): Lexicon {
  const whole = numbered(words);
  const begun = numbered(prefixes);
  const lengths = [...new Set([...begun.keys()].map((prefix) => prefix.length))];
  return {
    symbol(word, prefix) {
      const map = prefix ? begun : whole;
      let number = map.get(word);
      if (number === undefined) {
        number = map.size;
        map.set(word, number);
        if (prefix && !lengths.includes(word.length)) lengths.push(word.length);
      }
      return prefix ? -1 - number : number;
    },
    symbolsOf(word) {
      const symbols: number[] = [];
      const number = whole.get(word);
      if (number !== undefined) symbols.push(number);
      for (const length of lengths) {
        if (length > word.length) continue;
        const prefix = begun.get(length === word.length ? word : word.slice(0, length));
        if (prefix !== undefined) symbols.push(-1 - prefix);
      }
      return symbols;
    },
    freeze: () => ({ words: [...whole.keys()].join(' '), prefixes: [...begun.keys()].join(' ') }),
  };
}

function numbered(words: string): Map<string, number> {
  const map = new Map<string, number>();
  const list = words === '' ? [] : words.split(' ');
  for (let number = 0; number < list.length; number++) map.set(list[number]!, number);
  return map;
}
