import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { readTables } from '../bands/load.ts';
import { builtinSources, yamlFiles } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { nameFrom, readBytes, repositoryTop } from '../disk.ts';
import type { ExamplesRun } from '../examples.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { nearest } from '../nearest.ts';
import { compilePolicy } from '../policy/compile.ts';
import { NO_CONFIG, type RuleSources, type TeamConfig } from '../policy/model.ts';
import { CONFIG_PATHS } from '../policy/paths.ts';
import { plain } from '../render/plain.ts';
import { decode } from '../text-input.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import { type Io, UsageError } from './io.ts';

/** Faults of built-in rules that are told one by one. */
const SHOWN = 5;

/** The flags that a policy depends on. */
export interface PolicyFlags {
  readonly config?: string;
  /** Rules that run alone. */
  readonly rule?: readonly string[];
  readonly 'all-rules'?: boolean;
  readonly 'fail-on'?: Severity | 'never';
  readonly 'fail-scope'?: 'posting' | 'line';
}

/**
 * The policy of this run: built in, the team's configuration laid over it, flags over both.
 * Throws a {@link UsageError} where a setting is wrong: a review by half a policy would mislead. With `examples`, an
 * example of the team's own rules that does not hold is wrong as well.
 */
export async function loadPolicy(flags: PolicyFlags, io: Io, options: { examples?: boolean } = {}): Promise<Policy> {
  return (await loadTeamPolicy(flags, io, options)).policy;
}

/** A policy, and a short name that two runs share which judge by the same one; `more` is what else they must share. */
export interface TeamPolicy {
  readonly policy: Policy;
  readonly digest: (more: unknown) => string;
}

/** As {@link loadPolicy}, with its name. */
export async function loadTeamPolicy(
  flags: PolicyFlags,
  io: Io,
  options: { examples?: boolean } = {},
): Promise<TeamPolicy> {
  const builtin = await builtinSources(kinds);
  // Faults of the built-in rules are the project's own: said, and the rest goes on.
  const faults = builtin.problems.map(problemText);
  if (faults.length > SHOWN) faults.splice(SHOWN, faults.length, `and ${faults.length - SHOWN} more in rules/`);
  for (const fault of faults) io.stderr.write(`jd-review: ${fault}\n`);
  const team = await withConfig(builtin.sources, flags, io);
  const { sources, config } = team;
  if (options.examples && team.files.length > 0) {
    const { problems } = await ownExamples(team);
    refuse(problems, io);
  }
  const known = sources.rules.map((rule) => rule.id);
  const only = flags.rule ?? [];
  for (const id of only) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    throw new UsageError(
      `There is no rule “${id}”. ${near ? `Did you mean “${near}”? ` : ''}“jd-review rules” lists all.`,
    );
  }
  const { policy, problems } = compilePolicy(sources, config, kinds, {
    all: flags['all-rules'] ?? false,
    ...(only.length > 0 ? { only } : {}),
  });
  refuse(problems, io);
  const settings = {
    ...policy.settings,
    ...(flags['fail-on'] ? { failOn: flags['fail-on'] } : {}),
    ...(flags['fail-scope'] ? { failScope: flags['fail-scope'] } : {}),
  };
  const judging = { ...policy, settings };
  const own = team.files.map(({ path, text }) => ({ path, text }));
  const asked = [only, flags['all-rules'] ?? false];
  return { policy: judging, digest: (more) => digestOf([told(config, settings), own, settings, asked, more]) };
}

