/** Files of `terms/` → vocabularies. */

import { writeInstead } from '../nearest.ts';
import type { TermSource } from '../policy/model.ts';
import { shapeFaults } from '../strict-yaml/issues.ts';
import type { YamlFile } from '../strict-yaml/yaml.ts';
import type { Problem } from '../types/place.ts';
import { parsePhrase } from '../words/phrase.ts';
import { soundPhrases, termsOf } from './phrase-check.ts';
import { termsSchema } from './schemas.ts';

interface TermFile {
  readonly terms: Readonly<
    Record<
      string,
      { readonly doc: string; readonly phrases?: string | readonly string[]; readonly includes?: readonly string[] }
    >
  >;
}

const NAME = /^[a-z][a-z0-9-]*$/;

/**
 * Vocabularies of these files. One that `base` has already is added to: a team's `tool` holds the built-in tools too.
 * Faulty phrases are reported and left out. A vocabulary that names itself, over others or at once, is a fault.
 */
export function readTerms(
  files: readonly YamlFile[],
  base: Readonly<Record<string, TermSource>>,
): { terms: Record<string, TermSource>; problems: Problem[] } {
  const problems: Problem[] = [];
  const terms: Record<string, TermSource> = { ...base };
  const homes = new Map<string, YamlFile>();
  const valid: [YamlFile, TermFile][] = [];
  for (const yaml of files) {
    const { faults, data } = shapeFaults(termsSchema, yaml.value, yaml);
    problems.push(...faults.map((fault) => fault.problem));
    if (faults.length === 0) valid.push([yaml, data as TermFile]);
  }
  for (const [yaml, file] of valid) {
    for (const [name, source] of Object.entries(file.terms)) {
      const report = (message: string) => {
        problems.push({ path: yaml.path, place: yaml.keyPlace(['terms', name]), message, severity: 'error' });
      };
      const home = homes.get(name);
      if (home !== undefined) report(`A vocabulary “${name}” stands in ${home.path} already: put the phrases there.`);
      else if (!NAME.test(name)) report('The name of a vocabulary is small letters, digits and hyphens: rename it.');
      else if (source.phrases === undefined && source.includes === undefined) {
        report(`“${name}” is empty: write “phrases”, “includes” or both.`);
      } else {
        homes.set(name, yaml);
        const older = Object.hasOwn(base, name) ? base[name] : undefined;
        terms[name] = {
          doc: source.doc,
          phrases: older?.phrases ?? [],
          includes: [...(older?.includes ?? []), ...(source.includes ?? [])],
        };
      }
    }
  }
  const names = Object.keys(terms);
  for (const [yaml, file] of valid) {
    for (const [name, source] of Object.entries(file.terms)) {
      if (homes.get(name) !== yaml) continue;
      const phrases = typeof source.phrases === 'string' ? [source.phrases] : (source.phrases ?? []);
      const sound = soundPhrases(phrases, ['terms', name, 'phrases'], yaml, { terms: names }, problems);
      terms[name] = { ...terms[name]!, phrases: [...terms[name]!.phrases, ...sound] };
      source.includes?.forEach((other, index) => {
        if (names.includes(other)) return;
        const place = yaml.place(['terms', name, 'includes', index]);
        const message = `There is no vocabulary “${other}”: ${writeInstead(other, names)}.`;
        problems.push({ path: yaml.path, place, message, severity: 'error' });
      });
    }
  }
  for (const circle of circles(terms)) {
    const yaml = homes.get(circle[0]!);
    const message = `The vocabulary names itself: ${[...circle, circle[0]].join(' → ')}. Take one of these steps out.`;
    if (yaml) {
      problems.push({ path: yaml.path, place: yaml.keyPlace(['terms', circle[0]!]), message, severity: 'error' });
    }
  }
  return { terms, problems };
}

/** Rings of vocabularies that lead back to themselves, each once. */
function circles(terms: Readonly<Record<string, TermSource>>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const trail: string[] = [];
  const visit = (name: string): void => {
    if (state.get(name) === 'done' || !Object.hasOwn(terms, name)) return;
    if (state.get(name) === 'open') {
      found.push(trail.slice(trail.indexOf(name)));
      return;
    }
    state.set(name, 'open');
    trail.push(name);
    const source = terms[name]!;
    const named = source.phrases.flatMap((text) => termsOf(parsePhrase(text).phrase).map((term) => term.name));
    for (const next of new Set([...(source.includes ?? []), ...named])) visit(next);
    trail.pop();
    state.set(name, 'done');
  };
  for (const name of Object.keys(terms)) visit(name);
  return found;
}
