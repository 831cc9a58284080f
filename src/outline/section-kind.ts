import type { HeadingKind, Lexicon } from '../lexicon/lexicon.ts';
import type { Line, Words } from '../markdown/line.ts';
import type { Section, SectionKind } from '../types/text.ts';
import { withoutApostrophes } from '../words/tokens.ts';
import type { Entry } from './headings.ts';
import { cutOf, kindOfLine, kindOfWords, majorityKind } from './statements.ts';

/** A section of the body with its text, before offsets of its end are known. */
export interface Part {
  kind: SectionKind;
  /** The heading's line, or undefined for text without one. */
  readonly heading?: Line;
  readonly level: number;
  readonly entries: Entry[];
  /** What its heading's words show, and the kind of the section that it stands in. */
  found?: HeadingKind;
  above?: SectionKind;
}

/** What shows a part's kind. */
export function shownBy({ kind, found, above, heading }: Part): Section['by'] {
  if (found && found.kind === kind) return found.exact ? 'heading' : 'words';
  return kind === above || !heading ? 'above' : 'text';
}

/** “What you do not need” over what nobody demands, whatever its words would ask for elsewhere. */
export function takesBack({ found, heading }: Part, lexicon: Lexicon): boolean {
  if (!heading || found?.kind !== 'unknown' || !found.exact) return false;
  const denials = lexicon.words('denials');
  return cutOf(heading, lexicon).tokens.some(({ word }) => denials.has(word.replaceAll(/['’]/g, '')));
}

/** Kind that the text shows against its heading, where the heading says little and the text is clear. */
export function contrary(part: Part, found: HeadingKind, lexicon: Lexicon): SectionKind | undefined {
  const items = part.entries.filter(({ piece }) => piece.kind === 'item');
  if (items.length === 0) {
    if (found.kind === 'required') return ofCompany(part, lexicon);
    if (found.kind === 'intro') return withoutRole(part, lexicon) ? 'company' : undefined;
    return found.kind === 'company' && ofTeam(part, lexicon) ? 'intro' : undefined;
  }
  // “Role” over a list of demands; “Candidates will …” over one.
  const loose = found.kind === 'intro' || (!found.exact && (found.kind === 'duties' || found.kind === 'required'));
  if (!loose || items.length < 3 || items.length * 2 < part.entries.length) return undefined;
  const shown = majorityKind(
    items.map(({ line }) => kindOfLine(line, lexicon)),
    3,
  );
  return shown === 'duties' || shown === 'required' ? shown : undefined;
}

/** “What we value” and “Who you are” over prose in which the company speaks of itself, or of the role, only. */
function ofCompany(part: Part, lexicon: Lexicon): SectionKind | undefined {
  const subjects = lexicon.words('company-subjects');
  let sentences = 0;
  let own = 0;
  let role = 0;
  for (const { line } of part.entries) {
    for (const sentence of cutOf(line, lexicon).sentences) {
      const kind = kindOfWords(sentence, lexicon);
      const first = firstOf(sentence);
      if (kind === 'required' || kind === 'preferred') return undefined;
      // “You will report to …” is about the role, “You enjoy …” about the candidate.
      if (kind !== 'duties' && first.startsWith('you')) return undefined;
      sentences++;
      if (kind === 'intro' || kind === 'duties') role++;
      else if (kind === 'company' || subjects.has(first)) own++;
    }
  }
  if (sentences < 2 || own + role === 0) return undefined;
  return own * 2 > sentences ? 'company' : 'intro';
}

/** Fewest words of a text that may be told by what it does not say. */
const SEVERAL = 20;

/** “Description” over text that speaks neither to the reader nor of the job, nor of what the team does. */
function withoutRole(part: Part, lexicon: Lexicon): boolean {
  const empty = lexicon.words('empty-headings');
  if (!headingWords(part, lexicon).every(({ word }) => empty.has(word))) return false;
  const first = part.entries[0];
  if (
    first &&
    cutOf(first.line, lexicon)
      .sentences.slice(0, 1)
      .some((one) => lexicon.opens('team-openers', one))
  )
    return false;
  return wordsWithoutRole(part, lexicon) >= SEVERAL;
}

/** Fewest words of prose under any heading that may be told by what it does not say. */
const SOME = 8;

/** Prose that speaks neither to the reader nor of the job. */
export function tellsOfCompany(part: Part, lexicon: Lexicon): boolean {
  if (!part.entries.every(({ piece }) => piece.kind === 'paragraph')) return false;
  return wordsWithoutRole(part, lexicon) >= SOME;
}

/** Words of a text that speaks neither to the reader nor of the job; 0 where it does. */
function wordsWithoutRole(part: Part, lexicon: Lexicon): number {
  const words = lexicon.words('role-talk');
  let length = 0;
  for (const { line } of part.entries) {
    const { tokens } = cutOf(line, lexicon);
    if (tokens.some(({ word }) => words.has(word))) return 0;
    length += tokens.length;
  }
  return length;
}

/** Whether a heading names the team, and the text tells whom it looks for. */
function ofTeam(part: Part, lexicon: Lexicon): boolean {
  const teams = lexicon.words('team-words');
  if (!headingWords(part, lexicon).some(({ word }) => teams.has(withoutApostrophes(word)))) return false;
  return part.entries.some(({ line }) =>
    cutOf(line, lexicon).sentences.some((sentence) => kindOfWords(sentence, lexicon) === 'intro'),
  );
}

/** Kind that the part's own sentences show, by a clear majority. */
export function content(part: Part, lexicon: Lexicon): SectionKind | undefined {
  if (part.entries.length < 2) return undefined;
  return majorityKind(
    part.entries.map((entry) => kindOfLine(entry.line, lexicon)),
    2,
  );
}

/** “Why join us” is about the company, unless what it lists is what the company gives. */
export function givesBenefits(part: Part, lexicon: Lexicon): boolean {
  if (content(part, lexicon) === 'benefits') return true;
  if (!part.entries.some(({ piece }) => piece.kind === 'item')) return false;
  const given = lexicon.words('benefit-words');
  const seen = new Set<string>();
  for (const { line, piece } of part.entries) {
    if (piece.kind === 'item' || line.plain.length < 120)
      for (const { word } of cutOf(line, lexicon).tokens) if (given.has(word)) seen.add(word);
  }
  return seen.size >= 2;
}

/** “We build together” over prose in which the company goes on about itself. */
export function speaksOfCompany(part: Part, lexicon: Lexicon): boolean {
  const subjects = lexicon.words('company-subjects');
  const own = (line: Line | undefined) => line !== undefined && subjects.has(firstOf(cutOf(line, lexicon)));
  return (
    own(part.heading) &&
    part.entries.length > 0 &&
    part.entries.every(({ line, piece }) => piece.kind === 'paragraph' && own(line))
  );
}

/** Prose in which the company tells what it does or gives: among what it gives, one more such thing. */
export function givesOn(part: Part, lexicon: Lexicon): boolean {
  const subjects = lexicon.words('company-subjects');
  return (
    part.entries.length > 0 &&
    part.entries.every(({ line, piece }) => {
      const first = firstOf(cutOf(line, lexicon));
      return piece.kind === 'paragraph' && (subjects.has(first) || kindOfLine(line, lexicon) === 'benefits');
    })
  );
}

function headingWords({ heading }: Part, lexicon: Lexicon): Words['tokens'] {
  return heading ? cutOf(heading, lexicon).tokens : [];
}

function firstOf({ tokens }: Words): string {
  return withoutApostrophes(tokens[0]?.word ?? '');
}
