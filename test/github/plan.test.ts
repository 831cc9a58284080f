import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../src/github/fingerprint.ts';
import { type Mark, markOf, withMark } from '../../src/github/markers.ts';
import { nodesOf } from '../../src/github/pages.ts';
import { permissionsBlock } from '../../src/github/permissions.ts';
import { house, MOST_ANNOTATIONS } from '../../src/github/placement.ts';
import { planComments, planSummary } from '../../src/github/plan.ts';
import { type GraphPull, type Thread, type Traces, tracesOf } from '../../src/github/threads.ts';
import type { Finding } from '../../src/types/review.ts';

function finding(line: number, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'some-rule',
    severity: 'error',
    path: 'jobs/a.md',
    span: { start: 0, end: 1 },
    found: 'word',
    message: 'message',
    why: 'why',
    fix: 'fix',
    line,
    column: 1,
    endLine: line,
    endColumn: 5,
    decides: true,
    ...more,
  };
}

function threadOf(fingerprint: string, more: Partial<Thread> = {}): Thread {
  return {
    id: `T${fingerprint}`,
    comment: `C${fingerprint}`,
    number: 1,
    url: '',
    body: withMark('body', { kind: 'finding', fingerprint }),
    fingerprint,
    path: 'jobs/a.md',
    line: 3,
    startLine: null,
    answered: false,
    resolved: false,
    resolvedByPerson: false,
    mayUnresolve: true,
    ...more,
  };
}

const traces = (more: Partial<Traces> = {}): Traces => ({
  pull: 'P',
  open: true,
  head: 'a'.repeat(40),
  threads: [],
  summaries: [],
  reviews: [],
  pending: [],
  ...more,
});

describe('fingerprints', () => {
  test('do not change with the line, the case or the space between words', () => {
    const [a] = fingerprints([finding(3, { found: 'Some  Word' })]);
    const [b] = fingerprints([finding(99, { found: 'some word', message: 'other' })]);
    expect(a).toBe(b);
  });

  test('tell rules, paths, words and findings alike apart', () => {
    const names = fingerprints([
      finding(1),
      finding(2),
      finding(1, { rule: 'other' }),
      finding(1, { path: 'jobs/b.md' }),
      finding(1, { found: 'other' }),
    ]);
    expect(new Set(names).size).toBe(5);
  });
});

describe('marks', () => {
  const marks: readonly Mark[] = [
    { kind: 'review' },
    { kind: 'finding', fingerprint: 'abc0' },
    { kind: 'finding', fingerprint: 'abc0', fixed: 'def1' },
    { kind: 'summary', head: 'abc', seen: { now: [] } },
    { kind: 'summary', head: 'abc', seen: { now: ['a1', 'b2'], before: { head: 'def', findings: ['c3'] } } },
  ];
  test.each(marks)('%j comes back', (mark) => {
    expect(markOf(withMark('some text', mark))).toEqual(mark);
    expect(markOf(`${withMark('some text', mark).replaceAll('\n', '\r\n')}\r\n`)).toEqual(mark);
  });

  const none = [
    'text',
    '',
    `${withMark('a', { kind: 'review' })}\nmore`,
    `\`\`\`\n<!-- jd-review:finding id=abc0 -->\n\`\`\``,
    '<!-- jd-review:finding id=xyz -->',
    '<!-- jd-review:finding -->',
    '<!-- jd-review:summary head=abc now=--> <!-- -->',
    '<!-- jd-review allow some-rule: a reason -->',
  ];
  test.each(none)('%j is none', (text) => {
    expect(markOf(text)).toBeUndefined();
  });

  test('a list that is too long is not kept', () => {
    const now = Array.from({ length: 401 }, (_, at) => at.toString(16));
    expect(markOf(withMark('a', { kind: 'summary', head: 'abc', seen: { now } }))).toBeUndefined();
  });
});

