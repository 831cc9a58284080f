import type { Edit } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { SectionKind } from '../types/text.ts';

/** Edits that move a top-level list item to the front of the next list of a section kind; none where that is not certain. */
export function moveItem(posting: Posting, index: number, to: SectionKind): readonly Edit[] | undefined {
  const block = posting.blocks[index];
  if (block === undefined || block.kind !== 'item' || block.depth > 0) return undefined;
  const { text } = posting;
  const target = posting.blocks.find(
    (other) => other.kind === 'item' && other.depth === 0 && posting.sections[other.section]?.kind === to,
  );
  if (target === undefined || bulletOf(posting, target.lines.start) !== bulletOf(posting, block.lines.start))
    return undefined;
  const lines = text.slice(block.lines.start, block.lines.end);
  if (!lines.endsWith('\n')) return undefined;
  return [
    { span: block.lines, text: '' },
    { span: { start: target.lines.start, end: target.lines.start }, text: lines },
  ];
}

/** The mark that begins a list item's line, with its indent; numbered items have none in common. */
function bulletOf(posting: Posting, start: number): string | undefined {
  return /^[ \t]*[-*+•][ \t]+/.exec(posting.text.slice(start, start + 20))?.[0];
}
