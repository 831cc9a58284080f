/** Tables of wordings for the rules on blanks, titles, places, people and interviews: what is flagged, what is left alone. */
import { describe, expect, test } from 'vitest';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import { readTeam } from '../../src/team/team.ts';
import type { Policy } from '../../src/types/policy.ts';

const { sources } = readSources(yamlFiles(rulesFolder()), kinds);
const team = readTeam(sources, {}, kinds);

const policies = new Map<string, Policy>();

/** What the findings of one rule quote. */
function found(rule: string, text: string): string[] {
  const policy = policies.get(rule) ?? compilePolicy(team.sources, team.config, kinds, { only: [rule] }).policy;
  policies.set(rule, policy);
  const posting = readPosting('example.md', text, policy.vocabulary);
  return reviewPosting(posting, policy, '2026-11-22').review.findings.map((finding) => finding.found);
}

/** A posting with one line under a heading. */
const under = (heading: string, line: string, level = 'mid'): string =>
  `---\nlane: applied\nlevel: ${level}\n---\n# Machine Learning Engineer, Ferries\n\n## ${heading}\n\n${line}\n`;

const titled = (title: string, level = 'mid', location = 'Remote (US)'): string =>
  `---\nlane: applied\nlevel: ${level}\nlocation: ${location}\n---\n# ${title}\n\n## Requirements\n\n- Python\n`;

describe('a blank of a template', () => {
  test.each([
    ['Location: [City, State]', '[City, State]'],
    ['Reports to [Hiring Manager]', '[Hiring Manager]'],
    ['Serve on [SageMaker / Vertex AI / a custom stack]', '[SageMaker / Vertex AI / a custom stack]'],
    ['Work at [COMPANY NAME] in the harbor', '[COMPANY NAME]'],
    ['Hello from {{ company }}', '{{ company }}'],
    ['Start: TBD', 'TBD'],
    ['TODO: ask Kim', 'TODO'],
    ['Base of $XX,XXX', 'XX,XXX'],
    ['Team of <TEAM NAME>', '<TEAM NAME>'],
    ['Lorem ipsum dolor sit amet', 'Lorem ipsum dolor sit amet'],
  ])('%s', (line, blank) => {
    expect(found('placeholder-left', under('About the role', line))).toEqual([blank]);
  });

  test.each([
    '[Apply](https://example.com/a/b)',
    'Read [our guide / wiki][1]\n\n[1]: https://example.com',
    'A note[^1]\n\n[^1]: here',
    '- [ ] one\n- [x] two',
    'Sizes `[min / max]` and `{{ x }}`',
    'He wrote “definately [sic]”',
    'Types such as int[] and list[str]',
    'Mail us, subject: “Engineer - [Your Name]”',
    'All genders [m/f/d] and [w/m/x]',
    'Todo list for ferries',
    'Line one<br>line two, 3 < 5 > 2',
    'Full-time/part-time possible',
    '{{< apply-button >}} and {{ site.title }}',
  ])('none in %s', (line) => {
    expect(found('placeholder-left', under('About the role', line))).toEqual([]);
  });
});

describe('the level in a title', () => {
  test.each([
    ['Staff ML Engineer', 'senior', 'Staff'],
    ['Machine Learning Engineer II', 'senior', 'II'],
    ['Machine Learning Engineer (Senior)', 'mid', 'Senior'],
    ['Machine Learning Engineer - Principal', 'senior', 'Principal'],
    ['Sr. Applied Scientist, Ads', 'junior', 'Sr'],
    ['Senior Staff ML Engineer', 'senior', 'Senior Staff'],
  ])('%s is not %s', (title, level, word) => {
    expect(found('title-level-mismatch', titled(title, level))).toEqual([word]);
  });

  test.each([
    ['Sr. ML Engineer', 'senior'],
    ['Senior/Staff ML Engineer', 'staff'],
    ['Principal ML Engineer', 'staff'],
    ['Lead Machine Learning Engineer', 'senior'],
    ['Lead Machine Learning Engineer', 'staff'],
    ['Machine Learning Engineer III', 'senior'],
    ['Machine Learning Engineer, Senior Living', 'mid'],
    ['ML Engineer, Lead Generation', 'mid'],
    ['Machine Learning Engineer', 'staff'],
  ])('%s may be %s', (title, level) => {
    expect(found('title-level-mismatch', titled(title, level))).toEqual([]);
  });
});

