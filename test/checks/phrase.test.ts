import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/fixes.ts';
import { reviewPosting } from '../../src/review.ts';
import { judge, policyOf, posting, read } from './judge.ts';

const rag = { kind: 'phrase', any: ['rag'] };
const found = (check: object, ...required: string[]) => judge({ ...rag, ...check }, posting({ required })).length;

describe('the phrase check', () => {
  test('tells once a sentence unless asked otherwise', () => {
    expect(found({}, 'RAG and RAG. More RAG')).toBe(2);
    expect(found({ per: 'hit' }, 'RAG and RAG. More RAG')).toBe(3);
    expect(found({ per: 'block' }, 'RAG and RAG. More RAG')).toBe(1);
    expect(found({ per: 'posting' }, 'RAG', 'RAG')).toBe(1);
  });

  test('leaves out what stands beside an exemption', () => {
    expect(found({ unless: ['toy'] }, 'Toy RAG. Real RAG')).toBe(1);
    expect(found({ 'unless-item': ['toy'] }, 'Toy RAG. Real RAG', 'RAG')).toBe(1);
    expect(found({ 'unless-section': ['toy'] }, 'RAG', 'A toy')).toBe(0);
    expect(found({ 'unless-posting': { says: ['toy'], in: ['required'] } }, 'RAG', 'A toy')).toBe(0);
    expect(found({ 'unless-posting': { says: ['toy'], in: ['duties'] } }, 'RAG', 'A toy')).toBe(1);
    expect(found({ except: ['rag doll'] }, 'A RAG doll and RAG')).toBe(1);
    expect(found({ with: ['must'] }, 'RAG is a must', 'RAG')).toBe(1);
  });

  test('leaves out items under a lead that exempts them', () => {
    const lead = { 'unless-lead': ['one of'] };
    expect(found(lead, 'One of these:', '  - RAG', '  - Search', 'RAG')).toBe(1);
    const text = '# ML Engineer\n\n## Requirements\n\nOne of these:\n\n- RAG\n- Search\n\nAnd:\n\n- RAG\n';
    expect(judge({ ...rag, ...lead }, text)).toHaveLength(1);
  });

  test('leaves out one example among others in brackets', () => {
    const example = { 'unless-example': true };
    expect(found(example, 'Search (RAG, ranking)')).toBe(0);
    expect(found(example, 'Search (ranking, RAG, maps)')).toBe(0);
    expect(found(example, 'Search (RAG)')).toBe(1);
    expect(found(example, 'Search (RAG, simple RAG)')).toBe(1);
    expect(found(example, 'Search (ranking, maps) and RAG')).toBe(1);
    expect(found(example, 'RAG (search, maps)')).toBe(1);
    expect(found(example, 'Search (RAG, ranking, never closed')).toBe(0);
    expect(found(example, `Search (ranking, ${'very '.repeat(39)}RAG)`)).toBe(0);
    expect(found(example, `Search (ranking, ${'very '.repeat(41)}RAG)`)).toBe(1);
  });

  test('offers to move an item to the front of the preferred list, where both lists have one mark', () => {
    const policy = policyOf({ ...rag, in: ['required'], 'move-to': 'preferred' });
    const moved = (text: string) => {
      const finding = reviewPosting(read(text, policy), policy, '2026-11-22').review.findings[0];
      return finding?.edits && applyEdits(text, finding.edits);
    };
    expect(moved(posting({ required: ['Python', 'RAG'], preferred: ['French'] }))).toBe(
      posting({ required: ['Python'], preferred: ['RAG', 'French'] }),
    );
    expect(moved(posting({ required: ['RAG'] }))).toBeUndefined();
    expect(
      moved(posting({ required: ['RAG'], preferred: ['French'] }).replace('- French', '* French')),
    ).toBeUndefined();
  });
});
