import { describe, expect, test } from 'vitest';
import type { CheckSource } from '../../src/policy/model.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import { policyOf } from './judge.ts';

const check = (fault: string, more: Record<string, unknown> = {}) =>
  policyOf({ kind: 'title', fault, message: '{found}', ...more } as CheckSource);

const policies = {
  level: check('level', {
    roles: ['engineer', 'scientist'],
    except: ['lead scoring', 'staff meals'],
    also: { lead: 'staff' },
    unnamed: ['mid'],
    message: '{found}: {named} against {declared}',
  }),
  emoji: check('emoji'),
  shouting: check('shouting'),
  capitals: check('capitals'),
  pay: check('pay'),
  place: check('place', { places: ['utrecht', 'new york'], except: ['utrecht labs'] }),
};

/** What is found in a title, with the title after the fix where there is one. */
function found(fault: keyof typeof policies, title: string, level = 'mid'): string[] {
  const policy = policies[fault];
  const text = `---\nlane: applied\nlevel: ${level}\n---\n# ${title}\n\nText.\n`;
  const { review } = reviewPosting(readPosting('posting.md', text, policy.vocabulary), policy, '2026-11-22');
  return review.findings.map(({ message, edits = [] }) => {
    const [edit] = edits;
    const mended = edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    return mended === undefined ? message : `${message} → ${mended.split('\n')[4]!.slice(2)}`;
  });
}

