import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Line, Words } from '../markdown/line.ts';
import { wholeLines } from '../markdown/markdown.ts';
import type { Span } from '../types/place.ts';
import type { Block, Section, SectionKind, Statement, Token } from '../types/text.ts';
import { ownerOf } from './owner.ts';
import { type Part, shownBy, takesBack } from './section-kind.ts';
import { cutOf, kindOfWords, strayKind } from './statements.ts';

/** Text of a posting in the form that checks read, and the lines that it was made of, by block. */
export interface Assembled {
  readonly sections: Section[];
  readonly blocks: Block[];
  readonly statements: Statement[];
  readonly tokens: Token[];
  readonly lines: Line[];
}

type Laid = Omit<Assembled, 'tokens'>;

/** A field's text that is part of the posting: its title, or entries of a list of duties, requirements, … */
export interface FieldPart {
  readonly kind: SectionKind;
  readonly heading?: Line;
  readonly title?: boolean;
  readonly span: Span;
  readonly texts: readonly { readonly line: Line; readonly item: boolean }[];
}

/** First words about the role that make up the opening. */
const OPENING_WORDS = 60;

/** Lays out frontmatter texts and the body's parts as sections, blocks, statements and tokens, in order of place. */
export function assemble(
  text: string,
  fields: readonly FieldPart[],
  parts: readonly Part[],
  title: Line | undefined,
  lexicon: Lexicon,
): Assembled {
  const out: Laid = { sections: [], blocks: [], statements: [], lines: [] };
  for (const field of fields) addField(text, field, out, lexicon);
  const free = !parts.some((part) => part.heading && part.kind !== 'meta' && part.kind !== 'intro');
  const lent = lentKinds(fields, parts, lexicon);
  for (let i = 0; i < parts.length; i++) addPart(text, parts, i, title, free, lent, out, lexicon);
  return { ...out, statements: markOpening(out), tokens: tokensOf(out, lexicon) };
}

/** The words of all lines, in one list of the right length from the start: there are thousands. */
function tokensOf({ lines, statements }: Laid, lexicon: Lexicon): Token[] {
  const tokens = new Array<Token>(statements.at(-1)?.tokens.to ?? 0);
  let at = 0;
  for (const line of lines) {
    const own = cutOf(line, lexicon).tokens;
    for (let index = 0; index < own.length; index++) tokens[at++] = own[index]!;
  }
  return tokens;
}

function addField(text: string, field: FieldPart, out: Laid, lexicon: Lexicon): void {
  const section = out.sections.length;
  out.sections.push({
    kind: field.kind,
    by: 'field',
    heading: field.heading?.plain ?? '',
    headingSpan: field.heading?.span ?? { start: field.span.start, end: field.span.start },
    span: field.span,
    level: field.heading ? 7 : 0,
  });
  for (const { line, item } of field.texts) {
    const kind = field.title ? 'title' : item ? 'item' : 'field';
    const block = { kind, span: line.span, lines: wholeLines(text, line.span), section, depth: 0 } as const;
    addBlock(block, line, field.kind, out, lexicon);
  }
}

function addPart(
  text: string,
  parts: readonly Part[],
  index: number,
  title: Line | undefined,
  free: boolean,
  lent: ReadonlySet<SectionKind>,
  out: Laid,
  lexicon: Lexicon,
): void {
  const part = parts[index]!;
  const start = startOf(part);
  if (start === undefined) return;
  let end = text.length;
  for (let next = index + 1; next < parts.length; next++) {
    const following = startOf(parts[next]!);
    if (following !== undefined) {
      end = following;
      break;
    }
  }
  const section = out.sections.length;
  const headingSpan = part.heading?.span ?? { start, end: start };
  out.sections.push({
    kind: part.kind,
    by: shownBy(part),
    heading: part.heading ? written(text, part.heading) : '',
    headingSpan,
    span: { start, end },
    level: part.level,
  });
  if (part.heading) {
    const kind = part.heading === title ? 'title' : 'heading';
    const block = { kind, span: headingSpan, lines: wholeLines(text, headingSpan), section, depth: 0 } as const;
    addBlock(block, part.heading, part.kind, out, lexicon);
  }
  for (let i = 0; i < part.entries.length; i++) {
    const entry = part.entries[i]!;
    const { piece, line } = entry;
    const listed = LISTED.has(part.kind) && piece.kind === 'paragraph' && besides(part.entries, i);
    const kind = line === title ? 'title' : listed ? 'item' : piece.kind === 'heading' ? 'paragraph' : piece.kind;
    const block = { kind, span: line.span, lines: piece.lines, section, depth: piece.depth } as const;
    const stated = entry.fact ? 'meta' : isLegal(line, kind, lexicon) ? 'legal' : part.kind;
    const open = (free && part.kind !== 'meta') || (part.kind === 'unknown' && !takesBack(part, lexicon));
    const reading = stated !== part.kind ? undefined : open ? ownKind : lends(part, kind) ? lentKind(lent) : undefined;
    addBlock(block, line, stated, out, lexicon, reading);
  }
}

