import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { Span } from '../types/place.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { letterPattern } from '../words/letters.ts';
import { blankFields, pendingNotes, pendingWords } from './blank-notes.ts';
import { hitsIn, spanOf } from './scope.ts';

const options = {
  markers: { type: 'texts', doc: 'Words that mark a blank, case as written (TODO, TBD).' },
  fill: { type: 'texts', doc: 'Words that, inside brackets, tell the author what to write there.' },
  residue: { type: 'phrases', doc: 'Instructions of a template; the fix deletes their sentence.' },
  labels: { type: 'phrases', doc: 'Labels after which three or more choices with slashes are a choice not made.' },
  reader: { type: 'phrases', doc: 'Not in a sentence that says one of these: whoever applies fills that blank.' },
  names: { type: 'phrases', doc: 'A marker in one of these is a name (“TBD is building …”).' },
  pending: {
    type: 'texts',
    doc: 'Words that, inside square or pointed brackets, or in round ones around a whole line, say that the text is still to come.',
  },
  generated: { type: 'texts', doc: 'Beginnings of what {{…}} holds where a site generator fills it.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** What a template leaves behind. */
export const placeholder: CheckKind<typeof options> = {
  doc: 'The posting still holds a template’s blank: brackets to fill, a marker, an instruction, a choice not made.',
  options,
  values: [],
  compile: (options) => {
    const starts = startsOf(options);
    const pending = pendingWords(options.pending);
    return (context) => judge(options, starts, pending, context);
  },
};

/** Most characters of a line that are searched for choices. */
const LINE_LENGTH = 300;

/** Longest text between brackets that is still read as a blank. */
const BLANK_LENGTH = 160;

const OPENERS: Readonly<Record<string, string>> = { '[': ']', '{{': '}}', '<': '>', '${': '}' };

function judge(check: Options, starts: RegExp, pending: RegExp | undefined, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const shown = posting.shown ?? posting.text;
  const hints: Hint[] = [];
  const add = (span: Span, hint?: Omit<Hint, 'span'>): void => {
    hints.push({ span, ...hint });
  };
  const isLeft = within(readersBlanks(check, context));
  const isName = within(names(check, context));
  for (const span of blankFields(posting)) add(span);
  const spans = nextStart(shown, 0, starts) < 0 ? [] : proseSpans(posting);
  for (const span of spans) {
    const text = shown.slice(span.start, span.end);
    for (const [start, end] of blanks(text, starts, check)) {
      const blank = { start: span.start + start, end: span.start + end };
      if (!isLeft(blank.start) && !isName(blank.start)) add(blank);
    }
  }
  for (const hit of hitsIn(context, check.residue, ['anywhere'], 'keep')) {
    const statement = posting.statements[hit.statement]!;
    add(statement.span, { edits: [{ span: withSpaceBefore(posting, statement.span), text: '' }] });
  }
  for (const hit of hitsIn(context, check.labels, ['anywhere'], 'keep')) {
    const start = posting.tokens[hit.from]!.start;
    const end = Math.min(posting.statements[hit.statement]!.span.end, start + LINE_LENGTH);
    const said = posting.text.slice(start, end).split('\n', 1)[0]!.trimEnd();
    if (choices(said) >= 3) add({ start, end: start + said.length });
  }
  for (const span of pendingNotes(posting, pending)) if (!isAround(hints, span)) add(span);
  return withoutOverlap(hints);
}

function isAround(hints: readonly Hint[], { start, end }: Span): boolean {
  return hints.some(({ span }) => span.start <= start && span.end >= end);
}

/** Sentences whose blanks the reader fills. */
function readersBlanks(check: Options, { posting, hits }: CheckContext): Span[] {
  const said = check.reader === undefined ? [] : hits.of(check.reader);
  return said.map((hit) => posting.statements[hit.statement]!.span);
}

/** Words around a marker that is somebody's name. */
function names(check: Options, { posting, hits }: CheckContext): Span[] {
  const said = check.names === undefined ? [] : hits.of(check.names);
  return said.map((hit) => spanOf(posting, hit));
}

/** Whether a place lies in one of the spans, which are in order of place; to be asked in that order. */
function within(spans: readonly Span[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < spans.length && spans[next]!.end <= at) next++;
    return next < spans.length && spans[next]!.start <= at;
  };
}

/** Hints in order of place; of those that overlap, the one made first: a bracket before the sentence around it. */
function withoutOverlap(hints: readonly Hint[]): readonly Hint[] {
  const sorted = hints.map((hint, rank) => ({ hint, rank })).sort((a, b) => a.hint.span.start - b.hint.span.start);
  const kept: { hint: Hint; rank: number }[] = [];
  for (const each of sorted) {
    const last = kept.at(-1);
    if (last && each.hint.span.start < last.hint.span.end) {
      if (each.rank < last.rank) kept[kept.length - 1] = each;
    } else kept.push(each);
  }
  return kept.map(({ hint }) => hint);
}

/** Text that people read: blocks and plain frontmatter values, in order of place, none twice. */
function proseSpans(posting: Posting): Span[] {
  const spans: Span[] = posting.blocks.map((block) => block.span);
  for (const field of posting.fields.values()) {
    // An address is put together by the site.
    if (typeof field.value === 'string' && !/^(?:\/|https?:|mailto:)/.test(field.value)) spans.push(field.valueSpan);
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return spans.flatMap((span) => {
    const start = Math.max(span.start, end);
    end = Math.max(end, span.end);
    return start < span.end ? [{ start, end: span.end }] : [];
  });
}

/** Ranges of a text that are blanks to fill; code spans and links are skipped. One pass. */
function blanks(text: string, starts: RegExp, check: Options): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < text.length; ) {
    const start = nextStart(text, at, starts);
    if (start < 0) break;
    if (text[start] === '`') {
      const close = text.indexOf('`', start + 1);
      at = close < 0 ? text.length : close + 1;
      continue;
    }
    const opener = OPENERS[text.slice(start, start + 2)] ? text.slice(start, start + 2) : text[start]!;
    const closer = OPENERS[opener];
    if (closer) {
      at = start + opener.length;
      const inside = text.slice(at, at + BLANK_LENGTH);
      const close = inside.indexOf(closer);
      const end = at + close + closer.length;
      if (close >= 0 && isBlank(opener, inside.slice(0, close), text, start, end, check)) {
        found.push([start, end]);
        at = end;
      }
      continue;
    }
    const [from, to] = wordAround(text, start, at);
    const word = text.slice(from, to);
    if (check.markers?.includes(word) || /^(?:XX,XXX|XXX,XXX|X{3,}|_{4,})$/.test(word)) found.push([from, to]);
    at = to;
  }
  return found;
}

