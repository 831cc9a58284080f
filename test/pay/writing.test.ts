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

describe('periods written on an amount', () => {
  test.each<[string, ...string[]]>([
    ['$60/hr', '60 USD/hour unknown: $60/hr'],
    ['$60/h', '60 USD/hour unknown: $60/h'],
    ['$60 h'],
    ['$60h', '60 USD/hour unknown: $60h'],
    ['$60 / h', '60 USD/hour unknown: $60 / h'],
    ['$60 per h'],
    ['$60 an hour', '60 USD/hour unknown: $60 an hour'],
    ['$60 hourly', '60 USD/hour unknown: $60 hourly'],
    ['$600 a day', '600 USD/day unknown: $600 a day'],
    ['$600/day', '600 USD/day unknown: $600/day'],
    ['$600/d', '600 USD/day unknown: $600/d'],
    ['$3,000/wk', '3000 USD/week unknown: $3,000/wk'],
    ['$3,000 weekly', '3000 USD/week unknown: $3,000 weekly'],
    ['$3,000 p.w', '3000 USD/week unknown: $3,000 p.w'],
    ['$4,000 p.m.', '4000 USD/month unknown: $4,000 p.m'],
    ['$4,000 pcm', '4000 USD/month unknown: $4,000 pcm'],
    ['$90,000 p.a.', '90000 USD/year unknown: $90,000 p.a'],
    ['$90,000 pa', '90000 USD/year unknown: $90,000 pa'],
    ['$90,000/y', '90000 USD/year unknown: $90,000/y'],
    ['$90,000 y', '90000 USD/year unknown: $90,000'],
    ['$90,000 yr', '90000 USD/year unknown: $90,000 yr'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('periods said near an amount', () => {
  test.each<[string, ...string[]]>([
    ['Salary: $4,000 - $5,000 gross each month', '4000-5000 USD/month base [gross]: $4,000 - $5,000'],
    ['Salary: $4,000 - $5,000, each month', '4000-5000 USD/month base [no-period]: $4,000 - $5,000'],
    ['Salary: $4,000 - $5,000; each month', '4000-5000 USD/month base [no-period]: $4,000 - $5,000'],
    ['Salary: $4,000 - $5,000 | each month', '4000-5000 USD/month base [no-period]: $4,000 - $5,000'],
    ['Salary: $4,000 - $5,000 (each month)', '4000-5000 USD/month base: $4,000 - $5,000'],
    ['Salary: $90,000 and 40 hours', '90000 USD/year base: $90,000'],
    ['Salary: $90,000 with a 40 hour week', '90000 USD/year base: $90,000'],
    ['Salary: $60 paid hourly', '60 USD/hour base: $60'],
    ['Salary: $60 for 40 hours', '60 USD/hour base [no-period]: $60'],
    ['Salary: $60 one two three four five six seven hourly', '60 USD/hour base: $60'],
    ['Salary: $60 one two three four five six seven eight hourly', '60 USD/hour base [no-period]: $60'],
    ['Salary: $60,000 paid hourly or monthly', '60000 USD/year base: $60,000'],
    ['Salary: $60 d', '60 USD/hour base [no-period]: $60'],
    ['Salary: $6,000 as m/h', '6000 USD/year base: $6,000'],
    ['Hourly salary: $60', '60 USD/hour base: $60'],
    ['Hourly salary: $60,000', '60000 USD/year base: $60,000'],
    ['The monthly one two three four five six seven eight nine salary: $4,000', '4000 USD/month base: $4,000'],
    ['The monthly one two three four five six seven eight nine ten salary: $4,000', '4000 USD/month base: $4,000'],
    [
      'The monthly one two three four five six seven eight nine ten eleven salary: $4,000',
      '4000 USD/month base [no-period]: $4,000',
    ],
    ['Paid monthly. Salary: $4,000', '4000 USD/month base [no-period]: $4,000'],
    ['Salary d: $600', '600 USD/year base [scale]: $600'],
    ['Salary hourly or monthly: $4,000', '4000 USD/month base: $4,000'],
    ['Salary monthly or hourly: $4,000', '4000 USD/month base: $4,000'],
    ['Monthly: salary $4,000, in town $4,500', '4000 USD/month base: $4,000', '4500 USD/month base: $4,500'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a period that nothing says', () => {
  test.each<[string, ...string[]]>([
    ['Salary: $5,999', '5999 USD/month base [no-period]: $5,999'],
    ['Salary: $6,000', '6000 USD/year base: $6,000'],
    ['Salary: $1,000', '1000 USD/month base [no-period]: $1,000'],
    ['Salary: $999', '999 USD/year base [scale]: $999'],
    ['Salary: $100', '100 USD/year base [scale]: $100'],
    ['Salary: $99', '99 USD/hour base [no-period]: $99'],
    ['Salary: ¥600,000', '600000 JPY/year base: ¥600,000'],
    ['Salary: ¥599,999', '599999 JPY/month base [no-period]: ¥599,999'],
    ['Salary: ¥100,000', '100000 JPY/month base [no-period]: ¥100,000'],
    ['Salary: ¥99,999', '99999 JPY/year base [scale]: ¥99,999'],
    ['Salary: ¥10,000', '10000 JPY/year base [scale]: ¥10,000'],
    ['Salary: ¥9,999', '9999 JPY/hour base [no-period]: ¥9,999'],
    ['Salary: up to $5,999', '?-5999 USD/month base [no-period open-min]: up to $5,999'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what is too little or too much for a period', () => {
  test.each<[string, ...string[]]>([
    ['Salary: $3/hr', '3 USD/hour base [implausible]: $3/hr'],
    ['Salary: $4/hr', '4 USD/hour base: $4/hr'],
    ['Salary: $800/hr', '800 USD/hour base: $800/hr'],
    ['Salary: $801/hr', '801 USD/hour base [implausible]: $801/hr'],
    ['Salary: $39/day', '39 USD/day base [implausible]: $39/day'],
    ['Salary: $40/day', '40 USD/day base: $40/day'],
    ['Salary: $6,000/day', '6000 USD/day base: $6,000/day'],
    ['Salary: $6,001/day', '6001 USD/day base [implausible]: $6,001/day'],
    ['Salary: $149/week', '149 USD/week base [implausible]: $149/week'],
    ['Salary: $150/week', '150 USD/week base: $150/week'],
    ['Salary: $25,000/week', '25000 USD/week base: $25,000/week'],
    ['Salary: $25,001/week', '25001 USD/week base [implausible]: $25,001/week'],
    ['Salary: $399/month', '399 USD/month base [implausible]: $399/month'],
    ['Salary: $400/month', '400 USD/month base: $400/month'],
    ['Salary: $90,000/month', '90000 USD/month base: $90,000/month'],
    ['Salary: $90,001/month', '90001 USD/month base [implausible]: $90,001/month'],
    ['Salary: $5,999/year', '5999 USD/year base [implausible]: $5,999/year'],
    ['Salary: $6,000/year', '6000 USD/year base: $6,000/year'],
    ['Salary: $2,500,000/year', '2500000 USD/year base: $2,500,000/year'],
    ['Salary: $2,500,001/year', '2500001 USD/year base [implausible]: $2,500,001/year'],
    ['Salary: PLN 30,000,000/year', '30000000 PLN/year base: PLN 30,000,000/year'],
    ['Salary: PLN 30,000,001/year', '30000001 PLN/year base [implausible]: PLN 30,000,001/year'],
    ['Salary: PLN 24,000/year', '24000 PLN/year base: PLN 24,000/year'],
    ['Salary: PLN 23,999/year', '23999 PLN/year base [implausible]: PLN 23,999/year'],
    ['Salary: from $5,000/hr', '5000-? USD/hour base [implausible open-max]: from $5,000/hr'],
    ['Salary: up to $801/hr', '?-801 USD/hour base [implausible open-min]: up to $801/hr'],
    ['Salary: $300-$900/hr', '300-900 USD/hour base [implausible]: $300-$900/hr'],
    ['Salary: $30-$90/hr', '30-90 USD/hour base: $30-$90/hr'],
    ['$3/hr'],
    ['$801/hr'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the place or level that an amount is for', () => {
  test.each<[string, ...string[]]>([
    [
      'Berlin: $120k - $150k, Lisbon: $100k - $110k',
      '120000-150000 USD/year unknown [geo] (Berlin): $120k - $150k',
      '100000-110000 USD/year unknown [geo] (Lisbon): $100k - $110k',
    ],
    [
      '(Berlin) $120k\n(Lisbon) $110k',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
    ],
    [
      'Berlin $120k, Lisbon $110k',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
    ],
    [
      'Berlin $120k; Lisbon $110k',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
    ],
    [
      '$120k (Berlin), $110k (Lisbon)',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
    ],
    [
      '$120k (Zone 1), $110k (Zone 2)',
      '120000 USD/year unknown [geo] (Zone 1): $120k',
      '110000 USD/year unknown [geo] (Zone 2): $110k',
    ],
    [
      '$120k (Zone 12), $110k (Zone 13)',
      '120000 USD/year unknown (Zone): $120k',
      '110000 USD/year unknown (Zone): $110k',
    ],
    [
      '$120k (Zone 9), $110k (Zone 10)',
      '120000 USD/year unknown [geo] (Zone 9): $120k',
      '110000 USD/year unknown [geo] (Zone): $110k',
    ],
    [
      '$120k in Berlin, $110k in Lisbon',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
    ],
    ['$120k; Berlin', '120000 USD/year unknown: $120k'],
    ['$120k. Berlin', '120000 USD/year unknown: $120k'],
    ['$120k | Berlin', '120000 USD/year unknown: $120k'],
    ['$120k · Berlin', '120000 USD/year unknown: $120k'],
    ['$120k • Berlin', '120000 USD/year unknown: $120k'],
    ['$120k, Berlin', '120000 USD/year unknown (Berlin): $120k'],
    ['$120k, Berlin or Lisbon', '120000 USD/year unknown (Berlin or Lisbon): $120k'],
    [
      '$120k in Berlin | $110k in Lisbon',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
    ],
    [
      '$120k in Berlin. $110k in Lisbon',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
    ],
    ['Senior $120k Berlin', '120000 USD/year unknown (Senior): $120k'],
    ['Senior | $120k Berlin', '120000 USD/year unknown (Berlin): $120k'],
    ['$120k (one two three four five six seven Berlin)', '120000 USD/year unknown: $120k'],
    ['$120k (one two three four five Berlin)', '120000 USD/year unknown (Berlin): $120k'],
    ['$120k (one two three four five six Berlin)', '120000 USD/year unknown (Berlin): $120k'],
    ['$120k (one) Berlin', '120000 USD/year unknown (Berlin): $120k'],
    ['Salary: $120k one two three four five six seven Berlin', '120000 USD/year base (Berlin): $120k'],
    ['Salary: $120k one two three four five six seven eight Berlin', '120000 USD/year base: $120k'],
    ['Salary: $120k one two 3 Berlin', '120000 USD/year base: $120k'],
    [
      'Senior engineer in Berlin: $120k; Junior engineer in Lisbon: $80k',
      '120000 USD/year unknown [level] (Senior engineer in Berlin): $120k',
      '80000 USD/year unknown [level] (Junior engineer in Lisbon): $80k',
    ],
    [
      'Senior: $120k; Senior: $130k',
      '120000 USD/year unknown (Senior): $120k',
      '130000 USD/year unknown (Senior): $130k',
    ],
    [
      'Senior: $120k; Junior: $130k; Berlin: $110k',
      '120000 USD/year unknown [level] (Senior): $120k',
      '130000 USD/year unknown [level] (Junior): $130k',
      '110000 USD/year unknown (Berlin): $110k',
    ],
    [
      'Berlin: $120k; Lisbon: $110k; Junior: $90k',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
      '90000 USD/year unknown (Junior): $90k',
    ],
    [
      'Berlin: $120k; Lisbon: $110k; Paris: $90k',
      '120000 USD/year unknown [geo] (Berlin): $120k',
      '110000 USD/year unknown [geo] (Lisbon): $110k',
      '90000 USD/year unknown [geo] (Paris): $90k',
    ],
    [
      'Level 4: $150k; Level 5: $160k',
      '150000 USD/year unknown [level] (Level 4): $150k',
      '160000 USD/year unknown [level] (Level 5): $160k',
    ],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('signs and letters', () => {
  test.each<[string, ...string[]]>([
    ['Salary: CA$80k', '80000 CAD/year base: CA$80k'],
    ['Salary: ca$80k', '80000 CAD/year base: ca$80k'],
    ['Salary: US $80k', '80000 USD/year base: US $80k'],
    ['Salary: USD$80k', '80000 USD/year base: USD$80k'],
    ['Salary: USD $80k', '80000 USD/year base: USD $80k'],
    ['Salary: EUR80k', '80000 EUR/year base: EUR80k'],
    ['Salary: 80kEUR', '80000 EUR/year base: 80kEUR'],
    ['Salary: 80KEUR', '80000 EUR/year base: 80KEUR'],
    ['Salary: 80keuro', '80000 EUR/year base: 80keuro'],
    ['Salary: 80k€', '80000 EUR/year base: 80k€'],
    ['Salary: 80 000kr', '80000 SEK/year base: 80 000kr'],
    ['Salary: 80k CHF', '80000 CHF/year base: 80k CHF'],
    ['Salary: 80k chf', '80000 CHF/year base: 80k chf'],
    ['Salary: TRY 900,000', '900000 TRY/year base: TRY 900,000'],
    ['Salary: try 900,000'],
    ['Salary: CHF 80’000', '80000 CHF/year base: CHF 80’000'],
    ['Salary: on-target $80k', '80000 USD/year base: $80k'],
    ['Salary: $80k—$90k', '80000-90000 USD/year base: $80k—$90k'],
    ['Salary: $80k−$90k', '80000-90000 USD/year base: $80k−$90k'],
    ['Salary: $80k--$90k', '80000-90000 USD/year base: $80k--$90k'],
    ['Salary: 80-90k-USD', '80000-90000 USD/year base: 80-90k'],
    ['Salary: **$80k** - _$90k_', '80000-90000 USD/year base: $80k** - _$90k'],
    ['Salary: \\$80k', '80000 USD/year base: $80k'],
    ['Salary: `$80k`', '80000 USD/year base: $80k'],
    ['Salary: $80k\nBonus', '80000 USD/year base: $80k'],
    ['Salary:\n$80k', '80000 USD/year unknown: $80k'],
    ['Salary. $80k', '80000 USD/year unknown: $80k'],
    ['Salary! $80k', '80000 USD/year unknown: $80k'],
    ['Salary? $80k', '80000 USD/year unknown: $80k'],
    ['Salary incl. $80k', '80000 USD/year unknown: $80k'],
    ['Salary approx. $80k', '80000 USD/year unknown: $80k'],
    ['Salary min. 80k USD', '80000-? USD/year base [open-max]: min. 80k USD'],
    ['Salary in the U.S. $80k', '80000 USD/year base (U.S): $80k'],
    ['Pay in GBP. Then $80k', '80000 USD/year unknown: $80k'],
    ['Pay approx. Then $80k', '80000 USD/year unknown: $80k'],
    ['Salary.$80k', '80000 USD/year base: $80k'],
    ['Salary (p.a.): $80k', '80000 USD/year base: $80k'],
    ['Salary:🌎 $80k', '80000 USD/year base: $80k'],
    ['Salary L4 $80k', '80000 USD/year base (L4): $80k'],
    ['Salary p99 80k USD', '80000 USD/year base: 80k USD'],
    ['Salary L4'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('numbers as people write them', () => {
  test.each<[string, ...string[]]>([
    ['Salary: €165 000,500', '165000 EUR/year base: €165 000'],
    ['Salary: $165000', '165000 USD/year base: $165000'],
    ['Salary: $165,000', '165000 USD/year base: $165,000'],
    ['Salary: $1,650,000', '1650000 USD/year base: $1,650,000'],
    ['Salary: $16,50,000', '1650000 USD/year base: $16,50,000'],
    ['Salary: €165.000', '165000 EUR/year base: €165.000'],
    ['Salary: €165.000,00', '165000 EUR/year base: €165.000,00'],
    ['Salary: €165.000,0', '165000 EUR/year base: €165.000,0'],
    ['Salary: €165 000', '165000 EUR/year base: €165 000'],
    ['Salary: €165 000,50', '165000.5 EUR/year base: €165 000,50'],
    ['Salary: €1 650 000', '1650000 EUR/year base: €1 650 000'],
    ['Salary: €1650 000', '1650 EUR/month base [no-period]: €1650'],
    ['Salary: €16 50 000', '16 EUR/hour base [no-period]: €16'],
    ["Salary: €165'000", "165000 EUR/year base: €165'000"],
    ['Salary: €165’000', '165000 EUR/year base: €165’000'],
    ['Salary: €165_000', '165000 EUR/year base: €165_000'],
    ['Salary: €165,000.50', '165000.5 EUR/year base: €165,000.50'],
    ['Salary: €165,000,00', '?-? EUR/hour base [malformed]: €165,000,00'],
    ['Salary: €1,65,000', '165000 EUR/year base: €1,65,000'],
    ['Salary: €1,6,000', '?-? EUR/hour base [malformed]: €1,6,000'],
    ['Salary: €165,00', '165 EUR/year base [scale]: €165,00'],
    ['Salary: €165,0', '165 EUR/year base [scale]: €165,0'],
    ['Salary: €0.165', '0.165 EUR/hour base [no-period]: €0.165'],
    ['Salary: €00.165', '0.165 EUR/hour base [no-period]: €00.165'],
    ['Salary: €16.5', '16.5 EUR/hour base [no-period]: €16.5'],
    ['Salary: €16.5555', '16.5555 EUR/hour base [no-period]: €16.5555'],
    ['Salary: €16,5555', '?-? EUR/hour base [malformed]: €16,5555'],
    ['Salary: €1.2.3', '?-? EUR/hour base [malformed]: €1.2.3'],
    ['Salary: €1.200.000,5', '1200000.5 EUR/year base: €1.200.000,5'],
    ['Salary: €1.200,000.5', '?-? EUR/hour base [malformed]: €1.200,000.5'],
    ['Salary: €1.20,5', '?-? EUR/hour base [malformed]: €1.20,5'],
    ["Salary: €1'200'000.50", "1200000.5 EUR/year base: €1'200'000.50"],
    ["Salary: €1'200_000", "?-? EUR/hour base [malformed]: €1'200_000"],
    ['Salary: €1200,000', '?-? EUR/hour base [malformed]: €1200,000'],
    ['Salary: €165,000,-', '165000 EUR/year base: €165,000,-'],
    ['Salary: €165,000,–', '165000 EUR/year base: €165,000,–'],
    ['Salary: €165,000, -', '165000 EUR/year base: €165,000'],
    ['Salary: €165,000.', '165000 EUR/year base: €165,000'],
    ['Salary: €165,000,', '165000 EUR/year base: €165,000'],
    ['Salary: €165,000 165', '165000 EUR/year base: €165,000'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
});
