/** The language of a posting: by its commonest words, or by its letters. */

import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Block, Statement, Token } from '../types/text.ts';

/** What tells a posting's language. */
export interface Told {
  readonly blocks: readonly Block[];
  readonly statements: readonly Statement[];
  readonly tokens: readonly Token[];
}

/** Words by which most English texts are known at once: this share of them leaves no doubt. */
const SURE = new Set(['the', 'and', 'with', 'you', 'your', 'our', 'will', 'are', 'this', 'that', 'have', 'from']);
const SURE_SHARE = 0.12;
/** Words of another language that make up a text, and of them those that tell it, at least. */
const LEAST_WORDS = 8;
const LEAST_TELLING = 3;
/** Words of an English part that can be a whole posting. */
const WHOLE = 60;
/** Share of the words in another language from which a text without a whole English posting is in that one. */
const PART = 0.25;

/**
 * The ISO code of the language that a posting is written in where that is not English; undefined for English, for a
 * posting whose English part is whole, and in doubt. `languages` are codes of which `lexicon` has words. What is
 * English by its commonest words costs one look at each.
 */
export function languageOf(told: Told, lexicon: Lexicon, languages: readonly string[]): string | undefined {
  const { tokens, blocks } = told;
  if (languages.length === 0) return undefined;
  const enough = Math.max(LEAST_TELLING, Math.floor(SURE_SHARE * tokens.length) + 1);
  let known = 0;
  for (const { word } of tokens) if (SURE.has(word) && ++known >= enough) return undefined;

  const parts = partsOf(told).filter(({ block }) => !isName(blocks[block]!));
  const counts = new Map<string, { words: number; telling: number }>();
  const english = { words: 0, kinds: new Set<string>() };
  let all = 0;
  for (const { block, from, to, kind } of parts) {
    all += to - from;
    const words = tokens.slice(from, to).map(({ word }) => word);
    const { language, telling } = partLanguage(words, lexicon, languages);
    if (language === undefined) continue;
    if (language === 'en') {
      english.words += words.length;
      if (blocks[block]!.kind !== 'heading') english.kinds.add(kind);
      continue;
    }
    const count = counts.get(language) ?? { words: 0, telling: 0 };
    // Letters without blanks between words make few words and leave no doubt.
    const size = telling === LETTERS_TELL ? LEAST_WORDS : words.length;
    counts.set(language, { words: count.words + size, telling: count.telling + telling });
  }
  // Japanese headings often hold Chinese letters only.
  if (counts.has('ja')) counts.delete('zh');
  const [first] = [...counts].sort(([, a], [, b]) => b.telling - a.telling);
  if (!first) return undefined;
  const foreign = [...counts.values()].reduce((sum, { words }) => sum + words, 0);
  const telling = [...counts.values()].reduce((sum, each) => sum + each.telling, 0);
  if (foreign < LEAST_WORDS || telling < LEAST_TELLING || foreign < PART * all) return undefined;
  const whole = english.words >= WHOLE && english.kinds.has('duties') && english.kinds.has('required');
  return whole || (foreign < english.words && english.kinds.has('duties')) ? undefined : first[0];
}

interface Part {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

/** Blocks with their words and the kind of their first sentence. */
function partsOf({ statements }: Told): Part[] {
  const parts: Part[] = [];
  for (const { block, tokens, kind } of statements) {
    const last = parts.at(-1);
    if (last?.block === block) parts[parts.length - 1] = { ...last, to: tokens.to };
    else parts.push({ block, ...tokens, kind });
  }
  return parts;
}

/** Titles are often English in any language. */
function isName({ kind }: Block): boolean {
  return kind === 'title' || kind === 'field';
}

function partLanguage(
  words: readonly string[],
  lexicon: Lexicon,
  languages: readonly string[],
): { language?: string; telling: number } {
  const letters = lettersOf(words.join(' '));
  if (letters !== undefined) return { language: letters, telling: LETTERS_TELL };
  let best: string | undefined;
  let most = 0;
  for (const language of ['en', ...languages]) {
    const list = lexicon.words(`language-${language}`);
    let telling = 0;
    for (const word of words) if (list.has(word)) telling++;
    if (telling > most) {
      best = language;
      most = telling;
    }
  }
  return best === undefined ? { telling: 0 } : { language: best, telling: most };
}

/** Words that another alphabet counts for. */
const LETTERS_TELL = 1000;

/** Languages by the letters that no other one of them has; the first that fits. */
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/],
  ['ko', /[\uac00-\ud7af]/],
  ['zh', /[\u4e00-\u9fff]/],
  ['uk', /[\u0456\u0457\u0454\u0491]/],
  ['ru', /[\u0400-\u04ff]/],
  ['fa', /[\u067e\u0686\u06af]/],
  ['ar', /[\u0600-\u06ff]/],
  ['he', /[\u0590-\u05ff]/],
  ['el', /[\u0370-\u03ff]/],
  ['th', /[\u0e00-\u0e7f]/],
  ['hi', /[\u0900-\u097f]/],
];
const FOREIGN = /[\u0370-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g;

/** The language of a text that is mostly written in other letters than Latin ones. */
function lettersOf(text: string): string | undefined {
  const foreign = text.match(FOREIGN)?.length ?? 0;
  if (foreign < 2 || foreign < 0.3 * text.replaceAll(' ', '').length) return undefined;
  return LETTERS.find(([, letters]) => letters.test(text))?.[0];
}
