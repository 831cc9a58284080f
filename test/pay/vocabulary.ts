import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PayFigure } from '../../src/types/pay.ts';
import type { Vocabulary } from '../../src/types/words.ts';

const file = (name: string) => parse(readFileSync(new URL(`../../rules/${name}`, import.meta.url), 'utf8'));
const pay = file('pay-words.yml');
const money = file('currencies.yml');

/** The shipped words of pay and money alone: pay is read without lanes, levels or headings. */
export const payVocabulary: Vocabulary = {
  reading: { headings: [], openings: {}, scan: () => [] },
  fields: {},
  lanes: [],
  levels: [],
  currencies: pay.currencies,
  plausiblePay: pay['plausible-pay'],
  localCurrencies: money['local-currencies'],
  words: { ...pay.words, ...money.words },
};

/** `165000-215000 USD/year base [equity bonus]`, an open end as `?`. */
export function showPay(figure: PayFigure): string {
  const amount =
    figure.min === figure.max && figure.min !== null ? `${figure.min}` : `${figure.min ?? '?'}-${figure.max ?? '?'}`;
  const flags = figure.flags.length > 0 ? ` [${[...figure.flags].sort().join(' ')}]` : '';
  return `${amount} ${figure.currency}/${figure.period} ${figure.kind}${flags}`;
}
