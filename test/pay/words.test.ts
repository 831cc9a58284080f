import { describe, expect, test } from 'vitest';
import type { PayContext } from '../../src/pay/classify.ts';
import { settlePay } from '../../src/pay/labels.ts';
import { payFromText } from '../../src/pay/read.ts';
import { payVocabulary, showPay } from './vocabulary.ts';

/** Each figure of a text with its own words: `165000-215000 USD/year base [bonus] (Berlin): $165,000 to $215,000`. */
function read(text: string, context: Partial<PayContext> = {}): string[] {
  const figures = payFromText(text, (index) => index, { section: 'unknown', heading: '', ...context }, payVocabulary);
  return settlePay(figures, payVocabulary).map(
    (figure) =>
      `${showPay(figure)}${figure.label ? ` (${figure.label})` : ''}: ${text.slice(figure.span.start, figure.span.end)}`,
  );
}

describe('the currency that a label names', () => {
  test.each<[string, ...string[]]>([
    ['Salary (USD): 160-190K', '160000-190000 USD/year base: 160-190K'],
    ['Salary in EUR: 60,000 - 70,000', '60000-70000 EUR/year base: 60,000 - 70,000'],
    ['Salary (GBP) : 60-70K', '60000-70000 GBP/year base: 60-70K'],
    ['Salary ((GBP)): 60-70K', '60000-70000 GBP/year base: 60-70K'],
    ['Salary EUR range 60-70K', '60000-70000 USD/year base: 60-70K'],
    ['Salary GBP (gross): 60-70K', '60000-70000 USD/year base [gross]: 60-70K'],
    [
      'Paid in EUR 40-50K; salary: 60-70K',
      '40000-50000 EUR/year unknown: EUR 40-50K',
      '60000-70000 USD/year base: 60-70K',
    ],
    ['Salary in EUR: 60-70K and CAD: 80-90K', '60000-70000 EUR/year base: 60-70K', '80000-90000 CAD/year base: 80-90K'],
    ['Salary: 12 lakhs', '1200000 INR/year base: 12 lakhs'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('words that say what an amount is', () => {
  test.each<[string, ...string[]]>([
    [
      'Base salary: $150k in one town, $120k in the other',
      '150000 USD/year base: $150k',
      '120000 USD/year base: $120k',
    ],
    ['Base salary: $150k. The lunches: $20 a day. $130k elsewhere.', '150000 USD/year base: $150k'],
    ['Base salary $150k, bonus $20k, $10k RSU', '150000 USD/year base [bonus]: $150k'],
    ['Bonus $20k. $150k in one town.'],
    ['The offer: bonus $20k, salary $150k', '150000 USD/year base: $150k'],
    ['$20k bonus, $150k salary', '150000 USD/year base [bonus]: $150k'],
    ['$150k salary, $20k bonus', '150000 USD/year base: $150k'],
    ['$150k salary and bonus', '150000 USD/year base [bonus]: $150k'],
    ['Salary and bonus: $150k', '150000 USD/year base [bonus]: $150k'],
    ['Salary plus bonus: $150k', '150000 USD/year base [bonus]: $150k'],
    ['Salary plus a bonus: $150k', '150000 USD/year base [bonus]: $150k'],
    ['Salary plus a large bonus: $150k'],
    ['Salary, plus a bonus: $150k'],
    ['Stock and bonus: $150k'],
    ['Equity and salary: $150k', '150000 USD/year base [equity]: $150k'],
    ['Salary and equipment: $1,500'],
    ['$150k - $180k bonus', '150000-180000 USD/year unknown [bonus]: $150k - $180k'],
    ['$150k - $180k in equity', '150000-180000 USD/year unknown [equity]: $150k - $180k'],
    ['$150k - $180k budget'],
    ['$150k in equity'],
    ['$150k budget salary'],
    ['$150k (base)', '150000 USD/year base: $150k'],
    ['$150k/base', '150000 USD/year base: $150k'],
    ['$150k, base', '150000 USD/year unknown: $150k'],
    ['$150k - base', '150000 USD/year unknown: $150k'],
    ['$150k: base', '150000 USD/year unknown: $150k'],
    ['$150k 2 base', '150000 USD/year unknown: $150k'],
    ['$150k; base', '150000 USD/year unknown: $150k'],
    ['$150k one two three four five base', '150000 USD/year base: $150k'],
    ['$150k one two three four five six base'],
    ['$150k one two three four base $200k', '200000 USD/year base: $200k'],
    ['$150k one two three base with $200k', '150000 USD/year base: $150k', '200000 USD/year base: $200k'],
    ['$150k plus base', '150000 USD/year unknown: $150k'],
    ['$150k with base', '150000 USD/year unknown: $150k'],
    ['$150k (base: $120k)', '150000 USD/year unknown: $150k', '120000 USD/year base: $120k'],
    ['$150k base: $120k', '150000 USD/year unknown: $150k', '120000 USD/year base: $120k'],
    ['$150k, base $120k', '150000 USD/year unknown: $150k', '120000 USD/year base: $120k'],
    ['$150k base and $200k total', '150000 USD/year base: $150k', '200000 USD/year total: $200k'],
    ['$150k base - $120k', '150000 USD/year base: $150k', '120000 USD/year base: $120k'],
    ['$150k base, $120k', '150000 USD/year base: $150k', '120000 USD/year base: $120k'],
    ['$150k base plus $20k bonus', '150000 USD/year base: $150k'],
    ['$150k base one two $120k', '120000 USD/year base: $120k'],
    ['OTE $150k total', '150000 USD/year total: $150k'],
    ['OTE $150k', '150000 USD/year ote: $150k'],
    ['package $150k', '150000 USD/year total: $150k'],
    ['total rewards $150k', '150000 USD/year total: $150k'],
    ['compensation $150k', '150000 USD/year unknown: $150k'],
    ['Range: $150k', '150000 USD/year unknown: $150k'],
    ['The range in this one is about $150,000', '150000 USD/year unknown [approx]: about $150,000'],
    ['Base range $150k', '150000 USD/year base: $150k'],
    ['Range base $150k', '150000 USD/year base: $150k'],
    ['Base, range $150k', '150000 USD/year base: $150k'],
    ['Range of our bonus: $150k'],
    ['$150k base plus 20k stock', '150000 USD/year base: $150k'],
    ['Our bonus range: $150k', '150000 USD/year unknown [bonus]: $150k'],
    ['Salary one two three four five six seven $150k', '150000 USD/year base: $150k'],
    [
      'Salary one two three four five six seven eight nine ten eleven $150k-$160k',
      '150000-160000 USD/year base: $150k-$160k',
    ],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('money of other kinds and how far its words reach', () => {
  test.each<[string, ...string[]]>([
    ['Our round one two three four five six $150k'],
    ['Our round was one: $150k'],
    ['Our round was one (salary $150k)', '150000 USD/year base: $150k'],
    ['Our round ($150k)'],
    ['Our round (of $150k)', '150000 USD/year unknown: $150k'],
    ['Our round, $150k', '150000 USD/year unknown: $150k'],
    ['Our round; $150k', '150000 USD/year unknown: $150k'],
    ['Our round | $150k', '150000 USD/year unknown: $150k'],
    ['Our round - $150k', '150000 USD/year unknown: $150k'],
    ['Our round-$150k'],
    ['Our round -$150k'],
    ['Our round is $150k salary', '150000 USD/year base: $150k'],
    ['Series B • $150k - $180k', '150000-180000 USD/year unknown: $150k - $180k'],
    ['$150k - $180k for laptops', '150000-180000 USD/year unknown: $150k - $180k'],
    ['$150k phone'],
    ['Salary: $150k phone'],
    ['Salary: $150k (phone)'],
    ['Salary: $150k, phone', '150000 USD/year base: $150k'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('money by the section and the heading above it', () => {
  test.each<[string, Partial<PayContext>, ...string[]]>([
    ['You own $150k - $180k', { section: 'duties' }],
    ['Range $150k', { section: 'duties' }],
    ['Range $150k - $180k', { section: 'duties' }, '150000-180000 USD/year unknown: $150k - $180k'],
    ['Range: $15k - $18k budget', { section: 'duties' }],
    ['Salary: $150k', { section: 'duties' }, '150000 USD/year base: $150k'],
    ['$150k - $180k', { section: 'benefits' }, '150000-180000 USD/year unknown: $150k - $180k'],
    ['$150k', { section: 'benefits' }],
    ['$150k - $180k a year', { section: 'benefits' }, '150000-180000 USD/year unknown: $150k - $180k a year'],
    ['$150k - $180k for you', { section: 'benefits' }],
    ['Range $150k', { section: 'benefits' }],
    ['$150 - $180', { section: 'benefits' }],
    ['$150k', { section: 'pay' }, '150000 USD/year unknown: $150k'],
    ['$150 - $180', { section: 'pay' }, '150-180 USD/year unknown [scale]: $150 - $180'],
    ['The one two three $150 - $180', { section: 'pay' }],
    ['The one two three four $150 - $180', { section: 'pay' }],
    ['One two three $150 - $180', { section: 'pay' }, '150-180 USD/year unknown [scale]: $150 - $180'],
    ['$150 - $180 one two three four', { section: 'pay' }],
    ['$150 - $180 one two three', { section: 'pay' }, '150-180 USD/year unknown [scale]: $150 - $180'],
    ['$150', { section: 'pay' }],
    ['$5,000,000', { section: 'pay' }],
    [
      '$5,000,000 - $6,000,000',
      { section: 'pay' },
      '5000000-6000000 USD/year unknown [implausible]: $5,000,000 - $6,000,000',
    ],
    ['$285000.0', { section: 'pay' }],
    ['Bonus: $15k', { section: 'pay' }],
    ['$150k', { section: 'required' }],
    ['$150k', { section: 'company' }],
    ['$150k', { section: 'legal' }],
    ['$150k', { section: 'preferred' }],
    ['$150k', { section: 'intro' }, '150000 USD/year unknown: $150k'],
    ['$150k', { section: 'meta' }, '150000 USD/year unknown: $150k'],
    ['$150k', { heading: 'Salary' }, '150000 USD/year base: $150k'],
    ['$150k', { heading: 'Total compensation' }, '150000 USD/year total: $150k'],
    ['$150k', { heading: 'Package' }, '150000 USD/year unknown: $150k'],
    ['$60', { heading: 'Hourly pay' }, '60 USD/hour base: $60'],
    ['$60,000', { heading: 'Hourly pay' }, '60000 USD/year base: $60,000'],
    ['$150k', { heading: 'Range' }, '150000 USD/year unknown: $150k'],
    ['$150k', { heading: 'Bonus' }, '150000 USD/year unknown: $150k'],
    ['$4,000', { heading: 'Monthly' }, '4000 USD/month unknown: $4,000'],
    ['Base $150k', { heading: 'OTE' }, '150000 USD/year base: $150k'],
    ['$150k', { heading: 'Bonus and salary' }, '150000 USD/year base: $150k'],
    ['Our plans in one town this year need $150k from the north', { heading: 'Salary' }, '150000 USD/year base: $150k'],
    ['Our plans in one town this year need $150k from the north', { heading: 'Round' }],
    ['160-190K', {}, '160000-190000 USD/year unknown: 160-190K'],
    ['160-190K', { section: 'meta' }, '160000-190000 USD/year unknown: 160-190K'],
    ['160-190K', { section: 'intro' }, '160000-190000 USD/year unknown: 160-190K'],
    ['160-190K', { section: 'company' }],
    ['160-190K', { section: 'benefits' }],
    ['160-190K', { section: 'pay' }, '160000-190000 USD/year unknown: 160-190K'],
    ['160,000-190,000 to start', { section: 'pay' }, '160000-190000 USD/year unknown: 160,000-190,000'],
    ['160,000-190,000', { heading: 'Salary' }],
    ['10,000 - 20,000 stock options', { section: 'pay' }],
    ['401K', { section: 'pay' }],
    ['140,000', { section: 'pay' }, '140000 USD/year unknown: 140,000'],
    ['140K a year', { section: 'pay' }, '140000 USD/year unknown: 140K a year'],
    ['140,000 members', { section: 'pay' }],
    ['160-190K', { heading: 'Salary' }, '160000-190000 USD/year base: 160-190K'],
    ['160K', { heading: 'Salary' }],
  ])('%s in %j', (text, context, ...expected) => {
    expect(read(text, context)).toEqual(expected);
  });
});

describe('amounts with no word for pay beside them', () => {
  test.each<[string, ...string[]]>([
    ['Kiln engineer in $150k', '150000 USD/year unknown (engineer): $150k'],
    ['Kiln engineer for kilns in $150k'],
    ['Kilns in the far north: $150k', '150000 USD/year unknown: $150k'],
    ['Kilns for all of the people in this town $150k - $180k'],
    ['One two three $150k - $180k', '150000-180000 USD/year unknown: $150k - $180k'],
    [
      'One two three four five six seven eight nine ten eleven twelve $150k - $180k',
      '150000-180000 USD/year unknown: $150k - $180k',
    ],
    ['One two three four five six seven eight nine ten eleven twelve one $150k - $180k'],
    [
      'Kilns for all in this town one two three four five six seven eight nine ten one two three four five $150k - $180k a year',
      '150000-180000 USD/year unknown: $150k - $180k a year',
    ],
    [
      'Kilns for all in this town one two three four five six seven eight nine ten one two three four five six $150k - $180k a year',
      '150000-180000 USD/year unknown: $150k - $180k a year',
    ],
    [
      'Kilns for all in this town one two three four five six seven eight nine ten one two three four five six seven $150k - $180k a year',
      '150000-180000 USD/year unknown: $150k - $180k a year',
    ],
    ['Kilns $15 - $18'],
    ['Kilns $15 - $18 an hour', '15-18 USD/hour unknown: $15 - $18 an hour'],
    ['Kilns $1,150 - $1,500'],
    ['$150 - $180'],
    ['$150 - $180 gross'],
    ['$150 - $999 net'],
    ['$150 - $1,800 gross', '150-1800 USD/year unknown [gross scale]: $150 - $1,800'],
    ['One $150 - $1,800 gross', '150-1800 USD/year unknown [gross scale]: $150 - $1,800'],
    ['One $150 - $1,800'],
    ['One two three four $150 - $1,800 gross'],
    ['$1,500 - $1,800', '1500-1800 USD/month unknown [no-period]: $1,500 - $1,800'],
    ['$150 - $999'],
    ['$150 - $1,000', '150-1000 USD/year unknown [scale]: $150 - $1,000'],
    ['$150'],
    ['$60'],
    ['One two $1,500 - $1,800'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('numbers that name no currency', () => {
  test.each<[string, ...string[]]>([
    ['Kiln engineer | 160-190K', '160000-190000 USD/year unknown: 160-190K'],
    ['Kiln engineer | 160,000-190,000 | compensation'],
    ['Kiln engineer 160-190K'],
    ['160-190K, kiln engineer', '160000-190000 USD/year unknown (engineer): 160-190K'],
    ['15-19K'],
    ['20-25K', '20000-25000 USD/year unknown: 20-25K'],
    ['19-25K'],
    ['160,000-190,000'],
    ['160K'],
    ['Salary 160-190K', '160000-190000 USD/year base: 160-190K'],
    ['Salary: 160K', '160000 USD/year base: 160K'],
    ['Salary 160K'],
    ['Salary of about 160K'],
    ['Salary one two three: 160-190K', '160000-190000 USD/year base: 160-190K'],
    ['Salary one two three 160-190K', '160000-190000 USD/year base: 160-190K'],
    ['Salary one two three four 160-190K'],
    ['Salary: 9,999-12,000'],
    ['Salary: 10,000-12,000', '10000-12000 USD/year base: 10,000-12,000'],
    ['Salary: 9,000-12,000 per month'],
    ['Salary: 12,000-14,000 per month', '12000-14000 USD/month base: 12,000-14,000 per month'],
    ['160-190K salary', '160000-190000 USD/year base: 160-190K'],
    ['160-190K (salary)', '160000-190000 USD/year base: 160-190K'],
    ['160-190K one salary', '160000-190000 USD/year base: 160-190K'],
    ['160-190K one two three salary', '160000-190000 USD/year base: 160-190K'],
    ['160-190K one two three four salary'],
    ['Salary: 900K-3000K'],
    ['Salary: 3000K-4000K'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('terms beside an amount', () => {
  test.each<[string, ...string[]]>([
    ['$120k gross, $100k net', '120000 USD/year unknown [gross]: $120k', '100000 USD/year unknown [net]: $100k'],
    ['Pay: 1,099 EUR per month', '1099 EUR/month base: 1,099 EUR per month'],
    ['Pay: EUR 1099 per month', '1099 EUR/month base: EUR 1099 per month'],
    ['Salary: 80,000 - $100,000', '80000-100000 USD/year base: 80,000 - $100,000'],
    ['$150k gross', '150000 USD/year unknown [gross]: $150k'],
    ['$150k net', '150000 USD/year unknown [net]: $150k'],
    ['$150k DOE', '150000 USD/year unknown [doe]: $150k'],
    ['$150k + super', '150000 USD/year unknown [super]: $150k'],
    ['$150k, super', '150000 USD/year unknown: $150k'],
    ['$150k super', '150000 USD/year unknown: $150k'],
    ['$90/hr on 1099', '90 USD/hour unknown [contract]: $90/hr'],
    ['Salary: $401k', '401000 USD/year base: $401k'],
    ['Salary: 401k, $150k', '150000 USD/year base: $150k'],
    ['$150k as a contract', '150000 USD/year unknown [contract]: $150k'],
    ['Contract one two three four five $150k'],
    ['Contract one two three four five six $150k'],
    ['Contract one two three four five six seven $150k'],
    ['$150k one two three four five six contract'],
    ['$150k one two three four five six seven contract'],
    ['$150k salary one two three four five six seven with equity', '150000 USD/year base [equity]: $150k'],
    ['$150k; equity', '150000 USD/year unknown: $150k'],
    ['$150k. Equity too.', '150000 USD/year unknown: $150k'],
    ['Equity. $150k', '150000 USD/year unknown: $150k'],
    ['Equity; $150k', '150000 USD/year unknown [equity]: $150k'],
    [
      'Equity and gross, $120k salary, $100k salary net',
      '120000 USD/year base [equity gross]: $120k',
      '100000 USD/year base [net]: $100k',
    ],
    ['$150k-$160k DOE, gross, DOE', '150000-160000 USD/year unknown [doe gross]: $150k-$160k'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});
