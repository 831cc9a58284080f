import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { LIMITS, NOT_ACCESSIBLE, Refusal } from './refusal.ts';
import { demand, demandOutput, dropReview } from './rest.ts';
import { type Annotation, type Comment, comment, type Pull, type Thread, type Token, type World } from './state.ts';

interface Context {
  readonly world: World;
  readonly token: Token;
  readonly origin: string;
}

let loaded: GraphQLSchema | undefined;

/** GitHub's own schema, parsed once a process (about 0.3 s). */
export function githubSchema(): GraphQLSchema {
  loaded ??= buildSchema(
    readFileSync(new URL('../../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url), 'utf8'),
    { assumeValidSDL: true },
  );
  return loaded;
}

/** GitHub cuts the text of a blob here and says so in `isTruncated`. */
const TEXT_LIMIT = 512_000;

function forbid(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Runs a demand of the REST side and words its refusal as GraphQL does. */
function allowed<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw forbid(error.message === NOT_ACCESSIBLE ? 'FORBIDDEN' : 'UNPROCESSABLE', error.message);
  }
}

interface Paging {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
}

function connection<Item>(items: readonly Item[], paging: Paging, wrap: (item: Item) => unknown): unknown {
  const size = paging.first ?? paging.last;
  if (size === undefined) throw forbid('MISSING_PAGINATION_BOUNDARIES', 'You must provide a `first` or `last` value');
  if (size > 100) throw forbid('EXCESSIVE_PAGINATION', `Requesting ${size} records exceeds the \`first\` limit of 100`);
  const from = paging.first === undefined ? Math.max(0, items.length - size) : Number(paging.after ?? 0);
  const shown = items.slice(from, from + size);
  const end = from + shown.length;
  return {
    totalCount: items.length,
    pageInfo: { hasNextPage: end < items.length, endCursor: String(end), hasPreviousPage: from > 0, startCursor: '0' },
    nodes: shown.map(wrap),
  };
}

const short = (login: string) => login.replace(/\[bot\]$/, '');
const actor = (login: string) => ({ __typename: login.endsWith('[bot]') ? 'Bot' : 'User', login: short(login) });

function commentNode(
  context: Context,
  pull: Pull,
  item: Comment,
  kind: 'IssueComment' | 'PullRequestReviewComment',
  thread?: Thread,
): unknown {
  const anchor = kind === 'IssueComment' ? `issuecomment-${item.id}` : `discussion_r${item.id}`;
  return {
    __typename: kind,
    id: item.nodeId,
    databaseId: item.id,
    fullDatabaseId: String(item.id),
    body: item.body,
    author: actor(item.author),
    viewerDidAuthor: item.author === context.token.login,
    isMinimized: item.minimized !== undefined,
    url: `${context.origin}/${context.world.owner}/${context.world.name}/pull/${pull.number}#${anchor}`,
    state: thread?.pending ? 'PENDING' : 'SUBMITTED',
    originalCommit: thread ? { oid: thread.commit } : null,
  };
}

function threadNode(context: Context, pull: Pull, thread: Thread): unknown {
  return {
    __typename: 'PullRequestReviewThread',
    id: thread.nodeId,
    path: thread.path,
    line: thread.line,
    startLine: thread.startLine,
    originalLine: thread.originalLine,
    originalStartLine: thread.originalStartLine,
    isOutdated: thread.line === null,
    isResolved: thread.resolvedBy !== undefined,
    // A bot is no `User`: GitHub does not name it here.
    resolvedBy:
      thread.resolvedBy?.endsWith('[bot]') === false ? { __typename: 'User', login: thread.resolvedBy } : null,
    viewerCanResolve: thread.resolvedBy === undefined,
    viewerCanUnresolve: thread.resolvedBy !== undefined,
    comments: (paging: Paging) =>
      connection(thread.comments, paging, (item) =>
        commentNode(context, pull, item, 'PullRequestReviewComment', thread),
      ),
  };
}

function pullNode(context: Context, pull: Pull): unknown {
  const mine = (login: string) => login === context.token.login;
  return {
    __typename: 'PullRequest',
    id: pull.nodeId,
    number: pull.number,
    state: pull.state.toUpperCase(),
    isDraft: pull.draft,
    headRefOid: pull.head,
    baseRefOid: pull.base,
    comments: (paging: Paging) =>
      connection(pull.comments, paging, (item) => commentNode(context, pull, item, 'IssueComment')),
    reviewThreads: (paging: Paging) =>
      connection(
        pull.threads.filter(({ pending, comments: [first] }) => !pending || mine(first?.author ?? '')),
        paging,
        (item) => threadNode(context, pull, item),
      ),
    reviews: (paging: Paging & { states?: string[] }) =>
      connection(
        pull.reviews
          .filter((review) => review.state !== 'PENDING' || mine(review.author))
          .filter((review) => !paging.states || paging.states.includes(review.state)),
        paging,
        (review) => ({
          __typename: 'PullRequestReview',
          id: review.nodeId,
          databaseId: review.id,
          fullDatabaseId: String(review.id),
          state: review.state,
          body: review.body,
          isMinimized: review.minimized !== undefined,
          viewerDidAuthor: mine(review.author),
          comments: (inner: Paging) =>
            connection(
              pull.threads.filter(({ pending }) => pending === review.nodeId).flatMap(({ comments }) => comments),
              inner,
              ({ body }) => ({ body }),
            ),
        }),
      ),
  };
}

function objectNode(context: Context, sha: string): unknown {
  allowed(() => demand(context, 'read', 'contents'));
  const { world } = context;
  const found = world.commits.get(sha);
  if (!found) return null;
  const entryNode = (path: string) => {
    const entry = found.files.get(path);
    if (!entry) return folderNode(path);
    const content = world.blobs.get(entry.oid);
    return {
      name: path.split('/').at(-1),
      path,
      mode: Number.parseInt(entry.mode, 8),
      oid: entry.oid,
      type: entry.mode === '160000' ? 'commit' : 'blob',
      size: content?.length ?? 0,
      object: () => (content ? blobNode(entry.oid, content) : null),
    };
  };
  const folderNode = (path: string): unknown => {
    const below = [...found.files.keys()].filter((name) => name.startsWith(`${path}/`));
    if (below.length === 0) return null;
    const names = [...new Set(below.map((name) => `${path}/${name.slice(path.length + 1).split('/')[0]}`))].sort();
    const object = { __typename: 'Tree', entries: () => names.map(entryNode) };
    return { name: path.split('/').at(-1), path, mode: 0o40000, oid: sha, type: 'tree', size: 0, object: () => object };
  };
  return {
    __typename: 'Commit',
    oid: sha,
    file: ({ path }: { path: string }) => entryNode(path),
    checkSuites: (paging: Paging) => {
      allowed(() => demand(context, 'read', 'checks'));
      return connection([sha], paging, () => ({
        checkRuns: ({ filterBy, ...inner }: Paging & { filterBy?: { checkName?: string } }) =>
          connection(
            world.checks.filter((check) => check.sha === sha && check.name === (filterBy?.checkName ?? check.name)),
            inner,
            (check) => ({
              id: check.nodeId,
              databaseId: check.id,
              url: `${context.origin}/${world.owner}/${world.name}/runs/${check.id}`,
              name: check.name,
              externalId: check.externalId,
              conclusion: check.conclusion?.toUpperCase() ?? null,
            }),
          ),
      }));
    },
  };
}

function blobNode(oid: string, content: Buffer): unknown {
  const binary = content.subarray(0, 8000).includes(0);
  const bytes = content.subarray(0, TEXT_LIMIT);
  const text = bytes.toString('utf8');
  return {
    __typename: 'Blob',
    oid,
    byteSize: content.length,
    isBinary: binary,
    isTruncated: content.length > TEXT_LIMIT,
    // GitHub turns text of another encoding into UTF-8; a byte order mark is not part of the text.
    text: binary ? null : text.replace(/^\uFEFF/, ''),
  };
}

function queries(context: Context): Record<string, unknown> {
  const { world, token } = context;
  return {
    viewer: () => ({ __typename: 'User', login: token.login }),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (owner !== world.owner || name !== world.name) {
        throw forbid('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return {
        id: 'R_1',
        pullRequest: ({ number }: { number: number }) => {
          allowed(() => demand(context, 'read', 'pull_requests', 'issues'));
          const pull = world.pulls.get(number);
          if (!pull) throw forbid('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
          return pullNode(context, pull);
        },
        issues: ({ labels, ...paging }: Paging & { labels?: string[] }) => {
          allowed(() => demand(context, 'read', 'issues'));
          const found = world.issues.filter((issue) => !labels || labels.some((each) => issue.labels.includes(each)));
          return connection(found, paging, (issue) => ({
            number: issue.number,
            url: `${context.origin}/${owner}/${name}/issues/${issue.number}`,
            title: issue.title,
            body: issue.body,
            state: issue.state.toUpperCase(),
            stateReason: ({ enableDuplicate }: { enableDuplicate?: boolean }) =>
              issue.reason === 'duplicate' && !enableDuplicate ? 'NOT_PLANNED' : (issue.reason?.toUpperCase() ?? null),
            viewerDidAuthor: issue.author === token.login,
          }));
        },
        object: ({ oid }: { oid?: string }) => objectNode(context, oid ?? ''),
      };
    },
  };
}

type Input<Fields> = { input: Fields };

function mutations(context: Context): Record<string, unknown> {
  const { world, token } = context;
  const gone = (id: string) => forbid('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  const write = (...scopes: Parameters<typeof demand>[2][]) => allowed(() => demand(context, 'write', ...scopes));
  const fits = (body: string) => {
    if (body.length > LIMITS.comment) throw forbid('UNPROCESSABLE', 'Body is too long (maximum is 65536 characters)');
    if (body === '') throw forbid('UNPROCESSABLE', "Body can't be blank");
  };
  const pulls = () => [...world.pulls.values()];
  const threadOf = (id: string) => {
    for (const pull of pulls()) for (const thread of pull.threads) if (thread.nodeId === id) return { pull, thread };
    throw gone(id);
  };
  const lineComment = (id: string) => {
    for (const pull of pulls())
      for (const thread of pull.threads)
        for (const item of thread.comments) if (item.nodeId === id) return { pull, thread, item };
    throw gone(id);
  };
  const issueComment = (id: string) => {
    for (const pull of pulls()) for (const item of pull.comments) if (item.nodeId === id) return { pull, item };
    throw gone(id);
  };
  return {
    addComment({ input }: Input<{ subjectId: string; body: string }>) {
      write('issues', 'pull_requests');
      const pull = pulls().find((item) => item.nodeId === input.subjectId);
      if (!pull) throw gone(input.subjectId);
      fits(input.body);
      const item = comment(world, token.login, input.body, 'IC');
      pull.comments.push(item);
      const node = commentNode(context, pull, item, 'IssueComment');
      return { commentEdge: { node }, subject: () => pullNode(context, pull) };
    },
    updateIssueComment({ input }: Input<{ id: string; body: string }>) {
      write('issues', 'pull_requests');
      const { pull, item } = issueComment(input.id);
      fits(input.body);
      item.body = input.body;
      return { issueComment: commentNode(context, pull, item, 'IssueComment') };
    },
    deleteIssueComment({ input }: Input<{ id: string }>) {
      write('issues', 'pull_requests');
      const { pull, item } = issueComment(input.id);
      pull.comments = pull.comments.filter((other) => other !== item);
      return { clientMutationId: null };
    },
    updatePullRequestReviewComment({ input }: Input<{ pullRequestReviewCommentId: string; body: string }>) {
      write('pull_requests');
      const { pull, item } = lineComment(input.pullRequestReviewCommentId);
      fits(input.body);
      item.body = input.body;
      return { pullRequestReviewComment: commentNode(context, pull, item, 'PullRequestReviewComment') };
    },
    deletePullRequestReviewComment({ input }: Input<{ id: string }>) {
      write('pull_requests');
      const { pull, thread, item } = lineComment(input.id);
      thread.comments = thread.comments.filter((other) => other !== item);
      if (thread.comments.length === 0) pull.threads = pull.threads.filter((other) => other !== thread);
      return { clientMutationId: null };
    },
    resolveReviewThread({ input }: Input<{ threadId: string }>) {
      write('contents');
      const { pull, thread } = threadOf(input.threadId);
      thread.resolvedBy ??= token.login;
      return { thread: threadNode(context, pull, thread) };
    },
    unresolveReviewThread({ input }: Input<{ threadId: string }>) {
      write('contents');
      const { pull, thread } = threadOf(input.threadId);
      delete thread.resolvedBy;
      return { thread: threadNode(context, pull, thread) };
    },
    deletePullRequestReview({ input }: Input<{ pullRequestReviewId: string }>) {
      write('pull_requests');
      for (const pull of pulls()) {
        const review = pull.reviews.find((item) => item.nodeId === input.pullRequestReviewId);
        if (!review) continue;
        if (review.state !== 'PENDING')
          throw forbid('UNPROCESSABLE', 'Can not delete a non-pending pull request review');
        dropReview(pull, review.nodeId);
        return { clientMutationId: null };
      }
      throw gone(input.pullRequestReviewId);
    },
    minimizeComment({ input }: Input<{ subjectId: string; classifier: string }>) {
      write('pull_requests');
      for (const pull of pulls()) {
        const found = [...pull.comments, ...pull.reviews].find((item) => item.nodeId === input.subjectId);
        if (found) found.minimized = input.classifier;
      }
      return { minimizedComment: null };
    },
    updateCheckRun({ input }: Input<CheckInput>) {
      write('checks');
      const check = world.checks.find((item) => item.nodeId === input.checkRunId);
      if (!check) throw gone(input.checkRunId);
      if (input.status || input.conclusion)
        throw forbid('FORBIDDEN', 'Check run status can only be updated internally');
      const notes = (input.output?.annotations ?? []).map(annotationOf);
      // GitHub does nothing and says nothing above fifty here.
      if (notes.length > LIMITS.annotations) return { checkRun: null };
      allowed(() => demandOutput({ ...input.output, annotations: notes }));
      check.annotations.push(...notes);
      if (input.output) check.output = { ...check.output, title: input.output.title, summary: input.output.summary };
      return { checkRun: { id: check.nodeId, databaseId: check.id } };
    },
  };
}

interface CheckInput {
  readonly checkRunId: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly output?: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations?: readonly {
      path: string;
      location: { startLine: number; endLine: number; startColumn?: number; endColumn?: number };
      annotationLevel: string;
      message: string;
      title?: string;
    }[];
  };
}

function annotationOf(data: NonNullable<NonNullable<CheckInput['output']>['annotations']>[number]): Annotation {
  return {
    path: data.path,
    start_line: data.location.startLine,
    end_line: data.location.endLine,
    ...(data.location.startColumn === undefined ? {} : { start_column: data.location.startColumn }),
    ...(data.location.endColumn === undefined ? {} : { end_column: data.location.endColumn }),
    annotation_level: data.annotationLevel.toLowerCase(),
    message: data.message,
    ...(data.title === undefined ? {} : { title: data.title }),
  };
}

const known = new Map<string, { document: DocumentNode; faults: readonly string[] }>();

/** Parses and validates a document, once for each. */
function checked(schema: GraphQLSchema, query: string) {
  let result = known.get(query);
  if (!result) {
    const document = parse(query);
    result = { document, faults: validate(schema, document).map((error) => error.message) };
    known.set(query, result);
  }
  return result;
}

/** Answers a GraphQL request from state; the faults of the document are GitHub's own schema's. */
export async function answerGraphql(
  context: Context,
  body: { query?: string; variables?: Record<string, unknown> },
): Promise<{ body: unknown; writes: number; faults: readonly string[] }> {
  const schema = githubSchema();
  const { document, faults } = checked(schema, body.query ?? '');
  if (faults.length > 0) {
    return { body: { errors: faults.map((message) => ({ message })) }, writes: 0, faults };
  }
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition');
  const isMutation = operation?.kind === 'OperationDefinition' && operation.operation === 'mutation';
  const result = await execute({
    schema,
    document,
    rootValue: isMutation ? mutations(context) : queries(context),
    variableValues: body.variables ?? {},
  });
  const errors = result.errors?.map((error) => ({
    type: error.extensions.type,
    path: error.path,
    message: error.message,
  }));
  const variableFaults = result.data === undefined ? (result.errors ?? []).map((error) => error.message) : [];
  const writes = isMutation && operation.kind === 'OperationDefinition' ? operation.selectionSet.selections.length : 0;
  return { body: { data: result.data ?? null, ...(errors ? { errors } : {}) }, writes, faults: variableFaults };
}
