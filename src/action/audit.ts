/** The audit of a whole tree: what it finds, kept in one issue. */
import { auditOf, isClean } from '../audit.ts';
import {
  type AuditIssue,
  auditIssues,
  goesOn,
  keepIssue,
  planIssue,
  shortName,
  withDays,
} from '../github/audit-issue.ts';
import { ApiError, type Client } from '../github/client.ts';
import type { Repository } from '../github/files.ts';
import { AUDIT_TITLE, renderAudit } from '../render/audit.ts';
import { LIMITS } from '../render/budget.ts';
import type { Day } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import type { Review } from '../types/review.ts';
import type { Inputs } from './inputs.ts';
import { type Core, say, warn, writeJobSummary } from './local.ts';
import { refusalNotes } from './reasons.ts';

export interface Auditing {
  readonly core: Core;
  readonly client: Client;
  readonly repository: Repository;
  readonly inputs: Inputs;
  readonly review: Review;
  readonly policy: Policy;
  readonly today: Day;
  readonly head: string;
  /** `GITHUB_SERVER_URL`. */
  readonly server: string;
  readonly event: string;
  /** GitHub did not list all files: what is not seen may not pass for mended. */
  readonly partial: boolean;
  /** File of the job summary. */
  readonly jobSummary: string | undefined;
}

/** Bytes kept free for the mark: a name and a day for each of at most 400 paths. */
const MARK_ROOM = 10_000;

/** Says what the audit found in job summary and issue. */
export async function keepAudit(run: Auditing): Promise<void> {
  const { core, client, repository, inputs, policy, today, head, server, jobSummary } = run;
  const { issues, notes } = await known(run);
  const { since = new Map<string, Day>() } = goesOn(issues) ?? {};
  const audit = auditOf(run.review, policy, today, (path) => since.get(shortName(path)));
  const { owner, repo } = repository;
  const place = {
    today,
    head,
    files: `${server}/${owner}/${repo}/blob/${head}`,
    showBands: policy.settings.showBands,
  };
  writeJobSummary(jobSummary, renderAudit(audit, place, LIMITS.job / 2));

  const clean = isClean(audit);
  if (notes.length > 0) return tell(run, notes);
  if (clean && run.partial)
    return tell(run, ['GitHub did not list all files, so the issue of the audit is left as it is.']);
  const days = new Map(audit.behind.map(({ review, since: day }) => [review.posting.path, day]));
  const body = withDays(renderAudit(audit, place, LIMITS.comment - MARK_ROOM), days);
  const text = { title: AUDIT_TITLE, body, clean };
  for (const { action, what, at, reason } of planIssue(issues, text).steps)
    say(core, `${action} ${what} ${at}: ${reason}`);
  if (inputs.dryRun) return say(core, 'This is a dry run: the issue was not written.');
  const { url, denied, failed } = await keepIssue(client, repository, issues, text);
  if (url) core.setOutput('issue-url', url);
  tell(run, refusalNotes({ fork: false, event: run.event }, { denied, failed }));
}

/** The issues of earlier audits, or why they are not known: a second one might be made. */
async function known({ client, repository, event }: Auditing): Promise<{
  readonly issues: readonly AuditIssue[];
  readonly notes: readonly string[];
}> {
  try {
    return { issues: await auditIssues(client, repository), notes: [] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const refused = error.status === 403;
    const denied = refused ? [{ what: 'issue', accepted: 'issues=write' }] : [];
    const failed = refused ? [] : [`The issue of the audit was left as it is: ${error.message}.`];
    return { issues: [], notes: refusalNotes({ fork: false, event }, { denied, failed }) };
  }
}

function tell({ core, jobSummary }: Auditing, notes: readonly string[]): void {
  warn(core, notes);
  if (notes.length > 0) writeJobSummary(jobSummary, notes.map((note) => `\n${note}`).join('\n'));
}
