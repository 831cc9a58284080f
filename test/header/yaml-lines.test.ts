import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/header/yaml-block.ts';
import { readYamlLines } from '../../src/header/yaml-lines.ts';

const TYPICAL = `
lane: applied
level: senior
comp: { min: 165000, max: 215000, currency: USD, period: year }
title: "Senior ML Engineer: payments"
location: New York, NY (hybrid)
team: 'R&D #2'
posted: 2026-11-01
pay: $165,000 – $215,000
tags: [ml, "c, d", 7]
`;

describe('frontmatter of plain lines', () => {
  test('is read like the YAML parser reads it', () => {
    const read = readYamlLines(TYPICAL.replace('"c, d"', '"c d"'), 3);
    expect(read?.fields.map((field) => field.key)).toContain('tags');
    expect(read).toEqual(parseYaml(TYPICAL.replace('"c, d"', '"c d"'), 3));
  });

  test.each([
    ['nested maps', 'comp:\n  min: 1\n'],
    ['block lists', 'tags:\n  - a\n'],
    ['texts of several lines', 'about: |\n  one\n'],
    ['a value that goes on in the next line', 'about: one\n  two\n'],
    ['empty values', 'comp:\n'],
    ['constants', 'evergreen: true\n'],
    ['numbers that are not whole', 'share: 1e5\n'],
    ['comments behind values', 'lane: llm # yes\n'],
    ['keys that stand twice', 'lane: llm\nlane: llm\n'],
    ['anchors', 'a: &x b\n'],
    ['commas inside quotes inside a list', TYPICAL],
    ['escapes', 'a: "\\n"\n'],
  ])('leaves %s to the YAML parser', (_, text) => {
    expect(readYamlLines(text, 0)).toBeUndefined();
  });

  test('is never read otherwise than by the YAML parser', () => {
    const pieces = [
      ...'abc:,#\'"[]{}&*!|>%@`~?\\\t\r-+._/()$€1é',
      ...[
        '\n',
        '\n',
        '\nb: ',
        '\nc: ',
        ': ',
        ' #',
        'null',
        'true',
        '0x1',
        '1e3',
        '007',
        '.5',
        '- ',
        '---',
        ' ',
        '  ',
        '\u00a0',
      ],
      ...[
        '[a, b]',
        '{ a: 1 }',
        '{a: b, c: "d"}',
        '"x y"',
        "'x'",
        '180,000',
        'R&D',
        '\r\n',
        '# no\n',
        'Zoë',
        '\u2028',
        '🙂',
      ],
    ];
    const value = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const text = values.map((each, index) => `k${index}: ${each}\n`).join('');
        const read = readYamlLines(text, 5);
        if (read) expect(read).toEqual(parseYaml(text, 5));
      }),
      { numRuns: 5000 },
    );
  });
});
