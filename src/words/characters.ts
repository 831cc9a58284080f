import { Separator } from '../types/text.ts';
import { letterPattern } from './letters.ts';

// What an ASCII character is to the tokenizer: a word's part, or the separator bit that it stands for.
/** Class of a character that is part of a word; other classes are bits of {@link Separator}. */
export const WORD = 1 << 14;
const ascii = new Uint16Array(128).fill(Separator.other);
for (let code = 0; code <= 32; code++) ascii[code] = Separator.space;
for (const code of [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'])
  ascii[code.charCodeAt(0)] = WORD;
// Marks that do not part the words beside them: `5+ years`, `100% remote`, `Ph.D. in`, left-over Markdown stars.
for (const mark of '+%*#.$`\\') ascii[mark.charCodeAt(0)] = Separator.space;
const bits: readonly [string, number][] = [
  ['-_', Separator.hyphen],
  ['/', Separator.slash],
  [',', Separator.comma],
  ['([{<', Separator.open],
  [')]}>', Separator.close],
  [':', Separator.colon],
  [';', Separator.semicolon],
  ['"\'', Separator.quote],
];
for (const [marks, bit] of bits) for (const mark of marks) ascii[mark.charCodeAt(0)] = bit;

const wordCharacter = letterPattern(String.raw`[\p{L}\p{N}\p{M}]`);

function isWordCharacter(character: string): boolean {
  return wordCharacter(character).test(character);
}

function classOfOther(code: number, text: string, index: number): number {
  if (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7) return WORD;
  if (code >= 0xd800 && code < 0xe000) {
    // The second half of a pair is judged with its first half.
    const at = code >= 0xdc00 ? index - 1 : index;
    const point = at >= 0 ? text.codePointAt(at) : undefined;
    return point !== undefined && point > 0xffff && isWordCharacter(String.fromCodePoint(point))
      ? WORD
      : Separator.other;
  }
  switch (code) {
    case 0xa0:
    case 0xa9:
    case 0xae:
    case 0x2122:
    case 0x200b:
    case 0x202f:
    case 0x3000:
    case 0x2028:
    case 0x2029:
      return Separator.space;
    case 0x2010:
    case 0x2011:
      return Separator.hyphen;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return Separator.dash;
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return Separator.quote;
    case 0x2019:
    case 0x2bc:
      return Separator.quote;
    case 0xad:
    case 0x200c:
    case 0x200d:
    case 0x2060:
    case 0xfeff:
      // Without width: they part no word, and behind a picture they are none themselves.
      return index > 0 && isWordCharacter(text[index - 1]!) ? WORD : Separator.space;
    case 0x20e3:
      return Separator.space;
  }
  if (code >= 0xfe00 && code <= 0xfe0f) return Separator.space;
  if (code >= 0x2000 && code <= 0x200a) return Separator.space;
  if (code === 0xff0c || code === 0x3001) return Separator.comma;
  return isWordCharacter(text[index]!) ? WORD : Separator.other;
}

/** Class of the character at `index`: {@link WORD} or the separator bit that it stands for. */
export function classOf(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? ascii[code]! : classOfOther(code, text, index);
}

/** Whether a word's character stands at `index`, before `to`. */
export function isWord(text: string, index: number, to: number): boolean {
  return index < to && classOf(text, index) === WORD;
}

/** `0`–`9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `A`–`Z`. */
export function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** `A`–`Z`, `a`–`z`. */
export function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

/** Straight or typographic. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc || code === 0x2018;
}

/** Whether the text begins with a small letter. */
export function beginsSmall(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toUpperCase() && first === first.toLowerCase();
}

/** Whether the text begins with a capital. */
export function beginsLarge(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
