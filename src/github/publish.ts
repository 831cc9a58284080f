import type { Plan, Step } from '../types/review.ts';
import { changesOf, makeChanges } from './changes.ts';
import { ApiError, type Client } from './client.ts';
import type { OwnCheck } from './own-check.ts';
import type { Denied } from './permissions.ts';
import { type Housed, rehouse } from './placement.ts';
import { planSummary } from './plan.ts';
import { type CheckText, checkDigest, furtherNotes, NOTES_A_REQUEST, postCheck } from './post-check.ts';
import { postReview } from './post-review.ts';
import type { Change } from './queries.ts';
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

/** The texts, made when it is known what became of the comments. */
export interface Texts {
  readonly review: (comments: number) => string;
  readonly check: (outcome: Outcome) => CheckText;
  /** Nothing: there shall be no summary. */
  readonly summary: (outcome: Outcome) => string | undefined;
}

export interface Work {
  readonly client: Client;
  readonly where: Where;
  /** Node of the repository. */
  readonly repositoryId: string;
  readonly plan: Plan;
  readonly housed: readonly Housed[];
  readonly traces: Traces | undefined;
  readonly check: OwnCheck | undefined;
  readonly annotations: boolean;
  /** A summary comment is wanted, or a leftover one is to go. */
  readonly summary: boolean;
  /** The token is known to read only after one refusal: a fork's. */
  readonly readOnlyLikely: boolean;
  readonly texts: Texts;
}

export interface Published extends Outcome {
  readonly summaryUrl?: string;
  /** Findings whose annotation did not come to be. */
  readonly unannotated: readonly Housed[];
}

/** Carries a plan out: review, check, then all else in one request. Never throws for GitHub's sake. */
export async function publish(work: Work): Promise<Published> {
  const denied: Denied[] = [];
  const failed: string[] = [];
  let housed = work.housed;
  const outcome = (): Outcome => ({ housed, denied, failed, ...(checkId === undefined ? {} : { checkId }) });
  let checkId: number | undefined;
  const stop = () => work.readOnlyLikely && denied.length > 0;

  const pending = work.plan.steps.filter(({ action, what }) => action === 'delete' && what === 'review');
  const dropped =
    pending.length > 0
      ? await tried(() => makeChanges(work.client, work.where, changesOf(pending)), failed)
      : undefined;
  denied.push(...(dropped?.denied ?? []));
  failed.push(...(dropped?.failed ?? []));
  const fresh = work.plan.steps.filter(({ action, what }) => action === 'create' && what === 'line comment');
  let reviewed = false;
  if (fresh.length > 0) {
    const posted = await tried(() => postReview(work.client, work.where, fresh, work.texts.review), failed);
    const reason = (fingerprint: string) => posted?.refused.get(fingerprint) ?? 'GitHub gave no answer';
    const lost = new Set(fresh.map(({ fingerprint = '' }) => fingerprint).filter((name) => !posted?.placed.has(name)));
    reviewed = (posted?.placed.size ?? 0) > 0;
    if (posted?.denied) denied.push(posted.denied);
    else if (posted && lost.size > 0)
      failed.push(`GitHub refused ${lost.size} line comments: ${reason([...lost][0]!)}`);
    housed = housed.map((each) =>
      lost.has(each.fingerprint) && !each.thread ? rehouse(each, work.annotations, reason(each.fingerprint)) : each,
    );
  }

  const text = work.texts.check(outcome());
  let changes: Change[] = [];
  let noted = text.notes.length;
  if (work.check?.externalId === checkDigest(text)) checkId = work.check.number;
  else if (!stop()) {
    const posted = await tried(() => postCheck(work.client, { ...work.where }, text), failed);
    checkId = posted?.number;
    noted = posted?.noted ?? 0;
    if (posted?.denied) denied.push(posted.denied);
    if (posted?.failed) failed.push(`GitHub refused the check: ${posted.failed}`);
    if (posted?.id && noted < text.notes.length) {
      const inputs = furtherNotes(work.repositoryId, { id: posted.id, noted }, text);
      changes = inputs.map((input) => ({ kind: 'annotate', input }));
    }
  } else noted = 0;

  const rest = work.plan.steps.filter((step) => !pending.includes(step));
  const summary = work.summary && !stop() ? planSummary(work.traces, work.texts.summary(outcome())) : [];
  const batch = [...changes, ...(stop() ? [] : changesOf(rest)), ...changesOf(summary)];
  const changed = batch.length > 0 ? await tried(() => makeChanges(work.client, work.where, batch), failed) : undefined;
  denied.push(...(changed?.denied ?? []));
  failed.push(...(changed?.failed ?? []));
  if (changes.length > 0 && changed && changed.unnoted === 0) noted = text.notes.length;
  else if (changes.length > 0) noted = NOTES_A_REQUEST;
  if (reviewed || summary.some(({ action }) => action === 'create')) {
    await tried(() => removeTwins(work, changed?.after, summary), failed);
  }
  const url = changed?.summaryUrl ?? (work.summary ? work.traces?.summaries[0]?.url : undefined);
  const notes = housed.filter(({ home }) => home === 'annotation');
  return { ...outcome(), unannotated: notes.slice(noted), ...(url === undefined ? {} : { summaryUrl: url }) };
}

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
