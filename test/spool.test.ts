import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { createSpool } from '../src/spool.ts';

const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`jd-review-${process.pid}-`));
const textOf = (pieces: Iterable<string | Uint8Array>) => [...pieces].map((piece) => Buffer.from(piece)).join('');

describe('a spool', () => {
  test('gives its texts back in order, with what stands between them', () => {
    const spool = createSpool(', ');
    for (const text of ['one', '', 'two', 'three']) spool.add(text);
    expect([...spool.pieces()]).toEqual(['one, two, three']);
    expect([...createSpool().pieces()]).toEqual([]);
  });

  test('holds more than the memory should, and cuts no text in two', () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `“${at}” ${'𝄞ü '.repeat(200)}`);
    const spool = createSpool('\n');
    for (const text of texts) spool.add(text);
    const pieces = [...spool.pieces()];
    expect(pieces.filter((piece) => typeof piece !== 'string').length).toBeGreaterThan(2);
    expect(textOf(pieces)).toBe(texts.join('\n'));
    for (const piece of pieces) expect(Buffer.from(piece).toString().endsWith('𝄞ü ')).toBe(true);
    expect(textOf(spool.pieces())).toBe(texts.join('\n'));
    spool.close();
  });

  test('leaves no name in the folder for temporary files', () => {
    const spool = createSpool();
    spool.add('x'.repeat(1 << 21));
    expect(own()).toEqual([]);
    spool.close();
  });
});
