import { Separator, type Token } from '../types/text.ts';
import { classOf, isApostrophe, isDigit, isLetter, isUpper, isWord, WORD } from './characters.ts';

/** Maps an index of a text that is scanned to the original text: `start` where its character begins, `end` after its character. */
export interface SourceMap {
  start(index: number): number;
  end(index: number): number;
}

/** End of the run of word characters at `index`. */
function runEnd(text: string, index: number, to: number): number {
  let end = index;
  while (end < to && classOf(text, end) === WORD) end++;
  return end;
}

/** Whether the dot at `dot` belongs to the word around it (`node.js`, `ph.d`, `3.5`), not to the end of a sentence (`done.Next`). */
function dotJoins(text: string, segment: number, dot: number, to: number): boolean {
  if (!isWord(text, dot + 1, to)) return false;
  const next = text.charCodeAt(dot + 1);
  let digits = true;
  for (let i = segment; i < dot && digits; i++) digits = isDigit(text.charCodeAt(i));
  if (digits) return isDigit(next);
  if (!isUpper(next) || dot - segment < 3 || isUpper(text.charCodeAt(dot - 1))) return true;
  const right = runEnd(text, dot + 1, Math.min(to, dot + 5)) - dot - 1;
  return right <= 2 || isUpper(text.charCodeAt(dot + 2));
}

/** End of the word that begins at `start`: inner dots, apostrophes, thousands commas and the marks of `c++`, `c#` included. */
function wordEnd(text: string, start: number, to: number): number {
  let segment = start;
  let end = runEnd(text, start, to);
  while (end < to) {
    const code = text.charCodeAt(end);
    if (code === 46) {
      if (!dotJoins(text, segment, end, to)) break;
    } else if (code === 44) {
      if (!thousands(text, end, to)) break;
    } else if (!isApostrophe(code) || !isWord(text, end + 1, to)) {
      break;
    }
    segment = end + 1;
    end = runEnd(text, segment, to);
  }
  if (
    text.charCodeAt(end) === 43 &&
    text.charCodeAt(end + 1) === 43 &&
    end + 1 < to &&
    isLetter(text.charCodeAt(end - 1))
  ) {
    return end + 2;
  }
  if (
    text.charCodeAt(end) === 35 &&
    end < to &&
    end - start === 1 &&
    isLetter(text.charCodeAt(start)) &&
    !isWord(text, end + 1, to)
  ) {
    return end + 1;
  }
  return end;
}

function thousands(text: string, comma: number, to: number): boolean {
  return (
    comma + 3 < to &&
    isDigit(text.charCodeAt(comma - 1)) &&
    isDigit(text.charCodeAt(comma + 1)) &&
    isDigit(text.charCodeAt(comma + 2)) &&
    isDigit(text.charCodeAt(comma + 3)) &&
    !isDigit(text.charCodeAt(comma + 4))
  );
}

/** End of a web address whose scheme or `www.` stands before `index`. */
function addressEnd(text: string, index: number, to: number): number {
  let end = index;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (
      code <= 32 ||
      code === 34 ||
      code === 39 ||
      code === 41 ||
      code === 60 ||
      code === 62 ||
      code === 93 ||
      code === 0xa0
    )
      break;
  }
  return end;
}

const invisibles = /\u00ad|\u200c|\u200d|\u2060|\ufeff/g;

/** Folded words by the word as written: postings say the same words over and over. */
let folded = new Map<string, string>();

/** Words remembered at most, and the longest one worth it. */
const MAX_FOLDED = 20_000;
const MAX_REMEMBERED = 40;

/** Folds a word for comparison: NFKC, lower case, straight apostrophe, nothing invisible. */
export function fold(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const made = foldAnew(word);
  if (word.length <= MAX_REMEMBERED) {
    if (folded.size >= MAX_FOLDED) folded = new Map();
    folded.set(word, made);
  }
  return made;
}

function foldAnew(word: string): string {
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) > 127) {
      return word
        .replace(invisibles, '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\u2018\u2019\u02bc]/g, "'");
    }
  }
  return word.toLowerCase();
}

