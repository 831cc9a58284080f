/** Keys of the frontmatter that are a slip of the keyboard away from one that is read. */

import { foldKey } from '../header/header-lines.ts';
import { DECLARED, type Lexicon } from '../lexicon/lexicon.ts';
import { PAY_KEYS } from '../pay/value.ts';
import type { Span } from '../types/place.ts';
import type { Field, FieldFault } from '../types/posting.ts';
import type { Vocabulary } from '../types/words.ts';
import { closeTo } from '../words/spelling.ts';
import { declared } from './declared.ts';

/** Keys shorter than this are near to too many words. */
export const LEAST_LETTERS = 5;

/** Of words this long two slips are forgiven. */
const LONG_WORD = 9;

/** Fields of the frontmatter with those whose key is mistyped under the name that is meant, and a fault for each. */
export function withMistyped(
  text: string,
  all: readonly Field[],
  fields: Map<string, Field>,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): FieldFault[] {
  const faults: FieldFault[] = [];
  const unknown = all.filter(({ key }) => {
    const name = foldKey(key);
    return !lexicon.keys.has(name) && !lexicon.words('other-keys').has(name);
  });
  const wanted = [...DECLARED, ...lexicon.words('mistyped-fields')].map((name) => name.replaceAll('-', '_'));
  for (const name of wanted) {
    if (unknown.length === 0) break;
    if (isFilled(fields.get(name))) continue;
    const written = vocabulary.fields[name] ?? vocabulary.fields[name.replaceAll('_', '-')] ?? [];
    const keys = [name, ...written.filter((key) => foldKey(key).length >= LEAST_LETTERS)];
    for (const field of unknown) {
      const word = foldKey(field.key);
      const meant = keys.find((key) => isNear(word, foldKey(key))) ?? pluralOf(name, field, vocabulary);
      if (meant === undefined || !fits(name, field, vocabulary)) continue;
      fields.set(name, field);
      fields.delete(field.key);
      faults.push(faultOf(name, field.key, meant, field.keySpan));
      break;
    }
  }
  const comp = fields.get('comp');
  if (comp) faults.push(...mendedPay(text, comp, fields, lexicon));
  return faults;
}

export function faultOf(field: string, key: string, meant: string, span: Span): FieldFault {
  const detail = `“${key.slice(0, 40)}” is no key that is read; did you mean ${meant}?`;
  return { code: 'mistyped-key', field, span, detail, edit: { span, text: meant } };
}

function isFilled(field: Field | undefined): boolean {
  return field !== undefined && field.value !== null && field.value !== '';
}

/** One slip apart; in long words two. Plurals are words of their own. */
function isNear(word: string, key: string): boolean {
  if (word === key || word === `${key}s` || key === `${word}s`) return false;
  if (closeTo(word, key)) return true;
  if (key.length < LONG_WORD || word[0] !== key[0] || Math.abs(word.length - key.length) > 2) return false;
  // The first slip is mended, the second is what `closeTo` forgives.
  let at = 0;
  while (at < word.length && word[at] === key[at]) at++;
  const [head, rest, wanted] = [key.slice(0, at), word.slice(at), key.slice(at)];
  const mended = [wanted[0]! + rest, wanted[0]! + rest.slice(1), rest.slice(1), wanted.slice(0, 2) + rest.slice(2)];
  return mended.some((each) => head + each === key || closeTo(head + each, key));
}

/** Whether the value is one of the kind that the field holds. */
function fits(name: string, field: Field, vocabulary: Vocabulary): boolean {
  const { value } = field;
  if (!isFilled(field)) return false;
  if (name === 'lane') return fitsList(name, field, vocabulary.lanes);
  if (name === 'level') return fitsList(name, field, vocabulary.levels);
  if (name === 'comp') return /\d{2}/.test(JSON.stringify(value));
  return typeof value === 'string' || Array.isArray(value);
}

/** `lanes: llm`: one understood value under the plural of a key. */
function pluralOf(name: string, field: Field, { lanes, levels }: Vocabulary): string | undefined {
  const among = name === 'lane' ? lanes : name === 'level' ? levels : undefined;
  const isPlural = foldKey(field.key) === `${name}s`;
  return among && isPlural && declared(name, field, among).declared.id !== undefined ? name : undefined;
}

/** Understood, or at least one word: `en` beside `lang` is none of a lane. */
function fitsList(name: string, field: Field, among: Vocabulary['lanes'] | Vocabulary['levels']): boolean {
  const { declared: found, fault } = declared(name, field, among);
  return found.id !== undefined || (fault?.detail.includes('did you mean') ?? false) || isOneWord(field.value);
}

function isOneWord(value: unknown): boolean {
  return typeof value === 'string' && /^[\p{L}-]{2,20}$/u.test(value.trim());
}

/** Keys inside the declared pay: `{ min: 150000, mx: 188000 }` is read as what is meant. */
function mendedPay(text: string, comp: Field, fields: Map<string, Field>, lexicon: Lexicon): FieldFault[] {
  const { value } = comp;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const groups: readonly (readonly string[])[] = Object.values(PAY_KEYS);
  const known = new Set(groups.flat());
  const entries = Object.entries(value as Record<string, unknown>);
  const missing = groups.filter((names) => !entries.some(([key]) => names.includes(foldKey(key))));
  const faults: FieldFault[] = [];
  const mended = entries.map(([key, inner]): [string, unknown] => {
    const word = foldKey(key);
    if (!/^[a-z]+$/.test(word) || known.has(word) || lexicon.words('other-pay-keys').has(word) || inner === null)
      return [key, inner];
    const meant = missing
      .flatMap((names) => names.filter(({ length }) => length > 2))
      .find((name) => isNearShort(word, name));
    if (meant === undefined || faults.some(({ edit }) => edit?.text === meant)) return [key, inner];
    faults.push(faultOf('comp', key, meant, placeOf(text, comp.valueSpan, key)));
    return [meant, inner];
  });
  if (faults.length > 0) fields.set('comp', { ...comp, value: Object.fromEntries(mended) });
  return faults;
}

/** Nearness of words as short as `max`: a letter left out, doubled, swapped or changed behind the first one. */
export function isNearShort(word: string, name: string): boolean {
  if (name.length > 3) return isNear(word, name);
  if (word.length < 2 || word[0] !== name[0])
    return word.length === 3 && closeTo(word, name) && sorted(word) === sorted(name);
  return closeTo(`${name[0]}${word}`, `${name[0]}${name}`);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** Where a key stands inside a value. */
function placeOf(text: string, { start, end }: Span, key: string): Span {
  const inside = text.slice(start, end);
  for (let at = inside.indexOf(key); at >= 0; at = inside.indexOf(key, at + 1)) {
    const behind = inside.slice(at + key.length, at + key.length + 8);
    if (/^["']?\s*[:=]/.test(behind) && !/[\w-]/.test(inside[at - 1] ?? ' ')) {
      return { start: start + at, end: start + at + key.length };
    }
  }
  return { start, end };
}
