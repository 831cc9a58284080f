import type { CheckContext } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import type { PhraseSet } from '../types/words.ts';

/**
 * Blocks led by a block that says one of a set: items nested under it, a list right behind it (“One or more of:” before
 * the bullets), and the cells of a table’s row behind its first one, which is their label. Indexes into `posting.blocks`.
 */
export function blocksLedBy({ posting, hits }: CheckContext, set: PhraseSet): ReadonlySet<number> {
  const says = new Set(hits.of(set).map((hit) => posting.statements[hit.statement]!.block));
  const led = new Set<number>();
  if (says.size === 0) return led;
  let leadsList = false;
  // Depth of the first item behind it: those less deep are no part of its list.
  let leadDepth: number | undefined;
  // ancestors[d]: whether the open item at depth d is led or leads.
  const ancestors: boolean[] = [];
  let label = -1;
  posting.blocks.forEach((block, index) => {
    if (block.kind === 'cell') {
      const goesOn = label >= 0 && posting.blocks[label]!.lines.start === block.lines.start;
      if (!goesOn) label = index;
      else if (says.has(label)) led.add(index);
      return;
    }
    label = -1;
    if (block.kind !== 'item') {
      leadsList = says.has(index) && endsOpen(posting, index);
      leadDepth = undefined;
      ancestors.length = 0;
      return;
    }
    leadDepth ??= block.depth;
    if (block.depth < leadDepth) leadsList = false;
    const above = block.depth > 0 ? (ancestors[block.depth - 1] ?? leadsList) : leadsList;
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

/**
 * For each block the first of the alternatives that it is one of, by its index: “or a Master’s …” on a line or in an item
 * of its own goes on with the block before it.
 */
export function alternativesOf({ posting, policy, hits }: CheckContext): (block: number) => number {
  const { or } = policy.terms;
  const first = new Map<number, number>();
  for (const hit of or === undefined ? [] : hits.of(or)) {
    const statement = posting.statements[hit.statement]!;
    const { block } = statement;
    const opens = hit.from === statement.tokens.from && posting.statements[hit.statement - 1]?.block !== block;
    if (opens && block > 0) first.set(block, first.get(block - 1) ?? block - 1);
    else if (hit.to === statement.tokens.to && posting.statements[hit.statement + 1]?.block === block + 1)
      first.set(block + 1, first.get(block) ?? block);
  }
  return (block) => first.get(block) ?? block;
}
