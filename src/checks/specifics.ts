/** How much a posting says in words of its own. */
import type { Scope } from '../types/posting.ts';
import type { CheckContext } from '../types/review.ts';
import { inScopes } from './scope.ts';

/** Shorter words are articles, prepositions and abbreviations. */
const SHORTEST = 4;
const WORD = /^[a-z][a-z-]+$/;

/**
 * Whether at least `enough` different words in these scopes stand outside the word list `everyday` of `rules/`: such a
 * text speaks of something, though no phrase of a rule knows what. Names, which begin with a capital, do not count.
 */
export function isSpecific({ posting, policy }: CheckContext, scopes: readonly Scope[], enough: number): boolean {
  const everyday = new Set(policy.vocabulary.words.everyday);
  const own = new Set<string>();
  for (const statement of posting.statements) {
    if (!inScopes(posting, statement, scopes)) continue;
    for (let index = statement.tokens.from; index < statement.tokens.to; index++) {
      const { word, start } = posting.tokens[index]!;
      if (word.length < SHORTEST || own.has(word) || everyday.has(word) || !WORD.test(word)) continue;
      if (posting.text[start] !== word[0]) continue;
      own.add(word);
      if (own.size >= enough) return true;
    }
  }
  return false;
}
