/** The Action and the fake GitHub against GitHub's own descriptions, and the fake against GitHub's rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readEvent } from '../../src/github/event.ts';
import {
  AUDITS,
  type Change,
  changesMutation,
  filesQuery,
  LOOK,
  POLICY,
  ROUTES,
  TRACES,
} from '../../src/github/requests.ts';
import { routeOf } from './fake/contract.ts';
import { dispatchEvent, mergeGroupEvent, pullEvent, pushEvent, scheduleEvent } from './fake/events.ts';
import { githubSchema } from './fake/graphql.ts';
import { type FakeGitHub, startGitHub } from './fake/server.ts';
import { commit, createWorld, openPull, type Permissions, TOKEN } from './fake/state.ts';

const CHANGES: readonly Change[] = [
  { kind: 'strike', id: 'a', body: 'b' },
  { kind: 'edit', id: 'a', body: 'b' },
  { kind: 'remove', id: 'a' },
  { kind: 'resolve', thread: 'a' },
  { kind: 'unresolve', thread: 'a' },
  { kind: 'hide', id: 'a' },
  { kind: 'drop review', id: 'a' },
  { kind: 'annotate', input: {} },
  { kind: 'add summary', pull: 'a', body: 'b' },
  { kind: 'edit summary', id: 'a', body: 'b' },
  { kind: 'remove summary', id: 'a' },
];

test.each(Object.entries(ROUTES))('GitHub describes the route %s', (_name, route) => {
  const [method = '', template = ''] = route.split(' ');
  expect(routeOf(method, template.replace(/\{\w+\}/g, '1'))?.id).toBeTruthy();
});

describe("every GraphQL document holds against GitHub's schema", () => {
  const documents: readonly [string, string][] = [
    ['first look', LOOK],
    ['own traces', TRACES],
    ['policy alone', POLICY],
    ['issues of the audit', AUDITS],
    ['files of one commit', filesQuery([3], [false])],
    ['files of three commits and folders', filesQuery([1, 0, 2], [true, true, false])],
    ...CHANGES.map((change): [string, string] => [change.kind, changesMutation([change]).document]),
    ['all changes at once', changesMutation(CHANGES).document],
  ];
  test.each(documents)('%s', (_name, document) => {
    expect(validate(githubSchema(), parse(document)).map(({ message }) => message)).toEqual([]);
  });
});

describe('real events are read', () => {
  const world = createWorld();
  const base = commit(world, null, { a: 'a' });
  const head = commit(world, base, { a: 'b' });
  const pull = openPull(world, base, head);
  const read = ({ name, payload, sha }: { name: string; payload: unknown; sha: string }) =>
    readEvent(name, payload, sha);

  test('a pull request: its own commits, not those of GITHUB_SHA', () => {
    expect(read(pullEvent(world, pull))).toEqual({ kind: 'pull', number: 2, head, base, fork: false });
    expect(read(pullEvent(world, { ...pull, headRepository: 'other/x' }, 'reopened', 'pull_request_target'))).toEqual({
      kind: 'pull',
      number: 2,
      head,
      base,
      fork: true,
    });
  });

  test('merge group, push, dispatch, schedule', () => {
    expect(read(mergeGroupEvent(base, head))).toEqual({ kind: 'range', base, head });
    expect(read(pushEvent(base, head))).toEqual({ kind: 'tree', head });
    expect(read(dispatchEvent(head))).toEqual({ kind: 'tree', head, audit: 'beside' });
    expect(read(dispatchEvent(head, 'trial'))).toEqual({ kind: 'tree', head });
    expect(read(scheduleEvent(head))).toEqual({ kind: 'tree', head, audit: 'alone' });
    expect(read(pushEvent(base, '', true))).toMatchObject({ kind: 'nothing' });
  });

  test('a payload without what is needed is refused', () => {
    expect(() => readEvent('pull_request', {}, head)).toThrow('names no pull request');
    expect(() => readEvent('pull_request', { pull_request: { number: 1, head: { sha: 'main' } } }, head)).toThrow(
      'pull_request.head.sha is missing or no commit name',
    );
    expect(() => readEvent('deployment\n::error::', {}, head)).toThrow('“deployment???error??”');
  });
});

describe('action.yml', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const action = parseYaml(readFileSync(`${root}/action.yml`, 'utf8'));

  test('runs the bundle on node24 and says what each input and output is', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(action.branding).toMatchObject({ icon: expect.any(String), color: expect.any(String) });
    for (const [name, each] of Object.entries<{ description?: string; default?: unknown }>(action.inputs)) {
      expect(each.description, name).toMatch(/\.$/);
      expect(each, name).toHaveProperty('default');
    }
    for (const [name, each] of Object.entries<{ description?: string }>(action.outputs)) {
      expect(each.description, name).toMatch(/\.$/);
    }
  });

  test('every output that is set is described, and the other way round', () => {
    const code = readdirSync(`${root}/src/action`).map((file) => readFileSync(`${root}/src/action/${file}`, 'utf8'));
    const set = [...code.join('\n').matchAll(/setOutput\(\s*'([\w-]+)'/g)].map(([, name]) => name);
    expect([...new Set(set)].sort()).toEqual(Object.keys(action.outputs).sort());
  });
});

describe('the fake refuses what GitHub refuses', () => {
  let github: FakeGitHub;
  const NONE: Permissions = { contents: 'none', pull_requests: 'none', issues: 'none', checks: 'none' };
  const person: Permissions = { ...NONE, checks: 'write', pull_requests: 'write' };
  const world = createWorld();
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `line ${from + at}\n`).join('');
  const base = commit(world, null, { 'a.md': lines(0, 60) });
  const changed = `${lines(0, 10)}new\n${lines(10, 40)}new\n${lines(40, 60)}`;
  const pull = openPull(world, base, commit(world, base, { 'a.md': changed }));
  world.tokens.set('reads', { login: 'reader[bot]', app: true, permissions: NONE });
  world.tokens.set('person', { login: 'mona', app: false, permissions: person });
  beforeAll(async () => {
    github = await startGitHub(world);
  });
  afterAll(() => github.close());

  const at = '/repos/Codertocat/Hello-World';
  async function send(method: string, path: string, body?: unknown, token = TOKEN) {
    const response = await fetch(`${github.url}${path}`, {
      method,
      headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  const review = (comment: object, more: object = {}) => ({
    commit_id: pull.head,
    event: 'COMMENT',
    body: 'b',
    comments: [{ path: 'a.md', body: 'c', line: 11, side: 'RIGHT', ...comment }],
    ...more,
  });
  const check = (output: object, more: object = {}) => ({
    name: 'c',
    head_sha: pull.head,
    status: 'completed',
    conclusion: 'success',
    output: { title: 't', summary: 's', ...output },
    ...more,
  });
  const note = { path: 'a.md', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };

  const reviews: readonly [string, object, string][] = [
    ['a line off the diff', review({ line: 30 }), 'line must be part of the diff'],
    ['a file off the diff', review({ path: 'b.md' }), 'Path could not be resolved'],
    ['a start that is the end', review({ start_line: 11, start_side: 'RIGHT' }), 'must precede'],
    ['a range over two hunks', review({ line: 42, start_line: 11, start_side: 'RIGHT' }), 'same hunk'],
    ['a file comment in a review', review({ subject_type: 'file' }), 'subject_type'],
    ['a line that is a text', review({ line: '11' }), 'line'],
    ['a comment that is too long', review({ body: 'x'.repeat(65_537) }), 'too long'],
    ['an unknown event', review({}, { event: 'NOTE' }), 'event'],
    ['an approval', review({}, { event: 'APPROVE' }), 'not permitted to approve'],
    ['a commit of something else', review({}, { commit_id: 'a'.repeat(40) }), 'not part of the pull request'],
    ['nothing at all', { event: 'COMMENT', commit_id: '' }, ''],
  ];
  test.each(reviews)('review: %s', async (_name, body, said) => {
    const { status, text } = await send('POST', `${at}/pulls/2/reviews`, body);
    expect(status).toBe(422);
    expect(text).toContain(said);
    expect(pull.threads).toEqual([]);
  });

  test('review: all or nothing, and only one pending', async () => {
    const bad = review(
      {},
      {
        comments: [
          { path: 'a.md', body: 'c', line: 11 },
          { path: 'a.md', body: 'c', line: 30 },
        ],
      },
    );
    expect((await send('POST', `${at}/pulls/2/reviews`, bad)).status).toBe(422);
    expect(pull.threads).toEqual([]);
    const { event: _, ...pending } = review({});
    expect((await send('POST', `${at}/pulls/2/reviews`, pending)).status).toBe(200);
    const second = await send('POST', `${at}/pulls/2/reviews`, review({}));
    expect(second).toMatchObject({ status: 422, text: expect.stringContaining('one pending review') });
    expect((await send('DELETE', `${at}/pulls/2/reviews/${pull.reviews[0]!.id}`)).status).toBe(200);
    expect((await send('POST', `${at}/pulls/2/reviews`, review({}))).status).toBe(200);
    expect((await send('DELETE', `${at}/pulls/2/reviews/${pull.reviews[0]!.id}`)).status).toBe(422);
  });

  const checks: readonly [string, object, string][] = [
    ['51 annotations', check({ annotations: Array(51).fill(note) }), '50'],
    ['a summary of too many bytes', check({ summary: 'é'.repeat(33_000) }), 'maximum bytesize'],
    ['no conclusion', check({}, { conclusion: undefined }), 'conclusion'],
    ['an unknown commit', check({}, { head_sha: 'a'.repeat(40) }), 'No commit found'],
    ['an end before the start', check({ annotations: [{ ...note, end_line: 0 }] }), 'end_line'],
    ['columns over lines', check({ annotations: [{ ...note, end_line: 2, start_column: 1 }] }), 'columns'],
    ['an unknown level', check({ annotations: [{ ...note, annotation_level: 'error' }] }), 'annotation_level'],
    ['a property that is not described', check({ footer: 'f' }), 'footer'],
  ];
  test.each(checks)('check: %s', async (_name, body, said) => {
    const { status, text } = await send('POST', `${at}/check-runs`, body);
    expect(status).toBe(422);
    expect(text).toContain(said);
  });

  test('check: a person makes none, and a workflow does not complete one later', async () => {
    expect((await send('POST', `${at}/check-runs`, check({}), 'person')).status).toBe(403);
    const made = await send('POST', `${at}/check-runs`, check({}));
    const { id } = JSON.parse(made.text) as { id: number };
    expect((await send('PATCH', `${at}/check-runs/${id}`, { conclusion: 'failure' })).status).toBe(403);
    expect(
      (await send('PATCH', `${at}/check-runs/${id}`, { output: { title: 't', summary: 's', annotations: [note] } }))
        .status,
    ).toBe(200);
    expect(world.checks[0]?.annotations).toHaveLength(1);
  });

  test('a token without a right is told which one is needed', async () => {
    const refused = await send('POST', `${at}/pulls/2/reviews`, review({}), 'reads');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('pull_requests=write');
    expect((await send('GET', `${at}/pulls/2/files`, undefined, 'nobody')).status).toBe(401);
  });

  test('pages of more than a hundred, unknown parameters and unknown paths', async () => {
    expect((await send('GET', `${at}/pulls/2/files?per_page=101`)).status).toBe(422);
    expect((await send('GET', `${at}/pulls/2/files?size=3`)).status).toBe(422);
    expect((await send('GET', `${at}/pulls/two/files`)).status).toBe(422);
    expect((await send('GET', `${at}/pulls/2/commits`)).status).toBe(404);
  });

  test('GraphQL: wrong fields, missing page sizes, rights, too many annotations', async () => {
    const ask = async (query: string, variables: object = {}, token?: string) =>
      JSON.parse((await send('POST', '/graphql', { query, variables }, token)).text);
    expect((await ask('query { viewer { nick } }')).errors[0].message).toContain('Cannot query field "nick"');
    const open =
      'query { repository(owner: "Codertocat", name: "Hello-World") { pullRequest(number: 2) { comments { totalCount } } } }';
    expect((await ask(open)).errors[0].type).toBe('MISSING_PAGINATION_BOUNDARIES');
    const { document, variables } = changesMutation([{ kind: 'add summary', pull: pull.nodeId, body: 'b' }]);
    expect((await ask(document, variables, 'reads')).errors[0]).toMatchObject({ type: 'FORBIDDEN', path: ['m0'] });
    const resolve = changesMutation([{ kind: 'resolve', thread: pull.threads[0]!.nodeId }]);
    expect((await ask(resolve.document, resolve.variables)).errors[0].type).toBe('FORBIDDEN');
    const data = { path: 'a.md', location: { startLine: 1, endLine: 1 }, annotationLevel: 'NOTICE', message: 'm' };
    const output = { title: 't', summary: 's', annotations: Array(51).fill(data) };
    const many = changesMutation([
      { kind: 'annotate', input: { repositoryId: 'R_1', checkRunId: world.checks[0]!.nodeId, output } },
    ]);
    expect((await ask(many.document, many.variables)).data.m0.checkRun).toBeNull();
    expect(world.checks[0]?.annotations).toHaveLength(1);
  });
});
