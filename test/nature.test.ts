import { describe, expect, test } from 'vitest';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { compilePolicy } from '../src/policy/compile.ts';
import { NO_CONFIG } from '../src/policy/model.ts';
import { readPosting } from '../src/posting/read.ts';
import { conclude, reviewPosting } from '../src/review.ts';
import { readSources } from '../src/rule-files/sources.ts';

const { sources } = readSources(yamlFiles(rulesFolder()), kinds);
const { policy } = compilePolicy(sources, NO_CONFIG, kinds);

/** Rules that speak of a text, and how it ends. */
function judge(text: string) {
  const judged = reviewPosting(readPosting('jobs/a.md', text, policy.vocabulary), policy, '2026-11-22');
  const { findings } = judged.review;
  return { rules: findings.map(({ rule }) => rule), findings, verdict: conclude([judged], policy).verdict };
}

const job = (title: string, duty: string, head = '') =>
  `---\ntitle: ${title}\nlocation: Lyon\nemployment_type: Full-time\n${head}---\n\nYou report to the head of the house.\n\n## What you'll do\n\n- ${duty}\n\n## What you bring\n\n- 2 years in a similar post\n`;

describe('a posting of another profession', () => {
  test.each([
    ['Office Manager', 'Order what two floors need'],
    ['Registered Nurse', 'Care for 12 patients a night'],
    ['Head Chef', 'Cook for 80 guests'],
    ['Truck Driver', 'Bring bread to 30 shops'],
    ['Senior Accountant', 'Close the books each month'],
    ['Account Executive', 'Sell our machine learning platform to banks'],
    ['Technical Recruiter', 'Find data scientists for our AI teams'],
    ['Product Designer', 'Draw the screens of our booking'],
    ['Backend Engineer', 'Run the ledger of two million payments'],
    ['Lighthouse Keeper', 'Keep the light burning'],
    ['Legal Counsel', 'Read the contracts of the house'],
    ['Bürokauffrau', 'Order what two floors need'],
  ])('passes with one notice: %s', (title, duty) => {
    const { rules, verdict } = judge(job(title, duty));
    expect(rules).toEqual(['other-profession']);
    expect(verdict).toBe('pass');
  });

  test('passes without a word where its lane says so', () => {
    for (const lane of ['none', 'None', 'n/a', 'not-ml', 'other']) {
      expect(judge(job('Office Manager', 'Order what two floors need', `lane: ${lane}\n`)).rules).toEqual([]);
    }
    expect(judge(job('Account Executive, AI', 'Sell our platform to banks', 'lane: none\n')).rules).toEqual([]);
  });

  test('is still told of words that turn people away', () => {
    expect(judge(job('Head Chef', 'Cook with the guys on the night shift')).rules).toContain('gendered-language');
  });
});

describe('an ML posting stays one', () => {
  test.each([
    ['without a lane', job('Machine Learning Engineer', 'Forecast the bread of 30 shops')],
    ['with ML in the title only', job('Head of AI', 'Lead a team of five')],
    ['in German', job('Entwickler für maschinelles Lernen', 'Modelle bauen, die den Bedarf schätzen')],
    ['under a plain title', job('Software Engineer', 'Train the models that forecast bread')],
    ['under the title of another profession', job('Office Manager', 'Fine-tune language models with PyTorch')],
    ['with a lane for none', job('Machine Learning Engineer', 'Forecast the bread of 30 shops', 'lane: none\n')],
    [
      'with a lane for none and another title',
      job('Office Manager', 'Train and deploy ranking models', 'lane: none\n'),
    ],
    ['with a lane that is misspelt', job('Data Scientist', 'Forecast the bread of 30 shops', 'lane: aplied\n')],
    [
      'without frontmatter',
      '# ML Engineer, Bread\n\nYou train the models that forecast the bread of 30 shops, each night.\n',
    ],
    [
      'without title and headings',
      'Come to us. You train the models that forecast the bread of 30 shops, each night, and you serve them.\n',
    ],
  ])('and is told of its lane: %s', (_, text) => {
    const { findings, verdict } = judge(text);
    expect(findings.some(({ rule, message }) => rule === 'frontmatter-invalid' && /lane/.test(message))).toBe(true);
    expect(verdict).toBe('fail');
  });

  test('a lane for none is named as what is wrong', () => {
    const { findings } = judge(job('Machine Learning Engineer', 'Forecast the bread', 'lane: none\n'));
    expect(findings.find(({ found }) => found === 'lane')!.message).toMatch(/speaks of ML work.*lane must be one of/);
  });

  test('where its title may be of another profession, the way out is named', () => {
    const { findings } = judge(job('Software Engineer', 'Keep the forecast of bread running'));
    expect(findings.find(({ message }) => message.startsWith('add `lane:`'))!.message).toContain('lane: none');
    const plain = judge(job('Machine Learning Engineer', 'Keep the forecast of bread running'));
    expect(plain.findings.find(({ message }) => message.startsWith('add `lane:`'))!.message).not.toContain('none');
  });
});

