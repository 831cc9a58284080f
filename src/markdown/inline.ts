import {
  breakLine,
  drop,
  flush,
  type Inline,
  isBlank,
  type Line,
  lineBuilder,
  replace,
  type Scan,
  seek,
  styleOf,
} from './line.ts';
import { angle, entityAt, linkEnds, liquid } from './marks.ts';

const markup = /[*_`[\]<&!\\~\n{]/;
const special = new Uint8Array(128);
for (const mark of '*_`[]<&!\\~\n\r{') special[mark.charCodeAt(0)] = 1;

/**
 * The text from `from` to `to` as lines that people read: emphasis, code marks, link targets, images, HTML tags and comments dropped,
 * entities decoded. Parted at hard breaks, `<br>` and block tags. Linear; never throws.
 */
export function readLines(source: string, from: number, to: number, inline: Inline): Line[] {
  const text = source.slice(from, to);
  if (!markup.test(text)) {
    const builder = lineBuilder(source);
    builder.literal(from, to, 'plain');
    const line = builder.finish();
    return line ? [line] : [];
  }
  const scan: Scan = {
    source,
    from,
    to,
    inline,
    lines: [],
    builder: lineBuilder(source),
    strong: false,
    emphasis: false,
    tagged: 0,
    run: from,
    at: from,
    absent: new Set(),
    links: text.includes('](') || text.includes('][') ? linkEnds(source, from, to) : new Map(),
    width: inline.breaks && text.includes('\n') ? widest(text) : 0,
  };
  while (scan.at < to) {
    const code = source.charCodeAt(scan.at);
    if (code < 128 && special[code] === 1) mark(scan, code);
    else scan.at++;
  }
  flush(scan, to);
  breakLine(scan);
  return scan.lines;
}

function widest(text: string): number {
  let width = 0;
  let start = 0;
  while (start < text.length) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    width = Math.max(width, end - start - (text.charCodeAt(end - 1) === 13 ? 1 : 0));
    start = end + 1;
  }
  return width;
}

function mark(scan: Scan, code: number): void {
  if (code === 10 || code === 13) lineBreak(scan, false);
  else if (code === 92) backslash(scan);
  else if (code === 42 || code === 95) emphasis(scan, code);
  else if (code === 96) codeSpan(scan);
  else if (code === 38) entity(scan);
  else if (code === 60) angle(scan);
  else if (code === 33) image(scan);
  else if (code === 91 || code === 93) bracket(scan);
  else if (code === 126) strike(scan);
  else liquid(scan);
}

function lineBreak(scan: Scan, hard: boolean): void {
  const { source, at } = scan;
  let next = at;
  if (source.charCodeAt(next) === 13) next++;
  if (source.charCodeAt(next) === 10) next++;
  let start = next;
  while (start < scan.to && (source.charCodeAt(start) === 32 || source.charCodeAt(start) === 9)) start++;
  const twoBlanks = source.charCodeAt(at - 1) === 32 && source.charCodeAt(at - 2) === 32;
  const parts = hard || twoBlanks || (scan.width > 0 && onPurpose(scan, at, start));
  flush(scan, at);
  if (parts) breakLine(scan);
  else scan.builder.decoded(' ', at, Math.min(next, scan.to), styleOf(scan));
  scan.at = start;
  scan.run = start;
}

/**
 * Whether a break inside a paragraph was made on purpose: what follows begins like a line of its own, and either the line before ended a
 * sentence or a label, or its next word would still have fitted, so that no editor wrapped it.
 */
function onPurpose(scan: Scan, end: number, start: number): boolean {
  const { source, width } = scan;
  const next = source.charCodeAt(start);
  const small = (next >= 97 && next <= 122) || next === 40 || next === 44;
  if (start >= scan.to) return false;
  if (small) return row.test(source.slice(start, start + ROW)) && row.test(source.slice(lineStart(scan, end), end));
  let last = end - 1;
  while (last > scan.run && (isBlank(source.charCodeAt(last)) || source.charCodeAt(last) === 42)) last--;
  const closing = source.charCodeAt(last);
  if (closing === 46 || closing === 58 || closing === 63 || closing === 33 || closing === 59) return true;
  if (closing === 44) return false;
  const before = end - lineStart(scan, end);
  let stop = start;
  while (stop < scan.to && !isBlank(source.charCodeAt(stop))) stop++;
  // Nobody wraps at less than 45 characters or more than 100.
  return (
    width < 45 || width > 100 || before + 1 + (stop - start) <= width || bullet.test(source.slice(start, start + 4))
  );
}

/** `location: Berlin`: a label in small letters, one of several that stand below each other. */
const row = /^[a-z]+(?:[ _-][a-z]+)?:[ \t]+\S/;
/** As much of a line as shows whether it is such a row. */
const ROW = 48;

function lineStart({ source, from }: Scan, end: number): number {
  return Math.max(source.lastIndexOf('\n', end - 1) + 1, from);
}

/** Marks that begin an item where an author typed a list by hand. */
export const bullet = /^(?:[•●▪◦‣·○■□✓✔➢➤►⁃∙❖✅👉🔹🔸]|[→–—*+-](?=\s))️?\s*/u;

function backslash(scan: Scan): void {
  const next = scan.source.charCodeAt(scan.at + 1);
  if (scan.at + 1 >= scan.to) {
    // A backslash at the very end was meant as a break.
    drop(scan, scan.at + 1);
  } else if (next === 10 || next === 13) {
    drop(scan, scan.at + 1);
    lineBreak(scan, true);
  } else if (next < 128 && /[!-/:-@[-`{-~]/.test(scan.source[scan.at + 1]!)) {
    drop(scan, scan.at + 1);
    scan.at++;
  } else {
    scan.at++;
  }
}

function emphasis(scan: Scan, code: number): void {
  const { source, at, to } = scan;
  let end = at;
  while (end < to && source.charCodeAt(end) === code) end++;
  const count = end - at;
  const last = at > 0 ? source.charCodeAt(at - 1) : 32;
  const next = end < to ? source.charCodeAt(end) : 32;
  const inWord = isWordCode(last) && isWordCode(next);
  // Blanks to fill (`____`), snake_case and rows of stars stay.
  if (code === 95 ? count > 3 || inWord : count > 3) {
    scan.at = end;
    return;
  }
  // A star set off at a line's start is the bullet of a list that was typed by hand.
  if (
    count === 1 &&
    code === 42 &&
    isBlank(next) &&
    /(?:^|[\n>])[ \t]*$/.test(source.slice(Math.max(0, at - 12), at))
  ) {
    scan.at = end;
    return;
  }
  drop(scan, end);
  let opens = !isBlank(next);
  const closes = !isBlank(last);
  if (!opens && !closes) return;
  // `*Heading *:` – a mark that opens what is open already was meant to close it.
  if (opens && !closes && (count === 1 ? scan.emphasis : scan.strong) && !isWordCode(next)) opens = false;
  if (count !== 2) scan.emphasis = opens && closes ? !scan.emphasis : opens;
  if (count !== 1) scan.strong = opens && closes ? !scan.strong : opens;
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) || code > 191;
}

function codeSpan(scan: Scan): void {
  const { source, at, to } = scan;
  let end = at;
  while (end < to && source.charCodeAt(end) === 96) end++;
  const ticks = source.slice(at, end);
  let close = seek(scan, ticks, end);
  // A longer run of ticks closes nothing.
  while (close >= 0 && source.charCodeAt(close + ticks.length) === 96) {
    let past = close;
    while (past < to && source.charCodeAt(past) === 96) past++;
    close = seek(scan, ticks, past);
  }
  drop(scan, end);
  if (close < 0) return;
  for (let from = end; from < close; ) {
    const stop = source.indexOf('\n', from);
    const to = stop < 0 || stop > close ? close : stop;
    scan.builder.literal(from, to > from && source.charCodeAt(to - 1) === 13 ? to - 1 : to, 'code');
    if (to < close) scan.builder.decoded(' ', to, to + 1, 'code');
    from = to + 1;
  }
  scan.at = close + ticks.length;
  scan.run = scan.at;
}

function entity(scan: Scan): void {
  const found = entityAt(scan.source, scan.at);
  if (found && scan.at + found.length <= scan.to) replace(scan, found.text, scan.at + found.length);
  else scan.at++;
}

/** `![alt](address)` goes with all its words. */
function image(scan: Scan): void {
  const end = scan.source.charCodeAt(scan.at + 1) === 91 ? scan.links.get(scan.at + 1) : undefined;
  if (end === undefined) scan.at++;
  else replace(scan, ' ', end);
}

/** Of a link its words stay; other brackets stay as they are. */
function bracket(scan: Scan): void {
  const end = scan.links.get(scan.at);
  if (end === undefined) scan.at++;
  else drop(scan, scan.source.charCodeAt(scan.at) === 91 ? scan.at + 1 : end);
}

/** Struck text is no longer said. */
function strike(scan: Scan): void {
  const { source, at } = scan;
  if (source.charCodeAt(at + 1) !== 126 || isBlank(source.charCodeAt(at + 2))) {
    scan.at++;
    return;
  }
  const close = seek(scan, '~~', at + 2);
  if (close < 0) scan.at += 2;
  else drop(scan, close + 2);
}
