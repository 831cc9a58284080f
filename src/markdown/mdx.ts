import type { Span } from '../types/place.ts';

/** A body of MDX as its readers see it: what is code stands as blanks, so that all offsets stay. */
export interface Shown {
  readonly text: string;
  /** Comments `{/* … *\/}` with their braces. */
  readonly comments: readonly Span[];
}

/** Imports and exports as JavaScript writes them; “Import data from …” begins prose. */
const MODULE =
  /^(?:import\s*(?:["'{]|\*\s*as\s|[\w$]+(?:\s*,\s*\{[^}]*\})?\s+from\s)|export\s+(?:const|let|var|default|function|async|class)\b|export\s*[{*])/;
/** The one of them that no prose looks like. */
const IMPORT = /^import[ \t]+[^\n;]*["'][^"'\n]+["']\s*;?[ \t]*(?:\n|$)/;
/** A component's tag; tags of HTML are read as in Markdown. */
const COMPONENT = /^<\/?(?:[A-Z][\w$]*(?:\.[\w$]+)*|[a-z][\w$]*(?:\.[\w$]+)+)(?=[\s/>])|^<\/?>/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Stands where code begins a line and words follow: a blank there would indent them. */
const FILLER = '\u200b';
/** Longest tag or import that is taken for one. */
const FAR = 20_000;

interface Scan {
  readonly text: string;
  /** End of each `{ … }` by its place. */
  readonly braces: ReadonlyMap<number, number>;
  readonly comments: Span[];
  readonly hide: (start: number, end: number) => void;
  /** An export was never closed: further ones are not followed over blank lines, lest each is read to the end. */
  open: boolean;
}

/** Whether a file is MDX: by its ending, or because its body begins with an import, as Docusaurus takes `.md` for MDX. */
export function isMdx(path: string, text: string, from: number): boolean {
  if (/\.mdx$/i.test(path)) return true;
  const start = skipBlank(text, from);
  return text.startsWith('import', start) && IMPORT.test(text.slice(start, start + 500));
}

const COMMENT = /^\{\s*(?:\/\*[\s\S]*\*\/\s*|\/\/[^\n]*(?:\n\s*)?)\}$/;

/** Puts blanks in place of imports, exports, expressions, comments and tags of components. Linear; same length. */
export function showMdx(text: string, from: number): Shown {
  const out: string[] = [];
  const comments: Span[] = [];
  const scan: Scan = {
    text,
    braces: bracesIn(text, from),
    comments,
    hide: (start, end) => hide(start, end),
    open: false,
  };
  let kept = from;
  const hide = (start: number, end: number) => {
    out.push(text.slice(kept, start), blanks(text, start, end));
    kept = end;
  };
  let afterBlank = true;
  let at = from;
  while (at < text.length) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop < 0 ? text.length : stop + 1;
    const line = text.slice(at, Math.min(lineEnd, at + 200));
    const fence = FENCE.exec(line);
    if (fence) {
      at = fenceEnd(text, lineEnd, fence[1]!);
      afterBlank = false;
      continue;
    }
    if (afterBlank && MODULE.test(line)) {
      const end = moduleEnd(scan, at);
      hide(at, end);
      at = end;
      continue;
    }
    afterBlank = line.trim() === '';
    at = hideInLine(scan, at, lineEnd);
  }
  out.push(text.slice(kept));
  return { text: text.slice(0, from) + out.join(''), comments };
}

/** Hides code that begins on a line; gives where reading goes on. */
function hideInLine({ text, braces, comments, hide }: Scan, start: number, lineEnd: number): number {
  let at = start;
  let ticks = '';
  while (at < lineEnd) {
    const code = text.charCodeAt(at);
    if (code === 92) {
      at += 2;
      continue;
    }
    if (code === 96) {
      let end = at;
      while (text.charCodeAt(end) === 96) end++;
      const run = text.slice(at, end);
      if (ticks === '') ticks = text.slice(end, lineEnd).includes(run) ? run : '';
      else if (ticks === run) ticks = '';
      at = end;
      continue;
    }
    if (ticks === '' && code === 123) {
      const end = braces.get(at) ?? 0;
      if (end > 0) {
        if (COMMENT.test(text.slice(at, end))) comments.push({ start: at, end });
        const said = literal(text, at, end);
        if (said) {
          hide(at, said.start);
          hide(said.end, end);
        } else hide(at, end);
        if (end > lineEnd) return end;
        at = end;
        continue;
      }
    }
    if (ticks === '' && code === 60) {
      if (text.startsWith('<!--', at)) {
        const end = text.indexOf('-->', at);
        if (end > lineEnd) return end;
        at = end < 0 ? at + 4 : end;
        continue;
      }
      const end = COMPONENT.test(text.slice(at, at + 80)) ? tagEnd(text, at, braces) : 0;
      if (end > 0) {
        hide(at, end);
        if (end > lineEnd) return end;
        at = end;
        continue;
      }
    }
    at++;
  }
  return Math.max(at, lineEnd);
}

/** `{'text'}` is shown as its text: where that stands. */
function literal(text: string, start: number, end: number): Span | undefined {
  const inner = text.slice(start + 1, end - 1);
  const words = inner.trim();
  const quote = words[0];
  if (
    words.length < 3 ||
    (quote !== '"' && quote !== "'" && quote !== '`') ||
    words.indexOf(quote, 1) !== words.length - 1
  )
    return undefined;
  if (words.includes('${') || words.includes('\\')) return undefined;
  const from = start + 1 + inner.indexOf(quote) + 1;
  return { start: from, end: from + words.length - 2 };
}

/** Blanks of the same length; line breaks stay. Where words follow on the last line, they are no indent. */
function blanks(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const follows = text.slice(end, stop < 0 ? text.length : stop).trim() !== '';
  const leads = text.slice(lineStart, start).trim() === '' || text.slice(start, end).includes('\n');
  const hidden = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  if (!follows || !leads) return hidden;
  const last = hidden.lastIndexOf('\n') + 1;
  return hidden.slice(0, last) + FILLER.repeat(hidden.length - last);
}

/** Where each `{` is closed, by its place: strings, templates and comments inside are passed over. */
function bracesIn(text: string, from: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = text.indexOf('{', from); at >= 0 && at < text.length; at++) {
    const code = text[at];
    if (code === '{') open.push(at);
    else if (code === '}') {
      const start = open.pop();
      if (start !== undefined) ends.set(start, at + 1);
    } else if (open.length > 0) at = passed(text, at, text.length);
  }
  return ends;
}

/** Where a string, template or comment that begins at `at` ends; `at` where none begins. */
function passed(text: string, at: number, most: number): number {
  const code = text[at]!;
  if (code === '/' && text[at + 1] === '*') {
    const end = text.indexOf('*/', at + 2);
    return end < 0 || end > most ? most : end + 1;
  }
  if (code !== '"' && code !== "'" && code !== '`') return at;
  for (let end = at + 1; end < most; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === code) return end;
    // An apostrophe of prose opens no string.
    else if (text[end] === '\n' && code !== '`') return at;
  }
  return at;
}

