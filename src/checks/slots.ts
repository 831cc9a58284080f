import type { CheckContext, Hit, PhraseSet, Posting, Statement } from '../types.ts';
import { Separator } from '../types.ts';
import { outside } from './scope.ts';

/** Things named as alternatives to each other are one slot: a candidate has to know one of them. */
export interface Slot {
  /** The first of the slot's hits. */
  readonly hit: Hit;
  /** Names of the things in it, folded. */
  readonly names: ReadonlySet<string>;
}

/** Words that shape a list, as hits; see rules/terms/lists.yml. */
export interface ListWords {
  readonly or: readonly Hit[];
  readonly and: readonly Hit[];
  /** “such as”, “e.g.”: what follows are examples of one thing. */
  readonly examples: readonly Hit[];
  /** “at least one of”, “either”: what follows are alternatives. */
  readonly choices: readonly Hit[];
  /** “or similar”, “etc.”: what stands before are examples of one thing. */
  readonly hedges: readonly Hit[];
  /** What kind of thing a list names (“orchestrators”), so that a list in brackets or behind a colon is one slot. */
  readonly kinds: readonly Hit[];
}

/** Name of a thing by its words, for telling things apart. */
export type NameOf = (hit: Hit) => string;

/** Most words between two things of one list. */
const LIST_GAP = 3;
/** Longest list looked at, in words: bounds the work on text without sentence ends. */
const LONGEST_LIST = 80;
/** Most words between the word for a kind and the list it heads. */
const KIND_GAP = 2;

/** Words that shape lists, from the vocabularies of the policy. */
export function listWords(context: CheckContext, kinds: PhraseSet | undefined): ListWords {
  const { terms } = context.policy;
  const of = (set: PhraseSet | undefined) => (set === undefined ? [] : context.hits.of(set));
  const or = of(terms.or);
  return {
    or,
    and: outside(of(terms.and), or),
    examples: of(terms.examples),
    choices: of(terms.choice),
    hedges: of(terms.hedge),
    kinds: of(kinds),
  };
}

/** A region of one statement in which all things are one slot. */
interface Region {
  readonly from: number;
  readonly to: number;
}

/**
 * Distinct slots among hits (in order of place, each inside a statement): “A, B or C”, “A/B”, “such as A, B”, “kind (A, B)”
 * and “A, B or similar” are one slot, “A, B and C” three. A thing named before opens no slot again.
 */
export function slotsOf(posting: Posting, hits: readonly Hit[], words: ListWords, nameOf: NameOf): readonly Slot[] {
  const slots: Slot[] = [];
  const seen = new Set<string>();
  for (let from = 0; from < hits.length; ) {
    let to = from + 1;
    while (to < hits.length && hits[to]!.statement === hits[from]!.statement) to++;
    const inside = hits.slice(from, to);
    const statement = posting.statements[inside[0]!.statement]!;
    for (const group of groupsOf(posting, statement, inside, words)) {
      const names = new Set(group.map(nameOf));
      if (![...names].some((name) => seen.has(name))) slots.push({ hit: group[0]!, names });
      for (const name of names) seen.add(name);
    }
    from = to;
  }
  return slots;
}

/** Hits of one statement, grouped into slots in order of place. */
function groupsOf(posting: Posting, statement: Statement, hits: readonly Hit[], words: ListWords): Hit[][] {
  const { tokens } = posting;
  const within = (list: readonly Hit[]) => slice(list, statement.tokens.from, statement.tokens.to);
  const or = within(words.or);
  const and = within(words.and);
  const regions = regionsOf(posting, statement, hits, {
    examples: within(words.examples),
    choices: within(words.choices),
    kinds: within(words.kinds),
  });
  const reach = reachOf(hits, regions);
  // join[i]: hit i is in the slot of the hit before it.
  const join = hits.map((hit, index) => {
    const last = hits[index - 1];
    if (last === undefined) return false;
    if (hit.to <= reach[index - 1]!) return true;
    if (hit.from > last.to) return false;
    return (tokens[hit.from]!.before & Separator.slash) !== 0 || hit.from < last.to;
  });
  const hedges = new Set(within(words.hedges).map((hit) => hit.from));
  for (const run of runsOf(posting, hits)) {
    const between = (list: readonly Hit[], index: number) =>
      slice(list, hits[index - 1]!.to, hits[index]!.from).length > 0;
    let anyOr = false;
    let anyAnd = false;
    for (let index = run.from + 1; index < run.to; index++) {
      if (between(or, index)) {
        anyOr = true;
        join[index] = true;
      } else if (between(and, index)) anyAnd = true;
    }
    const end = hits[run.to - 1]!.to;
    if (trailsOff(posting, hedges, end) || (anyOr && !anyAnd))
      for (let index = run.from + 1; index < run.to; index++) join[index] = true;
  }
  const groups: Hit[][] = [];
  hits.forEach((hit, index) => {
    if (join[index]) groups.at(-1)!.push(hit);
    else groups.push([hit]);
  });
  return groups;
}

