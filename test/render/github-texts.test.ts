import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALWAYS, fitPieces, type Piece } from '../../src/render/budget.ts';
import { lineComment, struckComment } from '../../src/render/comment.ts';
import { code, fence, hasHidden, webLink, words } from '../../src/render/escape.ts';
import { suggestionOf } from '../../src/render/suggestion.ts';
import type { Edit } from '../../src/types/place.ts';
import type { Posting } from '../../src/types/posting.ts';
import type { Finding } from '../../src/types/review.ts';

describe('words of others', () => {
  const table: readonly [string, string][] = [
    ['@mona', '@&#8203;mona'],
    ['see #12 and GH-3', 'see #&#8203;12 and GH-&#8203;3'],
    ['https://x.example', 'https:&#8203;//x.example'],
    ['www.x.example', 'www&#8203;.x.example'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['a | b', 'a \\| b'],
    ['*a* _b_ `c` [d](e) ~f~ \\', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\\\'],
    ['line\nbreak\r\n\ttab', 'line break tab'],
    [':smile:', ':&#8203;smile:'],
    ['$150K', '$150K'],
    ['$150K to $170K', '<span>$</span>150K to <span>$</span>170K'],
    ['\u202Eevil\u200B', 'evil'],
  ];
  test.each(table)('%j', (text, escaped) => {
    expect(words(text)).toBe(escaped);
  });

  test('a code span holds whatever is in it', () => {
    expect(code('a')).toBe('`a`');
    expect(code('`a`')).toBe('`` `a` ``');
    expect(code('a``b')).toBe('```a``b```');
    expect(code('a|b', true)).toBe('`a\\|b`');
    expect(code('')).toBe('`  `');
  });

  test('a code block ends only where it should', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '``', '```', '````', 'a', '\n', ' ')), (parts) => {
        const lines = fence(parts.join('')).split('\n');
        const mark = lines[0]!;
        const inside = lines.slice(1, -1);
        expect(lines.at(-1)).toBe(mark);
        for (const line of inside) expect(line.includes(mark)).toBe(false);
      }),
    );
  });

  test('what hides or turns text around is seen', () => {
    for (const text of ['a\u200Bb', 'a\u202Eb', 'a\u0007b', 'a\u2028b', 'a\r']) expect(hasHidden(text)).toBe(true);
    for (const text of ['a b\tc\nd', 'café – “x” 日本 🚀']) expect(hasHidden(text)).toBe(false);
  });

  test('a page of the policy becomes a link where its address is a plain one', () => {
    expect(webLink('source', 'https://law.example/a-b?c=1')).toBe('[source](https://law.example/a-b?c=1)');
    for (const url of ['http://law.example', 'javascript:x', 'https://x.example/)[a](b', 'https://x.example/ "t"'])
      expect(webLink('source', url)).toBe('source');
  });

  test('a comment on the frontmatter tells the waiver that works there', () => {
    const finding = {
      rule: 'phd-required',
      severity: 'error',
      path: 'jobs/a.md',
      message: '',
      why: '',
      fix: '',
    } as Finding;
    const foot = (inHeader: boolean) => lineComment({ finding, applicable: false, waivable: true, inHeader });
    expect(foot(true)).toContain('`# jd-review allow phd-required: your reason` in the frontmatter');
    expect(foot(false)).toContain('`<!-- jd-review allow phd-required: your reason -->` on the line above');
  });

  test('a struck comment keeps its first line only', () => {
    expect(struckComment('**Error:** a ~b~\n\nmore', 'abcdef0123')).toBe('~~**Error:** a b~~\n\nFixed in abcdef0.');
  });
});

describe('a text is fitted to its limit', () => {
  const piece: fc.Arbitrary<Piece> = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 40 }),
    rank: fc.nat(99),
  });

  test('in bytes, whole pieces only, the lowest rank out first', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 100, max: 1500 }), (pieces, limit) => {
        const { text, dropped } = fitPieces(pieces, limit, (count) => `${count} left out`);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
        if (dropped === 0) expect(text).toBe(pieces.map((each) => each.text).join('\n'));
        else expect(text).toContain(`${dropped} left out`);
      }),
    );
    const pieces = ['a', 'b', 'c', 'd'].map((name, at) => ({ text: name.repeat(50), rank: [3, 1, 2, 1][at]! }));
    expect(fitPieces(pieces, 130, String).text).toBe(`${'a'.repeat(50)}\n${'c'.repeat(50)}\n\n2`);
  });

  test('the head of a table goes with its last row', () => {
    const pieces: Piece[] = [
      { text: 'first', rank: ALWAYS },
      { text: 'head', rank: ALWAYS, group: 't', head: true },
      { text: 'row '.repeat(20), rank: 1, group: 't' },
    ];
    expect(fitPieces(pieces, 200, () => 'more').text).toContain('head');
    expect(fitPieces(pieces, 60, () => 'more').text).toBe('first\n\nmore');
  });
});

