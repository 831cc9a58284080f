import { describe, expect, it } from 'vitest';
import { at, read } from './read-support.ts';

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
    ['At least 4 years building ML systems', '4– total'],
    ['8+ years in software engineering', '8– total'],
    ['1y of full-time work experience', '1– total'],
    ['Experience: 6+ years', '6– total'],
    ['3 years working as a data scientist', '3– total'],
    ['You have been shipping software for at least 6 years', '6– total'],
    ['A track record of 5+ years in backend engineering', '5– total'],
    ['Experience building ML systems (5+ years)', '5– total'],
    ['2 years with Spark', '2– specialty'],
    ['3+ years of Python experience', '3– specialty'],
    ['5+ years of experience building recommender systems', '5– specialty'],
    ['5+ years of experience developing language models', '5– specialty'],
    ['5+ years of experience building machine learning systems', '5– total'],
    ['2+ years managing people, with experience of hiring', '2– specialty'],
  ])('reads “%s”', (item, expected) => {
    expect(clauses(item)).toEqual([expected]);
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
