/** Phrases as a tree of what may come next, and the tree laid out as numbers. */
import type { PhraseSet } from '../types/words.ts';
import type { Phrase } from './phrase.ts';
import type { Lexicon } from './symbols.ts';

/** A place in the tree: what may come next, and which sets end here. Places are shared by all ways that go on alike. */
export interface TreeNode {
  readonly words: ReadonlyMap<number, TreeNode>;
  /** By the set of a vocabulary. */
  readonly terms: ReadonlyMap<PhraseSet, TreeNode>;
  readonly gap: TreeNode | undefined;
  readonly sets: readonly PhraseSet[];
}

/** Gives the set of a vocabulary by name. */
export type TermSets = (name: string) => PhraseSet | undefined;

const NOWHERE: TreeNode = { words: new Map(), terms: new Map(), gap: undefined, sets: [] };

/** The place where the phrases of a set end. */
export function endOf(set: PhraseSet): TreeNode {
  return { ...NOWHERE, sets: [set] };
}

/** Builds trees; places that it has joined once are not joined again. */
export interface TreeBuilder {
  /** The ways through a phrase to `next`; none where it names an unknown vocabulary. */
  through(phrase: Phrase, next: TreeNode, term: TermSets): TreeNode;
  /** All ways of these places in one. */
  join(nodes: readonly TreeNode[]): TreeNode;
}

/** A builder that numbers words by `symbol`. */
export function treeBuilder(symbol: Lexicon['symbol']): TreeBuilder {
  const numbers = new Map<TreeNode, number>();
  const joined = new Map<string, TreeNode>();

  function through(phrase: Phrase, next: TreeNode, term: TermSets): TreeNode {
    switch (phrase.kind) {
      case 'word':
        return { ...NOWHERE, words: new Map([[symbol(phrase.word, phrase.prefix), next]]) };
      case 'term': {
        const set = term(phrase.name);
        return set === undefined ? NOWHERE : { ...NOWHERE, terms: new Map([[set, next]]) };
      }
      case 'gap':
        return { ...NOWHERE, gap: next };
      case 'sequence':
        return phrase.of.reduceRight((behind, item) => through(item, behind, term), next);
      case 'either':
        return join(phrase.of.map((option) => through(option, next, term)));
      case 'optional':
        return join([next, through(phrase.of, next, term)]);
    }
  }

  function numberOf(node: TreeNode): number {
    const known = numbers.get(node) ?? numbers.size;
    numbers.set(node, known);
    return known;
  }

  function join(nodes: readonly TreeNode[]): TreeNode {
    const distinct = [...new Set(nodes)].filter((node) => node !== NOWHERE);
    if (distinct.length < 2) return distinct[0] ?? NOWHERE;
    const key = distinct.map(numberOf).join();
    const known = joined.get(key);
    if (known !== undefined) return known;
    const gaps = distinct.flatMap(({ gap }) => (gap === undefined ? [] : [gap]));
    const node: TreeNode = {
      words: joinEdges(distinct.map(({ words }) => words)),
      terms: joinEdges(distinct.map(({ terms }) => terms)),
      gap: gaps.length === 0 ? undefined : join(gaps),
      sets: [...new Set(distinct.flatMap(({ sets }) => sets))],
    };
    joined.set(key, node);
    return node;
  }

  function joinEdges<Key>(all: readonly ReadonlyMap<Key, TreeNode>[]): Map<Key, TreeNode> {
    const lists = new Map<Key, TreeNode[]>();
    for (const edges of all) {
      for (const [key, next] of edges) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [next]);
        else list.push(next);
      }
    }
    return new Map([...lists].map(([key, list]) => [key, join(list)]));
  }

  return { through, join };
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
  const placed = new Map<TreeNode, number>();
  const gapOf = new Map(gaps.map((node, index) => [node, index]));
  const place = (node: TreeNode): number => {
    const before = placed.get(node);
    if (before !== undefined) return before;
    const sets = [...node.sets].sort((a, b) => a - b);
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
    placed.set(node, offset);
    return offset;
  };
  const edgesOf = (edges: ReadonlyMap<number, TreeNode>): number[] =>
    [...edges].sort(([a], [b]) => a - b).flatMap(([key, next]) => [key, place(next)]);
  return { nodes, starts: edgesOf(root.words), termStarts: edgesOf(root.terms) };
}