const word = letterPattern(String.raw`^[\p{L}\p{N}_]+$`);

/** Where a blank may begin, or a code span. */
function startsOf({ markers = [] }: Options): RegExp {
  const words = markers.filter((marker) => word(marker).test(marker));
  return new RegExp(['[`[<]', '\\{\\{', '\\$\\{', 'XXX', 'XX,X', '____', ...words].join('|'), 'g');
}

/** The next place where a blank may begin, −1 where there is none. Most of a posting is passed over. */
function nextStart(text: string, from: number, starts: RegExp): number {
  starts.lastIndex = from;
  return starts.exec(text)?.index ?? -1;
}

/** The run of letters, digits, `_` and inner commas that holds an index, looked for from `least` on. */
function wordAround(text: string, index: number, least: number): [number, number] {
  let from = index;
  while (from > least && isWordPart(text, from - 1)) from--;
  let to = index + 1;
  while (to < text.length && isWordPart(text, to)) to++;
  return [from, to];
}

function isWordPart(text: string, at: number): boolean {
  const character = text[at]!;
  return word(character).test(character) || (character === ',' && text[at + 1] === 'X');
}

const letters = letterPattern(String.raw`[\p{L}]{2}`);
const betweenWords = letterPattern(String.raw`[^\p{L}\p{N}']+`, 'g');
const inCapitals = letterPattern(String.raw`^[\p{Lu}]{2,}(?:[ _-][\p{Lu}\p{N}]{2,})+$`);
const choice = letterPattern(String.raw`[\p{L}]\s/\s?[\p{L}]|[\p{L}]{4,}/[\p{L}]{4,}`);

function isBlank(opener: string, inside: string, text: string, start: number, end: number, check: Options): boolean {
  const words = inside.trim();
  if (opener === '{{') return words !== '' && !check.generated?.some((each) => words.startsWith(each));
  if (opener === '${') return /^\w+$/.test(words);
  if (words.includes('\n\n') || !letters(words).test(words)) return false;
  const folded = words.toLowerCase();
  const told = ` ${folded.replace(betweenWords(folded), ' ')} `;
  const instructs = check.fill?.some((each) => told.includes(` ${each.toLowerCase()} `)) ?? false;
  const marked = check.markers?.some((each) => words.includes(each)) ?? false;
  if (opener === '<') return (marked || instructs) && !/^[/!]|[="]|^https?:|@/.test(words);
  // `[text](target)`, `[text][label]`, `[label]: target` and array types are no blanks.
  const next = text[end] ?? '';
  if (next === '(' || next === '[' || next === ':' || /[\w)\]]/.test(text[start - 1] ?? '')) return false;
  if (words.startsWith('^') || words.startsWith('!')) return false;
  const capitals = inCapitals(words).test(words);
  return marked || instructs || capitals || choice(words).test(words);
}

/** How many choices a line offers: slashes with a space beside them, plus one. */
function choices(text: string): number {
  return text.split(/\s\/\s?|\/\s/).length;
}

/** The sentence and the white space that parts it from the one before on its line. */
function withSpaceBefore(posting: Posting, span: Span): Span {
  let start = span.start;
  while (start > 0 && /[ \t]/.test(posting.text[start - 1]!)) start--;
  return { start, end: span.end };
}
