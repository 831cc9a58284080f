/** A team's files as they are picked, without their folders: which is the configuration, which a table, a rule or words. */
import { CONFIG_PATHS } from '../policy/paths.ts';
import { kebabKeys, readYaml } from '../strict-yaml/yaml.ts';
import { rulesFolderOf, type TextFile } from '../team/team.ts';
import type { Problem } from '../types/place.ts';

/** Folder that picked rule files count as lying in; its name shows nowhere. */
const FOLDER = 'rules';

/** What a team's files are for the loader, and the name of each as its owner knows it. */
export interface TeamFiles {
  readonly config?: TextFile;
  readonly rules: readonly TextFile[];
  readonly names: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Sorts picked files. Where the name does not tell what one is, its keys do. */
export function sortTeamFiles(files: readonly TextFile[]): TeamFiles {
  const names = new Map<string, string>();
  const rules: TextFile[] = [];
  const problems: Problem[] = [];
  let config: TextFile | undefined;
  for (const { path: name, text } of files) {
    const path = placeFor(name, text);
    if (path !== CONFIG_PATHS[0]) rules.push({ path, text });
    else if (config === undefined) config = { path, text };
    else problems.push(secondConfig(name, names.get(path) ?? path));
    if (!names.has(path)) names.set(path, name);
  }
  const folder = config && rulesFolderOf(config);
  if (folder !== undefined && rules.length === 0) {
    problems.push({
      path: names.get(CONFIG_PATHS[0]) ?? '',
      severity: 'warning',
      message: `It names own rules in ${folder}: choose the files of that folder together with it, or they do not count.`,
    });
  }
  return { ...(config ? { config } : {}), rules, names, problems };
}

/** The path by which the loader knows what a file is. */
function placeFor(name: string, text: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
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

function secondConfig(name: string, first: string): Problem {
  return {
    path: name,
    severity: 'error',
    message: `${first} is a configuration as well: choose one of the two.`,
  };
}
