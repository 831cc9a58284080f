import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../support/render.ts';
import { findingOf, postingOf, reviewOf } from '../support/review.ts';

const posting = postingOf('one two\nthree four\n', {
  title: { text: '<b>One</b> | @two', span: { start: 0, end: 3 }, from: 'body' },
  lane: { id: 'night', alias: false },
});
const options = { showBands: true, failOn: 'error', fixes: new Map() } as const;

describe('the Markdown report', () => {
  test('has a table of findings for each posting and counts them', () => {
    const review = reviewOf([[posting, [findingOf(posting, 'two')]]]);
    const text = renderMarkdown(review, options);
    expect(text).toMatch(
      /^# jd-review: fail\n\n1 posting, 1 error, 0 warnings, 0 notices, 0 waived\. Fails from error up\.\n/,
    );
    expect(text).toContain('\n| 1:5 | error | “two” stands here. | `some-rule` |\n');
  });

  test('reads nothing of a posting as markup', () => {
    const message = '[x](https://e.com) **b** `c` | <img src=x> @octocat #1 &lt;';
    const text = renderMarkdown(reviewOf([[posting, [findingOf(posting, 'two', { message })]]]), options);
    const row = text.split('\n').find((line) => line.startsWith('| 1:5'))!;
    expect(row.replaceAll('\\|', '').split('|')).toHaveLength(6);
    expect(row).not.toMatch(/<img|(?<!\\)\*\*|(?<!\\)\[|@octocat|#1|https:\/\/e/);
    expect(text).not.toMatch(/<b>|@two/);
  });

  test('lists waived findings apart, with their reason', () => {
    const finding = findingOf(posting, 'four', { waived: { reason: 'so *it* is' }, decides: false });
    const text = renderMarkdown(reviewOf([[posting, [finding]]]), options);
    expect(text).toContain('Nothing found.');
    expect(text).toContain('- line 2, `some-rule`: so \\*it\\* is');
  });

  test('marks what --fix mends', () => {
    const review = reviewOf([[posting, [findingOf(posting, 'two')]]]);
    const fixes = new Map([[review.postings[0]!, new Map([[0, [{ span: { start: 4, end: 7 }, text: '2' }]]])]]);
    expect(renderMarkdown(review, { ...options, fixes })).toContain('_`--fix` mends this._');
  });

  test('names the files that could not be read', () => {
    const problem = { path: 'gone`.md', severity: 'error', message: 'It is gone.' } as const;
    expect(renderMarkdown(reviewOf([], [problem]), options)).toContain(
      '## Could not be read\n\n- ``gone`.md``: It is gone.',
    );
  });
});
