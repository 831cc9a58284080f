import type { Span } from '../types/place.ts';
import type { Token } from '../types/text.ts';
import type { PhraseSet } from '../types/words.ts';
import { classOf, WORD } from '../words/characters.ts';
import type { SourceMap } from '../words/tokens.ts';

/** Words of a line or of one of its sentences. */
export interface Words {
  readonly tokens: readonly Token[];
  /** The lists of openings that they fit; found when first asked for. */
  opens?: readonly PhraseSet[];
}

/** Half-open range of a line's plain text that is one sentence, and its words. */
export interface Sentence extends Words {
  readonly from: number;
  readonly to: number;
}

/** A line's words and sentences. */
export interface Cut extends Words {
  readonly sentences: readonly Sentence[];
}

/** One line of a block as people read it: markup dropped, entities decoded, inner line breaks as blanks. */
export interface Line {
  readonly plain: string;
  readonly source: SourceMap;
  /** From the first to the last character in the original text, outer marks left out. */
  readonly span: Span;
  /** All its words are bold or emphasised. */
  readonly strong: boolean;
  /** Length in `plain` of the bold words that it begins with; 0 where it begins plain. */
  readonly lead: number;
  /** All its words stand in code spans. */
  readonly code: boolean;
  /** An HTML tag made it a heading or an item. */
  readonly tag?: { readonly kind: 'heading' | 'item'; readonly level: number };
  /** Its words, once it is cut into them; see statements.ts. */
  cut?: Cut;
}

/** Builds one line piece by piece; {@link LineBuilder.finish} yields it, or undefined where it holds no text. */
export interface LineBuilder {
  /** Adds source text as it stands. */
  literal(from: number, to: number, style: Style): void;
  /** Adds `text` in place of the source from `from` to `to`. */
  decoded(text: string, from: number, to: number, style: Style): void;
  finish(): Line | undefined;
  tag?: Line['tag'];
}

export type Style = 'plain' | 'strong' | 'code';

/** Whether a text holds more than marks: a word, a number, an amount's sign, an emoji. */
function holdsText(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 36 || classOf(text, index) === WORD || (code > 0xa1 && code < 0xa6) || code > 0x20a0) return true;
  }
  return false;
}

/** A builder for one line of `source`. */
export function lineBuilder(source: string): LineBuilder {
  let plain = '';
  // Triples: index in `plain`, offset in the source, length in the source of a piece that stands for other text (0 = as it stands).
  const cuts: number[] = [];
  let lead = 0;
  let seen = 0;
  const add = (text: string, from: number, replaced: number, style: Style): void => {
    const last = cuts.length - 3;
    const follows =
      last >= 0 && replaced === 0 && cuts[last + 2] === 0 && cuts[last + 1]! + plain.length - cuts[last]! === from;
    if (!follows) cuts.push(plain.length, from, replaced);
    plain += text;
    if (style === 'plain' ? (seen & 1) === 0 : true) {
      if (holdsText(text)) seen |= style === 'plain' ? 1 : style === 'strong' ? 2 : 4;
    }
    // A blank is no word: which blanks stand at a line's end depends on how lines end.
    if (style === 'strong' && (seen & 5) === 0 && text !== ' ') lead = plain.length;
  };
  const builder: LineBuilder = {
    literal: (from, to, style) => {
      if (to > from) add(source.slice(from, to), from, 0, style);
    },
    decoded: (text, from, to, style) => add(text, from, to - from, style),
    finish: () => {
      let start = 0;
      let end = plain.length;
      while (start < end && isBlank(plain.charCodeAt(start))) start++;
      while (end > start && isBlank(plain.charCodeAt(end - 1))) end--;
      if (start === end) return undefined;
      const map = mapOf(cuts, start);
      const text = start === 0 && end === plain.length ? plain : plain.slice(start, end);
      return {
        plain: text,
        source: map,
        span: { start: map.start(0), end: map.end(text.length - 1) },
        strong: seen === 2 || seen === 6,
        lead: Math.max(0, Math.min(lead, end) - start),
        code: seen === 4,
        ...(builder.tag ? { tag: builder.tag } : {}),
      };
    },
  };
  return builder;
}

