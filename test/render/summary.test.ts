import { describe, expect, test } from 'vitest';
import type { Approval, Shown } from '../../src/render/approval.ts';
import { comparisonText, renderCheck } from '../../src/render/check.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Posting } from '../../src/types/posting.ts';
import type { Finding } from '../../src/types/review.ts';
import { findingOf, postingOf, reviewOf } from '../support/review.ts';

const FILES = 'https://github.example/mona/jobs/blob/0123456789abcdef';
const LIMIT = 60_000;

function approvalOf(
  postings: readonly (readonly [Posting, readonly Finding[]])[],
  home: Shown['home'] = 'comment',
  given: Partial<Approval> = {},
): Approval {
  const shown = postings.flatMap(([, findings]) => findings.map((finding) => ({ finding, home, settled: false })));
  return {
    review: reviewOf(postings),
    shown,
    showBands: true,
    head: '0123456789abcdef',
    files: FILES,
    notes: [],
    ...given,
  };
}

/** As many postings as said; every other one has an error and a notice. */
function many(count: number): [Posting, Finding[]][] {
  return Array.from({ length: count }, (_, at) => {
    const posting = postingOf('one two\nthree\n', { path: `jobs/${at}.md` });
    const findings = [findingOf(posting, 'two'), findingOf(posting, 'three', { severity: 'notice' })];
    return [posting, at % 2 === 0 ? findings : []];
  });
}

const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('| `jobs/'));

describe('the table of postings', () => {
  test('has three columns, which a phone shows without scrolling', () => {
    const table = renderSummary(approvalOf(many(2)), LIMIT)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(table).toHaveLength(4);
    for (const row of table) expect(row.split(' | ')).toHaveLength(3);
  });

  test('links each count to the line of the first such finding', () => {
    const [first, second] = rowsOf(renderSummary(approvalOf(many(2)), LIMIT));
    expect(first).toContain(
      `| ❌ [1 error](${FILES}/jobs/0.md?plain=1#L1)<br>[1 notice](${FILES}/jobs/0.md?plain=1#L2) |`,
    );
    expect(second).toContain('| ✅ good |');
  });

  test('calls a posting good that has notices only, and counts waived findings beside it', () => {
    const posting = postingOf('one two\n');
    const notice = findingOf(posting, 'one', { severity: 'notice' });
    const waived = findingOf(posting, 'two', { waived: { reason: 'so' }, decides: false });
    const [row] = rowsOf(renderSummary(approvalOf([[posting, [notice, waived]]]), LIMIT));
    expect(row).toContain(`| ✅ good<br>[1 notice](${FILES}/jobs/a.md?plain=1#L1)<br>1 waived |`);
  });

  test('a path that a stranger chose ends no link and no cell', () => {
    const posting = postingOf('one two\n', { path: 'jobs/a b](x)|`<b>#?.md' });
    const [row] = renderSummary(approvalOf([[posting, [findingOf(posting, 'two')]]]), LIMIT)
      .split('\n')
      .filter((line) => line.includes('1 error]'));
    expect(row).toContain(`[1 error](${FILES}/jobs/a%20b%5D%28x%29%7C%60%3Cb%3E%23%3F.md?plain=1#L1) |`);
    expect(row!.replaceAll('\\|', '').split('|')).toHaveLength(5);
  });

  test('folds the good ones away where there are many', () => {
    const few = renderSummary(approvalOf(many(10)), LIMIT);
    expect(few).not.toContain('<details>');
    expect(rowsOf(few)).toHaveLength(10);
    const lots = renderSummary(approvalOf(many(30)), LIMIT);
    const [shown, folded] = lots.split('<details><summary>✅ 15 postings without errors and warnings</summary>');
    expect(rowsOf(shown!)).toHaveLength(15);
    expect(rowsOf(folded!)).toHaveLength(15);
    expect(folded).toMatch(/^\n\n\| Posting \|[\s\S]*\n\n<\/details>\n/);
  });
});

describe('lists', () => {
  test('name each finding that has no comment, with a link to its line', () => {
    const text = renderSummary(approvalOf(many(1), 'annotation'), LIMIT);
    expect(text).toContain(
      `\n**Without a comment of its own**\n\n- \`jobs/0.md\` [line 1](${FILES}/jobs/0.md?plain=1#L1), **error**: “two” stands here. \`some-rule\`\n`,
    );
  });

  test('fold where they are long', () => {
    const text = renderSummary(approvalOf(many(30), 'annotation'), LIMIT);
    expect(text).toMatch(
      /\n<details><summary>Without a comment of its own: 30<\/summary>\n\n(?:- .*\n){30}\n<\/details>\n/,
    );
  });

  test('are whole folds or none, however little room there is', () => {
    const approval = approvalOf(many(300), 'annotation');
    for (let limit = 1500; limit < 40_000; limit += 1300) {
      const text = renderSummary(approval, limit);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    }
  });
});

test('links go before any row does', () => {
  const approval = approvalOf(many(40), 'annotation');
  const { files: _, ...plainly } = approval;
  for (const render of [
    (given: Approval, limit: number) => renderSummary(given, limit),
    (given: Approval, limit: number) => comparisonText(given, limit),
  ]) {
    const [linked, without] = [render(approval, LIMIT), render(plainly, LIMIT)];
    expect(Buffer.byteLength(linked)).toBeGreaterThan(Buffer.byteLength(without) + 1000);
    expect(render(approval, Buffer.byteLength(without) + 10)).toBe(without);
  }
});

test('the check tells the same table and the lines of its findings', () => {
  const { summary, text } = renderCheck(approvalOf(many(1)));
  expect(rowsOf(summary)).toEqual(rowsOf(renderSummary(approvalOf(many(1)), LIMIT)));
  expect(text).toContain(`\n- [line 2](${FILES}/jobs/0.md?plain=1#L2), **notice**: “three” stands here. \`some-rule\``);
});
