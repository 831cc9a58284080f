/** Finds the header of a posting: its fences, its notation, and what is wrong with how it begins or ends. */
import type { Edit, Span } from '../types/place.ts';
import type { FieldFault } from '../types/posting.ts';
import { json, unfenced } from './bare-header.ts';
import type { Header, KnownKeys, NotationName } from './header.ts';
import { foldKey, isEntry, lineAt, type TextLine, whole } from './header-lines.ts';

/** What may stand above a fence that does not begin the file, in characters. */
const MAX_LEAD = 4096;

/** Largest header that is searched for its end where no fence closes it. */
const MAX_OPEN = 64 * 1024;

/** The header of a text; undefined where it has none. Never a guess: what is not written as it should be has a fault. */
export function findHeader(text: string, keys: KnownKeys): Header | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const at = behindLead(text, start);
  const lead = { start, end: at };
  const first = lineAt(text, at);
  const braced = json(text, lead);
  if (braced) return braced;
  const opener = openerOf(first.text);
  if (!opener) return unfenced(text, lead, keys) ?? headerBelow(text, lead, keys);
  const below = lineAt(text, first.next);
  if (at > start && !isEntry(below.text)) return undefined;
  if (!opener.exact) return loose(text, lead, opener, keys);
  const closer = findCloser(text, first.next, opener);
  if (!closer) return unclosed(text, lead, opener);
  return fenced(text, lead, opener, closer);
}

