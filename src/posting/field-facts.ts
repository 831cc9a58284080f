/** Facts that the frontmatter states. */

import { foldKey } from '../header/header-lines.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Fact, Field } from '../types/posting.ts';
import { isWord } from '../words/characters.ts';
import { fold } from '../words/tokens.ts';

/** The text of a frontmatter value: a string, or the strings of a list. */
export function fieldFact(text: string, field: Field | undefined): Fact | undefined {
  if (!field) return undefined;
  const values = (Array.isArray(field.value) ? field.value : [field.value]).filter(
    (value) => typeof value === 'string',
  );
  const said = values.join(', ').trim();
  if (said === '') return undefined;
  const { start, end } = field.valueSpan;
  const quote = text.charCodeAt(start);
  const quoted = (quote === 34 || quote === 39) && text.charCodeAt(end - 1) === quote && end - start > 1;
  return { text: said, span: quoted ? { start: start + 1, end: end - 1 } : { start, end }, from: 'frontmatter' };
}

/**
 * The kind of employment, under its own key or under one that may hold something else, too (`type: page`), where its value is
 * one: a text that names a kind, hours in figures, a tag, or a key that is the kind itself (`full_time: true`).
 */
export function employmentField(text: string, fields: ReadonlyMap<string, Field>, lexicon: Lexicon): Fact | undefined {
  const canonical = fields.get('employment_type');
  const others = [...fields.values()].filter((field) => field !== canonical);
  for (const field of canonical ? [canonical, ...others] : others) {
    const fact = employmentIn(text, field, field === canonical, lexicon);
    if (fact) return fact;
  }
  return undefined;
}

function employmentIn(text: string, field: Field, canonical: boolean, lexicon: Lexicon): Fact | undefined {
  const name = foldKey(field.key);
  const has = (list: string) => lexicon.words(list).has(name);
  const from = 'frontmatter';
  if (canonical || has('employment-keys')) {
    const fact = fieldFact(text, field);
    if (fact && (typeIn(fact.text, lexicon) || isKind(fact.text, lexicon))) return fact;
  }
  if (has('hours-keys') && /^(?:string|number)$/.test(typeof field.value) && /\d/.test(String(field.value))) {
    return { text: String(field.value), span: field.valueSpan, from };
  }
  if (has('tag-keys') && Array.isArray(field.value)) {
    const tag = field.value.find((each) => typeof each === 'string' && isKind(each, lexicon));
    if (tag !== undefined) return { text: tag, span: field.valueSpan, from };
  }
  const isSet = field.value === true || (typeof field.value === 'string' && /^\s*(?:true|yes)\s*$/i.test(field.value));
  return isSet && has('employment-flags') ? { text: field.key, span: field.keySpan, from } : undefined;
}

/** Whether a text, or a part of it between commas or slashes, is a kind of employment and nothing else. */
function isKind(text: string, lexicon: Lexicon): boolean {
  const kinds = ['employment-types', 'employment-values'].map((list) => lexicon.words(list));
  const parts = text
    .slice(0, 200)
    .replaceAll('_', ' ')
    .split(/[,/;|]/);
  return parts.some((part) => kinds.some((kind) => kind.has(fold(part.trim()))));
}

/** Where a text names a kind of employment. */
export function typeIn(text: string, lexicon: Lexicon): { from: number; to: number } | undefined {
  const folded = text.toLowerCase().replaceAll('_', ' ');
  for (const type of lexicon.words('employment-types')) {
    for (let at = folded.indexOf(type); at >= 0; at = folded.indexOf(type, at + 1)) {
      const inside = (at > 0 && isWord(folded, at - 1, at)) || isWord(folded, at + type.length, folded.length);
      if (!inside) return { from: at, to: at + type.length };
    }
  }
  return undefined;
}
