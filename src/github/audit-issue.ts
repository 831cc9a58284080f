/** The one issue that the audit of a whole tree keeps: found again, made, rewritten, closed and reopened. */
import { createHash } from 'node:crypto';
import type { Day } from '../types/place.ts';
import type { Plan, Step } from '../types/review.ts';
import { ApiError, type Client } from './client.ts';
import type { Repository } from './files.ts';
import { markOf, sameText, withMark } from './markers.ts';
import { nextOf, nodesOf, type Page, refusedBelow } from './pages.ts';
import type { Denied } from './permissions.ts';
import { AUDITS, PAGE_SIZE, ROUTES } from './requests.ts';

/** By this label the next run finds the issue: titles and searches are not exact. */
export const AUDIT_LABEL = 'jd-review-audit';

/** An issue of an audit of ours. */
export interface AuditIssue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  /** A person wants no more of it. */
  readonly unwanted: boolean;
  /** By short name of a path the day that its pay was listed first. */
  readonly since: ReadonlyMap<string, Day>;
}

/** What an issue shall say; nothing where there is nothing to list. */
export interface AuditText {
  readonly title: string;
  readonly body: string;
  readonly clean: boolean;
}

/** Short name of a path in the mark of an issue. */
export function shortName(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 10);
}

interface Node {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly viewerDidAuthor: boolean;
}

/** The issues of earlier audits, oldest first; those closed as another's twin are left out. Throws an {@link ApiError}. */
export async function auditIssues(client: Client, { owner, repo }: Repository): Promise<readonly AuditIssue[]> {
  const found: AuditIssue[] = [];
  let after: string | undefined;
  do {
    const asked = { owner, name: repo, label: AUDIT_LABEL, size: PAGE_SIZE, after: after ?? null };
    const { data, errors } = await client.query(AUDITS, asked);
    const page = (data as { repository?: { issues?: Page<Node> } | null } | null)?.repository?.issues;
    if (!page?.nodes) {
      const refused = refusedBelow(errors, 'repository', 'issues');
      const reason = errors[0]?.message ?? 'it gave no answer';
      throw new ApiError(reason, refused ? 403 : 0, false, refused ? 'issues=read' : undefined);
    }
    for (const { number, url, title, body, state, stateReason, viewerDidAuthor } of nodesOf(page)) {
      const mark = viewerDidAuthor && stateReason !== 'DUPLICATE' ? markOf(body) : undefined;
      if (mark?.kind !== 'audit') continue;
      const unwanted = state !== 'OPEN' && stateReason === 'NOT_PLANNED';
      found.push({ number, url, title, body, open: state === 'OPEN', unwanted, since: mark.since });
    }
    after = nextOf(page);
  } while (after !== undefined);
  return found;
}

/** Of several issues the one that goes on: the oldest open one, else the one closed last. */
export function goesOn(issues: readonly AuditIssue[]): AuditIssue | undefined {
  return issues.find(({ open }) => open) ?? issues.at(-1);
}

/** What is done with the issue. Pure: a dry run prints it, {@link keepIssue} carries it out. */
export function planIssue(issues: readonly AuditIssue[], text: AuditText): Plan {
  const one = goesOn(issues);
  const twins = issues.filter(({ open, number }) => open && number !== one?.number);
  const steps = twins.map((twin): Step => step('close', twin, 'a second issue of the audit', { twin: true }));
  if (!one) {
    if (text.clean) steps.push({ action: 'skip', what: 'issue', at: text.title, reason: 'there is nothing to list' });
    else steps.push({ action: 'create', what: 'issue', at: text.title, reason: 'the first audit', body: text.body });
  } else if (one.unwanted) steps.push(step('skip', one, 'a person closed it as not planned: left alone'));
  else if (text.clean && one.open) steps.push(step('close', one, 'there is nothing to list any more', text));
  else if (text.clean) steps.push(step('keep', one, 'closed, and there is nothing to list'));
  else if (!one.open) steps.push(step('reopen', one, 'there is something to list again', text));
  else if (sameText(one.body, text.body)) steps.push(step('keep', one, 'says the same already'));
  else steps.push(step('update', one, 'its words have changed', text));
  return { steps };
}

