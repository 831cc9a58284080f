/** Headings and openings of sentences → sets of one automaton over the words of a line. */
import type { HeadingSets, PhraseSet, Reading } from '../types/words.ts';
import { createAutomaton } from '../words/automaton.ts';
import { parsePhrase } from '../words/phrase.ts';
import { framed, wholeLine } from '../words/whole-line.ts';
import type { FrozenReading, RuleSources } from './model.ts';

/** Compiles headings and openings. Those that were compiled beforehand stand behind the ones that are still text. */
export function compileReading(sources: RuleSources): { reading: Reading; freeze(): FrozenReading } {
  const frozen = sources.compiled?.reading;
  const automaton = createAutomaton(frozen?.automaton, true);
  const lists: Record<string, { set: PhraseSet; size: number }> = {};

  function listed(name: string): PhraseSet | undefined {
    const known = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (known !== undefined) return known.set;
    const words = Object.hasOwn(sources.words, name) ? sources.words[name] : undefined;
    if (words === undefined) return undefined;
    const before = frozen && Object.hasOwn(frozen.lists, name) ? frozen.lists[name] : undefined;
    const { set, size } = before ?? { set: automaton.reserve(), size: 0 };
    lists[name] = { set, size: words.length };
    fill(set, words.slice(size));
    return set;
  }

  function fill(set: PhraseSet, texts: readonly string[], whole = false): void {
    const phrases = texts.map((text) => parsePhrase(text).phrase);
    automaton.fill(set, whole ? phrases.map(wholeLine) : phrases, listed);
  }

  function wanted(texts: readonly string[], set = automaton.reserve()): PhraseSet {
    fill(set, texts, true);
    automaton.want(set);
    return set;
  }

  for (const name of Object.keys(frozen?.lists ?? {})) listed(name);
  const headings = sources.sections.map(({ kind, headings: texts }): HeadingSets => {
    const open = texts.filter((text) => /…|\.\.\./.test(text));
    return { kind, exact: wanted(texts.filter((text) => !open.includes(text))), open: wanted(open) };
  });
  for (const each of frozen?.headings ?? []) {
    automaton.want(each.exact);
    automaton.want(each.open);
    headings.push(each);
  }
  const openings: Record<string, PhraseSet> = {};
  for (const [name, texts] of Object.entries(sources.openings)) openings[name] = wanted(texts, frozen?.openings[name]);
  return {
    reading: { headings, openings, scan: (tokens, from, to) => automaton.sets(framed(tokens, from, to)) },
    freeze: () => ({ automaton: automaton.freeze(), headings, openings, lists }),
  };
}
