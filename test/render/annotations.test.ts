import { expect, test } from 'vitest';
import { renderAnnotations } from '../support/render.ts';
import { findingOf, postingOf, reviewOf } from '../support/review.ts';

const posting = postingOf('one two\nthree four\n', { path: 'jobs/a, b:c.md' });

test('a finding is a workflow command at its place', () => {
  const text = renderAnnotations(reviewOf([[postingOf('one two\n'), [findingOf(postingOf('one two\n'), 'two')]]]));
  expect(text.split('\n')[0]).toBe(
    '::error file=jobs/a.md,line=1,endLine=1,col=5,endColumn=7,title=some-rule::“two” stands here.%0ALeave it out.',
  );
});

test('a finding over several lines names no columns', () => {
  const text = renderAnnotations(reviewOf([[posting, [findingOf(posting, 'two\nthree')]]]));
  expect(text).toContain(',line=1,endLine=2,title=some-rule::');
});

test('paths and messages cannot end a command or begin another', () => {
  const finding = findingOf(posting, 'two', { message: '100% of\n::error::this\rand that' });
  const [first, ...rest] = renderAnnotations(reviewOf([[posting, [finding]]])).split('\n');
  expect(first).toContain('file=jobs/a%2C b%3Ac.md,');
  expect(first).toContain('::100%25 of ::error::this and that%0A');
  expect(rest.some((line) => line.startsWith('::'))).toBe(false);
});

test('the gravest come first, waived ones are left out, a closing line counts', () => {
  const findings = [
    findingOf(posting, 'one', { severity: 'notice' }),
    findingOf(posting, 'two', { severity: 'error' }),
    findingOf(posting, 'three', { severity: 'warning' }),
    findingOf(posting, 'four', { waived: { reason: 'so' } }),
  ];
  const problems = [{ path: 'x.md', severity: 'error', message: 'It is gone.' }] as const;
  const lines = renderAnnotations(reviewOf([[posting, findings]], problems))
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => line.slice(0, 9))).toEqual([
    '::error f',
    '::error f',
    '::warning',
    '::notice ',
    'jd-review',
  ]);
  expect(lines[0]).toBe('::error file=x.md::It is gone.');
  expect(lines.at(-1)).toBe('jd-review: 1 posting, 1 error, 1 warning, 1 notice, 1 waived: fail');
});
