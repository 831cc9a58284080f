import { beginsSmall, isDigit, isLetter, isUpper } from '../words/characters.ts';
import { tokenize } from '../words/tokens.ts';
import type { Lexicon } from './lexicon.ts';
import { type Cut, isBlank, type Line, type Sentence } from './line.ts';

/** The words and sentences of a line, which is cut only once. */
export function cutOf(line: Line, lexicon: Lexicon): Cut {
  if (line.cut) return line.cut;
  const sentences = sentencesOf(line.plain, lexicon).map(({ from, to }) => ({
    from,
    to,
    tokens: tokenize(line.plain, from, to, [], line.source),
  }));
  line.cut = {
    sentences,
    tokens: sentences.length === 1 ? sentences[0]!.tokens : sentences.flatMap(({ tokens }) => tokens),
  };
  return line.cut;
}

const stop = /[.!?…]/;
/** The last mark of a sentence and what closes behind it; a run of marks is not read as one, lest each of its marks begin the search anew. */
const ends = /[.!?…]["'”’)\]*]*\s+/g;

/**
 * Cuts a line's text into sentences: after `.`, `!`, `?` where a blank and then a capital, a digit or a quotation mark follow, unless the
 * dot ends an abbreviation or an initial. Linear.
 */
function sentencesOf(text: string, lexicon: Lexicon): Pick<Sentence, 'from' | 'to'>[] {
  if (!stop.test(text)) return [{ from: 0, to: text.length }];
  const sentences: Pick<Sentence, 'from' | 'to'>[] = [];
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
