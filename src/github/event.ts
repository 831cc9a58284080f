import { listOf } from '../wording.ts';

/** What an event asks to be reviewed. */
export type Target =
  | {
      readonly kind: 'pull';
      readonly number: number;
      /** Commit of the pull request that is reviewed; never the test merge. */
      readonly head: string;
      /** Tip of the branch that it goes into: where the policy comes from. */
      readonly base: string;
      /** The head lies in another repository. */
      readonly fork: boolean;
    }
  | { readonly kind: 'range'; readonly base: string; readonly head: string }
  | {
      readonly kind: 'tree';
      readonly head: string;
      /** The run keeps the issue of the audit: alone, or beside a check. */
      readonly audit?: 'alone' | 'beside';
    }
  | Handed
  | { readonly kind: 'nothing'; readonly reason: string };

/** What a run without rights leaves to a second one: only where its pull request came from, which has to be looked up. */
export interface Handed {
  readonly kind: 'handed';
  readonly head: string;
  /** `owner/name` of the repository that the head lies in: a fork, mostly. */
  readonly from: string;
  readonly branch: string;
}

const EVENTS = [
  'pull_request',
  'pull_request_target',
  'workflow_run',
  'merge_group',
  'push',
  'workflow_dispatch',
  'schedule',
];
/** Ends of a run after which another one follows, or nobody has let it begin. */
const UNDONE = ['cancelled', 'skipped', 'action_required'];
const NO_COMMIT = /^0+$/;
const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/**
 * Reads an event's payload. `sha` is `GITHUB_SHA`, used where the payload names no commit.
 * Throws an Error with words for the user where the event cannot be reviewed.
 */
export function readEvent(name: string, payload: unknown, sha: string): Target {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return pullTarget(payload);
    case 'workflow_run':
      return handedTarget(payload);
    case 'merge_group': {
      const base = commit(at(payload, 'merge_group', 'base_sha'), name, 'merge_group.base_sha');
      const head = commit(at(payload, 'merge_group', 'head_sha'), name, 'merge_group.head_sha');
      if (at(payload, 'action') === 'destroyed') return { kind: 'nothing', reason: 'The merge group was dissolved.' };
      return { kind: 'range', base, head };
    }
    case 'push': {
      const after = at(payload, 'after');
      if (at(payload, 'deleted') === true || (typeof after === 'string' && NO_COMMIT.test(after))) {
        return { kind: 'nothing', reason: 'The push deleted a branch or tag.' };
      }
      // A pushed annotated tag names the tag in `after`; GITHUB_SHA is always its commit.
      return { kind: 'tree', head: commit(sha || after, name, 'after') };
    }
    case 'workflow_dispatch': {
      // The issue tells of the branch that people work from, not of a trial on another.
      const ofDefault = at(payload, 'ref') === `refs/heads/${at(payload, 'repository', 'default_branch')}`;
      return { kind: 'tree', head: commit(sha, name, 'GITHUB_SHA'), ...(ofDefault ? { audit: 'beside' } : {}) };
    }
    case 'schedule':
      return { kind: 'tree', head: commit(sha, name, 'GITHUB_SHA'), audit: 'alone' };
    default:
      throw new Error(`jd-review does not handle the event “${printable(name)}”. Run it on ${listOf(EVENTS, 'or')}.`);
  }
}

function pullTarget(payload: unknown): Target {
  const head = at(payload, 'pull_request', 'head', 'sha');
  const base = at(payload, 'pull_request', 'base', 'sha');
  const number = at(payload, 'pull_request', 'number');
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new Error('The event names no pull request: its payload has no pull_request.number.');
  }
  if (at(payload, 'pull_request', 'state') === 'closed') {
    return { kind: 'nothing', reason: 'The pull request is closed.' };
  }
  const from = at(payload, 'pull_request', 'head', 'repo', 'full_name');
  const to = at(payload, 'pull_request', 'base', 'repo', 'full_name');
  return {
    kind: 'pull',
    number,
    head: commit(head, 'pull_request', 'pull_request.head.sha'),
    base: commit(base, 'pull_request', 'pull_request.base.sha'),
    // A deleted fork has no repository any more.
    fork: from !== to,
  };
}

function handedTarget(payload: unknown): Target {
  const run = (...path: readonly string[]) => at(payload, 'workflow_run', ...path);
  const event = run('event');
  if (event !== 'pull_request') {
    const name = typeof event === 'string' ? printable(event) : 'nothing known';
    return { kind: 'nothing', reason: `The run before this one was started by ${name}, not by a pull request.` };
  }
  const end = run('conclusion');
  if (at(payload, 'action') !== 'completed' || typeof end !== 'string' || UNDONE.includes(end)) {
    return { kind: 'nothing', reason: 'The run before this one was not carried out.' };
  }
  const from = run('head_repository', 'full_name');
  const branch = run('head_branch');
  if (typeof from !== 'string' || typeof branch !== 'string') {
    return { kind: 'nothing', reason: 'The repository or branch that the pull request came from is gone.' };
  }
  return { kind: 'handed', head: commit(run('head_sha'), 'workflow_run', 'workflow_run.head_sha'), from, branch };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

/** A commit's name; anything else is an Error with words for the user. */
export function commit(value: unknown, event: string, field: string): string {
  if (typeof value === 'string' && COMMIT.test(value)) return value;
  throw new Error(`The ${event} event names no commit to review: ${field} is missing or no commit name.`);
}

function printable(name: string): string {
  return name.replace(/[^\w.-]/g, '?').slice(0, 60);
}
