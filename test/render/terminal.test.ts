import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/render/plain.ts';
import { displayWidth } from '../../src/render/width.ts';
import { renderCompact, renderTerminal } from '../support/render.ts';
import { findingOf, postingOf, reviewOf } from '../support/review.ts';

const text = 'one two\nthree four\n';
const posting = postingOf(text, { title: { text: 'One', span: { start: 0, end: 3 }, from: 'body' } });
const look = { colour: false, boxes: false, showBands: true, failOn: 'error' } as const;
const esc = '\u001b';

describe('the report for people', () => {
  test('underlines the words of each finding, gives reason and fix, and counts at the end', () => {
    const review = reviewOf([
      [posting, [findingOf(posting, 'two'), findingOf(posting, 'four', { severity: 'notice', rule: 'other-rule' })]],
      [postingOf('', { path: 'jobs/b.md' }), []],
    ]);
    expect(renderTerminal(review, look)).toBe(`jobs/a.md  One

error  some-rule  jobs/a.md:1:5
   1 | one two
     |     ^^^
       “two” stands here.
       Why: It costs candidates.
       Fix: Leave it out.

notice  other-rule  jobs/a.md:2:7
   2 | three four
     |       ^^^^
       “four” stands here.
       Why: It costs candidates.
       Fix: Leave it out.

  pay               not compared: no pay stated

jobs/b.md
  nothing found

  pay               not compared: no pay stated

2 postings, 1 error, 0 warnings, 1 notice, 0 waived: fail (fail-on is error)
jd-review explain RULE tells more of a rule, and how to waive it.
`);
  });

  test('gives the reason of a rule once a run, and the same message once a posting', () => {
    const again = { message: 'The same words.' };
    const other = postingOf(text, { path: 'jobs/b.md' });
    const out = renderTerminal(
      reviewOf([
        [posting, [findingOf(posting, 'two', again), findingOf(posting, 'four', again)]],
        [other, [findingOf(other, 'two', again)]],
      ]),
      look,
    );
    expect(out).toContain(
      '\nerror  some-rule  jobs/a.md:2:7  as at 1:5\n   2 | three four\n     |       ^^^^\n\n  pay',
    );
    expect(out).toContain(
      '\nerror  some-rule  jobs/b.md:1:5\n   1 | one two\n     |     ^^^\n       The same words.\n\n',
    );
    expect(out.match(/Why: /g)).toHaveLength(1);
    expect(out.match(/Fix: /g)).toHaveLength(1);
  });

  test('shows what --fix would write, in place of what the rule advises, and counts it', () => {
    const review = reviewOf([[posting, [findingOf(posting, 'two'), findingOf(posting, 'four')]]]);
    const edits = [{ span: { start: 4, end: 7 }, text: 'three' }];
    const out = renderTerminal(review, look, new Map([[review.postings[0]!, new Map([[0, edits]])]]));
    expect(out).toContain('       Why: It costs candidates.\n       Fix: “two” → “three” (--fix writes it)\n');
    expect(out).not.toContain('Leave it out');
    expect(out).toMatch(/\n--fix mends 1 of them \(--fix --diff shows how\)\. jd-review explain RULE .*\n$/);
  });

  test('puts problems of a posting with it, and those of no posting first', () => {
    const problems = [
      { path: 'jobs/a.md', place: { line: 2, column: 1, endLine: 2, endColumn: 3 }, severity: 'notice', message: 'A.' },
      { path: 'gone.md', severity: 'error', message: 'B.' },
    ] as const;
    const out = renderTerminal(reviewOf([[posting, []]], problems), look);
    expect(out).toMatch(
      /^gone\.md\n\nerror {2}gone\.md\n {7}B\.\n\njobs\/a\.md {2}One\n\nnotice {2}jobs\/a\.md:2:1\n {3}2 \| three four\n {5}\| \^\^\n {7}A\.\n/,
    );
    expect(out).toMatch(/0 waived, 2 problems: pass\n$/);
  });

  test('shows waived findings with the reason of their author alone', () => {
    const waived = findingOf(posting, 'two', { waived: { reason: 'so' }, decides: false });
    expect(renderTerminal(reviewOf([[posting, [waived]]]), look)).toContain(
      '\nwaived  some-rule  jobs/a.md:1:5\n       “two” stands here.\n       Waived: so\n\n',
    );
  });

  test.each([40, 60, 100])('keeps within %i columns', (width) => {
    const wide = postingOf(`${'word 漢字 '.repeat(30)}two ${'more 😀 '.repeat(30)}\n`, {
      title: { text: '漢字 '.repeat(30).trim(), span: { start: 0, end: 3 }, from: 'body' },
    });
    const long = findingOf(wide, 'two', { message: 'word 漢字 '.repeat(30).trim(), why: 'because '.repeat(30).trim() });
    const lines = renderTerminal(reviewOf([[wide, [long]]]), { ...look, boxes: true, width }).split('\n');
    expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    const at = lines.findIndex((line) => line.includes('^^^'));
    const [words, marks] = [lines[at - 1]!, lines[at]!];
    expect(displayWidth(words.slice(0, words.indexOf('two')))).toBe(marks.indexOf('^^^'));
  });

  test('gives the place a line of its own where the width is too small for it', () => {
    const out = renderTerminal(reviewOf([[posting, [findingOf(posting, 'two')]]]), { ...look, width: 24 });
    expect(out).toContain('\nerror  some-rule\n  jobs/a.md:1:5\n');
  });

  test('draws with box characters where the terminal has them', () => {
    const out = renderTerminal(reviewOf([[posting, [findingOf(posting, 'two')]]]), { ...look, boxes: true });
    expect(out).toContain('\n   1 │ one two\n     │     ^^^\n');
  });

  test('colours change nothing but colours', () => {
    const review = reviewOf([[posting, [findingOf(posting, 'two')]]]);
    const coloured = renderTerminal(review, { ...look, colour: true });
    expect(coloured).not.toBe(renderTerminal(review, look));
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(review, look));
  });

  test('links each rule to its page where the terminal can, and changes nothing else', () => {
    const review = reviewOf([[posting, [findingOf(posting, 'two')]]]);
    const linked = renderTerminal(review, { ...look, pageOf: (rule) => `https://x.example/#${rule}` });
    expect(linked).toContain(`error  ${esc}]8;;https://x.example/#some-rule${esc}\\some-rule${esc}]8;;${esc}\\  jobs`);
    expect(stripVTControlCharacters(linked)).toBe(renderTerminal(review, look));
  });

  test('prints no control character of a posting, its path or a message', () => {
    const bad =
      '\u001b[31m\u0007\u009b2J\u202e\u2066\u200b\r\u2028\u0001some-rule\u0002\u0003\u001b]8;;http://x\u001b\\';
    const evil = postingOf(`${bad}two${bad}\n`, {
      path: `a${bad}.md`,
      title: { text: `T${bad}`, span: { start: 0, end: 1 }, from: 'body' },
    });
    const words = { message: `M${bad}`, why: `W${bad}`, fix: `F${bad}` };
    const waived = findingOf(evil, 'two', { ...words, waived: { reason: `R${bad}` } });
    const review = reviewOf([[evil, [findingOf(evil, 'two', words), waived]]]);
    const edits = new Map([[review.postings[0]!, new Map([[0, [{ span: { start: 0, end: 9 }, text: bad }]]])]]);
    const out = renderTerminal(review, look, edits) + renderTerminal(review, look) + renderCompact(review);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(out).toMatch(/Why: W .*some-rule/);
  });
});

describe('one line a finding', () => {
  test('has place, severity, rule and message, and nothing else', () => {
    const waived = findingOf(posting, 'one', { waived: { reason: 'so' }, decides: false });
    const problems = [{ path: 'gone.md', severity: 'error', message: 'B.' }] as const;
    const review = reviewOf([[posting, [waived, findingOf(posting, 'four', { message: 'Two\nlines.' })]]], problems);
    expect(renderCompact(review)).toBe('gone.md:1:1: error problem B.\njobs/a.md:2:7: error some-rule Two lines.\n');
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
