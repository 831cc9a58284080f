/** Years that depend on a degree: “8+ years with a BS, 6+ with an MS or PhD and 3”. */

import type { Lexicon } from '../lexicon/lexicon.ts';
import type { YearsClause } from '../types/posting.ts';
import { HARD_SEPARATORS, Separator, type Statement, type Token } from '../types/text.ts';
import { numberOf } from './durations.ts';

/** More than this is a company's age, not a demand. */
export const MOST_YEARS = 20;

/** A demand before it is known which others it is an alternative to. */
export interface FoundYears {
  readonly min: number;
  readonly max: number | null;
  readonly scope: YearsClause['scope'];
  readonly from: number;
  readonly to: number;
  readonly statement: number;
  /** Another number of the demand before it. */
  readonly alternative?: boolean;
}

/** Years of “8+ years with a BS, 6+ with an MS or PhD and 3” behind the first: a number joined to a degree; else 0. */
export function degreeYears(tokens: readonly Token[], at: number, to: number, lexicon: Lexicon): number {
  const years = numberOf(tokens[at]!.word, lexicon);
  if (years === undefined || years <= 0 || years > MOST_YEARS) return 0;
  const degrees = lexicon.words('degree-words');
  const joins = lexicon.words('years-degree-joins');
  const next = tokens[at + 1];
  if (at + 2 < to && joins.has(next!.word)) {
    return degrees.has(tokens[at + 2]!.word) || (at + 3 < to && degrees.has(tokens[at + 3]!.word)) ? years : 0;
  }
  const ends = at + 1 >= to || (next!.before & HARD_SEPARATORS) !== 0 || lexicon.words('years-clause').has(next!.word);
  return ends && joins.has(tokens[at - 1]!.word) && degrees.has(tokens[at - 2]!.word) ? years : 0;
}

/** Numbers of groups: demands of one sentence or block with “or” between them and degrees around them are alternatives. */
export function alternativesOf(
  found: readonly FoundYears[],
  tokens: readonly Token[],
  statements: readonly Statement[],
  lexicon: Lexicon,
): number[] {
  const degrees = lexicon.words('degree-words');
  const groups: number[] = [];
  for (let i = 0; i < found.length; i++) {
    const clause = found[i]!;
    const last = found[i - 1];
    groups.push(i);
    if (last && clause.alternative) groups[i] = groups[i - 1]!;
    if (!last || clause.alternative || statements[last.statement]!.block !== statements[clause.statement]!.block)
      continue;
    if (clause.from - last.to > 60) continue;
    let either = false;
    let degree = false;
    for (let at = Math.max(statements[last.statement]!.tokens.from, last.from - 20); at <= clause.from; at++) {
      const { word, before } = tokens[at]!;
      const isDegree = degrees.has(word);
      degree ||= isDegree;
      if (at < last.to) continue;
      either ||= word === 'or' || (before & (Separator.slash | Separator.semicolon)) !== 0;
      // “BS and 8 years, MS and 6 years”
      either ||= isDegree && (before & Separator.comma) !== 0;
    }
    if (either && degree) groups[i] = groups[i - 1]!;
  }
  return groups;
}
