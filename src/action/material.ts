import { type GraphEntry, type Read, readEntry, readFiles, type Wanted } from '../github/blobs.ts';
import { ApiError, type Client } from '../github/client.ts';
import { allLines, type DiffLines, linesBetween, linesOfPatch } from '../github/diff.ts';
import type { Target } from '../github/event.ts';
import { type FileChange, listFiles, mergeBase, type Repository } from '../github/files.ts';
import { type GraphChecks, type OwnCheck, ownCheck } from '../github/own-check.ts';
import { LOOK } from '../github/queries.ts';
import { type GraphPull, readTraces, type Traces } from '../github/threads.ts';
import { changesBetween, readTree } from '../github/tree.ts';
import type { TeamFiles } from './policy.ts';

export type Reviewable = Exclude<Target, { kind: 'nothing' }>;

/** What the first requests tell: which files changed, the policy's configuration, own traces. */
export interface Look {
  readonly repositoryId: string;
  readonly changes: readonly FileChange[];
  /** GitHub did not list all files. */
  readonly partial: boolean;
  readonly config?: Read;
  readonly traces?: Traces;
  readonly check?: OwnCheck;
  /** Why own traces could not be read. */
  readonly hidden?: string;
}

/** Where a team's configuration lies: the first that exists. */
export const CONFIG_PATHS = ['.github/jd-review.yml', '.github/jd-review.yaml'];

/** The commit that the policy comes from: the base; for a push or a dispatch there is only the one. */
export function policyCommit(target: Reviewable): string {
  return target.kind === 'tree' ? target.head : target.base;
}

/** First round of requests, at the same time. */
export async function look(
  client: Client,
  repository: Repository,
  target: Reviewable,
  options: { readonly config: string | undefined; readonly check: string },
): Promise<Look> {
  const [{ changes, partial }, answer] = await Promise.all([
    listChanges(client, repository, target),
    client.query(LOOK, {
      owner: repository.owner,
      name: repository.repo,
      policy: policyCommit(target),
      config: options.config ?? CONFIG_PATHS[0],
      alternative: options.config ?? CONFIG_PATHS[1],
      head: target.head,
      check: options.check,
      pull: target.kind === 'pull',
      number: target.kind === 'pull' ? target.number : 0,
      comments: null,
      threads: null,
    }),
  ]);
  const data = answer.data as LookData | null;
  const found = data?.repository;
  const said = answer.errors[0]?.message;
  if (!found) throw new ApiError(said ?? 'GitHub gave no answer.', 0, false, 'contents=read');
  if (!found.policy) {
    throw new ApiError(
      said ?? 'GitHub does not find the commit that the policy comes from.',
      0,
      false,
      'contents=read',
    );
  }
  const path = found.policy.config ? (options.config ?? CONFIG_PATHS[0]!) : (options.config ?? CONFIG_PATHS[1]!);
  const entry = found.policy.config ?? found.policy.alternative;
  const config = entry ? await readEntry(client, repository, path, entry) : undefined;
  const check = found.head ? ownCheck(found.head) : undefined;
  const number = target.kind === 'pull' ? target.number : 0;
  const where = { repository, number, head: target.head, check: options.check };
  const pull = found.pullRequest;
  const traces = pull ? await readTraces(client, where, pull, data?.viewer?.login ?? '') : undefined;
  return {
    repositoryId: found.id,
    changes,
    partial,
    ...(config ? { config } : {}),
    ...(traces ? { traces } : {}),
    ...(check ? { check } : {}),
    ...(target.kind === 'pull' && !traces ? { hidden: said ?? 'GitHub does not show the pull request.' } : {}),
  };
}

interface LookData {
  readonly viewer?: { readonly login: string };
  readonly repository?: {
    readonly id: string;
    readonly policy?: { readonly config?: GraphEntry | null; readonly alternative?: GraphEntry | null } | null;
    readonly head?: GraphChecks | null;
    readonly pullRequest?: GraphPull | null;
  } | null;
}

interface Listed {
  readonly changes: readonly FileChange[];
  readonly partial: boolean;
}

async function listChanges(client: Client, repository: Repository, target: Reviewable): Promise<Listed> {
  if (target.kind === 'tree') {
    const { files, truncated } = await readTree(client, repository, target.head);
    return { changes: [...files.keys()].map((path) => ({ path, status: 'added' })), partial: truncated };
  }
  if (target.kind === 'range') return changesIn(client, repository, target.base, target.head);
  const { files, whole } = await listFiles(client, repository, target.number);
  if (whole) return { changes: files, partial: false };
  // GitHub lists 3,000 files: past them the two trees tell, and the hunks of those listed stay.
  const from = await mergeBase(client, repository, target.base, target.head);
  const listed = new Map(files.map((file) => [file.path, file]));
  const { changes, partial } = await changesIn(client, repository, from, target.head);
  return { changes: changes.map((file) => listed.get(file.path) ?? file), partial };
}