/** A configuration without what is private: from few figures even a digest could be undone. */
function told(config: TeamConfig, { showBands }: Policy['settings']): TeamConfig {
  if (showBands) return config;
  return { ...config, bands: config.bands.map((band) => ({ ...band, min: 0, max: 0 })) };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** What a team says, read: its configuration and its own rules. */
interface Team {
  readonly sources: RuleSources;
  readonly config: TeamConfig;
  /** Its rule files. */
  readonly files: readonly TeamFile[];
  /** Ids of the rules that are not its own. */
  readonly builtin: ReadonlySet<string>;
}

/** The team's configuration and own rules over the built-in sources; the YAML reader is loaded only for them. */
async function withConfig(builtin: RuleSources, flags: PolicyFlags, io: Io): Promise<Team> {
  const ids = new Set(builtin.rules.map(({ id }) => id));
  const config = readConfigFile(flags, io);
  if (!config) return { sources: builtin, config: NO_CONFIG, files: [], builtin: ids };
  const { bandPathsOf, readTeam, rulesFolderOf } = await import(/* webpackChunkName: "rare" */ '../team/team.ts');
  const folder = rulesFolderOf(config);
  const files = folder === undefined ? [] : ownRules(folder, config.shown, io);
  const bandFiles = bandPathsOf(config).map((path) => bandFile(path, config.shown, io));
  const bands = await readTables(bandFiles);
  const team = readTeam(builtin, { config, rules: files, bands }, kinds);
  refuse(asShown(team.problems, [config, ...files, ...bandFiles]), io);
  return { sources: team.sources, config: team.config, files, builtin: ids };
}

/** Runs the examples of a team's own rules. */
async function ownExamples(team: Team): Promise<ExamplesRun> {
  const { runExamples } = await import(/* webpackChunkName: "rare" */ '../examples.ts');
  const showBands = team.config.settings.showBands ?? team.sources.settings.showBands;
  const run = runExamples({ ...team, showBands }, kinds);
  return { ...run, problems: asShown(run.problems, team.files) };
}

/** The examples of the team's own rules, run; undefined where it has no rules. */
export async function testOwnRules(flags: PolicyFlags, io: Io): Promise<ExamplesRun | undefined> {
  const team = await withConfig((await builtinSources(kinds)).sources, flags, io);
  return team.files.length > 0 ? ownExamples(team) : undefined;
}

/** Problems with the paths of files as the user sees them. */
function asShown(problems: readonly Problem[], files: readonly TeamFile[]): Problem[] {
  const shown = new Map(files.map((file) => [file.path, file.shown]));
  return problems.map((problem) => ({ ...problem, path: shown.get(problem.path) ?? problem.path }));
}

/** A file of the team: its path from the repository's top, and as the user sees it. */
interface TeamFile {
  readonly path: string;
  readonly text: string;
  readonly shown: string;
}

function readConfigFile(flags: PolicyFlags, io: Io): TeamFile | undefined {
  const file = flags.config === undefined ? findConfig(io.cwd) : resolve(io.cwd, flags.config);
  if (file === undefined) return undefined;
  if (!existsSync(file)) {
    throw new UsageError(
      `There is no configuration at ${flags.config}. Give --config an existing file, or leave it out.`,
    );
  }
  const top = repositoryTop(io.cwd);
  const shown = flags.config ?? nameFrom(io.cwd, top, file);
  const read = readBytes(file, MAX_FILE_BYTES);
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  if ('problem' in decoded) throw new UsageError(`${shown}: ${decoded.problem}`);
  return { path: flags.config ?? nameFrom(top, top, file), text: decoded.text, shown };
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
function ownRules(folder: string, config: string, io: Io): TeamFile[] {
  const top = repositoryTop(io.cwd);
  const full = resolve(top, folder);
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(
      `${config}: rules-folder names ${folder}, and there is no such folder. Create it or mend the name.`,
    );
  }
  return yamlFiles(full).map(({ path, text }) => {
    const file = join(full, '..', path);
    return { path: join(folder, '..', path).split(sep).join('/'), text, shown: nameFrom(io.cwd, top, file) };
  });
}

/** A file of bands, named from the repository's top. */
function bandFile(path: string, config: string, io: Io): TeamFile {
  const top = repositoryTop(io.cwd);
  const file = resolve(top, path);
  if (!existsSync(file)) {
    throw new UsageError(`${config}: bands names ${path}, and there is no such file. Create it or mend the name.`);
  }
  const read = readBytes(file, MAX_FILE_BYTES);
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  const shown = nameFrom(io.cwd, top, file);
  if ('problem' in decoded) throw new UsageError(`${shown}: ${decoded.problem}`);
  return { path, text: decoded.text, shown };
}

/** Warnings are said and the run goes on; errors end it. */
function refuse(problems: readonly Problem[], io: Io): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  for (const problem of problems) {
    if (problem.severity !== 'error') io.stderr.write(`jd-review: ${problemText(problem)}\n`);
  }
  if (errors.length) throw new UsageError(...errors.map(problemText));
}

/** `path:line:column: message`, as editors and terminals link it. */
export function problemText({ path, place, message }: Problem): string {
  const where = place ? `${path}:${place.line}:${place.column}` : path;
  return plain(where ? `${where}: ${message}` : message);
}
