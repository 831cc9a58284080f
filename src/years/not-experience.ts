/** Numbers of years that are none of experience: ages, spans of data, terms of contracts, the past of a company. */

import type { Lexicon } from '../lexicon/lexicon.ts';
import { HARD_SEPARATORS, Separator, type Statement, type Token } from '../types/text.ts';
import type { Amount } from './durations.ts';

/** Fewer years than this are asked for without the word “experience”; more are an age. */
const AGES_FROM = 16;

/** How many words behind “years of” may name what the years are of. */
const THING_REACH = 4;

/** Whether years of a statement are no experience; `anchor` is the place of a word of experience behind them, or −1. */
export function isNoExperience(
  tokens: readonly Token[],
  amount: Amount,
  anchor: number,
  { tokens: { from, to } }: Statement,
  lexicon: Lexicon,
): boolean {
  if (isAge(tokens, amount, to, lexicon) || isBoast(tokens, amount, from, to, lexicon)) return true;
  if (anchor >= 0) return false;
  if (amount.from > from && lexicon.words('years-age-bounds').has(tokens[amount.from - 1]!.word)) return true;
  return amount.min >= AGES_FROM || isSpanOf(tokens, amount, to, lexicon) || isTerm(tokens, amount, from, to, lexicon);
}

/** “18 years of age”, “18 years or older”. */
function isAge(tokens: readonly Token[], { to }: Amount, end: number, lexicon: Lexicon): boolean {
  const ages = lexicon.words('years-age');
  for (let at = to; at < Math.min(end, to + 2); at++) {
    const { word, before } = tokens[at]!;
    if (before & HARD_SEPARATORS) return false;
    if (ages.has(word)) return true;
    if (at > to && !lexicon.words('years-between').has(word)) return false;
  }
  return false;
}

/** “10 years of sensor logs”: what the years are of is a thing and no work. */
function isSpanOf(tokens: readonly Token[], { to }: Amount, end: number, lexicon: Lexicon): boolean {
  if (to >= end || tokens[to]!.word !== 'of') return false;
  const things = lexicon.words('years-things');
  const work = ['years-total', 'years-specialty', 'years-anchors'].map(lexicon.words);
  for (let at = to + 1; at < Math.min(end, to + 1 + THING_REACH); at++) {
    if (tokens[at]!.before & HARD_SEPARATORS) return false;
    const next = at + 1 < end ? tokens[at + 1]! : undefined;
    if (things.has(tokens[at]!.word) && !(next && work.some((words) => words.has(next.word)))) return true;
  }
  return false;
}

/** How many words before the years may name what lasts so long. */
const TERM_REACH = 4;

/** “Loans of 10 years”, “Fixed term: 2 years”: a thing that lasts so long. */
function isTerm(tokens: readonly Token[], amount: Amount, from: number, to: number, lexicon: Lexicon): boolean {
  const terms = lexicon.words('years-terms');
  for (let at = amount.from - 1; at >= Math.max(from, amount.from - TERM_REACH); at--) {
    if (terms.has(tokens[at]!.word)) return true;
  }
  if (amount.to < to || amount.from - from < 2 || tokens[amount.from - 1]!.word !== 'of') return false;
  const { word } = tokens[amount.from - 2]!;
  return !['years-anchors', 'years-minimum', 'years-led'].some((name) => lexicon.words(name).has(word));
}

/** “… a company with 15 years of experience”: the words before the years name a firm. */
function isOfFirm(tokens: readonly Token[], amount: Amount, from: number, lexicon: Lexicon): boolean {
  const minimum = lexicon.words('years-minimum');
  let at = amount.from - 1;
  while (at > from && minimum.has(tokens[at]!.word) && !lexicon.words('years-held').has(tokens[at]!.word)) at--;
  return (
    at > from &&
    lexicon.words('years-held').has(tokens[at]!.word) &&
    lexicon.words('years-firms').has(tokens[at - 1]!.word)
  );
}

/** “Our team has 20 years of experience”, “With 20 years of experience, Ovenly is the leader”: nobody is asked. */
function isBoast(tokens: readonly Token[], amount: Amount, from: number, to: number, lexicon: Lexicon): boolean {
  const sought = lexicon.words('years-sought');
  const company = lexicon.words('company-subjects').has(tokens[from]!.word);
  if (isOfFirm(tokens, amount, from, lexicon)) return true;
  if (!company && !lexicon.words('years-boast-openers').has(tokens[from]!.word)) return false;
  let apart = false;
  let told = false;
  for (let at = from; at < to; at++) {
    const { word, before } = tokens[at]!;
    if (sought.has(word)) return false;
    apart ||= at > amount.to && (before & Separator.comma) !== 0;
    told ||= apart && lexicon.words('years-told').has(word);
  }
  return company ? amount.from > from + 1 : told;
}