describe('an advertisement in a title', () => {
  test.each([
    ['ML Ninja', 'Ninja'],
    ['Machine Learning Guru', 'Guru'],
    ['Data Scientist (25.000 €)', '25.000 €'],
    ['ML Engineer, $180k-$220k', '$180k-$220k'],
    ['Research Engineer, New York', 'New York'],
    ['ML Engineer!', '!'],
  ])('%s', (title, words) => {
    expect(found('hype-title', titled(title))).toEqual([words]);
  });

  test.each([
    'Senior AI/ML Engineer, NLP',
    'ML Engineer, Unicorn Health',
    'ML Engineer II (Remote)',
    'LLM Engineer, RAG & SQL',
  ])('none in %s', (title) => {
    expect(found('hype-title', titled(title))).toEqual([]);
  });
});

describe('words for one gender', () => {
  test.each([
    ['Duties', '- He trains models and reports to his manager', ['He', 'his']],
    ['About the role', 'The candidate knows her tools.', ['her']],
    ['About us', 'Three guys and a boat.', ['guys']],
    ['Requirements', '- The engineer documents his/her code', ['his/her']],
  ])('under %s: %s', (heading, line, words) => {
    expect(found('gendered-language', under(heading, line))).toEqual(words);
  });

  test.each([
    ['About us', 'Our founder Ada sold her boat.'],
    ['About us', 'Maria Lopez runs the yard. She built it.'],
    ['What you will do', '- Help a nurse find her next shift'],
    ['Equal opportunity', 'Every applicant is judged by his or her work.'],
    ['Requirements', "- Master's degree, mastery of Python"],
    ['What you will do', '- Route unmanned ferries; work with the Women in ML group'],
  ])('none under %s: %s', (heading, line) => {
    expect(found('gendered-language', under(heading, line))).toEqual([]);
  });
});

describe('a preference by age, origin or citizenship', () => {
  test.each([
    ['About us', 'Join our young team.', 'young team'],
    ['Requirements', '- Digital native', 'Digital native'],
    ['Requirements', '- Native German speaker', 'Native German speaker'],
    ['Requirements', '- Must be a US citizen or permanent resident', 'US citizen or permanent resident'],
    ['Requirements', '- No visa holders', 'No visa holders'],
    ['Requirements', '- New graduates preferred', 'New graduates preferred'],
  ])('under %s: %s', (heading, line, words) => {
    const quoted = found('protected-class', under(heading, line));
    expect(quoted).toHaveLength(1);
    expect(quoted[0]).toContain(words);
  });

  test.each([
    ['Requirements', '- Fluent English'],
    ['Requirements', '- US citizen with an active TS/SCI clearance'],
    ['Requirements', '- US persons only, as export control law demands'],
    ['Requirements', '- No visa sponsorship'],
    ['Requirements', '- Authorized to work in the EU'],
    ['About us', 'Ours is a young company in a young field.'],
    ['What you will do', '- Mentor recent graduates'],
    ['Equal opportunity', 'Without regard to age, citizenship or national origin.'],
  ])('none under %s: %s', (heading, line) => {
    expect(found('protected-class', under(heading, line))).toEqual([]);
  });
});

describe('a place to come to', () => {
  test.each(['Hybrid', 'Onsite', 'United States (hybrid)', 'In office, 3 days a week'])(
    'is missing in %s',
    (location) => {
      expect(found('hybrid-no-metro', titled('ML Engineer', 'mid', location))).toHaveLength(1);
    },
  );

  test.each(['Hybrid, Denver', 'Onsite in Ghent', 'Remote', 'Remote (EU)', 'Hybrid - Winterthur'])(
    'is not missing in %s',
    (location) => {
      expect(found('hybrid-no-metro', titled('ML Engineer', 'mid', location))).toEqual([]);
    },
  );
});

describe('puzzles in an interview', () => {
  test.each([
    ['Interview process', 'Two LeetCode rounds.', 'LeetCode'],
    ['Interview process', 'A HackerRank test, then a talk.', 'HackerRank'],
    ['Hiring process', 'You code on a whiteboard.', 'code on a whiteboard'],
  ])('under %s: %s', (heading, line, words) => {
    expect(found('interview-leetcode', under(heading, line))).toEqual([words]);
  });

  test.each([
    ['Interview process', 'No LeetCode and no whiteboard coding.'],
    ['Interview process', 'An exercise on messy data instead of algorithm puzzles.'],
    ['Requirements', '- Algorithms and data structures'],
    ['About us', 'HackerRank is a customer of ours.'],
  ])('none under %s: %s', (heading, line) => {
    expect(found('interview-leetcode', under(heading, line))).toEqual([]);
  });
});
