import type { Step } from '../types/review.ts';
import { makeChanges } from './changes.ts';
import { ApiError, type Client } from './client.ts';
import type { Denied } from './permissions.ts';
import { ROUTES } from './requests.ts';
import { freshTraces, type Where } from './traces.ts';

/** What became of new line comments. */
export interface Posted {
  /** Fingerprints of comments that stand. */
  readonly placed: ReadonlySet<string>;
  /** Why the others do not, by fingerprint. */
  readonly refused: ReadonlyMap<string, string>;
  readonly denied?: Denied;
}

interface Board {
  readonly client: Client;
  readonly where: Where;
  /** Text of the review itself. */
  readonly body: (count: number) => string;
  readonly placed: Set<string>;
  readonly refused: Map<string, string>;
}

/**
 * Posts new comments as one review. GitHub refuses a review whole for one bad comment and does not say which: then it
 * is halved until the bad ones stand alone. A review whose answer was lost is looked for before it is sent again.
 */
export async function postReview(
  client: Client,
  where: Where,
  steps: readonly Step[],
  body: (count: number) => string,
): Promise<Posted> {
  const board: Board = { client, where, body, placed: new Set(), refused: new Map() };
  const denied = await post(board, bottomUp(steps), true);
  return { placed: board.placed, refused: board.refused, ...(denied ? { denied } : {}) };
}

/** From the end of each file to its start, so that suggestions taken one after the other still fit. */
function bottomUp(steps: readonly Step[]): readonly Step[] {
  const line = (step: Step) => step.anchor?.line ?? 0;
  return [...steps].sort((a, b) => compare(a.path ?? '', b.path ?? '') || line(b) - line(a));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function post(board: Board, steps: readonly Step[], again: boolean): Promise<Denied | undefined> {
  if (steps.length === 0) return undefined;
  const { client, where } = board;
  try {
    await client.write(ROUTES.newReview, {
      ...where.repository,
      pull_number: where.number,
      commit_id: where.head,
      event: 'COMMENT',
      body: board.body(steps.length),
      comments: steps.map(commentOf),
    });
    for (const step of steps) board.placed.add(step.fingerprint ?? '');
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.uncertain) return lookAndPost(board, steps, again, error);
    if (error.status === 422 && isPending(error)) return clearAndPost(board, steps, again, error);
    if (error.status === 422) return halve(board, steps, error);
    refuse(board, steps, error.reasons[0] ?? error.message);
    if (error.status !== 403 && error.status !== 404 && error.status !== 401) return undefined;
    return { what: 'review', ...(error.accepted ? { accepted: error.accepted } : {}) };
  }
}

async function lookAndPost(
  board: Board,
  steps: readonly Step[],
  again: boolean,
  error: ApiError,
): Promise<Denied | undefined> {
  const { client, where } = board;
  await client.wait(1);
  const seen = await freshTraces(client, where);
  // What cannot be seen may be there: a comment that is made twice is worse than one that stands in the check.
  const known = 'traces' in seen ? seen.traces.threads.filter(({ fixed }) => fixed === undefined) : [];
  const there = new Set(known.map((each) => each.fingerprint));
  const missing = steps.filter((step) => !there.has(step.fingerprint ?? ''));
  for (const step of steps) if (!missing.includes(step)) board.placed.add(step.fingerprint ?? '');
  if (again && 'traces' in seen) return post(board, missing, false);
  refuse(board, missing, error.message);
  return undefined;
}

/** A run that broke off left a review unpublished, and GitHub takes no other beside it: ours goes, then once more. */
async function clearAndPost(
  board: Board,
  steps: readonly Step[],
  again: boolean,
  error: ApiError,
): Promise<Denied | undefined> {
  const { client, where } = board;
  const seen = again ? await freshTraces(client, where) : undefined;
  const leftovers = seen && 'traces' in seen ? seen.traces.pending : [];
  if (leftovers.length > 0) {
    const drops = leftovers.map((id) => ({ kind: 'drop review', id }) as const);
    const { denied } = await makeChanges(client, where, drops);
    return denied[0] ?? post(board, steps, false);
  }
  refuse(board, steps, error.reasons[0] ?? error.message);
  return undefined;
}

async function halve(board: Board, steps: readonly Step[], error: ApiError): Promise<Denied | undefined> {
  if (steps.length === 1) {
    refuse(board, steps, error.reasons[0] ?? error.message);
    return undefined;
  }
  const middle = steps.length >> 1;
  for (const half of [steps.slice(0, middle), steps.slice(middle)]) {
    // Reviews close upon each other are refused as spam.
    await board.client.wait(1);
    const denied = await post(board, half, true);
    if (denied) return denied;
  }
  return undefined;
}

/** A pending review of the same account keeps all others out; halving would not help. */
function isPending(error: ApiError): boolean {
  return [error.message, ...error.reasons].some((reason) => /pending review/i.test(reason));
}

function refuse(board: Board, steps: readonly Step[], reason: string): void {
  for (const step of steps) board.refused.set(step.fingerprint ?? '', reason);
}

function commentOf({ path, anchor, body }: Step): Record<string, unknown> {
  const { line, startLine } = anchor ?? { line: 1 };
  const start = startLine === undefined || startLine >= line ? {} : { start_line: startLine, start_side: 'RIGHT' };
  return { path, body, line, side: 'RIGHT', ...start };
}
