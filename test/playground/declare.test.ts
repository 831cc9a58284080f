import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/fixes.ts';
import { declareEdit } from '../../src/playground/worker/declare.ts';
import { readPosting } from '../../src/posting/read.ts';
import { policyFor } from '../support/examples.ts';

const { vocabulary } = policyFor(undefined);

const read = (text: string) => readPosting('a.md', text, vocabulary);

/** The text after its lane is set, and the lane that is read from it then. */
function declared(text: string, id = 'llm'): { text: string; lane: string | undefined } | undefined {
  const edit = declareEdit(text, read, 'lane', id);
  if (!edit) return undefined;
  const after = applyEdits(text, [edit]);
  return { text: after, lane: read(after).lane.id };
}

describe('a lane is written', () => {
  test.each([
    ['over another', '---\nlane: applied # for now\n---\n# A\n', '---\nlane: llm # for now\n---\n# A\n'],
    ['between its quotes', '---\nlane: "applied"\n---\n# A\n', '---\nlane: "llm"\n---\n# A\n'],
    ['under the key that the author uses', '---\ntrack: applied\n---\n# A\n', '---\ntrack: llm\n---\n# A\n'],
    ['behind a key without a value', '---\nlane:\nlevel: mid\n---\n# A\n', '---\nlane: llm\nlevel: mid\n---\n# A\n'],
    ['into a header without it', '---\nlevel: mid\n---\n# A\n', '---\nlane: llm\nlevel: mid\n---\n# A\n'],
    ['into one in TOML', '+++\nlevel = "mid"\n+++\n# A\n', '+++\nlane = "llm"\nlevel = "mid"\n+++\n# A\n'],
    ['into a header of its own', '# A\n', '---\nlane: llm\n---\n\n# A\n'],
    ['behind a byte order mark', '\ufeff# A\n', '\ufeff---\nlane: llm\n---\n\n# A\n'],
    ['into an empty text', '', '---\nlane: llm\n---\n\n'],
  ])('%s', (_, before, after) => {
    expect(declared(before)).toEqual({ text: after, lane: 'llm' });
  });

  test.each([
    [
      'in TOML between dashes',
      '---toml\nlevel = "mid"\n---\n# A\n',
      '---toml\nlane = "llm"\nlevel = "mid"\n---\n# A\n',
    ],
    ['without fences', 'level: mid\ntitle: A\n\n# A\n', 'lane: llm\nlevel: mid\ntitle: A\n\n# A\n'],
  ])('into a header %s', (_, before, after) => {
    expect(declared(before)).toEqual({ text: after, lane: 'llm' });
  });

  test.each([
    ['a list', '---\n- a\n---\n# A\n'],
    ['JSON', '{\n "level": "mid"\n}\n\n# A\n'],
    ['broken', '---\n{a: 1, b: [}\n---\n# A\n'],
  ])('nowhere, where the header is %s', (_, text) => {
    expect(declared(text)).toBeUndefined();
  });
});
