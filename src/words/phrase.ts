/** The phrase language of rule files: text → syntax tree. */
import { HARD_SEPARATORS, Separator } from '../types/text.ts';
import { isLetterOrDigit } from './letters.ts';
import { tokenize } from './tokens.ts';

/** A phrase: what may stand in a posting, word by word. */
export type Phrase =
  /** One whole word, folded; with `prefix` any ending counts (`deploy*`). */
  | { readonly kind: 'word'; readonly word: string; readonly prefix: boolean }
  /** `…`: up to {@link GAP} words, across any separator but a statement's end. */
  | { readonly kind: 'gap' }
  /** `{name}`: any phrase of a vocabulary. `at` is its place in the phrase's text. */
  | { readonly kind: 'term'; readonly name: string; readonly at: number }
  | { readonly kind: 'sequence'; readonly of: readonly Phrase[] }
  | { readonly kind: 'either'; readonly of: readonly Phrase[] }
  | { readonly kind: 'optional'; readonly of: Phrase };

/** A fault of a phrase: where in its text (UTF-16 offset), and what to write. */
export interface PhraseFault {
  readonly at: number;
  readonly message: string;
}

/** Words that `…` leaves out at most. */
export const GAP = 4;

const MAX_LENGTH = 4000;
const MAX_DEPTH = 8;
const MIN_PREFIX = 2;
const SPECIAL = /[|()[\]{}*…]/;
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;
const TERM_NAME = /^[a-z][a-z0-9-]*$/;

interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
  readonly faults: PhraseFault[];
}

/**
 * Reads one phrase. Always yields a tree; it is meant to be used only when `faults` is empty.
 * Linear in the text's length; no input makes it throw.
 */
export function parsePhrase(text: string): { phrase: Phrase; faults: readonly PhraseFault[] } {
  if (PLAIN.test(text)) return { phrase: plainWords(text), faults: [] };
  const cursor: Cursor = { text, at: 0, depth: 0, faults: [] };
  if (text.length > MAX_LENGTH) {
    fault(cursor, 0, `a phrase has at most ${MAX_LENGTH} characters: write several phrases`);
    return { phrase: sequence([]), faults: cursor.faults };
  }
  const phrase = readEither(cursor);
  return { phrase, faults: cursor.faults };
}

/** Only lower-case words and single spaces: most phrases are no more. */
function plainWords(text: string): Phrase {
  return sequence(text.split(' ').map((word) => ({ kind: 'word', word, prefix: false })));
}

function sequence(items: Phrase[]): Phrase {
  return items.length === 1 ? items[0]! : { kind: 'sequence', of: items };
}

function fault(cursor: Cursor, at: number, message: string): void {
  cursor.faults.push({ at, message });
}

/** Alternatives up to the end, or up to a closing mark that it leaves to the caller. */
function readEither(cursor: Cursor): Phrase {
  const options: Phrase[] = [];
  let bars = 0;
  for (;;) {
    const items = readSequence(cursor);
    if (items.length === 0 && cursor.faults.length === 0) {
      const alone = bars === 0 && cursor.text[cursor.at] !== '|';
      fault(
        cursor,
        Math.min(cursor.at, Math.max(0, cursor.text.length - 1)),
        alone
          ? 'no word stands here: write the words to find'
          : 'one side of “|” is empty: write words on both sides, or put words that may be left out in [ ]',
      );
    }
    options.push(sequence(items));
    const mark = cursor.text[cursor.at];
    if (mark === '|') {
      bars++;
      cursor.at++;
    } else if (mark === undefined || cursor.depth > 0) {
      break;
    } else {
      fault(cursor, cursor.at, `“${mark}” closes nothing: remove it, or open it before`);
      cursor.at++;
    }
  }
  return options.length === 1 ? options[0]! : { kind: 'either', of: options };
}

/** Words, groups, terms and gaps one after the other, up to `|`, a closing mark or the end. */
function readSequence(cursor: Cursor): Phrase[] {
  const { text } = cursor;
  const items: Phrase[] = [];
  while (cursor.at < text.length) {
    const mark = text[cursor.at]!;
    if (mark === '|' || mark === ')' || mark === ']') break;
    if (mark === ' ' || mark === '\t' || mark === '\n' || mark === '\r') {
      cursor.at++;
    } else if (mark === '…' || text.startsWith('...', cursor.at)) {
      items.push({ kind: 'gap' });
      cursor.at += mark === '…' ? 1 : 3;
    } else if (mark === '(') {
      items.push(starred(cursor, readGroup(cursor, ')')));
    } else if (mark === '[') {
      items.push({ kind: 'optional', of: readGroup(cursor, ']') });
    } else if (mark === '{') {
      items.push(readTerm(cursor));
    } else if (mark === '}') {
      fault(cursor, cursor.at++, '“}” closes nothing: write {name} for a vocabulary');
    } else if (mark === '*') {
      fault(cursor, cursor.at++, '“*” follows a word or a group without a space: write deploy* for any ending');
    } else {
      items.push(...readWords(cursor));
    }
  }
  return items;
}