/** Behind blanks and comments, where a fence or a key stands there; else the start. */
function behindLead(text: string, start: number): number {
  let at = start;
  while (at - start < MAX_LEAD) {
    const blank = /\s*/y;
    blank.lastIndex = at;
    at += blank.exec(text)![0].length;
    const pair = COMMENTS.find(([opens]) => text.startsWith(opens, at));
    if (!pair) break;
    const close = text.indexOf(pair[1], at + pair[0].length);
    if (close < 0 || close - start > MAX_LEAD) return start;
    at = close + pair[1].length;
  }
  return /^[-+{`–—]|^[A-Za-z]/.test(text.slice(at, at + 1)) ? at : start;
}

const COMMENTS = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
  ['{#', '#}'],
  ['{{/*', '*/}}'],
] as const;

interface Opener {
  readonly mark: string;
  readonly notation: NotationName | undefined;
  /** Line that closes it. */
  readonly closer: RegExp;
  /** Written as it should be. */
  readonly exact: boolean;
  /** A run of signs, as a rule in the text is. */
  readonly rule: boolean;
}

const LANGUAGES: Readonly<Record<string, NotationName>> = { yaml: 'yaml', yml: 'yaml', toml: 'toml', json: 'json' };

function openerOf(line: string): Opener | undefined {
  if (line === '---') return { mark: line, notation: 'yaml', closer: /^---[ \t]*$/, exact: true, rule: false };
  if (line === '+++') return { mark: line, notation: 'toml', closer: /^\+\+\+[ \t]*$/, exact: true, rule: false };
  if (line.startsWith('---')) {
    const named = /^---[ \t]*(\w+)$/.exec(line)?.[1]?.toLowerCase();
    const notation = named !== undefined && Object.hasOwn(LANGUAGES, named) ? LANGUAGES[named] : undefined;
    const rule = /^-{4,}$/.test(line);
    const closer = rule ? /^-{3,}[ \t]*$/ : /^---[ \t]*$/;
    return { mark: line, notation: rule ? 'yaml' : notation, closer, exact: notation !== undefined, rule };
  }
  if (/^[–—][–—-]{0,2}$/.test(line))
    return { mark: line, notation: 'yaml', closer: /^[–—-]{1,3}[ \t]*$/, exact: false, rule: true };
  const block = /^```[ \t]*(\w+)$/.exec(line)?.[1]?.toLowerCase();
  if (block === undefined || !Object.hasOwn(LANGUAGES, block)) return undefined;
  return { mark: line, notation: LANGUAGES[block], closer: /^```[ \t]*$/, exact: false, rule: true };
}

interface Closer extends TextLine {
  /** An earlier line that begins like a closing fence but is none. */
  readonly early?: TextLine;
}

function findCloser(text: string, from: number, { closer, notation }: Opener): Closer | undefined {
  let early: TextLine | undefined;
  let dots: TextLine | undefined;
  for (let start = from; start < text.length; ) {
    const code = text.charCodeAt(start);
    const line =
      code === 45 || code === 43 || code === 46 || code === 96 || code > 8000 ? lineAt(text, start) : undefined;
    if (line && closer.test(line.text)) return { ...line, ...(early ? { early } : {}) };
    if (line?.text.startsWith('---')) early ??= line;
    if (notation === 'yaml' && line?.text === '...') dots ??= line;
    if (line) start = line.end + 1;
    else {
      const stop = text.indexOf('\n', start);
      start = stop < 0 ? text.length : stop + 1;
    }
  }
  return dots;
}

function fenced(text: string, lead: Span, opener: Opener, closer: Closer): Header {
  const { early } = closer;
  const inner = {
    start: lead.end + opener.mark.length,
    end: Math.max(closer.start - 1, lead.end + opener.mark.length),
  };
  const span = { start: lead.start, end: closer.next };
  const { notation = 'yaml' } = opener;
  if (!early) return { notation, span, inner, ...late(text, lead, span) };
  const detail =
    'this line begins with `---` but is no closing fence; write `---` alone on the line that ends the frontmatter';
  const fault = whole('ambiguous-close', { start: early.start, end: early.start + early.text.length }, detail);
  const goesOn = text.slice(early.next, closer.start).split('\n').every(isHeaderLine);
  if (goesOn) return { notation, span, inner, odd: { start: early.start, end: early.end }, fault };
  const end = Math.max(early.start - 1, inner.start);
  return { notation, span: { start: lead.start, end: early.next }, inner: { start: inner.start, end }, fault };
}

function isHeaderLine(line: string): boolean {
  return /^\s*$|^\s+\S|^#[^#]|^- |^["']?[A-Za-z][\w .-]{0,40}["']?\s*:/.test(line) && !/^#\s/.test(line);
}

/** A fence that something stands above. */
function late(text: string, lead: Span, span: Span): { fault?: FieldFault } {
  if (lead.end === lead.start) return {};
  const above = text.slice(lead.start, lead.end);
  const comment = above.trim() !== '';
  const detail = comment
    ? 'the frontmatter must begin on the first line; move the comment above it to below its closing `---`'
    : /\n/.test(above)
      ? 'the frontmatter must begin on the first line; remove the blank lines above it'
      : 'the opening fence must stand at the start of its line; remove the blanks before it';
  const edit: Edit = comment ? { span, text: moved(text.slice(lead.end, span.end), above) } : { span: lead, text: '' };
  return { fault: { ...whole('unsupported-opener', { start: lead.end, end: lead.end + 3 }, detail), edit } };
}

/** What may stand above a header besides comments, by how its lines begin, and what the cure calls it. */
const ABOVE = [
  [/^#{1,3}\s/, 'the title'],
  [/^(?:import|export)\s/, 'the `import` and `export` lines'],
  [/^\[?!\[/, 'the images'],
  [/^<[A-Za-z/!]/, 'what stands'],
] as const;

/** Lines that may stand above a header, at most: of a title and the words below it, and of all else. */
const MAX_TITLE = 4;
const MAX_ABOVE = 16;

/** A header below a title, imports, badges or tags: between fences, with a key that every posting declares. */
function headerBelow(text: string, lead: Span, keys: KnownKeys): Header | undefined {
  let line = lineAt(text, lead.end);
  const name = nameAbove(line.text);
  const isTitle = name === ABOVE[0][1];
  if (name === undefined) return undefined;
  let begins = false;
  for (
    let count = isTitle ? MAX_TITLE : MAX_ABOVE;
    count > 0 && line.text !== '---' && line.next > line.start;
    count--
  ) {
    if (begins && !isTitle && line.text !== '' && nameAbove(line.text) === undefined) return undefined;
    begins = line.text === '';
    line = lineAt(text, line.next);
  }
  const opener = line.text === '---' ? openerOf(line.text) : undefined;
  const closer = opener && findCloser(text, line.next, opener);
  if (!opener || !closer || closer.early || closer.start - line.end > MAX_LEAD) return undefined;
  const inner = { start: line.end, end: Math.max(closer.start - 1, line.end) };
  const held = text.slice(inner.start, inner.end);
  if (!knows(held, keys.declaring) || !held.split('\n').every(isHeaderLine)) return undefined;
  const detail = `the frontmatter must begin on the first line; move ${name} above it to below its closing \`---\``;
  const fault = whole('unsupported-opener', { start: line.start, end: line.start + 3 }, detail);
  const above = text.slice(lead.start, line.start);
  const edit: Edit = {
    span: { start: lead.start, end: closer.next },
    text: moved(text.slice(line.start, closer.next), above),
  };
  return {
    notation: 'yaml',
    span: { start: line.start, end: closer.next },
    inner,
    hole: true,
    fault: isTitle ? fault : { ...fault, edit },
  };
}

function nameAbove(line: string): string | undefined {
  return ABOVE.find(([begins]) => begins.test(line))?.[1];
}

function moved(header: string, above: string): string {
  return `${header.endsWith('\n') ? header : `${header}\n`}\n${above.trim()}\n`;
}

/** No closing fence: the lines up to the first blank line or heading are taken for it, so that the body is still read. */
function unclosed(text: string, lead: Span, { mark, notation = 'yaml' }: Opener): Header {
  const fence = notation === 'toml' ? '+++' : '---';
  const detail = `the frontmatter has no closing fence; end it with a line of exactly \`${fence}\``;
  let line = lineAt(text, lineAt(text, lead.end).next);
  while (line.start < text.length && line.text !== '' && !/^#{1,6}\s/.test(line.text) && line.start < MAX_OPEN) {
    line = lineAt(text, line.next);
    if (line.start === line.next) break;
  }
  const end = line.start;
  const isText = end > lead.end + mark.length && isEntry(lineAt(text, lineAt(text, lead.end).next).text);
  const fault = whole('unclosed', { start: lead.end, end: lead.end + Math.min(mark.length, 3) }, detail);
  const inner = { start: lead.end + mark.length, end };
  if (!isText) return { notation, span: { start: lead.start, end: lead.start }, inner, fault, closed: true };
  const edit: Edit = { span: { start: end, end }, text: `${text[end - 1] === '\n' ? '' : '\n'}${fence}\n` };
  return { notation, span: { start: lead.start, end }, inner, fault: { ...fault, edit } };
}

/** `----`, a dash that a word processor made, a block of code: read where keys stand in it. `---js` and the like are closed. */
function loose(text: string, lead: Span, opener: Opener, keys: KnownKeys): Header | undefined {
  const detail = 'the opening fence must be exactly `---`, with YAML below it';
  const fault = whole('unsupported-opener', { start: lead.end, end: lead.end + opener.mark.length }, detail);
  const first = lineAt(text, lead.end);
  const closer = findCloser(text, first.next, opener);
  const span = { start: lead.start, end: closer?.next ?? first.next };
  const inner = { start: first.end, end: Math.max((closer?.start ?? first.next) - 1, first.end) };
  if (!opener.rule) return { notation: 'yaml', span, inner, fault, closed: true };
  // A long rule with no fence below it, or with no key of a posting, is a rule of the body.
  if (!closer || !knows(text.slice(inner.start, inner.end), keys.all)) return undefined;
  const { notation = 'yaml' } = opener;
  return { notation, span, inner, fault };
}

function knows(inner: string, keys: ReadonlySet<string>): boolean {
  return [...inner.slice(0, MAX_LEAD).matchAll(/^["']?([A-Za-z][\w .-]{0,30})["']?\s*[:=]/gm)].some(([, key]) =>
    keys.has(foldKey(key!)),
  );
}
