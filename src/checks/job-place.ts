import type { CheckContext, PayLaw, PolicyBase } from '../types/policy.ts';

/** A pay law that bears on a posting. */
export interface Applying {
  readonly law: PayLaw;
  /** The team has said that it is bound by it. */
  readonly bound: boolean;
}

interface Place {
  readonly law: PayLaw;
  /** A state's abbreviation, which counts only behind a city or a comma. */
  readonly short: boolean;
}

/** Places that laws name, by their words. */
type Places = ReadonlyMap<string, readonly Place[]>;

interface Word {
  readonly text: string;
  readonly raw: string;
  /** Sign before it other than a blank, else an empty string. */
  readonly before: string;
}

const LONGEST = 5;

/** Finds the pay laws that bear on a posting on the day of the review. */
export type LawFinder = (context: Pick<CheckContext, 'posting' | 'policy' | 'today'>) => readonly Applying[];

/**
 * Laws in force on a day at the posting's place, and those the team has named where the posting may be done from anywhere
 * (`remote` holds words for that). Where nothing is known of the place there are none.
 */
export function lawFinder(
  { laws, vocabulary }: Pick<PolicyBase, 'laws' | 'vocabulary'>,
  remote: readonly string[] = [],
): LawFinder {
  // Most checks never come to ask, so the index waits for the first that does.
  let index: { readonly places: Places; readonly named: readonly Named[] } | undefined;
  const states = vocabulary.words['us-states'] ?? [];
  return ({ posting, policy, today }) => {
    const { jurisdictions, employees } = policy.settings;
    index ??= { places: placesOf(laws), named: laws.map(namesOf) };
    const { places, named } = index;
    const binding = jurisdictions.map(fold);
    const words = wordsOf(posting.location?.text ?? '');
    const found = lawsAt(words, places, states);
    const anywhere = found.size === 0 && (words.length === 0 || words.some((word) => remote.includes(word.text)));
    return named.flatMap(({ law, names }) => {
      const bound = binding.some((name) => names.includes(name));
      if (!found.has(law) && !(bound && anywhere)) return [];
      if (law.since > today || (employees !== undefined && employees < law.employees)) return [];
      return [{ law, bound }];
    });
  };
}

interface Named {
  readonly law: PayLaw;
  readonly names: readonly string[];
}

function namesOf(law: PayLaw): Named {
  return { law, names: [fold(law.id), fold(law.place)] };
}

function lawsAt(words: readonly Word[], index: Places, states: readonly string[]): ReadonlySet<PayLaw> {
  const found = new Set<PayLaw>();
  let last: { readonly laws: readonly PayLaw[]; readonly end: number } | undefined;
  for (let at = 0; at < words.length; ) {
    const match = longestAt(words, at, index);
    const word = words[at] as Word;
    if (!match) {
      at++;
      continue;
    }
    const behind = words[at + match.length];
    const abbreviated = match.length === 1 && match.places.every((place) => place.short);
    if (abbreviated && !countsAsState(word, last !== undefined && last.end === at)) {
      at++;
      continue;
    }
    const own = match.places.filter((place) => !place.short || abbreviated).map((place) => place.law);
    // «Dublin, CA» is another Dublin; «Toronto, CA» names the country, not the state.
    const foreign = abbreviated && last?.end === at && !own.some((law) => last?.laws.includes(law));
    const elsewhere = !abbreviated && behind !== undefined && isOtherState(behind, own, states);
    if (!foreign && !elsewhere) for (const law of own) found.add(law);
    last = elsewhere || abbreviated ? undefined : { laws: own, end: at + match.length };
    at += match.length;
  }
  return found;
}

function longestAt(words: readonly Word[], at: number, index: Places) {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const key = words
      .slice(at, at + length)
      .map((word) => word.text)
      .join(' ');
    const found = index.get(key);
    if (found) return { places: found, length };
  }
  return undefined;
}

function countsAsState(word: Word, behindCity: boolean): boolean {
  return word.raw.length === 2 && word.raw === word.raw.toUpperCase() && (behindCity || word.before !== '');
}

/** A city's name followed by a state that the law does not hold in. */
function isOtherState(word: Word, laws: readonly PayLaw[], states: readonly string[]): boolean {
  return word.before === ',' && states.includes(word.raw) && !laws.some((law) => law.where.includes(word.raw));
}

function placesOf(laws: readonly PayLaw[]): Places {
  const index = new Map<string, Place[]>();
  for (const law of laws) {
    for (const where of law.where) {
      const key = fold(where);
      const place = { law, short: /^[A-Z]{2}$/.test(where) };
      const list = index.get(key);
      if (list) list.push(place);
      else index.set(key, [place]);
    }
  }
  return index;
}

/** A word, or a sign between words. */
const PIECE = /[A-Za-z0-9\u00c0-\u1fff]+|[^\sA-Za-z0-9\u00c0-\u1fff]/g;
const WORD = /^[A-Za-z0-9\u00c0-\u1fff]/;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = '^';
  for (const match of text.replace(/([A-Za-z])\./g, '$1').matchAll(PIECE)) {
    const raw = match[0];
    if (!WORD.test(raw)) {
      before = raw;
      continue;
    }
    words.push({ text: raw.toLowerCase(), raw, before });
    before = '';
  }
  return words;
}

function fold(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .join(' ');
}
