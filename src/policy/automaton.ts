/** All phrases of all rules as one structure, and the one pass over a posting's words that finds them all. */
import type { Hit, Hits, PhraseSet, Posting, Scan, Statement, Token } from '../types.ts';
import { HARD_SEPARATORS } from '../types.ts';
import { GAP, type Phrase } from './phrase.ts';

/** A place in the tree of phrases: what may come next, and which sets end here. */
interface Node {
  /** By symbol; see {@link Lexicon}. */
  words: Map<number, Node> | undefined;
  /** By the set of a term. */
  terms: Map<PhraseSet, Node> | undefined;
  gap: Node | undefined;
  sets: PhraseSet[] | undefined;
  /** Number among the nodes behind a gap, else −1. */
  readonly gapIndex: number;
}

/** What one word of a posting is to the phrases. */
interface Entry {
  /** Numbers of the word itself and of each `prefix*` that it begins with. */
  readonly symbols: readonly number[];
  /** Where phrases that begin with it go on. */
  readonly starts: readonly Node[];
}

const NO_ENTRY: Entry = { symbols: [], starts: [] };
const NO_HITS: readonly Hit[] = [];
/** Words remembered between postings, and the longest word worth remembering. */
const CACHE_SIZE = 20_000;
const CACHE_WORD = 40;

/** Builds the automaton; all sets are added before the first scan. */
export interface Automaton {
  /** A number for a set whose phrases come later by {@link Automaton.fill}: vocabularies name each other. */
  reserve(): PhraseSet;
  /** Adds phrases to a set; `term` gives the set of a vocabulary by name. */
  fill(set: PhraseSet, phrases: readonly Phrase[], term: (name: string) => PhraseSet | undefined): void;
  readonly scan: Scan;
}

/** An automaton without phrases. */
export function createAutomaton(): Automaton {
  let gaps = 0;
  const root = node(-1);
  const exact = new Map<string, number>();
  const prefixes = new Map<string, number>();
  const prefixLengths: number[] = [];
  const cache = new Map<string, Entry>();
  /** 1 for sets that stand inside other phrases. */
  const inner: boolean[] = [];

  function symbol(word: string, prefix: boolean): number {
    const map = prefix ? prefixes : exact;
    let number = map.get(word);
    if (number === undefined) {
      number = exact.size + prefixes.size;
      map.set(word, number);
      if (prefix && !prefixLengths.includes(word.length)) prefixLengths.push(word.length);
    }
    return number;
  }

  /** Adds a phrase behind each of these nodes and gives the nodes where it ends. */
  function grow(from: readonly Node[], phrase: Phrase, term: (name: string) => PhraseSet | undefined): Node[] {
    switch (phrase.kind) {
      case 'word': {
        const number = symbol(phrase.word, phrase.prefix);
        return from.map((each) => {
          each.words ??= new Map();
          return step(each.words, number);
        });
      }
      case 'term': {
        const set = term(phrase.name);
        if (set === undefined) return [];
        inner[set] = true;
        return from.map((each) => {
          each.terms ??= new Map();
          return step(each.terms, set);
        });
      }
      case 'gap':
        return from.map((each) => {
          each.gap ??= node(gaps++);
          return each.gap;
        });
      case 'sequence': {
        let ends: readonly Node[] = from;
        for (const item of phrase.of) ends = grow(ends, item, term);
        return [...ends];
      }
      case 'either':
        return [...new Set(phrase.of.flatMap((option) => grow(from, option, term)))];
      case 'optional':
        return [...new Set([...from, ...grow(from, phrase.of, term)])];
    }
  }

  function entryOf(word: string): Entry {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const symbols: number[] = [];
    const whole = exact.get(word);
    if (whole !== undefined) symbols.push(whole);
    for (const length of prefixLengths) {
      if (length > word.length) continue;
      const number = prefixes.get(length === word.length ? word : word.slice(0, length));
      if (number !== undefined) symbols.push(number);
    }
    let entry = NO_ENTRY;
    if (symbols.length > 0) {
      const starts = symbols.map((each) => root.words?.get(each)).filter((each) => each !== undefined);
      entry = { symbols, starts };
    }
    if (word.length <= CACHE_WORD) {
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(word, entry);
    }
    return entry;
  }

  return {
    reserve() {
      inner.push(false);
      return (inner.length - 1) as PhraseSet;
    },
    fill(set, phrases, term) {
      cache.clear();
      for (const phrase of phrases) {
        for (const end of grow([root], phrase, term)) {
          if (end === root || end.gapIndex >= 0) continue;
          end.sets ??= [];
          if (!end.sets.includes(set)) end.sets.push(set);
        }
      }
    },
    scan: (posting) => scanPosting(posting, root, entryOf, inner, gaps),
  };
}

function node(gapIndex: number): Node {
  return { words: undefined, terms: undefined, gap: undefined, sets: undefined, gapIndex };
}

