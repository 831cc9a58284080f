import type { Span } from '../types/place.ts';
import type { Field, FieldFault } from '../types/posting.ts';

/** Fields of one YAML map with exact places. */
export interface YamlBlock {
  readonly fields: readonly Field[];
  /** Texts inside lists, maps and values of several lines, by the index of their field. */
  readonly texts: readonly { readonly field: number; readonly span: Span; readonly item: boolean }[];
  readonly faults: readonly FieldFault[];
}

/** A text of the frontmatter inside a list or map, by the index of its field. */
type Texts = YamlBlock['texts'][number][];

const entry = /^([A-Za-z][\w-]*):[ \t]+(\S.*)$/;
/** Words and signs that mean themselves wherever YAML allows a plain value; `:` and `#` are left to the parser. */
const plain = /^[A-Za-z0-9$€£\u00c0-\u024f][\w .()/&+'’%$€£–—\u00c0-\u024f-]*$/;
const quoted = /^(?:"[^"\\]*"|'[^']*')$/;
const constant = /^(?:null|true|false)$/i;
const whole = /^(?:0|[1-9]\d{0,14})$/;

/** Longer values are texts of their own, which the parser tells apart. */
const MAX_VALUE = 80;

/**
 * Reads frontmatter that holds only `key: value` lines, with plain or quoted values, `[a, b]` and `{ a: 1, b: c }` on one line:
 * what most postings have, at a fraction of what a YAML parser takes. Undefined for all else; a test holds both to the same answer.
 */
export function readYamlLines(text: string, offset: number): YamlBlock | undefined {
  const fields: Field[] = [];
  const texts: Texts = [];
  const keys = new Set<string>();
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const said = text.slice(start, contentEnd(text, start, end));
    if (said !== '' && said.charCodeAt(0) !== 35) {
      const [, key, value] = entry.exec(said) ?? [];
      if (key === undefined || value === undefined || value.length > MAX_VALUE || keys.has(key) || constant.test(key))
        return undefined;
      const valueSpan = { start: offset + start + said.length - value.length, end: offset + start + said.length };
      const read = readValue(value, valueSpan.start, fields.length, texts);
      if (read === undefined) return undefined;
      keys.add(key);
      const keySpan = { start: offset + start, end: offset + start + key.length };
      fields.push({ key, value: read, keySpan, valueSpan });
    }
    start = end + 1;
  }
  return fields.length > 0 ? { fields, texts, faults: [] } : undefined;
}

/** End of a line or part without its carriage return and blanks; other white space is content to YAML. */
function contentEnd(text: string, start: number, end: number): number {
  let last = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return last;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function readValue(value: string, at: number, field: number, texts: Texts): unknown {
  const inner = value.slice(1, -1);
  if (value.startsWith('[') && value.endsWith(']')) return readList(inner, at + 1, field, texts);
  if (value.startsWith('{') && value.endsWith('}')) return readMap(inner, at + 1, field, texts);
  return value.includes(',') && !quoted.test(value) ? readScalar(value.replaceAll(',', ' '), value) : readScalar(value);
}

/** A plain or quoted value; `shape` is tested in place of the value where commas are allowed. */
function readScalar(shape: string, value = shape): string | number | undefined {
  if (quoted.test(value)) return value.slice(1, -1);
  if (!plain.test(shape) || constant.test(value)) return undefined;
  if (whole.test(value)) return Number(value);
  // All other numbers, such as `1e5`, are the parser's.
  return Number.isNaN(Number(value)) ? value : undefined;
}

interface Part extends Span {
  readonly text: string;
}

/** What stands between the commas of a list or map; empty parts included. */
function partsOf(inner: string, at: number): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from <= inner.length; ) {
    const comma = inner.indexOf(',', from);
    const stop = comma < 0 ? inner.length : comma;
    let start = from;
    while (start < stop && isBlank(inner.charCodeAt(start))) start++;
    const end = contentEnd(inner, start, stop);
    parts.push({ text: inner.slice(start, end), start: at + start, end: at + end });
    from = stop + 1;
  }
  return parts;
}

function readList(inner: string, at: number, field: number, texts: Texts): unknown[] | undefined {
  const list: unknown[] = [];
  for (const { text, start, end } of partsOf(inner, at)) {
    const value = readScalar(text);
    if (value === undefined) return undefined;
    addText(value, { start, end }, field, texts);
    list.push(value);
  }
  return list;
}

function readMap(inner: string, at: number, field: number, texts: Texts): Record<string, unknown> | undefined {
  const map: Record<string, unknown> = {};
  for (const { text, end } of partsOf(inner, at)) {
    const [, key, said] = entry.exec(text) ?? [];
    const value = said === undefined ? undefined : readScalar(said);
    if (key === undefined || value === undefined || Object.hasOwn(map, key) || constant.test(key)) return undefined;
    addText(value, { start: end - said!.length, end }, field, texts);
    map[key] = value;
  }
  return map;
}

function addText(value: string | number, span: Span, field: number, texts: Texts): void {
  if (typeof value !== 'string') return;
  const isQuoted = span.end - span.start !== value.length;
  texts.push({ field, span: isQuoted ? { start: span.start + 1, end: span.end - 1 } : span, item: true });
}
