import type { HeadingKind, Lexicon } from '../lexicon/lexicon.ts';
import { type Line, partOf } from '../markdown/line.ts';
import type { Piece } from '../markdown/markdown.ts';
import type { SectionKind } from '../types/text.ts';
import { letterPattern } from '../words/letters.ts';
import { type Heading, headingOf, OFFERED, RANK } from './heading.ts';
import { labelled, leadIn, shownBelow } from './heading-labels.ts';
import { cutOf, isHeader, kindOfLine, lowly, namesRole, parted, titled } from './statements.ts';

/** A line of the body: a heading, or text beneath one. */
export interface Entry {
  readonly piece: Piece;
  readonly line: Line;
  readonly heading?: Heading;
  /** The line begins with a label that names a fact (`Location: Berlin`), so it is about the job's frame whatever stands around it. */
  readonly fact?: boolean;
}

const MAX_HEADING = 120;

const money = letterPattern(String.raw`[\p{Sc}]\s?\d`);
const smallWord = letterPattern(String.raw`\s[\p{Ll}]`);

/** Turns the pieces of a body into headings and text, in order. One pass. */
export function entriesOf(pieces: readonly Piece[], lexicon: Lexicon): Entry[] {
  const entries: Entry[] = [];
  let duties = false;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const next = pieces[i + 1];
    if (duties && next && headsLines(piece, next, lexicon)) {
      const heading = { level: 7, rank: RANK.label, inline: false, found: undefined };
      entries.push({ piece, line: piece.line, heading });
      continue;
    }
    const from = entries.length;
    readPiece(piece, pieces[i - 1], next, () => shownBelow(pieces, i + 1, lexicon), lexicon, entries);
    const found = entries[from]?.heading?.found;
    if (found) duties = found.kind === 'duties';
  }
  return entries;
}

function readPiece(
  piece: Piece,
  last: Piece | undefined,
  next: Piece | undefined,
  below: () => SectionKind | undefined,
  lexicon: Lexicon,
  out: Entry[],
): void {
  const { line } = piece;
  // A paragraph right above `---` is a heading to Markdown, but not to its author.
  if (piece.kind === 'heading' && line.plain.length > MAX_HEADING * 2) {
    out.push({ piece, line });
    return;
  }
  if (piece.kind === 'heading') {
    const found = line.code ? { kind: 'meta' as const, exact: true } : headingOf(line, lexicon);
    out.push({
      piece,
      line,
      heading: { level: piece.level, rank: piece.level, inline: false, found },
    });
    return;
  }
  if (piece.kind === 'cell') {
    out.push({ piece, line });
    return;
  }
  const label = line.strong && line.plain.length <= MAX_HEADING ? undefined : labelled(piece, lexicon);
  const heading = label ? undefined : (hashes(line, lexicon) ?? wholeLine(piece, last, next, lexicon));
  if (heading) {
    out.push({ piece, line: heading.line, heading: heading.heading });
    return;
  }
  if (label) {
    if (label.heading) out.push({ piece, line: label.line, heading: label.heading });
    out.push({ piece, line: label.rest, ...(label.heading ? {} : { fact: true }) });
    return;
  }
  const lead = piece.kind === 'paragraph' && next?.kind === 'item' ? leadIn(line, below, lexicon) : undefined;
  if (lead) {
    if (lead.before) out.push({ piece, line: lead.before });
    out.push({ piece, line: lead.line, heading: lead.heading });
    return;
  }
  out.push({ piece, line, ...(!last && isHeader(line) ? { fact: true } : {}) });
}

/** Among duties that are typed as lines, a few words in capitals over a line that begins like a duty (“Team & Process”). */
function headsLines(piece: Piece, next: Piece, lexicon: Lexicon): boolean {
  const { line } = piece;
  if (piece.kind !== 'paragraph' || next.block !== piece.block || line.strong) return false;
  const words = line.plain.split(/\s+/, 8).length;
  if (words < 2 || words > 6 || /[.:;,!?]$/.test(line.plain) || next.line.plain.length < 40) return false;
  if (!titled(line.plain) || headingOf(line, lexicon)?.exact) return false;
  return kindOfLine(line, lexicon) !== 'duties' && kindOfLine(next.line, lexicon) === 'duties';
}

/** `###Heading` without the blank that Markdown wants. */
function hashes(line: Line, lexicon: Lexicon): { line: Line; heading: Heading } | undefined {
  if (line.plain.charCodeAt(0) !== 35) return undefined;
  const marks = /^#{1,6}(?=[^\s#])/.exec(line.plain)?.[0].length ?? 0;
  const words = marks > 0 && line.plain.length <= MAX_HEADING ? partOf(line, marks, line.plain.length) : undefined;
  if (!words || (marks === 1 && !/\s/.test(words.plain))) return undefined;
  const found = headingOf(words, lexicon);
  return { line: words, heading: { level: marks, rank: marks, inline: false, found } };
}

