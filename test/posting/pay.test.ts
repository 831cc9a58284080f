import { describe, expect, test } from 'vitest';
import { payFromText, settlePay } from '../../src/posting/pay.ts';
import type { PayFigure, SectionKind } from '../../src/types/posting.ts';
import { payVocabulary } from './vocabulary-pay.ts';

function read(text: string, section: SectionKind = 'unknown', heading = ''): PayFigure[] {
  return settlePay(
    payFromText(text, (index) => index, { section, heading }, payVocabulary),
    payVocabulary,
  );
}

/** `165000-215000 USD/year base [equity bonus]`, an open end as `?`. */
function show(figure: PayFigure): string {
  const amount =
    figure.min === figure.max && figure.min !== null ? `${figure.min}` : `${figure.min ?? '?'}-${figure.max ?? '?'}`;
  const flags = figure.flags.length > 0 ? ` [${[...figure.flags].sort().join(' ')}]` : '';
  return `${amount} ${figure.currency}/${figure.period} ${figure.kind}${flags}`;
}

describe('notations of pay', () => {
  test.each<[number, string, ...string[]]>([
    [1, '$165,000 to $215,000 base, plus equity and bonus', '165000-215000 USD/year base [bonus equity]'],
    [2, '$165,000-$215,000', '165000-215000 USD/year unknown'],
    [3, '$165,000 – $215,000', '165000-215000 USD/year unknown'],
    [4, '$320,000—$405,000 USD', '320000-405000 USD/year unknown'],
    [5, '$310K – $385K', '310000-385000 USD/year unknown'],
    [6, '$310-385K', '310000-385000 USD/year unknown'],
    [7, '$150k-190', '150000-190000 USD/year unknown'],
    [8, 'US$ 90k–110k', '90000-110000 USD/year unknown'],
    [9, '113,000 USD - 147,000 USD', '113000-147000 USD/year unknown'],
    [10, 'Salary: 120,000 - 140,000 USD', '120000-140000 USD/year base'],
    [11, 'USD 165,000 – 215,000', '165000-215000 USD/year unknown'],
    [12, '$150,000.00 - $175,000.00', '150000-175000 USD/year unknown'],
    [13, '$200,000\u00a0-\u00a0$250,000', '200000-250000 USD/year unknown'],
    [14, 'between $150k and $200k', '150000-200000 USD/year unknown'],
    [15, 'from $165,000', '165000-? USD/year unknown [open-max]'],
    [16, 'Salary up to £80k', '?-80000 GBP/year base [open-min]'],
    [17, '$90-$150+/hr', '90-150 USD/hour unknown [open-max]'],
    [18, '$30,000 and up', '30000-? USD/year unknown [open-max]'],
    [19, 'Base salary: $150,000', '150000 USD/year base'],
    [20, '~$190K', '190000 USD/year unknown [approx]'],
    [21, '$120,000-$150,000 depending on experience', '120000-150000 USD/year unknown [doe]'],
    [21, '$120,000-$150,000 DOE', '120000-150000 USD/year unknown [doe]'],
    [22, 'Competitive salary, DOE'],
    [23, 'OTE of $70,000–$90,000', '70000-90000 USD/year ote'],
    [
      24,
      'base up to $50,000 per year with expected OTE of $70,000–$90,000',
      '?-50000 USD/year base [open-min]',
      '70000-90000 USD/year ote',
    ],
    [25, 'Total compensation: $200,000 - $250,000', '200000-250000 USD/year total'],
    [26, '$180–220K base + 15% target bonus + $60K RSU/yr', '180000-220000 USD/year base [bonus]'],
    [27, '$45.00-$52.00 per hour, DOE', '45-52 USD/hour unknown [doe]'],
    [28, '$60/hr - $65/hr', '60-65 USD/hour unknown'],
    [28, '$18hr', '18 USD/hour unknown'],
    [29, '$95–$120/hr W2', '95-120 USD/hour unknown [contract]'],
    [30, '$1,000/day', '1000 USD/day unknown'],
    [31, '$8,000 - $10,000 per month', '8000-10000 USD/month unknown'],
    [32, 'KES 400,000 - 550,000 per month', '400000-550000 KES/month unknown'],
    [33, '€80.000 - €100.000', '80000-100000 EUR/year unknown'],
    [34, '80.000 € - 100.000 € brutto', '80000-100000 EUR/year unknown [gross]'],
    [35, '€80.000,00 - €95.000,00', '80000-95000 EUR/year unknown'],
    [36, '90 000–120 000 €', '90000-120000 EUR/year unknown'],
    [37, '£65k - 80k', '65000-80000 GBP/year unknown'],
    [38, 'GBP 60,000 - GBP 75,000', '60000-75000 GBP/year unknown'],
    [39, 'CA$120,000 - CA$150,000', '120000-150000 CAD/year unknown'],
    [39, '$150,000 - $180,000 CAD', '150000-180000 CAD/year unknown'],
    [40, 'A$180k–A$220k + super', '180000-220000 AUD/year unknown [super]'],
    [41, "CHF 130'000–160'000", '130000-160000 CHF/year unknown'],
    [42, '₹40–60 LPA', '4000000-6000000 INR/year unknown'],
    [43, 'DKK 420k - 540k', '420000-540000 DKK/year unknown'],
    [43, '420000 - 540000 DKK YEAR', '420000-540000 DKK/year unknown'],
    [44, '25 000–32 000 PLN net + VAT/month (B2B)', '25000-32000 PLN/month unknown [contract net]'],
    [
      45,
      'SF/NYC $210–260K; Austin $185–230K; Remote US $175–220K',
      '210000-260000 USD/year unknown [geo]',
      '185000-230000 USD/year unknown [geo]',
      '175000-220000 USD/year unknown [geo]',
    ],
    [
      46,
      'Engineer I pay range: $64,600 - $107,667* Engineer II: $78,729.66– $127,907.94',
      '64600-107667 USD/year base [level]',
      '78729.66-127907.94 USD/year base [level]',
    ],
    [47, '$300,00 - $367,000 in SF', '?-367000 USD/year unknown [malformed]'],
    [48, '$65/hr - $60/hr', '60-65 USD/hour unknown [reversed]'],
    [49, 'Wage Range: $21 - $25', '21-25 USD/hour base [no-period]'],
    [50, 'The base salary is $165–$215.', '165-215 USD/year base [scale]'],
    [51, 'The pay is $133,500.00 to $143,500.00.', '133500-143500 USD/year base'],
    [52, '$6,000,000 - $8,000,000', '6000000-8000000 USD/year unknown [implausible]'],
    [52, '$1,000 - $2,000 per year', '1000-2000 USD/year unknown [implausible]'],
  ])('row %i: %s', (_row, text, ...expected) => {
    expect(read(text).map(show)).toEqual(expected);
  });
});