export function isBlank(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x3000
  );
}

function mapOf(cuts: readonly number[], shift: number): SourceMap {
  if (cuts.length === 3 && cuts[2] === 0) {
    const distance = cuts[1]! + shift;
    return { start: (index) => index + distance, end: (index) => index + distance + 1 };
  }
  return {
    start: (index) => {
      const at = find(cuts, index + shift);
      return cuts[at + 2] === 0 ? cuts[at + 1]! + index + shift - cuts[at]! : cuts[at + 1]!;
    },
    end: (index) => {
      const at = find(cuts, index + shift);
      return cuts[at + 1]! + (cuts[at + 2] === 0 ? index + shift - cuts[at]! + 1 : cuts[at + 2]!);
    },
  };
}

/** Position in `cuts` of the last piece that begins at or before `index`. */
function find(cuts: readonly number[], index: number): number {
  let low = 0;
  let high = cuts.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cuts[middle * 3]! <= index) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}

/** The part of a line from `from` to `to` of its plain text, blanks at its ends left out; undefined where nothing remains. */
export function partOf(line: Line, from: number, to: number): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && isBlank(line.plain.charCodeAt(start))) start++;
  while (end > start && isBlank(line.plain.charCodeAt(end - 1))) end--;
  if (start >= end) return undefined;
  const { source } = line;
  return {
    plain: line.plain.slice(start, end),
    source:
      start === 0
        ? source
        : { start: (index) => source.start(index + start), end: (index) => source.end(index + start) },
    span: { start: source.start(start), end: source.end(end - 1) },
    strong: line.strong || end <= line.lead,
    lead: Math.max(0, Math.min(line.lead, end) - start),
    code: line.code,
    ...(line.tag ? { tag: line.tag } : {}),
  };
}

/** How the inline text of a block is read. */
export interface Inline {
  /** Line breaks that an author made on purpose part the text, though Markdown would join them. */
  readonly breaks: boolean;
  /** Receives the places of HTML comments. */
  readonly comments: Span[];
}

/** State of one pass over the inline text of a block. */
export interface Scan {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly inline: Inline;
  readonly lines: Line[];
  builder: LineBuilder;
  strong: boolean;
  emphasis: boolean;
  tagged: number;
  /** Offset where the text that stands as it is begins. */
  run: number;
  at: number;
  /** Closing marks known not to come again before `to`: keeps a row of openers linear. */
  readonly absent: Set<string>;
  /** Opening bracket of a link → end of its target, closing bracket → the same. */
  readonly links: ReadonlyMap<number, number>;
  /** Longest source line, or 0 where breaks do not part. */
  readonly width: number;
}

/** Style of the text at the current place. */
export function styleOf(scan: Scan): Style {
  return scan.strong || scan.emphasis || scan.tagged > 0 ? 'strong' : 'plain';
}

/** Adds the text that stands as it is up to `end`. */
export function flush(scan: Scan, end: number): void {
  scan.builder.literal(scan.run, end, styleOf(scan));
  scan.run = end;
}

/** Drops the source from the current place to `end`. */
export function drop(scan: Scan, end: number): void {
  flush(scan, scan.at);
  scan.at = end;
  scan.run = end;
}

/** Puts `text` in place of the source from the current place to `end`. */
export function replace(scan: Scan, text: string, end: number): void {
  flush(scan, scan.at);
  scan.builder.decoded(text, scan.at, end, styleOf(scan));
  scan.at = end;
  scan.run = end;
}

/** Ends the line at hand and begins the next. */
export function breakLine(scan: Scan): void {
  const line = scan.builder.finish();
  if (line) scan.lines.push(line);
  scan.builder = lineBuilder(scan.source);
}

/** Offset of `closer` at or after `from`, within the block; -1 where there is none. */
export function seek(scan: Scan, closer: string, from: number): number {
  if (scan.absent.has(closer)) return -1;
  const at = scan.source.indexOf(closer, from);
  if (at >= 0 && at + closer.length <= scan.to) return at;
  scan.absent.add(closer);
  return -1;
}
