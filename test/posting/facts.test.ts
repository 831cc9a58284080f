import { describe, expect, it } from 'vitest';
import { at, read } from './read-support.ts';

const facts = (text: string) => {
  const { title, location, employmentType } = read(text);
  return [title?.text, location?.text, employmentType?.text];
};

describe('facts', () => {
  it.each([
    [
      '---\ntitle: ML Engineer\nlocation: Berlin\nemployment_type: Full-time\n---\nText.\n',
      ['ML Engineer', 'Berlin', 'Full-time'],
    ],
    [
      '---\nposition: ML Engineer\nlocations: [Berlin, Paris]\ntype: blog\n---\n',
      ['ML Engineer', 'Berlin, Paris', undefined],
    ],
    [
      '# ML Engineer\n\n**Location:** Berlin\n\n**Employment type:** Full-time\n',
      ['ML Engineer', 'Berlin', 'Full-time'],
    ],
    ['ML Engineer\n===========\n\n## Location\n\nBerlin\n', ['ML Engineer', 'Berlin', undefined]],
    [
      '#### ML Engineer\n##### San Mateo, CA\n\nThis is a full-time role.\n',
      ['ML Engineer', 'San Mateo, CA', 'full-time'],
    ],
    ['Northwind | ML Engineer | Remote (EU) | Contract\n\nText.\n', ['ML Engineer', 'Remote (EU)', 'Contract']],
    ['---\ntitle: Northwind\n---\nNorthwind - ML Engineer - Remote\n\nText.\n', ['ML Engineer', 'Remote', undefined]],
    ['# [ML Engineer](https://example.com)\n### Northwind\n#### `🌎 Berlin`\n', ['ML Engineer', 'Berlin', undefined]],
    ['## Requirements\n\n- Work with engineers\n', [undefined, undefined, undefined]],
    ['', [undefined, undefined, undefined]],
  ])('finds title, place and kind of employment in %j', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it('says where each stands', () => {
    const posting = read('# **Senior** ML Engineer\n\nLocation: Berlin\n');
    expect(posting.title?.from).toBe('body');
    expect(at(posting, posting.title!.span)).toBe('Senior** ML Engineer');
    expect(at(posting, posting.location!.span)).toBe('Berlin');
    expect(posting.blocks[0]!.kind).toBe('title');
  });

  it('reads the facts of a table with two columns', () => {
    const rows = '| Key | Value |\n|---|---|\n| Location | Reykjavik |\n| Employment type | Full-time |\n';
    expect(read(`# ML Engineer\n\n${rows}\nText.\n`)).toMatchObject({
      location: { text: 'Reykjavik' },
      employmentType: { text: 'Full-time' },
    });
    expect(read('# ML Engineer\n\n| Location |\n|---|\n| 12 |\n').location?.text).toBeUndefined();
  });

  it('takes the title of TOML frontmatter, which is not read otherwise', () => {
    const posting = read('+++\nlane = "llm"\ntitle = "Tide Engineer"\n+++\n\nText.\n');
    expect(posting.title).toMatchObject({ text: 'Tide Engineer', from: 'frontmatter' });
    expect(posting.text.slice(posting.title!.span.start, posting.title!.span.end)).toBe('Tide Engineer');
    expect(posting.fields.has('lane')).toBe(false);
  });
});
