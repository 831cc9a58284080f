import type { Lexeme } from './lexemes.ts';
import type { Group, PayWords, Role } from './vocabulary.ts';

/** A role that a word or several hold: half-open range of lexemes. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

export type Marks = Readonly<Record<Group, readonly Mark[]>>;

/** Finds all roles of a text's words, one pass; within a group no two overlap and the longest wins. */
export function mark(lexemes: readonly Lexeme[], words: PayWords): Marks {
  const marks: Record<Group, Mark[]> = {
    nature: [],
    terms: [],
    bound: [],
    join: [],
    scale: [],
    period: [],
    label: [],
    apart: [],
    end: [],
  };
  for (let i = 0; i < lexemes.length; i++) {
    const lexeme = lexemes[i] as Lexeme;
    if (lexeme.type !== 'word' && lexeme.type !== 'number') continue;
    const candidates = words.phrases.get(lexeme.type === 'word' ? lexeme.text : nameOf(lexemes, i));
    if (!candidates) continue;
    for (const phrase of candidates) {
      const list = marks[phrase.group];
      if ((list[list.length - 1]?.to ?? 0) > i) continue;
      if (!stands(lexemes, i, phrase.words)) continue;
      list.push({ from: i, to: i + phrase.words.length, role: phrase.role });
    }
  }
  return marks;
}

/** Index of the last mark that ends at or before a lexeme, -1 for none. */
export function lastBefore(marks: readonly Mark[], at: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark).to <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Digits that may be a name (`1099`); none where they are grouped, or an amount of a currency. */
function nameOf(lexemes: readonly Lexeme[], at: number): string {
  const { value, start, end } = lexemes[at] as Lexeme;
  const digits = String(value);
  const amount = lexemes[at - 1]?.type === 'currency' || lexemes[at + 1]?.type === 'currency';
  return digits.length === end - start && !amount ? digits : '';
}

function stands(lexemes: readonly Lexeme[], from: number, words: readonly string[]): boolean {
  for (let k = 1; k < words.length; k++) {
    const lexeme = lexemes[from + k];
    if (!lexeme || (lexeme.type === 'number' ? String(lexeme.value) : lexeme.text) !== words[k]) return false;
  }
  return true;
}
