import type { Client } from '../github/client.ts';
import type { DiffLines } from '../github/diff.ts';
import { fingerprints } from '../github/fingerprint.ts';
import { type Seen, withMark } from '../github/markers.ts';
import { type Housed, house } from '../github/placement.ts';
import { planOf } from '../github/plan.ts';
import { checkDigest } from '../github/post-check.ts';
import { type Outcome, type Published, publish } from '../github/publish.ts';
import type { Where } from '../github/traces.ts';
import type { Approval, Left, PolicyChange } from '../render/approval.ts';
import { LIMITS } from '../render/budget.ts';
import { renderCheck } from '../render/check.ts';
import { struckComment } from '../render/comment.ts';
import { renderSummary } from '../render/summary.ts';
import type { Severity } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import type { CheckText, Plan } from '../types/review.ts';
import { commentWords, notesOf, reviewBody } from './comment-text.ts';
import type { Inputs } from './inputs.ts';
import type { Verdicts } from './judge.ts';
import type { Look } from './look.ts';
import { refusalNotes } from './reasons.ts';

/** All that the texts and the plan are made of. */
export interface Delivery {
  readonly inputs: Inputs;
  readonly verdicts: Verdicts;
  readonly look: Look;
  readonly where: Where;
  readonly diffs: ReadonlyMap<string, DiffLines>;
  /** Where postings were that moved since they were commented on. */
  readonly moves: ReadonlyMap<string, string>;
  readonly showBands: boolean;
  readonly policy: Policy | undefined;
  readonly base: string | undefined;
  readonly policyChange: PolicyChange | undefined;
  /** Paths that are postings were touched, readable or not. */
  readonly touched: boolean;
  readonly empty: string;
  /** Markdown of the change outside the folders of postings. */
  readonly outside: readonly string[];
  /** Postings that the change renames to what is no posting. */
  readonly left: readonly Left[];
  readonly notes: readonly string[];
  readonly fork: boolean;
  readonly event: string;
  /** `GITHUB_SERVER_URL`. */
  readonly server: string;
}

export interface Prepared {
  readonly housed: readonly Housed[];
  /** Everything that will be done, from what is known of GitHub's answers so far. */
  readonly plan: (outcome: Outcome) => Plan;
  /** What the texts for the approver are made of. */
  readonly approval: (outcome: Outcome) => Approval;
}

/** Nothing has been refused, and nothing made yet. */
export const asPlanned = (housed: readonly Housed[]): Outcome => ({ housed, denied: [], failed: [] });

/**
 * Gives every finding its home, words the comments and plans what is done. Writes nothing. `most`: the run can only print
 * annotations, as many of each severity.
 */
export function prepare(delivery: Delivery, most?: Readonly<Record<Severity, number>>): Prepared {
  const { inputs, verdicts, look, diffs, policy, where } = delivery;
  const findings = verdicts.review.postings.flatMap((each) => each.findings);
  const comments = inputs.comment === 'review' && look.traces !== undefined && most === undefined;
  const housed = house(findings, fingerprints(findings, delivery.moves), {
    diffs,
    threads: look.traces?.threads ?? [],
    comments,
    annotations: inputs.annotations,
    ...(most ? { mostAnnotations: most } : {}),
    maxComments: inputs.maxComments,
  });
  const words = policy ? commentWords(housed, verdicts, policy, diffs) : new Map();
  const seen = seenOf(delivery, housed);
  const approval = (outcome: Outcome): Approval => approvalOf(delivery, outcome);
  const summary = (outcome: Outcome) => {
    if (!delivery.touched) return undefined;
    const text = renderSummary(approval(outcome), LIMITS.comment - MARK_ROOM);
    return withMark(text, { kind: 'summary', head: where.head, seen });
  };
  const plan = (outcome: Outcome): Plan => {
    const text = checkText(delivery, outcome);
    // A check that says the same already is the one that the summary links to.
    const standing = look.check?.externalId === checkDigest(text) ? { checkId: look.check.number } : {};
    const comment = {
      housed: outcome.housed,
      words,
      traces: look.traces,
      head: where.head,
      struck: ({ body }: { body: string }) => struckComment(body, where.head),
      cleanUp: !delivery.touched,
      comments,
    };
    const check = { name: inputs.checkName, own: look.check, text };
    return planOf(comment, {
      check,
      summary: summary({ ...standing, ...outcome }),
      summaries: inputs.comment !== 'none',
    });
  };
  return { housed, plan, approval };
}

