/** Headers without fences: lines of keys, and JSON. */
import type { Edit, Span } from '../types/place.ts';
import type { Header, KnownKeys } from './header.ts';
import { foldKey, lineAt, whole } from './header-lines.ts';

/** Longest JSON header, in characters. */
const MAX_JSON = 64 * 1024;

/** `{ "lane": … }` at the start, as Hugo reads it. */
export function json(text: string, lead: Span): Header | undefined {
  if (text[lead.end] !== '{' || !/^\{\s*"[^"\n]*"\s*:/.test(text.slice(lead.end, lead.end + 400))) return undefined;
  const most = text.slice(lead.end, lead.end + MAX_JSON);
  // What follows on a heading is the body, whatever its braces close.
  const heading = /\n#{1,6}\s/.exec(most);
  const { end, open } = braces(heading ? most.slice(0, heading.index) : most);
  if (end === undefined) return unclosed(text, lead, open);
  return {
    notation: 'json',
    span: { start: lead.start, end: lineAt(text, lead.end + end - 1).next },
    inner: { start: lead.end, end: lead.end + end },
  };
}

/** Where the brace closes that a text begins with; else how many stand open at its first blank line or its end. */
function braces(text: string): { readonly end?: number; readonly open: number } {
  let depth = 0;
  let quoted = false;
  let open: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && text.charCodeAt(at + 1) === 10) open ??= depth;
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34 || code === 10) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return { end: at + 1, open: 0 };
  }
  return { open: open ?? depth };
}

/** The lines up to the first blank one or heading are taken for the header, so that the body is still read. */
function unclosed(text: string, lead: Span, open: number): Header {
  let line = lineAt(text, lead.end);
  while (line.start < text.length && line.text !== '' && !/^#{1,6}\s/.test(line.text)) line = lineAt(text, line.next);
  const detail = 'the JSON frontmatter has no end; close it with `}` on a line of its own';
  const fault = whole('unclosed', { start: lead.end, end: lead.end + 1 }, detail);
  const span = { start: lead.start, end: line.start };
  const edit: Edit = {
    span: { start: span.end, end: span.end },
    text: `${text[span.end - 1] === '\n' ? '' : '\n'}}\n`,
  };
  return {
    notation: 'json',
    span,
    inner: { start: lead.end, end: span.end },
    fault: open === 1 ? { ...fault, edit } : fault,
    closed: true,
  };
}

/** Lines `key: value` at the top, which lost their fences. */
export function unfenced(text: string, lead: Span, keys: KnownKeys): Header | undefined {
  let declares: Span | undefined;
  let known = 0;
  let count = 0;
  let plain = true;
  let line = lineAt(text, lead.end);
  while (count < 60 && line.start < text.length) {
    const key = /^([A-Za-z][\w -]{0,30}):(?:\s|$)/.exec(line.text)?.[1];
    const goesOn = count > 0 && /^(?:\s+\S|- )/.test(line.text);
    if (key === undefined && !goesOn) break;
    if (key !== undefined) {
      const folded = foldKey(key);
      if (keys.declaring.has(folded)) declares ??= { start: line.start, end: line.start + key.length };
      if (keys.all.has(folded)) known++;
      if (!/^[a-z][\w-]*$/.test(key)) plain = false;
      count++;
    }
    if (line.next === line.start) break;
    line = lineAt(text, line.next);
  }
  const fence = /^---[ \t]*$/.test(line.text) && line.start < text.length;
  const ends = line.start >= text.length || line.text === '' || line.text.startsWith('#') || fence;
  const isHeader = count > 1 && (declares !== undefined || (ends && plain && known > 1 && count > 2));
  if (!isHeader || (lead.end > lead.start && !declares)) return undefined;
  const begin = lead.end;
  const end = line.start;
  const at = declares ?? {
    start: begin,
    end: begin + (/^[\w -]*/.exec(text.slice(begin, begin + 32))?.[0].length ?? 1),
  };
  const detail = fence
    ? 'the frontmatter has no opening fence; put a line of exactly `---` above these lines'
    : 'these lines are frontmatter without its fences; put a line of exactly `---` above and below them';
  const header = text.slice(begin, end);
  const close = fence ? '' : `${header.endsWith('\n') ? '' : '\n'}---\n`;
  const edit: Edit = { span: { start: begin, end }, text: `---\n${header}${close}` };
  const fault = { ...whole('unsupported-opener', at, detail), edit };
  return {
    notation: 'yaml',
    span: { start: lead.start, end: fence ? line.next : end },
    inner: { start: begin, end },
    fault,
  };
}
