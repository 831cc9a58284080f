/** All phrases of all rules as one structure over words. */
import { HARD_SEPARATORS } from '../types/text.ts';
import type { Hits, PhraseSet } from '../types/words.ts';
import { packed, unpacked } from './numbers.ts';
import type { Phrase } from './phrase.ts';
import { createScanner, type Graph, type Text, UNKNOWN_WORD, type WordEntry } from './scan.ts';
import { createLexicon, type FrozenWords } from './symbols.ts';
import { withoutApostrophes } from './tokens.ts';
import { endOf, flatten, type TermSets, type TreeNode, treeBuilder } from './trie.ts';

/** An automaton as plain JSON: built with the rules, so that a start compiles nothing. */
export interface FrozenAutomaton {
  readonly words: FrozenWords;
  readonly prefixes: FrozenWords;
  /** Nodes; see {@link Graph}. Packed. */
  readonly nodes: string;
  readonly gaps: readonly number[];
  /** By word: the node after it where phrases begin with it, else −1. Packed. */
  readonly wordStarts: string;
  readonly prefixStarts: string;
  /** Set, node: where phrases that begin with a vocabulary go on. */
  readonly termStarts: readonly number[];
  /** Number of sets. */
  readonly sets: number;
  /** Sets that stand inside other phrases. */
  readonly inner: readonly PhraseSet[];
  /** Sets whose hits are asked for. */
  readonly wanted: readonly PhraseSet[];
}

/** Builds and runs the automaton. Sets are added before the first scan. */
export interface Automaton {
  /** A number for a set whose phrases come later by {@link Automaton.fill}: vocabularies name each other. */
  reserve(): PhraseSet;
  /** Adds phrases to a set. */
  fill(set: PhraseSet, phrases: readonly Phrase[], term: TermSets): void;
  /** Records the hits of a set; others are found only as parts of phrases. */
  want(set: PhraseSet): void;
  /** Finds all hits; no phrase holds a word of a hit of `masked`. */
  scan(text: Text, masked?: PhraseSet): Hits;
  /** The sets that have a hit. */
  sets(text: Text): readonly PhraseSet[];
  /** The automaton as JSON; only for one that began empty. */
  freeze(): FrozenAutomaton;
}

/** Words remembered between postings, and the longest word worth remembering. */
const CACHE_SIZE = 20_000;
const CACHE_WORD = 40;

/**
 * An automaton with the phrases of a frozen one, or none. In a `loose` one neither marks between words nor apostrophes in
 * them count.
 */
export function createAutomaton(base?: FrozenAutomaton, loose = false): Automaton {
  const lexicon = createLexicon(base?.words, base?.prefixes);
  const bare = (word: string): string => (loose ? withoutApostrophes(word) : word);
  const tree = treeBuilder((word, prefix) => lexicon.symbol(bare(word), prefix));
  const wordStarts = unpacked(base?.wordStarts);
  const prefixStarts = unpacked(base?.prefixStarts);
  /** By symbol: starts of phrases added since. */
  const addedStarts = new Map<number, number[]>();
  const graph: Graph = {
    nodes: unpacked(base?.nodes),
    gaps: [...(base?.gaps ?? [])],
    termStarts: edgesOf(base?.termStarts ?? []),
    inner: new Array(base?.sets ?? 0).fill(false),
    wanted: new Array(base?.sets ?? 0).fill(false),
  };
  for (const set of base?.inner ?? []) graph.inner[set] = true;
  for (const set of base?.wanted ?? []) graph.wanted[set] = true;
  const cache = new Map<string, WordEntry>();
  const added: TreeNode[] = [];

  /** Makes what was added part of the graph. */
  function seal(): void {
    if (added.length === 0) return;
    const shift = graph.nodes.length;
    const flat = flatten(tree.join(added.splice(0)), shift, graph.gaps);
    const nodes = new Int32Array(shift + flat.nodes.length);
    nodes.set(graph.nodes);
    nodes.set(flat.nodes, shift);
    graph.nodes = nodes;
    edgesOf(flat.starts, addedStarts);
    edgesOf(flat.termStarts, graph.termStarts);
    cache.clear();
  }

  function startsOf(symbol: number): readonly number[] {
    const frozen = symbol < 0 ? prefixStarts[-1 - symbol] : wordStarts[symbol];
    const later = addedStarts.get(symbol) ?? [];
    return frozen === undefined || frozen < 0 ? later : [frozen, ...later];
  }

  function entryOf(word: string): WordEntry {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const symbols = lexicon.symbolsOf(bare(word));
    const entry = symbols.length === 0 ? UNKNOWN_WORD : { symbols, starts: symbols.flatMap(startsOf) };
    if (word.length <= CACHE_WORD) {
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(word, entry);
    }
    return entry;
  }

  const scanner = createScanner(graph, entryOf, loose ? 0 : HARD_SEPARATORS);
  return {
    reserve() {
      graph.wanted.push(false);
      return (graph.inner.push(false) - 1) as PhraseSet;
    },
    fill(set, phrases, term) {
      const innerTerm = (name: string): PhraseSet | undefined => {
        const inner = term(name);
        if (inner !== undefined) graph.inner[inner] = true;
        return inner;
      };
      const end = endOf(set);
      for (const phrase of phrases) added.push(tree.through(phrase, end, innerTerm));
    },
    want(set) {
      graph.wanted[set] = true;
    },
    scan(text, masked) {
      seal();
      return scanner.hits(text, masked === undefined ? undefined : scanner.hits(text).of(masked));
    },
    sets(text) {
      seal();
      return scanner.sets(text);
    },
    freeze() {
      if (base) throw new Error('an automaton is frozen once, when the rules are built');
      seal();
      const { words, prefixes } = lexicon.freeze();
      const startOf = (symbol: number): number => addedStarts.get(symbol)?.[0] ?? -1;
      return {
        words,
        prefixes,
        nodes: packed(graph.nodes),
        gaps: graph.gaps,
        wordStarts: packed(words.text.split(' ').map((_, index) => startOf(index))),
        prefixStarts: packed(prefixes.text.split(' ').map((_, index) => startOf(-1 - index))),
        termStarts: [...graph.termStarts].flatMap(([set, nodes]) => nodes.flatMap((node) => [set, node])),
        sets: graph.inner.length,
        inner: setsThat(graph.inner),
        wanted: setsThat(graph.wanted),
      };
    },
  };
}

function setsThat(are: readonly boolean[]): PhraseSet[] {
  return are.flatMap((is, set) => (is ? [set as PhraseSet] : []));
}

/** Pairs of a key and a node as lists by key, added to `edges`. */
function edgesOf<Key extends number>(pairs: readonly number[], edges = new Map<Key, number[]>()): Map<Key, number[]> {
  for (let index = 0; index < pairs.length; index += 2) {
    const key = pairs[index] as Key;
    const nodes = edges.get(key);
    if (nodes === undefined) edges.set(key, [pairs[index + 1]!]);
    else nodes.push(pairs[index + 1]!);
  }
  return edges;
}
