/** A team's files as they are picked, without their folders: which is the configuration, which bands, a table, a rule or words. */
import { CONFIG_PATHS } from '../../policy/paths.ts';
import { kebabKeys, readYaml } from '../../strict-yaml/yaml.ts';
import { bandPathsOf, rulesFolderOf, type TextFile } from '../../team/team.ts';
import type { Problem } from '../../types/place.ts';

/** Folder that picked rule files count as lying in; its name shows nowhere. */
const FOLDER = 'rules';

/** What a team's files are for the loader, and the name of each as its owner knows it. */
export interface TeamFiles {
  readonly config?: TextFile;
  readonly rules: readonly TextFile[];
  /** CSV files. */
  readonly bands: readonly TextFile[];
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Sorts picked files. Where the name does not tell what one is, its keys do. */
export function sortTeamFiles(files: readonly TextFile[]): TeamFiles {
  const names = new Map<string, string>();
  const rules: TextFile[] = [];
  const bands = files.filter(({ path }) => isCsv(path));
  const problems: Problem[] = [];
  let config: TextFile | undefined;
  for (const { path: name, text } of files.filter(({ path }) => !isCsv(path))) {
    const path = placeFor(name, text);
    if (path !== CONFIG_PATHS[0]) rules.push({ path, text });
    else if (config === undefined) config = { path, text };
    else problems.push(secondConfig(name, names.get(path) ?? path));
    if (!names.has(path)) names.set(path, name);
  }
  // Bands count under a configuration only; without one they may still be tried.
  if (bands.length > 0) config ??= { path: CONFIG_PATHS[0], text: '{}' };
  const path = names.get(CONFIG_PATHS[0]) ?? '';
  const folder = config && rulesFolderOf(config);
  const missing = folder !== undefined && rules.length === 0 ? [`own rules in ${folder}`] : [];
  const named = config ? bandPathsOf(config) : [];
  const picked = new Set(bands.map((file) => baseOf(file.path)));
  missing.push(...named.filter((file) => !picked.has(baseOf(file))).map((file) => `bands in ${file}`));
  problems.push(...missing.map((what) => notChosen(path, what)));
  return { ...(config ? { config } : {}), rules, bands, names, problems };
}

/** The path by which the loader knows what a file is. */
function placeFor(name: string, text: string): string {
  const base = baseOf(name);
  if (CONFIG_PATHS.some((path) => path.endsWith(`/${base}`))) return CONFIG_PATHS[0];
  const value = kebabKeys(readYaml(name, text).value);
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const has = (...wanted: readonly string[]) => wanted.some((key) => keys.includes(key));
  if (has('terms')) return `${FOLDER}/terms/${base}`;
  if (has('check', 'checks')) return `${FOLDER}/own/${base}`;
  if (has('bands') && has('source', 'as-of')) return `${FOLDER}/bands.yml`;
  return KNOWN_TABLES.test(base) || keys.length === 0 ? `${FOLDER}/${base}` : CONFIG_PATHS[0];
}

const KNOWN_TABLES = /^(?:bands|benchmarks|pay-laws|sections|words)\.ya?ml$/;

const isCsv = (name: string) => /\.csv$/i.test(name);

const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function notChosen(path: string, what: string): Problem {
  return {
    path,
    severity: 'warning',
    message: `It names ${what}: choose them together with it, or they do not count.`,
  };
}

function secondConfig(name: string, first: string): Problem {
  return {
    path: name,
    severity: 'error',
    message: `${first} is a configuration as well: choose one of the two.`,
  };
}
