import { DECLARED, type Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../types/place.ts';
import type { Declared, Field, FieldFault, Posting } from '../types/posting.ts';
import type { Lane, Level, Vocabulary } from '../types/words.ts';
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
  const list = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  const detail = near ? `${name} is one of ${list}; did you mean ${near}?` : `${name} must be one of ${list}`;
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

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

/** Faults of the declared fields that are not there; `at` is where an author would add them. */
export function missing(fields: ReadonlyMap<string, Field>, at: Span, vocabulary: Vocabulary): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const name of DECLARED) {
    const field = fields.get(name);
    if (field && field.value !== null && field.value !== '') continue;
    const span = field ? field.keySpan : at;
    faults.push({ code: 'missing', field: name, span, detail: example(name, vocabulary) });
  }
  return faults;
}

function example(name: string, vocabulary: Vocabulary): string {
  const among = name === 'lane' ? vocabulary.lanes : name === 'level' ? vocabulary.levels : [];
  const choices = among.map((each) => each.id);
  if (choices.length === 0) return `add \`${name}: <lowest>-<highest>\`, the base pay range of this job`;
  return `add \`${name}:\` with one of ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
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
