/** Headers without fences: lines of keys, and JSON. */
import type { Edit, Span } from '../types/place.ts';
import type { Header, KnownKeys } from './header.ts';
import { foldKey, lineAt, whole } from './header-lines.ts';

/** Longest JSON header, in characters. */
const MAX_JSON = 64 * 1024;

/** `{ "lane": … }` at the start, as Hugo reads it. */
export function json(text: string, lead: Span): Header | undefined {
  if (text[lead.end] !== '{' || !/^\{\s*"[^"\n]*"\s*:/.test(text.slice(lead.end, lead.end + 400))) return undefined;
  let depth = 0;
  let quoted = false;
  for (let at = lead.end; at < text.length && at - lead.end < MAX_JSON; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at++;
      else if (code === 34 || code === 10) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) {
      const end = lineAt(text, at).next;
      return {
        notation: 'json',
        span: { start: lead.start, end },
        inner: { start: lead.end, end: at + 1 },
      };
    }
  }
  const detail = 'the JSON frontmatter has no end; close it with `}` on a line of its own';
  const fault = whole('unclosed', { start: lead.end, end: lead.end + 1 }, detail);
  return { notation: 'json', span: lead, inner: { start: lead.end, end: lead.end }, fault, closed: true };
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
