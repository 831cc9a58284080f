import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import type { ExamplesRun } from '../examples.ts';
import { nearest } from '../nearest.ts';
import { compilePolicy } from '../policy/compile.ts';
import type { RuleSources, TeamConfig } from '../policy/model.ts';
import { plain } from '../render/plain.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import { type Io, UsageError } from './io.ts';
import { ownExamples, readTeamFiles, type Team } from './team-files.ts';

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
  const team = await readTeam(builtin.sources, flags, io);
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

/** The team's files; throws where one of them is wrong. */
async function readTeam(builtin: RuleSources, flags: PolicyFlags, io: Io): Promise<Team> {
  const named = flags.config === undefined ? {} : { config: flags.config };
  if (flags.config !== undefined && !existsSync(resolve(io.cwd, flags.config))) {
    throw new UsageError(
      `There is no configuration at ${flags.config}. Give --config an existing file, or leave it out.`,
    );
  }
  const within = io.within === undefined ? {} : { within: io.within };
  const team = await readTeamFiles(builtin, { cwd: io.cwd, ...named, ...within });
  refuse(team.problems, io);
  return team;
}

/** The examples of the team's own rules, run; undefined where it has no rules. */
export async function testOwnRules(flags: PolicyFlags, io: Io): Promise<ExamplesRun | undefined> {
  const team = await readTeam((await builtinSources(kinds)).sources, flags, io);
  return team.files.length > 0 ? ownExamples(team) : undefined;
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
