/** Files of words for reading → sections, openings, word lists, fields, currencies. */

import { writeInstead } from '../nearest.ts';
import type { RuleSources } from '../policy/model.ts';
import { shapeFaults } from '../strict-yaml/issues.ts';
import { kebabKeys, type YamlFile } from '../strict-yaml/yaml.ts';
import type { Problem } from '../types/place.ts';
import type { CurrencyWords, LocalCurrency, PlausiblePay } from '../types/words.ts';
import { type PhraseNames, soundPhrases } from './phrase-check.ts';
import { teamWordsSchema, wordsSchema } from './tables.ts';

type Lists = Readonly<Record<string, readonly string[]>>;

/** What a words file adds for reading. */
interface WordFile {
  readonly sections?: RuleSources['sections'];
  readonly openings?: Lists;
  readonly words?: Lists;
  readonly fields?: Lists;
  readonly currencies?: readonly CurrencyWords[];
  readonly 'plausible-pay'?: PlausiblePay;
  readonly 'local-currencies'?: readonly LocalCurrency[];
}

/** A list whose words count by their place in it. */
const ORDERED = 'numbers';

/**
 * The sources with the words of these files; a team's are laid over the built-in ones: its headings are looked up first,
 * its words are added to lists that exist. Faulty phrases are reported and left out.
 */
export function readWords(
  files: readonly YamlFile[],
  base: RuleSources,
  own: boolean,
): { sources: RuleSources; problems: Problem[] } {
  const problems: Problem[] = [];
  const valid: [YamlFile, WordFile][] = [];
  for (const yaml of files) {
    const { faults, data } = shapeFaults(own ? teamWordsSchema : wordsSchema, kebabKeys(yaml.value), yaml);
    problems.push(...faults.map((fault) => fault.problem));
    if (faults.length === 0) valid.push([yaml, data as WordFile]);
  }
  const lists = [
    ...Object.keys(base.words),
    ...valid.flatMap(([, { words }]) => (own ? [] : Object.keys(words ?? {}))),
  ];
  const line = { terms: lists, line: true };
  let sources = base;
  for (const [yaml, file] of valid) {
    const added = (old: Lists, key: 'words' | 'openings', names: PhraseNames): Lists => {
      const all: Record<string, readonly string[]> = { ...old };
      for (const [name, texts] of Object.entries(file[key] ?? {})) {
        const known = Object.hasOwn(old, name) ? old[name]! : [];
        const fault = own ? refused(name, Object.keys(old)) : undefined;
        if (fault === undefined) all[name] = [...known, ...soundPhrases(texts, [key, name], yaml, names, problems)];
        else problems.push({ path: yaml.path, place: yaml.keyPlace([key, name]), message: fault, severity: 'error' });
      }
      return all;
    };
    const sections = (file.sections ?? []).map(({ kind, headings }, index) => ({
      kind,
      headings: soundPhrases(headings, ['sections', index, 'headings'], yaml, line, problems),
    }));
    const currencies = [...(sources.currencies ?? []), ...(file.currencies ?? [])];
    const plausiblePay = file['plausible-pay'] ?? sources.plausiblePay;
    const localCurrencies = file['local-currencies'] ?? sources.localCurrencies;
    sources = {
      ...sources,
      sections: [...sections, ...sources.sections],
      openings: added(sources.openings, 'openings', line),
      words: added(sources.words, 'words', { terms: [], plain: true }),
      fields: { ...sources.fields, ...file.fields },
      ...(currencies.length > 0 ? { currencies } : {}),
      ...(plausiblePay ? { plausiblePay } : {}),
      ...(localCurrencies ? { localCurrencies } : {}),
    };
  }
  return { sources, problems };
}

/** Why a team cannot add to a list of this name. */
function refused(name: string, names: readonly string[]): string | undefined {
  if (name === ORDERED) return `“${name}” tells values by its order, so nothing can be added: remove it.`;
  return names.includes(name) ? undefined : `There is no list “${name}”: ${writeInstead(name, names)}.`;
}
