/** Hints for misspelt names. */
import { closest, distance } from 'fastest-levenshtein';
import { listOf } from './wording.ts';

/** Names that a hint lists at most; of more the nearest are told. */
const MOST_NAMES = 12;
const NEAREST = 3;

/** The name that someone most likely meant; undefined where all are far. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || word === '' || word.length > 100) return undefined;
  const plain = word.toLowerCase().replaceAll('_', '-');
  const folded = names.map((name) => name.toLowerCase());
  // An abbreviation is no typing error: `warn` means `warning`.
  const begun = plain.length < 3 ? [] : folded.filter((name) => name.startsWith(plain));
  const near = begun.length === 1 ? begun[0]! : closest(plain, folded);
  if (begun.length !== 1 && !isNear(plain, near)) return undefined;
  return names[folded.indexOf(near)];
}

/** One sign in three may be wrong; so may two that changed places, as in `titel`. */
function isNear(word: string, name: string): boolean {
  const far = distance(word, name);
  const swapped = far === 2 && [...word].sort().join('') === [...name].sort().join('');
  return swapped || far <= Math.max(1, Math.floor(name.length / 3));
}

/** `write “severity”`, or where nothing is near: `write one of a, b, c`. */
export function writeInstead(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  if (near !== undefined) return `write “${near}”`;
  if (names.length === 0) return 'remove it';
  if (names.length === 1) return `write “${names[0]}”`;
  return names.length <= MOST_NAMES
    ? `write one of ${names.join(', ')}`
    : `the nearest are ${listOf(closestTo(word, names))}`;
}

/** The names that are spelt most like a word, the nearest first. */
function closestTo(word: string, names: readonly string[]): readonly string[] {
  const plain = word.toLowerCase().slice(0, 100);
  const far = new Map(names.map((name) => [name, distance(plain, name.toLowerCase())]));
  return [...names].sort((a, b) => far.get(a)! - far.get(b)!).slice(0, NEAREST);
}

/** The same for names in braces: `write {found}`. */
export function writeBraced(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  if (near !== undefined) return `write {${near}}`;
  if (names.length > MOST_NAMES) {
    return `the nearest are ${listOf(closestTo(word, names).map((name) => `{${name}}`))}; rules/README.md lists all`;
  }
  return names.length === 0 ? 'remove it' : `write one of ${names.map((name) => `{${name}}`).join(', ')}`;
}

/** The same for rule ids, of which there are too many to list. */
export function writeRule(id: string, ids: readonly string[]): string {
  const near = nearest(id, ids);
  return near === undefined ? 'see rules/README.md for all ids' : `write “${near}”`;
}
