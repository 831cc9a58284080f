/** Pay in keys of the frontmatter that name its ends, kind or period. */
import { describe, expect, test } from 'vitest';
import { showPay } from '../pay/vocabulary.ts';
import { at, read } from './read-support.ts';

function declared(fields: string): string {
  const { comp, faults } = read(`---\nlane: applied\nlevel: mid\n${fields}\n---\n# ML Engineer, Kites\n`);
  const told = faults.filter(({ field }) => field.startsWith('comp')).map(({ code }) => code);
  return [comp ? showPay(comp) : 'none', ...told].join(' ');
}

describe('keys that name what pay they hold', () => {
  test.each<[string, string]>([
    ['salary_min: 150000\nsalary_max: 180000', '150000-180000 USD/year base'],
    ['salary_max: 7200\nsalary_min: 6100\nsalary_currency: EUR\nsalary_period: month', '6100-7200 EUR/month base'],
    ['minSalary: 150000\nmaxSalary: 180000', '150000-180000 USD/year base'],
    ['salaryFrom: $150,000\nsalaryTo: $180,000', '150000-180000 USD/year base'],
    ['comp-low: 150K\ncomp-high: 180K', '150000-180000 USD/year base'],
    ['Minimum Pay: 60\nMaximum Pay: 80\npay frequency: hourly', '60-80 USD/hour base'],
    ['annual_salary_min: 150000\nannual_salary_max: 180000', '150000-180000 USD/year base'],
    ['hourly_rate: $65-$80', '65-80 USD/hour base'],
    ['day_rate: £500', '500 GBP/day base'],
    ['monthlySalary: 6100-7200\ncurrency: EUR', '6100-7200 EUR/month base'],
    ['salary: 6100-7200\nsalary_period: month', '6100-7200 USD/month base'],
    ['salary: 150000-180000\npay_type: salaried', '150000-180000 USD/year base'],
    ['rate: £550 - £650 per day, outside IR35', '550-650 GBP/day base [contract]'],
    ['Rate: 600 EUR/day', '600 EUR/day base'],
    ['salary_min: 150000', '150000-? USD/year base [open-max]'],
    ['salary_min: 180000\nsalary_max: 150000', '150000-180000 USD/year base [reversed] reversed'],
    ['comp: 160K-190K\nsalary_min: 150000\nsalary_max: 180000', '160000-190000 USD/year base'],
  ])('%j', (fields, expected) => {
    expect(declared(fields)).toBe(expected);
  });

  test.each([
    'team_min: 50000\nteam_max: 80000',
    'hit_rate: 65-80',
    'min_rate: 20',
    'frame_rate_max: 60',
    'pay_to: Payroll',
    'salary_note: 2 reviews a year',
    'base: main',
    'rate: 5 a day',
    'amount: $5',
    'range: 20-30',
  ])('not of other things: %j', (fields) => {
    expect(declared(fields)).toBe('none');
  });

  test.each<[string, string, string]>([
    ['salary_mn: 150000\nsalary_max: 180000', '150000-180000 USD/year base', 'salary_mn → salary_min'],
    ['salary_min: 150000\nsalry_max: 180000', '150000-180000 USD/year base', 'salry_max → salary_max'],
    ['minSalray: 150000\nmaxSalary: 180000', '150000-180000 USD/year base', 'minSalray → minSalary'],
    ['salaryMax: 180000\nsalaryMni: 150000', '150000-180000 USD/year base', 'salaryMni → salaryMin'],
    [
      'salary_min: 5000\nsalary_max: 6000\nsalary_curency: EUR\nsalary_peroid: month',
      '5000-6000 EUR/month base',
      'salary_curency → salary_currency, salary_peroid → salary_period',
    ],
    ['wage_minmum: 150000\nwage_maximum: 180000', '150000-180000 USD/year base', 'wage_minmum → wage_minimum'],
  ])('with a slip get the nearest key: %j', (fields, pay, said) => {
    const posting = read(`---\nlane: applied\nlevel: mid\n${fields}\n---\n# ML Engineer, Kites\n`);
    const slips = posting.faults.filter(({ code }) => code === 'mistyped-key');
    expect(showPay(posting.comp!)).toBe(pay);
    expect(slips.map(({ span, edit }) => `${at(posting, span)} → ${edit?.text}`).join(', ')).toBe(said);
  });

  test.each([
    'salary_mid: 165000',
    'salary_tax: 20 %',
    'play_max: 180000',
    'salary_min: 150000\nsalary_max: 180000\nsalary_mean: 165000',
    'salary_min: 150000\nsalary_max: 180000\nsalary_mix: 70/30',
    'salary_note: 2 reviews a year',
    'team_mn: 50000',
    'salary_mn: none',
  ])('are left alone where they are other words: %j', (fields) => {
    const posting = read(`---\nlane: applied\nlevel: mid\n${fields}\n---\n# ML Engineer, Kites\n`);
    expect(posting.faults.filter(({ code }) => code === 'mistyped-key')).toEqual([]);
  });

  test('point at both keys', () => {
    const posting = read('---\nsalary_min: 150000\nsalary_max: 180000\n---\n# ML Engineer\n');
    expect(at(posting, posting.comp!.span)).toBe('150000\nsalary_max: 180000');
  });
});

describe('keys of pay with more words', () => {
  test.each<[string, number, number, string]>([
    ['base_min: 150000\nbase_max: 188000', 150000, 188000, 'USD'],
    ['salary_lower_bound: 150000\nsalary_upper_bound: 188000', 150000, 188000, 'USD'],
    ['target_salary: 150K-188K', 150000, 188000, 'USD'],
    ['salary_eur: 70000-84000', 70000, 84000, 'EUR'],
    ['compensation:\n  salary_range:\n    min: 150000\n    max: 188000', 150000, 188000, 'USD'],
  ])('are pay: %s', (keys, min, max, currency) => {
    expect(read(`---\n${keys}\n---\n# ML Engineer\n`).comp).toMatchObject({ min, max, currency });
  });

  test.each(['base_min: 150000', 'base_min: 3\nbase_max: 8', 'range_max: 40000', 'base_url: /150000'])(
    'are none: %s',
    (keys) => {
      expect(read(`---\n${keys}\n---\n# ML Engineer\n`).comp).toBeUndefined();
    },
  );
});
