import { describe, expect, test } from 'vitest';
import { payFromField } from '../../src/pay/field.ts';
import { meantMoney } from '../../src/pay/meant.ts';
import type { Field } from '../../src/types/posting.ts';
import { read } from '../posting/read-support.ts';
import { payVocabulary } from './vocabulary.ts';

const span = { start: 0, end: 1 };

function declare(value: unknown) {
  return payFromField({ key: 'comp', value, keySpan: span, valueSpan: span }, payVocabulary);
}

describe('a mistyped currency', () => {
  test.each<[unknown, string]>([
    ['150000-188000 UDS', 'names “UDS”, which is no currency; did you mean USD?'],
    ['UDS 150,000 - 188,000', 'names “UDS”, which is no currency; did you mean USD?'],
    ['150K UDS - 188K UDS', 'names “UDS”, which is no currency; did you mean USD?'],
    ['150KUDS-188KUDS', 'names “UDS”, which is no currency; did you mean USD?'],
    ['150000UDS', 'names “UDS”, which is no currency; did you mean USD?'],
    ['$150,000-$188,000 UDS', 'names “UDS”, which is no currency; did you mean USD?'],
    ['150-188K uds', 'names “uds”, which is no currency; did you mean USD?'],
    ['150K-188K USDD', 'names “USDD”, which is no currency; did you mean USD?'],
    ['70-84K GPB', 'names “GPB”, which is no currency; did you mean GBP?'],
    ['70-84K eruos', 'names “eruos”, which is no currency; did you mean EUR?'],
    ['150000-188000 dolars', 'names “dolars”, which is no currency; did you mean USD?'],
    ['150K-188K XYZ', 'names “XYZ”, which is no currency; write its ISO code, such as USD or EUR'],
    [['150K UDS', '188K UDS'], 'names “UDS”, which is no currency; did you mean USD?'],
    [{ min: '150K UDS', max: '188K UDS' }, 'names “UDS”, which is no currency; did you mean USD?'],
    [{ min: 150000, max: 188000, currency: 'UDS' }, 'names “UDS”, which is no currency; did you mean USD?'],
  ])('%j', (value, detail) => {
    const { figure, fault } = declare(value);
    expect(figure).toBeUndefined();
    expect(fault).toMatchObject({ code: 'unparseable', detail });
  });

  test.each([
    '150K-188K FTE',
    '150K-188K DOE',
    '150K-188K NYC',
    'NYC 150K-188K',
    'MLE 150K-188K',
    '150K-188K per annum',
    '150K-188K negotiable',
    '150K-188K base, all levels',
    '150K-188K TBC',
    '150000-188000 US',
    'US$150K-US$188K MLE',
  ])('is not seen in the other words of %j', (value) => {
    const { figure, fault } = declare(value);
    expect(fault).toBeUndefined();
    expect(figure).toMatchObject({ min: 150000, max: 188000, currency: 'USD' });
  });
});

describe('a currency that is said', () => {
  test.each<[unknown, string]>([
    ['2,600,000 RSD - 3,100,000 RSD', 'RSD'],
    ['180,000-240,000 PEN', 'PEN'],
    ['150K-188K (USD)', 'USD'],
    ['95K-118K, CAD', 'CAD'],
    ['$95K-$118K (CAD)', 'CAD'],
    ['95,000-118,000 Canadian dollars', 'CAD'],
    ['95,000-118,000 U.S. dollars', 'USD'],
    ['600,000-800,000 Hong Kong dollars', 'HKD'],
    ['150K-188K USD + €5K bonus', 'USD'],
    [{ min: 95000, max: 118000, currency: 'Australian dollars' }, 'AUD'],
  ])('%j', (value, currency) => {
    const { figure, fault, unsaid } = declare(value);
    expect(fault).toBeUndefined();
    expect(unsaid).toBeUndefined();
    expect(figure?.currency).toBe(currency);
  });

  test.each<[unknown, 'bare' | 'shared']>([
    ['95K-118K', 'bare'],
    [[95000, 118000], 'bare'],
    [{ min: 95000, max: 118000 }, 'bare'],
    ['$95K-$118K', 'shared'],
    ['95,000-118,000 dollars', 'shared'],
    [{ min: 95000, max: 118000, currency: '$' }, 'shared'],
  ])('%j leaves it open', (value, unsaid) => {
    expect(declare(value)).toMatchObject({ unsaid, figure: { currency: 'USD' } });
  });
});

