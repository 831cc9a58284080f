/** By which policy a document is reviewed: as if `check` were run in the folder of the workspace that holds it. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isBelow, isReached, nameFrom, repositoryTop } from '../disk.ts';
import { standingBy } from '../policy/paths.ts';
import type { Judged } from '../tally.ts';
import type { Problem } from '../types/place.ts';
import type { Policy, Standing } from '../types/policy.ts';

/** The text of a file that is open and perhaps not saved. */
export type Held = (file: string) => string | undefined;

/** A policy, and what is wrong with the team's files: what is faulty is left out of it. */
export interface Loaded {
  readonly policy: Policy;
  /** A judged posting as it is told: without what a baseline knows. */
  readonly tell?: (judged: Judged) => Judged;
  /** Paths are relative to the folder that was loaded for. */
  readonly problems: readonly Problem[];
}

/** Reads the policy that holds in a folder. */
export type Load = (folder: string, held: Held) => Promise<Loaded>;

/** A folder and the policy that holds there. */
export interface Root {
  readonly policy: Policy;
  readonly tell: (judged: Judged) => Judged;
  /** `check` would refuse to review by it. */
  readonly isFaulty: boolean;
  readonly problems: readonly (Problem & { readonly file: string })[];
  /** The path by which the team's globs know a file. */
  readonly pathOf: (file: string) => string;
  /** What the path of a file says of it. */
  readonly standing: (path: string) => Standing;
}

/** The folder whose policy holds for a file: a repository inside of the workspace, the workspace's folder, or the file's repository. */
export function folderOf(file: string, workspace: readonly string[]): string {
  const top = repositoryTop(dirname(file));
  const [folder] = workspace.filter((each) => isBelow(file, each)).sort((a, b) => b.length - a.length);
  if (folder === undefined) return top;
  return existsSync(join(top, '.git')) && isBelow(top, folder) ? top : folder;
}

/** Policies by folder, each read once until they are forgotten. */
export interface Roots {
  readonly of: (folder: string) => Promise<Root>;
  readonly forget: () => void;
}

/** No policy read yet. */
export function createRoots(load: Load, held: Held): Roots {
  const known = new Map<string, Promise<Root>>();
  return {
    of(folder) {
      const root = known.get(folder) ?? load(folder, held).then((loaded) => rootOf(folder, loaded));
      known.set(folder, root);
      return root;
    },
    forget: () => known.clear(),
  };
}

function rootOf(folder: string, { policy, problems, tell = (judged) => judged }: Loaded): Root {
  const top = repositoryTop(folder);
  const standing = standingBy(policy.settings);
  return {
    policy,
    tell,
    isFaulty: problems.some(({ severity }) => severity === 'error'),
    problems: problems.map((problem) => ({ ...problem, file: resolve(folder, problem.path) })),
    pathOf: (file) => nameFrom(top, top, file),
    standing: (path) => (isReached(path) ? standing(path) : 'elsewhere'),
  };
}
