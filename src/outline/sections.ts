import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Line } from '../markdown/line.ts';
import type { Piece } from '../markdown/markdown.ts';
import type { SectionKind } from '../types/text.ts';
import { type Heading, OFFERED } from './heading.ts';
import type { Entry } from './headings.ts';
import {
  content,
  contrary,
  givesBenefits,
  givesOn,
  type Part,
  speaksOfCompany,
  tellsOfCompany,
} from './section-kind.ts';
import { cutOf, kindOfLine, kindOfWords, namesRole } from './statements.ts';

/** A heading that is open at a place, with the kind that it gives to what stands under it. */
interface Open {
  readonly rank: number;
  readonly kind: SectionKind;
  /** The posting's title and the lines under it, which hold all sections. */
  readonly frame: boolean;
  /** No text stands between it and the next heading. */
  bare: boolean;
}

/** From this rank on headings are labels in the running text. */
const LABEL_RANK = 8;
/** From this rank on they are labels in a list. */
const ITEM_RANK = 10;

/**
 * Groups entries under their headings and says what each group is about; `told` are kinds that the frontmatter holds. One pass over
 * entries, one over parts.
 */
export function partsOf(entries: readonly Entry[], told: readonly SectionKind[], lexicon: Lexicon): Part[] {
  const parts: Part[] = [];
  const ranks: number[] = [];
  let current: Part | undefined;
  let inline: Piece | undefined;
  let enclosing = 0;
  for (const entry of entries) {
    const { heading, piece } = entry;
    if (heading) {
      if (heading.inline && !inline) enclosing = ranks.at(-1) ?? 0;
      inline = heading.inline ? piece : undefined;
      current = { kind: 'unknown', heading: entry.line, level: heading.level, entries: [] };
      parts.push(current);
      ranks.push(heading.rank);
      continue;
    }
    // A label with its text on the same line covers its block and what hangs on it.
    if (inline && piece.block !== inline.block && !hangs(piece, inline)) {
      current = { kind: 'unknown', level: 0, entries: [] };
      parts.push(current);
      // Behind a mere label nothing says what the text goes on with.
      ranks.push(enclosing >= LABEL_RANK ? 0 : enclosing);
      inline = undefined;
    }
    if (!current) {
      current = { kind: 'unknown', level: 0, entries: [] };
      parts.push(current);
      ranks.push(0);
    }
    current.entries.push(entry);
  }
  const headings = new Map<Line, Heading>();
  for (const entry of entries) if (entry.heading) headings.set(entry.line, entry.heading);
  const named = nameParts(parts, ranks, headings, lexicon);
  lookAhead(named, headings);
  if (!told.includes('duties')) dutiesInIntro(named, headings, lexicon);
  return named;
}

/** A list behind a label belongs to it, and to a label in a list only the items below it. */
function hangs(piece: Piece, label: Piece): boolean {
  return piece.kind === 'item' && (label.kind !== 'item' || piece.depth > label.depth);
}

function nameParts(
  parts: readonly Part[],
  ranks: readonly number[],
  headings: ReadonlyMap<Line, Heading>,
  lexicon: Lexicon,
): Part[] {
  const named: Part[] = [];
  const open: Open[] = [];
  let top = true;
  let begun = false;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const rank = ranks[i]!;
    const heading = part.heading ? headings.get(part.heading) : undefined;
    if (!heading) {
      while (rank > 0 && open.length > 0 && open.at(-1)!.rank > rank) open.pop();
      if (rank === 0) open.length = 0;
      part.kind = open.at(-1)?.kind ?? (top ? 'intro' : 'unknown');
      if (part.entries.length > 0) top = false;
      named.push(part);
      continue;
    }
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
    const above = open.at(-1);
    if (heading.found) part.found = heading.found;
    if (above) part.above = above.kind;
    part.kind = kindOf(part, heading, above, { top, begun }, lexicon);
    // “Education” in a row of benefits, over what the company pays for.
    const last = ranks[i - 1] === rank ? named.at(-1)!.kind : undefined;
    if (last === 'benefits' && mayGive(part, heading) && givesOn(part, lexicon)) part.kind = 'benefits';
    const frame = top && part.kind === 'meta' && (!heading.found?.exact || part.heading!.code);
    open.push({ rank, kind: frame ? 'intro' : part.kind, frame, bare: part.entries.length === 0 });
    if (above?.bare) open.at(-2)!.bare = false;
    if (part.kind !== 'meta' && part.kind !== 'unknown') {
      begun = true;
      top = false;
    }
    named.push(part);
    // The text under a title is the introduction, not part of the title.
    if (frame && part.entries.length > 0) {
      named.push({ kind: 'intro', level: 0, entries: part.entries.splice(0) });
      top = false;
    } else if (part.entries.length > 0) {
      top = false;
    }
  }
  return named;
}

