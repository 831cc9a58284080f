import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/types/policy.ts';
import { renderSarif } from '../support/render.ts';
import { findingOf, postingOf, reviewOf } from '../support/review.ts';

const rule: Rule = {
  id: 'some-rule',
  category: 'some',
  title: 'Something stands here',
  why: 'It costs candidates.',
  fix: 'Leave it out.',
  source: 'article',
  severity: 'notice',
  lanes: 'all',
  levels: 'all',
  on: true,
  waivable: true,
  checks: [],
  message: '',
};
const posting = postingOf('one two\nthree four\n', { path: 'jobs/a b.md' });
const review = reviewOf(
  [
    [
      posting,
      [findingOf(posting, 'two'), findingOf(posting, 'four', { severity: 'notice', waived: { reason: 'so' } })],
    ],
  ],
  [{ path: 'x.md', severity: 'warning', message: 'It is gone.' }],
);
const edits = [{ span: { start: 4, end: 7 }, text: '2' }];
const fixes = new Map([[review.postings[0]!, new Map([[0, edits]])]]);
const log = JSON.parse(renderSarif(review, [rule, { ...rule, id: 'unused' }], '1.2.3', fixes));
const run = log.runs[0];

describe('the SARIF log', () => {
  test('is one run of version 2.1.0 that lists the rules it uses', () => {
    expect(log.version).toBe('2.1.0');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver).toMatchObject({ name: 'jd-review', version: '1.2.3' });
    expect(run.tool.driver.rules).toHaveLength(1);
    expect(run.tool.driver.rules[0]).toMatchObject({
      id: 'some-rule',
      defaultConfiguration: { level: 'note', enabled: true },
    });
  });

  test('places a result by a URI below the repository and a region', () => {
    expect(run.results[0]).toMatchObject({ ruleId: 'some-rule', ruleIndex: 0, level: 'error' });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'jobs/a%20b.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 8 },
    });
  });

  test('suppresses a waived finding with its reason', () => {
    expect(run.results[0].suppressions).toBeUndefined();
    expect(run.results[1].suppressions).toEqual([{ kind: 'inSource', justification: 'so' }]);
  });

  test('offers the fixes that hold', () => {
    expect(run.results[0].fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 8 }, insertedContent: { text: '2' } },
    ]);
    expect(run.results[1].fixes).toBeUndefined();
  });

  test('tells problems as notifications of the run', () => {
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      {
        level: 'warning',
        message: { text: 'It is gone.' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'x.md', uriBaseId: '%SRCROOT%' } } }],
      },
    ]);
  });
});
