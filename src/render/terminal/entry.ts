import type { Place } from '../../types/place.ts';
import { plain } from '../plain.ts';
import { displayWidth } from '../width.ts';
import { hanging, wrap } from '../wrap.ts';
import type { Excerpt } from './excerpt.ts';
import { type Look, linked, type Paint, type Style } from './look.ts';

/** Columns of an excerpt where no width is known, with what stands left of it. */
const WIDTH = 120;
/** Narrowest excerpt. */
const LEAST = 20;
/** Columns of the line numbers. */
const NUMBER = 4;

/** A text below the excerpt, and the word that says what it is; empty for the message. */
export type Paragraph = readonly [lead: string, text: string];

/** What is told of a finding or a problem. */
export interface Entry {
  readonly label: string;
  readonly style: Style;
  readonly path: string;
  readonly place: Place | undefined;
  readonly rule?: string;
  /** Stands behind the rule. */
  readonly note?: string | undefined;
  readonly excerpt?: Excerpt | undefined;
  readonly paragraphs: readonly Paragraph[];
}

/** Columns that an excerpt at a place may take. */
export function roomFor(place: Place, { width = WIDTH }: Look): number {
  return Math.max(LEAST, width - indentOf(place));
}

/** An entry as lines: severity, rule and place; the posting's words underlined; paragraphs. */
export function drawEntry(entry: Entry, look: Look, paint: Paint): string[] {
  const below = entry.paragraphs.flatMap((each) => paragraphLines(each, entry.place, look, paint));
  return [...headLines(entry, look, paint), ...excerptLines(entry, look, paint), ...below];
}

/** A paragraph, wrapped under the text of the excerpt. */
export function paragraphLines([lead, text]: Paragraph, place: Place | undefined, look: Look, paint: Paint): string[] {
  const indent = ' '.repeat(indentOf(place));
  const safe = plain(text);
  if (lead === '') return wrap(safe, look.width && look.width - indent.length).map((line) => indent + line);
  const [first = '', ...rest] = hanging(`${indent + lead} `, safe, look.width);
  return [indent + paint('faint', lead) + first.slice(indent.length + lead.length), ...rest];
}

/** The place stands on a line of its own where it does not fit: a path that is broken cannot be clicked. */
function headLines({ label, style, path, place, rule, note }: Entry, look: Look, paint: Paint): string[] {
  const at = plain(place ? `${path}:${place.line}:${place.column}` : path);
  const lead = [
    paint(style, label),
    ...(rule === undefined ? [] : [linked(paint('strong', rule), look.pageOf?.(rule))]),
  ];
  const behind = note === undefined ? [] : [paint('faint', note)];
  const columns = displayWidth([label, rule, at, note].filter((part) => part !== undefined).join('  '));
  return !look.width || columns <= look.width
    ? [[...lead, at, ...behind].join('  ')]
    : [[...lead, ...behind].join('  '), `  ${at}`];
}

function excerptLines({ excerpt, place, style }: Entry, { boxes }: Look, paint: Paint): string[] {
  if (!excerpt || !place) return [];
  const { before, words, after, lastLine } = excerpt;
  const bar = boxes ? ' │ ' : ' | ';
  const number = String(place.line).padStart(indentOf(place) - bar.length);
  const marks = '^'.repeat(Math.max(1, displayWidth(words)));
  const more = lastLine === undefined ? '' : paint('faint', ` to line ${lastLine}`);
  return [
    paint('faint', number + bar) + before + paint(style, words) + after,
    paint('faint', ' '.repeat(number.length) + bar) + ' '.repeat(displayWidth(before)) + paint(style, marks) + more,
  ];
}

/** Columns of a line's number and the bar behind it. */
function indentOf(place: Place | undefined): number {
  return Math.max(NUMBER, String(place?.line ?? 0).length) + 3;
}
