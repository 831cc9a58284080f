import { describe, expect, test } from 'vitest';
import { findings } from '../support/examples.ts';

/** A posting that says a sentence in one place: a demand, the process, the duties, or the lines below the title. */
function posting(place: string, text: string): string {
  const at = (name: string, otherwise: string) => (place === name ? text : otherwise);
  const title = '# Machine Learning Engineer, Kilns';
  const duties = `## Responsibilities\n\n- ${at('duties', 'Own the model of firing faults')}`;
  const demands = `## Requirements\n\n- ${at('req', 'Python')}`;
  const process = `## How we hire\n\n${at('process', 'Write to us.')}`;
  const intro = at('intro', at('loc', 'You join the Glaze team.'));
  return `---\nlane: applied\nlevel: mid\n---\n${[title, intro, duties, demands, process].join('\n\n')}\n`;
}

const found = (rule: string, place: string, text: string) =>
  findings({ posting: posting(place, text), today: '2026-11-22' }, rule).map((finding) => finding.found);

describe('presence without a place', () => {
  test.each([
    ['loc', '$140K/yr - $170K/yr, hybrid'],
    ['loc', 'Hybrid'],
    ['loc', 'Work setting: hybrid'],
    ['loc', 'Way of working: hybrid, two days with the team'],
    ['loc', 'This is an onsite role.'],
    ['loc', 'You come into the office on Mondays and Thursdays.'],
    ['loc', '- Work arrangement: hybrid, every other week in the office'],
    ['loc', '**Workplace:** Hybrid'],
    ['loc', 'Working model: 3 days in the office'],
    ['loc', 'Work mode: on-site'],
    ['loc', 'Full-time · Hybrid · $150K–$190K'],
    ['loc', 'Full-time / hybrid / permanent'],
    ['loc', 'Attendance: two days a week in the office'],
    ['loc', 'Remote policy: hybrid'],
    ['loc', 'Where: hybrid'],
    ['loc', 'Permanent, full time, onsite'],
    ['loc', 'Our team works hybrid.'],
    ['loc', 'Onsite work is expected, three days a week.'],
  ])('is told in %s: %s', (place, text) => {
    expect(found('hybrid-no-metro', place, text)).toHaveLength(1);
  });

  test.each([
    ['loc', '$180,000 - $210,000; entirely remote or some hybrid'],
    ['loc', 'Remote or hybrid'],
    ['loc', 'Remote; those who like can work hybrid.'],
    ['loc', 'Work setting: hybrid, Ghent'],
    ['loc', 'Hybrid or fully remote, as you like'],
    ['loc', 'Work arrangement: remote or hybrid'],
    ['loc', 'Work arrangement: hybrid, Denver'],
    ['loc', 'Full-time · Hybrid · Leeds'],
    ['loc', 'Work arrangement: hybrid in Ghent, half of the week'],
    ['loc', 'Hybrid cars are our trade; remote work everywhere.'],
    ['loc', 'You may work hybrid or remotely, whichever suits you.'],
    ['loc', 'We forecast prices of hybrid cars.'],
    ['duties', 'Build hybrid search over text and vectors'],
    ['loc', 'Full-time · Remote · $150K–$190K'],
  ])('is not in %s: %s', (place, text) => {
    expect(found('hybrid-no-metro', place, text)).toEqual([]);
  });
});

describe('a field by its name alone', () => {
  test.each([
    ['req', 'Good maths and a shipping focused past'],
    ['req', 'A season or two inside the tourism ecosystem'],
    ['req', 'A healthcare-oriented background'],
    ['req', 'A finance-related career'],
    ['req', 'A retail-specific track record'],
    ['req', 'Time spent in the fintech ecosystem'],
    ['req', 'Background in the insurance or banking domains'],
    ['req', 'You come from the logistics world'],
    ['req', 'Career in the energy sector'],
    ['req', 'A past in manufacturing'],
  ])('is told in %s: %s', (place, text) => {
    expect(found('domain-vague', place, text)).toHaveLength(1);
  });

  test.each([
    ['req', 'Familiarity with the Python ecosystem'],
    ['req', 'Experience in the Hadoop ecosystem'],
    ['req', 'Customer-focused mindset'],
    ['req', 'A results-oriented background'],
    ['req', 'A healthcare-focused past with HL7 and claims data'],
    ['req', 'Experience with the JavaScript ecosystem'],
    ['req', 'Domain knowledge is not needed'],
    ['req', 'A security-focused way of coding'],
    ['req', 'Comfort in the open source ecosystem'],
  ])('is not in %s: %s', (place, text) => {
    expect(found('domain-vague', place, text)).toEqual([]);
  });
});

