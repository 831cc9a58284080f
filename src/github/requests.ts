/** All that is asked of GitHub. A test holds each route and document against GitHub's own descriptions. */

/** Routes of the REST side. */
export const ROUTES = {
  blob: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  changedFiles: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  checksOfCommit: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  commitTree: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
  comparison: 'GET /repos/{owner}/{repo}/compare/{basehead}',
  changeIssue: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  newCheck: 'POST /repos/{owner}/{repo}/check-runs',
  newIssue: 'POST /repos/{owner}/{repo}/issues',
  newReview: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  openPulls: 'GET /repos/{owner}/{repo}/pulls',
} as const;

/** Items of a list in one answer: GitHub's most. */
export const PAGE_SIZE = 100;

const ENTRY = `fragment Entry on TreeEntry {
  mode type oid
  object { ... on Blob { byteSize isBinary isTruncated text } }
}`;

/** Own and others' traces on a pull request, one page of each. */
const STATE = `fragment State on PullRequest {
  id state headRefOid
  comments(first: $size, after: $comments) {
    pageInfo { hasNextPage endCursor }
    nodes { id url body viewerDidAuthor }
  }
  reviewThreads(first: $size, after: $threads) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id path line startLine isResolved viewerCanUnresolve
      resolvedBy { login }
      comments(first: 1) { totalCount nodes { id url body state viewerDidAuthor originalCommit { oid } } }
    }
  }
  reviews(last: 50) { nodes { id body viewerDidAuthor isMinimized } }
  pending: reviews(first: 5, states: [PENDING]) { nodes { id body viewerDidAuthor comments(first: 10) { nodes { body } } } }
}`;

const CHECKS = `fragment Checks on Commit {
  checkSuites(first: 100) {
    nodes {
      checkRuns(first: 10, filterBy: { checkName: $check }) {
        nodes { id databaseId url externalId annotations(first: 1) { totalCount } }
      }
    }
  }
}`;

const POLICY_FILES = 'config: file(path: $config) { ...Entry } alternative: file(path: $alternative) { ...Entry }';

/** First look: the policy's files at the base, own traces on the pull request, the check of the head commit. */
export const LOOK = `query Look(
  $owner: String!, $name: String!, $policy: GitObjectID!, $config: String!, $alternative: String!, $head: GitObjectID!,
  $check: String!, $pull: Boolean!, $number: Int!, $size: Int!, $comments: String, $threads: String
) {
  viewer { login }
  repository(owner: $owner, name: $name) {
    id
    policy: object(oid: $policy) { ... on Commit { ${POLICY_FILES} } }
    head: object(oid: $head) { ...Checks }
    pullRequest(number: $number) @include(if: $pull) { ...State }
  }
}
${ENTRY}
${STATE}
${CHECKS}`;

/** The policy's files alone, where the first look came in part. */
export const POLICY = `query Policy(
  $owner: String!, $name: String!, $policy: GitObjectID!, $config: String!, $alternative: String!
) {
  repository(owner: $owner, name: $name) {
    id
    policy: object(oid: $policy) { ... on Commit { ${POLICY_FILES} } }
  }
}
${ENTRY}`;

/** Own traces again: further pages, smaller ones, and what is there after a write whose answer was lost. */
export const TRACES = `query Traces(
  $owner: String!, $name: String!, $number: Int!, $size: Int!, $comments: String, $threads: String
) {
  viewer { login }
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { ...State } }
}
${STATE}`;

/** Issues with the label of the audit, oldest first. */
export const AUDITS = `query Audits($owner: String!, $name: String!, $label: String!, $size: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(labels: [$label], first: $size, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { number url title body state stateReason(enableDuplicate: true) viewerDidAuthor }
    }
  }
}`;

/** Files of up to three commits by path, a folder of YAML files, and where the pull request's head is by now. */
export function filesQuery(counts: readonly number[], folders: readonly boolean[]): string {
  const parameters = ['$owner: String!', '$name: String!', '$pull: Boolean!', '$number: Int!'];
  const commits = counts.map((count, at) => {
    parameters.push(`$c${at}: GitObjectID!`);
    const files = Array.from({ length: count }, (_, file) => {
      parameters.push(`$c${at}p${file}: String!`);
      return `f${file}: file(path: $c${at}p${file}) { ...Entry }`;
    });
    if (folders[at]) {
      parameters.push(`$c${at}folder: String!`);
      files.push(`folder: file(path: $c${at}folder) { ...Folder }`);
    }
    return `c${at}: object(oid: $c${at}) { ... on Commit { ${files.join(' ')} } }`;
  });
  const folder = folders.some(Boolean)
    ? `fragment Folder on TreeEntry {
  mode
  object { ... on Tree { entries {
    name ...Entry
    object { ... on Tree { entries { name ...Entry } } }
  } } }
}`
    : '';
  return `query Files(${parameters.join(', ')}) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) @include(if: $pull) { headRefOid state }
    ${commits.join('\n    ')}
  }
}
${ENTRY}
${folder}`;
}

