import { describe, expect, test } from 'vitest';
import { findings, ids } from './support/examples.ts';

const found = (title: string, comp: string, demand: string) =>
  findings({
    posting: `---\nlane: applied\ncomp: ${comp}\n---\n# ${title}\n\n## Requirements\n\n- ${demand}\n`,
    today: '2026-11-22',
  });

describe('where no level is declared', () => {
  test('the missing level is asked for', () => {
    expect(ids(found('ML Intern, Kilns', '40K-50K', 'Python'))).toContain('frontmatter-invalid');
  });

  test.each(['40K-50K', '350K-420K', '165K-225K'])('pay is held against no level’s band: %s', (comp) => {
    const rules = ids(found('ML Intern, Kilns', comp, '0-1 years of experience'));
    expect(rules.filter((rule) => /^comp-(above|below|lane)|level|years-vs/.test(rule))).toEqual([]);
  });

  test('what is graver at some levels is no error', () => {
    const [finding] = found('ML Engineer, Kilns', '150K-185K', 'Recent graduates only').filter(
      ({ rule }) => rule === 'protected-class',
    );
    expect(finding?.severity).toBe('warning');
  });
});
