import { describe, expect, it } from 'vitest';
import { at, read } from './read-support.ts';

describe('waivers', () => {
  it('reads a comment as a waiver of the next block', () => {
    const posting = read(
      '## Requirements\n\n<!-- jd-review allow phd-required: the grant asks for it -->\n- A PhD\n  - in physics\n- Python\n',
    );
    expect(posting.waivers).toHaveLength(1);
    const [waiver] = posting.waivers;
    expect(waiver).toMatchObject({ rule: 'phd-required', reason: 'the grant asks for it' });
    expect(at(posting, waiver!.span)).toBe('<!-- jd-review allow phd-required: the grant asks for it -->');
    expect(at(posting, waiver!.covers)).toBe('A PhD\n  - in physics\n');
  });

  it('reads several comments, one over lines, each for the block below', () => {
    const posting = read(
      '<!-- jd-review allow one-rule: a\n  reason --> \n<!-- jd-review allow two-rule: b -->\n\nSome text here.\n',
    );
    expect(posting.waivers.map(({ rule, reason, covers }) => [rule, reason, at(posting, covers)])).toEqual([
      ['one-rule', 'a reason', 'Some text here.'],
      ['two-rule', 'b', 'Some text here.'],
    ]);
  });

  it.each([
    '{ // jd-review allow one-rule: the law asks for it\n}\n\nSome text.\n',
    '{ // jd-review allow one-rule: the law asks for it }\n\nSome text.\n',
  ])('reads a line comment of MDX: %j', (text) => {
    const posting = read(text, 'jobs/a.mdx');
    expect(posting.waivers).toMatchObject([{ rule: 'one-rule', reason: 'the law asks for it' }]);
    expect(at(posting, posting.waivers[0]!.covers)).toBe('Some text.');
  });

  it('takes a comment behind text on its line for that text', () => {
    const posting = read('- A PhD <!-- jd-review allow phd-required: grant -->\n- Python\n');
    expect(at(posting, posting.waivers[0]!.covers)).toMatch(/^A PhD/);
  });

  it.each([
    'jd-review allow one-rule, two-rule - a reason',
    'jd-review allow [one-rule, two-rule]: a reason',
    'jd-review allow `one-rule`, `two-rule`: a reason',
    'jd-review allow one-rule, two-rule (a reason)',
  ])('reads two rules and their reason in “%s”', (words) => {
    const waived = read(`<!-- ${words} -->\n\nText.\n`).waivers.map(({ rule, reason }) => [rule, reason]);
    expect(waived).toEqual([
      ['one-rule', 'a reason'],
      ['two-rule', 'a reason'],
    ]);
  });

  it('reads a comment without blanks at its ends', () => {
    expect(read('<!--jd-review allow one-rule:a reason-->\n\nText.\n').waivers).toMatchObject([
      { rule: 'one-rule', reason: 'a reason' },
    ]);
  });

  it.each([
    ['jd-review:\n  allow:\n    - rule: phd-required\n      reason: grant\n'],
    ['jd-review:\n  allow:\n    - "phd-required: grant"\n'],
    ['jd-review:\n  allow:\n    - "phd-required : grant"\n'],
    ['jd-review:\n  allow:\n    - phd-required: grant\n'],
    ['jd-review:\n  allow:\n    phd-required: grant\n'],
    ['jd-review: {allow: [{rule: phd-required, reason: grant}]}\n'],
    ['jd_review: {allow: [{rule: phd-required, reason: grant}]}\n'],
  ])('reads %j in the frontmatter as a waiver of the file', (yaml) => {
    const posting = read(`---\n${yaml}---\n- A PhD\n`);
    expect(posting.waivers).toMatchObject([
      { rule: 'phd-required', reason: 'grant', covers: { start: 0, end: posting.text.length } },
    ]);
    expect(posting.problems).toEqual([]);
  });

  it.each([
    ['one-rule, two-rule: both'],
    ['one-rule,two-rule:both'],
    ['one-rule,\n     two-rule: both'],
    ['one-rule and two-rule: both'],
    ['one-rule; two-rule — both'],
    ['one-rule & two-rule -- both'],
    ['one-rule two-rule: both'],
    ['one-rule: both\n  two-rule: both'],
    ['\n  - one-rule: both\n  - two-rule: both\n'],
    ['one-rule: both\n  jd-review allow two-rule: both'],
  ])('reads a comment of two rules: %j', (said) => {
    for (const word of ['jd-review allow', 'jd-review-ignore']) {
      const { waivers, problems } = read(`<!-- ${word} ${said} -->\n\nText.\n`);
      expect(waivers.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual(['one-rule: both', 'two-rule: both']);
      expect(problems).toEqual([]);
    }
  });

  it('keeps colons and line breaks of a reason', () => {
    const { waivers } = read('<!-- jd-review allow one-rule: the grant says\n  note: both, a-b too -->\n\nText.\n');
    expect(waivers).toMatchObject([{ rule: 'one-rule', reason: 'the grant says note: both, a-b too' }]);
  });

  it.each([
    ['jd-review: {allow: {"one-rule, two-rule": both}}\n'],
    ['jd-review: {allow: ["one-rule, two-rule: both"]}\n'],
    ['jd-review: {allow: [{rule: [one-rule, two-rule], reason: both}]}\n'],
    ['jd-review: {allow: [{rules: [one-rule, two-rule], reason: both}]}\n'],
  ])('reads %j in the frontmatter as waivers of two rules', (yaml) => {
    const { waivers, problems } = read(`---\n${yaml}---\n- A PhD\n`);
    expect(waivers.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual(['one-rule: both', 'two-rule: both']);
    expect(problems).toEqual([]);
  });

  it.each([
    ['<!-- jd-review allow one-rule, two-rule -->\n\nText.\n', /no reason/],
    ['<!-- jd-review allow one-rule and the rest: both -->\n\nText.\n', /no reason/],
    ['<!-- jd-review allow phd-required -->\n\nText.\n', /no reason/],
    ['<!-- jd-review allow phd-required: -->\n\nText.\n', /no reason/],
    ['<!-- jd-review allow : because -->\n\nText.\n', /no rule/],
    ['<!-- jd-review accept phd-required: because -->\n\nText.\n', /no waiver/],
    ['Text.\n\n<!-- jd-review allow phd-required: because -->\n', /covers nothing/],
    ['---\njd-review:\n  allow:\n    - rule: phd-required\n---\nText.\n', /needs both/],
    ['---\njd-review:\n  allow: [3]\n---\nText.\n', /needs both/],
  ])('reports %j', (text, message) => {
    const { waivers, problems } = read(text);
    expect(waivers).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(message);
    expect(problems[0]!.place!.line).toBe(text.slice(0, text.search(/<!--|jd-review:/)).split('\n').length);
  });

  it.each([
    '# jd-review allow phd-required: the grant asks for it',
    'location: Basel # jd-review allow phd-required: the grant asks for it',
    '<!-- jd-review allow phd-required: the grant asks for it -->',
  ])('reads a comment of the frontmatter as a waiver of the whole posting: %s', (line) => {
    const text = `---\nlane: llm\n${line}\n---\n# LLM Engineer\n`;
    expect(read(text).waivers).toMatchObject([
      { rule: 'phd-required', reason: 'the grant asks for it', covers: { start: 0, end: text.length } },
    ]);
  });

  it('tells how a waiver of the frontmatter is written that gives no reason', () => {
    const { waivers, problems } = read('---\nlane: llm\n# jd-review allow phd-required\n---\n# LLM Engineer\n');
    expect(waivers).toEqual([]);
    expect(problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`)).toEqual([
      '3:1 This waiver gives no reason: write `# jd-review allow <rule>: <reason>`.',
    ]);
  });

  it('reads no waiver from a comment of the frontmatter about something else, or from the text', () => {
    expect(read('---\nlane: llm # for jd-review allow it\n---\n# jd-review allow phd-required: x\n').waivers).toEqual(
      [],
    );
  });

  it('passes over other comments', () => {
    const posting = read('<!-- TODO jd-review -->\n<!-- markdownlint-disable -->\n\nText.\n');
    expect([posting.waivers, posting.problems]).toEqual([[], []]);
  });
});
