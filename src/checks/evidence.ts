/** How much a posting says in words of its own. */
import type { Posting } from '../types/posting.ts';
import type { Owner, Scope } from '../types/text.ts';
import { inScopes } from './scope.ts';

/** Whose statements tell of the work. */
const OWNERS: ReadonlySet<Owner> = new Set(['role', 'team']);
/** Shorter words are articles, prepositions and abbreviations. */
const SHORTEST = 4;
const WORD = /^[a-z][a-z-]+$/;

/**
 * Share, 0 to 1, of different words about role and team in these scopes that are the posting's own: a text with many of them speaks of
 * something, though no phrase of a rule knows what. Names, which begin with a capital, do not count. Linear.
 */
export function ownShare(posting: Posting, everyday: ReadonlySet<string>, scopes: readonly Scope[]): number {
  const seen = new Set<string>();
  let own = 0;
  for (const statement of posting.statements) {
    if (!OWNERS.has(statement.owner) || !inScopes(posting, statement, scopes)) continue;
    for (let index = statement.tokens.from; index < statement.tokens.to; index++) {
      const { word, start } = posting.tokens[index]!;
      if (word.length < SHORTEST || seen.has(word) || !WORD.test(word) || posting.text[start] !== word[0]) continue;
      seen.add(word);
      if (!everyday.has(word)) own++;
    }
  }
  return seen.size === 0 ? 0 : own / seen.size;
}