/**
 * Cuts `text` from `from` to `to` (UTF-16 offsets) into words and appends them to `out`, which it returns.
 * `c++`, `c#`, `.net`, `node.js`, `ph.d`, `200,000` and `you'll` are one word each; hyphens and slashes part words; `&` is `and`;
 * web and e-mail addresses yield none. The first word carries `Separator.start`. With `source`, spans are offsets of the original text.
 * Linear in the length scanned.
 */
export function tokenize(text: string, from = 0, to = text.length, out: Token[] = [], source?: SourceMap): Token[] {
  let before: number = Separator.start;
  // Words since the last character that no e-mail address holds: dropped when an `@` follows.
  let local = out.length;
  let localBefore = before;
  const push = (start: number, end: number, word: string) => {
    out.push({
      start: source ? source.start(start) : start,
      end: source ? source.end(end - 1) : end,
      word,
      before,
    });
    before = 0;
  };
  let index = from;
  while (index < to) {
    const kind = classOf(text, index);
    if (kind === WORD) {
      const end = wordEnd(text, index, to);
      if (
        text.charCodeAt(end) === 58 &&
        text.charCodeAt(end + 1) === 47 &&
        text.charCodeAt(end + 2) === 47 &&
        end + 2 < to
      ) {
        index = addressEnd(text, end + 3, to);
        before |= Separator.other;
        continue;
      }
      const word = fold(text.slice(index, end));
      if (word.startsWith('www.')) {
        index = addressEnd(text, end, to);
        before |= Separator.other;
        continue;
      }
      if (word !== '') push(index, end, word);
      index = end;
      continue;
    }
    const code = text.charCodeAt(index);
    if (code === 38) {
      push(index, index + 1, 'and');
    } else if (
      code === 64 &&
      out.length > local &&
      index > from &&
      classOf(text, index - 1) === WORD &&
      isWord(text, index + 1, to)
    ) {
      out.length = local;
      before = localBefore | Separator.other;
      index = addressEnd(text, index, to);
      continue;
    } else if (code === 46) {
      const short = startsName(text, index, from, to);
      if (short > 0) {
        push(index, short, fold(text.slice(index, short)));
        index = short;
        continue;
      }
      before |=
        text.charCodeAt(index + 1) === 46 || text.charCodeAt(index - 1) === 46 ? Separator.other : Separator.space;
    } else if (code === 45) {
      before |= dashed(text, index, from, to) ? Separator.dash : Separator.hyphen;
    } else {
      before |= kind;
    }
    // Only these may stand between the words of an address's local part.
    if (code !== 46 && code !== 45 && code !== 43 && code !== 95) {
      local = out.length;
      localBefore = before;
    }
    index++;
  }
  return out;
}

/** A hyphen that parts phrases: set off by spaces, or doubled. */
function dashed(text: string, index: number, from: number, to: number): boolean {
  const last = index > from ? text.charCodeAt(index - 1) : 32;
  const next = index + 1 < to ? text.charCodeAt(index + 1) : 32;
  return last === 45 || next === 45 || (isBlank(last) && isBlank(next));
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** End of a short name that a dot begins (`.net`), or 0. */
function startsName(text: string, dot: number, from: number, to: number): number {
  if (dot > from) {
    const last = classOf(text, dot - 1);
    if (last === WORD || text.charCodeAt(dot - 1) === 46) return 0;
  }
  if (dot + 1 >= to || !isLetter(text.charCodeAt(dot + 1))) return 0;
  const end = runEnd(text, dot + 1, to);
  return end - dot <= 5 ? end : 0;
}

/** A word as people type it in haste: `youll`. */
export function withoutApostrophes(word: string): string {
  return word.includes("'") ? word.replaceAll("'", '') : word;
}

/** Words as they stand, those that a hyphen joins as one (`on-site`); one that hangs on a word stays with it (`remote- or`). */
export function hyphenedWords(tokens: readonly Token[]): string[] {
  const words: string[] = [];
  for (const { word, before } of tokens) {
    const last = before & Separator.hyphen ? words.pop() : undefined;
    if (last === undefined) words.push(word);
    else if (before === Separator.hyphen) words.push(`${last}-${word}`);
    else words.push(`${last}-`, word);
  }
  return words;
}