describe('a whiteboard for puzzles, not for design', () => {
  test.each([
    ['process', 'You solve coding problems on the whiteboard'],
    ['process', 'Whiteboard coding with two engineers'],
    ['process', 'A timed algorithm test on HackerRank'],
    ['process', 'Two algorithms on the whiteboard'],
    ['process', 'Whiteboard interview'],
    ['process', 'Data structures on a whiteboard'],
  ])('is told in %s: %s', (place, text) => {
    expect(found('interview-leetcode', place, text)).toHaveLength(1);
  });

  test.each([
    ['process', 'An architecture of yours, drawn on the whiteboard'],
    ['process', 'A system design talk at a whiteboard'],
    ['process', 'You sketch a pipeline on the whiteboard with two colleagues'],
    ['process', 'Whiteboard session on ML system design'],
    ['process', 'We do not use LeetCode or whiteboard puzzles.'],
    ['process', 'Walk us through a past project on the whiteboard'],
    ['process', 'A design exercise on the whiteboard'],
  ])('is not in %s: %s', (place, text) => {
    expect(found('interview-leetcode', place, text)).toEqual([]);
  });
});

describe('rounds by any name', () => {
  test.each([
    ['process', 'Seven meetings with us, one of them on system design.'],
    ['process', 'Expect eight conversations over six weeks, one of them a system design.'],
    ['process', 'There are seven talks, among them a system design talk.'],
    ['process', 'Six sessions with the team and one on system design.'],
    ['process', 'A seven-step process, system design included.'],
    ['process', 'You will meet us seven times, once for system design.'],
  ])('is told in %s: %s', (place, text) => {
    expect(found('interview-rounds', place, text)).toHaveLength(1);
  });

  test.each([
    ['process', 'Four meetings, one of them on system design.'],
    ['process', 'Three talks with seven colleagues, one on system design.'],
    ['process', 'You hear from us within six days.'],
    ['process', 'Our seven offices take part; four rounds, one on system design.'],
    ['process', 'Seven people work in the team that you meet.'],
  ])('is not in %s: %s', (place, text) => {
    expect(found('interview-rounds', place, text)).toEqual([]);
  });
});

describe('two levels offered in a sentence', () => {
  test.each([
    ['intro', 'You rank puzzles. The job fits somebody at mid level as much as a senior.'],
    ['intro', 'We would hire a junior just as happily as a senior engineer for this role.'],
    ['intro', 'The post is for a senior engineer, or equally for somebody at mid level.'],
    ['intro', 'The level will be decided after the interviews.'],
    ['intro', 'Your seniority depends on your experience.'],
  ])('is told in %s: %s', (place, text) => {
    expect(found('level-straddle', place, text)).toHaveLength(1);
  });

  test.each([
    ['intro', 'You work with mid level engineers as well as senior staff.'],
    ['intro', 'You mentor juniors as well as seniors.'],
    ['intro', 'Salary depends on level and experience.'],
    ['intro', 'The team has mid level as well as senior engineers.'],
    ['intro', 'Senior management as well as junior doctors read the forecast.'],
  ])('is not in %s: %s', (place, text) => {
    expect(found('level-straddle', place, text)).toEqual([]);
  });
});

describe('one posting for several levels', () => {
  test.each([
    ['intro', 'The opening may span several career levels.'],
    ['intro', 'Your level will depend on your experience.'],
    ['intro', 'We will hire a mid-level engineer or a senior one.'],
    ['intro', 'You join as an ML engineer or as a senior ML engineer.'],
    ['intro', 'Open to mid-level and senior candidates.'],
  ])('is offered in %s: %s', (place, text) => {
    expect(found('level-straddle', place, text)).toHaveLength(1);
  });

  test.each([
    ['intro', 'People here grow from mid level to senior.'],
    ['intro', 'You sit with mid-level and senior engineers.'],
  ])('is not in %s: %s', (place, text) => {
    expect(found('level-straddle', place, text)).toEqual([]);
  });
});

describe('a doctorate', () => {
  const below = (heading: string) =>
    findings(
      { posting: `${posting('', '')}\n## ${heading}\n\n- PhD\n- Papers\n`, today: '2026-11-22' },
      'phd-required',
    );
  test.each(['Not needed', 'What you do not need', 'What we don’t ask for', 'Unnecessary'])(
    'is no demand below “%s”',
    (heading) => {
      expect(below(heading)).toEqual([]);
    },
  );

  test('is one below “Needed”', () => {
    expect(below('Needed')).toHaveLength(1);
  });

  test('is none behind words that take it back', () => {
    expect(found('phd-required', 'req', 'Not needed: a PhD')).toEqual([]);
  });
});

describe('years of ML in production', () => {
  test.each([
    'Eight years of engineering experience, four of them with models that millers relied on',
    'Eight years of engineering experience, the last four with deployed models',
    'Eight years of engineering experience, half of it with models in production',
  ])('are told by what the models did: %s', (text) => {
    expect(found('years-no-ml-split', 'req', text)).toEqual([]);
  });

  test.each([
    'Eight years of engineering experience, four of them in Python',
    'Eight years of engineering experience, the last four as a lead',
  ])('are not told by anything else: %s', (text) => {
    expect(found('years-no-ml-split', 'req', text)).toHaveLength(1);
  });
});
