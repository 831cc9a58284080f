import type { Posting } from '../../src/types/posting.ts';
import type { Statement, Token } from '../../src/types/text.ts';
import type { Hits, PhraseSet } from '../../src/types/words.ts';
import { createAutomaton } from '../../src/words/automaton.ts';
import { type Phrase, parsePhrase } from '../../src/words/phrase.ts';
import { tokenize } from '../../src/words/tokens.ts';
import { postingOf } from '../support/review.ts';

/** A posting of these sentences, each one statement. */
export function sentences(...texts: readonly string[]): Posting {
  const text = texts.join('\n');
  const tokens: Token[] = [];
  const statements: Statement[] = [];
  let start = 0;
  for (const each of texts) {
    const end = start + each.length;
    const from = tokens.length;
    tokenize(text, start, end, tokens);
    const range = { from, to: tokens.length };
    statements.push({ span: { start, end }, tokens: range, block: 0, kind: 'unknown', owner: 'role', opening: false });
    start = end + 1;
  }
  return postingOf(text, { tokens, statements });
}

/** Vocabularies by name: phrases as trees. */
export type Terms = Readonly<Record<string, readonly Phrase[]>>;

/** Scans a posting for sets of phrases. */
export function scanFor(posting: Posting, sets: readonly (readonly Phrase[])[], terms: Terms = {}): Hits[] {
  const automaton = createAutomaton();
  const termSets = new Map<string, PhraseSet>();
  const term = (name: string): PhraseSet | undefined => {
    const known = termSets.get(name);
    if (known !== undefined || terms[name] === undefined) return known;
    const set = automaton.reserve();
    termSets.set(name, set);
    automaton.fill(set, terms[name], term);
    return set;
  };
  const numbers = sets.map((phrases) => {
    const set = automaton.reserve();
    automaton.fill(set, phrases, term);
    automaton.want(set);
    return set;
  });
  const hits = automaton.scan(posting);
  return numbers.map((set) => ({ of: () => hits.of(set) }));
}

/** Tree of a phrase that has no fault. */
export function treeOf(text: string): Phrase {
  const { phrase, faults } = parsePhrase(text);
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.message).join('\n'));
  return phrase;
}

/** The words that a phrase finds, as they stand in the posting. */
export function wordsFound(
  phrases: readonly string[],
  posting: Posting,
  terms: Record<string, string[]> = {},
): string[] {
  const trees = Object.fromEntries(Object.entries(terms).map(([name, list]) => [name, list.map(treeOf)]));
  const [hits] = scanFor(posting, [phrases.map(treeOf)], trees);
  return hits!.of(0 as PhraseSet).map(({ from, to }) => {
    return posting.text.slice(posting.tokens[from]!.start, posting.tokens[to - 1]!.end);
  });
}
