/** Marks inside a line that Markdown takes from HTML, and the brackets of links. */
import { breakLine, drop, type Scan, seek } from './line.ts';

const blockTag =
  /^(?:p|div|li|ul|ol|tr|td|th|table|h[1-6]|section|article|header|footer|br|hr|dd|dt|dl|summary|details|center)$/;
const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)/y;

/** `<`: a comment, an address, a tag, or just that character. */
export function angle(scan: Scan): void {
  const { source, at, to } = scan;
  if (source.startsWith('<!--', at)) {
    const close = seek(scan, '-->', at + 4);
    const end = close < 0 ? to : close + 3;
    if (close >= 0) scan.inline.comments.push({ start: at, end });
    drop(scan, end);
    return;
  }
  tagName.lastIndex = at;
  const match = tagName.exec(source);
  const close = match ? seek(scan, '>', at) : -1;
  if (!match || close < 0) {
    scan.at++;
    return;
  }
  const after = source.charCodeAt(at + match[0].length);
  // `<https://…>` and `<name@…>` are addresses; `<Company Name>` is a blank to fill and stays.
  if (after === 58 || after === 64 || after === 46) {
    drop(scan, close + 1);
    return;
  }
  const name = match[2]!.toLowerCase();
  if (
    after === 32 &&
    !knownTag.test(name) &&
    source.charCodeAt(close - 1) !== 47 &&
    !source.slice(at, Math.min(close, at + 400)).includes('=')
  ) {
    scan.at++;
    return;
  }
  tag(scan, name, match[1] === '/', close + 1);
}

const knownTag =
  /^(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|nav|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)$/;

function tag(scan: Scan, name: string, closing: boolean, end: number): void {
  drop(scan, end);
  if (!closing && isHidden(scan, name, end)) {
    const close = seek(scan, `</${name}`, end);
    scan.at = close < 0 ? scan.to : close;
    scan.run = scan.at;
    return;
  }
  if (name === 'b' || name === 'strong') scan.tagged = Math.max(0, scan.tagged + (closing ? -1 : 1));
  if (!blockTag.test(name)) return;
  breakLine(scan);
  if (closing) return;
  if (name === 'li') scan.builder.tag = { kind: 'item', level: 0 };
  else if (/^h[1-6]$/.test(name)) scan.builder.tag = { kind: 'heading', level: Number(name[1]) };
  else if (name === 'summary' || name === 'dt') scan.builder.tag = { kind: 'heading', level: 6 };
}

const listed = /^\s*(?:<code>)?\s*[*•-]\s/;

/** Elements whose text is not the posting's own; a preformatted list is. */
function isHidden(scan: Scan, name: string, end: number): boolean {
  if (name === 'pre') return !listed.test(scan.source.slice(end, end + 100));
  return name === 'script' || name === 'style' || name === 'blockquote';
}

/** `{% … %}` and `{# … #}` are a site generator's; `{{ … }}` may be a blank to fill and stays. */
export function liquid(scan: Scan): void {
  const next = scan.source.charCodeAt(scan.at + 1);
  const closer = next === 37 ? '%}' : next === 35 ? '#}' : undefined;
  const close = closer ? seek(scan, closer, scan.at + 2) : -1;
  if (close < 0) {
    scan.at++;
    return;
  }
  const hides = close - scan.at < 30 && /^\{%-?\s*comment\b/.test(scan.source.slice(scan.at, close));
  const end = hides ? seek(scan, 'endcomment', close) : -1;
  const last = end < 0 ? -1 : seek(scan, '%}', end);
  drop(scan, (last < 0 ? close : last) + 2);
}

/** Longest link target that is looked for: keeps a row of openers linear. */
const MAX_TARGET = 2000;

/**
 * Brackets of the links and images between `from` and `to`: both the offset of a link's opening bracket and that of its closing one lead
 * to the end of its target. Linear: one pass with a stack, targets bounded.
 */
export function linkEnds(source: string, from: number, to: number): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  let at = from;
  let scanned = 0;
  while (at < to) {
    const code = source.charCodeAt(at);
    if (code === 92) {
      at += 2;
      continue;
    }
    if (code === 91) open.push(at);
    if (code === 93 && open.length > 0) {
      const opener = open.pop()!;
      const end = scanned < MAX_TARGET * 40 ? targetEnd(source, at + 1, to) : -1;
      if (end >= 0) {
        ends.set(opener, end);
        ends.set(at, end);
        scanned = 0;
        at = end;
        continue;
      }
      if (source.charCodeAt(at + 1) === 40) scanned += MAX_TARGET;
    }
    at++;
  }
  return ends;
}

/** End of `(target)` or `[label]` at `at`, or -1. */
function targetEnd(source: string, at: number, to: number): number {
  const opener = source.charCodeAt(at);
  if (at >= to || (opener !== 40 && opener !== 91)) return -1;
  const limit = Math.min(to, at + (opener === 40 ? MAX_TARGET : 60));
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = source.charCodeAt(i);
    if (code === 92) i++;
    else if (opener === 91 && (code === 32 || code === 10)) return -1;
    else if (code === 10 && source.charCodeAt(i + 1) === 10) return -1;
    else if (code === opener) depth++;
    else if (code === (opener === 40 ? 41 : 93) && --depth === 0) return i + 1;
  }
  return -1;
}

/** Named character references that postings hold; others stay as written. */
const named: Readonly<Record<string, string>> = {
  __proto__: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  minus: '−',
  times: '×',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  rarr: '→',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  check: '✓',
  sol: '/',
  colon: ':',
  comma: ',',
  num: '#',
  dollar: '$',
  percnt: '%',
  plus: '+',
  lpar: '(',
  rpar: ')',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  aring: 'å',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  ouml: 'ö',
  oslash: 'ø',
  szlig: 'ß',
  uacute: 'ú',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
};

const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]{2,10}));/y;

/** The character reference at `at` (where `&` stands): its text and length in the source, or undefined. */
export function entityAt(source: string, at: number): { text: string; length: number } | undefined {
  reference.lastIndex = at;
  const match = reference.exec(source);
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  if (name !== undefined) {
    const text = Object.hasOwn(named, name) ? named[name] : undefined;
    return text ? { text, length: whole.length } : undefined;
  }
  const point = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal!, 10);
  const valid = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return { text: valid ? String.fromCodePoint(point) : '\ufffd', length: whole.length };
}
