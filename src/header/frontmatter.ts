import type { Span } from '../types/place.ts';
import type { Field, FieldFault } from '../types/posting.ts';
import { findHeader } from './fences.ts';
import type { Header, KnownKeys, NotationName } from './header.ts';
import { whole } from './header-lines.ts';
import { type Notation, readRecovering } from './recover.ts';
import { readToml } from './toml-block.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';

export { foldKey } from './header-lines.ts';

/** What stands before the body of a posting. */
export interface Frontmatter {
  /** The block with its fences and final line break; empty at the text's start where there is none. */
  readonly span: Span;
  readonly notation: NotationName;
  readonly fields: readonly Field[];
  /** Texts of list entries and long values by key, for sections that stand in the frontmatter. */
  readonly texts: YamlBlock['texts'];
  readonly faults: readonly FieldFault[];
  readonly bodyStart: number;
  /** Where it stands inside the body. */
  readonly hole?: Span;
  /** There is one, and it could not be read: what it holds is unknown. */
  readonly unread: boolean;
}

/** Largest frontmatter that is read, in characters. */
const MAX_LENGTH = 64 * 1024;

const NOTATIONS: Readonly<Record<NotationName, Notation>> = {
  yaml: {
    read: readYaml,
    entry: /^[ \t]*("[^"\n]*"|'[^'\n]*'|[A-Za-z_][^:#\n]{0,60}):(?=\s|$|[^\s:/])/,
    quotable: /^[^"'[\]{}|>&!#*].*:(?:\s|$)|^[@`%]/,
  },
  toml: { read: readToml, entry: /^("[^"\n]*"|'[^'\n]*'|[\w.-]+)[ \t]*=/, section: /^\[/ },
  json: { read: readJson, entry: /^(?!)/ },
};

/**
 * Reads the frontmatter of `text`: YAML between `---`, TOML between `+++`, or JSON in braces. What is written otherwise is
 * read where it is plain what is meant, and has a fault. Never throws; nothing in the file is run, whatever language it names.
 */
export function readFrontmatter(text: string, declaring: ReadonlySet<string>, all = declaring): Frontmatter {
  const keys: KnownKeys = { declaring, all };
  const header = findHeader(text, keys);
  if (!header) {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { ...NOTHING, span: { start, end: start }, bodyStart: start };
  }
  const { span, notation, fault } = header;
  const place = header.hole ? { hole: span, bodyStart: 0 } : { bodyStart: span.end };
  const found = { ...NOTHING, span, notation, faults: fault ? [fault] : [], ...place };
  if (header.closed) return { ...found, unread: true };
  const { start, end } = header.inner;
  if (end - start > MAX_LENGTH) {
    const detail = `the frontmatter is longer than ${MAX_LENGTH / 1024} KiB and was not read; keep the text of the posting below it`;
    const at = { start: span.start, end: Math.min(span.start + 3, span.end) };
    return { ...found, faults: [whole('too-large', at, detail)], unread: true };
  }
  const source = sourceOf(text, header);
  if (source.split('\n').every((line) => /^\s*(#|$)/.test(line))) return found;
  if (notation === 'yaml' && isToml(source)) return { ...found, ...tomlInside(source, start, span) };
  const block = readRecovering(source, start, NOTATIONS[notation]);
  // One finding names the cure; what is wrong inside may follow from it.
  const faults = fault ? [fault, ...block.faults.filter(({ code }) => code === 'duplicate-key')] : block.faults;
  const unread = block.fields.length === 0 && block.faults.length > 0 && block.faults[0]!.code !== 'not-a-map';
  return { ...found, fields: block.fields, texts: block.texts, faults, unread };
}

/** JSON is YAML, too, but for tabs, which are blanks in it. */
function readJson(source: string, offset: number): YamlBlock {
  const block = readYaml(source.replaceAll('\t', ' '), offset);
  const detail = 'this line is not valid JSON; look for a missing comma, quote or bracket here and above it';
  const faults = block.faults.map((fault) => (fault.code === 'bad-yaml' ? { ...fault, detail } : fault));
  return { ...block, faults: faults.slice(0, 1) };
}

/** Lines of `key = value` and none of `key: value`. */
function isToml(source: string): boolean {
  return /^[\w-]+[ \t]*=[ \t]*\S/m.test(source) && !/^[\w-]+:(?:\s|$)/m.test(source);
}

function tomlInside(source: string, start: number, span: Span): Pick<Frontmatter, 'fields' | 'texts' | 'faults'> {
  const { fields, texts } = readRecovering(source, start, NOTATIONS.toml);
  const detail =
    'these lines are TOML and stand between fences of YAML; write `key: value`, or put `+++` for each `---`';
  return { fields, texts, faults: [whole('unsupported-opener', { start: span.start, end: span.start + 3 }, detail)] };
}

const NOTHING: Frontmatter = {
  span: { start: 0, end: 0 },
  notation: 'yaml',
  fields: [],
  texts: [],
  faults: [],
  bodyStart: 0,
  unread: false,
};

/** The text between the fences, with a line that does not belong there put out of action; same length. */
function sourceOf(text: string, { inner, odd }: Header): string {
  if (!odd) return text.slice(inner.start, inner.end);
  return text.slice(inner.start, odd.start) + ' '.repeat(odd.end - odd.start) + text.slice(odd.end, inner.end);
}