describe('threads', () => {
  const pull = (login: string | null, body: string, viewerDidAuthor = true): GraphPull => ({
    id: 'P',
    state: 'OPEN',
    headRefOid: 'a',
    comments: { nodes: [] },
    reviews: { nodes: [] },
    pending: { nodes: [] },
    reviewThreads: {
      nodes: [
        {
          id: 'T',
          path: 'a.md',
          line: 1,
          startLine: null,
          isResolved: true,
          viewerCanUnresolve: true,
          resolvedBy: login === null ? null : { login },
          comments: {
            totalCount: 1,
            nodes: [{ id: 'C', url: '', body, state: 'SUBMITTED', viewerDidAuthor, originalCommit: null }],
          },
        },
      ],
    },
  });
  const threads = (state: GraphPull) => nodesOf(state.reviewThreads);
  const open = withMark('text', { kind: 'finding', fingerprint: 'abc0' });
  const fixed = withMark('text', { kind: 'finding', fingerprint: 'abc0', fixed: 'def' });
  const table: readonly [string, GraphPull, boolean][] = [
    ['resolved by a person', pull('mona', open), true],
    ['resolved by a person after it was fixed', pull('mona', fixed), true],
    ['resolved by us', pull('github-actions[bot]', fixed), false],
    ['resolved by us, named without [bot]', pull('github-actions', fixed), false],
    ['resolved by nobody named, said to be fixed', pull(null, fixed), false],
    ['resolved by nobody named, still open in our words', pull(null, open), true],
  ];
  test.each(table)('%s', (_name, state, byPerson) => {
    expect(tracesOf(state, threads(state), [], 'github-actions[bot]').threads[0]?.resolvedByPerson).toBe(byPerson);
  });

  test("a mark in somebody else's comment is nothing", () => {
    expect(tracesOf(pull(null, open, false), threads(pull(null, open, false)), [], '').threads).toEqual([]);
  });
});

describe('homes', () => {
  const diffs = new Map([['jobs/a.md', { shown: new Map([[3, 1]]), changed: new Set([3]) }]]);
  const options = { diffs, threads: [], comments: true, annotations: true, maxComments: 30 };
  const homes = (findings: readonly Finding[], more: object = {}) =>
    house(findings, fingerprints(findings), { ...options, ...more }).map(({ home, anchor, reason }) => [
      home,
      anchor?.line,
      reason,
    ]);

  test('every finding has one, and the reason is said', () => {
    expect(
      homes([
        finding(3),
        finding(9),
        finding(3, { severity: 'notice' }),
        finding(3, { waived: { reason: 'r' } }),
        finding(1, { endLine: 4 }),
      ]),
    ).toEqual([
      ['comment', 3, 'its line is in the diff'],
      ['annotation', undefined, 'its line is not in the diff'],
      ['summary', undefined, 'notices stand in the summary'],
      ['comment', 3, 'its line is in the diff'],
    ]);
  });

  test('errors come before warnings when there is room for one', () => {
    const two = [finding(3, { severity: 'warning' }), finding(3)];
    expect(homes(two, { maxComments: 1 }).map(([home]) => home)).toEqual(['annotation', 'comment']);
    expect(homes(two, { maxComments: 1, annotations: false }).map(([home]) => home)).toEqual(['summary', 'comment']);
    expect(homes(two, { comments: false }).map(([home]) => home)).toEqual(['annotation', 'annotation']);
  });

  test('a check holds so many annotations, errors before warnings; the summary has the rest', () => {
    const warnings = Array.from({ length: MOST_ANNOTATIONS }, () => finding(9, { severity: 'warning' }));
    const told = homes([...warnings, finding(9)]);
    expect(told.filter(([home]) => home === 'annotation')).toHaveLength(MOST_ANNOTATIONS);
    expect(told.at(-1)![0]).toBe('annotation');
    expect(told.at(-2)).toEqual(['summary', undefined, 'the check holds no more annotations']);
  });
});