describe('what a title should not say', () => {
  test.each<[keyof typeof policies, string, string, string[]]>([
    ['level', 'Senior ML Engineer', 'mid', ['Senior: Senior against Mid → ML Engineer']],
    ['level', 'ML Engineer', 'mid', []],
    ['level', 'Mid ML Engineer', 'mid', []],
    ['level', 'Senior ML Engineer', 'senior', []],
    ['level', 'Junior ML Engineer', 'senior', ['Junior: Junior against Senior → Senior ML Engineer']],
    ['level', 'ML Engineer II', 'senior', ['II: Mid against Senior']],
    ['level', 'ML Engineer III', 'mid', ['III: Senior against Mid']],
    ['level', 'ML Engineer, Senior', 'mid', ['Senior: Senior against Mid']],
    ['level', 'Senior, ML Engineer', 'mid', ['Senior: Senior against Mid']],
    ['level', 'Senior', 'mid', ['Senior: Senior against Mid']],
    ['level', 'Lead ML Engineer', 'staff', []],
    ['level', 'Lead ML Engineer', 'senior', []],
    ['level', 'Lead ML Engineer', 'mid', ['Lead: Senior against Mid → ML Engineer']],
    ['level', 'Senior Lead ML Engineer', 'mid', ['Senior: Senior against Mid']],
    [
      'level',
      'Senior ML Engineer, Lead Scoring',
      'junior',
      ['Senior: Senior against Junior → Junior ML Engineer, Lead Scoring'],
    ],
    ['level', 'ML Engineer, Lead Scoring', 'junior', []],
    ['level', 'Staff Meals Engineer', 'junior', []],
    ['level', 'Senior Staff ML Engineer', 'mid', ['Senior Staff: Staff against Mid → ML Engineer']],
    ['level', 'Senior Staff ML Engineer', 'staff', []],
    ['level', 'Entry-Level ML Engineer', 'senior', ['Entry-Level: Junior against Senior → Senior ML Engineer']],
    ['level', 'Entry Level ML Engineer', 'mid', ['Entry Level: Junior against Mid → ML Engineer']],
    ['level', 'ML Engineer for Senior Homes', 'junior', []],
    ['level', 'ML Engineer, Senior Homes', 'junior', []],
    ['level', 'Senior (ML) Engineer', 'junior', ['Senior: Senior against Junior → Junior (ML) Engineer']],
    ['level', 'ML Engineer – Principal', 'mid', ['Principal: Staff against Mid']],
    ['level', 'Kilns Senior', 'mid', []],
    ['level', 'Sr. ML Engineer', 'mid', ['Sr: Senior against Mid → ML Engineer']],
    ['level', 'Sr. ML Engineer', 'junior', ['Sr: Senior against Junior → Junior ML Engineer']],
    ['level', 'Senior / Staff ML Engineer', 'mid', ['Senior: Senior against Mid']],
    ['level', 'Senior & Staff ML Engineer', 'senior', []],
    ['level', 'Senior & Staff ML Engineer', 'staff', []],
    ['level', 'Senior-ML Engineer', 'mid', ['Senior: Senior against Mid']],
    ['level', 'Senior: ML Engineer', 'mid', ['Senior: Senior against Mid']],
    ['level', 'Senior - ML Engineer', 'junior', ['Senior: Senior against Junior → Junior - ML Engineer']],
    ['level', 'Engineer Senior ML Kilns', 'junior', ['Senior: Senior against Junior → Engineer Junior ML Kilns']],
    ['level', 'ML Engineer I', 'mid', ['I: Junior against Mid']],
    ['emoji', '🚀 ML Engineer', 'mid', ['🚀 →  ML Engineer']],
    ['emoji', 'ML Engineer 🚀🔥', 'mid', ['🚀🔥 → ML Engineer']],
    ['emoji', 'ML 🚀 Engineer', 'mid', ['🚀 → ML Engineer']],
    ['emoji', 'ML Engineer', 'mid', []],
    ['emoji', 'ML Engineer ✔️ now', 'mid', ['✔️ → ML Engineer now']],
    ['shouting', 'ML Engineer!', 'mid', ['! → ML Engineer']],
    ['shouting', 'ML Engineer!!! Now', 'mid', ['!!! → ML Engineer Now']],
    ['shouting', 'ML Engineer', 'mid', []],
    ['capitals', 'SENIOR ENGINEER', 'mid', ['SENIOR ENGINEER']],
    ['capitals', 'SENIOR ENGINEER, ML', 'mid', ['SENIOR ENGINEER, ML']],
    ['capitals', 'SENIOR ML', 'mid', []],
    ['capitals', 'SENIOR Engineer', 'mid', []],
    ['capitals', 'NLP LLMS RAGS ENGINEER', 'mid', []],
    ['capitals', 'KILNS ENGINEER', 'mid', ['KILNS ENGINEER']],
    ['capitals', 'KILN ENGINEER', 'mid', []],
    ['capitals', 'SENIOR ENGINEER of ML', 'mid', []],
    ['capitals', '12345 67890 ENGINEER', 'mid', []],
    ['pay', 'ML Engineer – $200K', 'mid', ['$200K → ML Engineer']],
    ['pay', 'ML Engineer ($150,000 - $180,000)', 'mid', ['$150,000 - $180,000 → ML Engineer']],
    ['pay', 'ML Engineer, 150k', 'mid', ['150k → ML Engineer']],
    ['pay', 'ML Engineer 150 €', 'mid', ['150 € → ML Engineer']],
    ['pay', 'ML Engineer 4kilns', 'mid', []],
    ['pay', 'ML Engineer $150k–180k, Kilns', 'mid', ['$150k–180k → ML Engineer, Kilns']],
    ['pay', '$150k', 'mid', ['$150k']],
    ['pay', 'ML Engineer 2026', 'mid', []],
    ['pay', 'ML Engineer, 4k Video', 'mid', []],
    ['pay', 'ML Engineer, 100k Users', 'mid', []],
    ['pay', 'ML Engineer, 4k', 'mid', []],
    ['pay', 'ML Engineer | €60 | Kilns', 'mid', ['€60 → ML Engineer | Kilns']],
    ['pay', 'ML Engineer: $150 k', 'mid', ['$150 k → ML Engineer']],
    ['place', 'ML Engineer, Utrecht', 'mid', ['Utrecht → ML Engineer']],
    ['place', 'ML Engineer (Utrecht)', 'mid', ['Utrecht → ML Engineer']],
    ['place', 'ML Engineer – New York', 'mid', ['New York → ML Engineer']],
    ['place', 'ML Engineer | Utrecht | Kilns', 'mid', ['Utrecht → ML Engineer | Kilns']],
    ['place', 'ML Engineer, Utrecht Labs', 'mid', []],
    ['place', 'Utrecht ML Engineer', 'mid', ['Utrecht →  ML Engineer']],
    ['place', 'ML Engineer, Utrecht or New York', 'mid', ['Utrecht → ML Engineer or New York']],
  ])('%s: “%s” at level %s', (fault, title, level, expected) => {
    expect(found(fault, title, level)).toEqual(expected);
  });

  test('a posting without a title, and one that declares no level, are not judged', () => {
    const say = (text: string) =>
      reviewPosting(readPosting('p.md', text, policies.level.vocabulary), policies.level, '2026-11-22').review.findings;
    expect(say('---\nlevel: mid\n---\n## Requirements\n\n- Senior\n')).toEqual([]);
    expect(say('# Senior ML Engineer\n\nText.\n')).toEqual([]);
  });

  test('only the first 400 characters of a title are read', () => {
    const far = (length: number) => {
      const text = `---\nlevel: mid\ntitle: ${'k'.repeat(length - 1)}!\n---\nText.\n`;
      const { shouting } = policies;
      return reviewPosting(readPosting('p.md', text, shouting.vocabulary), shouting, '2026-11-22').review.findings
        .length;
    };
    expect([far(400), far(401)]).toEqual([1, 0]);
  });
});
