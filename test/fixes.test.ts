import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { applyEdits, editsOf, fixAll, offeredFixes } from '../src/fixes.ts';
import { compilePolicy } from '../src/policy/compile.ts';
import { NO_CONFIG } from '../src/policy/model.ts';
import { readPosting } from '../src/posting/read.ts';
import { reviewPosting } from '../src/review.ts';
import { readExamples } from '../src/rule-files/rule-examples.ts';
import { readSources } from '../src/rule-files/sources.ts';
import type { Finding, PostingReview } from '../src/types/review.ts';
import { policyOf } from './support/policy.ts';
import { findingOf, NOTHING_COMPARED, postingOf, spanOf } from './support/review.ts';

describe('applying edits', () => {
  test('takes edits in order of place, whatever their order in the list', () => {
    const edits = [
      { span: { start: 4, end: 7 }, text: 'B' },
      { span: { start: 0, end: 3 }, text: 'A' },
    ];
    expect(applyEdits('one two', edits)).toBe('A B');
  });

  test('leaves out an edit that overlaps one before it', () => {
    const edits = [
      { span: { start: 0, end: 5 }, text: 'A' },
      { span: { start: 3, end: 7 }, text: 'B' },
    ];
    expect(applyEdits('one two', edits)).toBe('Awo');
  });

  test('makes an edit once that two findings ask for', () => {
    const insertion = { span: { start: 3, end: 3 }, text: '!' };
    expect(applyEdits('one two', [insertion, insertion])).toBe('one! two');
  });

  test('keeps edits that touch but do not overlap', () => {
    const edits = [
      { span: { start: 0, end: 3 }, text: 'A' },
      { span: { start: 3, end: 4 }, text: '-' },
    ];
    expect(applyEdits('one two', edits)).toBe('A-two');
  });
});

describe('edits that a rule describes', () => {
  const mend = (text: string, words: string, spec: Parameters<typeof editsOf>[0], values = {}) => {
    const posting = postingOf(text);
    const edits = editsOf(spec, posting, spanOf(text, words), values);
    return edits && applyEdits(text, edits);
  };

  test('replace the words and keep the case of their first letter', () => {
    expect(mend('Guys wanted', 'Guys', { replace: 'people' })).toBe('People wanted');
    expect(mend('some guys', 'guys', { replace: 'people' })).toBe('some people');
  });

  test('choose the replacement by the word found', () => {
    const words = { he: 'they', his: 'their' };
    expect(mend('He leads', 'He', { words })).toBe('They leads');
    expect(mend('of his team', 'his', { words })).toBe('of their team');
    expect(mend('of her team', 'her', { words })).toBeUndefined();
  });

  test('fill in values, and are withheld where a value is unknown', () => {
    expect(mend('lane: x', 'x', { replace: '{right}' }, { right: 'y' })).toBe('lane: y');
    expect(mend('lane: x', 'x', { replace: '{right}' })).toBeUndefined();
  });

  test.each([
    ['a very big model', 'very', 'a big model'],
    ['big very.', 'very', 'big.'],
    ['- very big', 'very', '- big'],
    ['# very big', 'very', '# big'],
    ['very big', 'very', 'big'],
    ['really very', 'very', 'really'],
  ])('remove words with one space: %s', (text, words, after) => {
    expect(mend(text, words, { remove: 'words' })).toBe(after);
  });

  test.each(['big (very)', 'big (very - small)', 'big, very', 'very, big', 'big – very – small', 'big/very'])(
    'do not remove words that something joins: %s',
    (text) => {
      expect(mend(text, 'very', { remove: 'words' })).toBeUndefined();
    },
  );

  describe('remove the sentence that holds the words', () => {
    const policy = policyOf({});
    const remove = (body: string) => {
      const text = `---\nlane: applied\nlevel: mid\n---\n# Title\n\n## Requirements\n\n${body}`;
      const posting = readPosting('a.md', text, policy.vocabulary);
      const edits = editsOf({ remove: 'block' }, posting, spanOf(text, 'moss'), {});
      return edits && applyEdits(text, edits).slice(text.length - body.length);
    };
    test.each([
      ['an item goes whole', '- Fern\n- Some moss\n- Lime\n', '- Fern\n- Lime\n'],
      ['a paragraph goes whole', 'Some moss.\n\nLime.\n', '\nLime.\n'],
      ['of several sentences one goes', '- We like fern. Some moss. And lime.\n', '- We like fern. And lime.\n'],
      ['the last sentence goes with the space before it', 'We like fern. Some moss.\n', 'We like fern.\n'],
      ['an item with items below it stays', '- Some moss\n  - and fern\n', undefined],
      ['a long sentence stays', `- Some moss and ${'much else '.repeat(10)}\n`, undefined],
      ['a heading stays', '## Moss and moss\n', undefined],
    ])('%s', (_, body, after) => {
      expect(remove(body)).toBe(after);
    });
  });
});

