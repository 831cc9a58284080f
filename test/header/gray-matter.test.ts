import matter from 'gray-matter';
import { afterEach, describe, expect, test } from 'vitest';
import { readFrontmatter } from '../../src/header/frontmatter.ts';

// Why frontmatter is found and cut out by code of ours, and not by the library that most projects take for it.
// Each test shows first what gray-matter 4.0.3 does, then what a posting needs.

const read = (text: string) => readFrontmatter(text, new Set(['lane']));
const keys = (text: string) => read(text).fields.map(({ key }) => key);

describe('gray-matter cannot find the frontmatter of a posting', () => {
  afterEach(() => (matter as unknown as { clearCache(): void }).clearCache());

  test('it obeys a language named behind the fence, and one of its languages is evaluated', () => {
    expect(matter('---js\n{ lane: ["l", "lm"].join("") }\n---\n').data).toEqual({ lane: 'llm' });
    expect(read('---js\n{ lane: ["l", "lm"].join("") }\n---\n').faults[0]?.code).toBe('unsupported-opener');
  });

  test('it ends at the first line that begins with three dashes, whatever stands behind them', () => {
    const text = '---\nlane: llm\n--- # note\nlevel: mid\n---\nBody.\n';
    expect(matter(text).content).toBe(' # note\nlevel: mid\n---\nBody.\n');
    expect(read(text).faults[0]?.code).toBe('ambiguous-close');
    expect(text.slice(read(text).bodyStart)).toBe('Body.\n');
  });

  test('without a closing fence it takes the whole posting for frontmatter and fails, body and all', () => {
    const text = '---\nlane: llm\n\n# Engineer\n\nYou: build it.\n- and more\n';
    expect(() => matter(text)).toThrow();
    expect(read(text).faults[0]?.code).toBe('unclosed');
    expect(text.slice(read(text).bodyStart)).toContain('# Engineer');
  });

  test('it says nothing of places: neither where a value stands nor where the body begins', () => {
    const file = matter('\uFEFF---\r\nlane: llm\r\n---\r\nBody.\r\n');
    expect(Object.keys(file).sort()).toEqual(['content', 'data', 'excerpt', 'isEmpty']);
    const { fields, bodyStart } = read('\uFEFF---\r\nlane: llm\r\n---\r\nBody.\r\n');
    expect(fields[0]?.valueSpan).toEqual({ start: 12, end: 15 });
    expect(bodyStart).toBe(22);
  });

  test('a fault is told once: the second time the same text passes as one without fields', () => {
    const text = '---\nlane: [llm\n---\n';
    expect(() => matter(text)).toThrow();
    expect(matter(text).data).toEqual({});
    expect(read(text).faults).toHaveLength(1);
    expect(read(text).faults).toHaveLength(1);
  });
});

test('frontmatter of comments alone, or of nothing, has no fields and no faults', () => {
  for (const text of ['---\n---\n', '---\n# lane: llm\n\n---\n']) {
    expect(keys(text)).toEqual([]);
    expect(read(text).faults).toEqual([]);
  }
});
