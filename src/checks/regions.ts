import type { Posting } from '../types/posting.ts';
import { Separator, type Statement } from '../types/text.ts';
import type { Hit } from '../types/words.ts';

/** A region of one statement in which all things are one slot. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** Longest list looked at, in words: bounds the work on text without sentence ends. */
const LONGEST_LIST = 80;
/** Most words between the word for a kind and the list it heads. */
const KIND_GAP = 2;
/** Words without a thing that end a list. */
const QUIET = 8;

/** Token ranges of a statement in which everything named is one slot. */
export function regionsOf(
  posting: Posting,
  statement: Statement,
  hits: readonly Hit[],
  words: { readonly examples: readonly Hit[]; readonly choices: readonly Hit[]; readonly kinds: readonly Hit[] },
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
      if (quiet > QUIET) return token;
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
    for (let back = token; !headed && back >= token - KIND_GAP; back--) headed = kindEnds.has(back);
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
