import type { Client, GraphAnswer } from './client.ts';
import type { Repository } from './files.ts';
import { type Mark, markOf } from './markers.ts';
import { type GraphChecks, type OwnCheck, ownCheck } from './own-check.ts';
import { nextOf, nodesOf, type Page } from './pages.ts';
import { TRACES } from './queries.ts';

/** A line comment of ours and what people did with it. */
export interface Thread {
  readonly id: string;
  /** Its first comment, which is ours. */
  readonly comment: string;
  readonly databaseId: number;
  readonly url: string;
  readonly body: string;
  readonly fingerprint: string;
  /** Commit that we said it was fixed in. */
  readonly fixed?: string;
  readonly path: string;
  /** Null where the lines it stood on are gone. */
  readonly line: number | null;
  readonly startLine: number | null;
  readonly answered: boolean;
  readonly resolved: boolean;
  /** Resolved, and not by our own account. */
  readonly resolvedByPerson: boolean;
  readonly mayUnresolve: boolean;
}

export interface OwnComment {
  readonly id: string;
  readonly url: string;
  readonly body: string;
}

export interface OwnReview {
  readonly id: string;
  readonly databaseId: number;
  readonly pending: boolean;
  readonly ours: boolean;
  readonly hidden: boolean;
}

/** What a pull request, or a commit, shows of us already. */
export interface Traces {
  /** Node of the pull request. */
  readonly pull: string;
  readonly open: boolean;
  readonly head: string;
  readonly threads: readonly Thread[];
  /** Our summary comments, oldest first; more than one after a race. */
  readonly summaries: readonly (OwnComment & { readonly mark: Mark & { kind: 'summary' } })[];
  readonly reviews: readonly OwnReview[];
}

interface GraphComment {
  readonly id: string;
  readonly databaseId?: number;
  readonly url: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
}

interface GraphThread {
  readonly id: string;
  readonly path: string;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly isResolved: boolean;
  readonly viewerCanUnresolve: boolean;
  readonly resolvedBy: { readonly login: string } | null;
  readonly comments: { readonly totalCount: number; readonly nodes: readonly (GraphComment | null)[] };
}

interface GraphReview {
  readonly id: string;
  readonly databaseId: number;
  readonly state: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly isMinimized: boolean;
  readonly comments: Page<{ readonly body: string }>;
}

/** The `State` of a pull request as GitHub answers it. */
export interface GraphPull {
  readonly id: string;
  readonly state: string;
  readonly headRefOid: string;
  readonly comments: Page<GraphComment>;
  readonly reviewThreads: Page<GraphThread>;
  readonly reviews: Page<GraphReview>;
}

export interface Where {
  readonly repository: Repository;
  readonly number: number;
  readonly head: string;
  readonly check: string;
}

/** Traces out of an answer that holds the first page, the further pages fetched. */
export async function readTraces(client: Client, where: Where, first: GraphPull, viewer: string): Promise<Traces> {
  const threads = [...nodesOf(first.reviewThreads)];
  const comments = [...nodesOf(first.comments)];
  let page: GraphPull = first;
  for (;;) {
    const next = { comments: nextOf(page.comments), threads: nextOf(page.reviewThreads) };
    if (next.comments === undefined && next.threads === undefined) break;
    const answer = await askTraces(client, where, {
      comments: next.comments ?? page.comments.pageInfo?.endCursor ?? null,
      threads: next.threads ?? page.reviewThreads.pageInfo?.endCursor ?? null,
    });
    const found = answer.pull;
    if (!found) break;
    if (next.threads !== undefined) threads.push(...nodesOf(found.reviewThreads));
    if (next.comments !== undefined) comments.push(...nodesOf(found.comments));
    page = found;
  }
  return tracesOf(first, threads, comments, viewer);
}

/** Asks for all traces anew; nothing where GitHub shows none to this token. */
export async function freshTraces(
  client: Client,
  where: Where,
): Promise<{ traces?: Traces; check?: OwnCheck | undefined }> {
  const { pull, viewer, checks } = await askTraces(client, where, { comments: null, threads: null });
  const check = checks && ownCheck(checks);
  return { ...(pull ? { traces: await readTraces(client, where, pull, viewer) } : {}), check };
}

async function askTraces(
  client: Client,
  { repository, number, head, check }: Where,
  cursors: Readonly<Record<'comments' | 'threads', string | null>>,
): Promise<{ pull: GraphPull | undefined; viewer: string; checks: GraphChecks | undefined }> {
  const { data }: GraphAnswer = await client.query(TRACES, {
    owner: repository.owner,
    name: repository.repo,
    number,
    head,
    check,
    ...cursors,
  });
  const found = data as {
    viewer?: { login: string };
    repository?: { pullRequest?: GraphPull | null; head?: GraphChecks | null } | null;
  } | null;
  return {
    pull: found?.repository?.pullRequest ?? undefined,
    viewer: found?.viewer?.login ?? '',
    checks: found?.repository?.head ?? undefined,
  };
}

/** Traces out of one page, as after a write; people's marks do not count. */
export function tracesOf(
  pull: GraphPull,
  threads: readonly GraphThread[] = nodesOf(pull.reviewThreads),
  comments: readonly GraphComment[] = nodesOf(pull.comments),
  viewer = '',
): Traces {
  return {
    pull: pull.id,
    open: pull.state === 'OPEN',
    head: pull.headRefOid,
    threads: threads.flatMap((thread) => threadOf(thread, viewer)),
    summaries: comments.flatMap((comment) => {
      const mark = comment.viewerDidAuthor ? markOf(comment.body) : undefined;
      return mark?.kind === 'summary' ? [{ id: comment.id, url: comment.url, body: comment.body, mark }] : [];
    }),
    reviews: nodesOf(pull.reviews)
      .filter(({ viewerDidAuthor }) => viewerDidAuthor)
      .map(({ id, databaseId, state, body, isMinimized, comments: inside }) => ({
        id,
        databaseId,
        pending: state === 'PENDING',
        ours: markOf(body) !== undefined || nodesOf(inside).some((comment) => markOf(comment.body) !== undefined),
        hidden: isMinimized,
      })),
  };
}

function threadOf(thread: GraphThread, viewer: string): readonly Thread[] {
  const first = thread.comments.nodes[0];
  const mark = first?.viewerDidAuthor ? markOf(first.body) : undefined;
  if (!first || mark?.kind !== 'finding') return [];
  const plain = (login: string) => login.replace(/\[bot\]$/, '');
  return [
    {
      id: thread.id,
      comment: first.id,
      databaseId: first.databaseId ?? 0,
      url: first.url,
      body: first.body,
      fingerprint: mark.fingerprint,
      ...(mark.fixed === undefined ? {} : { fixed: mark.fixed }),
      path: thread.path,
      line: thread.line,
      startLine: thread.startLine,
      answered: thread.comments.totalCount > 1,
      resolved: thread.isResolved,
      // A bot that resolves is not always named; a text of ours that says “fixed” then tells that it was us.
      resolvedByPerson:
        thread.isResolved &&
        !(thread.resolvedBy ? plain(thread.resolvedBy.login) === plain(viewer) : mark.fixed !== undefined),
      mayUnresolve: thread.viewerCanUnresolve,
    },
  ];
}
