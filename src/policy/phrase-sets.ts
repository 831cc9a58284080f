/** The phrase lists of rules and vocabularies as sets of one automaton. */

import type { PhraseSet, Scan } from '../types/words.ts';
import { createAutomaton, type FrozenAutomaton } from '../words/automaton.ts';
import { type Phrase, parsePhrase } from '../words/phrase.ts';
import { tokenize } from '../words/tokens.ts';
import type { RuleSources } from './model.ts';

/** Sets of phrases while a policy is compiled. */
export interface PhraseSets {
  /** The set of a list of phrases, or of one that was compiled beforehand. */
  set(phrases: unknown): PhraseSet | undefined;
  terms(): Readonly<Record<string, PhraseSet>>;
  /** The scan that finds all sets, and nothing in these names of companies and products. */
  scanBeside(names: readonly string[]): Scan;
  freeze(): FrozenAutomaton;
}

/** Compiles phrase lists into one automaton; equal lists share a set, vocabularies are compiled when first named. */
export function createPhraseSets({ terms, compiled }: RuleSources): PhraseSets {
  const automaton = createAutomaton(compiled?.automaton);
  const termSets = new Map<string, PhraseSet>();
  const sets = new Map<string, PhraseSet>();
  const parse = (text: string): Phrase => parsePhrase(text).phrase;

  function term(name: string): PhraseSet | undefined {
    const done = termSets.get(name);
    if (done !== undefined) return done;
    const source = Object.hasOwn(terms, name) ? terms[name] : undefined;
    if (source === undefined) return undefined;
    const frozen = compiled && Object.hasOwn(compiled.terms, name) ? compiled.terms[name] : undefined;
    const set = frozen ?? automaton.reserve();
    termSets.set(name, set);
    const included: Phrase[] = (source.includes ?? []).map((other) => ({ kind: 'term', name: other, at: 0 }));
    const phrases = [...source.phrases.map(parse), ...included];
    if (phrases.length > 0) automaton.fill(set, phrases, term);
    return set;
  }

  function compile(texts: readonly string[]): PhraseSet {
    const trees = texts.map(parse);
    const only = trees.length === 1 ? trees[0] : undefined;
    const alias = only?.kind === 'term' ? term(only.name) : undefined;
    if (alias !== undefined) return alias;
    const set = automaton.reserve();
    automaton.fill(set, trees, term);
    return set;
  }

  return {
    set(phrases) {
      if (typeof phrases === 'number') {
        automaton.want(phrases as PhraseSet);
        return phrases as PhraseSet;
      }
      const texts = toList(phrases);
      if (texts.length === 0) return undefined;
      const key = texts.join('\n');
      const set = sets.get(key) ?? compile(texts);
      sets.set(key, set);
      automaton.want(set);
      return set;
    },
    terms() {
      const byName: Record<string, PhraseSet> = {};
      for (const name of Object.keys(terms)) {
        const set = term(name)!;
        automaton.want(set);
        byName[name] = set;
      }
      return byName;
    },
    scanBeside(names) {
      const phrases = names.map(
        (name): Phrase => ({
          kind: 'sequence',
          of: tokenize(name).map(({ word }) => ({ kind: 'word', word, prefix: false })),
        }),
      );
      if (phrases.length === 0) return (posting) => automaton.scan(posting);
      const set = automaton.reserve();
      automaton.fill(set, phrases, () => undefined);
      automaton.want(set);
      return (posting) => automaton.scan(posting, set);
    },
    freeze: () => automaton.freeze(),
  };
}

/** One string or a list of them. */
export function toList(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}
