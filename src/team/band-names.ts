/** Lanes and levels that a band table in the rules folder names. */

import { writeInstead } from '../nearest.ts';
import { withoutFigures } from '../rule-files/band-sense.ts';
import { baseName } from '../rule-files/rule-file.ts';
import { readYaml } from '../strict-yaml/yaml.ts';
import type { Problem } from '../types/place.ts';

/** The lanes and levels of a team's bands.yml that do not exist: no posting would ever be held to their bands. */
export function unknownBandNames(
  files: readonly { readonly path: string; readonly text: string }[],
  known: { readonly lanes: readonly string[]; readonly levels: readonly string[] },
): Problem[] {
  return files.flatMap(({ path, text }) => {
    if (baseName(path) !== 'bands') return [];
    const yaml = readYaml(path, text);
    const table = (yaml.value as { readonly bands?: unknown } | null | undefined)?.bands;
    const unknown = (what: string, at: readonly string[], names: readonly string[]): Problem[] => {
      const name = at.at(-1)!;
      if (names.includes(name.replaceAll('_', '-'))) return [];
      const message = `There is no ${what} “${name}”: ${writeInstead(name, names)}.`;
      return [withoutFigures({ path, place: yaml.keyPlace(['bands', ...at]), message, severity: 'error' })];
    };
    return keysOf(table).flatMap((lane) => [
      ...unknown('lane', [lane], known.lanes),
      ...keysOf((table as Record<string, unknown>)[lane]).flatMap((level) =>
        unknown('level', [lane, level], known.levels),
      ),
    ]);
  });
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
