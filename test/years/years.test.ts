import { describe, expect, it } from 'vitest';
import { at, read } from '../posting/read-support.ts';

const clauses = (item: string, heading = 'Requirements') =>
  read(`## ${heading}\n\n- ${item}\n`).years.map(({ min, max, scope }) => `${min}–${max ?? ''} ${scope}`);

describe('years', () => {
  it.each([
    ['5+ years of software engineering experience', '5– total'],
    ['Minimum 5 years of combined research and applied ML experience', '5– total'],
    ['3–5 years of experience', '3–5 total'],
    ['10+ years of MLOps experience in building ML infrastructure', '10– total'],
    ['3 to 5 yrs experience in a similar role', '3–5 total'],
    ['2-4+ years of experience in machine learning', '2–4 total'],
    ['Seven or more years of industry experience', '7– total'],
    ['five (5) years of relevant work experience', '5– total'],
    ['18 months of professional experience', '1.5– total'],
    ['3 years and 6 months of professional experience', '3.5– total'],
    ['3 years 6 months of professional experience', '3.5– total'],
    ['five (5) to seven (7) years of experience', '5–7 total'],
    ['At least 4 years building ML systems', '4– total'],
    ['8+ years in software engineering', '8– total'],
    ['1y of full-time work experience', '1– total'],
    ['Experience: 6+ years', '6– total'],
    ['3 years working as a data scientist', '3– total'],
    ['You have been shipping software for at least 6 years', '6– total'],
    ['A track record of 5+ years in backend engineering', '5– total'],
    ['Experience building ML systems (5+ years)', '5– total'],
    ['2 years with Spark', '2– specialty'],
    ['You have fired kilns for nine years or longer', '9– total'],
    ['You have some seven years or more behind you in games', '7– total'],
    ['You look back on five years of software work', '5– total'],
    ['6 years of experience, two of them in Python', '6– total'],
    ['3+ years of Python experience', '3– specialty'],
    ['5+ years of experience building recommender systems', '5– specialty'],
    ['5+ years of experience developing language models', '5– specialty'],
    ['5+ years of experience building machine learning systems', '5– total'],
    ['A decade of experience in software', '10– total'],
    ['At least half a decade of professional experience', '5– total'],
    ['Two decades of industry experience', '20– total'],
    ['2+ years managing people, with experience of hiring', '2– specialty'],
  ])('reads “%s”', (item, expected) => {
    expect(clauses(item)).toEqual([expected]);
  });

  it.each([
    ['10 years or more of software work', '10– total'],
    ['9 years of data science', '9– total'],
    ['You have 8 years of experience in finance data', '8– specialty'],
    ['You need 6 years of experience', '6– total'],
    ['An engineer with 12 years of experience', '12– total'],
    ['With 7+ years of experience, you have seen kilns fail', '7– total'],
    ['Our ideal hire has 9 years of experience', '9– total'],
  ])('reads a demand beside its lookalikes: “%s”', (item, expected) => {
    expect(clauses(item)).toEqual([expected]);
  });

  it.each([
    ['18 years of age or older'],
    ['You are 21 years or older'],
    ['Minimum 18 years'],
    ['Drivers aged 20 to 30 years'],
    ['Children under 10 years'],
    ['15 years of sensor logs await you'],
    ['Comfort with ten years of claims data'],
    ['You read 20 years of case notes'],
    ['Loans of 10 to 30 years'],
    ['A warranty of 12 years on each oven'],
    ['Stock vests in 8 years'],
    ['Our bakers have 30 years of experience with ovens'],
    ['With over 15 years of experience, Ovenly leads its market'],
    ['Backed by 20 years of research experience, Ovenly builds kilns'],
    ['You join a firm with 15 years of experience in clay'],
    ['Ten years of legacy code'],
    ['Minimum stay of 1 year'],
    ['A clean driving record for 10 years'],
    ['No criminal conviction in 10 years'],
    ['Fixed term: 2 years'],
    ['Vesting over four years'],
  ])('reads no experience in “%s”', (item) => {
    expect(clauses(item)).toEqual([]);
  });

  it.each([
    ['You join for the next 5 years of growth'],
    ['A 3-year contract'],
    ['For over 25 years we have built scanners with experience'],
    ['Equity vests over 4 years'],
    ['You are 18 years old or older'],
    ['Founded 5 years ago'],
    ['Handle 5 million requests'],
    ['We have been in business for 10 years'],
  ])('takes no demand from “%s”', (item) => {
    expect(clauses(item)).toEqual([]);
  });

  it('reads a number behind a label of experience', () => {
    const years = (text: string) => read(text).years.map(({ min, max }) => [min, max]);
    expect(years('# ML Engineer\n\n**Experience required:** 5–9 years (see below)\n')).toEqual([[5, 9]]);
    expect(years('# ML Engineer\n\n**Tenure required:** 5–9 years (see below)\n')).toEqual([]);
  });

  it.each([
    'A master’s AND four years of relevant experience; OR a bachelor’s degree AND six years; OR a doctorate AND two years',
    'BS and 6 years, MS and 4 years, or PhD and 2 years of experience',
  ])('takes years by degree for alternatives: %s', (item) => {
    const { years } = read(`## Requirements\n\n- ${item}\n`);
    expect(years.map(({ min }) => min).sort()).toEqual([2, 4, 6]);
    expect(new Set(years.map(({ group }) => group)).size).toBe(1);
  });

  it('takes none from what the company says of itself', () => {
    expect(clauses('Our founders have 20 years of experience', 'About us')).toEqual([]);
  });

  it('tells years in production from the total they are part of', () => {
    expect(clauses('6+ years of experience in software, at least 4 years running ML models in production')).toEqual([
      '6– total',
      '4– production-ml',
    ]);
    expect(clauses('5+ years deploying ML models in production')).toEqual(['5– total']);
  });

  it('reads years that are plainly required, in a title too', () => {
    expect(clauses('8+ years required')).toEqual(['8– total']);
    const titled = read('# Senior Machine Learning Engineer, 3+ years required\n\nRank things for buyers.\n');
    expect(titled.years.map((clause) => clause.min)).toEqual([3]);
  });

  it('reads years by degree that leave out their unit', () => {
    const { years } = read(
      "## Requirements\n\n- 8+ years of experience with a Bachelor's, 6+ with a Master's or 3+ with a PhD\n",
    );
    expect(years.map(({ min }) => min)).toEqual([8, 6, 3]);
    expect(new Set(years.map(({ group }) => group)).size).toBe(1);
    expect(clauses('5+ years of experience and 2 papers at a top PhD venue')).toEqual(['5– total']);
  });

  it('groups what is asked by degree, and nothing else', () => {
    const groups = (item: string) => read(`## Requirements\n\n- ${item}\n`).years.map((clause) => clause.group);
    const [a, b, c] = groups(
      '8 years of experience with a Bachelor’s degree; or 6 years of experience and a Master’s; or a PhD with 4 years of experience',
    );
    expect([b, c]).toEqual([a, a]);
    const [d, e] = groups('8 years of experience in software, 3 years of experience with Spark');
    expect(d).not.toBe(e);
  });

  it('quotes the demand', () => {
    const posting = read('## Requirements\n\n- **5+ years** of relevant experience in ML\n');
    expect(at(posting, posting.years[0]!.span)).toBe('5+ years** of relevant experience');
  });
});

