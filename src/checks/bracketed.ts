import type { Posting } from '../types/posting.ts';
import { Separator } from '../types/text.ts';
import type { Hit } from '../types/words.ts';

/** Longest bracket looked at, in words to either side: bounds the work on text whose brackets never close. */
const LONGEST = 40;

/**
 * Leaves out hits inside brackets that list other things too: “language processing (LLM, entity matching)” asks for the
 * field, of which they are examples, where “language models (LLM, RAG)” asks for them.
 */
export function withoutExamples(posting: Posting, hits: readonly Hit[]): readonly Hit[] {
  const ofThese = new Set<number>();
  for (const hit of hits) for (let token = hit.from; token < hit.to; token++) ofThese.add(token);
  return hits.filter((hit) => {
    const bracket = bracketAround(posting, hit);
    return bracket === undefined || !listsOthers(posting, bracket, ofThese);
  });
}

/** Tokens between the brackets around a hit. */
function bracketAround({ statements, tokens }: Posting, hit: Hit): { from: number; to: number } | undefined {
  const range = statements[hit.statement]!.tokens;
  let from = hit.from;
  while (!(tokens[from]!.before & Separator.open)) {
    if (from === range.from || hit.from - from > LONGEST || tokens[from]!.before & Separator.close) return undefined;
    from--;
  }
  let to = hit.from + 1;
  while (to < range.to && to - hit.from < LONGEST && !(tokens[to]!.before & Separator.close)) to++;
  return { from, to };
}

/** Whether one of the things between commas is none of these. */
function listsOthers(
  { tokens }: Posting,
  { from, to }: { from: number; to: number },
  these: ReadonlySet<number>,
): boolean {
  let isOne = false;
  for (let token = from; token < to; token++) {
    if (token > from && tokens[token]!.before & Separator.comma) {
      if (!isOne) return true;
      isOne = false;
    }
    if (these.has(token)) isOne = true;
  }
  return !isOne;
}
