import { type Amount, periodAt, type Reading } from './amount.ts';
import { lastBefore } from './marks.ts';
import type { Role } from './vocabulary.ts';

/** Words in brackets behind the first end of a range that are no more than a note on it. */
const NOTE = 8;

/**
 * Past what may be said of the first end of a range before the dash or word that joins the second: `(USD)`, `(min)`,
 * `gross`, `a year`, a note in brackets that names no place, level or number of its own.
 */
export function pastAsides(r: Reading, from: number): number {
  let at = from;
  for (let count = 0; count < 4; count++) {
    const term = r.terms.get(at);
    const lexeme = r.lexemes[at];
    let next = at;
    if (lexeme?.text === '(') next = pastNote(r, at);
    else if (term && (term.role === 'gross' || term.role === 'net')) next = term.to;
    else if (isBase(r, at)) next = at + 1;
    else if (r.ends.has(at)) next = r.ends.get(at)?.to ?? at;
    else if (lexeme?.type === 'currency' && lexeme.exact && r.lexemes[at + 1]?.type !== 'number') next = at + 1;
    else if (at > from) next = periodAt(r, at)?.to ?? at;
    if (next === at) break;
    at = next;
  }
  return at;
}

/** Behind a short note in brackets; its start where it names a number, an amount or whom the amount is for. */
function pastNote(r: Reading, open: number): number {
  for (let at = open + 1; at <= open + NOTE + 1; at++) {
    const lexeme = r.lexemes[at];
    const step = lexeme?.type === 'number' && lexeme.value < 100 && r.lexemes[at + 1]?.text === ')';
    if (!lexeme || lexeme.type === 'stop' || (lexeme.type === 'number' && !step)) return open;
    if (lexeme.text !== ')') continue;
    return !r.ends.has(open + 1) && !isBetween(r, open) && names(r, open, at) ? open : at + 1;
  }
  return open;
}

/** After `between` both amounts are ends, whatever is said of them. */
function isBetween(r: Reading, at: number): boolean {
  const last = r.marks.bound[lastBefore(r.marks.bound, at)];
  return last !== undefined && (last.role === 'between' || last.role === 'from') && at - last.to <= 4;
}

/** A place or level stands between. */
function names(r: Reading, from: number, to: number): boolean {
  const mark = r.marks.label[lastBefore(r.marks.label, from) + 1];
  return mark !== undefined && mark.from >= from && mark.to <= to;
}

/** A lone word for base pay: `$150,000 base to $186,000 base`. */
function isBase(r: Reading, at: number): boolean {
  const { nature } = r.marks;
  const mark = nature[lastBefore(nature, at) + 1];
  return mark?.from === at && mark.to === at + 1 && mark.role === 'base';
}

/** `$120k gross - $100k net`: the same pay said twice, no range; nor is `$120k base - $150k OTE`. */
export function isOfOtherTerms(r: Reading, first: Amount, second: Amount): boolean {
  const termAt = (at: number) => r.terms.get(at)?.role;
  const before = termAt(first.to);
  const behind = termAt(second.to);
  if (isBase(r, first.to) && !isBase(r, second.to)) return true;
  const isTax = (role: Role | undefined) => role === 'gross' || role === 'net';
  return isTax(before) && isTax(behind) && before !== behind;
}
