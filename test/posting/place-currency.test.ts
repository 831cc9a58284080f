import { describe, expect, test } from 'vitest';
import { moneyPlaces } from '../../src/pay/place-currency.ts';
import { payVocabulary } from '../pay/vocabulary.ts';

const paidIn = (location: string) => [...new Set(moneyPlaces(location, payVocabulary).map(({ currency }) => currency))];

describe('the currencies of a location', () => {
  test.each([
    ['London', 'GBP'],
    ['Remote (UK)', 'GBP'],
    ['Cambridge, UK', 'GBP'],
    ['Remote, Canada', 'CAD'],
    ['Toronto, ON', 'CAD'],
    ['Toronto, CA', 'CAD'],
    ['Vancouver, BC', 'CAD'],
    ['London, Ontario', 'CAD'],
    ['London, ON', 'CAD'],
    ['Berlin, DE', 'EUR'],
    ['berlin', 'EUR'],
    ['Köln (hybrid)', 'EUR'],
    ['Ko\u0308ln', 'EUR'],
    ['Zürich', 'CHF'],
    ['Bangalore, KA, IN', 'INR'],
    ['Tel Aviv, IL', 'ILS'],
    ['Perth, WA', 'AUD'],
    ['Adelaide, SA', 'AUD'],
    ['Lagos, Portugal', 'EUR'],
    ['Hong Kong', 'HKD'],
    ['Mexico City', 'MXN'],
    ['São Paulo or Singapore', 'BRL SGD'],
    ['San Francisco or London', 'USD GBP'],
    ['Remote (US or Canada)', 'USD CAD'],
    ['Austin, TX', 'USD'],
    ['Dublin, OH', 'USD'],
    ['Paris, Texas', 'USD'],
    ['London, KY', 'USD'],
    ['Melbourne, FL', 'USD'],
    ['Vancouver, WA', 'USD'],
    ['Ontario, CA', 'USD'],
    ['Springfield, IL', 'USD'],
    ['Wilmington, DE', 'USD'],
    ['Albuquerque, New Mexico', 'USD'],
    ['Washington, D.C.', 'USD'],
    ['U.S.', 'USD'],
    ['Remote', ''],
    ['Hybrid', ''],
    ['', ''],
    ['Londonderry', ''],
    ['Remote OR hybrid', ''],
    ['Springfield', ''],
  ])('%s: %s', (location, currencies) => {
    expect(paidIn(location).join(' ')).toBe(currencies);
  });

  test('a place is named as the location writes it', () => {
    expect(moneyPlaces('Remote – são paulo; London, Ontario', payVocabulary).map(({ name }) => name)).toEqual([
      'são paulo',
      'London, Ontario',
    ]);
  });

  test('a long text costs no more than its beginning', () => {
    expect(moneyPlaces('London '.repeat(100_000), payVocabulary).length).toBeLessThan(60);
  });
});
