import { type Frontmatter, foldKey, readFrontmatter } from '../header/frontmatter.ts';
import { withInnerFields } from '../header/inner-fields.ts';
import { readDates } from '../lexicon/dates.ts';
import { type Lexicon, lexiconOf } from '../lexicon/lexicon.ts';
import { readLines } from '../markdown/inline.ts';
import { readBody } from '../markdown/markdown.ts';
import { assemble, type FieldPart } from '../outline/assemble.ts';
import { entriesOf } from '../outline/headings.ts';
import { partsOf } from '../outline/sections.ts';
import { flatPay } from '../pay/flat.ts';
import type { Period } from '../types/pay.ts';
import type { Problem, Span } from '../types/place.ts';
import type { Field, FieldFault, Posting } from '../types/posting.ts';
import type { Vocabulary } from '../types/words.ts';
import { tokenize } from '../words/tokens.ts';
import { readYears } from '../years/years.ts';
import { canonicalFields, declared, missing, type Opening } from './declared.ts';
import { readFacts } from './facts.ts';
import { languageOf } from './language.ts';
import { withMistyped } from './mistyped.ts';
import { withMistypedPay } from './mistyped-pay.ts';
import { readPay } from './pay.ts';
import { isClosed } from './standing.ts';
import { withSwap } from './swapped-ends.ts';
import { commentWaivers, fieldWaivers, headerWaivers } from './waivers.ts';

/**
 * Reads one posting: frontmatter, sections, statements, pay, years, waivers, all with offsets of `text`. Never throws and takes time
 * linear in the text; what cannot be read becomes a fault or a problem.
 */
export function readPosting(path: string, text: string, vocabulary: Vocabulary): Posting {
  const lexicon = lexiconOf(vocabulary);
  const lineStarts = startsOfLines(text);
  const header = readFrontmatter(text, lexicon.declaring, lexicon.keys);
  const front = withInnerFields(header, text, lexicon.words('inner-tables'));
  const fields = canonicalFields(front.fields, lexicon, foldKey);
  const mistyped = withMistyped(text, front.fields, fields, lexicon, vocabulary);
  const told = new Set(mistyped.map(({ span }) => span.start));
  const flat = withMistypedPay(front.fields, fields, told, lexicon, vocabulary);
  mistyped.push(...flat.faults);
  const period = withFlatPay(flat.fields, fields, lexicon, vocabulary);
  const lane = declared('lane', fields.get('lane'), vocabulary.lanes);
  const level = declared('level', fields.get('level'), vocabulary.levels);

  const body = readBody(path, front.hole ? blanked(text, front.hole) : text, front.bodyStart, (line) =>
    headsSection(line, lexicon),
  );
  const entries = entriesOf(body.pieces, lexicon);
  const facts = readFacts(text, fields, entries, lexicon);
  const fieldParts = partsOfFields(text, front, fields, facts.title?.from === 'frontmatter', lexicon);
  const inFields = fieldParts.map(({ kind }) => kind);
  const assembled = assemble(text, fieldParts, partsOf(entries, inFields, lexicon), facts.titleLine, lexicon);
  const language = languageOf(assembled, lexicon, lexicon.languages);
  const years = readYears(assembled.tokens, assembled.statements, assembled.blocks, lexicon);
  const { declaredPay, pay } = readPay(fields, facts.location?.text, assembled, vocabulary, period);
  const all = { start: 0, end: text.length };
  const waived = [
    fieldWaivers(fields.get('jd_review'), all),
    headerWaivers(text, front.span, all),
    commentWaivers(path, text, body.comments, assembled.blocks),
  ];

  const faults: FieldFault[] = [...front.faults, ...mistyped.map((fault) => inNotation(fault, front.notation))];
  for (const { fault } of [lane, level, declaredPay])
    if (fault && fault.code !== 'reversed') faults.push(inNotation(fault, front.notation));
  const turned =
    declaredPay.fault?.code === 'reversed' ? withSwap(text, fields.get('comp'), declaredPay.fault) : undefined;
  if (turned) faults.push(turned.edit && declaredPay.fault?.edit ? inNotation(turned, front.notation) : turned);
  const { dates, faults: wrongDates } = readDates(fields, lexicon);
  faults.push(...wrongDates);
  if (!front.unread) faults.push(...missing(fields, { ...openingOf(text, front), pay }, vocabulary));
  return {
    path,
    text,
    ...(body.shown === undefined ? {} : { shown: body.shown }),
    lineStarts,
    frontmatter: front.span,
    ...(front.unread ? { unread: true } : {}),
    fields,
    faults,
    dates,
    ...(isClosed(front.fields, lexicon) ? { closed: true } : {}),
    lane: lane.declared,
    level: level.declared,
    ...(declaredPay.figure ? { comp: declaredPay.figure } : {}),
    ...(language === undefined ? {} : { language }),
    ...(facts.title ? { title: facts.title } : {}),
    ...(facts.location ? { location: facts.location } : {}),
    ...(facts.employmentType ? { employmentType: facts.employmentType } : {}),
    sections: assembled.sections,
    blocks: assembled.blocks,
    statements: assembled.statements,
    tokens: assembled.tokens,
    pay,
    years,
    waivers: waived.flatMap(({ waivers }) => waivers),
    problems: waived.flatMap(({ faults }) => faults).map((fault): Problem => problemAt(path, lineStarts, fault)),
  };
}

