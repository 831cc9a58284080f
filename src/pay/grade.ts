import type { Vocabulary } from '../types/words.ts';
import type { Reading } from './amount.ts';
import type { Lexeme } from './lexemes.ts';
import type { PayWords } from './vocabulary.ts';

/** What is told of a declared value that names a pay grade and no amount. */
export const GRADE =
  'names a pay grade, not an amount; write the pay that it stands for, such as $165,000-$215,000, and the grade in the text';

/** Most digits of a number that counts grades or job series. */
const DIGITS = 4;

/** Lexemes of the pay grades that a declared value names (`GS-1560-12`, `Band 7`, `TV-L E 13`): half-open, the name and its numbers. */
export function gradesIn(
  r: Reading,
  words: PayWords,
  vocabulary: Vocabulary,
): readonly { readonly from: number; readonly to: number }[] {
  const names = new Set((vocabulary.words['pay-grade'] ?? []).map((name) => name.split(/[\s-]/).at(-1)));
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < r.lexemes.length; at++) {
    const lexeme = r.lexemes[at] as Lexeme;
    if (lexeme.type !== 'word' || !(names.has(lexeme.text) || isCode(r, at, words))) continue;
    const named = names.has(r.lexemes[at - 1]?.text ?? '');
    const to = pastNumbers(r, at, named);
    if (to > at + 1) found.push({ from: at, to });
  }
  return found;
}

/** A value of nothing but a few letters and their number, as grades are coded (`CO-02`). */
function isCode({ lexemes }: Reading, at: number, words: PayWords): boolean {
  const { text } = lexemes[at] as Lexeme;
  const last = lexemes.at(-1);
  return at === 0 && text.length <= DIGITS && last?.type === 'number' && isShort(last) && !isPayWord(text, words);
}

function isPayWord(text: string, { phrases }: PayWords): boolean {
  return (phrases.get(text) ?? []).some(({ group }) => group !== 'label' && group !== 'apart');
}

/** Behind the numbers of a grade: `-1560-12`, `7`, `12/13`, `8a`. */
function pastNumbers({ lexemes }: Reading, name: number, named: boolean): number {
  let end = name + 1;
  for (let at = name + 1; at < lexemes.length; ) {
    const lexeme = lexemes[at] as Lexeme;
    const parts = lexeme.type === 'dash' || lexeme.text === '/' || lexeme.text === ':';
    const number = lexemes[parts ? at + 1 : at];
    const touches = number?.start === lexemes[at - 1]?.end || parts;
    const lone = !named && lexemes[name]?.text.length === 1;
    if (number?.type !== 'number' || !isShort(number) || (lone && !touches) || (end > name + 1 && !parts)) break;
    at = end = (parts ? at + 1 : at) + 1;
    const letter = lexemes[at];
    if (letter?.type === 'word' && letter.start === number.end) {
      if (letter.text.length > 1 || letter.text === 'k') return name + 1;
      at = end = at + 1;
    }
    if (letter?.type === 'currency') return name + 1;
  }
  return end;
}

function isShort({ start, end, decimals }: Lexeme): boolean {
  return end - start <= DIGITS && decimals === 0;
}
