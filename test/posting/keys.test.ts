import { describe, expect, it } from 'vitest';
import { at, read } from './read-support.ts';

const front = (yaml: string) => read(`---\n${yaml}\n---\n# T\n`);
const told = (yaml: string) => {
  const posting = front(yaml);
  const own = posting.faults.filter(({ code }) => code === 'mistyped-key');
  return own.map(
    ({ span, detail, edit }) =>
      `${at(posting, span)} → ${edit?.text} (${detail.includes(`did you mean ${edit?.text}?`)})`,
  );
};

describe('a mistyped key', () => {
  it.each([
    ['lan: applied', 'lan → lane (true)'],
    ['lnae: genai', 'lnae → lane (true)'],
    ['lanes: llm', 'lanes → lane (true)'],
    ['levl: mid', 'levl → level (true)'],
    ['senority: Sr.', 'senority → seniority (true)'],
    ['expereince_level: mid', 'expereince_level → experience_level (true)'],
    ['cmop: 150K-188K', 'cmop → comp (true)'],
    ['salery: { min: 150000, max: 188000 }', 'salery → salary (true)'],
    ['compensaton: 150K-188K', 'compensaton → compensation (true)'],
    ['salary_rnage: 150K-188K', 'salary_rnage → salary_range (true)'],
    ['comp: { min: 150000, mx: 188000 }', 'mx → max (true)'],
    ['comp: { mni: 150000, max: 188000 }', 'mni → min (true)'],
    ['comp: { min: 150000, maxx: 188000 }', 'maxx → max (true)'],
    ['comp: { low: 150000, hgih: 188000 }', 'hgih → high (true)'],
    ['comp: { min: 150000, max: 188000, curency: USD }', 'curency → currency (true)'],
    ['locaton: Austin', 'locaton → location (true)'],
    ['employement_type: Full-time', 'employement_type → employment_type (true)'],
    ['deadlne: 2026-12-01', 'deadlne → deadline (true)'],
  ])('is told with the nearest one: %s', (yaml, expected) => {
    expect(told(yaml)).toEqual([expected]);
  });

  it.each([
    'lang: en',
    'land: DE',
    'line: red',
    'label: new',
    'levels_below: 2',
    'cost_center: 4410',
    'camp: 150000',
    'company: Lamp 2000',
    'compliance: 12 rules',
    'relocation: 20',
    'closed: true',
    'comp: { min: 150000, mid: 160000, max: 188000 }',
    'comp: { min: 150000, target: 188000 }',
    'lane: llm\nlan: applied',
    'lan:',
  ])('is not seen in a key of its own: %s', (yaml) => {
    expect(told(yaml)).toEqual([]);
  });

  it('holds what it was meant to', () => {
    const posting = front(
      'lan: llm\nlevl: mid\ncmop: { min: 150000, mx: 188000 }\nlocaton: Austin\ndeadlne: 1 May 2026',
    );
    expect(posting.lane.id).toBe('llm');
    expect(posting.level.id).toBe('mid');
    expect(posting.comp).toMatchObject({ min: 150000, max: 188000 });
    expect(posting.location?.text).toBe('Austin');
    expect(posting.dates.get('valid_through')?.text).toBe('2026-05-01');
    expect(posting.faults.map(({ code }) => code)).not.toContain('missing');
  });
});

describe('the kind of employment', () => {
  const kind = (yaml: string) => front(yaml).employmentType?.text;

  it.each([
    ['contract: Full-time', 'Full-time'],
    ['hours: Part-time', 'Part-time'],
    ['hours: 36', '36'],
    ['type: FULL_TIME', 'FULL_TIME'],
    ['kind: Permanent', 'Permanent'],
    ['schedule: full time, nights', 'full time, nights'],
    ['employmentType: [FULL_TIME, CONTRACTOR]', 'FULL_TIME, CONTRACTOR'],
    ['tags: [kilns, Full-time]', 'Full-time'],
    ['full_time: true', 'full_time'],
    ['pensum: 80–100 %', '80–100 %'],
    ['term: 12 months', '12 months'],
    ['vertragsart: unbefristet / Vollzeit', 'unbefristet / Vollzeit'],
  ])('stands under any of its usual keys: %s', (yaml, expected) => expect(kind(yaml)).toBe(expected));

  it.each([
    'type: page',
    'type: blog',
    'type: job',
    'layout: full-width',
    'hours: flexible',
    'category: Engineering',
    'status: open',
    'full_time: false',
    'tags: [kilns, contract-testing]',
    'kind: part of the site',
  ])('is not seen in a key that says something else: %s', (yaml) => expect(kind(yaml)).toBeUndefined());
});