/** Whether a line is a heading whatever stands around it: bold as a whole, or known word for word. */
function headsSection(line: string, lexicon: Lexicon): boolean {
  if (/^\*\*[^*]+\*\*:?\s*$/.test(line)) return true;
  return /^[*_#]*[A-Z]/.test(line) && lexicon.heading(tokenize(line))?.exact === true;
}

/** The text with a range of it as blanks; same length. */
function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

/** Pay that is said in several keys (`salary_min`, `salary_max`) becomes one field; gives the period that they name. */
function withFlatPay(
  written: readonly Field[],
  fields: Map<string, Field>,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): Period | undefined {
  const { comp, period } = flatPay(written, (key) => lexicon.fields.has(foldKey(key)), vocabulary);
  const declared = fields.get('comp')?.value;
  if (comp && (declared === undefined || declared === null || declared === '')) fields.set('comp', comp);
  return period;
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where an author adds a field that is not there: the opening fence, else the first line. */
function openingOf(text: string, front: Frontmatter): Pick<Opening, 'at' | 'isOpen'> {
  const { start, end } = front.span;
  const isOpen = end > start;
  if (isOpen && /[-+]/.test(text[start]!)) return { at: { start, end: Math.min(start + 3, end) }, isOpen };
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, stop < 0 ? text.length : stop).trimEnd();
  return { at: { start, end: start + line.length }, isOpen };
}

/** A fault whose edit is written as the header is; without its edit where that is not known. */
function inNotation(fault: FieldFault, notation: Frontmatter['notation']): FieldFault {
  const { edit, ...rest } = fault;
  if (!edit || notation === 'yaml') return fault;
  return /^[\w -]+$/.test(edit.text) ? { ...rest, edit: { ...edit, text: JSON.stringify(edit.text) } } : rest;
}

/** Sections that stand in the frontmatter: the title, and fields whose key is a known heading and whose value is text for candidates. */
function partsOfFields(
  text: string,
  front: Frontmatter,
  fields: ReadonlyMap<string, Field>,
  title: boolean,
  lexicon: Lexicon,
): FieldPart[] {
  const parts: FieldPart[] = [];
  const inline = { breaks: false, comments: [] };
  const titleField = title ? fields.get('title') : undefined;
  front.fields.forEach((field, index) => {
    const span = { start: field.keySpan.start, end: field.valueSpan.end };
    if (field === titleField) {
      const texts = lineTexts(text, [{ span: unquoted(text, field.valueSpan), item: false }], inline);
      parts.push({ kind: 'meta', title: true, span, texts });
      return;
    }
    const own = front.texts.filter((each) => each.field === index);
    if (own.length === 0) return;
    const kind = lexicon.heading(tokenize(field.key.replace(/([a-z])([A-Z])/g, '$1 $2')))?.kind;
    if (!kind || kind === 'meta' || kind === 'intro' || kind === 'pay') return;
    const heading = readLines(text, field.keySpan.start, field.keySpan.end, inline)[0];
    parts.push({ kind, span, texts: lineTexts(text, own, inline), ...(heading ? { heading } : {}) });
  });
  return parts;
}

function unquoted(text: string, span: Span): Span {
  const quote = text.charCodeAt(span.start);
  const quoted = (quote === 34 || quote === 39) && span.end - span.start >= 2;
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

function lineTexts(
  text: string,
  spans: readonly { readonly span: Span; readonly item: boolean }[],
  inline: Parameters<typeof readLines>[3],
): FieldPart['texts'] {
  return spans.flatMap(({ span, item }) =>
    readLines(text, span.start, span.end, inline).map((line) => ({ line, item })),
  );
}

function problemAt(path: string, lineStarts: readonly number[], fault: { span: Span; message: string }): Problem {
  const start = placeOf(lineStarts, fault.span.start);
  const end = placeOf(lineStarts, fault.span.end);
  const place = { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  return { path, place, message: fault.message, severity: 'error' };
}

function placeOf(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lineStarts[low]! + 1 };
}
