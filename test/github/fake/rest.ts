import { commentable } from './diff.ts';
import { LIMITS, NOT_ACCESSIBLE, Refusal } from './refusal.ts';
import {
  type Annotation,
  type Check,
  changedFiles,
  comment,
  type FileRow,
  type Issue,
  type Level,
  mergeBase,
  newId,
  type Pull,
  pullFiles,
  type Scope,
  type Thread,
  type Token,
  type World,
} from './state.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly world: World;
  readonly token: Token;
  readonly id: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly origin: string;
}

const RANK: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 };

/** Refuses a token without one of the permissions; reading a public repository takes none. */
export function demand(
  call: Pick<Call, 'world' | 'token'>,
  level: 'read' | 'write',
  ...scopes: readonly Scope[]
): void {
  if (level === 'read' && !call.world.private) return;
  if (scopes.some((scope) => RANK[call.token.permissions[scope]] >= RANK[level])) return;
  const accepted = scopes.map((scope) => `${scope}=${level}`).join('; ');
  throw new Refusal(403, NOT_ACCESSIBLE, undefined, { 'x-accepted-github-permissions': accepted });
}

const invalid = (...errors: readonly unknown[]) => new Refusal(422, 'Unprocessable Entity', errors);
const missing = () => new Refusal(404, 'Not Found');

function pullOf(call: Call, name: string): Pull {
  const pull = call.world.pulls.get(Number(call.path[name]));
  if (!pull) throw missing();
  return pull;
}

function page<Item>(call: Call, items: readonly Item[]): { items: Item[]; headers: Record<string, string> } {
  const size = Number(call.query.get('per_page') ?? 30);
  const number = Number(call.query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link: Record<string, string> = number < last ? { link: `<${call.origin}?page=${number + 1}>; rel="next"` } : {};
  return { items: items.slice((number - 1) * size, number * size), headers: link };
}

/** Past this much diff text on one page GitHub leaves out `patch` and the counts of the later rows. */
const PAGE_PATCH_LINES = 20_000;

function fileRows(call: Call, rows: readonly FileRow[]): unknown[] {
  let lines = 0;
  return rows.map((row) => {
    lines += row.patch?.split('\n').length ?? 0;
    const { patch, ...rest } = row;
    const shown = lines > PAGE_PATCH_LINES ? undefined : patch;
    const count = (mark: string) => (shown ?? '').split('\n').filter((line) => line.startsWith(mark)).length;
    const url = `${call.origin}/files/${encodeURIComponent(row.filename)}`;
    return {
      ...rest,
      additions: count('+'),
      deletions: count('-'),
      changes: count('+') + count('-'),
      blob_url: url,
      raw_url: url,
      contents_url: url,
      ...(shown === undefined ? {} : { patch: shown }),
    };
  });
}

interface NewComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
  readonly position?: number;
}

function faultOfComment(wanted: NewComment, rows: ReadonlyMap<string, FileRow>): string | undefined {
  if (wanted.body === '') return "Body can't be blank";
  if (wanted.body.length > LIMITS.comment) return 'Body is too long (maximum is 65536 characters)';
  if (wanted.line === undefined || wanted.position !== undefined) return 'Line is required; position is deprecated';
  if (!rows.has(wanted.path)) return 'Path could not be resolved';
  const lines = commentable(rows.get(wanted.path)?.patch);
  if (!lines.has(wanted.line)) return 'Pull request review thread line must be part of the diff';
  if (wanted.start_line === undefined) return undefined;
  if (wanted.start_line >= wanted.line) {
    return 'Pull request review thread start line must precede the end line.';
  }
  if (lines.get(wanted.start_line) !== lines.get(wanted.line)) {
    return 'Pull request review thread start line must be part of the same hunk as the line.';
  }
  return undefined;
}

