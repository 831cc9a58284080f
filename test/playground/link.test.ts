import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/limits.ts';
import { fragmentOf, textOf } from '../../src/playground/link.ts';

describe('a link', () => {
  test.each(['', '# ML Engineer\n', 'Zürich 🚀 \u0000?', '\ufeffwith a mark'])(
    'gives back the text %j',
    async (text) => {
      const read = await textOf(await fragmentOf(text));
      // What a file may not hold is told, as it is of a file.
      expect(read).toEqual(text.includes('\0') ? { problem: expect.stringContaining('NUL') } : { text });
    },
  );

  test('holds only letters that no mail program breaks', async () => {
    expect(await fragmentOf('# ML Engineer\n'.repeat(50))).toMatch(/^#posting=[\w-]+$/);
  });

  test.each(['', '#review', '#posting'])('with %j behind it holds no posting', async (fragment) => {
    expect(await textOf(fragment)).toBeUndefined();
  });

  test.each(['#posting=', '#posting=%', '#posting=AAAA', '#posting=S0yE'])(
    'that is damaged (%s) says so',
    async (fragment) => {
      expect(await textOf(fragment)).toEqual({ problem: expect.stringContaining('This link is damaged') });
    },
  );

  test('that unfolds to more than a posting may hold is read no further', async () => {
    const bomb = deflateRawSync(Buffer.alloc(200 * MAX_FILE_BYTES, 'a')).toString('base64url');
    expect(await textOf(`#posting=${bomb}`)).toEqual({ problem: expect.stringContaining('larger than 256 KiB') });
  });
});
