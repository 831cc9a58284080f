/** The examples of a rule file: its tests, and what `explain` and the docs show. */
import { stringify } from 'yaml';
import { readYaml } from '../strict-yaml/yaml.ts';
import type { Day, Place } from '../types/place.ts';

/** A posting that a rule flags or leaves alone. */
export interface Example {
  readonly name: string;
  readonly posting: string;
  /** Findings as `line:column message`; empty for a clean posting. */
  readonly says: readonly string[];
  readonly today: Day;
  /** Team configuration that the example needs, as YAML. */
  readonly config?: string;
  /** Where its name stands in the rule file. */
  readonly place?: Place;
}

const DEFAULT_DAY: Day = '2026-11-22';

/** Examples of a rule file that the loader has accepted, flagged ones first; none where it has none. */
export function readExamples(path: string, text: string): Record<'flagged' | 'clean', Example[]> {
  const yaml = readYaml(path, text);
  const { flagged, clean } = examplesOf((yaml.value as { examples?: RawExamples } | undefined)?.examples);
  const placed = (kind: 'flagged' | 'clean', examples: readonly Example[]): Example[] =>
    examples.map((example, index) => ({ ...example, place: yaml.place(['examples', kind, index, 'name']) }));
  return { flagged: placed('flagged', flagged), clean: placed('clean', clean) };
}

/** Examples as they stand in YAML, with what they leave out filled in. */
export function examplesOf(raw: RawExamples | undefined): { flagged: Example[]; clean: Example[] } {
  const read = (list: readonly RawExample[] | undefined): Example[] =>
    (list ?? []).map((raw) => ({
      name: raw.name,
      posting: raw.posting,
      says: raw.says ?? [],
      today: raw.today ?? DEFAULT_DAY,
      ...(raw.config ? { config: stringify(raw.config) } : {}),
    }));
  return { flagged: read(raw?.flagged), clean: read(raw?.clean) };
}

/** `flagged` and `clean` as YAML holds them. */
export type RawExamples = Partial<Readonly<Record<'flagged' | 'clean', readonly RawExample[]>>>;

interface RawExample {
  readonly name: string;
  readonly posting: string;
  readonly says?: readonly string[];
  readonly today?: Day;
  readonly config?: unknown;
}
