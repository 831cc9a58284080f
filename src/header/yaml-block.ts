import type { Document, Node } from 'yaml';
import type { Span } from '../types/place.ts';
import type { Field, FieldFault } from '../types/posting.ts';
import { letterPattern } from '../words/letters.ts';
import { readYamlLines, type YamlBlock } from './yaml-lines.ts';
import { yaml } from './yaml-parser.ts';

export type { YamlBlock } from './yaml-lines.ts';

/** Depth of nesting and number of texts beyond which values are not looked into. */
const MAX_DEPTH = 12;
const MAX_TEXTS = 2000;

/**
 * Reads YAML that begins at `offset` of the posting. Core schema: dates stay text, `yes` is a word; no merge keys, no aliases, no tags
 * that build objects. Faults carry places; a key that stands twice keeps its first value. Never throws.
 */
export function readYaml(source: string, offset: number): YamlBlock {
  // A carriage return left at the end would make the parser refuse a last flow list.
  const text = source.endsWith('\r') ? source.slice(0, -1) : source;
  const plain = readYamlLines(text, offset);
  if (plain) return plain;
  yaml();
  try {
    return parseYaml(text, offset);
  } catch {
    return bad(offset, offset + 1, 'the frontmatter cannot be read as YAML; it is nested too deep');
  }
}

function bad(start: number, end: number, detail: string): YamlBlock {
  return { fields: [], texts: [], faults: [{ code: 'bad-yaml', field: 'frontmatter', span: { start, end }, detail }] };
}

/** {@link readYaml} by the YAML parser alone; throws where the parser does. */
export function parseYaml(text: string, offset: number): YamlBlock {
  const { isMap, isScalar, parseDocument } = yaml();
  const document = parseDocument(text, {
    schema: 'core',
    merge: false,
    // The parser's own search for keys that stand twice is quadratic.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const faults: FieldFault[] = document.errors.slice(0, 5).map((error) => ({
    code: 'bad-yaml',
    field: 'frontmatter',
    span: lineAt(text, error.pos[0], offset),
    detail: explain(error.code),
  }));
  const map = document.contents;
  if (map === null || (isScalar(map) && map.value === null)) return { fields: [], texts: [], faults };
  if (!isMap(map)) {
    if (faults.length > 0) return { fields: [], texts: [], faults };
    const span = lineAt(text, map.range?.[0] ?? 0, offset);
    const detail = 'the frontmatter must be a map of `key: value` lines';
    return { fields: [], texts: [], faults: [{ code: 'not-a-map', field: 'frontmatter', span, detail }] };
  }
  const fields: Field[] = [];
  const texts: { field: number; span: Span; item: boolean }[] = [];
  const seen = new Map<string, Field>();
  for (const pair of map.items) {
    const key = pair.key as Node | null;
    const value = pair.value as Node | null;
    if (!isScalar(key) || !key.range) continue;
    const name = String(key.value ?? '');
    const keySpan = { start: offset + key.range[0], end: offset + key.range[1] };
    const valueSpan = value?.range ? spanOf(text, value.range, offset) : { start: keySpan.end, end: keySpan.end };
    const first = seen.get(name);
    if (first) {
      const detail = `the key “${plainKey(name)}” stands twice; keep one of them`;
      faults.push({ code: 'duplicate-key', field: name, span: keySpan, detail });
      continue;
    }
    const field = { key: name, value: plainValue(value, document), keySpan, valueSpan };
    if (field.value === refused) {
      faults.push({
        code: 'bad-yaml',
        field: name,
        span: valueSpan,
        detail: 'YAML aliases (`*name`) are not read; write the value out',
      });
      continue;
    }
    seen.set(name, field);
    fields.push(field);
    collectTexts(value, fields.length - 1, text, offset, texts, 0);
  }
  return { fields, texts, faults };
}

const refused = Symbol('refused');

/** Plain JSON value, or `refused` where it holds an alias. */
function plainValue(node: Node | null, document: Document): unknown {
  if (node === null) return null;
  if (yaml().isScalar(node)) return node.value;
  try {
    return node.toJS(document, { maxAliasCount: 0 });
  } catch {
    return refused;
  }
}

function collectTexts(
  node: unknown,
  field: number,
  text: string,
  offset: number,
  out: { field: number; span: Span; item: boolean }[],
  depth: number,
): void {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  if (depth > MAX_DEPTH || out.length >= MAX_TEXTS || isAlias(node)) return;
  if (isSeq(node)) {
    for (const item of node.items) collectTexts(item, field, text, offset, out, depth + 1);
  } else if (isMap(node)) {
    for (const pair of node.items) collectTexts(pair.value, field, text, offset, out, depth + 1);
  } else if (isScalar(node) && node.range && typeof node.value === 'string') {
    const span = spanOf(text, node.range, offset);
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') blockLines(text, node.range, offset, field, out);
    else if (depth > 0 || span.end - span.start > 80)
      out.push({ field, span: unquoted(text, span, offset), item: depth > 0 });
  }
}

/** Each line of a `|` or `>` value. */
function blockLines(
  text: string,
  range: readonly [number, number, number],
  offset: number,
  field: number,
  out: { field: number; span: Span; item: boolean }[],
): void {
  let at = text.indexOf('\n', range[0]) + 1;
  while (at > 0 && at < range[1] && out.length < MAX_TEXTS) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 || stop > range[1] ? range[1] : stop;
    const line = text.slice(at, end);
    const lead = /^[ \t]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?/.exec(line)![0];
    const length = line.trimEnd().length;
    if (length > lead.length) {
      out.push({
        field,
        span: { start: offset + at + lead.length, end: offset + at + length },
        item: lead.trim() !== '',
      });
    }
    at = end + 1;
  }
}

function unquoted(text: string, span: Span, offset: number): Span {
  const quote = text.charCodeAt(span.start - offset);
  const quoted = (quote === 34 || quote === 39) && span.end - span.start >= 2;
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** Offsets of a node without the line breaks and blanks behind it. */
function spanOf(text: string, range: readonly [number, number, number], offset: number): Span {
  let end = range[1];
  while (end > range[0] && text.charCodeAt(end - 1) <= 32) end--;
  return { start: offset + range[0], end: offset + end };
}

/** The line that holds `at`, without its blanks. */
function lineAt(text: string, at: number, offset: number): Span {
  const clamped = Math.min(Math.max(at, 0), text.length);
  let start = clamped;
  while (start > 0 && text.charCodeAt(start - 1) !== 10) start--;
  let end = clamped;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  return { start: offset + start, end: offset + Math.max(end, start) };
}

/** A key in a message: short and on one line. */
function plainKey(key: string): string {
  return key.replace(unplain(key), '').slice(0, 40);
}

const unplain = letterPattern(String.raw`[^\p{L}\p{N} _.-]`, 'g');

function explain(code: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'YAML is indented with spaces, not tabs';
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_TYPE':
      return 'the indentation of this line does not fit the lines above it';
    case 'MISSING_CHAR':
      return 'a closing quote or bracket is missing';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'this line is not `key: value`; put a value that holds a colon in quotes';
    case 'BAD_ALIAS':
      return 'YAML aliases (`*name`) are not read; put a value that begins with `*` in quotes';
    case 'RESOURCE_EXHAUSTION':
      return 'the frontmatter is nested too deep';
    default:
      return 'this line is not valid YAML; put values with `:`, `#`, `[` or `{` in quotes';
  }
}
