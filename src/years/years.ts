import type { Lexicon } from '../lexicon/lexicon.ts';
import type { YearsClause } from '../types/posting.ts';
import { type Block, type SectionKind, Separator, type Statement, type Token } from '../types/text.ts';
import { alternativesOf, degreeYears, type FoundYears as Found, MOST_YEARS } from './degree-years.ts';
import { type Amount, amountAt, numberOf, unit } from './durations.ts';
import { isNoExperience } from './not-experience.ts';

/** How many words behind the unit the word “experience” may stand. */
const REACH = 12;

/** Text of these sections tells of the company or the offer, not of the candidate. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set(['company', 'benefits', 'pay', 'legal', 'process', 'meta']);

/**
 * Demands for years of experience, in order of place: “5+ years of …”, “3–5 yrs”, “seven or more years”, “five (5) years”, “18 months”.
 * A number counts only beside a word of experience or of a minimum; ages, terms and the past of a company do not. Linear in the tokens.
 */
export function readYears(
  tokens: readonly Token[],
  statements: readonly Statement[],
  blocks: readonly Block[],
  lexicon: Lexicon,
): YearsClause[] {
  const found: Found[] = [];
  statements.forEach((statement, index) => {
    const speaksOfCandidate = !ELSEWHERE.has(statement.kind) || blocks[statement.block]?.kind === 'title';
    if (speaksOfCandidate) readStatement(tokens, statement, index, lexicon, found);
  });
  const groups = alternativesOf(found, tokens, statements, lexicon);
  const total = found.some((clause) => clause.scope === 'total');
  return found.map((clause, index) => ({
    min: clause.min,
    max: clause.max,
    // The only years that are asked for are the total, whatever they were spent on.
    scope: clause.scope === 'production-ml' && !total ? 'total' : clause.scope,
    span: { start: tokens[clause.from]!.start, end: tokens[clause.to - 1]!.end },
    statement: clause.statement,
    group: groups[index]!,
  }));
}

function readStatement(
  tokens: readonly Token[],
  statement: Statement,
  index: number,
  lexicon: Lexicon,
  out: Found[],
): void {
  const { from, to } = statement.tokens;
  for (let at = from; at < to; at++) {
    const amount = amountAt(tokens, at, to, lexicon);
    const first = out.at(-1);
    if (!amount && first?.statement === index && at >= first.to) {
      const years = degreeYears(tokens, at, to, lexicon);
      if (years > 0) out.push({ ...first, min: years, max: null, from: at, to: at + 1, alternative: true });
    }
    if (!amount) continue;
    const clause = demand(tokens, amount, statement, lexicon);
    if (clause) out.push({ ...clause, statement: index });
    at = amount.to - 1;
  }
}

/** The demand that an amount of years is part of, or undefined where it is none. */
function demand(
  tokens: readonly Token[],
  amount: Amount,
  statement: Statement,
  lexicon: Lexicon,
): Omit<Found, 'statement'> | undefined {
  const { from, to } = statement.tokens;
  if ((amount.min <= 0 && !amount.max) || amount.min > MOST_YEARS) return undefined;
  const before = tokens[amount.from - 1];
  const after = amount.to < to ? tokens[amount.to] : undefined;
  if (amount.from > from && lexicon.words('years-not-before').has(before!.word)) return undefined;
  if (after && lexicon.words('years-not-after').has(after.word)) return undefined;
  const anchor = anchorAfter(tokens, amount.to, to, lexicon);
  if (anchor < 0 && !demanded(tokens, amount, statement, lexicon)) return undefined;
  if (isNoExperience(tokens, amount, anchor, statement, lexicon)) return undefined;
  const stop = Math.min(to, Math.max(anchor + 1, amount.to) + REACH);
  return {
    min: round(amount.min),
    max: amount.max === null ? null : round(amount.max),
    scope: scopeOf(tokens, amount, anchor, stop, lexicon),
    from: amount.from,
    to: anchor >= 0 && anchor - amount.to < 8 ? anchor + 1 : amount.to,
  };
}

function round(years: number): number {
  return Math.round(years * 100) / 100;
}

/** Index of a word of experience behind the unit, before another number of years; -1 where there is none. */
function anchorAfter(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): number {
  const anchors = lexicon.words('years-anchors');
  for (let at = from; at < to && at < from + REACH; at++) {
    const { word, before } = tokens[at]!;
    if (before & Separator.semicolon) return -1;
    if (anchors.has(word)) return at;
    if (at > from && unit(word, lexicon) > 0) return -1;
  }
  return -1;
}