function step(
  action: Step['action'],
  { number }: AuditIssue,
  reason: string,
  { body, twin }: { readonly body?: string; readonly twin?: true } = {},
): Step {
  const more = { ...(body === undefined ? {} : { body }), ...(twin ? { twin } : {}) };
  return { action, what: 'issue', at: `#${number}`, reason, number, ...more };
}

/** A text with the days that the next audit goes on from. */
export function withDays(text: string, since: ReadonlyMap<string, Day>): string {
  return withMark(text, { kind: 'audit', since: new Map([...since].map(([path, day]) => [shortName(path), day])) });
}

export interface IssueKept {
  readonly url?: string;
  readonly denied: readonly Denied[];
  readonly failed: readonly string[];
}

/** Carries the plan out. Of two runs at once that both made an issue, the older issue stays. Never throws for GitHub's sake. */
export async function keepIssue(
  client: Client,
  repository: Repository,
  issues: readonly AuditIssue[],
  text: AuditText,
): Promise<IssueKept> {
  const denied: Denied[] = [];
  const failed: string[] = [];
  let url = goesOn(issues)?.url;
  const { steps } = planIssue(issues, text);
  for (const each of steps) {
    try {
      url = (await carryOut(client, repository, each, text)) ?? url;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { status, accepted, reasons, message } = error;
      if ([401, 403, 404].includes(status)) denied.push({ what: 'issue', ...(accepted ? { accepted } : {}) });
      else if (status === 410)
        failed.push(
          'This repository has issues switched off: turn them on in its settings, or set audit-issue to false.',
        );
      else failed.push(`GitHub refused the issue: ${reasons[0] ?? message}`);
      // The answer was lost and the issue may be there: made again it would stand twice.
      if (error.uncertain) failed.push('The next audit goes on from what stands there.');
    }
  }
  if (steps.some(({ action }) => action === 'create')) {
    const now = await auditIssues(client, repository).catch(() => []);
    const [oldest, ...others] = now.filter(({ open }) => open);
    for (const other of others) await closeTwin(client, repository, other.number).catch(() => undefined);
    url = oldest?.url ?? url;
    if (!oldest && denied.length === 0 && failed.length === 0) {
      failed.push(
        `GitHub dropped the label of the new issue. Give it the label ${AUDIT_LABEL}, so that the next audit finds it.`,
      );
    }
  }
  return { ...(url === undefined ? {} : { url }), denied, failed };
}

/** Does one step; gives the address of what it wrote. */
async function carryOut(
  client: Client,
  repository: Repository,
  { action, number = 0, twin }: Step,
  { title, body }: AuditText,
): Promise<string | undefined> {
  const change = (fields: Readonly<Record<string, unknown>>) =>
    client.write(ROUTES.changeIssue, { ...repository, issue_number: number, title, body, ...fields });
  const written = ({ data }: { data: unknown }) => (data as { html_url?: string }).html_url;
  if (twin) await closeTwin(client, repository, number);
  else if (action === 'create')
    return written(await client.write(ROUTES.newIssue, { ...repository, title, body, labels: [AUDIT_LABEL] }));
  else if (action === 'update') return written(await change({}));
  else if (action === 'close') return written(await change({ state: 'closed', state_reason: 'completed' }));
  else if (action === 'reopen') return written(await change({ state: 'open', state_reason: 'reopened' }));
  return undefined;
}

function closeTwin(client: Client, repository: Repository, number: number): Promise<unknown> {
  const fields = { state: 'closed', state_reason: 'duplicate' };
  return client.write(ROUTES.changeIssue, { ...repository, issue_number: number, ...fields });
}