function createReview(call: Call): Answer {
  demand(call, 'write', 'pull_requests');
  const pull = pullOf(call, 'pull_number');
  const input = call.body as { commit_id?: string; body?: string; event?: string; comments?: NewComment[] };
  const { world, token } = call;
  if (pull.reviews.some((review) => review.author === token.login && review.state === 'PENDING')) {
    throw invalid('User can only have one pending review per pull request');
  }
  const sha = input.commit_id ?? pull.head;
  if (!pull.commits.has(sha)) throw invalid('commit_id is not part of the pull request');
  if (input.event === 'APPROVE') throw invalid('GitHub Actions is not permitted to approve pull requests.');
  if (!input.body && !input.comments?.length) throw invalid("Body can't be blank");
  if ((input.body ?? '').length > LIMITS.comment) throw invalid('Body is too long (maximum is 65536 characters)');
  const rows = new Map(pullFiles(world, pull, sha).map((row) => [row.filename, row]));
  for (const wanted of input.comments ?? []) {
    const fault = faultOfComment(wanted, rows);
    if (fault) throw invalid(fault);
  }
  const pending = input.event === undefined;
  const id = newId(world);
  pull.reviews.push({
    id,
    nodeId: `PRR_${id}`,
    author: token.login,
    commit: sha,
    state: pending ? 'PENDING' : 'COMMENTED',
    body: input.body ?? '',
  });
  for (const wanted of input.comments ?? []) {
    const thread = threadOf(world, token.login, wanted, sha);
    pull.threads.push(pending ? { ...thread, pending: `PRR_${id}` } : thread);
  }
  return { status: 200, body: reviewBody(call, pull, id) };
}

/** A pending review goes with its comments. */
export function dropReview(pull: Pull, nodeId: string): void {
  pull.reviews = pull.reviews.filter((item) => item.nodeId !== nodeId);
  pull.threads = pull.threads.filter((item) => item.pending !== nodeId);
}

function threadOf(world: World, author: string, wanted: NewComment, commit: string): Thread {
  const line = wanted.line ?? 0;
  return {
    nodeId: `PRRT_${newId(world)}`,
    path: wanted.path,
    originalLine: line,
    originalStartLine: wanted.start_line ?? null,
    commit,
    line,
    startLine: wanted.start_line ?? null,
    comments: [comment(world, author, wanted.body, 'PRRC')],
  };
}

/** A user as GitHub's description demands it. */
function userBody(call: Call, login: string): Record<string, unknown> {
  const url = `${call.origin}/users/x`;
  const names = ['avatar', 'html', 'followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations'];
  const urls = Object.fromEntries([...names, 'repos', 'events', 'received_events'].map((name) => [`${name}_url`, url]));
  return { login, id: 1, node_id: 'U_1', gravatar_id: '', url, ...urls, type: 'Bot', site_admin: false };
}

function reviewBody(call: Call, pull: Pull, id: number): unknown {
  const review = pull.reviews.find((item) => item.id === id);
  const url = `${call.origin}/${call.world.owner}/${call.world.name}/pull/${pull.number}#pullrequestreview-${id}`;
  return {
    id,
    node_id: review?.nodeId,
    user: userBody(call, review?.author ?? ''),
    body: review?.body,
    state: review?.state,
    html_url: url,
    pull_request_url: url,
    _links: { html: { href: url }, pull_request: { href: url } },
    submitted_at: new Date(0).toISOString(),
    commit_id: review?.commit ?? null,
    author_association: 'NONE',
  };
}

function faultOfAnnotation(note: Annotation): string | undefined {
  if (note.start_line < 1 || note.end_line < note.start_line) return 'end_line must not precede start_line';
  const columns = note.start_column !== undefined || note.end_column !== undefined;
  if (columns && note.start_line !== note.end_line) return 'columns only on one line';
  if (Buffer.byteLength(note.message) > LIMITS.annotationMessage) return 'message exceeds a maximum bytesize of 65536';
  if ((note.title ?? '').length > LIMITS.annotationTitle) return 'title is too long (maximum is 255 characters)';
  if (/^(\/|\.\.?\/)/.test(note.path)) return 'path must be relative to the repository';
  return undefined;
}

/** Refuses an output as GitHub does, the batch as one. */
export function demandOutput(
  output: { summary?: string; text?: string | null; annotations?: Annotation[] } = {},
): void {
  for (const name of ['summary', 'text'] as const) {
    if (Buffer.byteLength(output[name] ?? '') > LIMITS.check) {
      throw new Refusal(422, `Invalid request. Field ${name} exceeds a maximum bytesize of 65535`);
    }
  }
  const notes = output.annotations ?? [];
  if (notes.length > LIMITS.annotations) {
    throw new Refusal(422, `Invalid request. No more than 50 items are allowed; ${notes.length} were supplied.`);
  }
  for (const note of notes) {
    const fault = faultOfAnnotation(note);
    if (fault) throw invalid({ resource: 'CheckAnnotation', code: 'invalid', message: fault });
  }
}

interface CheckInput {
  readonly name: string;
  readonly head_sha: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly output?: { title: string; summary: string; text?: string; annotations?: Annotation[] };
}

