import { describe, expect, it } from 'vitest';
import { at, read } from '../posting/read-support.ts';

describe('fields in a table that a site generator wants', () => {
  it.each([
    ['a TOML table', '+++\ntitle = "Kilns"\n[extra]\nlane = "llm"\nlevel = "mid"\nsalary = "170K-210K"\n+++\n'],
    [
      'TOML with a table in it',
      '+++\ntitle = "Kilns"\n[params]\nlane = "llm"\nlevel = "mid"\n[params.comp]\nmin = 170000\nmax = 210000\n+++\n',
    ],
    ['YAML', '---\ntitle: Kilns\nparams:\n  lane: llm\n  level: mid\n  comp: { min: 170000, max: 210000 }\n---\n'],
    [
      'YAML with blanks below',
      '---\nextra:\n    lane: llm\n    level: mid\n    comp: 170K-210K\n\ntitle: Kilns\n---\n',
    ],
    ['JSON', '{"title":"Kilns","params":{"lane":"llm","level":"mid","comp":[170000,210000]}}\n'],
  ])('are read from %s', (_, text) => {
    const posting = read(text);
    expect(posting.lane.id).toBe('llm');
    expect(posting.level.id).toBe('mid');
    expect(posting.comp).toMatchObject({ min: 170000, max: 210000 });
    expect(posting.faults).toEqual([]);
    expect(at(posting, posting.fields.get('lane')!.valueSpan)).toMatch(/^"?llm"?$/);
  });

  it('yield to those at the top', () => {
    expect(read('---\nlane: applied\nextra:\n  lane: llm\n---\n').lane.id).toBe('applied');
  });

  it('are not read from any other table', () => {
    expect(read('---\nsidebar:\n  lane: llm\n---\n').lane.id).toBeUndefined();
    expect(read('---\nextra: lane\n---\n').lane.id).toBeUndefined();
    expect(read('---\nextra:\n  - lane: llm\n---\n').lane.id).toBeUndefined();
  });
});
