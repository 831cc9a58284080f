import type { Client } from './client.ts';
import type { Repository } from './files.ts';
import { cutBelow, isCut, nextOf, nodesOf, type Page } from './pages.ts';
import { PAGE_SIZE, TRACES } from './requests.ts';
import { type GraphComment, type GraphPull, type GraphThread, type Traces, threadsCut, tracesOf } from './threads.ts';

export interface Where {
  readonly repository: Repository;
  readonly number: number;
  readonly head: string;
  readonly check: string;
}

/** What a pull request shows of us, or why that is not known whole. */
export type Seen = { readonly traces: Traces } | Unseen;

export interface Unseen {
  /** GitHub's words, or ours where it says nothing. */
  readonly reason: string;
  /** The token may not see the pull request; else GitHub answered in part. */
  readonly refused: boolean;
}

/** Sizes of a page: GitHub answers large ones in part when it has much to do, smaller ones whole. */
const SIZES = [PAGE_SIZE, 25, 5];

/** One list of a pull request, read page by page. */
interface List<Item> {
  readonly items: Item[];
  after: string | null;
  done: boolean;
}

const list = <Item>(): List<Item> => ({ items: [], after: null, done: false });

/** Takes a page of a list; false where the page has to be asked for again. */
function take<Item>(into: List<Item>, page: Page<Item> | undefined, cut: boolean): boolean {
  if (into.done) return true;
  if (!page || cut) return false;
  into.items.push(...nodesOf(page));
  const next = nextOf(page);
  into.done = next === undefined;
  into.after = next ?? page.pageInfo?.endCursor ?? into.after;
  return true;
}

/**
 * Traces out of an answer that holds the first page, the further pages fetched. Pages that come in part are asked for
 * again in smaller ones; where they stay so nothing is given, because a comment that is not seen would be made twice.
 */
export async function readTraces(client: Client, where: Where, first: Answered): Promise<Seen> {
  const threads = list<GraphThread>();
  const comments = list<GraphComment>();
  let pull: GraphPull | undefined;
  let viewer = '';
  let size = 0;
  let page = first;
  for (;;) {
    const { pull: found, cut } = page;
    if (!found && cut === undefined)
      return { reason: page.refusal ?? 'it does not show the pull request', refused: true };
    const whole = found !== undefined && cut === undefined;
    const gotThreads = take(threads, found?.reviewThreads, !whole || threadsCut(found.reviewThreads));
    const gotComments = take(comments, found?.comments, !whole || isCut(found.comments));
    if (whole) pull ??= found;
    viewer ||= page.viewer;
    if (pull && threads.done && comments.done) return { traces: tracesOf(pull, threads.items, comments.items, viewer) };
    if (!gotThreads || !gotComments) size++;
    const next = SIZES[size];
    if (next === undefined) return { reason: cut ?? 'places in its lists are empty', refused: false };
    page = await askTraces(client, where, { size: next, comments: comments.after, threads: threads.after });
  }
}

/** Asks for all traces anew. */
export async function freshTraces(client: Client, where: Where): Promise<Seen> {
  return readTraces(client, where, await askTraces(client, where, { size: PAGE_SIZE, comments: null, threads: null }));
}

/** One page of a pull request's traces as GitHub answered it. */
export interface Answered {
  readonly pull: GraphPull | undefined;
  readonly viewer: string;
  /** GitHub's words where it left something out. */
  readonly cut?: string | undefined;
  /** GitHub's words where the token may not see the pull request. */
  readonly refusal?: string | undefined;
}

async function askTraces(
  client: Client,
  { repository, number }: Where,
  page: Readonly<Record<'comments' | 'threads', string | null>> & { readonly size: number },
): Promise<Answered> {
  const { data, errors } = await client.query(TRACES, {
    owner: repository.owner,
    name: repository.repo,
    number,
    ...page,
  });
  const found = data as {
    viewer?: { login: string };
    repository?: { pullRequest?: GraphPull | null } | null;
  } | null;
  return {
    pull: found?.repository?.pullRequest ?? undefined,
    viewer: found?.viewer?.login ?? '',
    cut: cutBelow(errors, 'repository', 'pullRequest'),
    refusal: errors[0]?.message,
  };
}
