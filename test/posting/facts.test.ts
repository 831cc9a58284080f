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
    ['---\ntitle: ML Engineer\nWhere: Remote - US only\n---\n', ['ML Engineer', 'Remote - US only', undefined]],
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

  it('takes the title of TOML frontmatter', () => {
    const posting = read('+++\nlane = "llm"\ntitle = "Tide Engineer"\n+++\n\nText.\n');
    expect(posting.title).toMatchObject({ text: 'Tide Engineer', from: 'frontmatter' });
    expect(posting.text.slice(posting.title!.span.start, posting.title!.span.end)).toBe('Tide Engineer');
    expect(posting.lane.id).toBe('llm');
  });
});

describe('where title, place and kind of employment stand', () => {
  it.each<[string, string[]]>([
    ['---\ntitle: Data Scientist\n---\n# ML Engineer\n', ['Data Scientist', '', '']],
    ['# ML Engineer\n\nLocation: Berlin\n', ['ML Engineer', 'Berlin', '']],
    [
      '# ML Engineer\n\nLocation: Berlin, in a house of two floors by the river, next to the mill, where the kilns stand and the pots are fired on Mondays\n',
      [
        'ML Engineer',
        'Berlin, in a house of two floors by the river, next to the mill, where the kilns stand and the pots are fired on Mondays',
        '',
      ],
    ],
    ['# ML Engineer\n\nIn: Berlin\n', ['ML Engineer', 'In: Berlin', '']],
    ['# ML Engineer\n\n## Location\n\nBerlin\n', ['ML Engineer', 'Berlin', '']],
    ['# ML Engineer\n\n## Location\n\n## Requirements\n\n- Berlin\n', ['ML Engineer', '', '']],
    ['# ML Engineer\n\n## The location that we think of for this job of ours\n\nUtrecht\n', ['ML Engineer', '', '']],
    [
      '# ML Engineer\n\n| Location | Utrecht |\n|---|---|\n| Schedule | Part-time |\n',
      ['ML Engineer', 'Utrecht', 'Part-time'],
    ],
    ['# ML Engineer\n\n| Kind | Location |\n|---|---|\n| Utrecht | kilns |\n', ['ML Engineer', '', '']],
    ['# ML Engineer\n\n| Location | 12 |\n|---|---|\n| Utrecht | kilns |\n', ['ML Engineer', '12', '']],
    ['# ML Engineer\n\n📍 Utrecht\n', ['ML Engineer', 'Utrecht', '']],
    ['# ML Engineer\n\nKilns 🌍 Utrecht (remote) | Pots\n', ['ML Engineer', 'Utrecht (remote)', '']],
    [
      'Kilns - ML Engineer - Bay Area (Burlingame, CA – onsite) - Full-time\n\nText.\n',
      ['ML Engineer', 'Bay Area (Burlingame, CA – onsite)', 'Full-time'],
    ],
    [
      'Kilns - ML Engineer (north - Bay Area, CA - Full-time\n\nText.\n',
      ['ML Engineer (north', 'Bay Area, CA', 'Full-time'],
    ],
    [
      'area:       Kilns\ntitle:      ML Engineer\nlocation:   Utrecht\nemployment: Full-time\n\nWe fire pots.\n',
      ['ML Engineer', 'Utrecht', 'Full-time'],
    ],
    ['# ML Engineer\n\nUtrecht, NL | Full-time\n', ['ML Engineer', 'Utrecht, NL', 'Full-time']],
    ['# ML Engineer\n\nUtrecht, Nederland\n', ['ML Engineer', 'Utrecht, Nederland', '']],
    ['# ML Engineer\n\nutrecht, NL\n', ['ML Engineer', '', '']],
    ['# ML Engineer\n\nSenior Engineer, CA | Pots\n', ['ML Engineer', '', '']],
    ['# ML Engineer in Berlin\n', ['ML Engineer in Berlin', '', '']],
    ['Northwind   ML Engineer   Berlin\n', ['ML Engineer', 'Berlin', '']],
    ['Northwind · ML Engineer · Berlin\n', ['ML Engineer', 'Berlin', '']],
    ['Northwind, ML Engineer, Berlin\n', ['Northwind, ML Engineer, Berlin', '', '']],
    ['Northwind — ML Engineer — Berlin\n\nText.\n', ['ML Engineer', 'Berlin', '']],
    ['# About us\n\n## ML Engineer\n\nText.\n', ['ML Engineer', '', '']],
    ['# Northwind\n\nText.\n', ['Northwind', '', '']],
    ['**Northwind**\n\nText.\n', ['', '', '']],
    ['Location: Berlin\n\n**ML Engineer | Kilns**\n\nText.\n', ['ML Engineer', 'Berlin', '']],
    ['# Requirements\n\nText.\n', ['', '', '']],
    ['#### Northwind\n\nML Engineer\n\nText goes here.\n', ['ML Engineer', '', '']],
    ['ML Engineer.\n\nText goes here.\n', ['ML Engineer.', '', '']],
    ['ML Engineer:\n\nText goes here.\n', ['ML Engineer:', '', '']],
    ['ML Engineer\n\nText goes here.\n', ['ML Engineer', '', '']],
    ['**ML Engineer**\n\nText goes here.\n', ['ML Engineer', '', '']],
    ['---\ntitle: Northwind\n---\n\nML Engineer\n\nText goes here.\n', ['ML Engineer', '', '']],
    ['---\ntitle: Northwind\n---\n\n# ML Engineer\n\nText goes here.\n', ['ML Engineer', '', '']],
    ['---\ntitle: Northwind\n---\n\nText goes here.\n', ['Northwind', '', '']],
    [
      "---\ntitle: 'ML Engineer'\nlocation: [Berlin, 3, Paris]\n---\nText.\n",
      ['ML Engineer', 'Berlin, Paris ([Berlin, 3, Paris])', ''],
    ],
    ['---\ntitle: "ML Engineer"\nlocation: "Berlin"\n---\nText.\n', ['ML Engineer', 'Berlin', '']],
    ['---\ntitle: ML Engineer\nlocation: ""\n---\nLocation: Utrecht\n', ['ML Engineer', 'Utrecht', '']],
    ['---\ntitle: ML Engineer\nlocation: 12\n---\nLocation: Utrecht\n', ['ML Engineer', 'Utrecht', '']],
    ['---\ntitle: ML Engineer\nlocation: "Berlin" # here\n---\n', ['ML Engineer', 'Berlin', '']],
    [
      '---\ntitle: ML Engineer\nemployment_type: blog\n---\nThis is a contract role.\n',
      ['ML Engineer', '', 'contract'],
    ],
    [
      '---\ntitle: ML Engineer\nemployment_type: [Full-time, Contract]\n---\n',
      ['ML Engineer', '', 'Full-time, Contract ([Full-time, Contract])'],
    ],
    ['# ML Engineer\n\nEmployment type: Full-time, 40 hours\n', ['ML Engineer', '', 'Full-time, 40 hours']],
    ['# ML Engineer\n\nEmployment type: whatever\n\nIt is part-time.\n', ['ML Engineer', '', 'part-time']],
    ['# ML Engineer\n\nOur contractors sort. We subcontract pots.\n', ['ML Engineer', '', '']],
    ['# ML Engineer\n\n- A full-time job\n', ['ML Engineer', '', '']],
    ['# ML Engineer\n\n- A list\n\nA full-time job.\n', ['ML Engineer', '', 'full-time']],
    [
      '# ML Engineer\n\nWe sort all the parcels of this town and of the next town and of the one behind it, full-time in Berlin.\n',
      ['ML Engineer', '', 'full-time'],
    ],
    ['# ML Engineer\n\n- Location: Berlin\n', ['ML Engineer', 'Berlin', '']],
  ])('%j', (text, expected) => {
    const posting = read(text);
    const shown = [posting.title, posting.location, posting.employmentType].map((fact) => {
      if (fact === undefined) return '';
      const own = at(posting, fact.span);
      return own === fact.text ? own : `${fact.text} (${own})`;
    });
    expect(shown).toEqual(expected);
  });

  it.each([
    ['a label', (place: string) => `# ML Engineer\n\nLocation: ${place}\n`],
    ['a heading', (place: string) => `# ML Engineer\n\n## Location\n\n${place}\n`],
    ['a cell', (place: string) => `# ML Engineer\n\n| Location | ${place} |\n|---|---|\n`],
  ])('takes at most 120 characters behind %s for a place', (_, text) => {
    const place = (length: number) => read(text('k'.repeat(length))).location?.text.length;
    expect([place(120), place(121)]).toEqual([120, undefined]);
  });

  it('takes no header line of more than 100 characters for a title', () => {
    const title = (length: number) =>
      read(`Engineer ${'k'.repeat(length - 9)}\n\nText goes here.\n`).title?.text.length;
    expect([title(100), title(101)]).toEqual([100, undefined]);
  });
});
