import { describe, expect, it } from 'vitest';
import { outline, read, said } from '../posting/read-support.ts';

describe('headings that are sentences', () => {
  it.each([
    ['We’re excited about you because you have…', 'required'],
    ['At a minimum, we’d like you to have', 'required'],
    ['We’d love to hear from people with', 'required'],
    ['Looking for search/ML engineers who:', 'required'],
    ['We are seeking candidates with', 'required'],
    ['You should', 'required'],
    ['You might thrive in this role if', 'required'],
    ['Could this be you?', 'required'],
    ['Most of the following:', 'required'],
    ['It’s preferred if you have', 'preferred'],
    ['We’ll be especially thrilled if you:', 'preferred'],
    ['It would be nice if you:', 'preferred'],
    ['Exceptional candidates will have', 'preferred'],
    ['Strong candidates may also have', 'preferred'],
    ['Extra points for', 'preferred'],
    ['It also helps if you have', 'preferred'],
    ['Not required, but we like it', 'preferred'],
    ['In this role, you’ll', 'duties'],
    ['You’ll be expected to', 'duties'],
    ['Where you come in', 'duties'],
    ['What will I be doing?', 'duties'],
    ['What you can look forward to', 'benefits'],
    ['Work from anywhere', 'benefits'],
    ['What makes work at Northwind pleasant and special?', 'benefits'],
    ['About the Northwind sorting team', 'intro'],
    ['The team you’ll join', 'company'],
    ['Apply for this job', 'process'],
    ['A bit about you', 'required'],
    ['Who will thrive here', 'required'],
    ['We’d be even happier if you', 'preferred'],
    ['In this role, you can expect to', 'duties'],
    ['How success is measured', 'duties'],
    ['Reasons you’ll love working here', 'benefits'],
    ['How we got here', 'company'],
    ['A note on applying', 'process'],
  ])('reads “%s” as %s', (heading, kind) => {
    const { sections } = read(`# ML Engineer\n\nWe build things.\n\n**${heading}**\n\nSome words here.\n`);
    expect(sections.at(-1)).toMatchObject({ heading, kind });
  });

  it('reads bold that a converter opened at the end of the paragraph before', () => {
    const text =
      '## ML Engineer\n\nCome sort parcels!**\\\n\\\nYou Will\\...**\n\n-   Ship models\n\n**You Have\\...**\n\n-   Python\n';
    expect(said(read(text))).toEqual(['intro: Come sort parcels!', 'duties: Ship models', 'required: Python']);
  });

  it('reads lines of equals signs above a heading as drawing', () => {
    const text = '# ML Engineer\n\nWe sort.\n\n=========\nRequirements:\n=========\nPython.\n';
    expect(outline(read(text)).at(-1)).toBe('required: Requirements:');
  });
});

describe('headings with a letter wrong', () => {
  it.each([
    ['Responsabilities', 'duties'],
    ['Your responsibilites', 'duties'],
    ['Requirments', 'required'],
    ['Qualifcations:', 'required'],
    ['Compensaton', 'pay'],
  ])('reads “%s” as %s', (heading, kind) => {
    const { sections } = read(`# ML Engineer\n\nWe build things.\n\n## ${heading}\n\nSome words here.\n`);
    expect(sections.at(-1)).toMatchObject({ kind });
  });

  it.each(['Experiments', 'Beneath', 'Requiem'])('reads no other word so: “%s”', (heading) => {
    const { sections } = read(`# ML Engineer\n\nWe build things.\n\n## ${heading}\n\nSome words here.\n`);
    expect(sections.at(-1)?.by).not.toBe('heading');
  });
});

describe('headings among others', () => {
  it('reads a few words over lines of duties as their sub-heading', () => {
    const text =
      '# ML Engineer\n\n## Key Responsibilities\nRanking & Search\nBuild the ranker that sorts parcels for drivers.\nTeam & Collaboration\nCollaborate with dispatch on parcels that come late\n';
    expect(outline(read(text)).slice(1)).toEqual([
      'duties: Key Responsibilities',
      'duties: Ranking & Search',
      'duties: Team & Collaboration',
    ]);
  });

  it('takes what a button left on the page for no parent of the lists below', () => {
    const text =
      'You will:\n\n- Build rankers\n\nApply\n\nWe’ll be happy to have you if you:\n\n- Have experience with Python\n- Have a background in search\n';
    expect(outline(read(text)).at(-1)).toMatch(/^required: /);
  });

  it('goes on with benefits where the company tells what it pays for', () => {
    const text =
      '## Requirements\n\n- Python\n\n**Flexible hours**\n\nYou choose when.\n\n**Education**\n\nWe pay for courses.\n';
    expect(outline(read(text)).slice(-2)).toEqual(['benefits: Flexible hours', 'benefits: Education']);
  });

  it('lets the next heading speak for one that says little and holds nothing', () => {
    const text = '## Requirements\n\n- Python\n\n**Job Information:**\n\n**Salary**\n\n$150,000 a year.\n';
    expect(outline(read(text)).slice(-2)).toEqual(['pay: Job Information:', 'pay: Salary']);
  });

  it('takes a team that looks for someone for the introduction', () => {
    const kind = (text: string) => read(`# ML Engineer\n\n**About the team:** ${text}\n`).sections.at(-1)?.kind;
    expect(kind('We sort parcels. We’re looking for an engineer to join us.')).toBe('intro');
    expect(kind('We sort parcels. We ship every day.')).toBe('company');
  });
});
