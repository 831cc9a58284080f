/** Files of a team's rules folder that lie where they are not read as what they hold. */

import { nearest } from '../nearest.ts';
import type { TermSource } from '../policy/model.ts';
import type { YamlFile } from '../strict-yaml/yaml.ts';
import type { Problem } from '../types/place.ts';

/** Where in a rules folder what stands under a key is read. */
const HOMES: readonly (readonly [key: string, holds: string, home: string])[] = [
  ['terms', 'vocabularies', 'put it into a folder called “terms”, such as terms/trade.yml'],
  ['sections', 'headings', 'name it sections.yml'],
  ['openings', 'words for reading', 'name it words.yml'],
  ['words', 'words for reading', 'name it words.yml'],
  ['bands', 'bands', 'name it bands.yml'],
  ['benchmarks', 'benchmarks', 'name it benchmarks.yml'],
  ['laws', 'pay laws', 'name it pay-laws.yml'],
];

/** Keys that no rule is without. */
const OF_RULES = ['title', 'why', 'fix', 'severity', 'check', 'checks', 'message'];

/** What is wrong with a file that is taken for a rule and holds nothing of one; undefined where it may be a rule. */
export function strayFile(yaml: YamlFile): Problem | undefined {
  const { value } = yaml;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length === 0 || keys.some((key) => OF_RULES.includes(key))) return undefined;
  const home = HOMES.find(([key]) => keys.includes(key));
  const message = home
    ? `The file holds ${home[1]}, and here it would be read as a rule: ${home[2]}.`
    : 'The file holds nothing of a rule (title, why, fix, source, severity, check): move it out of the rules folder, or begin it like a rule.';
  return { path: yaml.path, place: yaml.keyPlace([home?.[0] ?? keys[0]!]), message, severity: 'error' };
}

/** Vocabularies that no phrase and no other vocabulary of the team asks for, and whose name is nearly a built-in one. */
export function misspeltTerms(
  termFiles: readonly YamlFile[],
  base: Readonly<Record<string, TermSource>>,
  others: readonly YamlFile[],
): Problem[] {
  const asked = namesIn([...termFiles, ...others]);
  return termFiles.flatMap((yaml) => {
    const terms = (yaml.value as { terms?: unknown } | null)?.terms;
    if (typeof terms !== 'object' || terms === null) return [];
    return Object.keys(terms).flatMap((name): Problem[] => {
      const near = Object.hasOwn(base, name) || asked.has(name) ? undefined : nearest(name, Object.keys(base));
      if (near === undefined) return [];
      const message = `No phrase asks for a vocabulary “${name}”, so it would teach nothing: write “${near}”, or use {${name}} in a rule.`;
      return [{ path: yaml.path, place: yaml.keyPlace(['terms', name]), message, severity: 'error' }];
    });
  });
}

/** All that stands as `{name}` in a text of these files, or is a text by itself, as the names of `includes` are. */
function namesIn(files: readonly YamlFile[]): ReadonlySet<string> {
  const text = JSON.stringify(files.map((yaml) => yaml.value));
  return new Set([...text.matchAll(/\{([a-z][a-z0-9-]*)\}|"([a-z][a-z0-9-]*)"(?!:)/g)].map((hit) => hit[1] ?? hit[2]!));
}
