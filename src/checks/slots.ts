import type { CheckContext } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { Separator, type Statement } from '../types/text.ts';
import type { Hit, PhraseSet } from '../types/words.ts';
import { type Region, regionsOf } from './regions.ts';
import { outside, slice } from './scope.ts';

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

/** Most words of a nested item that is one thing of the list that its lead opens. */
const ITEM_WORDS = 4;
/** Most words between two things of one list. */
const LIST_GAP = 3;

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
    let lastAnd = -1;
    for (let index = run.from + 1; index < run.to; index++) {
      if (between(or, index)) {
        anyOr = true;
        join[index] = true;
      } else if (between(and, index)) lastAnd = index;
    }
    const hedged = trailsOff(posting, hedges, hits[run.to - 1]!.to, hits[run.to]);
    if (!hedged && (!anyOr || lastAnd >= 0)) continue;
    // “A or B, and C or similar”: the last demand alone is open.
    const from = anyOr && lastAnd >= 0 ? lastAnd : run.from;
    for (let index = from + 1; index < run.to; index++) join[index] = true;
  }
  const groups: Hit[][] = [];
  hits.forEach((hit, index) => {
    if (join[index]) groups.at(-1)!.push(hit);
    else groups.push([hit]);
  });
  return groups;
}

/** Whether a list that ends before token `end`, with `next` as the thing behind it, goes on unsaid: “or similar”, “etc.”, “…”. */
export function trailsOff(
  { text, tokens }: Posting,
  hedges: ReadonlySet<number>,
  end: number,
  next: Hit | undefined,
): boolean {
  const apart = Separator.semicolon | Separator.colon | Separator.dash;
  for (let token = end; token <= end + 2 && token < (next?.from ?? tokens.length); token++) {
    if (tokens[token]!.before & (apart | Separator.start)) break;
    if (hedges.has(token)) return true;
  }
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

/** Things of which each is all that an item says, one item behind the other below one that leads them. */
function besides({ blocks, statements }: Posting, last: Hit, hit: Hit): boolean {
  const [one, next] = [statements[last.statement]!, statements[hit.statement]!];
  const [above, below] = [blocks[one.block]!, blocks[next.block]!];
  if (next.block !== one.block + 1 || below.depth === 0 || above.depth !== below.depth) return false;
  return [one, next].every(({ tokens }) => tokens.to - tokens.from <= ITEM_WORDS);
}

/** Ranges of hit indexes that form one list: few words between them, no sentence mark but commas, brackets and slashes. */
function runsOf(posting: Posting, hits: readonly Hit[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const apart = Separator.semicolon | Separator.dash | Separator.colon;
  hits.forEach((hit, index) => {
    const last = hits[index - 1];
    let joined = last !== undefined && last.statement === hit.statement && hit.from - last.to <= LIST_GAP;
    const beside = last !== undefined && !joined && besides(posting, last, hit);
    for (let token = last?.to ?? 0; joined && token <= hit.from; token++) {
      if (posting.tokens[token]!.before & apart) joined = false;
    }
    if (joined || beside) runs.at(-1)!.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  });
  return runs;
}

/** Runs as a reader cuts them: “A or B, and C or similar” are two lists. */
export function listsOf(posting: Posting, hits: readonly Hit[], words: ListWords): { from: number; to: number }[] {
  return runsOf(posting, hits).flatMap((run) => {
    const lists = [{ from: run.from, to: run.from + 1 }];
    let anyOr = false;
    for (let index = run.from + 1; index < run.to; index++) {
      const [start, end] = [hits[index - 1]!.to, hits[index]!.from];
      if (slice(words.or, start, end).length > 0) anyOr = true;
      else if (anyOr && slice(words.and, start, end).length > 0) {
        lists.push({ from: index, to: index });
        anyOr = false;
      }
      lists.at(-1)!.to = index + 1;
    }
    return lists;
  });
}