/** Each demand with its words; `apart` from the first where it is no alternative to it. */
const demands = (item: string, heading = 'Requirements') => {
  const posting = read(`## ${heading}\n\n- ${item}\n`);
  return posting.years.map(({ min, max, scope, group, span }) => {
    const apart = group === posting.years[0]!.group ? '' : ' apart';
    return `${min}–${max ?? ''} ${scope}${apart}: ${at(posting, span)}`;
  });
};

describe('the words of a demand for years', () => {
  it.each<[string, ...string[]]>([
    ['20 years of experience', '20– total: 20 years of experience'],
    ['21 years of experience'],
    ['20-25 years of experience', '20–25 total: 20-25 years of experience'],
    ['0 years of experience'],
    ['0-2 years of experience', '0–2 total: 0-2 years of experience'],
    ['1 year of experience', '1– total: 1 year of experience'],
    ['0.5 years of experience', '0.5– total: 0.5 years of experience'],
    ['1.5 years of experience', '1.5– total: 1.5 years of experience'],
    ['1.55 years of experience'],
    ['18 months of experience', '1.5– total: 18 months of experience'],
    ['20 months of experience', '1.67– total: 20 months of experience'],
    ['7 months of experience', '0.58– total: 7 months of experience'],
    ['12-18 months of experience', '1–1.5 total: 12-18 months of experience'],
    ['3yrs of experience', '3– total: 3yrs of experience'],
    ['3-5yrs of experience', '3–5 total: 3-5yrs of experience'],
    ['3 or 5yrs of experience', '5– total: 5yrs of experience'],
    ['5-3 years of experience', '3– total: 3 years of experience'],
    ['3-3 years of experience', '3– total: 3 years of experience'],
    ['3–5–7 years of experience', '5–7 total: 5–7 years of experience'],
    ['five (5) years of experience', '5– total: five (5) years of experience'],
    ['three plus years of experience', '3– total: three plus years of experience'],
    ['3 more or less years of experience'],
    ['3 blue years of experience'],
    ['3 or more full calendar years of experience', '3– total: 3 or more full calendar years of experience'],
    ['3 or more and full and calendar plus solid years of experience'],
    ['123 years of experience'],
    ['3 years experience', '3– total: 3 years experience'],
    ['3 years of a one two three four five six seven experience', '3– total: 3 years'],
    ['3 years of a one two three four five six seven eight nine experience', '3– total: 3 years'],
    ['3 years of a one two three four five six seven eight nine ten experience', '3– total: 3 years'],
    ['3 years of a one two three four five six seven eight nine ten eleven experience', '3– total: 3 years'],
    ['3 years of kilns; experience counts', '3– total: 3 years'],
    ['3 years of kilns and 2 years of experience', '3– total: 3 years', '2– total apart: 2 years of experience'],
    [
      '3 years of kiln experience, 2 years with Spark experience',
      '3– total: 3 years of kiln experience',
      '2– specialty apart: 2 years with Spark experience',
    ],
    ['Next 3 years of experience'],
    ['Over the next 3 years of experience'],
    ['3 years old experience'],
    ['3 years ago with experience'],
    ['A 3 years contract with experience'],
    ['3 years required', '3– total: 3 years'],
    ['3 years, required', '3– total: 3 years'],
    ['Kilns for 3 years', '3– total: 3 years'],
    ['Kilns and pots 3 years'],
    ['Kilns (3 years)', '3– total: 3 years'],
    ['Kilns, pots and glazes (3 years)', '3– total: 3 years'],
    ['Kilns, pots and glazes 3 years'],
    ['3 years', '3– total: 3 years'],
    ['Two kilns 3 years', '3– total: 3 years'],
    ['Kilns 3 years', '3– total: 3 years'],
    ['You have 3 years in kilns', '3– total: 3 years'],
    ['Of kilns and pots you know 3 years in kilns'],
    ['Of kilns and pots you possess 3 years in kilns', '3– total: 3 years'],
    ['Of kilns you possess a full and whole 3 years in kilns'],
    ['Of kilns you possess one two three four 3 years in kilns'],
    ['3 years kilning', '3– total: 3 years'],
    ['3 years kiln'],
    ['3 years at a kiln', '3– total: 3 years'],
    ['3 years hands-on kilns', '3– total: 3 years'],
    ['Kilns: experience 3 years', '3– total: 3 years'],
    ['Kilns: experience of 3 years', '3– total: 3 years'],
    ['Kilns: experience of some 3 years'],
    ['Experience 3 years', '3– total: 3 years'],
    ['Experience: 3 years', '3– total: 3 years'],
    ['A background of 3 years in kilns', '3– total: 3 years'],
    ['Record of 3 years', '3– total: 3 years'],
    ['You have run kilns for 3 years', '3– total: 3 years'],
    ['You have run kilns for at least 3 years', '3– total: 3 years'],
    ['You have run kilns for over the last 3 years'],
    ['You run kilns for 3 years'],
    ['We have run kilns for 3 years'],
    ['Our kilns have run for 3 years'],
    ['For 3 years', '3– total: 3 years'],
    ['Kilns have for 3 years', '3– total: 3 years'],
    ['You have run kilns in 3 years'],
    ['You have run kilns for a minimum of 3 years', '3– total: 3 years'],
    ['You have run kilns for at the very least 3 years'],
    ['5 years of experience in software', '5– total: 5 years of experience'],
    ['5 years of experience in Python', '5– specialty: 5 years of experience'],
    ['5 years of experience in software and Python', '5– total: 5 years of experience'],
    ['5 years of experience in Python and software', '5– specialty: 5 years of experience'],
    ['5 years of experience in Python or software', '5– total: 5 years of experience'],
    ['5 years of experience in software or Python', '5– total: 5 years of experience'],
    ['5 years of experience in Python development', '5– specialty: 5 years of experience'],
    ['5 years of experience in search or AI', '5– total: 5 years of experience'],
    ['5 years of experience in search or ranking', '5– specialty: 5 years of experience'],
    ['5 years of experience in kilns', '5– total: 5 years of experience'],
    ['5 years of experience in kilns, Python or Spark', '5– specialty: 5 years of experience'],
    ['5 years of experience in software, Python or Spark', '5– total: 5 years of experience'],
    ['5 years of experience in software (Python or Spark)', '5– total: 5 years of experience'],
    ['5 years of experience in software: Python or Spark', '5– total: 5 years of experience'],
    ['5 years of experience; Python or Spark', '5– total: 5 years of experience'],
    ['5 years of experience: Python or Spark', '5– total: 5 years of experience'],
    ['5 years of experience, Python or Spark', '5– specialty: 5 years of experience'],
    ['5 years of experience with Python', '5– specialty: 5 years of experience'],
    ['5 years of experience using Python', '5– specialty: 5 years of experience'],
    ['5 years of Python', '5– specialty: 5 years'],
    ['5 years of Python with software experience', '5– specialty: 5 years of Python with software experience'],
    ['5 years of software experience with Python', '5– total: 5 years of software experience'],
    ['5 years of relevant experience, Python and SQL', '5– total: 5 years of relevant experience'],
    ['5 years of professional experience with Python', '5– total: 5 years of professional experience'],
    ['5 years of experience working in applied Python', '5– specialty: 5 years of experience'],
    ['5 years of relevant Python experience', '5– specialty: 5 years of relevant Python experience'],
    ['5 years software, with Python', '5– total: 5 years'],
    ['5 years software, 2 years Python', '5– total: 5 years'],
    [
      '5 years software experience, 2 years Python experience',
      '5– total: 5 years software experience',
      '2– specialty apart: 2 years Python experience',
    ],
    ['5 years with a one two three four five six seven eight Python', '5– specialty: 5 years'],
    ['5 years with a one two three four five six seven eight nine ten Python', '5– total: 5 years'],
    ['5 years with a one two three four five six seven eight nine ten eleven Python', '5– total: 5 years'],
    [
      '5 years of experience one two three four five six seven eight nine ten eleven Python',
      '5– specialty: 5 years of experience',
    ],
    [
      '5 years of experience one two three four five six seven eight nine ten eleven twelve Python',
      '5– total: 5 years of experience',
    ],
    [
      '5 years of experience one two three four five six seven eight nine ten eleven twelve thirteen Python',
      '5– total: 5 years of experience',
    ],
    [
      '5 years of experience in engineering, 2 years of running models in production',
      '5– total: 5 years of experience',
      '2– production-ml apart: 2 years',
    ],
    [
      '5 years of experience in engineering, 2 years of running kilns in production',
      '5– total: 5 years of experience',
      '2– total apart: 2 years',
    ],
    [
      '5 years of experience in engineering, 2 years of running models',
      '5– total: 5 years of experience',
      '2– total apart: 2 years',
    ],
    ['2 years of running models in production', '2– total: 2 years'],
    ['2 years of experience deploying models with Spark', '2– total: 2 years of experience'],
    [
      '2 years of experience deploying models, 5 years of Python experience',
      '2– total: 2 years of experience',
      '5– specialty apart: 5 years of Python experience',
    ],
  ])('“%s”', (item, ...expected) => {
    expect(demands(item)).toEqual(expected);
  });

  it.each<[string, string, ...string[]]>([
    ['3 years required', 'What you will do', '3– total: 3 years'],
    ['3 years of kilns', 'What you will do'],
    ['Have 3 years of kilns', 'What you will do'],
    ['3 years of kiln experience', 'What you will do', '3– total: 3 years of kiln experience'],
    ['3 years of kilns', 'Nice to have', '3– total: 3 years'],
    [`3 years of kilns ${'hot '.repeat(11)}experience`, 'What you will do', '3– total: 3 years'],
    [`3 years of kilns ${'hot '.repeat(12)}experience`, 'What you will do'],
  ])('“%s” under “%s”', (item, heading, ...expected) => {
    expect(demands(item, heading)).toEqual(expected);
  });
});