/** A line that is a heading as a whole: bold, with a colon at its end, or in words that are known. */
function wholeLine(
  piece: Piece,
  last: Piece | undefined,
  next: Piece | undefined,
  lexicon: Lexicon,
): { line: Line; heading: Heading } | undefined {
  const { line } = piece;
  const text = line.plain;
  if (text.length > MAX_HEADING || !next) return undefined;
  if (piece.kind === 'item' && !mayHead(piece, last, next)) return undefined;
  const words = cutOf(line, lexicon).tokens.length;
  if (words === 0 || words > 14) return undefined;
  const found = headingOf(line, lexicon);
  const colon = /[:：]\**(?:\s?[-–—])?$|\s[-–—]$/.test(text);
  const make = (rank: number): { line: Line; heading: Heading } => ({
    line,
    heading: { level: 7, rank, inline: false, found },
  });
  if (piece.kind === 'item')
    return headsList(piece, last, next, found, words) ? make(RANK.item + piece.depth * 2) : undefined;
  if (line.code) return undefined;
  if (line.strong && found) return make(RANK.bold);
  if (!colon && /[.!,;]$/.test(text) && !/\.\.$/.test(text)) return undefined;
  if (line.strong) return words <= 10 ? make(RANK.bold) : undefined;
  if (colon) return found || next.kind === 'item' || next.block === piece.block ? make(RANK.label) : undefined;
  if (/[.!?]\s+[A-ZÀ-Þ]|\S:\s/.test(text)) return undefined;
  const opens = last?.block !== piece.block;
  if (opens && words <= 8 && titled(text) && !parted.test(text) && namesRole(line, lexicon)) return make(RANK.line);
  if (found?.kind === 'meta' || words > 9 || lowly(text)) return undefined;
  if (found?.exact) return make(RANK.line);
  // “$150K; remote, office optional”
  if (money(text).test(text)) return undefined;
  const leads = opens && next.kind === 'item';
  // Words that say nothing, alone above a list: the list says what it is about.
  if (!found) {
    if (leads && words <= 6 && titled(text) && !parted.test(text)) return make(RANK.label);
    return opens && standsAlone(piece, next, lexicon) ? make(RANK.line) : undefined;
  }
  // “PhD in Machine Vision”, the first of a list that was typed as lines.
  const shown = last?.block === piece.block || last?.kind === 'heading' ? kindOfLine(line, lexicon) : undefined;
  if (shown === 'required' || shown === 'preferred') return undefined;
  // Words that merely hold a known one are a heading where they look like one and lead to something.
  const looks = titled(text) || text.endsWith('?') || (words <= 6 && opens);
  return leads || (looks && (opens || next.kind === 'item' || next.block === piece.block))
    ? make(RANK.line)
    : undefined;
}

/** Fewest characters of a sentence that a line without marks may head. */
const SENTENCE = 40;

/** A few words without a mark, a number or a place, alone above a paragraph: a heading that was typed as a line. */
function standsAlone({ line, block }: Piece, next: Piece, lexicon: Lexicon): boolean {
  if (next.kind !== 'paragraph' || next.block === block) return false;
  if (next.line.plain.length < SENTENCE || !/[.!?]$/.test(next.line.plain)) return false;
  // Capitals throughout make a name.
  if (/[\d,:;|/()@]/.test(line.plain) || !smallWord(line.plain).test(line.plain)) return false;
  const { tokens } = cutOf(line, lexicon);
  const places = lexicon.words('place-words');
  return tokens.length >= 3 && tokens.length <= 8 && !tokens.some(({ word }) => places.has(word));
}

/** Whether an item's place lets it be a heading; most items are let go here, unread. */
function mayHead(piece: Piece, last: Piece | undefined, next: Piece): boolean {
  return (
    holdsItems(piece, next) ||
    piece.edged ||
    piece.line.strong ||
    (next.list !== piece.list && piece.list !== last?.list)
  );
}

function holdsItems(piece: Piece, next: Piece): boolean {
  return next.kind === 'item' && next.depth > piece.depth && next.lines.start < piece.lines.end;
}

/** An item that names the items below it, or a bold line that Markdown took for an item. */
function headsList(
  piece: Piece,
  last: Piece | undefined,
  next: Piece,
  found: HeadingKind | undefined,
  words: number,
): boolean {
  const { line } = piece;
  if (found?.kind === 'meta' || /[.!,;]$/.test(line.plain)) return false;
  if (holdsItems(piece, next)) {
    if (found) return found.exact || words <= 8;
    return words <= 5 && (line.strong || (titled(line.plain) && /:$/.test(line.plain)));
  }
  // “**Nice to have**” as the first item of the list that it names.
  if (line.strong && found && words <= 5 && OFFERED.has(found.kind) && next.list === piece.list) return true;
  // Alone in its list, or between stars (`* Requirements *`): no list was meant.
  const alone = next.list !== piece.list && piece.list !== last?.list;
  return found?.exact === true && (piece.edged || (alone && next.kind !== 'item') || (alone && line.strong));
}