/** Whether a list that ends before token `end` goes on unsaid: “or similar”, “etc.”, “…”. */
export function trailsOff({ text, tokens }: Posting, hedges: ReadonlySet<number>, end: number): boolean {
  if (hedges.has(end) || hedges.has(end + 1) || hedges.has(end + 2)) return true;
  return /^\s?(\.\.|…)/.test(text.slice(tokens[end - 1]!.end, tokens[end - 1]!.end + 4));
}

/** For each hit, the furthest end of a region that holds it. */
function reachOf(hits: readonly Hit[], regions: readonly Region[]): number[] {
  const sorted = [...regions].sort((a, b) => a.from - b.from);
  let next = 0;
  let furthest = 0;
  return hits.map((hit) => {
    for (; next < sorted.length && sorted[next]!.from <= hit.from; next++)
      furthest = Math.max(furthest, sorted[next]!.to);
    return furthest;
  });
}

/** Ranges of hit indexes that form one list: few words between them, no sentence mark but commas, brackets and slashes. */
export function runsOf(posting: Posting, hits: readonly Hit[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const apart = Separator.semicolon | Separator.dash | Separator.colon;
  hits.forEach((hit, index) => {
    const last = hits[index - 1];
    let joined = last !== undefined && last.statement === hit.statement && hit.from - last.to <= LIST_GAP;
    for (let token = last?.to ?? 0; joined && token <= hit.from; token++) {
      if (posting.tokens[token]!.before & apart) joined = false;
    }
    if (joined) runs.at(-1)!.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  });
  return runs;
}

/** Token ranges of a statement in which everything named is one slot. */
function regionsOf(
  posting: Posting,
  statement: Statement,
  hits: readonly Hit[],
  words: Pick<ListWords, 'examples' | 'choices' | 'kinds'>,
): Region[] {
  const { tokens } = posting;
  const { from: start, to: end } = statement.tokens;
  const limit = (from: number) => Math.min(end, from + LONGEST_LIST);
  const kindEnds = new Set(words.kinds.map((hit) => hit.to));
  const thingEnds = new Map(hits.map((hit) => [hit.to, hit.from]));
  const markers = new Set([...words.examples, ...words.choices].map((hit) => hit.from));
  const kindStarts = new Set(words.kinds.map((hit) => hit.from));
  const regions: Region[] = [];

  /** From `from` on while the list goes on: to a semicolon, a closing bracket of the same depth, or a new list. */
  const listEnd = (from: number): number => {
    let depth = 0;
    let quiet = 0;
    for (let token = from; token < limit(from); token++) {
      const { before } = tokens[token]!;
      if (before & Separator.close && token > from && --depth < 0) return token;
      if (before & Separator.semicolon && token > from) return token;
      if (before & Separator.open && token > from) depth++;
      if (token > from && (markers.has(token) || (kindStarts.has(token) && quiet === 0 && kindHeadsList(token))))
        return token;
      quiet = thingEnds.has(token + 1) ? 0 : quiet + 1;
      if (quiet > 2 * LIST_GAP + 2) return token;
    }
    return limit(from);
  };
  /** A word for a kind that is itself followed by a list begins a list of its own. */
  const kindHeadsList = (token: number): boolean => {
    for (let next = token + 1; next <= Math.min(token + 1 + KIND_GAP, end - 1); next++) {
      if (tokens[next]!.before & (Separator.open | Separator.colon)) return true;
    }
    return false;
  };

  for (const hit of words.examples) regions.push({ from: hit.to, to: listEnd(hit.to) });
  for (const hit of words.choices) regions.push({ from: hit.to, to: choiceEnd(tokens, hit.to, limit(hit.to)) });
  for (let token = start + 1; token < end; token++) {
    const { before } = tokens[token]!;
    if (!(before & (Separator.open | Separator.colon))) continue;
    let headed = before & Separator.open ? thingEnds.has(token) : false;
    for (let back = token; !headed && back >= Math.max(start + 1, token - KIND_GAP); back--)
      headed = kindEnds.has(back);
    if (!headed) continue;
    if (before & Separator.open) {
      // A tool that heads a list in brackets is in the slot too: “AWS (S3, Lambda)”.
      const head = thingEnds.get(token) ?? token;
      regions.push({ from: head, to: closing(tokens, token, limit(token)) });
    } else regions.push({ from: token, to: listEnd(token) });
  }
  return regions;
}

/** Where the bracket that opens before `from` closes. */
function closing(tokens: Posting['tokens'], from: number, end: number): number {
  for (let token = from + 1; token < end; token++) if (tokens[token]!.before & Separator.close) return token;
  return end;
}

/** Alternatives go on to the end of the clause. */
function choiceEnd(tokens: Posting['tokens'], from: number, end: number): number {
  for (let token = from + 1; token < end; token++) if (tokens[token]!.before & Separator.semicolon) return token;
  return end;
}

/** Hits of an ordered list that lie within these tokens. */
function slice(hits: readonly Hit[], from: number, to: number): readonly Hit[] {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < hits.length && hits[last]!.to <= to) last++;
  return hits.slice(low, last);
}