describe('years by degree', () => {
  it.each<[string, ...string[]]>([
    ['8 years of experience with a BS, PhD plus 3, to begin with', '8– total: 8 years of experience', '3– total: 3'],
    ['8 years of experience with a BS, PhD plus 3 or so', '8– total: 8 years of experience', '3– total: 3'],
    ['8 years of experience with a BS, PhD plus 3 kilns', '8– total: 8 years of experience'],
    [
      '8 years of experience with a BS, 6 with an MS or PhD and 3',
      '8– total: 8 years of experience',
      '6– total: 6',
      '3– total: 3',
    ],
    ['8 years of experience with a BS, 6 with an MS', '8– total: 8 years of experience', '6– total: 6'],
    ['8 years of experience with a BS, 6 with MS', '8– total: 8 years of experience', '6– total: 6'],
    ['8 years of experience with a BS, 6 with an old MS', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, 6 papers with an MS', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, 6 and a dog', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, 0 with an MS', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, 21 with an MS', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, 20 with an MS', '8– total: 8 years of experience', '20– total: 20'],
    ['8 years of experience with a BS, PhD and 3', '8– total: 8 years of experience', '3– total: 3'],
    ['8 years of experience with a BS, PhD plus 3, and so on', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, PhD and 3 with luck', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, PhD and 3 dogs', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, dogs and 3', '8– total: 8 years of experience'],
    ['8 years of experience with a BS. 6 with an MS', '8– total: 8 years of experience'],
    ['6 with an MS, 8 years of experience with a BS', '8– total: 8 years of experience'],
    ['8 years of experience with a BS, 6 with', '8– total: 8 years of experience'],
    [
      '8 years of experience with a BS or 6 years of experience with an MS',
      '8– total: 8 years of experience',
      '6– total: 6 years of experience',
    ],
    [
      '8 years of experience with a BS; 6 years of experience with an MS',
      '8– total: 8 years of experience',
      '6– total: 6 years of experience',
    ],
    [
      '8 years of experience with a BS / 6 years of experience with an MS',
      '8– total: 8 years of experience',
      '6– total: 6 years of experience',
    ],
    [
      '8 years of experience with a BS and 6 years of experience with an MS',
      '8– total: 8 years of experience',
      '6– total apart: 6 years of experience',
    ],
    [
      '8 years of experience with kilns or 6 years of experience with pots',
      '8– total: 8 years of experience',
      '6– total apart: 6 years of experience',
    ],
    [
      'With a BS 8 years of experience or 6 years of experience',
      '8– total: 8 years of experience',
      '6– total: 6 years of experience',
    ],
    [
      '8 years of experience or an MS and 6 years of experience',
      '8– total: 8 years of experience',
      '6– total: 6 years of experience',
    ],
    [
      '8 years of experience or 6 years of experience with an MS',
      '8– total: 8 years of experience',
      '6– total apart: 6 years of experience',
    ],
    [
      '8 years of experience with a BS. Or 6 years of experience with an MS',
      '8– total: 8 years of experience',
      '6– total: 6 years of experience',
    ],
    [
      '8 years of experience with a BS or an MS. 6 years of kiln experience',
      '8– total: 8 years of experience',
      '6– total: 6 years of kiln experience',
    ],
    [
      '8 years of experience with a BS one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two or 6 years of experience',
      '8– total: 8 years of experience',
      '2–6 total apart: two or 6 years of experience',
    ],
    [
      '8 years of experience with a BS one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine or 6 years of experience',
      '8– total: 8 years of experience',
      '6– total apart: 6 years of experience',
    ],
    [
      '8 years of experience with a BS, or 6 years of experience, or 4 years of experience with a PhD',
      '8– total: 8 years of experience',
      '6– total: 6 years of experience',
      '4– total: 4 years of experience',
    ],
  ])('“%s”', (item, ...expected) => {
    expect(demands(item)).toEqual(expected);
  });
});

describe('sections that tell of no candidate', () => {
  it.each(['About us', 'Benefits', 'Salary range', 'Equal Opportunity Statement', 'How to apply', 'Location'])(
    '%s',
    (heading) => {
      expect(demands('5 years of experience', heading)).toEqual([]);
    },
  );
});
