/** Phrases as a tree of what may come next, and the tree laid out as numbers. */
import type { PhraseSet } from '../types/policy.ts';
import type { Phrase } from './phrase.ts';
import type { Lexicon } from './symbols.ts';

/** A place in the tree: what may come next, and which sets end here. */
export interface TreeNode {
  words: Map<number, TreeNode> | undefined;
  /** By the set of a vocabulary. */
  terms: Map<PhraseSet, TreeNode> | undefined;
  gap: TreeNode | undefined;
  sets: PhraseSet[] | undefined;
}

/** Gives the set of a vocabulary by name. */
export type TermSets = (name: string) => PhraseSet | undefined;

export function emptyNode(): TreeNode {
  return { words: undefined, terms: undefined, gap: undefined, sets: undefined };
}

/** Adds a phrase to a tree for a set; phrases that may match no word are left out. */
export function addPhrase(root: TreeNode, set: PhraseSet, phrase: Phrase, lexicon: Lexicon, term: TermSets): void {
  for (const end of grow([root], phrase, lexicon, term)) {
    if (end === root) continue;
    end.sets ??= [];
    if (!end.sets.includes(set)) end.sets.push(set);
  }
}

/** Adds a phrase behind each of these nodes and gives the nodes where it ends. */
function grow(from: readonly TreeNode[], phrase: Phrase, lexicon: Lexicon, term: TermSets): readonly TreeNode[] {
  switch (phrase.kind) {
    case 'word': {
      const symbol = lexicon.symbol(phrase.word, phrase.prefix);
      return from.map((each) => {
        each.words ??= new Map();
        return step(each.words, symbol);
      });
    }
    case 'term': {
      const set = term(phrase.name);
      if (set === undefined) return [];
      return from.map((each) => {
        each.terms ??= new Map();
        return step(each.terms, set);
      });
    }
    case 'gap':
      return from.map((each) => {
        each.gap ??= emptyNode();
        return each.gap;
      });
    case 'sequence': {
      let ends = from;
      for (const item of phrase.of) ends = grow(ends, item, lexicon, term);
      return ends;
    }
    case 'either':
      return [...new Set(phrase.of.flatMap((option) => grow(from, option, lexicon, term)))];
    case 'optional':
      return [...new Set([...from, ...grow(from, phrase.of, lexicon, term)])];
  }
}

function step<Key>(edges: Map<Key, TreeNode>, key: Key): TreeNode {
  let next = edges.get(key);
  if (next === undefined) {
    next = emptyNode();
    edges.set(key, next);
  }
  return next;
}

/** A tree as numbers; see `Graph` for the layout of nodes. */
export interface FlatTree {
  readonly nodes: readonly number[];
  /** Symbol, node: where phrases begin. */
  readonly starts: readonly number[];
  /** Set, node: where phrases that begin with a vocabulary go on. */
  readonly termStarts: readonly number[];
}

/**
 * Lays a tree out as numbers, equal branches once: the phrases of `(a | b) (c | d)` share their second half. Offsets
 * begin at `shift`; nodes that gaps lead to are added to `gaps`.
 */
export function flatten(root: TreeNode, shift: number, gaps: number[]): FlatTree {
  const nodes: number[] = [];
  const known = new Map<string, number>();
  const gapOf = new Map(gaps.map((node, index) => [node, index]));
  const place = (node: TreeNode): number => {
    const sets = node.sets === undefined ? [] : [...node.sets].sort((a, b) => a - b);
    const words = edgesOf(node.words);
    const terms = edgesOf(node.terms);
    let gap = -1;
    if (node.gap !== undefined) {
      const behind = place(node.gap);
      gap = gapOf.get(behind) ?? gaps.push(behind) - 1;
      gapOf.set(behind, gap);
    }
    const layout = [sets.length, words.length / 2, terms.length / 2, gap, ...sets, ...words, ...terms];
    const key = layout.join();
    let offset = known.get(key);
    if (offset === undefined) {
      offset = shift + nodes.length;
      known.set(key, offset);
      for (const number of layout) nodes.push(number);
    }
    return offset;
  };
  const edgesOf = (edges: ReadonlyMap<number, TreeNode> | undefined): number[] =>
    [...(edges ?? [])].sort(([a], [b]) => a - b).flatMap(([key, next]) => [key, place(next)]);
  return { nodes, starts: edgesOf(root.words), termStarts: edgesOf(root.terms) };
}