/** End of a tag with its attributes; 0 where nothing closes it. */
function tagEnd(text: string, open: number, braces: Scan['braces']): number {
  const most = Math.min(text.length, open + FAR);
  for (let at = open + 1; at < most; at++) {
    const code = text[at];
    if (code === '>') return at + 1;
    if (code === '{') {
      const end = braces.get(at);
      if (end === undefined) return 0;
      at = end - 1;
    } else if (code === '<') return 0;
    else at = passed(text, at, most);
  }
  return 0;
}

/** End of imports and exports: the blank line behind them, outside of what they opened. */
function moduleEnd(scan: Scan, start: number): number {
  const { text } = scan;
  let depth = 0;
  let blank = 0;
  const most = Math.min(text.length, start + FAR);
  for (let at = start; at < most; at++) {
    const code = text[at]!;
    if (code === '{' || code === '(' || code === '[') depth++;
    else if (code === '}' || code === ')' || code === ']') depth--;
    else if (code === '\n') {
      const next = skipBlank(text, at + 1);
      if (text.slice(at + 1, next).includes('\n') || next >= text.length) {
        blank ||= at + 1;
        if (depth <= 0 || scan.open) return at + 1;
      }
    } else at = passed(text, at, most);
  }
  scan.open = true;
  // What is never closed would hide the rest of the posting: it ends at the first blank line.
  return blank || (most === text.length ? most : start + 1);
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

function fenceEnd(text: string, from: number, fence: string): number {
  let at = from;
  while (at < text.length) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop + 1;
    const line = text.slice(at, Math.min(end, at + 200)).trim();
    if (line.startsWith(fence) && line.replaceAll(fence[0]!, '') === '') return end;
    at = end;
  }
  return at;
}
