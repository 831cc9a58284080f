/** Reads a header entry by entry where it cannot be read as a whole, so that a faulty line hides nothing below it. */
import type { Edit, Span } from '../types/place.ts';
import type { Field, FieldFault } from '../types/posting.ts';
import type { YamlBlock } from './yaml-block.ts';

/** How a notation of headers is read, and where its entries begin. */
export interface Notation {
  readonly read: (source: string, offset: number) => YamlBlock;
  /** First line of an entry: key, separator, value. */
  readonly entry: RegExp;
  /** An entry that holds all lines up to the next one of its kind (`[table]`). */
  readonly section?: RegExp;
  /** A value behind which quotes are sure to mend its line. */
  readonly quotable?: RegExp;
}

/** Entries that are read each by itself, at most. */
const MAX_ENTRIES = 400;

/** Faults that are told, at most. */
const MAX_FAULTS = 5;

/** Reads a header; where that fails, its entries one by one, those that fail as mere text. */
export function readRecovering(source: string, offset: number, notation: Notation): YamlBlock {
  const whole = notation.read(source, offset);
  if (!isFaulty(whole)) return whole;
  const entries = entriesOf(source, notation);
  if (entries.length === 0 || entries.length > MAX_ENTRIES) return { ...whole, faults: whole.faults.slice(0, 1) };
  const fields = new Map<string, Field>();
  const texts: YamlBlock['texts'][number][] = [];
  const faults: FieldFault[] = [];
  for (const { start, end } of entries) {
    const { block, fault } = readEntry(source.slice(start, end), offset + start, notation);
    faults.push(...(fault ? [fault] : block.faults));
    block.fields.forEach((field, index) => {
      if (fields.has(field.key)) return;
      const at = fields.size;
      fields.set(field.key, field);
      for (const each of block.texts) if (each.field === index) texts.push({ ...each, field: at });
    });
  }
  const first = whole.faults.find(({ code }) => code === 'bad-yaml' || code === 'not-a-map')!;
  const all = faults.length > 0 ? faults : [first];
  return { fields: [...fields.values()], texts, faults: all.slice(0, MAX_FAULTS) };
}

/** One entry, with the fault that kept it from being read as it should be. */
function readEntry(text: string, offset: number, notation: Notation): { block: YamlBlock; fault?: FieldFault } {
  const block = notation.read(text, offset);
  if (!isFaulty(block)) return { block };
  const fault = faultOf(text, offset, block.faults[0]!, notation);
  const spaced = text.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length));
  const again = spaced === text ? block : notation.read(spaced, offset);
  if (!isFaulty(again)) return { block: again, fault };
  const lines = /\n[ \t]+[\w-]+:/.test(text) ? linesOf(text, offset, notation) : undefined;
  if (lines) return { block: lines, fault };
  const raw = rawField(text, offset, notation.entry);
  return { block: { fields: raw ? [raw] : block.fields, texts: [], faults: [] }, fault };
}

/** Lines of an entry as entries of their own, where each of them could be one: a key that is indented by mistake. */
function linesOf(text: string, offset: number, { read, entry }: Notation): YamlBlock | undefined {
  const fields: Field[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      const block = read(line, offset + at);
      const own = isFaulty(block) ? [rawField(line, offset + at, entry)] : block.fields;
      if (!own.every((field) => field && field.value !== null && /^[\w-]+$/.test(field.key))) return undefined;
      fields.push(...(own as Field[]));
    }
    at += line.length + 1;
  }
  return { fields, texts: [], faults: [] };
}

function isFaulty({ faults }: YamlBlock): boolean {
  return faults.some(({ code }) => code === 'bad-yaml' || code === 'not-a-map');
}

/** Where each entry stands: from its key to the next one; what stands above the first belongs to none. */
function entriesOf(source: string, { entry, section }: Notation): Span[] {
  const starts: number[] = [];
  let inSection = false;
  let margin = 0;
  for (let at = 0; at < source.length; ) {
    const stop = source.indexOf('\n', at);
    const end = stop < 0 ? source.length : stop;
    const line = source.slice(at, Math.min(end, at + 400));
    const opens = section?.test(line) ?? false;
    const indent = line.length - line.trimStart().length;
    const isEntry = !inSection && entry.test(line) && (starts.length === 0 || indent <= margin);
    if (isEntry && starts.length === 0) margin = indent;
    if (opens || isEntry) starts.push(at);
    inSection ||= opens;
    at = end + 1;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? source.length }));
}

/** The entry's value as it stands, where it is on one line; else the lines below its key. */
function rawField(text: string, offset: number, entry: RegExp): Field | undefined {
  const match = entry.exec(text);
  const key = match?.[1];
  if (!match || key === undefined) return undefined;
  const from = match[0].length + (/^[ \t]*/.exec(text.slice(match[0].length))?.[0].length ?? 0);
  const said = text.slice(from).trimEnd();
  const lead = match[0].indexOf(key);
  const value = said.includes('\n') ? said : said.replace(/^["']|["']$/g, '');
  return {
    key: key.replace(/^["']|["']$/g, ''),
    value,
    keySpan: { start: offset + lead, end: offset + lead + key.length },
    valueSpan: { start: offset + from, end: offset + from + said.length },
  };
}

const OPEN = 'a closing quote or bracket is missing';

/** The fault with the quotes that mend it, where they are sure to. */
function faultOf(text: string, offset: number, fault: FieldFault, { entry, quotable }: Notation): FieldFault {
  if (fault.span.start === fault.span.end) {
    // It was met at the end of the entry: something that its first line opens is not closed.
    const line = text.split('\n', 1)[0]!.trimEnd();
    return { ...fault, span: { start: offset, end: offset + line.length }, detail: OPEN };
  }
  const unspaced = /^[\w-]+:(?=[^\s/])/.exec(text);
  if (unspaced) {
    const at = offset + unspaced[0].length;
    return {
      ...fault,
      detail: 'the colon behind a key needs a space',
      edit: { span: { start: at, end: at }, text: ' ' },
    };
  }
  const field = rawField(text, offset, entry);
  if (!field || !quotable || typeof field.value !== 'string') return fault;
  const { start, end } = field.valueSpan;
  const said = text.slice(start - offset, end - offset);
  if (said.includes('\n') || !quotable.test(said)) return fault;
  const edit: Edit = { span: field.valueSpan, text: quoted(said) };
  return { ...fault, edit };
}

function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
