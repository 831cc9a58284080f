import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/render/plain.ts';
import { renderTerminal } from '../support/render.ts';
import { findingOf, postingOf, reviewOf } from '../support/review.ts';

const text = 'one two\nthree four\n';
const posting = postingOf(text, { title: { text: 'One', span: { start: 0, end: 3 }, from: 'body' } });
const look = { colour: false, showBands: true, failOn: 'error' } as const;

describe('the report for people', () => {
  test('groups findings by posting, aligned, and counts at the end', () => {
    const review = reviewOf([
      [posting, [findingOf(posting, 'two'), findingOf(posting, 'four', { severity: 'notice', rule: 'other-rule' })]],
      [postingOf('', { path: 'jobs/b.md' }), []],
    ]);
    expect(renderTerminal(review, look)).toBe(`jobs/a.md  One
  1:5  error    “two” stands here.  some-rule
  2:7  notice   “four” stands here.  other-rule

  pay               not compared: no pay stated

jobs/b.md
  nothing found

  pay               not compared: no pay stated

2 postings, 1 error, 0 warnings, 1 notice, 0 waived: fail (fail-on is error)
`);
  });

  test('puts problems of a posting with it, and those of no posting first', () => {
    const problems = [
      { path: 'jobs/a.md', place: { line: 2, column: 1, endLine: 2, endColumn: 3 }, severity: 'notice', message: 'A.' },
      { path: 'gone.md', severity: 'error', message: 'B.' },
    ] as const;
    const out = renderTerminal(reviewOf([[posting, []]], problems), look);
    expect(out).toMatch(/^gone\.md\n {2}- {2}error {4}B\.\n\njobs\/a\.md {2}One\n {2}2:1 {2}notice {3}A\.\n/);
    expect(out).toMatch(/0 waived, 2 problems: pass\n$/);
  });

  test('shows waived findings with their reason', () => {
    const waived = findingOf(posting, 'two', { waived: { reason: 'so' }, decides: false });
    expect(renderTerminal(reviewOf([[posting, [waived]]]), look)).toContain(
      '  1:5  waived   “two” stands here. Waived: so  some-rule\n',
    );
  });

  test('wraps messages under themselves and keeps rule ids within the width', () => {
    const long = findingOf(posting, 'two', { message: 'word '.repeat(30).trim() });
    const out = renderTerminal(reviewOf([[posting, [long]]]), { ...look, width: 50 });
    const lines = out.split('\n\n')[0]!.split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(50);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {16}\S/);
    expect(lines.at(-1)).toContain('some-rule');
  });

  test('colours change nothing but colours', () => {
    const review = reviewOf([[posting, [findingOf(posting, 'two')]]]);
    const coloured = renderTerminal(review, { ...look, colour: true });
    expect(coloured).not.toBe(renderTerminal(review, look));
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(review, look));
  });

  test('prints no control character of a posting, its path or a message', () => {
    const bad = '\u001b[31m\u0007\u009b2J\u202e\u2066\u200b\r\u2028';
    const evil = postingOf(text, {
      path: `a${bad}.md`,
      title: { text: `T${bad}`, span: { start: 0, end: 1 }, from: 'body' },
    });
    const review = reviewOf([[evil, [findingOf(evil, 'two', { message: `M${bad}` })]]]);
    expect(renderTerminal(review, look).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

describe('plain text', () => {
  test.each([
    ['as it is', 'as it is'],
    ['café – “quoted” 漢字 😀', 'café – “quoted” 漢字 😀'],
    ['two\nlines\tand', 'two lines and'],
    ['a\u0000b\u001b[2Jc', 'a b [2Jc'],
    ['in\u202evert\u2069ed\u200b', 'inverted'],
  ])('%j', (given, expected) => {
    expect(plain(given)).toBe(expected);
  });
});