/** A heading as its author wrote it: with its entities and escapes, but without marks. */
function written(text: string, heading: Line): string {
  const source = text.slice(heading.span.start, heading.span.end);
  const decoded = /&[#\w]+;|\\[^\s*_`[\]<]/.test(source) && !/[*_`[\]<]|\\\s/.test(source);
  return decoded ? source.replace(/\s+/g, ' ') : heading.plain;
}

function startOf(part: Part): number | undefined {
  return part.heading?.span.start ?? part.entries[0]?.line.span.start;
}

/** Says a sentence's kind by its words and its section's kind. */
type Reading = (sentence: Words, kind: SectionKind, lexicon: Lexicon) => SectionKind;

function addBlock(block: Block, line: Line, kind: SectionKind, out: Laid, lexicon: Lexicon, reading?: Reading): void {
  const index = out.blocks.length;
  out.blocks.push(block);
  out.lines.push(line);
  for (const sentence of cutOf(line, lexicon).sentences) {
    const { from, to, tokens } = sentence;
    const first = out.statements.at(-1)?.tokens.to ?? 0;
    const span = { start: line.source.start(from), end: line.source.end(to - 1) };
    const told = reading ? reading(sentence, kind, lexicon) : kind;
    const named = block.kind === 'title' || block.kind === 'heading';
    const own = named ? told : strayKind(sentence, told, lexicon);
    out.statements.push({
      span,
      tokens: { from: first, to: first + tokens.length },
      block: index,
      kind: own,
      owner: ownerOf(sentence, own, block.kind, lexicon),
      opening: false,
    });
  }
}

/** Sections in which lines of one paragraph are a list that was typed without bullets. */
const LISTED: ReadonlySet<SectionKind> = new Set(['duties', 'required', 'preferred', 'benefits']);

function besides(entries: readonly Part['entries'][number][], index: number): boolean {
  const { block } = entries[index]!.piece;
  const last = entries[index - 1];
  const next = entries[index + 1];
  return last?.piece.block === block || next?.piece.block === block;
}

/** A paragraph of equal opportunity, in whatever section it stands. */
function isLegal(line: Line, kind: Block['kind'], lexicon: Lexicon): boolean {
  if (kind !== 'paragraph' || line.plain.length < 40) return false;
  return lexicon.isLegal(line.plain);
}

/** Kind of a sentence in a posting without headings: what its own words show, else unknown. */
function ownKind(sentence: Words, kind: SectionKind, lexicon: Lexicon): SectionKind {
  return kindOfWords(sentence, lexicon) ?? (kind === 'intro' ? 'intro' : 'unknown');
}

const LENDING: ReadonlySet<SectionKind> = new Set(['intro', 'required', 'company']);

function lends(part: Part, kind: Block['kind']): boolean {
  return kind === 'paragraph' && LENDING.has(part.kind);
}

/** Where no section holds the duties, or the requirements: the kinds that at least two sentences of the prose about role and company tell of. */
function lentKinds(fields: readonly FieldPart[], parts: readonly Part[], lexicon: Lexicon): ReadonlySet<SectionKind> {
  const wanted = new Map<SectionKind, number>([
    ['duties', 0],
    ['required', 0],
  ]);
  for (const { kind } of [...fields, ...parts]) wanted.delete(kind);
  if (wanted.size === 0) return new Set();
  for (const part of parts) {
    if (!LENDING.has(part.kind)) continue;
    for (const { line, piece } of part.entries) {
      if (piece.kind !== 'paragraph') continue;
      for (const sentence of cutOf(line, lexicon).sentences) {
        const shown = kindOfWords(sentence, lexicon);
        const count = shown && wanted.get(shown);
        if (shown && count !== undefined) wanted.set(shown, count + 1);
      }
    }
  }
  return new Set([...wanted].filter(([, count]) => count >= 2).map(([kind]) => kind));
}

function lentKind(lent: ReadonlySet<SectionKind>): Reading | undefined {
  if (lent.size === 0) return undefined;
  return (sentence, kind, lexicon) => {
    const shown = kindOfWords(sentence, lexicon);
    return shown && lent.has(shown) ? shown : kind;
  };
}

/** A line without an end that has fewer words is a label or a note, no sentence about the role. */
const SENTENCE_WORDS = 5;

/** Marks the first sentences that speak of the role: of the introduction, else of the duties, else of what is asked for. */
function markOpening(out: Laid): Statement[] {
  // Behind the lists, text without a kind (“Our stack”) opens nothing.
  const listed = out.statements.findIndex(({ kind }) => ASKED.has(kind));
  const introduces = (kind: SectionKind, index: number): boolean =>
    kind === 'intro' || (kind === 'unknown' && (listed < 0 || index < listed));
  const pick = (wanted: (kind: SectionKind, index: number) => boolean): Set<number> => {
    const chosen = new Set<number>();
    let words = 0;
    for (let i = 0; i < out.statements.length && words < OPENING_WORDS; i++) {
      const statement = out.statements[i]!;
      const block = out.blocks[statement.block]!;
      if (block.kind === 'title' || block.kind === 'heading') continue;
      const lent = statement.kind === 'duties' && out.sections[block.section]!.kind === 'intro';
      if (!wanted(lent ? 'intro' : statement.kind, i)) continue;
      const count = statement.tokens.to - statement.tokens.from;
      const plain = out.lines[statement.block]!.plain;
      if (block.kind === 'paragraph' && count < SENTENCE_WORDS && !/[.!?:…]["'”’)]*$/.test(plain)) continue;
      chosen.add(i);
      words += count;
    }
    return chosen;
  };
  let chosen = pick(introduces);
  if (chosen.size === 0) chosen = pick((kind) => kind === 'duties');
  if (chosen.size === 0) chosen = pick((kind) => kind === 'required');
  return out.statements.map((statement, i) => (chosen.has(i) ? { ...statement, opening: true } : statement));
}

const ASKED: ReadonlySet<SectionKind> = new Set(['duties', 'required', 'preferred']);
