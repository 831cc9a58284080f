import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Pull, World } from './state.ts';

interface Examples {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

let loaded: readonly Examples[] | undefined;

/** A real payload of GitHub, the first with this action. */
function example(name: string, action?: string): Record<string, unknown> {
  loaded ??= JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('@octokit/webhooks-examples'), 'utf8'),
  ) as readonly Examples[];
  const found = loaded.find((each) => each.name === name)?.examples.find((each) => !action || each.action === action);
  if (!found) throw new Error(`no example of ${name} ${action}`);
  return structuredClone(found);
}

type Json = Record<string, unknown>;

/** An event as the runner hands it to an Action. */
export interface Event {
  readonly name: string;
  readonly payload: unknown;
  /** `GITHUB_SHA`: on a pull request the test merge, never its head. */
  readonly sha: string;
}

const MERGE = 'e'.repeat(40);

/** A `pull_request` event of the state that a pull request is in. */
export function pullEvent(
  world: World,
  pull: Pull,
  action: 'opened' | 'synchronize' | 'closed' | 'reopened' = 'opened',
  name: 'pull_request' | 'pull_request_target' = 'pull_request',
): Event {
  const payload = example('pull_request', action);
  const full = `${world.owner}/${world.name}`;
  const request = payload.pull_request as Json;
  const head = request.head as Json;
  const base = request.base as Json;
  payload.number = pull.number;
  payload.repository = { ...(payload.repository as Json), full_name: full };
  Object.assign(request, { number: pull.number, node_id: pull.nodeId, state: pull.state, draft: pull.draft });
  Object.assign(head, { sha: pull.head, repo: repositoryOf(pull, head.repo as Json), ref: pull.branch });
  Object.assign(base, { sha: pull.base, repo: { ...(base.repo as Json), full_name: full } });
  return { name, payload, sha: name === 'pull_request' ? MERGE : pull.base };
}

const repositoryOf = ({ headRepository }: Pull, like: Json) =>
  headRepository === null ? null : { ...like, full_name: headRepository };

/** A `workflow_run` event: a run for a pull request has ended. For a fork it does not name the pull request. */
export function workflowRunEvent(world: World, pull: Pull, more: Json = {}): Event {
  const payload = example('workflow_run', 'completed');
  const run = payload.workflow_run as Json;
  Object.assign(run, {
    name: 'jd-review',
    event: 'pull_request',
    status: 'completed',
    conclusion: 'failure',
    head_sha: pull.head,
    head_branch: pull.branch,
    head_repository: repositoryOf(pull, run.head_repository as Json),
    pull_requests: [],
    ...more,
  });
  payload.repository = { ...(payload.repository as Json), full_name: `${world.owner}/${world.name}` };
  return { name: 'workflow_run', payload, sha: pull.base };
}

/** Why GitHub does not start a workflow for an event, or nothing: public repositories without a policy of their own. */
export function blockedBy(world: World, { name }: Event): string | undefined {
  const allowed = world.allowedEvents?.includes(name) ?? (world.private || name !== 'pull_request_target');
  return allowed ? undefined : `Event '${name}' is not allowed to trigger Actions workflows.`;
}

export function mergeGroupEvent(base: string, head: string): Event {
  const payload = example('merge_group');
  Object.assign(payload.merge_group as Json, { base_sha: base, head_sha: head });
  return { name: 'merge_group', payload, sha: head };
}

export function pushEvent(before: string, after: string, deleted = false): Event {
  const payload = example('push');
  Object.assign(payload, { before, after: deleted ? '0'.repeat(40) : after, deleted, ref: 'refs/heads/main' });
  return { name: 'push', payload, sha: after };
}

export function dispatchEvent(sha: string, branch?: string): Event {
  const payload = example('workflow_dispatch');
  const { default_branch: main } = payload.repository as { default_branch: string };
  return { name: 'workflow_dispatch', payload: { ...payload, ref: `refs/heads/${branch ?? main}` }, sha };
}

/** A `schedule` event: always of the default branch's last commit. */
export function scheduleEvent(sha: string): Event {
  const { repository } = example('workflow_dispatch');
  return { name: 'schedule', payload: { repository, schedule: '0 6 * * 1' }, sha };
}
