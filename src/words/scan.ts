/** The one pass over a posting's words that finds the hits of all phrases. */
import type { Statement, Token } from '../types/text.ts';
import type { Hit, Hits, PhraseSet } from '../types/words.ts';
import { follow } from './follow.ts';
import { hitsOf, NO_HITS, RECORD } from './hits.ts';
import { GAP } from './phrase.ts';

/**
 * The compiled phrases. A node is an offset into `nodes`, where stand: number of sets, of word edges, of vocabulary
 * edges; gap or −1; the sets that end here; symbol and next node of each word edge, by symbol; set and next node of
 * each vocabulary edge.
 */
export interface Graph {
  nodes: Int32Array;
  /** By gap: the node behind it. */
  readonly gaps: number[];
  /** By set of a vocabulary: nodes after it, at the beginning of phrases. */
  readonly termStarts: Map<PhraseSet, number[]>;
  /** By set: does it stand inside other phrases? */
  inner: boolean[];
  /** By set: are its hits asked for? */
  wanted: boolean[];
}

/** What one word is to the phrases: its symbols, and the nodes after it where phrases begin with it. */
export interface WordEntry {
  readonly symbols: readonly number[];
  readonly starts: readonly number[];
}

const HEADER = 4;
const NOTHING: Hits = { of: () => NO_HITS };
const NO_SETS: readonly PhraseSet[] = [];
/** A word that stands in no phrase. */
export const UNKNOWN_WORD: WordEntry = { symbols: [], starts: [] };

/** Words to scan, statement by statement. */
export interface Text {
  readonly tokens: readonly Token[];
  readonly statements: readonly Pick<Statement, 'tokens'>[];
}

/** Finds hits in a text, whose words stand in no phrase where they are part of a hit of `masked`. */
export interface Scanner {
  hits(text: Text, masked?: readonly Hit[]): Hits;
  /** The sets that have a hit, in no order: costs less than their hits. */
  sets(text: Text): readonly PhraseSet[];
}

/**
 * A scanner that finds all hits of all sets, from the last word to the first: where a phrase goes on with a vocabulary, that
 * vocabulary's own hits from there on are known already. Work per word is bounded by the phrases, not by the text.
 * No phrase holds a word of `masked`; none crosses these separators. What it notes while it scans is kept for the next text.
 */
