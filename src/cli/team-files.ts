/** A team's files on the disk: its configuration, and the rules and bands that this names. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { readTables } from '../bands/load.ts';
import { yamlFiles } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { leadsOut, nameFrom, readBytes, repositoryTop } from '../disk.ts';
import type { ExamplesRun } from '../examples.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { NO_CONFIG, type RuleSources, type TeamConfig } from '../policy/model.ts';
import { CONFIG_PATHS } from '../policy/paths.ts';
import { decode } from '../text-input.ts';
import type { Problem } from '../types/place.ts';

/** Where a team's files are looked for. */
export interface TeamPlace {
  readonly cwd: string;
  /** The configuration; the nearest one upwards where none is named. */
  readonly config?: string;
  /** A folder that links of the team's files may not lead out of. */
  readonly within?: string;
  /** The text of a file that an editor holds and has not saved. */
  readonly held?: (file: string) => string | undefined;
}

/** What a team says, read: its configuration and its own rules. */
export interface Team {
  readonly sources: RuleSources;
  readonly config: TeamConfig;
  /** Its rule files. */
  readonly files: readonly TeamFile[];
  /** Ids of the rules that are not its own. */
  readonly builtin: ReadonlySet<string>;
  /** What is wrong with its files, with their paths as the user sees them. */
  readonly problems: readonly Problem[];
}

/** A file of the team: its path from the repository's top, and as the user sees it. */
interface TeamFile {
  readonly path: string;
  readonly text: string;
  readonly shown: string;
}

const OUTSIDE = {
  message: 'This link leads out of the working folder and is not followed. Put the file itself here.',
  severity: 'error',
} as const;

/** A file, or why it could not be read. */
type Read = { readonly file: TeamFile } | { readonly problem: Problem };

/** The team's configuration and own rules over the built-in sources; the YAML reader is loaded only for them. */
export async function readTeamFiles(builtin: RuleSources, place: TeamPlace): Promise<Team> {
  const ids = new Set(builtin.rules.map(({ id }) => id));
  const none: Team = { sources: builtin, config: NO_CONFIG, files: [], builtin: ids, problems: [] };
  const named = configFile(place);
  if (named === undefined) return none;
  const read = readFile(named, place, place.config);
  if ('problem' in read) return { ...none, problems: [read.problem] };
  const config = read.file;
  const { bandPathsOf, readTeam, rulesFolderOf } = await import(/* webpackChunkName: "rare" */ '../team/team.ts');
  const folder = rulesFolderOf(config);
  const rules = folder === undefined ? [] : ownRules(folder, config.shown, place);
  if ('problem' in rules) return { ...none, problems: [rules.problem] };
  const bands = bandPathsOf(config).map((path) => bandFile(path, config.shown, place));
  const missing = bands.flatMap((each) => ('problem' in each ? [each.problem] : []));
  if (missing.length > 0) return { ...none, problems: missing };
  const bandFiles = bands.flatMap((each) => ('file' in each ? [each.file] : []));
  const team = readTeam(builtin, { config, rules, bands: await readTables(bandFiles) }, kinds);
  return {
    sources: team.sources,
    config: team.config,
    files: rules,
    builtin: ids,
    problems: asShown(team.problems, [config, ...rules, ...bandFiles]),
  };
}

/** Runs the examples of a team's own rules. */
export async function ownExamples(team: Team): Promise<ExamplesRun> {
  const { runExamples } = await import(/* webpackChunkName: "rare" */ '../examples.ts');
  const showBands = team.config.settings.showBands ?? team.sources.settings.showBands;
  const run = runExamples({ ...team, showBands }, kinds);
  return { ...run, problems: asShown(run.problems, team.files) };
}

/** Problems with the paths of files as the user sees them. */
function asShown(problems: readonly Problem[], files: readonly TeamFile[]): Problem[] {
  const shown = new Map(files.map((file) => [file.path, file.shown]));
  return problems.map((problem) => ({ ...problem, path: shown.get(problem.path) ?? problem.path }));
}

function configFile({ cwd, config }: TeamPlace): string | undefined {
  return config === undefined ? findConfig(cwd) : resolve(cwd, config);
}

/** The nearest configuration from a folder up to the top of its repository, and no further. */
function findConfig(folder: string): string | undefined {
  const top = repositoryTop(folder);
  for (let at = folder; ; at = dirname(at)) {
    const found = CONFIG_PATHS.map((path) => join(at, path)).find((path) => existsSync(path));
    if (found !== undefined || at === top) return found;
  }
}

/** Rule files of the team's folder, which is named from the repository's top. */
function ownRules(folder: string, config: string, { cwd, held, within }: TeamPlace): TeamFile[] | { problem: Problem } {
  const top = repositoryTop(cwd);
  const full = resolve(top, folder);
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
    const message = `rules-folder names ${folder}, and there is no such folder. Create it or mend the name.`;
    return { problem: { path: config, message, severity: 'error' } };
  }
  if (within !== undefined && leadsOut(full, within)) return { problem: { path: folder, ...OUTSIDE } };
  const outside: string[] = [];
  const textOf = (file: string) => {
    if (within === undefined || !leadsOut(file, within)) return held?.(file) ?? readFileSync(file, 'utf8');
    outside.push(nameFrom(cwd, top, file));
    return '';
  };
  const files = yamlFiles(full, textOf).map(({ path, text }) => ({
    path: join(folder, '..', path).split(sep).join('/'),
    text,
    shown: nameFrom(cwd, top, join(full, '..', path)),
  }));
  const [first] = outside;
  return first === undefined ? files : { problem: { path: first, ...OUTSIDE } };
}

/** A file of bands, named from the repository's top. */
function bandFile(path: string, config: string, place: TeamPlace): Read {
  const file = resolve(repositoryTop(place.cwd), path);
  if (existsSync(file)) return readFile(file, place);
  const message = `bands names ${path}, and there is no such file. Create it or mend the name.`;
  return { problem: { path: config, message, severity: 'error' } };
}

/** Reads a file; `named` is what the user calls it, where that is not its path. */
function readFile(file: string, { cwd, held, within }: TeamPlace, named?: string): Read {
  const top = repositoryTop(cwd);
  const shown = named ?? nameFrom(cwd, top, file);
  const path = named ?? nameFrom(top, top, file);
  const text = held?.(file);
  if (text !== undefined) return { file: { path, text, shown } };
  if (within !== undefined && leadsOut(file, within)) return { problem: { path: shown, ...OUTSIDE } };
  const read = readBytes(file, MAX_FILE_BYTES);
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  if ('problem' in decoded) return { problem: { path: shown, message: decoded.problem, severity: 'error' } };
  return { file: { path, text: decoded.text, shown } };
}