describe('a page among the postings', () => {
  test.each([
    [
      'a guide',
      '# How we interview\n\nWe meet each candidate twice. Questions of salary go to the people team.\n\n- Ask about past work\n',
    ],
    [
      'a guide for ML interviews',
      '# Interview guide: ML engineers\n\nTwo of us meet each candidate. Ask how a model was tested, and write down what you heard.\n',
    ],
    [
      'a letter',
      '# Your first week\n\nBring your passport on Monday. You will meet your buddy at nine, and lunch is on us all week.\n',
    ],
    [
      'a handbook',
      '# Life at the mill\n\nWe start at seven and end at three. The bus leaves at ten past. Somebody always has the key.\n',
    ],
    [
      'a process',
      '# Our hiring process\n\n1. A call of half an hour\n2. A morning with the team, where you see the ovens\n3. An answer within a week\n',
    ],
    [
      'notes',
      '# Notes of the spring\n\nWe agreed that the letters go out earlier next time, and that Ada keeps the list of them.\n',
    ],
  ])('is told to be none, once: %s', (_, text) => {
    const { rules, verdict } = judge(text);
    expect(rules).toEqual(['not-a-posting']);
    expect(verdict).toBe('pass');
  });

  test.each([
    [
      'a role in its title',
      '# Data Engineer\n\nSee the handbook for all else that is to be said about this work of ours here.\n',
    ],
    [
      'a lane',
      '---\nlane: applied\n---\n\n# Interview guide\n\nTwo of us meet each candidate and write down what we heard in it.\n',
    ],
    [
      'somebody looked for',
      '# Come to the mill\n\nWe are looking for somebody who keeps the stones turning, day after day after day.\n',
    ],
    ['pay', '# Come to the mill\n\nThe stones must turn, day after day. Base salary: $150,000 - $180,000 a year.\n'],
    [
      'demands',
      '# Come to the mill\n\n## Requirements\n\n- 5 years of machine learning\n- Python, SQL and a liking for flour and noise\n',
    ],
  ])('is none with %s', (_, text) => {
    expect(judge(text).rules).not.toContain('not-a-posting');
  });
});

describe('a posting in another language', () => {
  const german = (head: string) =>
    `---\ntitle: Machine Learning Engineer (m/w/d)\n${head}---\n\n## Deine Aufgaben\n\n- Du betreibst das Modell, das den Bedarf von 60 Apotheken schätzt\n\n## Dein Profil\n\n- Erfahrung mit Python und SQL\n`;

  test('is told so once and passes, its words unjudged', () => {
    const { rules, verdict } = judge(
      german('lane: applied\nlevel: mid\ncomp: { min: 70000, max: 85000, currency: EUR }\nlocation: Kassel\n'),
    );
    expect(rules).toEqual(['other-language']);
    expect(verdict).toBe('pass');
  });

  test('is judged by its pay and its frontmatter', () => {
    expect(judge(german('lane: applied\nlevel: mid\ncomp: 85000-70000 EUR\n')).rules).toContain('frontmatter-invalid');
    expect(judge(german('level: mid\n')).rules).toContain('frontmatter-invalid');
  });
});
