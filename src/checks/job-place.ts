import type { PayLaw, Policy } from '../types/policy.ts';
import type { Day, Posting } from '../types/posting.ts';

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

interface Word {
  readonly text: string;
  readonly raw: string;
  /** Sign before it other than a blank, else an empty string. */
  readonly before: string;
}

const LONGEST = 5;
const places = new WeakMap<readonly PayLaw[], ReadonlyMap<string, readonly Place[]>>();

/**
 * Laws in force on a day at the posting's place, and those the team has named where the posting may be done from anywhere
 * (`remote` holds words for that). Where nothing is known of the place there are none.
 */
export function lawsFor(posting: Posting, policy: Policy, today: Day, remote: readonly string[] = []): Applying[] {
  const { jurisdictions, employees } = policy.settings;
  const binds = (law: PayLaw) =>
    jurisdictions.some((name) => fold(name) === fold(law.id) || fold(name) === fold(law.place));
  const { words, found } = readPlace(posting.location?.text ?? '', policy);
  const anywhere = found.size === 0 && (words.length === 0 || words.some((word) => remote.includes(word.text)));
  const applying: Applying[] = [];
  for (const law of policy.laws) {
    const bound = binds(law);
    if (!found.has(law) && !(bound && anywhere)) continue;
    if (law.since > today || (employees !== undefined && employees < law.employees)) continue;
    applying.push({ law, bound });
  }
  return applying;
}

interface PlaceRead {
  readonly words: readonly Word[];
  readonly found: ReadonlySet<PayLaw>;
}

const placesRead = new WeakMap<Policy, Map<string, PlaceRead>>();
/** Places remembered at most. */
const MAX_PLACES = 1000;

/** The laws that a location's words name; a team's postings share few locations, and several checks ask. */
function readPlace(location: string, policy: Policy): PlaceRead {
  const known = placesRead.get(policy) ?? new Map<string, PlaceRead>();
  placesRead.set(policy, known);
  let place = known.get(location);
  if (!place) {
    const words = wordsOf(location);
    place = { words, found: lawsAt(words, policy.laws, policy.vocabulary.words['us-states'] ?? []) };
    if (known.size >= MAX_PLACES) known.clear();
    known.set(location, place);
  }
  return place;
}

function lawsAt(words: readonly Word[], laws: readonly PayLaw[], states: readonly string[]): Set<PayLaw> {
  const index = indexOf(laws);
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

function longestAt(words: readonly Word[], at: number, index: ReadonlyMap<string, readonly Place[]>) {
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

function indexOf(laws: readonly PayLaw[]): ReadonlyMap<string, readonly Place[]> {
  let index = places.get(laws) as Map<string, Place[]> | undefined;
  if (index) return index;
  index = new Map();
  for (const law of laws) {
    for (const where of law.where) {
      const key = fold(where);
      const place = { law, short: /^[A-Z]{2}$/.test(where) };
      const list = index.get(key);
      if (list) list.push(place);
      else index.set(key, [place]);
    }
  }
  places.set(laws, index);
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
