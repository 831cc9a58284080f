import { describe, expect, it } from 'vitest';
import { parseYaml, readYaml } from '../../src/header/yaml-block.ts';

const own = (text: string, { start, end }: { start: number; end: number }) => text.slice(start - 100, end - 100);

describe('fields, texts and faults of a map with their places', () => {
  it.each<[string, string[]]>([
    ['a: x', ['a = "x": x']],
    [
      "a: [x, \"y\", 'z', 3, '']",
      [
        'a = ["x","y","z",3,""]: [x, "y", \'z\', 3, \'\']',
        'item of a: x',
        'item of a: y',
        'item of a: z',
        'item of a: ',
      ],
    ],
    ['a: {b: x, c: [y]}', ['a = {"b":"x","c":["y"]}: {b: x, c: [y]}', 'item of a: x', 'item of a: y']],
    ['a:\n  - x  \n  - - y\n', ['a = ["x",["y"]]: - x  \n  - - y', 'item of a: x', 'item of a: y']],
    [
      'a: |\n  one\n  * two\n\n  3. three  \n  -\n  - four\n  1234. five\nb: z\n',
      [
        'a = "one\\n* two\\n\\n3. three  \\n-\\n- four\\n1234. five\\n": |\n  one\n  * two\n\n  3. three  \n  -\n  - four\n  1234. five',
        'b = "z": z',
        'text of a: one',
        'item of a: two',
        'item of a: three',
        'text of a: -',
        'item of a: four',
        'text of a: 1234. five',
      ],
    ],
    ['a: >\n  one\n  two', ['a = "one two\\n": >\n  one\n  two', 'text of a: one', 'text of a: two']],
    [
      'a: |\n  • one\n  + two\n  12) three',
      [
        'a = "• one\\n+ two\\n12) three\\n": |\n  • one\n  + two\n  12) three',
        'item of a: one',
        'item of a: two',
        'item of a: three',
      ],
    ],
    [
      'a: "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"',
      [
        'a = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk": "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"',
        'text of a: kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
      ],
    ],
    [
      'a: "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"',
      [
        'a = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk": "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk"',
      ],
    ],
    [
      'a: kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
      [
        'a = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk": kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
        'text of a: kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
      ],
    ],
    [
      'a: kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
      [
        'a = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk": kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
      ],
    ],
    ['a:', ['a = null: ']],
    ['a: ~', ['a = null: ~']],
    ['a: 2026-01-01', ['a = "2026-01-01": 2026-01-01']],
    ['a: yes', ['a = "yes": yes']],
    ['a: !!str 3', ['a = "3": 3']],
    ['a: &x y\nb: *x', ['a = "y": y', 'bad-yaml b at *x']],
    ['<<: {b: 1}\na: 1', ['<< = {"b":1}: {b: 1}', 'a = 1: 1']],
    ['a: &x {b: 1}\n<<: *x', ['a = {"b":1}: {b: 1}', 'bad-yaml << at *x']],
    ['a: 1\nb: 2\na: 3', ['a = 1: 1', 'b = 2: 2', 'duplicate-key a at a']],
    ['? [a, b]\n: x', []],
    ['1: x', ['1 = "x": x']],
    [': x', [' = "x": x']],
    ['~: x', ['~ = "x": x']],
    ['# only a note', []],
    ['~', []],
    ['- x', ['not-a-map frontmatter at - x']],
    ['word', ['not-a-map frontmatter at word']],
    ['"word', ['bad-yaml frontmatter at "word']],
    [
      'a: x\n b: y',
      ['a = {"x b":"y"}: x\n b: y', 'item of a: y', 'bad-yaml frontmatter at a: x', 'bad-yaml frontmatter at a: x'],
    ],
    ["a: 'x", ['a = "": \'x', "bad-yaml frontmatter at a: 'x"]],
    ['a: x   # note', ['a = "x": x']],
    ['a: [x   ]  ', ['a = ["x"]: [x   ]', 'item of a: x']],
  ])('%j', (text, expected) => {
    const { fields, texts, faults } = parseYaml(text, 100);
    expect([
      ...fields.map(
        ({ value, keySpan, valueSpan }) => `${own(text, keySpan)} = ${JSON.stringify(value)}: ${own(text, valueSpan)}`,
      ),
      ...texts.map(({ field, item, span }) => `${item ? 'item' : 'text'} of ${fields[field]!.key}: ${own(text, span)}`),
      ...faults.map(({ code, field, span }) => `${code} ${field} at ${own(text, span)}`),
    ]).toEqual(expected);
  });

  it('looks into values twelve deep and no deeper', () => {
    const texts = (depth: number) => parseYaml(`a: ${'['.repeat(depth)}x${']'.repeat(depth)}`, 0).texts.length;
    expect([texts(12), texts(13)]).toEqual([1, 0]);
  });

  it('collects two thousand texts at most', () => {
    expect(parseYaml(`a: [${'x, '.repeat(2001)}x]`, 0).texts).toHaveLength(2000);
    expect(parseYaml(`a: |\n${'  x\n'.repeat(2001)}`, 0).texts).toHaveLength(2000);
  });

  it('tells five faults at most', () => {
    expect(parseYaml('a: "x" y\n'.repeat(9), 0).faults.filter(({ code }) => code === 'bad-yaml')).toHaveLength(5);
  });

  it('reads a last list before a carriage return', () => {
    expect(readYaml('\na:\n  b: [x]\r', 3).faults).toEqual([]);
  });
});
