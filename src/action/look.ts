import { type GraphEntry, type Read, readEntry } from '../github/blobs.ts';
import { ApiError, type Client, type GraphAnswer } from '../github/client.ts';
import { changesBetween, readTree } from '../github/commit-tree.ts';
import type { Target } from '../github/event.ts';
import { type FileChange, listFiles, mergeBase, type Repository } from '../github/files.ts';
import { areWhole, findCheck, type GraphChecks, type OwnCheck, ownCheck } from '../github/own-check.ts';
import { cutBelow, refusedBelow } from '../github/pages.ts';
import { LOOK, PAGE_SIZE, POLICY } from '../github/requests.ts';
import type { GraphPull, Traces } from '../github/threads.ts';
import { readTraces, type Unseen, type Where } from '../github/traces.ts';
import { CONFIG_PATHS } from '../policy/paths.ts';

export type Reviewable = Exclude<Target, { kind: 'nothing' | 'handed' }>;

/** What the first requests tell: which files changed, the policy's configuration, own traces. */
export interface Look {
  readonly repositoryId: string;
  readonly changes: readonly FileChange[];
  /** GitHub did not list all files. */
  readonly partial: boolean;
  readonly config?: Read;
  readonly traces?: Traces;
  readonly check?: OwnCheck;
  /** Why own traces are not known. */
  readonly unseen?: Unseen;
}

/** The commit that the policy comes from: the base; for a push or a dispatch there is only the one. */
export function policyCommit(target: Reviewable): string {
  return target.kind === 'tree' ? target.head : target.base;
}

/** First round of requests, at the same time; what GitHub answers in part is asked for again, each part by itself. */
export async function look(
  client: Client,
  repository: Repository,
  target: Reviewable,
  options: { readonly config: string | undefined; readonly check: string },
): Promise<Look> {
  const number = target.kind === 'pull' ? target.number : 0;
  const where: Where = { repository, number, head: target.head, check: options.check };
  const files = {
    owner: repository.owner,
    name: repository.repo,
    policy: policyCommit(target),
    config: options.config ?? CONFIG_PATHS[0],
    alternative: options.config ?? CONFIG_PATHS[1],
  };
  const [{ changes, partial }, answer] = await Promise.all([
    listChanges(client, repository, target),
    client.query(LOOK, {
      ...files,
      head: target.head,
      check: options.check,
      pull: target.kind === 'pull',
      number,
      size: PAGE_SIZE,
      comments: null,
      threads: null,
    }),
  ]);
  const { id, entry, at } = await policyIn(client, answer, files);
  const config = entry ? await readEntry(client, repository, at, entry) : missing(options.config, files.policy);
  const check = await checkIn(client, where, answer);
  const seen = target.kind === 'pull' ? await tracesIn(client, where, answer) : undefined;
  return {
    repositoryId: id,
    changes,
    partial,
    ...(config ? { config } : {}),
    ...(check ? { check } : {}),
    ...(seen && ('traces' in seen ? { traces: seen.traces } : { unseen: seen })),
  };
}

/** A configuration that the workflow names and the commit does not have: running on without it would ask for too little. */
function missing(path: string | undefined, commit: string): Read | undefined {
  if (path === undefined) return undefined;
  const problem =
    `The workflow names this configuration (input config), and commit ${commit.slice(0, 7)}, which the policy comes from, ` +
    'does not have it. Add the file there, or mend the path in the workflow.';
  return { path, problem };
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

const repositoryOf = ({ data }: GraphAnswer) => (data as LookData | null)?.repository ?? undefined;

/** The configuration's entry in the commit of the policy. One that GitHub left out must not pass for one that is not there. */
async function policyIn(
  client: Client,
  first: GraphAnswer,
  files: { readonly config: string | undefined; readonly alternative: string | undefined },
): Promise<{ id: string; entry: GraphEntry | undefined; at: string }> {
  let answer = first;
  if (cutBelow(answer.errors, 'repository', 'policy') !== undefined) answer = await client.query(POLICY, files);
  const cut = cutBelow(answer.errors, 'repository', 'policy');
  if (cut !== undefined) throw new ApiError(`it answered only in part: ${cut}`, 0, false);
  const found = repositoryOf(answer);
  if (!found?.policy) {
    const nothing = found ? 'it does not find the commit that the policy comes from' : 'it gave no answer';
    throw new ApiError(answer.errors[0]?.message ?? nothing, 0, false, 'contents=read');
  }
  const { config, alternative } = found.policy;
  return {
    id: found.id,
    entry: config ?? alternative ?? undefined,
    at: (config ? files.config : files.alternative) ?? '',
  };
}

async function checkIn(client: Client, where: Where, answer: GraphAnswer): Promise<OwnCheck | undefined> {
  const checks = repositoryOf(answer)?.head ?? undefined;
  if (checks && areWhole(checks)) return ownCheck(checks);
  // A token that may see no checks may make none either; a commit that is not there has none.
  if (refusedBelow(answer.errors, 'repository', 'head')) return undefined;
  if (!checks && cutBelow(answer.errors, 'repository', 'head') === undefined) return undefined;
  return findCheck(client, where);
}

function tracesIn(client: Client, where: Where, answer: GraphAnswer): ReturnType<typeof readTraces> {
  return readTraces(client, where, {
    pull: repositoryOf(answer)?.pullRequest ?? undefined,
    viewer: (answer.data as LookData | null)?.viewer?.login ?? '',
    cut: cutBelow(answer.errors, 'repository', 'pullRequest'),
    refusal: answer.errors[0]?.message,
  });
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
