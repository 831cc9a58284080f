import { calm, withNarrowMarks, withoutReturns } from '../text-input.ts';
import type { Span } from '../types/place.ts';
import { blocksOf } from './blocks.ts';
import { bullet, readLines } from './inline.ts';
import { isBlank, type Line, partOf } from './line.ts';
import { isMdx, showMdx } from './mdx.ts';
import type { Block } from './plain-blocks.ts';

/** One line of text of the body with what Markdown makes of it. */
export interface Piece {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'cell';
  readonly line: Line;
  /** 1–6 for headings, else 0. */
  readonly level: number;
  /** Nesting of list items, 0 for a top-level item or none. */
  readonly depth: number;
  /** Whole lines that hold it; for the first piece of an item all of the item. */
  readonly lines: Span;
  /** Its paragraph, item or cell by number: pieces of one share it. */
  readonly block: number;
  /** Its list by number; 0 outside lists. */
  readonly list: number;
  /** The text ends with a star behind a blank: `* Requirements *`, meant as bold. */
  readonly edged: boolean;
}

export interface Body {
  readonly pieces: readonly Piece[];
  readonly comments: readonly Span[];
  /** The file's text with blanks for its code; only of MDX. */
  readonly shown?: string;
}

const heading = { kind: 'heading', depth: 0, list: 0, edged: false } as const;

/** Longest line that may be a heading behind a list. */
const LONGEST_HEADING = 80;

/**
 * Reads the Markdown body of a file's `text` from `from`; of MDX what its readers see. Offsets are those of `text`.
 * Linear; never throws.
 */
export function readBody(path: string, text: string, from: number, heads: (line: string) => boolean): Body {
  const pieces: Piece[] = [];
  const mdx = isMdx(path, text, from) ? showMdx(text, from) : undefined;
  const comments: Span[] = [...(mdx?.comments ?? [])];
  const source = calm(mdx?.text ?? text, from);
  const body = from === 0 ? source : source.slice(from);
  // The parser takes a carriage return for text, and a blank in its place for one more blank.
  const returns = body.includes('\r') ? withoutReturns(body) : undefined;
  const blocks = blocksOf(withNarrowMarks(returns?.text ?? body));
  const placeOf = (at: number): number => from + (returns ? returns.places[at]! : at);
  const items: { span: Span; depth: number; taken: boolean }[] = [];
  const lists: number[] = [];
  let block = 0;
  let list = 0;
  let quoted = 0;

  const add = (kind: Piece['kind'], level: number, from: number, end: number, free = false): void => {
    const start = pastRule(text, from, end);
    block++;
    const item = free || kind === 'heading' ? undefined : items.at(-1);
    const lines = readLines(source, start, end, { breaks: kind === 'paragraph' && !item, comments });
    for (let line of lines) {
      let kindOf = kind;
      let depth = item?.depth ?? 0;
      let whole = wholeLines(text, line.span);
      if (item && kind === 'paragraph' && !item.taken) {
        kindOf = 'item';
        whole = wholeLines(text, item.span);
        const unticked = /^\[[ xX]\]\s+/.exec(line.plain);
        line = (unticked && partOf(line, unticked[0].length, line.plain.length)) ?? line;
        item.taken = true;
      }
      const byHand = kindOf === 'paragraph' ? bullet.exec(line.plain) : null;
      if (byHand || line.tag?.kind === 'item') {
        const rest = byHand ? partOf(line, byHand[0].length, line.plain.length) : line;
        if (!rest) continue;
        line = rest;
        kindOf = 'item';
        depth = 0;
      }
      if (line.tag?.kind === 'heading') {
        pieces.push({ ...heading, line, level: line.tag.level, lines: whole, block: ++block });
        continue;
      }
      const edged = item !== undefined && /\s\*+\s*$/.test(text.slice(Math.max(start, end - 4), end));
      pieces.push({
        kind: kindOf,
        line,
        level: kindOf === 'heading' ? level : 0,
        depth,
        lines: whole,
        block,
        list: lists.at(-1) ?? 0,
        edged,
      });
    }
  };

  const open: Block[] = [];
  blocks.forEach((block, at) => {
    while (open.length > 0 && open.at(-1)!.end <= at) leave(open.pop()!);
    open.push(block);
    enter(block);
  });
  return { pieces, comments, ...(mdx ? { shown: mdx.text } : {}) };

  function enter(block: Block): void {
    const start = placeOf(block.from);
    const end = placeOf(block.to);
    switch (block.name) {
      case 'BulletList':
      case 'OrderedList':
        lists.push(++list);
        break;
      case 'ListItem':
        items.push({ span: { start, end }, depth: lists.length - 1, taken: false });
        break;
      case 'Blockquote':
        quoted++;
        break;
      case 'CommentBlock':
        comments.push({ start, end });
        break;
      case 'CodeBlock':
        // A list that was indented too far is a list all the same, and a page's indented tags are no code; MDX has none by indent.
        if (quoted === 0 && (mdx || isList(text, start, end) || isMarkup(text, start))) add('paragraph', 0, start, end);
        break;
      case 'Paragraph':
        if (quoted === 0) addParagraph(start, end);
        break;
      case 'HTMLBlock':
        if (quoted === 0) add('paragraph', 0, start, end);
        break;
      case 'TableCell':
        if (quoted === 0) add('cell', 0, start, end);
        break;
      default: {
        const level = headingLevel(block.name);
        if (level > 0 && quoted === 0) addHeading(block.name, level, start, end);
      }
    }
  }

  function leave({ name }: Block): void {
    if (name === 'BulletList' || name === 'OrderedList') lists.pop();
    else if (name === 'ListItem') items.pop();
    else if (name === 'Blockquote') quoted--;
  }

  /** A heading right behind a list, without a blank line and not indented, goes on with the last item to Markdown only. */
  function addParagraph(start: number, end: number): void {
    let from = start;
    for (
      let at = text.indexOf('\n', start) + 1;
      at > 0 && at < end && items.length > 0;
      at = text.indexOf('\n', at) + 1
    ) {
      const stop = text.indexOf('\n', at);
      const close = stop < 0 || stop > end ? end : stop;
      if (close - at > LONGEST_HEADING || isBlank(text.charCodeAt(at)) || !heads(text.slice(at, close))) continue;
      add('paragraph', 0, from, at - 1, from > start);
      add('paragraph', 0, at, close, true);
      from = close + 1;
    }
    if (from < end) add('paragraph', 0, from, end, from > start);
  }

  function addHeading(name: string, level: number, start: number, end: number): void {
    const words = name.startsWith('A') ? atxWords(text, start, end) : { start, end: underline(text, start, end) };
    // A heading inside a list item is an item that someone wanted large.
    if (words.start < words.end) add(items.length > 0 ? 'paragraph' : 'heading', level, words.start, words.end);
  }
}

