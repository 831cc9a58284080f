import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { Span } from '../types/place.ts';
import type { Field } from '../types/posting.ts';
import type { YamlBlock } from './yaml-block.ts';

/** Longest TOML that is parsed, in characters: the parser's time grows faster than its text. */
const MAX_TOML = 16 * 1024;

/** Depth of nesting beyond which the parser is not asked. */
const MAX_DEPTH = 40;

/**
 * Reads TOML that begins at `offset` of the posting, with the places of its keys and values. Dates stay text as written; a
 * table (`[comp]`) is the value of its name. A fault is the first one of the text. Never throws.
 */
export function readToml(source: string, offset: number): YamlBlock {
  if (source.length > MAX_TOML || isDeep(source)) {
    return bad({ start: offset, end: offset + 1 }, 'the frontmatter is too long or nested too deep for TOML');
  }
  try {
    return fieldsOf(parseTOML(source, { tomlVersion: '1.0' }), source, offset);
  } catch (error) {
    const at = error instanceof ParseError ? error.index : 0;
    return bad(lineAt(source, at, offset), explain(error));
  }
}

function isDeep(source: string): boolean {
  return new RegExp(`(?:[[{]\\s*){${MAX_DEPTH}}|(?:\\.\\s*[\\w-]+\\s*){${MAX_DEPTH}}`).test(source);
}

function bad(span: Span, detail: string): YamlBlock {
  return { fields: [], texts: [], faults: [{ code: 'bad-yaml', field: 'frontmatter', span, detail }] };
}

function explain(error: unknown): string {
  const reason = error instanceof Error ? error.message : '';
  if (/multiple times|duplicat/i.test(reason)) return 'a key stands twice; keep one of them';
  if (/unterminated/i.test(reason)) return 'a closing quote is missing';
  return 'this line is not valid TOML; write `key = "value"`, with the text in quotes';
}

interface Entry {
  readonly index: number;
  readonly field: Field;
  readonly texts: YamlBlock['texts'][number][];
}

function fieldsOf(program: AST.TOMLProgram, source: string, offset: number): YamlBlock {
  const entries = new Map<string, Entry>();
  for (const node of program.body[0].body) {
    const [first, ...inner] = node.key.keys;
    if (!first) continue;
    const name = keyName(first);
    const known = entries.get(name);
    const at = (range: AST.Range): Span => ({ start: offset + range[0], end: offset + range[1] });
    const texts: { field: number; span: Span; item: boolean }[] = [];
    const index = known?.index ?? entries.size;
    let value: unknown;
    let valueSpan: Span;
    if (node.type === 'TOMLTable') {
      const own = tableValue(node);
      const whole = node.kind === 'array' ? [own] : own;
      value = nested(inner.map(keyName), whole);
      valueSpan = trimmed(source, at(node.range), offset);
      for (const { value: each } of node.body) collectTexts(each, index, source, offset, texts, 1);
    } else {
      value = nested(inner.map(keyName), plainValue(node.value));
      valueSpan = at(node.value.range);
      collectTexts(node.value, index, source, offset, texts, 0);
    }
    if (known) {
      const span = { start: known.field.valueSpan.start, end: Math.max(known.field.valueSpan.end, valueSpan.end) };
      const field = { ...known.field, value: merged(known.field.value, value), valueSpan: span };
      entries.set(name, { index, field, texts: [...known.texts, ...texts] });
    } else entries.set(name, { index, field: { key: name, value, keySpan: at(first.range), valueSpan }, texts });
  }
  const all = [...entries.values()];
  return { fields: all.map(({ field }) => field), texts: all.flatMap(({ texts }) => texts), faults: [] };
}

function keyName(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function nested(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight<unknown>((inner, key) => record([[key, inner]]), value);
}

/** An object whose keys cannot reach its prototype. */
function record(pairs: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(pairs);
}

function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (!isRecord(one) || !isRecord(other)) return one;
  const pairs = Object.entries(one).map(
    ([key, value]) => [key, key in other ? merged(value, other[key]) : value] as const,
  );
  return record([...Object.entries(other), ...pairs]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tableValue(node: { readonly body: readonly AST.TOMLKeyValue[] }): Record<string, unknown> {
  return node.body.reduce<Record<string, unknown>>(
    (table, { key, value }) =>
      merged(table, nested(key.keys.map(keyName), plainValue(value))) as Record<string, unknown>,
    {},
  );
}

/** Plain JSON value; dates and times as they are written. */
function plainValue(node: AST.TOMLContentNode): unknown {
  switch (node.type) {
    case 'TOMLArray':
      return node.elements.map(plainValue);
    case 'TOMLInlineTable':
      return tableValue(node);
    default:
      return 'datetime' in node ? node.datetime : node.value;
  }
}

function collectTexts(
  node: AST.TOMLContentNode,
  field: number,
  source: string,
  offset: number,
  out: { field: number; span: Span; item: boolean }[],
  depth: number,
): void {
  if (node.type === 'TOMLArray') for (const each of node.elements) collectTexts(each, field, source, offset, out, 1);
  else if (node.type === 'TOMLInlineTable')
    for (const { value } of node.body) collectTexts(value, field, source, offset, out, 1);
  else if (node.kind === 'string') {
    const [start, end] = node.range;
    if (node.multiline) linesOf(source, start + 3, end - 3, offset, field, out);
    else if (depth > 0 || end - start > 80)
      out.push({ field, span: { start: offset + start + 1, end: offset + end - 1 }, item: depth > 0 });
  }
}

/** Each line of a text in three quotes. */
function linesOf(
  source: string,
  from: number,
  to: number,
  offset: number,
  field: number,
  out: { field: number; span: Span; item: boolean }[],
): void {
  for (const match of source.slice(from, to).matchAll(/^([ \t]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?)(\S.*?)[ \t\r]*$/gm)) {
    const start = offset + from + match.index + match[1]!.length;
    out.push({ field, span: { start, end: start + match[2]!.length }, item: match[1]!.trim() !== '' });
  }
}

function trimmed(source: string, { start, end }: Span, offset: number): Span {
  let last = end;
  while (last > start && source.charCodeAt(last - offset - 1) <= 32) last--;
  return { start, end: last };
}

/** The line that holds `at`, without its blanks. */
function lineAt(source: string, at: number, offset: number): Span {
  const from = source.lastIndexOf('\n', Math.max(at - 1, 0)) + 1;
  const stop = source.indexOf('\n', at);
  const line = source.slice(from, stop < 0 ? source.length : stop);
  const lead = line.length - line.trimStart().length;
  return { start: offset + from + lead, end: offset + from + Math.max(line.trimEnd().length, lead) };
}