describe('notations found in real files', () => {
  test.each<[string, ...string[]]>([
    ['Deep Learning Engineer (contractor 40 €/h)', '40 EUR/hour unknown [contract]'],
    ['Data Scientist (25.000 €)', '25000 EUR/year unknown'],
    ['💰 $152,320 - $209,440/yr 🌎 Remote', '152320-209440 USD/year unknown'],
    ['💰 USD $98,000~$210,000 🌎 Remote', '98000-210000 USD/year unknown'],
    ['💰 USD 160k~230k 🌎 Remote', '160000-230000 USD/year unknown'],
    ['💰 65k-95k USD 🌎 Remote', '65000-95000 USD/year unknown'],
    ['💰 usd 102,900 to 240,200 + bonus + equity + benefits', '102900-240200 USD/year unknown [bonus equity]'],
    ['💰 USD 285000.0~315000.0 🌎 United States', '285000-315000 USD/year unknown'],
    ['Acme | ML Engineer | Berlin | $180k–$250k + equity', '180000-250000 USD/year unknown [equity]'],
    ['Acme | ML Engineer | $120K + Top Equity', '120000 USD/year unknown [equity]'],
    ['Acme | ML Engineer | 73-85k€', '73000-85000 EUR/year unknown'],
    ['Acme | ML Engineer | 70K-100K EUR', '70000-100000 EUR/year unknown'],
    ['Acme | ML Engineer | 15-20LPA INR', '1500000-2000000 INR/year unknown'],
    ['Acme - ML Engineer - Full-time - 150 - 180k', '150000-180000 USD/year unknown'],
    ['Acme - ML Engineer - 2-4.5k EUR/month', '2000-4500 EUR/month unknown'],
    ['₹18,00,000 – ₹32,00,000 per annum', '1800000-3200000 INR/year unknown'],
    ['$180k–$220k base, 0.25%–0.75% equity', '180000-220000 USD/year base [equity]'],
    ['The range is $143,500/yr to $215,300', '143500-215300 USD/year unknown'],
    ['The salary range is €50,000 to €65,000 annually', '50000-65000 EUR/year base'],
    ['Salary: £46,424 - £55,275', '46424-55275 GBP/year base'],
    ['60-70,000 Euros + 0.1% stock options', '60000-70000 EUR/year unknown [equity]'],
    ['\\$216,700---\\$303,400 USD', '216700-303400 USD/year unknown'],
    ['Pay: $70.67/hour to $208,000/year', '146994-208000 USD/year base'],
    ['Salary: $200-$250k', '200000-250000 USD/year base'],
    ['C$193,000 - C$227,000 - C$261,000', '193000-261000 CAD/year unknown'],
    ['US Salary Range$130,000—$150,000 USD', '130000-150000 USD/year base'],
    ['Monthly gross salary €4,500-7,000', '4500-7000 EUR/month base [gross]'],
    ['a contract with an hourly rate of 40€. Later more.', '40 EUR/hour base [contract]'],
    ['4.5-6 LPA CTC', '450000-600000 INR/year total'],
    ['Salary: £40k+', '40000-? GBP/year base [open-max]'],
    ['The base salary range is between USD $51,850 to $171,450.', '51850-171450 USD/year base'],
    [
      'The base pay ranges from $143,000 in our lowest geographic market up to $198,000 in our highest geographic market.',
      '143000-198000 USD/year base',
    ],
    [
      'Total target cash $190K–$247K (base $165K–$215K).',
      '190000-247000 USD/year total',
      '165000-215000 USD/year base',
    ],
    [
      'Base $265K–$330K; total with equity about $420K.',
      '265000-330000 USD/year base',
      '420000 USD/year total [approx equity]',
    ],
    ['$125,000 - $145,000 per year OTE', '125000-145000 USD/year ote'],
    ['In Canada, the Base compensation range is CAD 146,409 - CAD 175,691.', '146409-175691 CAD/year base'],
    ['For candidates in Berlin we pay 65.000 bis 80.000 EUR brutto.', '65000-80000 EUR/year base [gross]'],
    ['Entre 45 et 55 k€ brut par an', '45000-55000 EUR/year unknown [gross]'],
    ['55/65k€', '55000-65000 EUR/year unknown'],
    ['€ 60.000,- bis € 75.000,-', '60000-75000 EUR/year unknown'],
    ['US$170K-US$190K', '170000-190000 USD/year unknown'],
    ['Rs. 12,00,000 - 18,00,000', '1200000-1800000 INR/year unknown'],
    ['CTC: 18-24 lakhs', '1800000-2400000 INR/year total'],
    ['¥8M-¥12M', '8000000-12000000 JPY/year unknown'],
    ['R$ 15.000 - R$ 20.000 por mês', '15000-20000 BRL/month unknown'],
    ['20 000 - 28 000 zł netto + VAT', '20000-28000 PLN/month unknown [net no-period]'],
    ['Total Comp: $350k-$450k (Base: $200k-$240k)', '350000-450000 USD/year total', '200000-240000 USD/year base'],
    ['$120k base / $200k OTE', '120000 USD/year base', '200000 USD/year ote'],
    ['Salary min: $150,000 max: $190,000', '150000-190000 USD/year base'],
    ['Salary (EUR): 60,000 - 75,000', '60000-75000 EUR/year base'],
    ['Salary Range: 120-150K', '120000-150000 USD/year base'],
    [
      'Level 4: $150k–$180k; Level 5: $180k–$220k',
      '150000-180000 USD/year unknown [level]',
      '180000-220000 USD/year unknown [level]',
    ],
    [
      'The range is $147,200 to $184,000 (Zone 1), $132,500–$165,600 (Zone 2)',
      '147200-184000 USD/year unknown [geo]',
      '132500-165600 USD/year unknown [geo]',
    ],
    ['The target bonus is $15,000 and the base salary is $150,000.', '150000 USD/year base'],
    ['$150,000 - $180,000 plus a $20,000 sign on bonus and $100,000 in RSUs', '150000-180000 USD/year unknown'],
  ])('%s', (text, ...expected) => {
    expect(read(text).map(show)).toEqual(expected);
  });
});

