import { describe, expect, test } from 'vitest';
import { keyFrom } from '../../src/baseline/entries.ts';
import { baselineText, readBaseline } from '../../src/baseline/file.ts';
import { movesOf } from '../../src/baseline/moves.ts';

const entries = (...keys: readonly (readonly [rule: string, found: string, count?: number])[]) =>
  new Map(keys.map(([rule, found, count = 1]) => [keyFrom(rule, found), count]));

const one = (more = '') =>
  `{\n  "version": 1,\n  "findings": [\n    {"path":"a.md","rule":"r","found":"x"${more}}\n  ]\n}\n`;

async function faultOf(text: string): Promise<string | undefined> {
  const read = await readBaseline('b.json', text);
  if ('baseline' in read) return undefined;
  return read.problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`).join('\n');
}

describe('the file of a baseline', () => {
  test('is the same whatever order its findings came in, one a line, and is read as it was written', async () => {
    const parts = [
      ['b.md', entries(['r', 'y'], ['q', 'x', 3])],
      ['a.md', entries(['r', 'x'])],
    ] as const;
    const text = baselineText(new Map(parts));
    expect(text).toBe(baselineText(new Map([...parts].reverse())));
    expect(text.split('\n').slice(3, 6)).toEqual([
      '    {"path":"a.md","rule":"r","found":"x"},',
      '    {"path":"b.md","rule":"q","found":"x","count":3},',
      '    {"path":"b.md","rule":"r","found":"y"}',
    ]);
    expect(await readBaseline('b.json', text)).toEqual({ baseline: new Map(parts) });
    expect(await faultOf(baselineText(new Map()))).toBeUndefined();
  });

  test('may name a posting like a property of objects', async () => {
    const text = baselineText(new Map([['__proto__', entries(['constructor', 'x'])]]));
    expect(await readBaseline('b.json', text)).toEqual({
      baseline: new Map([['__proto__', entries(['constructor', 'x'])]]),
    });
  });

  test.each([
    ['broken JSON', '{\n  "version": 1,\n  "findings": [,]\n}', /^3:16 Not valid JSON: unexpected token/],
    ['nothing', '', /^1:1 Not valid JSON/],
    ['marks of a merge', '{\n<<<<<<< HEAD\n}', /^2:1 Not valid JSON: marks of a merge/],
    ['a deep nest', '['.repeat(50_000), /^1:1 Not valid JSON: it is nested too deeply/],
    ['another version', '{\n  "version": 2,\n  "notes": []\n}', /^2:14 This baseline has version 2/],
    ['no version', '{ "findings": [] }', /“version” is missing/],
    ['a list', '[]', /^1:1 The file is a list/],
    ['an unknown key', one(',"cuont":2'), /^4:43 There is no key “cuont” here: .*“count”/],
    ['text for a number', one(',"count":"2"'), /^4:51 “count” is text: write a/],
    ['a finding twice', one().replace(/(\{"path.*\})/, '$1,\n    $1'), /^5:5 This finding stands .* a second time/],
  ])('is refused with line and column for %s', async (_, text, words) => {
    expect(await faultOf(text)).toMatch(words);
  });
});

describe('a posting that got another name', () => {
  const old = entries(['r', 'x'], ['r', 'y'], ['q', 'z']);
  const baseline = new Map([
    ['a.md', old],
    ['b.md', entries(['s', 'w'])],
  ]);

  test('is the one that is gone and had the same findings', () => {
    const fresh = [
      { path: 'c.md', entries: entries(['s', 'w']) },
      { path: 'd.md', entries: old },
    ];
    expect([...movesOf(baseline, ['a.md', 'b.md'], fresh)]).toEqual([
      ['c.md', 'b.md'],
      ['d.md', 'a.md'],
    ]);
  });

  test('may have had one mended, but keeps more than half', () => {
    const most = [{ path: 'd.md', entries: entries(['r', 'x'], ['r', 'y']) }];
    const half = [{ path: 'd.md', entries: entries(['r', 'x'], ['t', 'x']) }];
    expect([...movesOf(baseline, ['a.md'], most)]).toEqual([['d.md', 'a.md']]);
    expect([...movesOf(baseline, ['a.md'], half)]).toEqual([]);
  });

  test('is only one', () => {
    const fresh = ['d.md', 'e.md'].map((path) => ({ path, entries: old }));
    expect([...movesOf(baseline, ['a.md'], fresh)]).toEqual([['d.md', 'a.md']]);
  });
});
