import type { Span } from '../types/place.ts';
import type { CheckContext } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { HARD_SEPARATORS, type Scope, Separator, type Statement } from '../types/text.ts';
import type { Hit, PhraseSet } from '../types/words.ts';
import { NO_HITS } from '../words/hits.ts';

/**
 * Does a statement lie in one of these scopes? Without scopes: anywhere.
 * Headings belong to no section scope: they name what follows and demand nothing; `anywhere` reads them.
 */
export function inScopes(posting: Posting, statement: Statement, scopes: readonly Scope[] | undefined): boolean {
  if (scopes === undefined) return true;
  const block = posting.blocks[statement.block]?.kind;
  for (const scope of scopes) {
    if (scope === 'anywhere') return true;
    if (scope === 'title') {
      if (block === 'title' || isTitle(posting, statement)) return true;
    } else if (scope === 'opening') {
      if (statement.opening) return true;
    } else if (scope === statement.kind && block !== 'title' && block !== 'heading') return true;
  }
  return false;
}

/** A title may stand in a heading that is more than a title. */
function isTitle({ title }: Posting, { span }: Statement): boolean {
  return title !== undefined && span.start >= title.span.start && span.end <= title.span.end;
}

/** Hits of a set in these scopes, negated ones left out unless `negated` is `keep`. */
export function hitsIn(
  context: CheckContext,
  set: PhraseSet | undefined,
  scopes: readonly Scope[] | undefined,
  negated: 'skip' | 'keep' = 'skip',
): readonly Hit[] {
  if (set === undefined) return NO_HITS;
  const all = context.hits.of(set);
  if (all.length === 0) return all;
  const hits = scopes === undefined || scopes.includes('anywhere') ? all : scoped(context.posting, all, scopes);
  return negated === 'keep' || hits.length === 0 ? hits : withoutNegated(context, hits);
}

function scoped(posting: Posting, all: readonly Hit[], scopes: readonly Scope[]): readonly Hit[] {
  // A title may stand inside a line that says more (“Acme - ML Engineer - Remote”), so its words count by their place.
  const title = scopes.includes('title') ? posting.title?.span : undefined;
  return all.filter(
    (hit) =>
      inScopes(posting, posting.statements[hit.statement]!, scopes) ||
      (title !== undefined && inside(posting, hit, title)),
  );
}

function inside(posting: Posting, hit: Hit, span: Span): boolean {
  return posting.tokens[hit.from]!.start >= span.start && posting.tokens[hit.to - 1]!.end <= span.end;
}

/** From the first to the last character of a hit’s words, or of those from one hit to another. */
export function spanOf({ tokens }: Posting, first: Hit, last = first): Span {
  return { start: tokens[first.from]!.start, end: tokens[last.to - 1]!.end };
}

/** Tokens between a negation and what it negates, at most. */
const WINDOW = 5;

/**
 * Leaves out hits that the text negates: `{not}` within five tokens before in the same clause (“no PhD needed”), or
 * `{not-needed}` within five tokens after (“a PhD is not required”). `{not-only}` (“not just”) negates nothing.
 */
export function withoutNegated(context: CheckContext, hits: readonly Hit[]): readonly Hit[] {
  const { terms } = context.policy;
  const before = hitsOf(context, terms.not);
  const after = hitsOf(context, terms['not-needed']);
  if (before.length === 0 && after.length === 0) return hits;
  const feigned = hitsOf(context, terms['not-only']);
  const turns = hitsOf(context, terms.turn);
  const subjects = hitsOf(context, terms.subject);
  const { tokens } = context.posting;

  const sameClause = (from: number, to: number): boolean => {
    for (let index = from; index <= to; index++) {
      const separators = tokens[index]?.before ?? 0;
      if (separators & (Separator.semicolon | Separator.dash | Separator.colon | Separator.other)) return false;
      if (beginsAt(turns, index)) return false;
      if (separators & HARD_SEPARATORS && beginsAt(subjects, index)) return false;
    }
    return true;
  };
  const negatedBefore = (hit: Hit): boolean => {
    for (let index = lastBefore(before, hit.from); index >= 0; index--) {
      const not = before[index] as Hit;
      if (not.statement !== hit.statement || hit.from - not.to > WINDOW) return false;
      if (!beginsAt(feigned, not.from) && sameClause(not.to, hit.from)) return true;
    }
    return false;
  };
  const negatedAfter = (hit: Hit): boolean => {
    for (let index = lastBefore(after, hit.to - 1) + 1; index < after.length; index++) {
      const not = after[index] as Hit;
      if (not.statement !== hit.statement || not.from - hit.to > WINDOW) return false;
      if (not.from >= hit.to) return sameClause(hit.to, not.from);
    }
    return false;
  };
  // “no PyTorch, Spark or Kafka”: what stands in one list with a negated thing is negated too.
  let last: Hit | undefined;
  return hits.filter((hit) => {
    const listed = last !== undefined && last.statement === hit.statement && hit.from - last.to <= 1;
    const negated = negatedBefore(hit) || (listed && sameClause(last!.to, hit.from));
    if (negated) last = hit;
    return !negated && !negatedAfter(hit);
  });
}

/** Hits that share no token with any of `others`; both lists in order of place. */
export function outside(hits: readonly Hit[], others: readonly Hit[]): readonly Hit[] {
  if (others.length === 0) return hits;
  let next = 0;
  return hits.filter((hit) => {
    while (next < others.length && (others[next] as Hit).to <= hit.from) next++;
    const other = others[next];
    return other === undefined || other.from >= hit.to;
  });
}

function hitsOf(context: CheckContext, set: PhraseSet | undefined): readonly Hit[] {
  return set === undefined ? [] : context.hits.of(set);
}

/** Index of the last hit that ends at or before a token, −1 where none does; hits are in order of place. */
function lastBefore(hits: readonly Hit[], token: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as Hit).to <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first hit that begins at or after a token; the number of hits where none does. */
function firstFrom(hits: readonly Hit[], token: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.from < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function beginsAt(hits: readonly Hit[], token: number): boolean {
  return hits[firstFrom(hits, token)]?.from === token;
}

/** Hits of an ordered list that lie within these tokens. */
export function slice(hits: readonly Hit[], from: number, to: number): readonly Hit[] {
  const first = firstFrom(hits, from);
  let last = first;
  while (last < hits.length && hits[last]!.to <= to) last++;
  return hits.slice(first, last);
}
