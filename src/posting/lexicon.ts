import type { Reading, Vocabulary } from '../types/policy.ts';
import type { SectionKind, Token } from '../types/posting.ts';
import { fold, tokenize } from '../words/tokens.ts';
import { LINE_WORDS } from '../words/whole-line.ts';
import { foldKey } from './frontmatter.ts';

/** What a heading's words show. `exact`: the whole heading is known, not a part of its words. */
export interface HeadingKind {
  readonly kind: SectionKind;
  readonly exact: boolean;
}

/** The vocabulary in the form that reading needs, made once for each. */
export interface Lexicon {
  /** Folded key → canonical field. */
  readonly fields: ReadonlyMap<string, string>;
  /** Folded keys of the fields that a posting declares. */
  readonly declaring: ReadonlySet<string>;
  /** Kind that a heading's words show. */
  heading(text: string): HeadingKind | undefined;
  /** Words of a list by its name in `vocabulary.words`. */
  words(name: string): ReadonlySet<string>;
  /** Tells which lists of openings fit the first of these words, by the list's name. */
  openings(tokens: readonly Token[], from: number): (name: string) => boolean;
  /** Words of numbers by value. */
  readonly numbers: ReadonlyMap<string, number>;
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

/** Headings remembered at most, so that postings by the thousand do not fill the memory. */
const MAX_KNOWN = 4000;

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
  return {
    fields,
    declaring,
    heading: headingReader(reading),
    words: (name) => {
      const set = sets.get(name) ?? new Set(list(name).map(fold));
      sets.set(name, set);
      return set;
    },
    openings: (tokens, from) => {
      const hits = reading.scan(tokens, from, Math.min(tokens.length, from + LINE_WORDS));
      return (name) => reading.openings[name] !== undefined && hits.of(reading.openings[name]).length > 0;
    },
    numbers: new Map(list('numbers').map((word, value) => [word, value])),
  };
}

function headingReader({ headings, scan }: Reading): Lexicon['heading'] {
  let known = new Map<string, HeadingKind | undefined>();
  const look = (text: string): HeadingKind | undefined => {
    const words = tokenize(text);
    if (words.length === 0 || words.length > LINE_WORDS) return undefined;
    const hits = scan(words, 0, words.length);
    const whole = headings.find(({ exact }) => hits.of(exact).length > 0);
    const found = whole ?? headings.find(({ open }) => hits.of(open).length > 0);
    return found && { kind: found.kind, exact: found === whole };
  };
  return (text) => {
    if (text.length > 200) return undefined;
    if (known.has(text)) return known.get(text);
    const bare = text.replace(/\([^()]*\)/g, ' ');
    let found = look(text);
    if (!found?.exact && bare !== text) found = look(bare) ?? found;
    if (!found) {
      // “Compensation – Berlin”, “Mindset: builders”, “Engineering @ Company”: the part in front names the section.
      const head = bare.split(/\s[-–—|@]\s|[:–—|]|\s(?:at|with)\s/)[0]!;
      const byHead = head.length < bare.length ? look(head) : undefined;
      if (byHead?.exact) found = { kind: byHead.kind, exact: false };
    }
    if (known.size >= MAX_KNOWN) known = new Map();
    known.set(text, found);
    return found;
  };
}
