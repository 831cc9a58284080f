/** YAML text → value, with the line and column of every key and value. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, Scalar } from 'yaml';
import { MAX_FILE_BYTES } from '../limits.ts';
import type { Place, Problem } from '../types/place.ts';

/** Keys and indexes from the top of a file to one of its values. */
export type YamlPath = readonly (string | number)[];

/** A YAML file: its value as plain JSON and where each part of it stands. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** Faults of the YAML itself; `value` is undefined then. */
  readonly problems: readonly Problem[];
  /** Place of the value at a path, or of the nearest value above it. */
  place(path: YamlPath): Place;
  /** Place of the key that ends a path. */
  keyPlace(path: YamlPath): Place;
  /** Place of one character of a text at a path; the text's start where its YAML form spreads over lines. */
  textPlace(path: YamlPath, offset: number): Place;
}

const MAX_ALIASES = 100;

/** The same value with `-` for `_` in all keys: tables may be written either way. Paths with `-` find both. */
export function kebabKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(kebabKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.replaceAll('_', '-'), kebabKeys(inner)]));
}

/** Reads YAML; never throws. Duplicate keys, several documents and more than 256 KiB are faults. */
export function readYaml(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const placeOf = (start: number, end: number): Place => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
  };
  const report = (start: number, end: number, message: string) => {
    problems.push({ path, place: placeOf(start, end), message, severity: 'error' });
  };
  const top: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (text.length > MAX_FILE_BYTES) {
    return {
      path,
      value: undefined,
      problems: [{ path, place: top, message: 'The file is larger than 256 KiB: split it.', severity: 'error' }],
      place: () => top,
      keyPlace: () => top,
      textPlace: () => top,
    };
  }
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, merge: false, prettyErrors: false });
  for (const error of document.errors) {
    report(error.pos[0], error.pos[1], `Not valid YAML: ${firstSentence(error.message)}.`);
  }
  duplicateKeys(document.contents, report);
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: MAX_ALIASES });
    } catch {
      problems.push({
        path,
        place: top,
        message: 'The YAML has too many aliases: write the values out.',
        severity: 'error',
      });
    }
  }

  const nodeAt = (at: YamlPath): Node | undefined => {
    let node: Node | null | undefined = document.contents;
    let found = node ?? undefined;
    for (const step of at) {
      const target: Node | null | undefined = isAlias(node) ? node.resolve(document) : node;
      if (isMap(target)) node = pairOf(target.items, step)?.value as Node | null | undefined;
      else if (isSeq(target)) node = target.items[Number(step)] as Node | undefined;
      else node = undefined;
      if (node === undefined || node === null) break;
      found = node;
    }
    return found;
  };
  const place = (at: YamlPath): Place => {
    const range = nodeAt(at)?.range;
    return range ? placeOf(range[0], range[1]) : top;
  };
  return {
    path,
    value,
    problems,
    place,
    keyPlace(at) {
      const parent = nodeAt(at.slice(0, -1));
      const pair = isMap(parent) ? pairOf(parent.items, at.at(-1)) : undefined;
      const range = (pair?.key as Node | undefined)?.range;
      return range ? placeOf(range[0], range[1]) : place(at);
    },
    textPlace(at, offset) {
      const node = nodeAt(at);
      const range = node?.range;
      if (!range || !isScalar(node)) return place(at);
      const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
      const start = range[0] + (quoted ? 1 : 0);
      // Escapes and folded lines make the source longer than the text: there the start must do.
      const same = text.slice(start, start + offset + 1) === String(node.value).slice(0, offset + 1);
      return same ? placeOf(start + offset, start + offset + 1) : place(at);
    },
  };
}

function pairOf(items: readonly Pair[], key: unknown): Pair | undefined {
  const named = (wanted: string, fold: (name: string) => string) =>
    items.find((pair) => isScalar(pair.key) && fold(String(pair.key.value)) === wanted);
  return named(String(key), (name) => name) ?? named(String(key), (name) => name.replaceAll('_', '-'));
}

function duplicateKeys(node: unknown, report: (start: number, end: number, message: string) => void): void {
  if (isSeq(node)) for (const item of node.items) duplicateKeys(item, report);
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const pair of node.items) {
    if (isScalar(pair.key)) {
      const key = String(pair.key.value);
      const range = pair.key.range;
      if (seen.has(key) && range) report(range[0], range[1], `The key “${key}” stands here a second time: keep one.`);
      seen.add(key);
    }
    duplicateKeys(pair.value, report);
  }
}

function firstSentence(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/[.:]?$/, '')
    .trim();
}