/** Judges by words alone: each `bad` is a finding whose edit puts `good` in its place, each `worse` has no edit. */
function judge(text: string, mended = 'good'): PostingReview {
  const posting = postingOf(text);
  const findings: Finding[] = [];
  for (const match of text.matchAll(/bad|worse/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const edits = match[0] === 'bad' ? { edits: [{ span, text: mended }] } : {};
    findings.push({ ...findingOf(posting, match[0]), span, ...edits });
  }
  return { posting, findings, comparison: NOTHING_COMPARED };
}

describe('offering fixes', () => {
  test('offers a fix that removes its finding and adds none', () => {
    const offered = offeredFixes(judge('a bad line'), (text) => judge(text));
    expect([...offered.keys()]).toEqual([0]);
  });

  test('withholds a fix that leaves its finding', () => {
    const again = (text: string) => judge(text, 'still bad');
    expect(offeredFixes(again('a bad line'), again).size).toBe(0);
  });

  test('withholds a fix that brings another finding', () => {
    const again = (text: string) => judge(text, 'worse');
    expect(offeredFixes(again('a bad line'), again).size).toBe(0);
  });

  test('withholds the fix of a waived finding', () => {
    const reviewed = judge('a bad line');
    const waived = { ...reviewed, findings: reviewed.findings.map((each) => ({ ...each, waived: { reason: 'so' } })) };
    expect(offeredFixes(waived, (text) => judge(text)).size).toBe(0);
  });
});

describe('fixing all', () => {
  test('applies every fix that holds and counts the findings it removed', () => {
    const fixed = fixAll(judge('bad, bad and worse'), (text) => judge(text));
    expect(fixed).toMatchObject({ text: 'good, good and worse', count: 2 });
    const change = { rule: 'some-rule', line: 1, before: 'bad', after: 'good' };
    expect(fixed.changes).toEqual([change, change]);
  });

  test('goes one by one where fixes do not hold together', () => {
    // Two mended words in one text are a finding of their own, so only one may be mended.
    const again = (text: string): PostingReview => {
      const reviewed = judge(text);
      const pair = /good.*good/.test(text) ? [findingOf(reviewed.posting, 'good', { rule: 'pair' })] : [];
      return { ...reviewed, findings: [...reviewed.findings, ...pair] };
    };
    const fixed = fixAll(again('bad bad'), again);
    expect(fixed).toMatchObject({ text: 'good bad', count: 1 });
    expect(fixed.changes).toHaveLength(1);
  });

  test('leaves a text without fixes as it is', () => {
    expect(fixAll(judge('worse'), (text) => judge(text))).toEqual({ text: 'worse', count: 0, changes: [] });
  });
});

describe('fixing every example of the rules', () => {
  const { sources } = readSources(yamlFiles(rulesFolder()), kinds);
  const { policy } = compilePolicy(sources, NO_CONFIG, kinds, { all: true });
  const again = (text: string) =>
    reviewPosting(readPosting('a.md', text, policy.vocabulary), policy, '2026-11-22').review;
  const keys = (reviewed: PostingReview) => reviewed.findings.map(({ rule, found }) => `${rule}: ${found}`);
  const examples = sources.rules.flatMap((rule) => {
    const path = join(rulesFolder(), rule.category, `${rule.id}.yml`);
    return readExamples(path, readFileSync(path, 'utf8')).flagged.map(
      (each) => [`${rule.id}: ${each.name}`, each] as const,
    );
  });

  test.each(examples)('%s: removes findings, adds none, and is done after one run', (_, example) => {
    const before = again(example.posting);
    const fixed = fixAll(before, again);
    const after = again(fixed.text);
    expect(before.findings.length - after.findings.length).toBe(fixed.count);
    const left = keys(before);
    for (const key of keys(after)) {
      expect(left, fixed.text).toContain(key);
      left.splice(left.indexOf(key), 1);
    }
    expect(fixAll(after, again)).toEqual({ text: fixed.text, count: 0, changes: [] });
    if (fixed.count === 0) expect(fixed.text).toBe(example.posting);
  });
});
