import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lawFinder } from '../../src/checks/job-place.ts';
import type { PayLaw, Policy } from '../../src/types/policy.ts';
import type { Posting } from '../../src/types/posting.ts';

const read = (name: string) => parse(readFileSync(new URL(`../../rules/${name}.yml`, import.meta.url), 'utf8'));
const laws = read('pay-laws').laws as PayLaw[];
const words = read('pay-words').words;
const REMOTE = ['remote', 'us'];

function at(text: string | undefined, settings: Partial<Policy['settings']> = {}, today = '2026-11-22'): string[] {
  const location = text === undefined ? undefined : { text, span: { start: 0, end: 0 }, from: 'body' };
  const base = { laws, vocabulary: { words }, settings: { jurisdictions: [], ...settings } };
  const policy = base as unknown as Policy;
  return lawFinder(policy, REMOTE)({ posting: { location } as Posting, policy, today }).map(({ law }) => law.id);
}

describe('the pay laws of a place', () => {
  test.each<[string, ...string[]]>([
    ['Denver, CO', 'colorado'],
    ['Denver', 'colorado'],
    ['Remote (CO, NY or WA)', 'colorado', 'new-york'],
    ['New York, NY', 'new-york'],
    ['NYC / San Francisco', 'california', 'new-york'],
    ['Washington, DC', 'dc'],
    ['Washington, D.C.', 'dc'],
    ['Seattle, Washington', 'washington'],
    ['Vancouver, WA', 'washington'],
    ['Vancouver, BC'],
    ['Dublin, Ireland', 'eu'],
    ['Dublin, OH'],
    ['Dublin, CA', 'california'],
    ['Paris, TX'],
    ['Paris', 'eu'],
    ['Toronto, CA', 'ontario'],
    ['Toronto, ON, Canada', 'ontario'],
    ['Cambridge, MA', 'massachusetts'],
    ['Cambridge, UK'],
    ['Portland, OR'],
    ['Portland, ME', 'maine'],
    ['Rochester, MN', 'minnesota'],
    ['Wilmington, NC'],
    ['Work on site, come as you are'],
    ['London'],
    ['Remote'],
    ['Remote, US'],
    ['München (hybrid)', 'eu'],
    ['St. Paul, MN', 'minnesota'],
  ])('%s', (text, ...expected) => {
    expect(at(text).sort()).toEqual([...expected].sort());
  });

  test('nothing is known of a posting without a location', () => {
    expect(at(undefined)).toEqual([]);
  });

  test('a law is silent before its day and for smaller employers', () => {
    expect(at('Boston', {}, '2025-10-28')).toEqual([]);
    expect(at('Boston', {}, '2025-10-29')).toEqual(['massachusetts']);
    expect(at('Boston', { employees: 24 })).toEqual([]);
    expect(at('Boston', { employees: 25 })).toEqual(['massachusetts']);
  });

  test('laws that the team names hold for work from anywhere, not for another place', () => {
    const settings = { jurisdictions: ['Colorado'] };
    expect(at('Remote (US)', settings)).toEqual(['colorado']);
    expect(at(undefined, settings)).toEqual(['colorado']);
    expect(at('Austin, TX', settings)).toEqual([]);
    expect(at('Berlin', settings)).toEqual(['eu']);
  });
});

test('every law names its source, its day and words that find it', () => {
  for (const law of laws) {
    expect(law.source).toMatch(/^https:\/\//);
    expect(law.since).toMatch(/^\d{4}-\d\d-\d\d$/);
    const longest = [...law.where].sort((a, b) => b.length - a.length)[0] as string;
    expect(at(longest, {}, '2030-01-01')).toContain(law.id);
  }
});
