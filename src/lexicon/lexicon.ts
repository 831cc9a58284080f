import { foldKey } from '../header/frontmatter.ts';
import type { Words } from '../markdown/line.ts';
import { type SectionKind, Separator, type Token } from '../types/text.ts';
import type { Reading, Vocabulary } from '../types/words.ts';
import { closeTo } from '../words/spelling.ts';
import { fold } from '../words/tokens.ts';
import { LINE_WORDS } from '../words/whole-line.ts';
import { foldDate } from './dates.ts';

/** What a heading's words show. `exact`: the whole heading is known, not a part of its words. */
export interface HeadingKind {
  readonly kind: SectionKind;
  readonly exact: boolean;
}

/** The vocabulary in the form that reading needs, made once for each. */
export interface Lexicon {
  /** Folded key → canonical field. */
  readonly fields: ReadonlyMap<string, string>;
  /** Folded keys of all fields. */
  readonly keys: ReadonlySet<string>;
  /** Folded keys of the fields that a posting declares. */
  readonly declaring: ReadonlySet<string>;
  /** Kind that a heading's words show. */
  heading(tokens: readonly Token[]): HeadingKind | undefined;
  /** Words of a list by its name in `vocabulary.words`. */
  words(name: string): ReadonlySet<string>;
  /** Whether a text holds a mark of equal opportunity. */
  isLegal(text: string): boolean;
  /** Whether the first of these words fit a list of openings by its name. */
  opens(name: string, words: Words): boolean;
  /** Codes of the languages beside English that it has words of. */
  readonly languages: readonly string[];
  /** Words of numbers by value. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Names of months, folded, with their numbers from 1. */
  readonly months: ReadonlyMap<string, number>;
}

const lexicons = new WeakMap<Vocabulary, Lexicon>();

/** The lexicon of a vocabulary; made at its first use. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary);
  if (known) return known;
  const made = makeLexicon(vocabulary);
  lexicons.set(vocabulary, made);
  return made;
}

/** Fields that every posting declares: what the review is about. */
export const DECLARED = ['lane', 'level', 'comp'] as const;

function makeLexicon(vocabulary: Vocabulary): Lexicon {
  const { reading } = vocabulary;
  const fields = new Map<string, string>();
  for (const [name, keys] of Object.entries(vocabulary.fields)) {
    // Canonical names are written `valid_through`, whichever way the table was.
    const canonical = name.replaceAll('-', '_');
    fields.set(foldKey(canonical), canonical);
    for (const key of keys) if (!fields.has(foldKey(key))) fields.set(foldKey(key), canonical);
  }
  const declaring = new Set(DECLARED.flatMap((field) => [field, ...(vocabulary.fields[field] ?? [])].map(foldKey)));
  const sets = new Map<string, ReadonlySet<string>>();
  const list = (name: string): readonly string[] =>
    Object.hasOwn(vocabulary.words, name) ? vocabulary.words[name]! : [];
  const legal = oneOf(list('legal-marks').map(fold));
  return {
    fields,
    keys: new Set(fields.keys()),
    declaring,
    heading: headingReader(reading, list('heading-words')),
    words: (name) => {
      const set = sets.get(name) ?? new Set(list(name).map(fold));
      sets.set(name, set);
      return set;
    },
    isLegal: (text) => legal.test(text),
    opens: (name, words) => {
      words.opens ??= reading.scan(words.tokens, 0, Math.min(words.tokens.length, LINE_WORDS));
      return Object.hasOwn(reading.openings, name) && words.opens.includes(reading.openings[name]!);
    },
    languages: Object.keys(vocabulary.words).flatMap((name) => {
      const code = /^language-([a-z]{2})$/.exec(name)?.[1];
      return code === undefined || code === 'en' ? [] : [code];
    }),
    numbers: new Map(list('numbers').map((word, value) => [word, value])),
    months: new Map(
      list('month-names').flatMap((names, index) =>
        names.split(' ').map((name) => [foldDate(name), index + 1] as const),
      ),
    ),
  };
}

/** A pattern of texts, of which any may stand anywhere, in small letters or large ones. */
function oneOf(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(escaped.length > 0 ? escaped.join('|') : '(?!)', 'i');
}

/** Longest text that is held against headings. */
const MAX_HEADING = 200;

function headingReader({ headings, scan }: Reading, spelt: readonly string[]): Lexicon['heading'] {
  const look = (words: readonly Token[]): HeadingKind | undefined => {
    if (words.length === 0 || words.length > LINE_WORDS) return undefined;
    const sets = scan(words, 0, words.length);
    if (sets.length === 0) return undefined;
    const whole = headings.find(({ exact }) => sets.includes(exact));
    const found = whole ?? headings.find(({ open }) => sets.includes(open));
    return found && { kind: found.kind, exact: found === whole };
  };
  const read = (tokens: readonly Token[]): HeadingKind | undefined => {
    if (tokens.length === 0 || tokens.at(-1)!.end - tokens[0]!.start > MAX_HEADING) return undefined;
    const bare = outsideBrackets(tokens);
    let found = look(tokens);
    if (!found?.exact && bare.length < tokens.length) found = look(bare) ?? found;
    if (found) return found;
    // “Compensation – Berlin”, “Mindset: builders”, “Engineering @ Company”: the part in front names the section.
    const end = bare.findIndex((token, index) => index > 0 && (token.before & PARTING || LEADING.has(token.word)));
    const front = end > 0 ? look(bare.slice(0, end)) : undefined;
    if (front?.exact) return { kind: front.kind, exact: false };
    // “Aanbod / Offer”, “Aufgaben – Your tasks”: in two languages the second says it.
    const last = bare.findLastIndex((token, index) => index > 0 && token.before & (PARTING | Separator.slash));
    const back = last > 0 ? look(bare.slice(last)) : undefined;
    return back?.exact ? { kind: back.kind, exact: false } : undefined;
  };
  return (tokens) => {
    const found = read(tokens);
    if (found || tokens.length > MOST_RESPELT) return found;
    const respelt = tokens.map((token) => ({ ...token, word: respell(token.word, spelt) }));
    return respelt.some(({ word }, at) => word !== tokens[at]!.word) ? read(respelt) : undefined;
  };
}

/** Most words of a heading in which a mistyped one is looked for. */
const MOST_RESPELT = 4;

/** The word of a heading that this one misses by a letter. */
function respell(word: string, spelt: readonly string[]): string {
  return spelt.find((other) => closeTo(word, other)) ?? word;
}

const PARTING = Separator.dash | Separator.colon | Separator.other;
const LEADING: ReadonlySet<string> = new Set(['at', 'with']);

function outsideBrackets(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ before }) => before & Separator.open)) return tokens;
  let inside = false;
  return tokens.filter(({ before }) => {
    if (before & Separator.close) inside = false;
    if (before & Separator.open) inside = true;
    return !inside;
  });
}
