import { readTables, type TableFile } from '../bands/load.ts';
import { kinds } from '../checks/index.ts';
import type { Read } from '../github/blobs.ts';
import { compilePolicy, settingsFor } from '../policy/compile.ts';
import { NO_CONFIG, type RuleSources } from '../policy/model.ts';
import { decode } from '../text-input.ts';
import type { Problem } from '../types/place.ts';
import type { Policy, Settings } from '../types/policy.ts';
import type { Inputs } from './inputs.ts';

/** A team's files of one commit, as bytes. */
export interface TeamFiles {
  /** The configuration; where the workflow names one that is not there, a problem in its place. */
  readonly config?: Read;
  readonly rules: readonly Read[];
  /** The files of bands that the configuration names, as far as the commit has them. */
  readonly bands?: readonly Read[];
  /** The file of known findings that it names, where the commit has it. */
  readonly baseline?: Read;
}

/** What a configuration names besides itself. */
export interface OwnFiles {
  /** The folder of own rules. */
  readonly folder?: string;
  /** Paths of files of bands. */
  readonly bands: readonly string[];
  /** Path of the file of known findings. */
  readonly baseline?: string;
}

/** Texts out of bytes; what is no text is a problem. */
function texts(files: readonly Read[], problems: Problem[]): { path: string; text: string }[] {
  return files.flatMap((file) => {
    const read = 'bytes' in file ? decode(file.bytes) : file;
    if ('text' in read) return [{ path: file.path, text: read.text }];
    problems.push({ path: file.path, message: read.problem, severity: 'error' });
    return [];
  });
}

/** The files that a configuration names. */
export async function ownFiles(config: Read | undefined): Promise<OwnFiles> {
  const [file] = config ? texts([config], []) : [];
  if (!file) return { bands: [] };
  const { bandPathsOf, baselinePathOf, rulesFolderOf } = await import(/* webpackChunkName: "rare" */ '../team/team.ts');
  const folder = rulesFolderOf(file);
  const baseline = baselinePathOf(file);
  return {
    ...(folder === undefined ? {} : { folder }),
    bands: bandPathsOf(file),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** Settings alone, without the team's own rules: enough to tell which files are postings, and whether something is wrong. */
export async function settingsOf(
  builtin: RuleSources,
  config: Read | undefined,
): Promise<{ settings: Settings; suspect: boolean }> {
  const problems: Problem[] = [];
  const [file] = config ? texts([config], problems) : [];
  if (!file) return { settings: builtin.settings, suspect: problems.length > 0 };
  const { isSuspect, readTeam } = await import(/* webpackChunkName: "rare" */ '../team/team.ts');
  const team = readTeam(builtin, { config: file }, kinds).config;
  return { settings: settingsFor(builtin, team), suspect: isSuspect(builtin, file, kinds) };
}

/** A policy, what is wrong with it, and its own rules' examples that do not hold; they are run when asked for. */
export interface TeamPolicy {
  readonly policy: Policy;
  readonly problems: readonly Problem[];
  readonly examples: () => Promise<readonly Problem[]>;
}

/** Built-in rules, the team's files and the inputs → the policy of a run. Faulty keys and rules are left out and reported. */
export async function policyOf(
  builtin: RuleSources,
  team: TeamFiles,
  inputs: Inputs,
  audit = false,
): Promise<TeamPolicy> {
  const problems: Problem[] = [];
  const [config] = texts(team.config ? [team.config] : [], problems);
  const rules = texts(team.rules, problems);
  let sources = builtin;
  let settings = NO_CONFIG;
  if (config || rules.length > 0) {
    const { readTeam } = await import(/* webpackChunkName: "rare" */ '../team/team.ts');
    const bands = config ? await bandTables(config, team.bands ?? [], problems) : [];
    const read = readTeam(builtin, { ...(config ? { config } : {}), rules, bands }, kinds);
    sources = read.sources;
    settings = read.config;
    problems.push(...read.problems);
  }
  const compiled = compilePolicy(sources, settings, kinds, { audit });
  problems.push(...compiled.problems);
  const policy = { ...compiled.policy, settings: withInputs(compiled.policy.settings, inputs) };
  const examples = async () => {
    const { runExamples } = await import(/* webpackChunkName: "rare" */ '../examples.ts');
    const known = new Set(builtin.rules.map(({ id }) => id));
    const own = { sources, config: settings, files: rules, builtin: known, showBands: policy.settings.showBands };
    return runExamples(own, kinds).problems;
  };
  return { policy, problems, examples };
}

/** The files of bands that a configuration names, parsed; one that the commit does not have is a problem. */
async function bandTables(
  config: { readonly path: string; readonly text: string },
  files: readonly Read[],
  problems: Problem[],
): Promise<readonly TableFile[]> {
  const { bands } = await ownFiles({ path: config.path, bytes: Buffer.from(config.text) });
  for (const path of bands) {
    if (files.some((file) => file.path === path)) continue;
    const message = `bands names ${path}, and this commit has no such file: add it or mend the name.`;
    problems.push({ path: config.path, message, severity: 'error' });
  }
  return readTables(texts(files, problems));
}

function withInputs(settings: Settings, { failOn, failScope, showBands }: Inputs): Settings {
  return {
    ...settings,
    ...(failOn ? { failOn } : {}),
    ...(failScope ? { failScope } : {}),
    // Either side may keep the bands private.
    ...(showBands === undefined ? {} : { showBands: showBands && settings.showBands }),
  };
}
