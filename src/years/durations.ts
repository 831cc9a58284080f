import type { Lexicon } from '../lexicon/lexicon.ts';
import { Separator, type Token } from '../types/text.ts';

/** A number of years as it stands: token indexes, `to` exclusive. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly min: number;
  readonly max: number | null;
}

const YEARS_OF_DECADE = 10;

const glued = /^(\d{1,2})(?:y|yr|yrs|years?|yoe)$/;

function startsWithDigit(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** Value of a number word or numeral from 0 on; undefined for other words. */
export function numberOf(word: string, lexicon: Lexicon): number | undefined {
  if (startsWithDigit(word)) return /^\d{1,2}(?:\.5)?$/.test(word) ? Number(word) : undefined;
  return lexicon.numbers.get(word);
}

/** The amount of years that begins at `at`, its unit included. */
export function amountAt(tokens: readonly Token[], at: number, end: number, lexicon: Lexicon): Amount | undefined {
  const { word } = tokens[at]!;
  const joined = startsWithDigit(word) ? glued.exec(word) : null;
  if (joined) return { from: at, to: at + 1, min: Number(joined[1]), max: null };
  const min = numberOf(word, lexicon);
  if (min === undefined) return decadeAt(tokens, at, end, lexicon);
  let max: number | null = null;
  let value = min;
  for (let next = at + 1; next < end && next <= at + 6; next++) {
    const token = tokens[next]!;
    const scale = unit(token.word, lexicon);
    if (scale > 0) {
      const more = scale === 1 ? monthsAt(tokens, next + 1, end, lexicon) : undefined;
      return {
        from: at,
        to: more?.to ?? next + 1,
        min: value * scale + (max === null ? (more?.years ?? 0) : 0),
        max: max === null || max <= value ? null : max * scale + (more?.years ?? 0),
      };
    }
    const ending = glued.exec(token.word);
    if (ending && next === at + 1) return { from: at, to: next + 1, min: value, max: Number(ending[1]) };
    const number = numberOf(token.word, lexicon);
    if (number !== undefined) {
      // “seven (8)”: the numeral in brackets is the one that counts; “3–5” and “3 to 5” are a range.
      if (token.before & Separator.open && max !== null) max = number;
      else if (token.before & Separator.open) value = number;
      else if (max === null && number > value) max = number;
      else return undefined;
    } else if (!lexicon.words('years-between').has(token.word)) {
      return undefined;
    }
  }
  return undefined;
}

/** “A decade” and “half a decade”; a bare “decades” is no number. */
function decadeAt(tokens: readonly Token[], at: number, end: number, lexicon: Lexicon): Amount | undefined {
  const half = lexicon.words('half-decade').has(tokens[at]!.word);
  const one = half ? at + 1 : at;
  if (one + 1 >= end || !lexicon.words('one-decade').has(tokens[one]!.word)) return undefined;
  const scale = unit(tokens[one + 1]!.word, lexicon);
  return scale === YEARS_OF_DECADE ? { from: at, to: one + 2, min: half ? scale / 2 : scale, max: null } : undefined;
}

/** The months of “3 years and 6 months”, as a part of a year. */
function monthsAt(tokens: readonly Token[], at: number, end: number, lexicon: Lexicon) {
  const number = tokens[at]?.word === 'and' ? at + 1 : at;
  if (number + 1 >= end) return undefined;
  const months = numberOf(tokens[number]!.word, lexicon);
  if (months === undefined || !lexicon.words('month-units').has(tokens[number + 1]!.word)) return undefined;
  return { years: months / 12, to: number + 2 };
}

/** Years that one of the unit makes; 0 for words that are no unit. */
export function unit(word: string, lexicon: Lexicon): number {
  if (lexicon.words('year-units').has(word)) return 1;
  if (lexicon.words('decade-units').has(word)) return YEARS_OF_DECADE;
  return lexicon.words('month-units').has(word) ? 1 / 12 : 0;
}