function createCheck(call: Call): Answer {
  demand(call, 'write', 'checks');
  const { world, token } = call;
  const input = call.body as CheckInput;
  if (!token.app) throw new Refusal(403, 'You must authenticate via a GitHub App.');
  if (!world.commits.has(input.head_sha)) throw new Refusal(422, `No commit found for SHA: ${input.head_sha}`);
  if (input.status === 'completed' && !input.conclusion)
    throw invalid('conclusion is required when status is completed');
  demandOutput(input.output);
  const id = newId(world);
  const check: Check = {
    id,
    nodeId: `CR_${id}`,
    name: input.name,
    sha: input.head_sha,
    app: token.login,
    externalId: input.external_id ?? null,
    status: input.conclusion ? 'completed' : (input.status ?? 'queued'),
    conclusion: input.conclusion ?? null,
    output: {
      title: input.output?.title ?? '',
      summary: input.output?.summary ?? '',
      text: input.output?.text ?? null,
    },
    annotations: [...(input.output?.annotations ?? [])],
  };
  world.checks.push(check);
  return { status: 201, body: checkBody(call, check) };
}

function updateCheck(call: Call): Answer {
  demand(call, 'write', 'checks');
  const check = call.world.checks.find((item) => item.id === Number(call.path.check_run_id));
  if (!check) throw missing();
  const input = call.body as Partial<CheckInput>;
  if (check.app !== call.token.login)
    throw new Refusal(
      403,
      'Invalid app_id `15368` - check run can only be modified by the GitHub App that created it.',
    );
  if (input.status || input.conclusion) {
    throw new Refusal(403, 'Check run status and conclusion can only be updated internally by GitHub Actions.');
  }
  demandOutput(input.output);
  check.annotations.push(...(input.output?.annotations ?? []));
  if (input.output) check.output = { ...check.output, ...input.output, text: input.output.text ?? check.output.text };
  return { status: 200, body: checkBody(call, check) };
}

function checkBody(call: Call, check: Check): unknown {
  const url = `${call.origin}/${call.world.owner}/${call.world.name}/runs/${check.id}`;
  return {
    id: check.id,
    node_id: check.nodeId,
    head_sha: check.sha,
    external_id: check.externalId,
    url,
    html_url: url,
    details_url: url,
    status: check.status,
    conclusion: check.conclusion,
    started_at: new Date(0).toISOString(),
    completed_at: new Date(0).toISOString(),
    output: { ...check.output, annotations_count: check.annotations.length, annotations_url: url },
    name: check.name,
    check_suite: { id: 5 },
    app: null,
    pull_requests: [],
  };
}

interface IssueInput {
  readonly title?: string;
  readonly body?: string;
  readonly labels?: string[];
  readonly state?: Issue['state'];
  readonly state_reason?: Issue['reason'];
}

function demandIssue(call: Call): IssueInput {
  demand(call, 'write', 'issues');
  if (call.world.withoutIssues) throw new Refusal(410, 'Issues has been disabled in this repository.');
  const input = call.body as IssueInput;
  if ((input.body ?? '').length > LIMITS.comment) throw invalid('Body is too long (maximum is 65536 characters)');
  return input;
}

function createIssue(call: Call): Answer {
  const { world, token } = call;
  const { title = '', body = '', labels = [] } = demandIssue(call);
  const number = newId(world);
  const issue: Issue = { number, author: token.login, title, body, labels, state: 'open', reason: null };
  world.issues.push(issue);
  return { status: 201, body: issueBody(call, issue) };
}

function changeIssue(call: Call): Answer {
  const { title, body, state, state_reason: reason } = demandIssue(call);
  const issue = call.world.issues.find(({ number }) => number === Number(call.path.issue_number));
  if (!issue) throw missing();
  Object.assign(issue, { title: title ?? issue.title, body: body ?? issue.body, state: state ?? issue.state });
  if (state) issue.reason = reason ?? null;
  return { status: 200, body: issueBody(call, issue) };
}

function issueBody(call: Call, issue: Issue): unknown {
  const url = `${call.origin}/${call.world.owner}/${call.world.name}/issues/${issue.number}`;
  const urls = ['repository', 'labels', 'comments', 'events', 'html'].map((name) => [`${name}_url`, url]);
  return {
    id: issue.number,
    node_id: `I_${issue.number}`,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.reason,
    user: userBody(call, issue.author),
    labels: issue.labels.map((name) => ({ name })),
    assignee: null,
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: null,
    created_at: new Date(0).toISOString(),
    updated_at: new Date(0).toISOString(),
    author_association: 'NONE',
    url,
    ...Object.fromEntries(urls),
  };
}

