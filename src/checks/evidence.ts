/** How much a posting says in words of its own. */
import type { Posting, Scope } from '../types/posting.ts';
import { inScopes } from './scope.ts';

/** Shorter words are articles, prepositions and abbreviations. */
const SHORTEST = 4;
const WORD = /^[a-z][a-z-]+$/;

/** Different words of a text that are none that any posting may use, and their share among all, 0 to 1. */
export interface OwnWords {
  readonly count: number;
  readonly share: number;
}

/**
 * Words of the posting's own in these scopes: a text with many of them speaks of something, though no phrase of a rule
 * knows what. Names, which begin with a capital, do not count. Linear in the words.
 */
export function ownWords(posting: Posting, everyday: ReadonlySet<string>, scopes: readonly Scope[]): OwnWords {
  const seen = new Set<string>();
  let count = 0;
  for (const statement of posting.statements) {
    if (!inScopes(posting, statement, scopes)) continue;
    for (let index = statement.tokens.from; index < statement.tokens.to; index++) {
      const { word, start } = posting.tokens[index]!;
      if (word.length < SHORTEST || seen.has(word) || !WORD.test(word) || posting.text[start] !== word[0]) continue;
      seen.add(word);
      if (!everyday.has(word)) count++;
    }
  }
  return { count, share: seen.size === 0 ? 0 : count / seen.size };
}
