import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Vocabulary } from '../../src/types/policy.ts';
import type { PayFigure } from '../../src/types/posting.ts';

const words = parse(readFileSync(new URL('../../rules/pay-words.yml', import.meta.url), 'utf8'));

/** The shipped pay words alone: pay is read without lanes, levels or headings. */
export const payVocabulary: Vocabulary = { sections: [], fields: {}, lanes: [], levels: [], ...words };

/** `165000-215000 USD/year base [equity bonus]`, an open end as `?`. */
export function showPay(figure: PayFigure): string {
  const amount =
    figure.min === figure.max && figure.min !== null ? `${figure.min}` : `${figure.min ?? '?'}-${figure.max ?? '?'}`;
  const flags = figure.flags.length > 0 ? ` [${[...figure.flags].sort().join(' ')}]` : '';
  return `${amount} ${figure.currency}/${figure.period} ${figure.kind}${flags}`;
}
