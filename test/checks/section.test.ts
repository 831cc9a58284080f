import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';

describe('a part that a frontmatter field may hold', () => {
  const lacks = (yaml: string) =>
    judge(
      { kind: 'section', missing: 'team', fields: ['department', 'reports_to'] },
      `---\n${yaml}\n---\n# ML Engineer\n`,
    ).length > 0;

  test.each([
    ['department: Harbours', false],
    ['reports_to: Head of Harbours', false],
    ['reports-to: Head of Harbours', false],
    ['department: [Harbours]', false],
    ['department: 0', false],
    ['department: ""', true],
    ['department:', true],
    ['department: []', true],
    ['lane: applied', true],
  ])('%s: missing %s', (yaml, expected) => {
    expect(lacks(yaml)).toBe(expected);
  });
});

describe('a part that a fact settles', () => {
  const lacks = (fact: string, text: string) => judge({ kind: 'section', missing: 'it', fact }, text).length > 0;

  test.each([
    ['title', '# ML Engineer\n', false],
    ['title', '## Requirements\n\n- Python\n', true],
    ['location', '# ML Engineer\n\nLocation: Oslo\n', false],
    ['location', '# ML Engineer\n', true],
    ['employment-type', '# ML Engineer\n\n**Employment type:** Full-time\n', false],
    ['employment-type', '# ML Engineer\n\nLocation: Oslo\n', true],
    ['pay', '# ML Engineer\n\nSalary: $150,000 to $190,000\n', false],
    ['pay', '# ML Engineer\n\nSalary: up to $190,000\n', false],
    ['pay', '# ML Engineer\n\nSalary: from $150,000\n', false],
    ['pay', '# ML Engineer\n\nLocation: Oslo\n', true],
  ])('%s in %j: missing %s', (fact, text, expected) => {
    expect(lacks(fact, text)).toBe(expected);
  });
});

describe('a part that sentences may say', () => {
  const check = {
    kind: 'section',
    missing: 'duties',
    sections: ['duties'],
    statements: 2,
    begins: ['you will'],
    'says-least': 2,
  };
  const lacks = (text: string) => judge(check, `# ML Engineer, Canals\n\n${text}`).length > 0;

  test.each([
    ['## Responsibilities\n\n- Run locks\n- Run gates\n', false],
    ['## Responsibilities\n\n- Run locks\n', true],
    ['You will run locks. You will run gates.\n', false],
    ['You will run locks. Then you will run gates.\n', true],
    ['You will run locks.\n', true],
  ])('%j: missing %s', (text, expected) => {
    expect(lacks(text)).toBe(expected);
  });
});

describe('smaller parts', () => {
  const check = {
    kind: 'parts',
    parts: { hours: 'the hours', moves: 'help with moving' },
    fields: { hours: 'schedule' },
    says: { hours: ['hours'] },
    begins: { moves: ['relocation'] },
    message: '{found}: {what}',
  };
  const missing = (text: string, yaml = '') => judge(check, `---\n${yaml}\n---\n# ML Engineer\n\n${text}\n`);

  test.each([
    ['Text.', ['warning hours, moves: the hours and help with moving']],
    ['40 hours. Relocation is paid.', []],
    ['No hours are counted. Relocation is not required.', []],
    ['40 hours. We pay relocation.', ['warning moves: help with moving']],
  ])('“%s” lacks %j', (text, expected) => {
    expect(missing(text)).toEqual(expected);
  });

  test('a field may hold one', () => {
    expect(missing('Relocation is paid.', 'schedule: 40 a week')).toEqual([]);
  });
});