export function createScanner(graph: Graph, entryOf: (word: string) => WordEntry, separators: number): Scanner {
  /** The longest hit of a set at each start, last start first: {@link RECORD} numbers each. */
  let records = new Int32Array(256 * RECORD);
  let recorded = 0;
  /** By set: its latest record, −1 where it has none. */
  let latest = new Int32Array(0);
  let tokens: readonly Token[] = [];
  let { nodes } = graph;
  const { gaps, termStarts, inner, wanted } = graph;
  let symbolsAt: (readonly number[])[] = [];
  /** Set, end of each vocabulary's hits, those of one first word side by side; by word where they begin and end. */
  let terms = new Int32Array(256);
  let termsFrom = new Int32Array(0);
  let termsTo = new Int32Array(0);
  /** End of what is known in `terms`. */
  let filled = 0;
  /** By gap: the start it was last reached from, counted over all texts, and which offsets from there were tried (as bits). */
  let gapStart = new Int32Array(0);
  let gapTried = new Int32Array(0);
  let starts = 0;
  let start = 0;
  let limit = 0;
  let statement = 0;

  function accept(set: PhraseSet, end: number): void {
    if (wanted[set]) record(set, end);
    if (inner[set]) acceptTerm(set, end);
  }

  function record(set: PhraseSet, end: number): void {
    const last = latest[set]!;
    if (last >= 0 && records[last + 1] === start) {
      if (records[last + 2]! < end) records[last + 2] = end;
      return;
    }
    if (recorded + RECORD > records.length) records = longer(records);
    records[recorded] = set;
    records[recorded + 1] = start;
    records[recorded + 2] = end;
    records[recorded + 3] = statement;
    records[recorded + 4] = last;
    latest[set] = recorded;
    recorded += RECORD;
  }

  /** What was found, and nothing noted of it any more. */
  function takeHits(): Hits {
    if (recorded === 0) return NOTHING;
    const hits = hitsOf(records.slice(0, recorded), latest.slice());
    for (let at = 0; at < recorded; at += RECORD) latest[records[at]!] = -1;
    recorded = 0;
    return hits;
  }

  /** The sets of what was found, which is noted no more. */
  function takeSets(): readonly PhraseSet[] {
    if (recorded === 0) return NO_SETS;
    const sets: PhraseSet[] = [];
    for (let at = 0; at < recorded; at += RECORD) {
      const set = records[at] as PhraseSet;
      if (latest[set]! >= 0) sets.push(set);
      latest[set] = -1;
    }
    recorded = 0;
    return sets;
  }

  function acceptTerm(set: PhraseSet, end: number): void {
    const to = termsTo[start]!;
    for (let index = termsFrom[start]!; index < to; index += 2) {
      if (terms[index] === set && terms[index + 1] === end) return;
    }
    if (to + 2 > terms.length) terms = longer(terms);
    terms[to] = set;
    terms[to + 1] = end;
    termsTo[start] = to + 2;
  }

  /** Goes on at a node with the word at `at`, `free` where any separator may stand before it. */
  function walk(node: number, at: number, free: boolean): void {
    const setCount = nodes[node]!;
    const wordCount = nodes[node + 1]!;
    const termCount = nodes[node + 2]!;
    const gap = nodes[node + 3]!;
    let offset = node + HEADER;
    for (const end = offset + setCount; offset < end; offset++) accept(nodes[offset] as PhraseSet, at);
    if (at >= limit) return;
    if (free || ((tokens[at] as Token).before & separators) === 0) {
      if (wordCount > 0) {
        const symbols = symbolsAt[at]!;
        for (let index = 0; index < symbols.length; index++) {
          const next = follow(nodes, offset, wordCount, symbols[index]!);
          if (next >= 0) walk(next, at + 1, false);
        }
      }
      if (termCount > 0) {
        for (let index = termsFrom[at]!, to = termsTo[at]!; index < to; index += 2) {
          const next = follow(nodes, offset + 2 * wordCount, termCount, terms[index]!);
          if (next >= 0) walk(next, terms[index + 1]!, false);
        }
      }
    }
    if (gap >= 0) leap(gap, at);
  }

  /** Goes on behind a gap of zero to four words; each place is tried once for a start. */
  function leap(gap: number, at: number): void {
    if (gapStart[gap] !== starts) {
      gapStart[gap] = starts;
      gapTried[gap] = 0;
    }
    const end = Math.min(at + GAP + 1, limit);
    for (let place = at; place < end; place++) {
      const offset = place - start;
      if (offset < 32) {
        const bit = 1 << offset;
        if (gapTried[gap]! & bit) continue;
        gapTried[gap]! |= bit;
      }
      walk(gaps[gap]!, place, true);
    }
  }

  /** Finds what begins with the word at `start`. */
  function begin({ symbols, starts: begun }: WordEntry): void {
    starts = (starts + 1) | 0;
    symbolsAt[start] = symbols;
    // Behind those of the word after it.
    termsFrom[start] = filled;
    termsTo[start] = filled;
    for (let next = 0; next < begun.length; next++) walk(begun[next]!, start + 1, false);
    // The list grows while phrases that begin with a vocabulary complete further ones.
    for (let term = filled; term < termsTo[start]!; term += 2) {
      const following = termStarts.get(terms[term] as PhraseSet);
      if (following === undefined) continue;
      for (const next of following) walk(next, terms[term + 1]!, false);
    }
    filled = termsTo[start]!;
  }

  function scan(text: Text, masked: readonly Hit[]): void {
    ({ tokens } = text);
    ({ nodes } = graph);
    if (latest.length < wanted.length) latest = new Int32Array(wanted.length).fill(-1);
    if (symbolsAt.length < tokens.length) {
      symbolsAt = new Array(tokens.length);
      termsFrom = new Int32Array(tokens.length);
      termsTo = new Int32Array(tokens.length);
    }
    filled = 0;
    if (gapStart.length < gaps.length) {
      gapStart = new Int32Array(gaps.length).fill(-1);
      gapTried = new Int32Array(gaps.length);
    }
    let mask = masked.length - 1;
    for (let index = text.statements.length - 1; index >= 0; index--) {
      const { from, to } = text.statements[index]!.tokens;
      statement = index;
      limit = to;
      for (start = to - 1; start >= from; start--) {
        while (mask >= 0 && masked[mask]!.from > start) mask--;
        const isMasked = mask >= 0 && masked[mask]!.to > start;
        begin(isMasked ? UNKNOWN_WORD : entryOf(tokens[start]!.word));
      }
    }
  }

  return {
    hits(text, masked = NO_HITS) {
      scan(text, masked);
      return takeHits();
    },
    sets(text) {
      scan(text, NO_HITS);
      return takeSets();
    },
  };
}

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const all = new Int32Array(numbers.length * 2);
  all.set(numbers);
  return all;
}