/** Bytes kept free for the mark: two lists of at most 400 short names. */
const MARK_ROOM = 10_000;
/** What the summary keeps of a fingerprint: enough to tell the findings of one pull request apart. */
const short = (fingerprint: string) => fingerprint.slice(0, 7) + fingerprint.slice(-3);

function approvalOf(delivery: Delivery, outcome: Outcome): Approval {
  const { verdicts, where, showBands, base, policyChange, empty, outside, left, notes, server } = delivery;
  const since = sinceOf(delivery, outcome.housed);
  const { owner, repo } = where.repository;
  return {
    review: verdicts.review,
    shown: outcome.housed.map(({ finding, home, thread }) => ({
      finding,
      home,
      settled: thread !== undefined && (thread.answered || thread.resolvedByPerson),
    })),
    showBands,
    head: where.head,
    files: `${server}/${owner}/${repo}/blob/${where.head}`,
    ...(base ? { base } : {}),
    ...(since ? { since } : {}),
    ...(policyChange ? { policyChange } : {}),
    ...(verdicts.review.postings.length === 0 ? { empty, outside } : {}),
    left,
    notes: [...notes, ...refusalNotes(delivery, outcome)],
    ...(outcome.checkId === undefined ? {} : { checkUrl: `${server}/${owner}/${repo}/runs/${outcome.checkId}` }),
  };
}

function checkText(delivery: Delivery, outcome: Outcome): CheckText {
  const { verdicts, inputs } = delivery;
  // What changes from run to run on one commit stays out, so that a second run finds the check as it is.
  const approval = approvalOf(delivery, asPlanned(outcome.housed));
  const { title, summary, text } = renderCheck(approval);
  return {
    conclusion: verdicts.review.verdict === 'fail' ? 'failure' : 'success',
    title,
    summary,
    ...(text === '' ? {} : { text }),
    notes: inputs.annotations ? notesOf(outcome.housed, verdicts.review.problems) : [],
  };
}

/** What the summary will remember. A second run on one commit remembers the same as the first. */
function seenOf({ look, where }: Delivery, housed: readonly Housed[]): Seen {
  const now = housed.map(({ fingerprint }) => short(fingerprint));
  const mark = look.traces?.summaries[0]?.mark;
  if (!mark) return { now };
  if (mark.head !== where.head) return { now, before: { head: mark.head, findings: mark.seen.now } };
  return { now, ...(mark.seen.before ? { before: mark.seen.before } : {}) };
}

function sinceOf(delivery: Delivery, housed: readonly Housed[]): Approval['since'] {
  const { now, before } = seenOf(delivery, housed);
  if (!before) return undefined;
  const old = new Set(before.findings);
  const current = new Set(now);
  return {
    head: before.head,
    fixed: before.findings.filter((name) => !current.has(name)).length,
    added: now.filter((name) => !old.has(name)).length,
  };
}

/** Carries the plan out. */
export function carryOut(client: Client, delivery: Delivery, { plan, housed }: Prepared): Promise<Published> {
  const { inputs, look, where, fork, event } = delivery;
  return publish({
    client,
    where,
    repositoryId: look.repositoryId,
    housed,
    plan,
    reviewText: (count) => withMark(reviewBody(count), { kind: 'review' }),
    traces: look.traces,
    check: look.check,
    annotations: inputs.annotations,
    readOnlyLikely: fork && event === 'pull_request',
  });
}
