/** What a phrase must not be, beyond its grammar: too wide, empty, or of words that no vocabulary has. */

import { writeBraced } from '../nearest.ts';
import type { YamlFile, YamlPath } from '../strict-yaml/yaml.ts';
import type { Problem } from '../types/place.ts';
import { type Phrase, parsePhrase } from '../words/phrase.ts';
import { withoutEnds } from '../words/whole-line.ts';

/** Names that phrases may use, and what phrases are held against. */
export interface PhraseNames {
  readonly terms: readonly string[];
  /** A line as a whole: `…` may stand at an end of them, and two beside each other for up to eight words. */
  readonly line?: boolean;
  /** Only words may stand there. */
  readonly plain?: boolean;
}

/** The phrases of a list at a path of a file that have no fault; the faults of the others are reported. */
export function soundPhrases(
  texts: readonly string[],
  at: YamlPath,
  yaml: YamlFile,
  names: PhraseNames,
  problems: Problem[],
): readonly string[] {
  problems.push(...phraseProblems(texts, at, yaml, names));
  return texts.filter((text) => phraseFaults(text, names).length === 0);
}

/** Gaps of one phrase and ways to read it, at most: they bound the work for one word of a posting. */
const MAX_GAPS = 3;
const MAX_WAYS = 2000;

/** Signs of a regular expression: it has a fault at every second character, and one cure. */
const REGULAR = /\\[bBdDsSwW]|\.[*+?]|\(\?|[\])][+?]/;
const NO_REGULAR =
  'a phrase is words and no regular expression: write deploy* for any ending, (year | years) for either, [is] for a word that may be left out, … for words between';

/** Faults of a phrase or a list of them at a path of a file, each at its character. */
export function phraseProblems(value: unknown, at: YamlPath, yaml: YamlFile, names: PhraseNames): Problem[] {
  const problems: Problem[] = [];
  const list = Array.isArray(value) ? value : [value];
  list.forEach((text, index) => {
    const path = Array.isArray(value) ? [...at, index] : at;
    const faults = phraseFaults(String(text), names);
    const told = faults[0] && REGULAR.test(String(text)) ? [{ at: faults[0].at, message: NO_REGULAR }] : faults;
    for (const fault of told) {
      const place = yaml.textPlace(path, fault.at);
      problems.push({ path: yaml.path, place, message: `Phrase: ${fault.message}.`, severity: 'error' });
    }
  });
  return problems;
}

/** Faults of one phrase, by offset into its text. */
export function phraseFaults(text: string, names: PhraseNames): { at: number; message: string }[] {
  const { phrase: whole, faults } = parsePhrase(text);
  if (faults.length > 0) return [...faults];
  if (names.plain && !isPlain(whole)) {
    return [{ at: 0, message: 'a list of words holds plain words: write each one out, without the marks of phrases' }];
  }
  const phrase = names.line ? withoutEnds(whole) : whole;
  const found: { at: number; message: string }[] = [];
  for (const term of termsOf(phrase)) {
    if (names.terms.includes(term.name)) continue;
    found.push({
      at: term.at,
      message: `there is no vocabulary {${term.name}}: ${writeBraced(term.name, names.terms)}`,
    });
  }
  const size = measure(phrase);
  if (size.empty) {
    found.push({ at: 0, message: 'every word of it may be left out: write one that must stand, outside [ ]' });
  } else if (size.gapFirst || size.gapLast) {
    found.push({
      at: Math.max(0, text.search(/…|\.\.\./)),
      message: '“…” stands between words: write words on both sides',
    });
  }
  // A line is short, which bounds the work by itself.
  if (names.line) return found;
  if (size.gapTwice) {
    found.push({ at: Math.max(0, text.search(/…|\.\.\./)), message: 'two “…” stand beside each other: write one' });
  }
  if (size.gaps > MAX_GAPS) {
    found.push({ at: 0, message: `it has ${size.gaps} “…” and may have ${MAX_GAPS}: write a shorter phrase` });
  }
  if (size.ways > MAX_WAYS) {
    found.push({ at: 0, message: `its alternatives make more than ${MAX_WAYS} phrases: write several phrases` });
  }
  return found;
}

function isPlain(phrase: Phrase): boolean {
  const items = phrase.kind === 'sequence' ? phrase.of : [phrase];
  return items.every((item) => item.kind === 'word' && !item.prefix);
}

/** All vocabularies that a phrase names. */
export function termsOf(phrase: Phrase): { name: string; at: number }[] {
  switch (phrase.kind) {
    case 'term':
      return [phrase];
    case 'sequence':
    case 'either':
      return phrase.of.flatMap(termsOf);
    case 'optional':
      return termsOf(phrase.of);
    default:
      return [];
  }
}

interface Size {
  /** May match no word at all. */
  readonly empty: boolean;
  readonly gapFirst: boolean;
  readonly gapLast: boolean;
  readonly gapTwice: boolean;
  /** Most gaps on one way through it. */
  readonly gaps: number;
  /** Number of ways through it. */
  readonly ways: number;
}

function measure(phrase: Phrase): Size {
  switch (phrase.kind) {
    case 'word':
    case 'term':
      return { empty: false, gapFirst: false, gapLast: false, gapTwice: false, gaps: 0, ways: 1 };
    case 'gap':
      return { empty: false, gapFirst: true, gapLast: true, gapTwice: false, gaps: 1, ways: 1 };
    case 'optional': {
      const inner = measure(phrase.of);
      return { ...inner, empty: true, ways: inner.ways + 1 };
    }
    case 'either': {
      const options = phrase.of.map(measure);
      return {
        empty: options.some((each) => each.empty),
        gapFirst: options.some((each) => each.gapFirst),
        gapLast: options.some((each) => each.gapLast),
        gapTwice: options.some((each) => each.gapTwice),
        gaps: Math.max(...options.map((each) => each.gaps)),
        ways: options.reduce((sum, each) => sum + each.ways, 0),
      };
    }
    case 'sequence':
      return phrase.of.map(measure).reduce(after, NOTHING);
  }
}

const NOTHING: Size = { empty: true, gapFirst: false, gapLast: false, gapTwice: false, gaps: 0, ways: 1 };

function after(first: Size, second: Size): Size {
  return {
    empty: first.empty && second.empty,
    gapFirst: first.gapFirst || (first.empty && second.gapFirst),
    gapLast: second.gapLast || (second.empty && first.gapLast),
    gapTwice: first.gapTwice || second.gapTwice || (first.gapLast && second.gapFirst),
    gaps: first.gaps + second.gaps,
    ways: Math.min(first.ways * second.ways, 1e9),
  };
}