describe('the plan', () => {
  const [name = ''] = fingerprints([finding(3)]);
  const body = withMark('words', { kind: 'finding', fingerprint: name });
  const plan = (findings: readonly Finding[], threads: readonly Thread[], more: object = {}) => {
    const housed = house(findings, fingerprints(findings), {
      diffs: new Map([['jobs/a.md', { shown: new Map([[3, 1]]), changed: new Set([3]) }]]),
      threads,
      comments: true,
      annotations: true,
      maxComments: 30,
    });
    const words = new Map(housed.map(({ fingerprint }) => [fingerprint, { body: 'words' }]));
    const input = {
      housed,
      words,
      traces: traces({ threads }),
      head: 'b'.repeat(40),
      struck: () => 'struck',
      cleanUp: false,
      comments: true,
    };
    return planComments({ ...input, ...more }).steps.map(({ action, reason }) => `${action}: ${reason}`);
  };

  const table: readonly [string, readonly Finding[], Partial<Thread> | undefined, string[]][] = [
    ['new', [finding(3)], undefined, ['create: new finding some-rule']],
    ['still so', [finding(3)], { body }, ['keep: still so, nothing new to say']],
    ['other words', [finding(3)], {}, ['update: its words have changed']],
    ['answered', [finding(3)], { answered: true }, ['skip: a person answered it: left alone']],
    [
      'resolved by a person',
      [finding(3)],
      { resolved: true, resolvedByPerson: true },
      ['skip: a person resolved it: left alone'],
    ],
    ['back again', [finding(3)], { fixed: 'abc', resolved: true }, ['update: the finding is back at bbbbbbb']],
    ['fixed', [], { body }, ['resolve: fixed in bbbbbbb']],
    ['fixed and answered', [], { answered: true }, ['skip: a person answered it: left alone']],
    ['fixed long ago', [], { fixed: 'abc' }, ['keep: said to be fixed already']],
  ];
  test.each(table)('%s', (_name, findings, thread, steps) => {
    expect(plan(findings, thread ? [threadOf(name, thread)] : [])).toEqual(steps);
  });

  test('twice for one finding: the second goes', () => {
    const threads = [threadOf(name, { body }), threadOf(name, { body, id: 'T2', comment: 'C2', number: 2, line: 9 })];
    expect(plan([finding(3)], threads)).toEqual([
      'keep: still so, nothing new to say',
      'delete: a second comment for one finding',
    ]);
  });

  test('nothing left to review: own comments go, those with answers stay', () => {
    const threads = [threadOf(name), threadOf('b'.repeat(18), { answered: true })];
    expect(plan([], threads, { cleanUp: true })).toEqual([
      'delete: no posting is left in this pull request',
      'skip: a person answered it: left alone',
    ]);
  });

  test('the summary: made, kept, rewritten, one of several, removed', () => {
    const mark: Mark & { kind: 'summary' } = { kind: 'summary', head: 'abc', seen: { now: [] } };
    const own = (id: string, text: string) => ({ id, url: '', body: text, mark });
    const actions = (summaries: Traces['summaries'], text: string | undefined) =>
      planSummary(traces({ summaries }), text).map(({ action, id }) => `${action} ${id}`);
    expect(actions([], 'a')).toEqual(['create P']);
    expect(actions([own('1', 'a')], 'a')).toEqual(['keep 1']);
    expect(actions([own('1', 'a')], 'b')).toEqual(['update 1']);
    expect(actions([own('1', 'a'), own('2', 'a')], 'a')).toEqual(['delete 2', 'keep 1']);
    expect(actions([own('1', 'a')], undefined)).toEqual(['delete 1']);
    expect(actions([], undefined)).toEqual([]);
  });
});

test('the permissions to paste: what is needed always, and what a refusal names beside it', () => {
  const usual = 'permissions:\n  contents: read\n  pull-requests: write\n  checks: write\n';
  expect(permissionsBlock([{ what: 'review', accepted: 'pull_requests=write' }])).toBe(usual);
  expect(permissionsBlock([{ what: 'summary', accepted: 'issues=write; pull_requests=write' }])).toBe(usual);
  expect(permissionsBlock([{ what: 'line comments' }])).toBe(usual);
  expect(permissionsBlock([{ what: 'x', accepted: 'actions=read,contents=write' }])).toBe(
    'permissions:\n  contents: write\n  pull-requests: write\n  checks: write\n  actions: read\n',
  );
});
