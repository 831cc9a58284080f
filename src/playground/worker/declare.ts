import { applyEdits } from '../../fixes.ts';
import type { Edit } from '../../types/place.ts';
import type { Posting } from '../../types/posting.ts';
import type { DeclaredField } from '../protocol.ts';

/**
 * The edit that sets a field of a posting's header to an id, with a new header where it has none. None where the header
 * is in a form that is left to its author, or so broken that the field would not be read from it.
 */
export function declareEdit(
  text: string,
  read: (text: string) => Posting,
  name: DeclaredField,
  id: string,
): Edit | undefined {
  const edit = editFor(read(text), name, id);
  return edit && read(applyEdits(text, [edit]))[name].id === id ? edit : undefined;
}

function editFor({ text, frontmatter, fields }: Posting, name: DeclaredField, id: string): Edit | undefined {
  const field = fields.get(name);
  if (field) {
    const words = text.slice(field.valueSpan.start, field.valueSpan.end);
    const mark = /^["']/.exec(words)?.[0] ?? '';
    const gap = text[field.valueSpan.start - 1] === ':' ? ' ' : '';
    return { span: field.valueSpan, text: `${gap}${mark}${id}${mark}` };
  }
  if (frontmatter.end === frontmatter.start) {
    return inserted(text.startsWith('\ufeff') ? 1 : 0, `---\n${name}: ${id}\n---\n\n`);
  }
  const firstBreak = text.indexOf('\n', frontmatter.start);
  const opener = text.slice(frontmatter.start, firstBreak).trim();
  if (opener === '---') return inserted(firstBreak + 1, `${name}: ${id}\n`);
  if (opener === '+++' || opener === '---toml') return inserted(firstBreak + 1, `${name} = "${id}"\n`);
  // A header without fences is lines of `key: value`.
  return inserted(frontmatter.start, `${name}: ${id}\n`);
}

function inserted(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
