import type { Edit } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { DeclaredField } from './protocol.ts';

/** The edit that sets a field of a posting's header to an id, with a new header where it has none; none where it cannot be read. */
export function declareEdit(posting: Posting, name: DeclaredField, id: string): Edit | undefined {
  const { text, frontmatter, fields, unread } = posting;
  if (unread) return undefined;
  const field = fields.get(name);
  if (field) {
    const words = text.slice(field.valueSpan.start, field.valueSpan.end);
    const mark = /^["']/.exec(words)?.[0] ?? '';
    const gap = words === '' && text[field.valueSpan.start - 1] === ':' ? ' ' : '';
    return { span: field.valueSpan, text: `${gap}${mark}${id}${mark}` };
  }
  if (frontmatter.end === frontmatter.start) {
    return inserted(text.startsWith('\ufeff') ? 1 : 0, `---\n${name}: ${id}\n---\n\n`);
  }
  const firstBreak = text.indexOf('\n', frontmatter.start);
  const opener = text.slice(frontmatter.start, firstBreak).trim();
  if (opener === '---') return inserted(firstBreak + 1, `${name}: ${id}\n`);
  if (opener === '+++') return inserted(firstBreak + 1, `${name} = "${id}"\n`);
  // A header without fences is written as lines of `key: value`; one in JSON is left to its author.
  return /^[\w -]+:/.test(opener) ? inserted(frontmatter.start, `${name}: ${id}\n`) : undefined;
}

function inserted(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
