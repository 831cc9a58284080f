/** The YAML files of `rules/`, or of a team's own rules folder → rule sources. */
import type { CheckKind, Problem } from '../types.ts';
import type { CheckSource, RuleSource, RuleSources, TermSource } from './model.ts';
import { readYaml } from './yaml.ts';

type Data = Record<string, any>;

export function readSources(
  files: readonly { readonly path: string; readonly text: string }[],
  _kinds: Readonly<Record<string, CheckKind>>,
  _base?: RuleSources,
): { sources: RuleSources; problems: Problem[] } {
  const problems: Problem[] = [];
  const rules: RuleSource[] = [];
  const terms: Record<string, TermSource> = {};
  const tables: Data = {};
  for (const file of files) {
    const yaml = readYaml(file.path, file.text);
    problems.push(...yaml.problems);
    const value = yaml.value as Data | undefined;
    if (value === undefined) continue;
    const parts = file.path.split('/');
    const name = parts.at(-1)!.replace(/\.ya?ml$/, '');
    const folder = parts.at(-2) ?? '';
    if (folder === 'terms') {
      for (const [term, source] of Object.entries((value.terms ?? {}) as Data)) {
        terms[term] = { doc: source.doc, phrases: list(source.phrases), includes: list(source.includes) };
      }
    } else if (value.check !== undefined) {
      rules.push({
        id: name,
        category: folder,
        title: value.title,
        why: value.why,
        fix: value.fix,
        source: value.source ?? '',
        severity: value.severity,
        on: value.on ?? true,
        waivable: value.waivable ?? true,
        lanes: value.lanes ?? 'all',
        levels: value.levels ?? 'all',
        checks: (Array.isArray(value.check) ? value.check : [value.check]) as CheckSource[],
        message: value.message ?? '',
        ...(value.mend ? { mend: value.mend } : {}),
      });
    } else {
      for (const [key, data] of Object.entries(
        name === 'settings' ? { settings: camelKeys(value, 1) } : camelKeys(value, 1),
      )) {
        tables[key] = key === 'words' || key === 'fields' ? { ...tables[key], ...data } : data;
      }
    }
  }
  const byId = (map: Data | undefined) =>
    Object.entries(map ?? {}).map(([id, data]) => ({ id, aliases: [], ...camelKeys(data, 1) }) as any);
  const lanes = byId(tables.lanes);
  const settings = tables.settings ?? {};
  return {
    sources: {
      rules,
      terms,
      lanes: lanes.map(({ collidesWith: _, ...lane }: Data) => lane) as any,
      levels: byId(tables.levels).map((level: Data) => ({
        ...level,
        years: { min: level.years.min, max: level.years.max ?? null },
        productionYears: level.productionYears ?? null,
      })) as any,
      assumed: tables.assumed ?? {},
      collidesWith: Object.fromEntries(
        lanes.filter((lane: Data) => lane.collidesWith).map((lane: Data) => [lane.id, lane.collidesWith]),
      ),
      bands: [],
      geoFactors: [],
      rates: {},
      benchmarks: [],
      laws: [],
      sections: tables.sections ?? [],
      fields: tables.fields ?? {},
      words: tables.words ?? {},
      ...(tables.currencies ? { currencies: tables.currencies } : {}),
      settings: {
        postings: settings.postings ?? [],
        ignoreFiles: settings.ignoreFiles ?? [],
        failOn: settings.failOn ?? 'error',
        failScope: settings.failScope ?? 'posting',
        showBands: settings.showBands ?? true,
        suggestComp: settings.suggestComp ?? false,
        ignoreNames: settings.ignoreNames ?? [],
        jurisdictions: settings.jurisdictions ?? [],
      },
    },
    problems,
  };
}

function list(value: unknown): string[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
}

function camelKeys(value: Data, depth: number): Data {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === 0) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[-_]([a-z])/g, (_, letter) => letter.toUpperCase()),
      inner,
    ]),
  );
}
