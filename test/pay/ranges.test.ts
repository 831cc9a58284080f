import { describe, expect, test } from 'vitest';
import { settlePay } from '../../src/pay/labels.ts';
import { payFromText } from '../../src/pay/read.ts';
import { payVocabulary, showPay } from './vocabulary.ts';

/** Each figure of a text with its own words: `165000-215000 USD/year base [bonus] (Berlin): $165,000 to $215,000`. */
function read(text: string): string[] {
  const figures = payFromText(text, (index) => index, { section: 'unknown', heading: '' }, payVocabulary);
  return settlePay(figures, payVocabulary).map(
    (figure) =>
      `${showPay(figure)}${figure.label ? ` (${figure.label})` : ''}: ${text.slice(figure.span.start, figure.span.end)}`,
  );
}

describe('two ends that are one range', () => {
  test.each<[string, ...string[]]>([
    ['$80,000 (approx) - $90,000', '80000-90000 USD/year unknown: $80,000 (approx) - $90,000'],
    [
      'between $80,000 (first year) and $90,000 (later)',
      '80000-90000 USD/year unknown: $80,000 (first year) and $90,000',
    ],
    ['80,000 EUR gross – 90,000 EUR gross', '80000-90000 EUR/year unknown [gross]: 80,000 EUR gross – 90,000 EUR'],
    ['$80,000 per year (entry) to $90,000', '80000-90000 USD/year unknown: $80,000 per year (entry) to $90,000'],
    ['Pay is at least $80,000 and up to $90,000', '80000-90000 USD/year base: $80,000 and up to $90,000'],
    ['Min/Mid/Max: $80,000 / $85,000 / $90,000', '80000-90000 USD/year unknown (Mid): $80,000 / $85,000 / $90,000'],
    ['Low and high: $80k, $90k', '80000-90000 USD/year unknown: $80k, $90k'],
    [
      'The lowest salary is $80k. The highest salary is $90k.',
      '80000-90000 USD/year base: $80k. The highest salary is $90k',
    ],
    ['Salary floor $80k; ceiling $90k', '80000-90000 USD/year base: $80k; ceiling $90k'],
    ['Salary: $80k min, $90k max', '80000-90000 USD/year base: $80k min, $90k'],
    [
      'Minimum $80k, midpoint $85k, maximum $90k',
      '80000-90000 USD/year unknown: Minimum $80k, midpoint $85k, maximum $90k',
    ],
    ['Salary: US$80k to US $90k', '80000-90000 USD/year base: US$80k to US $90k'],
    ['Salary: $10-$10,000', '10000 USD/year base: $10-$10,000'],
    ['Salary: $10-$50,000', '10000-50000 USD/year base: $10-$50,000'],
    ['$150,000 - $90,000', '90000-150000 USD/year unknown [reversed]: $150,000 - $90,000'],
    ['$150,000 - 120,000', '120000-150000 USD/year unknown [reversed]: $150,000 - 120,000'],
    ['$10,000 - 10,000', '10000 USD/year unknown: $10,000 - 10,000'],
    ['$100,000 - $1,200,000', '100000-1200000 USD/year unknown: $100,000 - $1,200,000'],
    ['$10k - 120k', '10000-120000 USD/year unknown: $10k - 120k'],
    ['£80k - £100k', '80000-100000 GBP/year unknown: £80k - £100k'],
    ['$80k - £100k', '80000-100000 GBP/year unknown: $80k - £100k'],
    ['$80k - 100k CAD', '80000-100000 CAD/year unknown: $80k - 100k CAD'],
    ['CAD 80k - $100k', '80000-100000 CAD/year unknown: CAD 80k - $100k'],
    ['US$80k - $100k', '80000-100000 USD/year unknown: US$80k - $100k'],
    ['$80,000 (USD) - $90,000', '80000-90000 USD/year unknown: $80,000 (USD) - $90,000'],
    ['$80,000 (min) - $90,000 (max)', '80000-90000 USD/year unknown: $80,000 (min) - $90,000'],
    ['80/90k€', '80000-90000 EUR/year unknown: 80/90k€'],
    ['€80,000/90,000', '80000-90000 EUR/year unknown: €80,000/90,000'],
    ['from $80k and $90k', '80000-90000 USD/year unknown: $80k and $90k'],
    ['between $80k and $90k', '80000-90000 USD/year unknown: $80k and $90k'],
    ['starting salary between roughly $80k and $90k', '80000-90000 USD/year base [approx]: roughly $80k and $90k'],
    ['between a base of $80k and $90k', '80000-90000 USD/year base: $80k and $90k'],
    ['Salary: $80k to about $90k', '80000-90000 USD/year base: $80k to about $90k'],
    ['Salary: $80k to up to $90k', '80000-90000 USD/year base: $80k to up to $90k'],
    ['Salary about $80k - $90k', '80000-90000 USD/year base [approx]: about $80k - $90k'],
    ['Salary up to $80k - $90k', '80000-90000 USD/year base: up to $80k - $90k'],
    ['Salary from $80k - $90k', '80000-90000 USD/year base: $80k - $90k'],
    ['$193k - $227k - $261k', '193000-261000 USD/year unknown: $193k - $227k - $261k'],
    ['Salary: $80k-$90k and up', '80000-90000 USD/year base [open-max]: $80k-$90k and up'],
    ['Salary: $80k-$90k+', '80000-90000 USD/year base [open-max]: $80k-$90k+'],
    ['Salary: 60-70,000 euros', '60000-70000 EUR/year base: 60-70,000 euros'],
    ['Salary: $200-$250,000', '200000-250000 USD/year base: $200-$250,000'],
    ['Salary: $200-$999k', '200000-999000 USD/year base: $200-$999k'],
    ['Salary: $999-1000k', '999000-1000000 USD/year base: $999-1000k'],
    ['Salary: $100k-999', '100000-999000 USD/year base: $100k-999'],
    ['Salary: $100k-120,000', '100000-120000 USD/year base: $100k-120,000'],
    ['Salary: 80k - $100k', '80000-100000 USD/year base: 80k - $100k'],
    ['50 lakh - 1 crore', '5000000-10000000 INR/year unknown: 50 lakh - 1 crore'],
    ['¥900k - ¥5M', '900000-5000000 JPY/year unknown: ¥900k - ¥5M'],
    ['12 lakhs to 18', '1200000-1800000 INR/year unknown: 12 lakhs to 18'],
    ['1.2cr - 2cr', '12000000-20000000 INR/year unknown: 1.2cr - 2cr'],
    ['Salary: $50/hr - $104,000/year', '104000 USD/year base: $50/hr - $104,000/year'],
    ['Salary: $50/hr - $120,000/year', '104000-120000 USD/year base: $50/hr - $120,000/year'],
    ['Salary: $500/day - $156,000/year', '130000-156000 USD/year base: $500/day - $156,000/year'],
    ['Salary: $1,000/week - $60,000/year', '52000-60000 USD/year base: $1,000/week - $60,000/year'],
    ['Salary: $4,000/month - $60,000/year', '48000-60000 USD/year base: $4,000/month - $60,000/year'],
    ['Salary: $285000.0-315000.0', '285000-315000 USD/year base: $285000.0-315000.0'],
    ['Salary: $60,000-$75,000,-', '60000-75000 USD/year base: $60,000-$75,000,-'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('amounts that are no range with the next', () => {
  test.each<[string, ...string[]]>([
    ['Salary: $15-$10,000', '15 USD/hour base [no-period]: $15', '10000 USD/year base: $10,000'],
    ['$150K - 2 weeks off', '150000 USD/year unknown: $150K'],
    ['$9,000 - 8,000 per month', '9000 USD/year unknown: $9,000'],
    ['$12,000 - 9,000 per month', '12000 USD/year unknown: $12,000'],
    ['$100,000 - $1,200,001', '100000 USD/year unknown: $100,000', '1200001 USD/year unknown: $1,200,001'],
    ['£80k - €100k', '80000 GBP/year unknown: £80k', '100000 EUR/year unknown: €100k'],
    ['CA$80k - US$100k', '80000 CAD/year unknown: CA$80k', '100000 USD/year unknown: US$100k'],
    ['$80,000 (Austin) - $90,000', '80000 USD/year unknown (Austin): $80,000', '90000 USD/year unknown: $90,000'],
    ['$80,000 (in 2024) - $90,000', '80000 USD/year unknown: $80,000', '90000 USD/year unknown: $90,000'],
    ['$120k gross - $100k net', '120000 USD/year unknown [gross]: $120k', '100000 USD/year unknown [net]: $100k'],
    ['$80,000 (min - $90,000', '80000 USD/year unknown: $80,000', '90000 USD/year unknown: $90,000'],
    ['$80k/90k', '80000 USD/year unknown: $80k'],
    ['$80/hr/90', '80 USD/hour unknown: $80/hr'],
    ['80k/90k€', '90000 EUR/year unknown: 90k€'],
    ['80 / 90k€', '90000 EUR/year unknown: 90k€'],
    ['between a fixed base salary of $80k and $90k', '80000 USD/year base: $80k', '90000 USD/year base: $90k'],
    ['Salary: $80k and $90k', '80000 USD/year base: $80k', '90000 USD/year base: $90k'],
    ['Salary: $80k to minimum $90k', '80000 USD/year base: $80k', '90000-? USD/year base [open-max]: minimum $90k'],
    ['$193k - $227k, then $261k', '193000-227000 USD/year unknown: $193k - $227k', '261000 USD/year unknown: $261k'],
    ['$193k - $227k - $200k', '193000-227000 USD/year unknown: $193k - $227k', '200000 USD/year unknown: $200k'],
    ['Salary: $60/hr-70,000', '60 USD/hour base: $60/hr'],
    ['Salary: $1000-1000k', '1000 USD/month base [no-period]: $1000'],
    ['Salary: $100k-1000', '100000 USD/year base: $100k'],
    ['Salary: $200-$9,000', '200 USD/year base [scale]: $200', '9000 USD/year base: $9,000'],
    ['Salary: $1.5-$10,000', '1.5 USD/hour base [no-period]: $1.5', '10000 USD/year base: $10,000'],
    ['Salary: $3-$700/hr', '3 USD/hour base [no-period]: $3', '700 USD/hour base: $700/hr'],
    ['Salary: $0 - $90,000', '90000 USD/year unknown: $90,000'],
    ['Salary: 80 - $100k', '100000 USD/year unknown: $100k'],
    ['$150k-160things', '150000 USD/year unknown: $150k'],
    ['$150-160k things', '150000-160000 USD/year unknown: $150-160k'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('ranges whose ends stand apart in a sentence', () => {
  test.each<[string, ...string[]]>([
    [
      'Pay runs from $143,000 in one town up to $198,000 in another',
      '143000-198000 USD/year base: from $143,000 in one town up to $198,000',
    ],
    [
      'Pay runs from $143,000 a year in one town up to $198,000 in another',
      '143000-198000 USD/year base: from $143,000 a year in one town up to $198,000',
    ],
    [
      'Pay runs from $143,000 in one town up to $198,000 a year in another',
      '143000-198000 USD/year base: from $143,000 in one town up to $198,000 a year',
    ],
    [
      'Pay runs from $143,000 in one town. It goes up to $198,000 in another',
      '143000-198000 USD/year base: from $143,000 in one town. It goes up to $198,000',
    ],
    [
      'Pay runs from $198,000 in one town up to $143,000 in another',
      '198000-? USD/year base [open-max]: from $198,000',
      '?-143000 USD/year base [open-min]: up to $143,000',
    ],
    [
      'Pay runs from $143,000 in one town up to $143,000 in another',
      '143000-? USD/year base [open-max]: from $143,000',
      '?-143000 USD/year base [open-min]: up to $143,000',
    ],
    [
      'Pay runs from $143,000 in one town up to £198,000 in another',
      '143000-? USD/year base [open-max]: from $143,000',
      '?-198000 GBP/year base [open-min]: up to £198,000',
    ],
    [
      'Pay runs up to $198,000 in one town from $143,000 in another',
      '143000-198000 USD/year base: up to $198,000 in one town from $143,000',
    ],
    [
      'Pay runs from $143,000 one two three four five six seven eight up to $198,000',
      '143000-198000 USD/year base: from $143,000 one two three four five six seven eight up to $198,000',
    ],
    [
      'Pay runs from $143,000 one two three four five six seven eight nine up to $198,000',
      '143000-198000 USD/year base: from $143,000 one two three four five six seven eight nine up to $198,000',
    ],
    [
      'Pay runs from $143,000 one two three four five six seven eight nine ten up to $198,000',
      '143000-198000 USD/year base: from $143,000 one two three four five six seven eight nine ten up to $198,000',
    ],
    [
      'Pay runs from $143,000 one two three four five six seven eight nine ten eleven up to $198,000',
      '143000-198000 USD/year base: from $143,000 one two three four five six seven eight nine ten eleven up to $198,000',
    ],
    [
      'Pay is $143,000 in one town, up to $198,000 in another',
      '143000 USD/year base: $143,000',
      '?-198000 USD/year base [open-min]: up to $198,000',
    ],
    [
      'Pay runs from $143,000 in one town to $198,000 in another',
      '143000-198000 USD/year base: from $143,000 in one town to $198,000',
    ],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('ends of a thousands group that were lost', () => {
  test.each<[string, ...string[]]>([
    ['Salary: $300,00 - $367,000 per year', '?-367000 USD/year base [malformed]: $300,00 - $367,000 per year'],
    ['Salary: $300,00/hr - $367,000', '300 USD/hour base: $300,00/hr', '367000 USD/year base: $367,000'],
    ['Salary: $300,00 - $9,999', '300 USD/year base [scale]: $300,00', '9999 USD/year base: $9,999'],
    ['Salary: $300,00 - $10,000', '?-10000 USD/year base [malformed]: $300,00 - $10,000'],
    ['Salary: $999,00 - $10,000', '?-10000 USD/year base [malformed]: $999,00 - $10,000'],
    ['Salary: $1,000,00 - $367,000', '?-367000 USD/year base [malformed]: $1,000,00 - $367,000'],
    ['Salary: $300,0000 - $367,000', '?-367000 USD/year base [malformed]: $300,0000 - $367,000'],
    ['Salary: $300,000 - $367,0000', '300000-? USD/year base [malformed]: $300,000 - $367,0000'],
    ['Salary: $300,0000', '?-? USD/hour base [malformed]: $300,0000'],
    ['Salary: 300,0000 - 367,000'],
    ['Salary: from $300,0000', '?-? USD/hour base [malformed open-max]: from $300,0000'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('bounds', () => {
  test.each<[string, ...string[]]>([
    ['Salary from: $80k', '80000-? USD/year base [open-max]: from: $80k'],
    ['Salary max: $80k', '?-80000 USD/year base [open-min]: max: $80k'],
    ['Salary maximum $80k', '?-80000 USD/year base [open-min]: maximum $80k'],
    ['Salary: up to $80k', '?-80000 USD/year base [open-min]: up to $80k'],
    ['Salary: at least $80k', '80000-? USD/year base [open-max]: at least $80k'],
    ['Salary about $80k', '80000 USD/year base [approx]: about $80k'],
    ['Salary: ~$80k', '80000 USD/year base [approx]: $80k'],
    ['Salary: ～$80k', '80000 USD/year base [approx]: $80k'],
    ['Salary: -$80k', '80000 USD/year base: $80k'],
    ['Salary: $80k plus', '80000 USD/year base: $80k'],
    ['Salary: $80k plus bonus', '80000 USD/year base [bonus]: $80k'],
    ['Salary: $80k and above', '80000-? USD/year base [open-max]: $80k and above'],
    ['Salary: $80k or more', '80000-? USD/year base [open-max]: $80k or more'],
    ['Salary: $80k and up', '80000-? USD/year base [open-max]: $80k and up'],
    ['Salary: up to $80k and up', '?-80000 USD/year base [open-min]: up to $80k and up'],
    ['Salary: between $80k', '80000 USD/year base: $80k'],
    ['Salary: $80k+', '80000-? USD/year base [open-max]: $80k+'],
    ['Salary: $80k+/year', '80000-? USD/year base [open-max]: $80k+/year'],
    ['Salary: $80k/year+', '80000-? USD/year base [open-max]: $80k/year+'],
    ['Salary: $80k/year +', '80000 USD/year base: $80k/year'],
    ['Salary: $80k +', '80000 USD/year base: $80k'],
    ['Salary: $80k + bonus', '80000 USD/year base [bonus]: $80k'],
    ['Salary: $80k +bonus', '80000 USD/year base [bonus]: $80k'],
    ['Salary: $80k+bonus', '80000 USD/year base [bonus]: $80k'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('sizes of numbers', () => {
  test.each<[string, ...string[]]>([
    ['Salary: 5M yen', '5000000 JPY/year base: 5M yen'],
    ['Salary: ¥5M', '5000000 JPY/year base: ¥5M'],
    ['Salary: 5 million yen', '5000000 JPY/year base: 5 million yen'],
    ['Salary: 50M KRW', '50000000 KRW/year base: 50M KRW'],
    ['Salary: 5M KES', '5000000 KES/year base: 5M KES'],
    ['Salary: 5M INR'],
    ['Salary: $1M'],
    ['Salary: 5 crore', '50000000 INR/year base: 5 crore'],
    ['Salary: ₹1.2 crore', '12000000 INR/year base: ₹1.2 crore'],
    ['Salary: ₹12L', '1200000 INR/year base: ₹12L'],
    ['Salary: 12L', '1200000 INR/year base: 12L'],
    ['Salary: 12 L'],
    ['Salary: 80 k USD', '80000 USD/year base: 80 k USD'],
    ['Salary: 80 t USD'],
    ['Salary: 80 tsd EUR', '80000 EUR/year base: 80 tsd EUR'],
    ['Salary: 80t EUR', '80000 EUR/year base: 80t EUR'],
    ['Salary: 80 bn yen', '80000000000 JPY/year base [implausible]: 80 bn yen'],
    ['Salary: $0'],
    ['Salary: $285000.0', '285000 USD/year base: $285000.0'],
    ['Salary: $285000.0k', '285000000 USD/year base [implausible]: $285000.0k'],
    ['Salary: $285000.00', '285000 USD/year base: $285000.00'],
    ['Salary: $12.5k', '12500 USD/year base: $12.5k'],
    ['Salary: $80% - $90%'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});
