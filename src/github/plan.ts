import type { CheckText, Home, Plan, Step } from '../types/review.ts';
import { type Mark, sameText, withMark } from './markers.ts';
import type { OwnCheck } from './own-check.ts';
import type { Housed } from './placement.ts';
import { checkDigest } from './post-check.ts';
import type { Thread, Traces } from './threads.ts';

/** What a line comment will say, by fingerprint, and where it stands. */
export interface Words {
  readonly body: string;
  readonly anchor?: Housed['anchor'];
}

export interface PlanInput {
  readonly housed: readonly Housed[];
  readonly words: ReadonlyMap<string, Words>;
  /** Absent where there is no pull request, or GitHub does not show it to this token. */
  readonly traces: Traces | undefined;
  readonly head: string;
  /** Text of a comment whose finding is gone. */
  readonly struck: (thread: { body: string }) => string;
  /** No posting is in the pull request any more: own traces go. */
  readonly cleanUp: boolean;
  readonly comments: boolean;
}

/** What a run will say beside its line comments. */
export interface Said {
  /** Name of the check, and the one that stands already. */
  readonly check: { readonly name: string; readonly own: OwnCheck | undefined; readonly text: CheckText };
  /** The summary comment; nothing where there shall be none. */
  readonly summary: string | undefined;
  /** Whether this run speaks in a summary comment at all. */
  readonly summaries: boolean;
}

/**
 * Everything that a run does on GitHub, in the order that it is done: a dry run prints it, `publish` carries it out. Pure.
 * What GitHub refuses on the way changes what is said after it; then the rest is planned anew from what is known.
 */
export function planOf(input: PlanInput, { check, summary, summaries }: Said): Plan {
  const same = check.own?.externalId === checkDigest(check.text);
  const row = ({ finding, reason }: Housed) => ({ at: `${finding.path}:${finding.line}`, reason });
  const at = (home: Home) => input.housed.filter((each) => each.home === home).map(row);
  return {
    steps: [
      ...planComments(input).steps,
      ...at('annotation').map((each): Step => ({ action: same ? 'keep' : 'create', what: 'annotation', ...each })),
      ...at('summary').map((each): Step => ({ action: 'skip', what: 'line comment', ...each })),
      same
        ? { action: 'keep', what: 'check', at: check.name, id: check.own!.id, reason: 'says the same already' }
        : { action: 'create', what: 'check', at: check.name, check: check.text, reason: check.text.title },
      ...(summaries ? planSummary(input.traces, summary) : []),
    ],
  };
}

/** What is done with line comments: a step for each finding's comment and for each comment that stands. Pure. */
export function planComments(input: PlanInput): Plan {
  if (!input.comments || !input.traces) return { steps: [] };
  const steps: Step[] = [];
  const used = new Set<string>();
  for (const housed of input.housed) {
    if (housed.home !== 'comment') continue;
    if (housed.thread) used.add(housed.thread.id);
    steps.push(stepFor(housed, input));
  }
  const listed = new Set(input.housed.map(({ fingerprint }) => fingerprint));
  for (const thread of input.traces.threads) {
    if (!used.has(thread.id)) steps.push(stepWithout(thread, input, listed.has(thread.fingerprint)));
  }
  for (const id of input.traces.pending) {
    const reason = 'a pending review of ours is left over and would keep this one out';
    steps.unshift({ action: 'delete', what: 'review', at: 'pending review', id, reason });
  }
  for (const { id, hidden } of input.cleanUp ? input.traces.reviews : []) {
    if (hidden) continue;
    const reason = 'no posting is left: the review is marked outdated';
    steps.push({ action: 'update', what: 'review', at: 'review', id, reason });
  }
  return { steps };
}

function stepFor(housed: Housed, { words, head }: PlanInput): Step {
  const { finding, fingerprint, thread } = housed;
  const said = words.get(fingerprint);
  const anchor = said?.anchor ?? housed.anchor;
  const base = { what: 'line comment' as const, fingerprint, path: finding.path };
  const body = withMark(said?.body ?? finding.message, { kind: 'finding', fingerprint });
  if (!thread) {
    return {
      ...base,
      action: 'create',
      at: `${finding.path}:${anchor?.line ?? finding.line}`,
      reason: `new finding ${finding.rule}`,
      body,
      ...(anchor ? { anchor } : {}),
    };
  }
  const found = { ...base, at: at(thread), id: thread.comment };
  if (thread.answered) return { ...found, action: 'skip', reason: 'a person answered it: left alone' };
  if (thread.resolvedByPerson) return { ...found, action: 'skip', reason: 'a person resolved it: left alone' };
  if (thread.fixed !== undefined || thread.resolved) {
    const reason = `the finding is back at ${head.slice(0, 7)}`;
    return { ...found, action: 'update', reason, body, ...(thread.resolved ? { thread: thread.id } : {}) };
  }
  if (sameText(thread.body, body)) return { ...found, action: 'keep', reason: 'still so, nothing new to say' };
  return { ...found, action: 'update', reason: 'its words have changed', body };
}

/** A comment of ours that no finding needs. */
function stepWithout(thread: Thread, input: PlanInput, twin: boolean): Step {
  const found = {
    what: 'line comment' as const,
    at: at(thread),
    id: thread.comment,
    fingerprint: thread.fingerprint,
    path: thread.path,
  };
  if (thread.answered) return { ...found, action: 'skip', reason: 'a person answered it: left alone' };
  if (thread.resolvedByPerson) return { ...found, action: 'skip', reason: 'a person resolved it: left alone' };
  if (input.cleanUp) return { ...found, action: 'delete', reason: 'no posting is left in this pull request' };
  if (thread.fixed !== undefined) return { ...found, action: 'keep', reason: 'said to be fixed already' };
  if (twin && !thread.resolved) return { ...found, action: 'delete', reason: 'a second comment for one finding' };
  const mark: Mark = { kind: 'finding', fingerprint: thread.fingerprint, fixed: input.head };
  return {
    ...found,
    action: 'resolve',
    reason: `fixed in ${input.head.slice(0, 7)}`,
    body: withMark(input.struck(thread), mark),
    ...(thread.resolved ? {} : { thread: thread.id }),
  };
}

function at(thread: Thread): string {
  return thread.line === null ? `${thread.path} (outdated)` : `${thread.path}:${thread.line}`;
}

/** What is done with the summary: made, rewritten when its words change, one kept of several, none where there is nothing to say. */
export function planSummary(traces: Traces | undefined, body: string | undefined): readonly Step[] {
  if (!traces) return [];
  const [oldest, ...others] = traces.summaries;
  const base = { what: 'summary' as const, at: 'summary' };
  const steps: Step[] = others.map((other) => ({
    ...base,
    action: 'delete',
    id: other.id,
    reason: 'a second summary of ours',
  }));
  if (body === undefined) {
    if (oldest)
      steps.push({ ...base, action: 'delete', id: oldest.id, reason: 'no posting is left in this pull request' });
    return steps;
  }
  if (!oldest)
    steps.push({ ...base, action: 'create', id: traces.pull, body, reason: 'the first summary of this pull request' });
  else if (sameText(withoutCheck(oldest.body), withoutCheck(body)))
    steps.push({ ...base, action: 'keep', id: oldest.id, reason: 'nothing new to say' });
  else steps.push({ ...base, action: 'update', id: oldest.id, body, reason: 'its words have changed' });
  return steps;
}

/** Two runs at once each made a check of the same content: which of them the summary links to is all one. */
function withoutCheck(body: string): string {
  return body.replace(/\/runs\/\d+\)/, '/runs/)');
}
