import type { Plan, Step } from '../types/review.ts';
import { changesOf, makeChanges } from './changes.ts';
import { ApiError, type Client } from './client.ts';
import type { OwnCheck } from './own-check.ts';
import type { Denied } from './permissions.ts';
import { type Housed, rehouse } from './placement.ts';
import { furtherNotes, NOTES_A_REQUEST, postCheck } from './post-check.ts';
import { postReview } from './post-review.ts';
import type { Change } from './requests.ts';
import type { Traces } from './threads.ts';
import { freshTraces, type Where } from './traces.ts';

/** What GitHub shows after a run, and what it would not take. */
export interface Outcome {
  /** Findings with the homes that they have in the end. */
  readonly housed: readonly Housed[];
  /** Of the check's page. */
  readonly checkId?: number;
  readonly denied: readonly Denied[];
  /** Why something is not there, in words. */
  readonly failed: readonly string[];
}

export interface Work {
  readonly client: Client;
  readonly where: Where;
  /** Node of the repository. */
  readonly repositoryId: string;
  readonly housed: readonly Housed[];
  /** The whole plan, from what is known of GitHub's answers so far. */
  readonly plan: (outcome: Outcome) => Plan;
  /** Text of a review with so many line comments. */
  readonly reviewText: (comments: number) => string;
  readonly traces: Traces | undefined;
  readonly check: OwnCheck | undefined;
  readonly annotations: boolean;
  /** The token is known to read only after one refusal: a fork's. */
  readonly readOnlyLikely: boolean;
}

export interface Published extends Outcome {
  readonly summaryUrl?: string;
  /** Findings whose annotation did not come to be. */
  readonly unannotated: readonly Housed[];
}

/** Carries a plan out: review, check, then all else in one request. Never throws for GitHub's sake. */
export async function publish(work: Work): Promise<Published> {
  const { client, where } = work;
  const denied: Denied[] = [];
  const failed: string[] = [];
  let housed = work.housed;
  let checkId: number | undefined;
  const outcome = (): Outcome => ({ housed, denied, failed, ...(checkId === undefined ? {} : { checkId }) });
  const stop = () => work.readOnlyLikely && denied.length > 0;
  const change = async (changes: readonly Change[]) => {
    const changed = changes.length > 0 ? await tried(() => makeChanges(client, where, changes), failed) : undefined;
    denied.push(...(changed?.denied ?? []));
    failed.push(...(changed?.failed ?? []));
    return changed;
  };

  const { steps } = work.plan(outcome());
  await change(changesOf(steps.filter(isLeftover)));
  const fresh = steps.filter(({ action, what }) => action === 'create' && what === 'line comment');
  const posted =
    fresh.length > 0 ? await tried(() => postReview(client, where, fresh, work.reviewText), failed) : undefined;
  const lost = new Set(fresh.map(({ fingerprint = '' }) => fingerprint).filter((name) => !posted?.placed.has(name)));
  const reason = (name: string) => posted?.refused.get(name) ?? 'GitHub gave no answer';
  if (posted?.denied) denied.push(posted.denied);
  else if (posted && lost.size > 0) failed.push(`GitHub refused ${lost.size} line comments: ${reason([...lost][0]!)}`);
  housed = housed.map((each) =>
    lost.has(each.fingerprint) && !each.thread ? rehouse(each, work.annotations, reason(each.fingerprint)) : each,
  );

  const text = work.plan(outcome()).steps.find(({ what }) => what === 'check')?.check;
  let noted = text ? 0 : Number.POSITIVE_INFINITY;
  let further: Change[] = [];
  if (!text) checkId = work.check?.number;
  else if (!stop()) {
    const made = await tried(() => postCheck(client, where, text), failed);
    checkId = made?.number;
    noted = made?.noted ?? 0;
    if (made?.denied) denied.push(made.denied);
    if (made?.failed) failed.push(`GitHub refused the check: ${made.failed}`);
    if (made?.id && noted < text.notes.length) {
      const inputs = furtherNotes(work.repositoryId, { id: made.id, noted }, text);
      further = inputs.map((input) => ({ kind: 'annotate', input }));
    }
  }

  const rest = stop() ? [] : work.plan(outcome()).steps.filter((step) => !isLeftover(step));
  const changed = await change([...further, ...changesOf(rest)]);
  if (further.length > 0) noted = changed?.unnoted === 0 ? Number.POSITIVE_INFINITY : NOTES_A_REQUEST;
  const summaries = rest.filter(({ what }) => what === 'summary');
  if (posted?.placed.size || summaries.some(({ action }) => action === 'create')) {
    await tried(() => removeTwins(work, changed?.after, summaries), failed);
  }
  const kept = summaries.some(({ action }) => action !== 'delete') ? work.traces?.summaries[0]?.url : undefined;
  const url = changed?.summaryUrl ?? kept;
  const notes = housed.filter(({ home }) => home === 'annotation');
  // Faults of files come before the findings among the annotations.
  const before = (text?.notes.length ?? notes.length) - notes.length;
  return {
    ...outcome(),
    unannotated: notes.slice(Math.max(0, noted - before)),
    ...(url === undefined ? {} : { summaryUrl: url }),
  };
}

/** A pending review of ours goes before anything else. */
const isLeftover = ({ action, what }: Step) => action === 'delete' && what === 'review';

/** Does something that GitHub may refuse or not answer; then says so and goes on. */
async function tried<Value>(work: () => Promise<Value>, failed: string[]): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    failed.push(error.message);
    return undefined;
  }
}

/**
 * Two runs at once may both have written: the oldest summary and the oldest comment of a finding stay. Both runs see
 * the same order, so they remove the same ones.
 */
async function removeTwins(work: Work, after: Traces | undefined, summary: readonly Step[]): Promise<void> {
  const now = after ? { traces: after } : await freshTraces(work.client, work.where);
  if (!('traces' in now)) return;
  const { traces } = now;
  const changes: Change[] = [];
  const seen = new Set<string>();
  for (const thread of [...traces.threads].sort((a, b) => a.number - b.number)) {
    if (thread.fixed !== undefined || thread.resolved) continue;
    if (seen.has(thread.fingerprint) && !thread.answered) changes.push({ kind: 'remove', id: thread.comment });
    seen.add(thread.fingerprint);
  }
  const written = summary.find(({ body }) => body !== undefined)?.body;
  const [oldest, ...others] = traces.summaries;
  for (const other of others) changes.push({ kind: 'remove summary', id: other.id });
  if (oldest && others.length > 0 && written !== undefined && oldest.body !== written) {
    changes.push({ kind: 'edit summary', id: oldest.id, body: written });
  }
  if (changes.length > 0) await makeChanges(work.client, work.where, changes);
}
