import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/limits.ts';
import { decode } from '../../src/text-input.ts';
import { read } from './read-support.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('decode', () => {
  it('keeps the byte order mark, so that offsets stay true', () => {
    expect(decode(bytes('\ufeff# T'))).toEqual({ text: '\ufeff# T' });
  });

  it.each([
    ['too large a file', new Uint8Array(MAX_FILE_BYTES + 1).fill(97), /larger than 256 KiB/],
    ['a binary file', bytes('a\0b'), /NUL/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0]), /UTF-16/],
    ['UTF-16 the other way round', new Uint8Array([0xfe, 0xff, 0, 0x41]), /UTF-16/],
    ['half of one mark', new Uint8Array([0xfe, 0x41]), /not valid UTF-8/],
    ['half of the other mark', new Uint8Array([0xff, 0x41]), /not valid UTF-8/],
    ['a wrong second half', new Uint8Array([0x41, 0xff]), /not valid UTF-8/],
    ['a wrong other half', new Uint8Array([0x41, 0xfe]), /not valid UTF-8/],
    ['Latin-1', new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65]), /UTF-8/],
  ])('refuses %s with a word on what to do', (_, input, message) => {
    expect(decode(input)).toEqual({ problem: expect.stringMatching(message) });
  });
});

it('reads a file of exactly the largest size', () => {
  expect(decode(new Uint8Array(MAX_FILE_BYTES).fill(97))).toEqual({ text: 'a'.repeat(MAX_FILE_BYTES) });
});

describe('readPosting', () => {
  it.each([
    [
      'an alias bomb',
      `---\na: &a [x]\n${[...'bcdefgh'].map((c, i) => `${c}: &${c} [${`*${'abcdefg'[i]},`.repeat(9)}]`).join('\n')}\n---\n# T\n`,
    ],
    ['YAML nested deep', `---\na: ${'['.repeat(20_000)}\n---\n# T\n`],
    ['thousands of keys', `---\n${Array.from({ length: 4000 }, (_, i) => `k${i}: v`).join('\n')}\n---\n# T\n`],
    ['quotes nested deep', `${'>'.repeat(5000)} a\n`.repeat(3)],
    ['lists nested deep on a line', `${'- '.repeat(5000)}a\n`.repeat(5)],
    ['lists nested deep by indent', Array.from({ length: 400 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')],
    ['brackets nested deep', `${'['.repeat(5000)}a${']'.repeat(5000)}(b)`],
    ['openers never closed', '[a](b <c ~~d `e {% f &g *h __i ![j <!-- k '.repeat(5000)],
    ['a long line', `${'some words, and more. '.repeat(12_000)}\n`],
    ['a row of dots', `Text${'.'.repeat(200_000)}x\n`],
    ['many items', '- item\n'.repeat(30_000)],
    ['many headings', '# Requirements\n'.repeat(10_000)],
    ['many demands', `## Requirements\n\n${'5 years of experience or a degree '.repeat(5000)}\n`],
    ['half surrogates', '# \ud800 T \udc00\n\n\ud83d'],
    ['control characters', '# T\0\n\n\x07\x1b[31m text \0'],
    ['carriage returns alone', '# T\r\r- a\r- b\r'],
    ['an unclosed HTML block', `<script>${'<b>'.repeat(5000)}`],
    ['a table of bars', `${'|'.repeat(5000)}\n${'|-'.repeat(5000)}|\n${'|'.repeat(5000)}\n`],
    ['a lone opener', '---'],
    ['a lone opener with a break', '---\n'],
    ['a byte order mark alone', '\ufeff'],
  ])('reads %s without harm', (_, text) => {
    const posting = read(text);
    for (const { span } of posting.statements) {
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('reads lone carriage returns as line breaks', () => {
    expect(read('# T\r\r- a\r- b\r').blocks.map((block) => block.kind)).toEqual(['title', 'item', 'item']);
  });
});