test('heads of tables that went give their room to rows of others', () => {
  const pieces: Piece[] = Array.from({ length: 100 }, (_, at) => [
    { text: `head of table ${at}`, rank: ALWAYS, group: `${at}`, head: true },
    { text: `row of table ${at}`, rank: at === 50 ? 2 : 1, group: `${at}` },
  ]).flat();
  const { text, dropped } = fitPieces(pieces, 150, (count) => `${count} left out`);
  expect(text).toContain('head of table 50\nrow of table 50\n');
  expect(text).not.toContain('head of table 99');
  expect(text).toMatch(/head of table 0\nrow of table 0\n/);
  expect(dropped).toBe(96);
});

describe('edits as lines to replace', () => {
  const postingOf = (text: string): Posting => {
    const lineStarts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
    return { text, lineStarts } as unknown as Posting;
  };
  const edit = (text: string, from: string, to: string): Edit => {
    const start = text.indexOf(from);
    return { span: { start, end: start + from.length }, text: to };
  };
  const table: readonly [string, string, string, string, object | undefined][] = [
    ['a word', 'one\ntwo three\nfour\n', 'two', '2', { from: 2, to: 2, text: '2 three', removes: false }],
    ['a line and its break', 'one\ntwo\nthree\n', 'two\n', '', { from: 2, to: 2, text: '', removes: true }],
    ['two lines', 'one\ntwo\nthree\nfour\n', 'two\nthree', '2\n3', { from: 2, to: 3, text: '2\n3', removes: false }],
    [
      'a break that joins lines',
      'one\ntwo\nthree\n',
      'two\n',
      '2 ',
      { from: 2, to: 3, text: '2 three', removes: false },
    ],
    ['to an empty line', 'one\ntwo\nthree\n', 'two', '', { from: 2, to: 2, text: '', removes: false }],
    ['the last line without a break', 'one\ntwo', 'two', '2', { from: 2, to: 2, text: '2', removes: false }],
    ['Windows line breaks', 'one\r\ntwo\r\n', 'two', '2', { from: 2, to: 2, text: '2', removes: false }],
    ['more lines', 'one\ntwo\n', 'two\n', 'two\nthree\n', { from: 2, to: 2, text: 'two\nthree', removes: false }],
    ['a line that hides something', 'one\ntwo \u200B\n', 'two', '2', undefined],
    ['too many lines', `${'x\n'.repeat(60)}`, 'x\n'.repeat(60), 'y', undefined],
  ];
  test.each(table)('%s', (_name, text, from, to, expected) => {
    expect(suggestionOf(postingOf(text), [edit(text, from, to)])).toEqual(expected);
  });

  test('putting the lines in place gives what the edits give', () => {
    const line = fc.array(fc.constantFrom('a', 'b', ' '), { maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => `${lines.join('\n')}\n`);
    const put = fc.constantFrom('', 'x', 'x\n', '\n', 'x\ny');
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), put, (whole, a, b, words_) => {
        const [start, end] = [a % whole.length, b % whole.length].sort((x, y) => x - y) as [number, number];
        const suggestion = suggestionOf(postingOf(whole), [{ span: { start, end }, text: words_ }]);
        if (!suggestion) return;
        const lines = whole.split('\n');
        const replaced = suggestion.removes ? [] : suggestion.text.split('\n');
        lines.splice(suggestion.from - 1, suggestion.to - suggestion.from + 1, ...replaced);
        const wanted = whole.slice(0, start) + words_ + whole.slice(end);
        expect(lines.join('\n').replace(/\n$/, '')).toBe(wanted.replace(/\n$/, ''));
      }),
      { numRuns: 500 },
    );
  });
});