/** A change that many of go into one request. */
export type Change =
  | { readonly kind: 'strike' | 'edit'; readonly id: string; readonly body: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'resolve' | 'unresolve'; readonly thread: string }
  | { readonly kind: 'hide' | 'drop review'; readonly id: string }
  | { readonly kind: 'annotate'; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: 'add summary'; readonly pull: string; readonly body: string }
  | { readonly kind: 'edit summary'; readonly id: string; readonly body: string }
  | { readonly kind: 'remove summary'; readonly id: string };

interface Mutation {
  readonly field: string;
  readonly type: string;
  readonly select: string;
  readonly input: (change: never) => Readonly<Record<string, unknown>>;
}

const editComment: Mutation = {
  field: 'updatePullRequestReviewComment',
  type: 'UpdatePullRequestReviewCommentInput',
  select: 'pullRequestReviewComment { id }',
  input: (change: { id: string; body: string }) => ({ pullRequestReviewCommentId: change.id, body: change.body }),
};

const MUTATIONS: Readonly<Record<Change['kind'], Mutation>> = {
  strike: editComment,
  edit: editComment,
  remove: {
    field: 'deletePullRequestReviewComment',
    type: 'DeletePullRequestReviewCommentInput',
    select: 'clientMutationId',
    input: (change: { id: string }) => ({ id: change.id }),
  },
  resolve: {
    field: 'resolveReviewThread',
    type: 'ResolveReviewThreadInput',
    select: 'thread { id }',
    input: (change: { thread: string }) => ({ threadId: change.thread }),
  },
  unresolve: {
    field: 'unresolveReviewThread',
    type: 'UnresolveReviewThreadInput',
    select: 'thread { id }',
    input: (change: { thread: string }) => ({ threadId: change.thread }),
  },
  hide: {
    field: 'minimizeComment',
    type: 'MinimizeCommentInput',
    select: 'clientMutationId',
    input: (change: { id: string }) => ({ subjectId: change.id, classifier: 'OUTDATED' }),
  },
  'drop review': {
    field: 'deletePullRequestReview',
    type: 'DeletePullRequestReviewInput',
    select: 'clientMutationId',
    input: (change: { id: string }) => ({ pullRequestReviewId: change.id }),
  },
  annotate: {
    field: 'updateCheckRun',
    type: 'UpdateCheckRunInput',
    select: 'checkRun { id }',
    input: (change: { input: Record<string, unknown> }) => change.input,
  },
  'add summary': {
    field: 'addComment',
    type: 'AddCommentInput',
    // The summaries that are there after ours: two runs at once leave one.
    select: 'commentEdge { node { id url } } subject { ... on PullRequest { ...State } }',
    input: (change: { pull: string; body: string }) => ({ subjectId: change.pull, body: change.body }),
  },
  'edit summary': {
    field: 'updateIssueComment',
    type: 'UpdateIssueCommentInput',
    select: 'issueComment { id url pullRequest { ...State } }',
    input: (change: { id: string; body: string }) => ({ id: change.id, body: change.body }),
  },
  'remove summary': {
    field: 'deleteIssueComment',
    type: 'DeleteIssueCommentInput',
    select: 'clientMutationId',
    input: (change: { id: string }) => ({ id: change.id }),
  },
};

/** One request for many changes; the n-th answers as `mn`. */
export function changesMutation(changes: readonly Change[]): { document: string; variables: Record<string, unknown> } {
  const variables: Record<string, unknown> = {};
  const parameters: string[] = [];
  const fields = changes.map((change, at) => {
    const { field, type, select, input } = MUTATIONS[change.kind];
    parameters.push(`$i${at}: ${type}!`);
    variables[`i${at}`] = input(change as never);
    return `m${at}: ${field}(input: $i${at}) { ${select} }`;
  });
  const looks = changes.some(({ kind }) => kind === 'add summary' || kind === 'edit summary');
  if (looks) {
    parameters.push('$size: Int!', '$comments: String', '$threads: String');
    variables.size = PAGE_SIZE;
  }
  const document = `mutation Changes(${parameters.join(', ')}) {\n${fields.join('\n')}\n}\n${looks ? STATE : ''}`;
  return { document, variables };
}
