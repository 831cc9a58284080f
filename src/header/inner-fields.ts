/** Fields of a posting that stand in a table of their own, where site generators want them (`[extra]`, `params:`). */
import type { Span } from '../types/place.ts';
import type { Field } from '../types/posting.ts';
import type { Frontmatter } from './frontmatter.ts';
import { foldKey } from './header-lines.ts';
import { readToml } from './toml-block.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';

/**
 * The frontmatter with the fields of such tables among its own; `tables` are their folded keys. A field that stands at the top
 * as well counts there.
 */
export function withInnerFields(front: Frontmatter, text: string, tables: ReadonlySet<string>): Frontmatter {
  const outer = front.fields.filter((field) => tables.has(foldKey(field.key)) && isTable(field.value));
  if (outer.length === 0) return front;
  const fields = [...front.fields];
  const texts = [...front.texts];
  const faults = [...front.faults];
  const known = new Set(fields.map(({ key }) => foldKey(key)));
  for (const table of outer) {
    const block = readTable(text, table, front.notation);
    faults.push(...block.faults);
    block.fields.forEach((field, index) => {
      if (!(field.key in (table.value as object)) || known.has(foldKey(field.key))) return;
      known.add(foldKey(field.key));
      for (const each of block.texts) if (each.field === index) texts.push({ ...each, field: fields.length });
      fields.push(field);
    });
  }
  return { ...front, fields, texts, faults };
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readTable(text: string, table: Field, notation: Frontmatter['notation']): YamlBlock {
  const { start, end } = table.valueSpan;
  if (notation === 'toml' && text[start] === '[') return readToml(withoutName(text, table), start);
  if (text[start] === '{') return notation === 'toml' ? NOTHING : readYaml(text.slice(start, end), start);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(line, start).trim() === '' ? readYaml(text.slice(line, end), line) : NOTHING;
}

const NOTHING: YamlBlock = { fields: [], texts: [], faults: [] };

/** TOML below `[extra]`, with `[extra.comp]` as `[comp]`; same length. */
function withoutName(text: string, { key, valueSpan }: Field & { readonly valueSpan: Span }): string {
  const { start, end } = valueSpan;
  return text.slice(start, end).replace(/^\[\s*["']?([\w-]+)["']?\s*(?:\.([^\]\n]*))?\]/gm, (line, name, rest) => {
    if (name !== key) return line;
    return (rest === undefined ? '' : `[${rest}]`).padEnd(line.length);
  });
}
