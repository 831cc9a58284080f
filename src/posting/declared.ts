import { DECLARED, type Lexicon } from '../lexicon/lexicon.ts';
import { mapOf } from '../pay/field.ts';
import type { PayFigure, PayFlag } from '../types/pay.ts';
import type { Span } from '../types/place.ts';
import type { Declared, Field, FieldFault, Posting } from '../types/posting.ts';
import type { Lane, Level, Vocabulary } from '../types/words.ts';
import { listOf } from '../wording.ts';
import { closeTo } from '../words/spelling.ts';

type Named = Pick<Lane | Level, 'id' | 'title' | 'aliases'>;

/** What a field of a closed list declares, with the fault of a value that is not on it. */
export function declared(
  name: string,
  field: Field | undefined,
  among: readonly Named[],
): { declared: Declared; fault?: FieldFault } {
  if (!field || field.value === null || field.value === '') return { declared: { alias: false } };
  const word =
    typeof field.value === 'string' || typeof field.value === 'number' ? fold(String(field.value)) : undefined;
  const own = among.find((each) => fold(each.id) === word);
  if (own) return { declared: { id: own.id, field, alias: false } };
  const other = among.find((each) => each.aliases.some((alias) => fold(alias) === word) || fold(each.title) === word);
  if (other) {
    const detail = `write ${other.id}: that is its name here`;
    const edit = { span: field.valueSpan, text: other.id };
    return {
      declared: { id: other.id, field, alias: true },
      fault: { code: 'alias', field: name, span: field.valueSpan, detail, edit },
    };
  }
  const choices = among.map((each) => each.id);
  const [near, ...others] = word === undefined ? [] : choices.filter((id) => closeTo(word, id));
  const both = word === undefined ? [] : idsIn(word, among);
  const list = listOf(choices, 'or');
  let detail = `${name} must be one of ${list}`;
  if (near) detail = `${name} is one of ${list}; did you mean ${near}?`;
  if (both.length > 1) detail = `${name} names ${listOf(both)}; write the one that this pay is for`;
  return {
    declared: { field, alias: false },
    fault: {
      code: 'unknown-value',
      field: name,
      span: field.valueSpan,
      detail,
      ...(near && others.length === 0 ? { edit: { span: field.valueSpan, text: near } } : {}),
    },
  };
}

/** The names that are joined in a value: `Mid/Senior`, `applied and llm`; none where another word is among them. */
function idsIn(word: string, among: readonly Named[]): readonly string[] {
  const known = (part: string): string | undefined =>
    among.find(({ id, title, aliases }) => [id, title, ...aliases].some((name) => fold(name) === part))?.id;
  const parts = word.split(/ ?(?:[/,&+|–—]|\b(?:to|or|and)\b) ?/);
  const ids = (parts.length > 1 ? parts : word.split(' ')).map(known);
  return ids.every((id) => id !== undefined) ? [...new Set(ids)] : [];
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/** Where fields that are not there would be added, and what is known of what they would say. */
export interface Opening {
  readonly at: Span;
  /** Whether a frontmatter stands there. */
  readonly isOpen: boolean;
  /** Pay of the text and the frontmatter. */
  readonly pay: readonly PayFigure[];
}

/** Faults of the declared fields that are not there: one for each key without a value, and one for all keys to add. */
export function missing(fields: ReadonlyMap<string, Field>, opening: Opening, vocabulary: Vocabulary): FieldFault[] {
  const faults: FieldFault[] = [];
  const absent: string[] = [];
  for (const name of DECLARED) {
    const field = fields.get(name);
    if (field && field.value !== null && field.value !== '') continue;
    // Where no pay stands anywhere, that it is missing is one lack and told once, of the posting.
    if (name === 'comp' && opening.pay.length === 0) continue;
    if (!field) absent.push(name);
    else {
      const detail = `add ${example(name, opening, vocabulary)}`;
      faults.push({ code: 'missing', field: name, span: field.keySpan, detail });
    }
  }
  if (absent.length === 0) return faults;
  const lines = absent.map((name) => example(name, opening, vocabulary)).join('; ');
  const place = opening.isOpen ? '' : '. These are lines at the top of the file, between two lines of `---`';
  return [{ code: 'missing', field: absent[0]!, span: opening.at, detail: `add ${lines}${place}` }, ...faults];
}

/** A line to add, and what may stand in it. */
function example(name: string, { pay }: Opening, vocabulary: Vocabulary): string {
  if (name === 'comp') {
    const stated = statedBase(pay);
    return stated
      ? `\`comp: ${mapOf(stated)}\`, the base pay that the text states`
      : '`comp: <lowest>-<highest>`, the base pay range of this job';
  }
  const choices = (name === 'lane' ? vocabulary.lanes : vocabulary.levels).map((each) => each.id);
  return `\`${name}:\` with one of ${listOf(choices, 'or')}`;
}

/** Flags of pay that can be declared as it stands. */
const PLAIN: ReadonlySet<PayFlag> = new Set<PayFlag>(['equity', 'bonus', 'doe', 'gross', 'super']);

/** The one closed range of base pay, where there is no other pay beside it. */
function statedBase(pay: readonly PayFigure[]): PayFigure | undefined {
  const [first, ...others] = pay;
  const { min = null, max = null, kind, flags = [] } = first ?? {};
  if (min === null || max === null || kind !== 'base' || !flags.every((flag) => PLAIN.has(flag))) return undefined;
  return min < max && others.every((each) => each.min === min && each.max === max) ? first : undefined;
}

/** Canonical field → value. Of keys that name the same field the canonical one counts, else the first. */
export function canonicalFields(
  fields: readonly Field[],
  lexicon: Lexicon,
  fold: (key: string) => string,
): Map<string, Field> {
  const named = new Map<string, Field>();
  for (const field of fields) {
    const name = lexicon.fields.get(fold(field.key)) ?? field.key;
    const known = named.get(name);
    if (!known) named.set(name, field);
    else if (fold(field.key) === fold(name) && fold(known.key) !== fold(name)) {
      named.set(name, field);
      if (!named.has(known.key)) named.set(known.key, known);
    } else if (!named.has(field.key)) named.set(field.key, field);
  }
  return named;
}

/** Faults of a field that holds something which cannot be understood. */
const UNCLEAR: ReadonlySet<string> = new Set(['unknown-value', 'unparseable']);

/**
 * Whether a text has the shape of a posting: a field of a posting that is understood, two that are filled in, or a section
 * of each kind that postings have. What they are is data: `posting-fields` and `posting-sections`.
 */
export function hasPostingShape(posting: Posting, { words }: Vocabulary): boolean {
  const filled = (words['posting-fields'] ?? []).filter((name) => {
    const value = posting.fields.get(name)?.value;
    return value !== undefined && value !== null && value !== '';
  });
  const isUnclear = (name: string) => posting.faults.some(({ field, code }) => field === name && UNCLEAR.has(code));
  if (filled.length > 1 || filled.some((name) => !isUnclear(name))) return true;
  const kinds = words['posting-sections'] ?? [];
  const headed = new Set<string>(posting.sections.filter(({ heading }) => heading !== '').map(({ kind }) => kind));
  return kinds.length > 0 && kinds.every((kind) => headed.has(kind));
}
