import type { CheckContext, PhraseSet } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';

/**
 * Blocks led by a block that says one of a set: items nested under it, and a list right behind it
 * (“One or more of:” before the bullets). Indexes into `posting.blocks`.
 */
export function blocksLedBy({ posting, hits }: CheckContext, set: PhraseSet): ReadonlySet<number> {
  const says = new Set(hits.of(set).map((hit) => posting.statements[hit.statement]!.block));
  const led = new Set<number>();
  if (says.size === 0) return led;
  let leadsList = false;
  // ancestors[d]: whether the open item at depth d is led or leads.
  const ancestors: boolean[] = [];
  posting.blocks.forEach((block, index) => {
    if (block.kind !== 'item') {
      leadsList = says.has(index) && endsOpen(posting, index);
      ancestors.length = 0;
      return;
    }
    const above = block.depth > 0 ? (ancestors[block.depth - 1] ?? false) : leadsList;
    if (above) led.add(index);
    ancestors.length = block.depth;
    ancestors[block.depth] = above || says.has(index);
  });
  return led;
}

/** Whether a block's text ends in a colon, so that the list behind it is part of its sentence; a heading always does. */
function endsOpen(posting: Posting, index: number): boolean {
  const block = posting.blocks[index]!;
  if (block.kind === 'heading') return true;
  return /:[\s*_]*$/.test(posting.text.slice(Math.max(block.span.start, block.span.end - 8), block.span.end));
}
