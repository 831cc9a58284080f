import { beginsSmall, isDigit, isLetter, isUpper } from '../words/characters.ts';
import type { Lexicon } from './lexicon.ts';
import { isBlank, type Line } from './line.ts';

/** Half-open range of a line's plain text that is one sentence. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

const stop = /[.!?…]/;
/** The last mark of a sentence and what closes behind it; a run of marks is not read as one, lest each of its marks begin the search anew. */
const ends = /[.!?…]["'”’)\]*]*\s+/g;

/**
 * Cuts a line's text into sentences: after `.`, `!`, `?` where a blank and then a capital, a digit or a quotation mark follow, unless the
 * dot ends an abbreviation or an initial. Linear.
 */
export function sentencesOf(line: Line, lexicon: Lexicon): Sentence[] {
  const text = line.plain;
  if (!stop.test(text)) return [{ from: 0, to: text.length }];
  const sentences: Sentence[] = [];
  const abbreviations = lexicon.words('abbreviations');
  let from = 0;
  ends.lastIndex = 0;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    const next = match.index + match[0].length;
    if (next >= text.length) break;
    if (!begins(text, next) || isAbbreviation(text, match.index, abbreviations)) continue;
    let to = match.index + match[0].length;
    while (isBlank(text.charCodeAt(to - 1))) to--;
    sentences.push({ from, to });
    from = next;
  }
  if (from < text.length) sentences.push({ from, to: text.length });
  return sentences;
}

/** A sentence begins with a capital, a digit, a letter without case, an emoji, or an opening mark. */
function begins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isUpper(code) || isDigit(code) || code === 34 || code === 39 || code === 40;
  if (code >= 0x2010 && code <= 0x2015) return false;
  return !beginsSmall(text[at]!);
}

/** Whether the dot at `dot` belongs to a word such as “e.g.”. */
function isAbbreviation(text: string, dot: number, abbreviations: ReadonlySet<string>): boolean {
  if (text[dot] !== '.') return false;
  let start = dot;
  while (start > 0 && dot - start < 12 && nameCharacter(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, dot);
  return abbreviations.has(word.toLowerCase());
}

function nameCharacter(code: number): boolean {
  return code === 46 || code > 191 || isLetter(code);
}