function kindOf(
  part: Part,
  heading: Heading,
  above: Open | undefined,
  { top, begun }: { readonly top: boolean; readonly begun: boolean },
  lexicon: Lexicon,
): SectionKind {
  const { found, rank } = heading;
  if (top && !found?.exact && (!found || heading.level <= 6) && above?.kind !== 'duties') {
    const role = part.heading ? namesRole(part.heading, lexicon) : false;
    if (!found || role)
      return heading.level <= 6 || role || part.entries.length === 0
        ? 'meta'
        : (content(part, lexicon) ?? toldBelow(part, lexicon) ?? 'intro');
  }
  if (found && found.kind !== 'unknown') {
    // Inside what the company gives, a heading that merely holds a known word names one more thing it gives.
    const gives = found.kind === 'benefits' || (found.kind === 'pay' && above?.kind === 'benefits');
    // “Additional information” over nothing but headings says nothing, so each of them speaks for itself.
    const lent = above?.bare && above.kind === 'legal' && OFFERED.has(found.kind);
    if (!found.exact && !gives && !lent && above && GIVEN.has(above.kind) && !asksAgain(part, heading, above, lexicon))
      return above.kind;
    // Among what is asked for, one that merely holds a word of the company's says what to share of it (“our values”).
    const ofCompany = found.kind === 'company' || found.kind === 'intro';
    if (!found.exact && ofCompany && above?.bare && ASKED.has(above.kind)) return above.kind;
    // “Safety” and “Culture” in a list of duties are groups of duties.
    if (rank >= ITEM_RANK && above && ASKED.has(above.kind) && !OFFERED.has(found.kind)) return above.kind;
    if (found.kind === 'company' && givesBenefits(part, lexicon)) return 'benefits';
    // “Experience: five years …” in a list of wishes is one of them.
    if (heading.inline && rank >= ITEM_RANK && found.kind === 'required' && above?.kind === 'preferred')
      return 'preferred';
    return contrary(part, found, lexicon) ?? found.kind;
  }
  const shown = content(part, lexicon) ?? (givesBenefits(part, lexicon) ? 'benefits' : undefined);
  if (found) return shown ?? (begun ? 'unknown' : 'intro');
  if (part.heading && ASKED.has(above?.kind ?? 'unknown') && speaksOfCompany(part, lexicon)) return 'company';
  if (above && above.kind !== 'meta' && above.kind !== 'unknown' && above.kind !== 'intro') return above.kind;
  const role = part.heading ? namesRole(part.heading, lexicon) : false;
  return (
    shown ??
    toldBelow(part, lexicon) ??
    (role || !begun || (above?.kind === 'intro' && !above.frame) ? 'intro' : 'unknown')
  );
}

/** Kind of prose under a heading that says nothing: what its first sentence shows, else the company's where it does not speak of the job. */
function toldBelow(part: Part, lexicon: Lexicon): SectionKind | undefined {
  const [first] = part.entries;
  if (first?.piece.kind !== 'paragraph') return undefined;
  return kindOfLine(first.line, lexicon) ?? (tellsOfCompany(part, lexicon) ? 'company' : undefined);
}

const ASKED: ReadonlySet<SectionKind> = new Set(['duties', 'required', 'preferred']);
const GIVEN: ReadonlySet<SectionKind> = new Set(['benefits', 'legal', 'process']);

/** “It would be nice if you:” over wishes is no part of the “Apply” that a page's button left above it. */
function asksAgain(part: Part, { found }: Heading, above: Open, lexicon: Lexicon): boolean {
  if (!found || !ASKED.has(found.kind) || above.kind === 'benefits') return false;
  const shown = content(part, lexicon);
  return shown !== undefined && ASKED.has(shown);
}

/** A heading of a word or two that says nothing else for sure. */
function mayGive({ heading }: Part, { found }: Heading): boolean {
  return !found || (found.kind === 'required' && !/\s/.test(heading!.plain)) || found.kind === 'unknown';
}

/** A heading that says little and holds no text is about what the next one says. */
function lookAhead(parts: readonly Part[], headings: ReadonlyMap<Line, Heading>): void {
  for (let i = 0; i + 1 < parts.length; i++) {
    const part = parts[i]!;
    const next = parts[i + 1]!;
    if (part.kind !== 'unknown' || part.entries.length > 0 || !part.heading || !next.heading) continue;
    if (headings.get(part.heading)?.found) part.kind = next.kind;
  }
}

/** Where no heading names the duties, the part about the role of which most tells of them is them. */
function dutiesInIntro(parts: readonly Part[], headings: ReadonlyMap<Line, Heading>, lexicon: Lexicon): void {
  if (parts.some((part) => part.kind === 'duties')) return;
  let best: Part | undefined;
  let most = 0;
  for (const part of parts) {
    if (part.kind !== 'intro' || !part.heading) continue;
    // A list under a heading about the role tells what is done in it, in whatever words.
    const known = headings.get(part.heading)?.found?.kind === 'intro';
    const items = known ? part.entries.filter((entry) => entry.piece.kind === 'item').length : 0;
    let told = items >= 3 ? items : 0;
    let sentences = told;
    for (const { line, piece } of part.entries) {
      if (items >= 3 && piece.kind === 'item') continue;
      for (const sentence of cutOf(line, lexicon).sentences) {
        const kind = kindOfWords(sentence, lexicon);
        if (kind === 'duties') told++;
        if (kind !== 'intro') sentences++;
      }
    }
    if (told > most && (items >= 3 || told * 3 >= sentences)) {
      best = part;
      most = told;
    }
  }
  if (best) best.kind = 'duties';
}