/** A group from its opening mark to its closing one. */
function readGroup(cursor: Cursor, close: ')' | ']'): Phrase {
  const open = cursor.at++;
  refuseGlue(cursor, open - 1, open);
  if (cursor.depth >= MAX_DEPTH) {
    fault(cursor, open, `groups stand at most ${MAX_DEPTH} deep: write several phrases`);
    cursor.at = cursor.text.length;
    return sequence([]);
  }
  cursor.depth++;
  const inner = readEither(cursor);
  cursor.depth--;
  const mark = cursor.text[cursor.at];
  if (mark === close) {
    cursor.at++;
    refuseGlue(cursor, cursor.at, open);
  } else if (mark === undefined) {
    fault(cursor, open, `“${cursor.text[open]}” is never closed: write “${close}”`);
  } else {
    fault(cursor, cursor.at, `“${mark}” does not close “${cursor.text[open]}”: write “${close}”`);
    cursor.at++;
  }
  return inner;
}

/** Words are whole: a letter right beside a group would look like a part of a word. */
function refuseGlue(cursor: Cursor, beside: number, at: number): void {
  const mark = cursor.text[beside];
  if (mark !== undefined && isLetterOrDigit(mark)) {
    fault(
      cursor,
      at,
      'words are whole, so a group needs a space beside it: write year | years, or year* for any ending',
    );
  }
}

/** `{name}`. */
function readTerm(cursor: Cursor): Phrase {
  const open = cursor.at;
  const close = cursor.text.indexOf('}', open);
  const name = cursor.text.slice(open + 1, close < 0 ? undefined : close).trim();
  cursor.at = close < 0 ? cursor.text.length : close + 1;
  if (close < 0) fault(cursor, open, '“{” is never closed: write {name} for a vocabulary');
  else if (!TERM_NAME.test(name)) {
    fault(cursor, open, 'the name of a vocabulary is small letters, digits and hyphens: write {name}');
  } else {
    refuseGlue(cursor, open - 1, open);
    refuseGlue(cursor, cursor.at, open);
    if (cursor.text[cursor.at] === '*') {
      fault(cursor, cursor.at++, '“*” after a vocabulary has no meaning: put it on the words of the vocabulary');
    }
  }
  return { kind: 'term', name, at: open };
}

/** A group with `*` after it: the last word of each alternative takes any ending. */
function starred(cursor: Cursor, group: Phrase): Phrase {
  if (cursor.text[cursor.at] !== '*') return group;
  const at = cursor.at++;
  const prefixed = (phrase: Phrase): Phrase => {
    switch (phrase.kind) {
      case 'word':
        return { ...phrase, prefix: true };
      case 'either':
        return { kind: 'either', of: phrase.of.map(prefixed) };
      case 'sequence':
        if (phrase.of.length === 0) return phrase;
        return { kind: 'sequence', of: [...phrase.of.slice(0, -1), prefixed(phrase.of.at(-1)!)] };
      default:
        fault(cursor, at, '“*” after a group needs a word at the end of each alternative');
        return phrase;
    }
  };
  return prefixed(group);
}

/** A run of words up to the next mark, cut as postings are. */
function readWords(cursor: Cursor): Phrase[] {
  const { text } = cursor;
  const from = cursor.at;
  let to = from + 1;
  while (to < text.length && !SPECIAL.test(text[to]!) && !text.startsWith('...', to)) to++;
  cursor.at = to;
  const tokens = tokenize(text, from, to);
  const starredEnd = text[to] === '*';
  if (starredEnd) cursor.at++;
  let last = from;
  for (const token of tokens) {
    checkBetween(cursor, last, token.start, token.before);
    last = token.end;
  }
  checkBetween(cursor, last, to, 0);
  const end = tokens.at(-1);
  if (starredEnd) {
    if (end === undefined || end.end !== to) {
      fault(cursor, to, '“*” follows a word without a space: write deploy* for any ending');
    } else if (end.word.length < MIN_PREFIX) {
      fault(cursor, to, `“*” needs at least ${MIN_PREFIX} letters before it`);
    } else if (to + 1 < text.length && isLetterOrDigit(text[to + 1]!)) {
      fault(cursor, to, '“*” stands at the end of a word only: write the beginning and “*”');
    }
  }
  return tokens.map((token) => ({ kind: 'word', word: token.word, prefix: starredEnd && token === end }));
}

/** Marks between words that a phrase would never cross, or that look like a regular expression. */
function checkBetween(cursor: Cursor, from: number, to: number, before: number): void {
  for (let at = from; at < to; at++) {
    const mark = cursor.text[at]!;
    if (/[\s&/.-]/.test(mark)) continue;
    if (isLetterOrDigit(mark)) return;
    if (/[\\^$+?]/.test(mark)) {
      fault(cursor, at, `“${mark}” has no meaning here: phrases are words, “word*”, “( | )”, “[ ]”, “…” and “{name}”`);
    } else {
      fault(cursor, at, `a phrase does not cross “${mark}”: write “…” there, or two phrases`);
    }
    return;
  }
  if (before & HARD_SEPARATORS & ~Separator.start) {
    fault(cursor, from, 'a phrase does not cross what stands between these words: write “…” there, or two phrases');
  }
}
