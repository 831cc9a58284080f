import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/fixes.ts';
import { reviewPosting } from '../../src/review.ts';
import { judge, policyOf, posting, read } from './judge.ts';

const list = {
  kind: 'count',
  what: 'list',
  any: ['{dl-framework}'],
  listed: ['{tool}'],
  'at-least': 3,
  'at-least-hedged': 2,
  message: '{count}: {names}',
};
const lists = (text: string, more: object = {}) => judge({ ...list, ...more }, posting({ required: [text] }));

describe('things in one list', () => {
  test.each([
    ['PyTorch, TensorFlow, JAX', ['warning 3: PyTorch, TensorFlow, JAX']],
    ['PyTorch/TensorFlow/Keras', ['warning 3: PyTorch, TensorFlow, Keras']],
    ['PyTorch, scikit-learn, TensorFlow and JAX', ['warning 3: PyTorch, TensorFlow, JAX']],
    ['PyTorch or TensorFlow', []],
    ['PyTorch or TensorFlow or similar', ['warning 2: PyTorch, TensorFlow']],
    ['PyTorch, TensorFlow..', ['warning 2: PyTorch, TensorFlow']],
    ['PyTorch or TensorFlow; MLflow or similar', []],
    ['PyTorch or TensorFlow, and MLflow or similar', []],
    ['PyTorch, PyTorch, PyTorch', []],
    ['PyTorch. TensorFlow. JAX', []],
  ])('“%s”', (text, expected) => {
    expect(lists(text)).toEqual(expected);
  });

  test('a sentence that exempts or lacks a word is left alone', () => {
    expect(lists('Move PyTorch, TensorFlow, JAX', { unless: ['move'] })).toEqual([]);
    expect(lists('PyTorch, TensorFlow, JAX', { with: ['move'] })).toEqual([]);
  });
});

describe('list items', () => {
  const items = { kind: 'count', what: 'items', 'at-least': 3, message: '{count} over {limit}' };

  test('nested items and prose do not count', () => {
    expect(judge(items, posting({ required: ['Python', '  - typing', '  - async', 'SQL'] }))).toEqual([]);
    expect(judge(items, posting({ required: ['Python', 'SQL', 'Go'] }))).toEqual(['warning 3 over 2']);
    expect(judge(items, '# ML Engineer\n\n## Requirements\n\nPython. SQL. Go. Rust.\n')).toEqual([]);
  });
});

describe('the part of the duties', () => {
  const share = { kind: 'share', of: ['rag'], above: 0.25, message: '{count} of {total}, {percent}' };
  const of = (duties: string[], more: object = {}) => judge({ ...share, ...more }, posting({ duties }));

  test('counts items, not words, and nested items with their parent', () => {
    expect(of(['RAG, RAG', 'RAG', 'Maps', 'Ads'])).toEqual(['warning 2 of 4, 50']);
    expect(of(['Search', '  - RAG', '  - RAG', 'Maps', 'Ads'])).toEqual([]);
    expect(of(['Search', '  - RAG', 'RAG', 'Ads'])).toEqual(['warning 2 of 3, 67']);
  });

  test('a part equal to the limit is clean for above and told for from', () => {
    const eight = ['RAG', 'RAG', 'a', 'b', 'c', 'd', 'e', 'f'];
    expect(of(eight)).toEqual([]);
    expect(of(eight, { above: undefined, from: 0.25 })).toHaveLength(1);
  });

  test('takes sentences where there is no list', () => {
    const text = '# ML Engineer\n\n## Responsibilities\n\nYou build RAG. You tune RAG. You write. You read.\n';
    expect(judge(share, text)).toEqual(['warning 2 of 4, 50']);
  });

  test('spares negated work, exempted sentences and parts of other phrases', () => {
    expect(of(['no RAG', 'no RAG', 'Maps'])).toEqual([]);
    expect(of(['toy RAG', 'RAG', 'Maps'], { unless: ['toy'] })).toEqual([]);
    expect(of(['RAG dolls', 'RAG', 'Maps'], { except: ['rag dolls'] })).toEqual([]);
  });

  test('compares how often two sorts are named', () => {
    const more = { above: undefined, outnumbers: ['maps'], 'min-hits': 1 };
    expect(of(['RAG and RAG', 'Maps'], more)).toHaveLength(1);
    expect(of(['RAG', 'Maps'], more)).toEqual([]);
  });
});

describe('several sorts of work', () => {
  const mix = {
    kind: 'mix',
    families: { cooking: ['cook | bake | fry'], sailing: ['sail | steer'], sewing: ['sew | knit'] },
    native: ['sewing'],
    message: '{count}: {families}',
  };
  const of = (duties: string[], more: object = {}) => judge({ ...mix, ...more }, posting({ duties }));

  test('needs two terms of each of two foreign families', () => {
    expect(of(['Cook and bake', 'Sail and steer'])).toEqual([
      'warning 2: cooking (“Cook”, “bake”) and sailing (“Sail”, “steer”)',
    ]);
    expect(of(['Cook and bake', 'Sail'])).toEqual([]);
    expect(of(['Cook, cook', 'Sail and steer'])).toEqual([]);
    expect(of(['Cook and bake', 'Sew and knit'])).toEqual([]);
  });

  test('one term is enough in a sentence that names three families', () => {
    expect(of(['Cook, sail and sew'])).toHaveLength(1);
    expect(of(['Cook', 'Sail', 'Sew'])).toEqual([]);
  });

  test('three foreign families are an error, a minor one decides nothing', () => {
    expect(of(['Cook and bake', 'Sail and steer', 'Sew and knit'], { native: [] })[0]).toMatch(/^error 3/);
    expect(of(['Cook and bake', 'Sail and steer'], { minor: ['sailing'] })).toEqual([]);
  });

  test('a family that the title names is at home', () => {
    const trades = { 'native-by-title': { cooking: ['cook'] } };
    const titled = (title: string) =>
      judge({ ...mix, ...trades }, posting({ title, duties: ['Cook, bake', 'Sail, steer'] }));
    expect(titled('Sailor')).toHaveLength(1);
    expect(titled('Ship’s Cook')).toEqual([]);
  });

  test('words for one thing are one term', () => {
    expect(of(['Cook and bake', 'Sail and steer'], { same: { bake: 'cook' } })).toEqual([]);
  });
});

describe('a list settled by the rest of the posting', () => {
  const settle = { ...list, 'settled-by': ['duties'] };
  const mended = (duties: string, required: string) => {
    const policy = policyOf(settle);
    const text = posting({ duties: [duties], required: [required] });
    const finding = reviewPosting(read(text, policy), policy, '2026-11-22').review.findings[0];
    return finding?.edits && applyEdits(text, finding.edits).split('\n').at(-2);
  };

  test('writes the one thing that the duties name', () => {
    expect(mended('Serve our PyTorch model', 'PyTorch, TensorFlow, JAX, or similar.')).toBe('- PyTorch.');
    expect(mended('Serve our PyTorch model', 'Skill in PyTorch/TensorFlow/JAX')).toBe('- Skill in PyTorch');
  });

  test('offers nothing where that is not certain', () => {
    expect(mended('Serve PyTorch and JAX models', 'PyTorch, TensorFlow, JAX')).toBeUndefined();
    expect(mended('Serve our model', 'PyTorch, TensorFlow, JAX')).toBeUndefined();
    expect(mended('Serve our PyTorch model', 'PyTorch, TensorFlow or another framework')).toBeUndefined();
    expect(mended('Serve our PyTorch model', 'PyTorch, spaCy, TensorFlow, JAX')).toBeUndefined();
  });
});
