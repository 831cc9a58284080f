import type { CheckContext } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { HARD_SEPARATORS, type Scope } from '../types/text.ts';
import type { Hit, PhraseSet } from '../types/words.ts';
import { hitsIn, inScopes } from './scope.ts';

/** Words between a number and the thing that it counts, at most: “20,000 scanned leases”. */
const COUNT_GAP = 3;
/** Smaller counts are of people, rounds and offices. */
const SMALLEST = 20;

/**
 * Counted things in these scopes: “40,000 scanned leases”, “two million permits”. From the number to the plural word.
 * `{magnitude}` holds words for large numbers, `{uncounted}` things whose number says nothing of the work.
 */
export function countedThings(context: CheckContext, scopes: readonly Scope[]): readonly Hit[] {
  const { posting, policy } = context;
  const { tokens } = posting;
  const startsOf = (set: PhraseSet | undefined) =>
    new Set(set === undefined ? [] : context.hits.of(set).map((hit) => hit.from));
  const magnitudes = startsOf(policy.terms.magnitude);
  const uncounted = startsOf(policy.terms.uncounted);
  const found: Hit[] = [];
  posting.statements.forEach((statement, index) => {
    const { from, to } = statement.tokens;
    let scoped: boolean | undefined;
    for (let token = from; token < to; token++) {
      if (!magnitudes.has(token) && !isLargeNumber(posting, token)) continue;
      scoped ??= inScopes(posting, statement, scopes);
      if (!scoped) return;
      for (let next = token + 1; next < Math.min(to, token + 1 + COUNT_GAP); next++) {
        const { word, before } = tokens[next]!;
        if (before & HARD_SEPARATORS || uncounted.has(next)) break;
        if (magnitudes.has(next) || !isPlural(word)) continue;
        found.push({ from: token, to: next + 1, statement: index });
        break;
      }
    }
  });
  return found;
}

/** A number of twenty or more that is no year, no share and no sum of money. */
function isLargeNumber({ text, tokens }: Posting, index: number): boolean {
  const { word, start, end } = tokens[index]!;
  const first = word.charCodeAt(0);
  if (first < 48 || first > 57) return false;
  const match = /^(\d{1,12}(?:,\d{3})*)(?:\.\d+)?([kmb]?)$/.exec(word);
  if (!match || '%$€£¥'.includes(text.charAt(end) || ' ') || '$€£¥'.includes(text.charAt(start - 1) || ' '))
    return false;
  if (match[2] !== '') return true;
  const value = Number(match[1]!.replaceAll(',', ''));
  return value >= SMALLEST && (value < 1900 || value > 2100 || match[1]!.includes(','));
}

function isPlural(word: string): boolean {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith("'s");
}

/**
 * Things named by the word before them: one of `heads` (“model”, “data”) right behind a word that is in none of the
 * `plain` sets (“lease model”, “gauge data”; not “predictive model”, “customer data”). Both words.
 */
export function namedThings(
  context: CheckContext,
  heads: PhraseSet | undefined,
  plain: readonly (PhraseSet | undefined)[],
  scopes: readonly Scope[],
): readonly Hit[] {
  const hits = hitsIn(context, heads, scopes, 'keep');
  if (hits.length === 0) return [];
  const { statements, tokens } = context.posting;
  const ends = new Set(plain.flatMap((set) => (set === undefined ? [] : context.hits.of(set).map((hit) => hit.to))));
  return hits.flatMap((hit) => {
    const { from } = statements[hit.statement]!.tokens;
    if (hit.from === from || tokens[hit.from]!.before & HARD_SEPARATORS || ends.has(hit.from)) return [];
    return /^[a-z]{3}/.test(tokens[hit.from - 1]!.word) ? [{ ...hit, from: hit.from - 1 }] : [];
  });
}