/** Without a word of experience behind it: “8+ years required” anywhere; among requirements, a number at the start or after a word of minimum, of or in something. */
function demanded(tokens: readonly Token[], amount: Amount, statement: Statement, lexicon: Lexicon): boolean {
  const required = statement.kind === 'required' || statement.kind === 'preferred';
  // “10 years or more of software work”
  const orMore = lexicon.words('years-or-more').has(tokens[amount.to + 1]?.word ?? '');
  const next = amount.to + (orMore && tokens[amount.to]?.word === 'or' ? 2 : 0);
  const behind = next < statement.tokens.to ? tokens[next]!.word : undefined;
  if (behind !== undefined && lexicon.words('years-demanded').has(behind)) return true;
  if (required && (isTheirs(tokens, next, lexicon) || isOfDegree(tokens, amount.from, lexicon))) return true;
  const minimum = lexicon.words('years-minimum');
  let said = false;
  for (let at = amount.from - 1; at >= statement.tokens.from && at >= amount.from - 4; at--) {
    said ||= minimum.has(tokens[at]!.word);
  }
  const led = lexicon.words('years-led');
  const after = led.has(tokens[amount.from - 1]?.word ?? '') || led.has(tokens[amount.from - 2]?.word ?? '');
  if (amount.from > statement.tokens.from + 1 && after) return true;
  if (!required && !(said && statement.kind === 'unknown')) return false;
  if (
    behind === undefined &&
    (tokens[amount.from]!.before & Separator.open || lived(tokens, amount, statement, lexicon))
  )
    return true;
  // “Experience required: 5–9 years (see below)”
  const anchors = lexicon.words('years-anchors');
  const label = (back: number) => anchors.has(tokens[amount.from - back]?.word ?? '');
  if (amount.from === statement.tokens.from && (label(1) || label(2))) return true;
  const opens = amount.from - statement.tokens.from <= 2;
  if (behind === undefined) return opens;
  return (said || opens) && (lexicon.words('years-spent').has(behind) || behind.endsWith('ing'));
}

/** “… six years behind you”, “… under your belt”. */
function isTheirs(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (!lexicon.words('years-own').has(tokens[at]?.word ?? '')) return false;
  return lexicon.words('years-owner').has(tokens[at + 1]?.word ?? '');
}

/** “… or a bachelor’s degree and six years”. */
function isOfDegree(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  if (!lexicon.words('years-degree-joins').has(tokens[at - 1]?.word ?? '')) return false;
  return lexicon.words('degree-words').has(tokens[at - 2]?.word ?? '');
}

/** “You have shipped software for at least six years.” */
function lived(tokens: readonly Token[], amount: Amount, { tokens: { from } }: Statement, lexicon: Lexicon): boolean {
  if (lexicon.words('company-subjects').has(tokens[from]!.word)) return false;
  let at = amount.from - 1;
  const minimum = lexicon.words('years-minimum');
  while (at > from && amount.from - at < 4 && (minimum.has(tokens[at]!.word) || tokens[at]!.word.length <= 2)) at--;
  if (at <= from || !lexicon.words('years-for').has(tokens[at]!.word)) return false;
  const words = lexicon.words('years-lived');
  for (let i = from; i < at; i++) if (words.has(tokens[i]!.word)) return true;
  return false;
}

/** How many words behind a comma a number may stand that tells a part of the years. */
const PART_REACH = 4;

function countsAgain(tokens: readonly Token[], at: number, stop: number, lexicon: Lexicon): boolean {
  for (let next = at; next < Math.min(stop, at + PART_REACH); next++) {
    if (numberOf(tokens[next]!.word, lexicon) !== undefined) return true;
  }
  return false;
}

/** What the years are asked for, by the words around them. */
function scopeOf(
  tokens: readonly Token[],
  amount: Amount,
  anchor: number,
  stop: number,
  lexicon: Lexicon,
): YearsClause['scope'] {
  const total = lexicon.words('years-total');
  const specialty = lexicon.words('years-specialty');
  const filler = lexicon.words('years-filler');
  let broad = false;
  let narrow = false;
  let first: 'broad' | 'narrow' | undefined;
  let seen = false;
  let production = false;
  let models = false;
  let either = false;
  for (let at = amount.to; at < stop; at++) {
    const { word, before } = tokens[at]!;
    // “…, four of them in Python”, “…, the last two with Go”: a part of the years.
    if (at > anchor && anchor >= 0 && before & Separator.comma && countsAgain(tokens, at, stop, lexicon)) break;
    if (isTheirs(tokens, at, lexicon)) break;
    // A later clause of the sentence says something else.
    if (at > Math.max(anchor, amount.to) && before & (Separator.semicolon | Separator.colon)) break;
    if (at > Math.max(anchor, amount.to) && seen && before & (Separator.comma | Separator.open)) break;
    if (
      at > anchor &&
      seen &&
      lexicon.words('years-clause').has(word) &&
      !(word === 'or' && first === 'narrow' && !broad) &&
      at > amount.to + 1
    )
      break;
    if (at > amount.to && unit(word, lexicon) > 0) break;
    either ||= first === 'narrow' && word === 'or';
    production ||= lexicon.words('years-production').has(word);
    models ||= lexicon.words('years-models').has(word);
    seen ||= specialty.has(word) || total.has(word);
    if (specialty.has(word)) {
      narrow = true;
      first ??= 'narrow';
    } else if (total.has(word) && !(filler.has(word) && first !== 'narrow')) {
      broad = true;
      first ??= 'broad';
    }
  }
  if (production && models) return 'production-ml';
  // “in search or AI” is as broad as its broader half; “Python development” is as narrow as its first word.
  return narrow && (!broad || (first === 'narrow' && !either)) ? 'specialty' : 'total';
}