describe('a declared range abroad', () => {
  const posting = (fields: string, body = '') =>
    read(`---\nlane: applied\nlevel: mid\n${fields}\n---\n# ML Engineer, Canals\n\n${body}\n`);
  const asked = (fields: string, body = '') => {
    const { faults, comp } = posting(fields, body);
    return {
      detail: faults.find((fault) => fault.code === 'currency-unsaid')?.detail,
      currency: comp?.flags.includes('no-currency') ? 'open' : comp?.currency,
    };
  };

  test('asks which currency is meant', () => {
    expect(asked('comp: 70000-84000\nlocation: London, UK')).toEqual({
      detail: 'names no currency, and the job is in London; say GBP or USD, such as GBP 70,000-84,000',
      currency: 'open',
    });
    expect(asked('comp: $45-$60/hour\nlocation: Toronto')).toEqual({
      detail: 'says no more than “$”, and the job is in Toronto; say CAD or USD, such as CAD 45-60/hour',
      currency: 'open',
    });
    expect(asked('comp: 70000-84000\ncountry: Germany').detail).toContain('say EUR or USD');
  });

  test('takes the currency of a field of its own', () => {
    expect(asked('comp: 70000-84000\ncurrency: GBP\nlocation: London')).toEqual({ currency: 'GBP' });
    expect(posting('comp: 70000-84000\nsalary_currency: GPB').faults).toMatchObject([
      { code: 'unparseable', detail: 'names “GPB”, which is no currency; did you mean GBP?' },
    ]);
  });

  test('needs no other field where it says its currency', () => {
    expect(posting('comp: £70K-£84K\ncurrency: crypto\nlocation: London').faults).toEqual([]);
  });

  test('takes the currency of the same amounts in the text', () => {
    const fields = 'comp: 70000-84000\nlocation: Leeds, UK';
    expect(asked(fields, 'Salary: £70,000 - £84,000 a year.')).toEqual({ currency: 'GBP' });
    expect(asked(fields, 'Salary: £75,000 - £90,000 a year.')).toEqual({ currency: 'GBP' });
    expect(asked(fields, 'Salary: US$70,000 - US$84,000 a year.')).toEqual({ currency: 'USD' });
    expect(asked(fields, 'Salary: 70,000 - 84,000 a year.').currency).toBe('open');
    expect(asked('comp: 70000-84000', 'Salary: €70,000 - €84,000 a year.')).toEqual({ currency: 'EUR' });
    expect(asked('comp: 70000-84000', 'Salary: €75,000 - €90,000 a year.')).toEqual({ currency: 'USD' });
    expect(asked('comp: $95K-$118K\nlocation: Toronto', 'Salary: CA$95,000 - CA$118,000.')).toEqual({
      currency: 'CAD',
    });
    expect(asked('comp: $95K-$118K\nlocation: Berlin', 'Salary: €95,000 - €118,000.').currency).toBe('open');
  });

  test('gives its currency to what the text leaves open', () => {
    const { pay } = posting('comp: CAD 95000-118000\nlocation: Toronto', 'Salary: $95,000 - $118,000 a year.');
    expect(pay.map((figure) => [figure.currency, figure.flags])).toEqual([
      ['CAD', []],
      ['CAD', []],
    ]);
  });

  test('leaves the currency of the text open, too', () => {
    const { pay } = posting('location: Toronto', 'Salary: $95,000 - $118,000 a year.');
    expect(pay.map((figure) => figure.flags)).toEqual([['no-currency']]);
  });

  test('in lakhs is in rupees', () => {
    expect(asked('comp: 18-32 LPA\nlocation: Pune')).toEqual({ currency: 'INR' });
  });

  test('has no currency put into it by a fix', () => {
    const { faults } = posting('comp: 84K-70K\nlocation: London');
    expect(faults.map((fault) => fault.edit?.text)).toEqual(['{ min: 70000, max: 84000, period: year }']);
  });
});

describe('the team’s own currency', () => {
  const inBands = (home: string, value: string, location: string) => {
    const field: Field = { key: 'comp', value, keySpan: span, valueSpan: span };
    const meant = meantMoney(location, { ...payVocabulary, home });
    const { figure } = payFromField(field, payVocabulary, meant);
    return figure?.flags.includes('no-currency') ? 'open' : figure?.currency;
  };

  test.each([
    ['GBP', '70K-84K', 'London', 'GBP'],
    ['GBP', '70K-84K', '', 'GBP'],
    ['GBP', '70K-84K', 'Remote', 'GBP'],
    ['GBP', '70K-84K', 'Berlin', 'open'],
    ['GBP', '150K-184K', 'Austin, TX', 'USD'],
    ['GBP', '$150K-$184K', '', 'USD'],
    ['GBP', '$150K-$184K', 'London', 'open'],
    ['CAD', '$95K-$118K', 'Toronto', 'CAD'],
    ['CAD', '$95K-$118K', 'Remote', 'CAD'],
    ['CAD', '$95K-$118K', 'Denver, CO', 'USD'],
    ['CAD', 'US$95K-US$118K', 'Toronto', 'USD'],
  ])('bands in %s: %s in “%s” is %s', (home, value, location, currency) => {
    expect(inBands(home, value, location)).toBe(currency);
  });
});
