/** Whole postings by rule: each flagged one says exactly what is written, each clean one nothing of that rule. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyEdits } from '../src/fixes.ts';
import { examplesOf } from '../src/rule-files/rule-examples.ts';
import { findings, ids, says, sources } from './support/examples.ts';

const folder = new URL('./postings/', import.meta.url);
const known = new Set(sources.rules.map((rule) => rule.id));

for (const name of readdirSync(folder)
  .filter((each) => each.endsWith('.yml'))
  .sort()) {
  const rule = name.slice(0, -'.yml'.length);
  const { flagged, clean } = examplesOf(parse(readFileSync(new URL(name, folder), 'utf8')));
  describe(rule, () => {
    test('is a rule, with postings of both kinds, each named once', () => {
      const names = [...flagged, ...clean].map((each) => each.name);
      expect(known).toContain(rule);
      expect(flagged.length).toBeGreaterThan(0);
      expect(clean.length).toBeGreaterThan(0);
      expect(names).toEqual([...new Set(names)]);
      expect(flagged.filter((each) => each.says.length === 0)).toEqual([]);
    });
    for (const posting of flagged) {
      test(`flags ${posting.name}`, () => {
        expect(says(findings(posting, rule))).toEqual(posting.says);
      });
    }
    for (const posting of clean) {
      test(`leaves alone ${posting.name}`, () => {
        expect(says(findings(posting, rule))).toEqual([]);
      });
    }
    test('its fixes remove their finding and add none', () => {
      for (const posting of flagged) {
        const before = findings(posting, rule);
        const others = ids(findings(posting));
        for (const finding of before) {
          if (!finding.edits?.length) continue;
          const mended = { ...posting, posting: applyEdits(posting.posting, finding.edits) };
          expect(findings(mended, rule).length, mended.posting).toBeLessThan(before.length);
          const added = ids(findings(mended)).filter((id) => !others.includes(id));
          expect(added, mended.posting).toEqual([]);
        }
      }
    });
  });
}
