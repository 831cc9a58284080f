import type { Field, FieldFault, Span } from '../types/posting.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';

/** What stands before the body of a posting. */
export interface Frontmatter {
  /** The block with its fences and final line break; empty at the text's start where there is none. */
  readonly span: Span;
  readonly fields: readonly Field[];
  /** Texts of list entries and long values by key, for sections that stand in the frontmatter. */
  readonly texts: YamlBlock['texts'];
  readonly faults: readonly FieldFault[];
  readonly bodyStart: number;
}

/** Largest frontmatter that is read, in characters. */
const MAX_LENGTH = 64 * 1024;

/**
 * Reads the frontmatter of `text`. `fence` is the offset where it may begin (after a byte order mark).
 * Only a first line of exactly `---` opens it and only such a line closes it; every other form is a fault, never a guess.
 * Never throws; nothing in the file is run, whatever language it names.
 */
export function readFrontmatter(text: string, headerKeys: ReadonlySet<string>): Frontmatter {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const firstEnd = lineEnd(text, start);
  const first = text.slice(start, Math.min(firstEnd, start + 200)).trimEnd();
  if (!first.startsWith('---')) return withoutFence(text, start, first, headerKeys);
  if (first !== '---') return wrongOpener(text, start, firstEnd, first);
  const closer = findCloser(text, nextLine(text, firstEnd), /^---[ \t]*$/);
  if (closer === undefined) return unclosed(text, start, firstEnd);
  return fenced(text, start, closer);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function nextLine(text: string, end: number): number {
  return Math.min(end + 1, text.length);
}

/** First line from `from` that begins with `---`, and the first that is a closer. */
interface Closer {
  readonly start: number;
  readonly next: number;
  /** An earlier line that begins with `---` but is no closer. */
  readonly early?: Span;
}

function findCloser(text: string, from: number, pattern: RegExp): Closer | undefined {
  let early: Span | undefined;
  for (let start = from; start < text.length; ) {
    const end = lineEnd(text, start);
    const marker = text.charCodeAt(start);
    if ((marker === 45 || marker === 43) && end - start < 200) {
      const line = text.slice(start, end).trimEnd();
      if (pattern.test(line)) return { start, next: nextLine(text, end), ...(early ? { early } : {}) };
      if (line.startsWith('---')) early ??= { start, end: start + line.length };
    }
    start = end + 1;
  }
  return undefined;
}

function fenced(text: string, start: number, closer: Closer): Frontmatter {
  const span = { start, end: closer.next };
  const faults: FieldFault[] = [];
  const nothing = { span, fields: [], texts: [], bodyStart: closer.next };
  if (closer.start - start > MAX_LENGTH) {
    const detail = `the frontmatter is longer than ${MAX_LENGTH / 1024} KiB and was not read; keep the text of the posting below it`;
    return { ...nothing, faults: [whole('too-large', { start, end: start + 3 }, detail)] };
  }
  if (closer.early) {
    const detail =
      'this line begins with `---` but is no closing fence; write `---` alone on the line that ends the frontmatter';
    faults.push(whole('ambiguous-close', closer.early, detail));
  }
  const source = text.slice(start + 3, (closer.early?.start ?? closer.start) - 1);
  if (source.split('\n').every((line) => /^\s*(#|$)/.test(line))) return { ...nothing, faults };
  const block = readYaml(source, start + 3);
  return {
    span,
    fields: block.fields,
    texts: block.texts,
    faults: [...faults, ...block.faults],
    bodyStart: closer.next,
  };
}

/** No closing fence: the lines up to the first blank line or heading are taken for it, so that the body is still read. */
function unclosed(text: string, start: number, firstEnd: number): Frontmatter {
  const detail = 'the frontmatter has no closing fence; end it with a line of exactly `---`';
  let end = nextLine(text, firstEnd);
  while (end < text.length) {
    const stop = lineEnd(text, end);
    const line = text.slice(end, Math.min(stop, end + 400)).trimEnd();
    if (line === '' || /^#{1,6}\s/.test(line) || end - start > MAX_LENGTH) break;
    end = nextLine(text, stop);
  }
  const block = readYaml(text.slice(start + 3, end), start + 3);
  const usable = block.faults.length === 0;
  return {
    span: { start, end: usable ? end : start },
    fields: usable ? block.fields : [],
    texts: [],
    faults: [whole('unclosed', { start, end: start + 3 }, detail)],
    bodyStart: usable ? end : nextLine(text, firstEnd),
  };
}

/** `---js`, `---json`, `--- # note`, `----`: no language but YAML is read, and no word after the fence is obeyed. */
function wrongOpener(text: string, start: number, firstEnd: number, first: string): Frontmatter {
  const rule = /^-{4,}$/.test(first);
  const closer = findCloser(text, nextLine(text, firstEnd), /^---[ \t]*$/);
  const detail = 'the opening fence must be exactly `---`, with YAML below it';
  const faults = [whole('unsupported-opener', { start, end: start + first.length }, detail)];
  // A long rule with no `---` below it is a rule of the body, not a fence.
  if (rule && !closer) return { span: { start, end: start }, fields: [], texts: [], faults: [], bodyStart: start };
  const end = closer?.next ?? nextLine(text, firstEnd);
  return { span: { start, end }, fields: [], texts: [], faults, bodyStart: end };
}

/** TOML fences, a fence after blank lines, and `lane: …` lines with no fence at all are told, not read. */
function withoutFence(text: string, start: number, first: string, headerKeys: ReadonlySet<string>): Frontmatter {
  const none = { span: { start, end: start }, fields: [], texts: [], bodyStart: start };
  if (first === '+++') {
    const closer = findCloser(text, nextLine(text, lineEnd(text, start)), /^\+\+\+[ \t]*$/);
    const detail = 'TOML frontmatter (`+++`) is not read; write it as YAML between lines of `---`';
    const end = closer?.next ?? start;
    const faults = [whole('unsupported-opener', { start, end: start + 3 }, detail)];
    return { ...none, span: { start, end }, fields: tomlTitle(text, start, end), faults, bodyStart: end };
  }
  if (first === '') {
    const at = /^\s*/.exec(text.slice(start, start + 4096))![0].length + start;
    const end = lineEnd(text, at);
    const second = text.slice(nextLine(text, end), nextLine(text, end) + 200);
    if (text.slice(at, end).trimEnd() === '---' && /^[A-Za-z_-][\w -]*:/.test(second)) {
      const closer = findCloser(text, nextLine(text, end), /^---[ \t]*$/);
      const detail = 'the frontmatter must begin on the first line; remove the blank lines above it';
      const edit = { span: { start, end: at }, text: '' };
      const fault = { ...whole('unsupported-opener', { start: at, end: at + 3 }, detail), edit };
      const bodyStart = closer?.next ?? start;
      return { ...none, span: { start, end: bodyStart }, faults: [fault], bodyStart };
    }
  }
  return unfenced(text, start, headerKeys) ?? { ...none, faults: [] };
}

/** Longest TOML frontmatter that is searched for its title, in characters. */
const MAX_TOML = 4096;

/** The title of TOML frontmatter, so that a posting with one is not told that it lacks it. */
function tomlTitle(text: string, start: number, end: number): Field[] {
  const match = /^(title)[ \t]*=[ \t]*(?:"([^"\\\n]*)"|'([^'\n]*)')[ \t]*\r?$/im.exec(
    text.slice(start, Math.min(end, start + MAX_TOML)),
  );
  if (!match) return [];
  const key = start + match.index;
  const value = match[2] ?? match[3]!;
  const from = text.indexOf(value, text.indexOf('=', key));
  return [
    {
      key: match[1]!,
      value,
      keySpan: { start: key, end: key + match[1]!.length },
      valueSpan: { start: from - 1, end: from + value.length + 1 },
    },
  ];
}

/** Two or more `key: value` lines at the top, one of them a key that reading needs: frontmatter that lost its fences. */
function unfenced(text: string, start: number, headerKeys: ReadonlySet<string>): Frontmatter | undefined {
  let known: Span | undefined;
  let lines = 0;
  let at = start;
  while (at < text.length && lines < 40) {
    const end = lineEnd(text, at);
    const key = /^([A-Za-z][\w -]{0,30}):(?:\s|$)/.exec(text.slice(at, Math.min(end, at + 200)))?.[1];
    if (key === undefined) break;
    if (headerKeys.has(foldKey(key))) known ??= { start: at, end: at + key.length };
    lines++;
    at = end + 1;
  }
  if (!known || lines < 2) return undefined;
  const detail = 'these lines are frontmatter without its fences; put a line of exactly `---` above and below them';
  const span = { start, end: start };
  return { span, fields: [], texts: [], faults: [whole('unsupported-opener', known, detail)], bodyStart: start };
}

/** Key of a field for comparison: lower case, without spaces, `_` and `-`. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, '');
}

function whole(code: FieldFault['code'], span: Span, detail: string): FieldFault {
  return { code, field: 'frontmatter', span, detail };
}