function headingLevel(name: string): number {
  if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) return name.charCodeAt(name.length - 1) - 48;
  return 0;
}

/** Whether each line begins with a mark of a list. */
function isList(text: string, start: number, end: number): boolean {
  return text
    .slice(start, end)
    .split('\n')
    .every((line) => line.trim() === '' || bullet.test(line.trimStart()));
}

/** Whether a text begins with an HTML tag. */
function isMarkup(text: string, start: number): boolean {
  return /^\s*<\/?(?:p|div|ul|ol|li|h[1-6]|section|article|b|strong|em|span|br|table|tr|td)[\s/>]/i.test(
    text.slice(start, start + 60),
  );
}

const rule = /(?:={3,}[ \t]*\r?\n[ \t]*)+/y;

/** Where the words begin behind lines of `====` that were drawn above them. */
function pastRule(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== 61) return start;
  rule.lastIndex = start;
  const past = start + (rule.exec(text)?.[0].length ?? 0);
  return past < end ? past : start;
}

/** Words of `## Heading ##` without its marks. */
function atxWords(text: string, start: number, end: number): Span {
  let from = start;
  while (from < end && text.charCodeAt(from) === 35) from++;
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  let closed = to;
  while (closed > from && text.charCodeAt(closed - 1) === 35) closed--;
  if (isBlank(text.charCodeAt(closed - 1))) to = closed;
  return { start: from, end: to };
}

/** End of a setext heading's words: where its underline begins. */
function underline(text: string, start: number, end: number): number {
  const last = text.lastIndexOf('\n', end - 1);
  return last > start ? last : end;
}

/** The lines that a span touches, with their final line break. */
export function wholeLines(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const stop = text.indexOf('\n', Math.max(span.start, span.end - 1));
  return { start: span.start === 0 ? 0 : start, end: stop < 0 ? text.length : stop + 1 };
}
