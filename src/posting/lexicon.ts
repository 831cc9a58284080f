import type { Vocabulary } from '../types/policy.ts';
import type { SectionKind } from '../types/posting.ts';
import {
  indexWordings,
  type Listed,
  MAX_WORDS,
  parseWording,
  plainWords,
  type Wordings,
  wordsOf,
} from '../words/wordings.ts';
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
  /** Wordings of a list by its name, held against the first words of a sentence. */
  opens(name: string, words: readonly string[]): boolean;
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
  const fields = new Map<string, string>();
  for (const [name, keys] of Object.entries(vocabulary.fields)) {
    // Canonical names are written `valid_through`, whichever way the table was.
    const canonical = name.replaceAll('-', '_');
    fields.set(foldKey(canonical), canonical);
    for (const key of keys) if (!fields.has(foldKey(key))) fields.set(foldKey(key), canonical);
  }
  const declaring = new Set(DECLARED.flatMap((field) => [field, ...(vocabulary.fields[field] ?? [])].map(foldKey)));
  const sets = new Map<string, ReadonlySet<string>>();
  const openers = new Map<string, Wordings>();
  const list = (name: string): readonly string[] =>
    Object.hasOwn(vocabulary.words, name) ? vocabulary.words[name]! : [];
  const cut = new Map<string, readonly (readonly string[])[]>();
  const listed: Listed = (name) => {
    const known = cut.get(name) ?? list(name).map(wordsOf);
    cut.set(name, known);
    return known;
  };
  return {
    fields,
    declaring,
    heading: headingReader(vocabulary, listed),
    words: (name) => {
      const set = sets.get(name) ?? new Set(list(name));
      sets.set(name, set);
      return set;
    },
    opens: (name, words) => {
      const wordings = openers.get(name) ?? indexWordings(list(name).map((text) => parseWording(text, listed)));
      openers.set(name, wordings);
      return wordings.first(words.length > MAX_WORDS ? words.slice(0, MAX_WORDS) : words) >= 0;
    },
    numbers: new Map(list('numbers').map((word, value) => [word, value])),
  };
}

function headingReader(vocabulary: Vocabulary, listed: Listed): Lexicon['heading'] {
  let known = new Map<string, HeadingKind | undefined>();
  let lists: { exact: Wordings; exactKinds: SectionKind[]; open: Wordings; openKinds: SectionKind[] } | undefined;
  const load = () => {
    const all = vocabulary.sections.flatMap(({ kind, headings }) =>
      headings.map((heading) => ({ kind, wording: parseWording(heading, listed) })),
    );
    const exact = all.filter(({ wording }) => !wording.open);
    const open = all.filter(({ wording }) => wording.open);
    return {
      exact: indexWordings(exact.map(({ wording }) => wording)),
      exactKinds: exact.map(({ kind }) => kind),
      open: indexWordings(open.map(({ wording }) => wording)),
      openKinds: open.map(({ kind }) => kind),
    };
  };
  const look = (words: readonly string[]): HeadingKind | undefined => {
    if (words.length === 0 || words.length > MAX_WORDS) return undefined;
    lists ??= load();
    const exact = lists.exact.first(words);
    if (exact >= 0) return { kind: lists.exactKinds[exact]!, exact: true };
    const open = lists.open.first(words);
    return open < 0 ? undefined : { kind: lists.openKinds[open]!, exact: false };
  };
  return (text) => {
    if (text.length > 200) return undefined;
    if (known.has(text)) return known.get(text);
    const bare = text.replace(/\([^()]*\)/g, ' ');
    let found = look(plainWords(text));
    if (!found?.exact && bare !== text) found = look(plainWords(bare)) ?? found;
    if (!found) {
      // “Compensation – Berlin”, “Mindset: builders”, “Engineering @ Company”: the part in front names the section.
      const head = bare.split(/\s[-–—|@]\s|[:–—|]|\s(?:at|with)\s/)[0]!;
      const byHead = head.length < bare.length ? look(plainWords(head)) : undefined;
      if (byHead?.exact) found = { kind: byHead.kind, exact: false };
    }
    if (known.size >= MAX_KNOWN) known = new Map();
    known.set(text, found);
    return found;
  };
}
