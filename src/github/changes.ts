import type { Step } from '../types/review.ts';
import { ApiError, type Client, type GraphAnswer } from './client.ts';
import { sameText } from './markers.ts';
import { findCheck, type OwnCheck } from './own-check.ts';
import { cutBelow } from './pages.ts';
import type { Denied } from './permissions.ts';
import { type Change, changesMutation } from './requests.ts';
import type { GraphPull, Traces } from './threads.ts';
import { freshTraces, readTraces, type Where } from './traces.ts';

/** Changes in one request at most. */
const BATCH = 100;

export interface Changed {
  /** Traces as they are after the changes, where an answer held them. */
  readonly after?: Traces;
  readonly summaryUrl?: string;
  readonly denied: readonly Denied[];
  /** What GitHub refused, in words. */
  readonly failed: readonly string[];
  /** Inputs of annotations that were not taken. */
  readonly unnoted: number;
}

/** What the steps of a plan change on comments that stand, and on the summary; new line comments are a review's. */
export function changesOf(steps: readonly Step[]): readonly Change[] {
  return steps.flatMap((step): readonly Change[] => {
    const { id = '', body = '', thread } = step;
    if (step.what === 'summary') {
      if (step.action === 'create') return [{ kind: 'add summary', pull: id, body }];
      if (step.action === 'update') return [{ kind: 'edit summary', id, body }];
      return step.action === 'delete' ? [{ kind: 'remove summary', id }] : [];
    }
    if (step.what === 'review') return [{ kind: step.action === 'delete' ? 'drop review' : 'hide', id }];
    if (step.what !== 'line comment') return [];
    if (step.action === 'delete') return [{ kind: 'remove', id }];
    if (step.action === 'update') {
      return [{ kind: 'edit', id, body }, ...(thread ? [{ kind: 'unresolve', thread } as const] : [])];
    }
    if (step.action !== 'resolve') return [];
    return [{ kind: 'strike', id, body }, ...(thread ? [{ kind: 'resolve', thread } as const] : [])];
  });
}

/** Makes changes, a hundred in one request, in order; the summary's belong last. Nothing is done twice. */
export async function makeChanges(client: Client, where: Where, changes: readonly Change[]): Promise<Changed> {
  let result: Changed = { denied: [], failed: [], unnoted: 0 };
  for (let from = 0; from < changes.length; from += BATCH) {
    const part = await makeBatch(client, where, changes.slice(from, from + BATCH), true);
    result = {
      ...result,
      ...part,
      denied: [...result.denied, ...part.denied],
      failed: [...result.failed, ...part.failed],
      unnoted: result.unnoted + part.unnoted,
    };
  }
  return result;
}

async function makeBatch(client: Client, where: Where, changes: readonly Change[], again: boolean): Promise<Changed> {
  if (changes.length === 0) return { denied: [], failed: [], unnoted: 0 };
  const { document, variables } = changesMutation(changes);
  let answer: GraphAnswer;
  try {
    answer = await client.mutate(document, variables);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.uncertain) {
      await client.wait(1);
      const fresh = await freshTraces(client, where);
      const check = changes.some(({ kind }) => kind === 'annotate') ? await findCheck(client, where) : undefined;
      if (again && 'traces' in fresh) {
        return makeBatch(client, where, stillToDo(changes, fresh.traces, check), false);
      }
    }
    const unnoted = changes.filter(({ kind }) => kind === 'annotate').length;
    if (error.status === 403 || error.status === 401) {
      return { denied: [{ what: 'line comments', ...accepted(error) }], failed: [], unnoted };
    }
    return { denied: [], failed: [error.message], unnoted };
  }
  return read(client, where, changes, answer);
}

const accepted = ({ accepted }: ApiError) => (accepted === undefined ? {} : { accepted });

type Data = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;

async function read(
  client: Client,
  where: Where,
  changes: readonly Change[],
  { data, errors }: GraphAnswer,
): Promise<Changed> {
  const denied: Denied[] = [];
  const failed: string[] = [];
  for (const { type, path, message } of errors) {
    const change = changes[Number(String(path?.[0] ?? '').slice(1))];
    // Resolving takes a right that most tokens lack: the struck text says it then. What is gone needs nothing.
    if (change?.kind === 'resolve' || change?.kind === 'hide' || type === 'NOT_FOUND') continue;
    if (type === 'FORBIDDEN') denied.push({ what: writeOf(change) });
    else failed.push(message);
  }
  const answers = (data ?? {}) as Data;
  let unnoted = 0;
  let after: Traces | undefined;
  let summaryUrl: string | undefined;
  for (const [at, change] of changes.entries()) {
    const payload = answers[`m${at}`];
    if (change.kind === 'annotate' && !payload?.checkRun) unnoted++;
    const comment = (
      change.kind === 'add summary'
        ? (payload?.commentEdge as { node?: { url: string } } | undefined)?.node
        : payload?.issueComment
    ) as { url?: string } | undefined;
    summaryUrl = comment?.url ?? summaryUrl;
    const pull = (
      change.kind === 'add summary'
        ? payload?.subject
        : (payload?.issueComment as { pullRequest?: unknown } | undefined)?.pullRequest
    ) as GraphPull | undefined;
    if (!pull) continue;
    const seen = await readTraces(client, where, { pull, viewer: '', cut: cutBelow(errors, `m${at}`) });
    if ('traces' in seen) after = seen.traces;
  }
  return {
    denied,
    failed,
    unnoted,
    ...(after ? { after } : {}),
    ...(summaryUrl === undefined ? {} : { summaryUrl }),
  };
}

function writeOf(change: Change | undefined): string {
  if (change?.kind === 'annotate') return 'check';
  if (change?.kind === 'drop review') return 'review';
  return change?.kind.endsWith('summary') ? 'summary' : 'line comments';
}

/** The changes that a lost request did not make. */
function stillToDo(changes: readonly Change[], traces: Traces, check: OwnCheck | undefined): readonly Change[] {
  let notes = check?.annotations ?? 0;
  // biome-ignore lint/suspicious/useIterableCallbackReturn: the switch covers every kind, as the compiler checks
  return changes.flatMap((change): readonly Change[] => {
    const thread = traces.threads.find((each) =>
      'thread' in change ? each.id === change.thread : 'id' in change && each.comment === change.id,
    );
    const summary = traces.summaries.find((each) => 'id' in change && each.id === change.id);
    switch (change.kind) {
      case 'strike':
      case 'edit':
        return thread && !sameText(thread.body, change.body) ? [change] : [];
      case 'remove':
        return thread ? [change] : [];
      case 'resolve':
        return thread && !thread.resolved ? [change] : [];
      case 'unresolve':
        return thread?.resolved ? [change] : [];
      case 'add summary': {
        const [first] = traces.summaries;
        if (!first) return [change];
        return sameText(first.body, change.body) ? [] : [{ kind: 'edit summary', id: first.id, body: change.body }];
      }
      case 'edit summary':
        return summary && !sameText(summary.body, change.body) ? [change] : [];
      case 'remove summary':
        return summary ? [change] : [];
      case 'hide':
        return traces.reviews.some(({ id, hidden }) => id === change.id && !hidden) ? [change] : [];
      case 'drop review':
        return traces.pending.includes(change.id) ? [change] : [];
      case 'annotate': {
        // The first fifty came with the check; each change that was made has added its own.
        const count = ((change.input.output as { annotations: readonly unknown[] }).annotations ?? []).length;
        const made = notes >= 50 + count;
        if (made) notes -= count;
        return made ? [] : [change];
      }
    }
  });
}
