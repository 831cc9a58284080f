import type { CheckContext } from '../types/policy.ts';
import { HARD_SEPARATORS } from '../types/text.ts';
import type { Hit, PhraseSet } from '../types/words.ts';
import { letterPattern } from '../words/letters.ts';

/** A sign that belongs to the number before it: “under 30%”. */
const unitSign = letterPattern(String.raw`^\s?[%‰°\p{Sc}+×/]`);

/** Of these hits those behind which the clause ends, or goes on with a phrase of a set. */
export function closedBy(context: CheckContext, hits: readonly Hit[], set?: PhraseSet): readonly Hit[] {
  if (hits.length === 0) return hits;
  const { posting } = context;
  const goesOn = new Set(set === undefined ? [] : context.hits.of(set).map((hit) => hit.from));
  return hits.filter((hit) => {
    const { end } = posting.tokens[hit.to - 1]!;
    const behind = posting.text.slice(end, end + 2);
    if (unitSign(behind).test(behind)) return false;
    const next = posting.tokens[hit.to];
    const ends = hit.to >= posting.statements[hit.statement]!.tokens.to || next === undefined;
    return ends || (next.before & HARD_SEPARATORS) !== 0 || goesOn.has(hit.to);
  });
}