function step<Key>(edges: Map<Key, Node>, key: Key): Node {
  let next = edges.get(key);
  if (next === undefined) {
    next = node(-1);
    edges.set(key, next);
  }
  return next;
}

/**
 * Finds all hits of all sets, from the last word to the first: where a phrase goes on with a vocabulary, that
 * vocabulary's own hits from there on are known already. Work per word is bounded by the phrases, not by the text.
 */
function scanPosting(
  posting: Posting,
  root: Node,
  entryOf: (word: string) => Entry,
  inner: readonly boolean[],
  gaps: number,
): Hits {
  const { tokens } = posting;
  /** By set: start, end, statement of its longest hit at each start, last start first. */
  const found: (number[] | undefined)[] = new Array(inner.length).fill(undefined);
  const entries: Entry[] = new Array(tokens.length);
  /** By first word: set, end of each vocabulary's hits. */
  const termsAt: (number[] | undefined)[] = new Array(tokens.length);
  /** By gap node: the start it was last reached from, and which offsets from there were tried (as bits). */
  const gapStart = new Int32Array(gaps).fill(-1);
  const gapTried = new Int32Array(gaps);
  let start = 0;
  let limit = 0;
  let statement = 0;

  function accept(set: PhraseSet, end: number): void {
    let hits = found[set];
    if (hits === undefined) {
      hits = [];
      found[set] = hits;
    }
    const last = hits.length - 3;
    if (last >= 0 && hits[last] === start) {
      if (hits[last + 1]! < end) hits[last + 1] = end;
    } else {
      hits.push(start, end, statement);
    }
    if (!inner[set]) return;
    let terms = termsAt[start];
    if (terms === undefined) {
      terms = [];
      termsAt[start] = terms;
    }
    for (let index = 0; index < terms.length; index += 2) {
      if (terms[index] === set && terms[index + 1] === end) return;
    }
    terms.push(set, end);
  }

  /** Goes on at a node with the word at `at`, `free` where any separator may stand before it. */
  function walk(from: Node, at: number, free: boolean): void {
    if (from.sets !== undefined) for (const set of from.sets) accept(set, at);
    if (at >= limit) return;
    if (free || ((tokens[at] as Token).before & HARD_SEPARATORS) === 0) {
      if (from.words !== undefined) {
        for (const number of entries[at]!.symbols) {
          const next = from.words.get(number);
          if (next !== undefined) walk(next, at + 1, false);
        }
      }
      const terms = termsAt[at];
      if (from.terms !== undefined && terms !== undefined) {
        for (let index = 0; index < terms.length; index += 2) {
          const next = from.terms.get(terms[index] as PhraseSet);
          if (next !== undefined) walk(next, terms[index + 1]!, false);
        }
      }
    }
    if (from.gap !== undefined) leap(from.gap, at);
  }

  /** Goes on behind a gap of zero to four words; each place is tried once for a start. */
  function leap(behind: Node, at: number): void {
    const index = behind.gapIndex;
    if (gapStart[index] !== start) {
      gapStart[index] = start;
      gapTried[index] = 0;
    }
    const end = Math.min(at + GAP + 1, limit);
    for (let place = at; place < end; place++) {
      const offset = place - start;
      if (offset < 32) {
        const bit = 1 << offset;
        if (gapTried[index]! & bit) continue;
        gapTried[index]! |= bit;
      }
      walk(behind, place, true);
    }
  }

  for (let index = posting.statements.length - 1; index >= 0; index--) {
    const { from, to } = (posting.statements[index] as Statement).tokens;
    statement = index;
    limit = to;
    for (start = to - 1; start >= from; start--) {
      const entry = entryOf((tokens[start] as Token).word);
      entries[start] = entry;
      for (const next of entry.starts) walk(next, start + 1, false);
      if (root.terms === undefined) continue;
      const terms = termsAt[start];
      if (terms === undefined) continue;
      // The list grows while phrases that begin with a vocabulary complete further ones.
      for (let term = 0; term < terms.length; term += 2) {
        const next = root.terms.get(terms[term] as PhraseSet);
        if (next !== undefined) walk(next, terms[term + 1]!, false);
      }
    }
  }

  const ordered = new Map<PhraseSet, readonly Hit[]>();
  return {
    of(set) {
      const raw = found[set];
      if (raw === undefined) return NO_HITS;
      let hits = ordered.get(set);
      if (hits === undefined) {
        hits = outermost(raw);
        ordered.set(set, hits);
      }
      return hits;
    },
  };
}

/** Hits in order of place without those that lie inside another. */
function outermost(raw: readonly number[]): readonly Hit[] {
  const hits: Hit[] = [];
  let reached = 0;
  for (let index = raw.length - 3; index >= 0; index -= 3) {
    const to = raw[index + 1]!;
    if (to <= reached) continue;
    reached = to;
    hits.push({ from: raw[index]!, to, statement: raw[index + 2]! });
  }
  return hits;
}