async function changesIn(client: Client, repository: Repository, base: string, head: string): Promise<Listed> {
  const [before, after] = await Promise.all([readTree(client, repository, base), readTree(client, repository, head)]);
  return { changes: changesBetween(before, after), partial: before.truncated || after.truncated };
}

/** The contents that a review needs. */
export interface Contents {
  readonly postings: readonly Read[];
  readonly diffs: ReadonlyMap<string, DiffLines>;
  /** Own rules at the commit of the policy. */
  readonly rules: readonly Read[];
  /** The policy as the change would have it; only where it edits it. */
  readonly proposed?: TeamFiles;
  /** Where the pull request's head is by now. */
  readonly headNow?: string;
  readonly open?: boolean;
}

export interface ContentsWanted {
  readonly postings: readonly FileChange[];
  readonly folder: string | undefined;
  /** Configuration paths to read at the head, where the change edits the policy. */
  readonly proposed: readonly string[] | undefined;
  /** Names the folder of own rules that a configuration asks for. */
  readonly folderOf: (config: Read | undefined) => Promise<string | undefined>;
}

/** Second round: postings at the head, own rules at the base, and the old text of files that came without hunks. */
export async function contents(
  client: Client,
  repository: Repository,
  target: Reviewable,
  wanted: ContentsWanted,
): Promise<Contents> {
  const compared = target.kind === 'tree' ? [] : wanted.postings.filter(needsOld);
  const from = compared.length > 0 ? await oldCommit(client, repository, target) : '';
  const folder = wanted.folder === undefined ? {} : { folder: wanted.folder };
  const head: Wanted = {
    commit: target.head,
    paths: [...(wanted.proposed ?? []), ...wanted.postings.map(({ path }) => path)],
    ...(wanted.proposed ? folder : {}),
  };
  const others: Wanted[] = [];
  if (wanted.folder !== undefined) others.push({ commit: policyCommit(target), paths: [], ...folder });
  if (compared.length > 0)
    others.push({ commit: from, paths: compared.map(({ path, previousPath }) => previousPath ?? path) });
  const number = target.kind === 'pull' ? target.number : undefined;
  const answer = await readFiles(client, repository, [head, ...others], number);
  const byPath = new Map(answer.commits[0]!.files.map((file) => [file.path, file]));
  const old = new Map((compared.length > 0 ? answer.commits.at(-1)!.files : []).map((file) => [file.path, file]));
  const postings = wanted.postings.flatMap(({ path }) => byPath.get(path) ?? []);
  const proposed =
    wanted.proposed && (await proposedFiles(client, repository, target, wanted, answer.commits[0]!, byPath));
  return {
    postings,
    diffs: target.kind === 'tree' ? new Map() : diffsOf(wanted.postings, byPath, old),
    rules: wanted.folder === undefined ? [] : answer.commits[1]!.folder,
    ...(proposed ? { proposed } : {}),
    ...(answer.head === undefined ? {} : { headNow: answer.head }),
    ...(answer.open === undefined ? {} : { open: answer.open }),
  };
}

/** The commit that the changes are counted from. */
async function oldCommit(client: Client, repository: Repository, target: Reviewable): Promise<string> {
  if (target.kind === 'range') return target.base;
  return mergeBase(client, repository, policyCommit(target), target.head);
}

/** A changed file without hunks: they are worked out from the two texts. A new file needs no old one. */
function needsOld({ status, patch }: FileChange): boolean {
  return patch === undefined && status !== 'added';
}

async function proposedFiles(
  client: Client,
  repository: Repository,
  target: Reviewable,
  wanted: ContentsWanted,
  head: { readonly folder: readonly Read[] },
  byPath: ReadonlyMap<string, Read>,
): Promise<TeamFiles> {
  const config = wanted.proposed?.map((path) => byPath.get(path)).find((file) => file !== undefined);
  const folder = await wanted.folderOf(config);
  if (folder === undefined) return { ...(config ? { config } : {}), rules: [] };
  if (folder === wanted.folder) return { ...(config ? { config } : {}), rules: head.folder };
  // The change moves the rules' folder: one more request.
  const { commits } = await readFiles(client, repository, [{ commit: target.head, paths: [], folder }]);
  return { ...(config ? { config } : {}), rules: commits[0]!.folder };
}

function diffsOf(
  changes: readonly FileChange[],
  now: ReadonlyMap<string, Read>,
  old: ReadonlyMap<string, Read>,
): ReadonlyMap<string, DiffLines> {
  const diffs = new Map<string, DiffLines>();
  const textOf = (file: Read | undefined) =>
    file && 'bytes' in file ? Buffer.from(file.bytes).toString('utf8') : undefined;
  for (const { path, previousPath, status, patch } of changes) {
    if (patch !== undefined) {
      diffs.set(path, linesOfPatch(patch));
      continue;
    }
    const after = textOf(now.get(path));
    if (after === undefined) continue;
    const before = status === 'added' ? undefined : textOf(old.get(previousPath ?? path));
    diffs.set(path, before === undefined ? allLines(after) : linesBetween(before, after));
  }
  return diffs;
}