function tree(call: Call): Answer {
  demand(call, 'read', 'contents');
  const found = call.world.commits.get(call.path.tree_sha ?? '');
  if (!found) throw missing();
  const entries = [...found.files].map(([path, entry]) => ({
    path,
    mode: entry.mode,
    type: entry.mode === '160000' ? 'commit' : 'blob',
    sha: entry.oid,
    ...(entry.mode === '160000' ? {} : { size: call.world.blobs.get(entry.oid)?.length ?? 0 }),
  }));
  return { status: 200, body: { sha: found.sha, url: `${call.origin}/tree`, tree: entries, truncated: false } };
}

function blob(call: Call): Answer {
  demand(call, 'read', 'contents');
  const content = call.world.blobs.get(call.path.file_sha ?? '');
  if (!content) throw missing();
  const sha = call.path.file_sha;
  const body = { sha, node_id: 'B_1', size: content.length, url: `${call.origin}/blob` };
  return { status: 200, body: { ...body, content: content.toString('base64'), encoding: 'base64' } };
}

function compare(call: Call): Answer {
  demand(call, 'read', 'contents');
  const [base = '', head = ''] = (call.path.basehead ?? '').split('...');
  if (!call.world.commits.has(base) || !call.world.commits.has(head)) throw missing();
  const from = mergeBase(call.world, base, head);
  const rows = fileRows(call, changedFiles(call.world, from, head).slice(0, 300));
  return { status: 200, body: { merge_base_commit: { sha: from }, files: rows, commits: [] } };
}

/** Checks of a commit; `latest` gives the newest of each name. */
function listChecks(call: Call): Answer {
  demand(call, 'read', 'checks');
  const { world, path, query } = call;
  const name = query.get('check_name');
  const found = world.checks.filter((check) => check.sha === path.ref && (name === null || check.name === name));
  const newest = new Map(found.map((check) => [check.name, check]));
  const shown = query.get('filter') === 'all' ? [...found].reverse() : [...newest.values()];
  const { items, headers } = page(call, shown);
  return {
    status: 200,
    body: { total_count: shown.length, check_runs: items.map((check) => checkBody(call, check)) },
    headers,
  };
}

/** Open or closed pull requests, those of one head `owner:branch` where it is asked for. */
function listPulls(call: Call): Answer {
  demand(call, 'read', 'pull_requests');
  const { world, query } = call;
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const found = [...world.pulls.values()].filter(
    (pull) =>
      (state === 'all' || pull.state === state) &&
      (head === null || head === `${pull.headRepository?.split('/')[0]}:${pull.branch}`),
  );
  const { items, headers } = page(call, found);
  const repository = (name: string | null) => (name === null ? null : { full_name: name });
  const body = items.map((pull) => ({
    number: pull.number,
    state: pull.state,
    head: { sha: pull.head, ref: pull.branch, repo: repository(pull.headRepository) },
    base: { sha: pull.base, repo: repository(`${world.owner}/${world.name}`) },
  }));
  return { status: 200, body, headers };
}

const HANDLERS: Readonly<Record<string, (call: Call) => Answer>> = {
  'pulls/list': listPulls,
  'pulls/list-files'(call) {
    demand(call, 'read', 'pull_requests', 'contents');
    const rows = pullFiles(call.world, pullOf(call, 'pull_number')).slice(0, 3000);
    const { items, headers } = page(call, rows);
    return { status: 200, body: fileRows(call, items), headers };
  },
  'pulls/create-review': createReview,
  'pulls/delete-pending-review'(call) {
    demand(call, 'write', 'pull_requests');
    const pull = pullOf(call, 'pull_number');
    const id = Number(call.path.review_id);
    const review = pull.reviews.find((item) => item.id === id);
    if (!review) throw missing();
    if (review.state !== 'PENDING') throw invalid('Can not delete a non-pending pull request review');
    const body = reviewBody(call, pull, id);
    dropReview(pull, review.nodeId);
    return { status: 200, body };
  },
  'checks/create': createCheck,
  'checks/list-for-ref': listChecks,
  'checks/update': updateCheck,
  'issues/create': createIssue,
  'issues/update': changeIssue,
  'git/get-tree': tree,
  'git/get-blob': blob,
  'repos/compare-commits-with-basehead': compare,
};

/** Operations whose answers the fake cuts down to what the Action may use, so that GitHub's description does not judge them. */
export const PARTIAL = new Set(['repos/compare-commits-with-basehead', 'pulls/list']);

export function answer(call: Call): Answer {
  if (call.path.owner !== call.world.owner || call.path.repo !== call.world.name) throw missing();
  const handler = HANDLERS[call.id];
  if (!handler) throw new Refusal(501, `the fake GitHub does not do ${call.id}`);
  return handler(call);
}
