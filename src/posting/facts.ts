import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Line, partOf } from '../markdown/line.ts';
import type { Heading } from '../outline/heading.ts';
import type { Entry } from '../outline/headings.ts';
import { cutOf, namesRole, textNamesRole } from '../outline/statements.ts';
import type { Fact, Field } from '../types/posting.ts';
import { hyphenedWords } from '../words/tokens.ts';
import { employmentField, fieldFact, typeIn } from './field-facts.ts';

/** What the posting says of its own frame. */
export interface Facts {
  readonly title?: Fact;
  readonly location?: Fact;
  readonly employmentType?: Fact;
  /** The line of the body that is the title; undefined where the frontmatter holds it. */
  readonly titleLine?: Line;
}

/** Longest text that names a place or a kind of employment. */
const MAX_FACT = 120;

/** Text entries at the top that may be header lines. */
const HEADER = 6;

/** Title, location and employment type: from the frontmatter, else from headings, labels and header lines. */
export function readFacts(
  text: string,
  fields: ReadonlyMap<string, Field>,
  entries: readonly Entry[],
  lexicon: Lexicon,
): Facts {
  const header = entries
    .slice(0, 40)
    .filter(({ heading, piece, line }) => (heading ? !names(heading) : piece.kind !== 'item' && !isProse(line)))
    .slice(0, HEADER);
  const parts = header.flatMap((entry) => headerParts(entry.line));
  const title = readTitle(text, fields, entries, header, parts, lexicon);
  const location =
    fieldFact(text, fields.get('location')) ??
    labelled(entries, 'location-labels', lexicon) ??
    placed(parts, title.titleLine, lexicon);
  const employmentType = employmentField(text, fields, lexicon) ?? typed(entries, parts, lexicon);
  return {
    ...title,
    ...(location ? { location } : {}),
    ...(employmentType ? { employmentType } : {}),
  };
}

/** A heading that names a section says nothing of the job's frame (“About us” is no place). */
function names({ found }: Heading): boolean {
  return found?.exact === true && found.kind !== 'meta';
}

function isProse(line: Line): boolean {
  return line.plain.length > 220 || (/[.!?]$/.test(line.plain) && line.plain.length > 60);
}

function readTitle(
  text: string,
  fields: ReadonlyMap<string, Field>,
  entries: readonly Entry[],
  header: readonly Entry[],
  parts: readonly Line[],
  lexicon: Lexicon,
): Pick<Facts, 'title' | 'titleLine'> {
  const field = fieldFact(text, fields.get('title'));
  if (field && textNamesRole(field.text, lexicon)) return { title: field };
  const heading = entries.find(
    (entry) =>
      entry.heading && entry.heading.level <= 6 && !entry.heading.found?.exact && namesRole(entry.line, lexicon),
  );
  if (heading && entries.indexOf(heading) < 12) return { title: factOf(heading.line), titleLine: heading.line };
  const named = header.find(
    (entry) =>
      entry.line.plain.length <= 100 &&
      !/[.!?:]$/.test(entry.line.plain) &&
      !entry.heading?.found?.exact &&
      namesRole(entry.line, lexicon) &&
      headerParts(entry.line).length <= 1,
  );
  if (named && !field) return { title: factOf(named.line), titleLine: named.line };
  const part = parts.find(
    (each) => each.plain.length <= 100 && !(field && /[.!?]$/.test(each.plain)) && namesRole(each, lexicon),
  );
  if (part) return { title: factOf(part) };
  if (field) return { title: field };
  const first = entries.find((entry) => entry.heading);
  if (first?.heading && first.heading.level <= 6 && !first.heading.found?.exact)
    return { title: factOf(first.line), titleLine: first.line };
  return {};
}

function factOf(line: Line): Fact {
  return { text: line.plain, span: line.span, from: 'body' };
}

