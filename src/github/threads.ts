import { type Mark, markOf } from './markers.ts';
import { numberIn } from './own-check.ts';
import { isCut, nodesOf, type Page } from './pages.ts';

/** A line comment of ours and what people did with it. */
export interface Thread {
  readonly id: string;
  /** Its first comment, which is ours. */
  readonly comment: string;
  /** Number in its address: the older comment has the smaller one. */
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly fingerprint: string;
  /** Commit that we said it was fixed in. */
  readonly fixed?: string;
  readonly path: string;
  /** Commit that it was written on; absent where GitHub has let it go. */
  readonly writtenOn?: string;
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
  /** Reviews of ours that a run began and never published: GitHub takes no other while one stands. */
  readonly pending: readonly string[];
}

export interface GraphComment {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
}

interface GraphLineComment extends GraphComment {
  readonly state: string;
  readonly originalCommit: { readonly oid: string } | null;
}

export interface GraphThread {
  readonly id: string;
  readonly path: string;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly isResolved: boolean;
  readonly viewerCanUnresolve: boolean;
  readonly resolvedBy: { readonly login: string } | null;
  readonly comments: Page<GraphLineComment> & { readonly totalCount: number };
}

interface GraphReview {
  readonly id: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
  readonly isMinimized: boolean;
}

interface GraphPending {
  readonly id: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
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
  readonly pending: Page<GraphPending>;
}

/** Did GitHub leave out a thread, or the comment that says whose it is? */
export function threadsCut(page: Page<GraphThread>): boolean {
  return isCut(page) || nodesOf(page).some(({ comments }) => isCut(comments));
}

/** Traces out of the items of all pages; `viewer` is our own login, by which a person's resolving is told from ours. */
export function tracesOf(
  pull: GraphPull,
  threads: readonly GraphThread[],
  comments: readonly GraphComment[],
  viewer: string,
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
      .filter(({ viewerDidAuthor, body }) => viewerDidAuthor && markOf(body) !== undefined)
      .map(({ id, isMinimized }) => ({ id, hidden: isMinimized })),
    pending: nodesOf(pull.pending)
      .filter((review) => review.viewerDidAuthor && isLeftover(review, viewer))
      .map(({ id }) => id),
  };
}

/** A person drafts reviews too, under the same account where the token is theirs: only what is surely ours may go. */
function isLeftover({ body, comments }: GraphPending, viewer: string): boolean {
  const texts = [body, ...nodesOf(comments).map((comment) => comment.body)];
  if (texts.some((text) => markOf(text) !== undefined)) return true;
  return viewer.endsWith('[bot]') && body === '' && nodesOf(comments).length === 0;
}

function threadOf(thread: GraphThread, viewer: string): readonly Thread[] {
  const [first] = nodesOf(thread.comments);
  const mark = first?.viewerDidAuthor ? markOf(first.body) : undefined;
  // A comment of a pending review is nobody's to read: it goes with its review.
  if (!first || mark?.kind !== 'finding' || first.state === 'PENDING') return [];
  const plain = (login: string) => login.replace(/\[bot\]$/, '');
  return [
    {
      id: thread.id,
      comment: first.id,
      number: numberIn(first.url),
      url: first.url,
      body: first.body,
      fingerprint: mark.fingerprint,
      ...(mark.fixed === undefined ? {} : { fixed: mark.fixed }),
      path: thread.path,
      ...(first.originalCommit ? { writtenOn: first.originalCommit.oid } : {}),
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
