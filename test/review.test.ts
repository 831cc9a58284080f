import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../src/finding-place.ts';
import { readPosting } from '../src/posting/read.ts';
import { review, reviewPosting } from '../src/review.ts';
import type { Check, Policy, Rule } from '../src/types/policy.ts';
import type { ChangedLines, PostingReview } from '../src/types/review.ts';
import { fill, isFilled, MAX_QUOTE, quote } from '../src/wording.ts';
import { policyOf } from './support/policy.ts';
import { postingOf } from './support/review.ts';

const TODAY = '2026-11-22';

/** A rule that finds words, as YAML; further fields override. */
const finds = (words: string, fields: Record<string, string> = {}) =>
  Object.entries({
    title: 'Words that should not stand here',
    why: 'They cost candidates.',
    fix: 'Leave them out.',
    source: 'article',
    severity: 'warning',
    lanes: 'all',
    levels: 'all',
    check: `{ kind: phrase, any: [${JSON.stringify(words)}] }`,
    message: '"“{found}” stands in {lane} {level}."',
    ...fields,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');

const read = (text: string, policy: Policy, path = 'jobs/a.md') => readPosting(path, text, policy.vocabulary);
const head = (lane = 'applied', level = 'senior') => `---\nlane: ${lane}\nlevel: ${level}\n---\n# Engineer\n\n`;

function judge(text: string, policy: Policy, changed?: ChangedLines) {
  return reviewPosting(read(text, policy), policy, TODAY, changed);
}
const said = (each: PostingReview) =>
  each.findings.map((finding) => `${finding.line}:${finding.column} ${finding.message}`);

describe('wording a finding', () => {
  const policy = policyOf({ 'no-moss': finds('moss') });

  test('fills the message with the words found, the lane and the level, and gives the place', () => {
    const { review } = judge(`${head()}We grow Moss here.\n`, policy);
    expect(said(review)).toEqual(['7:9 “Moss” stands in applied senior.']);
    expect(review.findings[0]).toMatchObject({
      rule: 'no-moss',
      severity: 'warning',
      path: 'jobs/a.md',
      endLine: 7,
      endColumn: 13,
      found: 'Moss',
      why: 'They cost candidates.',
      fix: 'Leave them out.',
      decides: true,
    });
  });

  test('names an undeclared lane and the assumed level', () => {
    const { review } = judge('# Engineer\n\nWe grow moss here.\n', policy);
    expect(said(review)).toEqual(['3:9 “moss” stands in undeclared mid.']);
  });

  test('lists findings in order of place', () => {
    const two = policyOf({ 'b-moss': finds('moss'), 'a-fern': finds('fern', { severity: 'notice' }) });
    const { review } = judge(`${head()}Fern. Moss. Fern.\n`, two);
    expect(review.findings.map((each) => each.rule)).toEqual(['a-fern', 'b-moss', 'a-fern']);
  });

  test('tells words once that two checks of a rule find, as the graver of them', () => {
    const checks = '[{ kind: phrase, any: [moss], severity: notice }, { kind: phrase, any: [moss], severity: error }]';
    const { review } = judge(`${head()}Moss.\n`, policyOf({ twice: finds('moss', { check: checks }) }));
    expect(review.findings.map((each) => each.severity)).toEqual(['error']);
  });

  test('the severity of a check holds over the rule’s, the team’s over both', () => {
    const rules = { moss: finds('moss', { check: '{ kind: phrase, any: [moss], severity: error }' }) };
    expect(judge(`${head()}Moss.\n`, policyOf(rules)).review.findings[0]!.severity).toBe('error');
    const team = policyOf(rules, { rules: { moss: { severity: 'notice' } } });
    expect(judge(`${head()}Moss.\n`, team).review.findings[0]!.severity).toBe('notice');
  });

  test('the words at a finding’s place are the words it quotes, without their marks', () => {
    const unmarked = (words: string) => words.replace(/[*`]/g, '').replaceAll('&amp;', '&');
    const parts = fc.constantFrom(
      'moss',
      'Moss',
      'fern ',
      '**moss**',
      '\r\n',
      '\n',
      'é ',
      '😀',
      '\ufeff',
      '&amp;',
      '- ',
      '# ',
      '`x` ',
    );
    fc.assert(
      fc.property(fc.array(parts), (words) => {
        const text = head() + words.join('');
        for (const finding of judge(text, policy).review.findings) {
          expect(unmarked(quote(text.slice(finding.span.start, finding.span.end)))).toBe(unmarked(finding.found));
          const lines = text.split('\n');
          expect(lines[finding.line - 1]!.slice(finding.column - 1)).toBe(
            text.slice(finding.span.start).split('\n')[0],
          );
        }
      }),
    );
  });
});

describe('which rules apply', () => {
  const policy = policyOf({
    everywhere: finds('moss'),
    'for-research': finds('moss', { lanes: '[research]' }),
    'for-seniors': finds('moss', { levels: '[senior]' }),
    narrowed: finds('moss', { check: '{ kind: phrase, any: [moss], lanes: [llm], levels: [mid] }' }),
  });
  test.each([
    ['applied', 'senior', ['everywhere', 'for-seniors']],
    ['research', 'staff', ['everywhere', 'for-research']],
    ['llm', 'mid', ['everywhere', 'narrowed']],
    ['genai', 'sr', ['everywhere', 'for-seniors']],
    ['unheard', 'of', ['everywhere']],
  ])('lane %s, level %s', (lane, level, rules) => {
    const { review } = judge(`${head(lane, level)}Moss.\n`, policy);
    expect(review.findings.map((each) => each.rule)).toEqual(rules);
  });

  test('an undeclared level is the assumed one, an undeclared lane none', () => {
    const aimed = policyOf({
      'for-mid': finds('moss', { levels: '[mid]' }),
      'for-applied': finds('moss', { lanes: '[applied]' }),
    });
    expect(judge('# Engineer\n\nMoss.\n', aimed).review.findings.map((each) => each.rule)).toEqual(['for-mid']);
  });
});

describe('a rule that yields to another', () => {
  const rules = { moss: finds('moss', { 'yields-to': '[fern]' }), fern: finds('fern') };
  const ids = (text: string, policy: Policy) => judge(text, policy).review.findings.map((each) => each.rule);

  test('is silent where the other finds something in the posting', () => {
    expect(ids(`${head()}Moss.\n\nFern.\n`, policyOf(rules))).toEqual(['fern']);
    expect(ids(`${head()}Moss.\n`, policyOf(rules))).toEqual(['moss']);
  });

  test('speaks where the other is off, or holds for another lane', () => {
    const off = policyOf({ ...rules, fern: finds('fern', { on: 'false' }) });
    const other = policyOf({ ...rules, fern: finds('fern', { lanes: '[llm]' }) });
    const text = `${head()}Moss.\n\nFern.\n`;
    expect([ids(text, off), ids(text, other)]).toEqual([['moss'], ['moss']]);
  });

  test('is silent beside a finding that is waived, too', () => {
    const text = `${head()}Moss.\n\n<!-- jd-review allow fern: it is a garden -->\nFern.\n`;
    expect(ids(text, policyOf(rules))).toEqual(['fern']);
  });
});

describe('a check that fails', () => {
  test('is a problem that names its rule; the other findings stay', () => {
    const policy = policyOf({ moss: finds('moss') });
    const check: Check = {
      judge: () => {
        throw new Error('out of moss');
      },
    };
    const broken: Rule = { ...policy.rules[0]!, id: 'broken', checks: [check] };
    const { review, problems } = judge(`${head()}Moss.\n`, { ...policy, rules: [broken, ...policy.rules] });
    expect(review.findings.map((each) => each.rule)).toEqual(['moss']);
    expect(problems).toEqual([
      { path: 'jobs/a.md', severity: 'error', message: expect.stringMatching(/rule broken failed/) },
    ]);
  });
});

describe('waivers', () => {
  const rules = { moss: finds('moss'), fern: finds('fern'), law: finds('lime', { waivable: 'false' }) };
  const policy = policyOf(rules);
  const waive = (rule: string, reason = 'it is a garden') => `<!-- jd-review allow ${rule}: ${reason} -->\n`;

  test('cover the next block and no other, with their reason', () => {
    const { review, problems } = judge(`${head()}${waive('moss')}Moss.\n\nMoss again.\n`, policy);
    expect(review.findings.map((each) => each.waived?.reason)).toEqual(['it is a garden', undefined]);
    expect(review.findings.map((each) => each.decides)).toEqual([false, true]);
    expect(problems).toEqual([]);
  });

  test('cover their own rule only', () => {
    const { review } = judge(`${head()}${waive('moss')}Moss and fern.\n`, policy);
    expect(review.findings.map((each) => [each.rule, each.waived !== undefined])).toEqual([
      ['moss', true],
      ['fern', false],
    ]);
  });

  test('in the frontmatter cover the whole file', () => {
    const text =
      '---\nlane: applied\nlevel: mid\njd-review:\n  allow:\n    moss: it is a garden\n---\n# Moss\n\nMoss.\n';
    const { review, problems } = judge(text, policy);
    expect(review.findings.every((each) => each.waived?.reason === 'it is a garden')).toBe(true);
    expect(review.findings.length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  test('that silence nothing are told at their place', () => {
    const { problems } = judge(`${head()}${waive('moss')}Heather.\n`, policy);
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'notice', message: 'This waiver of moss silences nothing. Remove it.' }),
    ]);
    expect(problems[0]!.place).toMatchObject({ line: 7 });
  });

  test('of a rule that does not exist are told, whatever the file says', () => {
    const { problems } = judge(`${head()}${waive('mos')}Moss.\n`, policy);
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', message: expect.stringMatching(/rule that does not exist/) }),
    ]);
  });

  test('of a misspelt rule are told the nearest, of any other where ids stand', () => {
    const said = (rule: string) => judge(`${head()}${waive(rule)}Moss.\n`, policy).problems[0]!.message;
    expect(said('mos')).toBe('This waiver names mos, a rule that does not exist: write “moss”.');
    expect(said('watering-can')).toMatch(/does not exist: take the rule id from the finding, or remove the waiver\.$/);
  });

  test('of a rule that is switched off are left alone', () => {
    const off = policyOf({ ...rules, moss: finds('moss', { on: 'false' }) });
    expect(judge(`${head()}${waive('moss')}Moss.\n`, off).problems).toEqual([]);
  });

  test('that policy forbids leave the finding, and say so', () => {
    const { review, problems } = judge(`${head()}${waive('law')}Lime.\n`, policy);
    expect(review.findings[0]).toMatchObject({ rule: 'law', decides: true });
    expect(review.findings[0]!.waived).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', message: expect.stringMatching(/does not let law be waived/) }),
    ]);
  });

  test('without a reason silence nothing and are told', () => {
    const { review, problems } = judge(`${head()}<!-- jd-review allow moss -->\nMoss.\n`, policy);
    expect(review.findings[0]!.waived).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });
});

describe('the verdict', () => {
  const policyAt = (failOn: Policy['settings']['failOn']) => {
    const policy = policyOf({ moss: finds('moss'), fern: finds('fern', { severity: 'notice' }) });
    return { ...policy, settings: { ...policy.settings, failOn } };
  };
  test.each([
    ['error', 'Moss and fern.', 'pass'],
    ['warning', 'Moss and fern.', 'fail'],
    ['warning', 'Fern.', 'pass'],
    ['notice', 'Fern.', 'fail'],
    ['never', 'Moss and fern.', 'pass'],
  ] as const)('fail-on %s: %s gives %s', (failOn, body, verdict) => {
    const policy = policyAt(failOn);
    expect(review([read(head() + body, policy)], policy, TODAY).verdict).toBe(verdict);
  });

  test('waived findings do not decide', () => {
    const policy = policyAt('warning');
    const text = `${head()}<!-- jd-review allow moss: so -->\nMoss.\n`;
    const { verdict, totals } = review([read(text, policy)], policy, TODAY);
    expect(verdict).toBe('pass');
    expect(totals).toEqual({ postings: 1, errors: 0, warnings: 0, notices: 0, waived: 1 });
  });

  test('totals count all postings', () => {
    const policy = policyAt('error');
    const postings = [read(`${head()}Moss.\n\nMoss.\n`, policy), read(`${head()}Fern.\n`, policy, 'jobs/b.md')];
    expect(review(postings, policy, TODAY).totals).toEqual({
      postings: 2,
      errors: 0,
      warnings: 2,
      notices: 1,
      waived: 0,
    });
  });

  test('problems decide as findings do', () => {
    const policy = policyAt('warning');
    const text = `${head()}<!-- jd-review allow mos: so -->\nHeather.\n`;
    expect(review([read(text, policy)], policy, TODAY).verdict).toBe('fail');
  });

  test('with changed lines only findings on them decide, all of a new file, none of an untouched one', () => {
    const policy = policyAt('warning');
    const text = `${head()}Moss.\n\nHeather.\n`;
    const verdictOf = (changed: ChangedLines) => review([read(text, policy)], policy, TODAY, changed).verdict;
    expect(verdictOf(new Map([['jobs/a.md', new Set([9])]]))).toBe('pass');
    expect(verdictOf(new Map([['jobs/a.md', new Set([7])]]))).toBe('fail');
    expect(verdictOf(new Map([['jobs/a.md', 'all']]))).toBe('fail');
    expect(verdictOf(new Map())).toBe('pass');
  });
});

describe('templates', () => {
  test('are filled in one pass, so that a value is never read as a template', () => {
    expect(fill('{a} {b} {c} {toString}', { a: '{b}', b: 2 })).toBe('{b} 2 {c} {toString}');
    expect(fill('{a}', { a: '$& $1' })).toBe('$& $1');
  });

  test('are filled where all their names have values', () => {
    expect(isFilled('{a} {b}', { a: 1, b: '' })).toBe(true);
    expect(isFilled('{a} {b}', { a: 1, b: undefined })).toBe(false);
    expect(isFilled('{constructor}', {})).toBe(false);
  });
});

describe('quoting', () => {
  test('puts text on one line and bounds its length', () => {
    expect(quote(' a\n\t b ')).toBe('a b');
    expect(quote('x'.repeat(1e6))).toHaveLength(MAX_QUOTE);
    expect(quote('x'.repeat(MAX_QUOTE))).not.toContain('…');
  });

  test('never cuts a character in two', () => {
    expect(quote(`${'x'.repeat(MAX_QUOTE - 2)}😀😀`)).toBe(`${'x'.repeat(MAX_QUOTE - 2)}…`);
  });
});

describe('places', () => {
  const { lineStarts } = postingOf('ab\ncd\n\nef');
  test.each([
    [0, 1, '1:1-1:2'],
    [3, 5, '2:1-2:3'],
    [1, 4, '1:2-2:2'],
    [6, 6, '3:1-3:1'],
    [9, 9, '4:3-4:3'],
    [0, 9, '1:1-4:3'],
  ])('of %i to %i are %s', (start, end, text) => {
    const { line, column, endLine, endColumn } = placeOf(lineStarts, { start, end });
    expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(text);
  });
});