/** `Location: Berlin` in any line, `Location | Berlin` in a table, or the first text beneath a heading “Location”. */
function labelled(entries: readonly Entry[], list: string, lexicon: Lexicon): Fact | undefined {
  const names = lexicon.words(list);
  /** Whether a line's words, or those before an offset of its plain text, are such a label. */
  const labels = (line: Line, to = line.plain.length): boolean => {
    const end = line.source.end(to - 1);
    const words = cutOf(line, lexicon).tokens.filter((token) => token.start < end);
    return names.has(hyphenedWords(words).join(' '));
  };
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i]!;
    if (entry.heading) {
      const next = entries[i + 1];
      if (!next || next.heading || next.line.plain.length > MAX_FACT || entry.line.plain.length > 40) continue;
      if (labels(entry.line)) return factOf(next.line);
      continue;
    }
    const { plain } = entry.line;
    const beside = entry.piece.kind === 'cell' && plain.length <= 24 ? cellBeside(entries, i) : undefined;
    if (beside && labels(entry.line)) return factOf(beside);
    const colon = plain.indexOf(':');
    if (colon < 3 || colon > 24) continue;
    if (!labels(entry.line, colon)) continue;
    const rest = partOf(entry.line, colon + 1, plain.length);
    if (rest && rest.plain.length <= MAX_FACT) return factOf(rest);
  }
  return undefined;
}

/** The next cell of the same row, short enough for a fact. */
function cellBeside(entries: readonly Entry[], at: number): Line | undefined {
  const next = entries[at + 1];
  const same = next?.piece.kind === 'cell' && next.piece.lines.start === entries[at]!.piece.lines.start;
  return same && next.line.plain.length <= MAX_FACT ? next.line : undefined;
}

const separators = /\s+[|•·–—-]\s+|\s*\|\s*|\s{3,}|\s·\s/g;

/** Parts of a header line: `Company | Title | Place`, or `Company - Title - Place`. */
function headerParts(line: Line): Line[] {
  if (line.plain.length > 400) return [];
  const parts: Line[] = [];
  let from = 0;
  for (const match of line.plain.matchAll(separators)) {
    // “Bay Area (Burlingame, CA – on site)” is one part.
    if (inBrackets(line.plain, match.index)) continue;
    const part = partOf(line, from, match.index);
    if (part) parts.push(part);
    from = match.index + match[0].length;
  }
  const last = partOf(line, from, line.plain.length);
  if (last) parts.push(last);
  return parts;
}

function inBrackets(text: string, at: number): boolean {
  const open = text.lastIndexOf('(', at);
  return open > text.lastIndexOf(')', at) && text.indexOf(')', at) > at;
}

const pin = /[🌎🌍🌏🌐📍🗺]\ufe0f?\s*/u;
const cityAndState = /^[A-ZÀ-Þ][\w.À-ɏ -]+, (?:[A-Z]{2}|[A-ZÀ-Þ][a-zß-ɏ]+)$/;

/** The part of a header that a pin marks, else one in words of places. */
function placed(parts: readonly Line[], title: Line | undefined, lexicon: Lexicon): Fact | undefined {
  for (const part of parts) {
    const match = pin.exec(part.plain);
    const rest = match && partOf(part, match.index + match[0].length, part.plain.length);
    if (rest) return factOf(rest);
  }
  const places = lexicon.words('place-words');
  const found = parts.find(
    (part) =>
      part !== title &&
      part.plain.length <= 80 &&
      !namesRole(part, lexicon) &&
      (cityAndState.test(part.plain) || hyphenedWords(cutOf(part, lexicon).tokens).some((word) => places.has(word))),
  );
  return found ? factOf(found) : undefined;
}

/** A label, a header's part, or the first sentence outside lists that names a kind of employment. */
function typed(entries: readonly Entry[], parts: readonly Line[], lexicon: Lexicon): Fact | undefined {
  const label = labelled(entries, 'employment-labels', lexicon);
  if (label && typeIn(label.text.slice(0, 200), lexicon)) return label;
  const lines = [...parts, ...entries.filter((entry) => entry.piece.kind !== 'item').map((entry) => entry.line)];
  for (const line of lines.slice(0, 60)) {
    if (line.plain.length > 2000) continue;
    const found = typeIn(line.plain, lexicon);
    const part = found && partOf(line, found.from, found.to);
    if (part) return factOf(part);
  }
  return undefined;
}
