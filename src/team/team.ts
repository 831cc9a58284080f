/**
 * A team's configuration and own rules laid over the built-in sources. Import this room lazily: it loads the YAML
 * reader and the schemas, which a review without configuration does not need.
 */

import type { TableFile } from '../bands/load.ts';
import type { RuleSources, TeamConfig } from '../policy/model.ts';
import { readSources } from '../rule-files/sources.ts';
import { readYaml } from '../strict-yaml/yaml.ts';
import type { CheckKind } from '../types/check.ts';
import type { Problem } from '../types/place.ts';
import { unknownBandNames } from './band-names.ts';
import { readConfig } from './config.ts';
import { readShape } from './shaped.ts';

/** A file as it is read from a disk or a commit. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Files of bands that a configuration names (`bands: bands.csv`), paths from the repository's root. */
export function bandPathsOf(config: TextFile): readonly string[] {
  const bands = readShape(config.path, config.text).data?.bands;
  const paths = typeof bands === 'string' ? [bands] : Array.isArray(bands) ? (bands as string[]) : [];
  return [...new Set(paths.map((path) => path.replace(/^(?:\.\/)+/, '')))];
}

/** File of known findings that a configuration names (`baseline:`), path from the repository's root. */
export function baselinePathOf(config: TextFile): string | undefined {
  const path = readShape(config.path, config.text).data?.baseline;
  return typeof path === 'string' ? path.replace(/^(?:\.\/)+/, '') : undefined;
}

/** Folder of the team's own rules that a configuration names (`rules-folder:`), without `/` at its end. */
export function rulesFolderOf(config: TextFile): string | undefined {
  const value = readYaml(config.path, config.text).value;
  if (typeof value !== 'object' || value === null) return undefined;
  const folder = (value as Record<string, unknown>)['rules-folder'];
  if (typeof folder !== 'string') return undefined;
  const clean = folder.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
  return clean === '' || clean.split('/').includes('..') ? undefined : clean;
}

/**
 * Whether something is wrong with a configuration, as far as it tells by itself: where it names a folder of own rules,
 * only its shape, because names in it may be those of own rules, lanes and levels.
 */
export function isSuspect(base: RuleSources, config: TextFile, kinds: Readonly<Record<string, CheckKind>>): boolean {
  const { problems } =
    rulesFolderOf(config) === undefined ? readTeam(base, { config }, kinds) : readShape(config.path, config.text);
  return problems.length > 0;
}

/**
 * The sources and the configuration that {@link compilePolicy} takes. `rules` are the YAML files below the folder that
 * {@link rulesFolderOf} names, paths from the repository's root; `bands` those of {@link bandPathsOf}. Faulty keys and rules are reported and left out; the
 * rest holds.
 */
export function readTeam(
  base: RuleSources,
  team: { readonly config?: TextFile; readonly rules?: readonly TextFile[]; readonly bands?: readonly TableFile[] },
  kinds: Readonly<Record<string, CheckKind>>,
): { sources: RuleSources; config: TeamConfig; problems: readonly Problem[] } {
  const own = team.rules ?? [];
  const { sources, problems } = own.length > 0 ? readSources(own, kinds, base) : { sources: base, problems: [] };
  const { path = '', text = '' } = team.config ?? {};
  const { config, problems: faults } = readConfig(path, text, sources, kinds, team.bands);
  // Lanes and levels of the configuration are known only now.
  const strangers = unknownBandNames(own, {
    lanes: [...sources.lanes, ...config.lanes].map(({ id }) => id),
    levels: [...sources.levels, ...config.levels].map(({ id }) => id),
  });
  return { sources, config, problems: [...faults, ...problems, ...strangers] };
}
