/** Hints for misspelt names. */
import { closest, distance } from 'fastest-levenshtein';

/** Names that a hint lists at most. */
const MOST_NAMES = 30;

/** The name that someone most likely meant; undefined where all are far. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || word === '' || word.length > 100) return undefined;
  const plain = word.toLowerCase().replaceAll('_', '-');
  const folded = names.map((name) => name.toLowerCase());
  // An abbreviation is no typing error: `warn` means `warning`.
  const begun = plain.length < 3 ? [] : folded.filter((name) => name.startsWith(plain));
  const near = begun.length === 1 ? begun[0]! : closest(plain, folded);
  if (begun.length !== 1 && distance(plain, near) > Math.max(1, Math.floor(near.length / 3))) return undefined;
  return names[folded.indexOf(near)];
}

/** `write “severity”`, or where nothing is near: `write one of a, b, c`. */
export function writeInstead(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  if (near !== undefined) return `write “${near}”`;
  if (names.length === 0) return 'remove it';
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length === 1 ? `write “${shown}”` : `write one of ${shown}${names.length > MOST_NAMES ? ', …' : ''}`;
}

/** The same for names in braces: `write {found}`. */
export function writeBraced(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  if (near !== undefined) return `write {${near}}`;
  return writeInstead(
    '',
    names.map((name) => `{${name}}`),
  ).replace(/[“”]/g, '');
}

/** The same for rule ids, of which there are too many to list. */
export function writeRule(id: string, ids: readonly string[]): string {
  const near = nearest(id, ids);
  return near === undefined ? 'see rules/README.md for all ids' : `write “${near}”`;
}
