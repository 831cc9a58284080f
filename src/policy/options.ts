/** Phrase lists in the options of checks: where they stand, and the sets in their place. */

import type { YamlPath } from '../strict-yaml/yaml.ts';
import type { OptionType } from '../types/check.ts';
import { type PhraseSets, toList } from './phrase-sets.ts';

/** Key of a saying under which other sayings stand. */
const UNLESS = 'unless-posting';

interface PhraseList {
  /** Below the option. */
  readonly path: YamlPath;
  readonly phrases: unknown;
}

/** The phrase lists that an option of a type holds, as YAML gives it. */
export function phraseListsOf(type: OptionType, value: unknown): PhraseList[] {
  switch (type) {
    case 'phrases':
      return [{ path: [], phrases: value }];
    case 'phrase-map':
      return Object.entries(value as object).map(([key, phrases]) => ({ path: [key], phrases }));
    case 'sayings':
      return sayingsOf(value).flatMap(({ path, plain, saying }) => [
        ...['says', 'except']
          .filter((key) => key in saying)
          .map((key) => ({ path: plain ? path : [...path, key], phrases: saying[key] })),
        ...(UNLESS in saying ? phraseListsOf('sayings', saying[UNLESS]) : []).map((list) => ({
          ...list,
          path: [...path, UNLESS, ...list.path],
        })),
      ]);
    default:
      return [];
  }
}

interface SayingSource {
  readonly path: YamlPath;
  /** Written as phrases alone. */
  readonly plain: boolean;
  readonly saying: Readonly<Record<string, unknown>>;
}

/** Each saying of an option: phrases alone are one, in a list beside others each is one. */
function sayingsOf(value: unknown): SayingSource[] {
  const of = (each: unknown, path: YamlPath): SayingSource => {
    const plain = typeof each !== 'object' || each === null || Array.isArray(each);
    return { path, plain, saying: plain ? { says: each } : (each as SayingSource['saying']) };
  };
  const listed = Array.isArray(value) && value.some((each) => typeof each === 'object');
  return listed ? value.map((each, index) => of(each, [index])) : [of(value, [])];
}

/** An option's value with sets for its phrase lists, and lists where YAML allows a single word. */
export function compileOption(type: OptionType, value: unknown, phrases: PhraseSets): unknown {
  switch (type) {
    case 'phrases':
      return phrases.set(value);
    case 'phrase-map':
      return mapValues(value as Record<string, unknown>, (list) => phrases.set(list));
    case 'sayings':
      return sayingsOf(value).map(({ saying }) =>
        mapValues(saying, (part, key) => {
          if (key === UNLESS) return compileOption('sayings', part, phrases);
          return key === 'in' || key === 'whose' ? toList(part) : key === 'negated' ? part : phrases.set(part);
        }),
      );
    case 'scopes':
    case 'owners':
    case 'texts':
      return toList(value);
    default:
      return value;
  }
}

function mapValues(entries: Readonly<Record<string, unknown>>, change: (value: unknown, key: string) => unknown) {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