describe('money and numbers that are no pay', () => {
  test.each([
    '401(k) match up to 6%',
    '$5,000 signing bonus',
    '$2,000 learning stipend',
    'We raised $50M Series B',
    '$10M - $50M budgets',
    '5k–10k people',
    '100,000 - 500,000 users daily',
    '3-5 years',
    '80ms p99 at 5,000 rps',
    '0.05%–0.15%',
    '15 hours per week',
    '£2.7bn revenue',
    'We TRY 100,000 things and get MAD 5 times',
    '💰 406000.0 🌎 Remote',
    '💰 ~0k 🌎 Remote',
    '💰 ~323k 🌎 Remote',
    '💰 USD 280000.0~280000.0 🌎 Remote',
    'Generous equipment budget for your home office setup ($1600)',
    'up to $20k in adoption reimbursement',
    'XP Health eyewear benefits ($180, 3x per year)',
    'full benefits (health/dental/vision insurance & 401k)',
    'the massive ($200B) but antiquated dental industry',
    'through our $1-start, real-time bidding platform',
    'reinventing the $1Bn IT integration market',
    'the $100 billion-per-year protection plan industry',
    'Upwork ($UPWK) has moved more than $3.8 billion since 2015',
    '$800 USD for Home-Office set up',
    'Released 2026-01-01, version 1.2.3, port 8080',
    'You will cut a $300,000 - $400,000 cloud bill that our customers pay each year to their providers',
    'Signing bonus: $20,000 - $30,000',
    'ticket sizes between $100k and $500k',
    'contracts from $50k to $200k',
    'GPUs cost $5-10 per hour',
    'Our customers pay $20,000 - $50,000 a year',
    'Cut infrastructure from $120,000 to $80,000 a month',
    'up to $1,500/year for learning',
    '$75 per month phone allowance',
    'You manage $500k of ad budget',
    'Salary is competitive. We raised $12,000,000 last year.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
