import type { PayFigure, Period } from '../types/pay.ts';
import type { Field, FieldFault } from '../types/posting.ts';
import type { Vocabulary } from '../types/words.ts';
import { type FieldPay, namedCurrency } from './currency.ts';
import { currencyMeant, type MeantMoney, meantMoney } from './meant.ts';
import { HOW, type Range, readValue } from './value.ts';
import { declaredWords } from './vocabulary.ts';

/** Less than this is no year's pay: the number lost its thousands or its period. */
const LEAST_YEAR = 6000;

/**
 * The declared range of a frontmatter field: text (`$165K–$215K`), a number, a list of two, or a map with `min` and `max`
 * (schema.org's `baseSalary` included). A single amount is a range of one point. `meant` is what is meant where the field
 * leaves its currency open, `beside` a field of its own that names it, `period` what a field of its own says of the period.
 */
export function payFromField(
  field: Field,
  vocabulary: Vocabulary,
  meant: MeantMoney = meantMoney('', vocabulary),
  beside?: Field,
  period?: Period,
): FieldPay {
  const words = declaredWords(vocabulary);
  const own = readValue(field.value, { words, vocabulary }, 0);
  if (typeof own === 'string') return { fault: fault(field, 'unparseable', own) };
  const named = own.exact || own.lakh ? undefined : namedCurrency(beside?.value, words);
  if (beside && typeof named === 'string') return { fault: fault(beside, 'unparseable', named) };
  const timed = own.period || !period ? own : { ...own, period };
  const range: Range = typeof named === 'object' ? { ...timed, ...named } : timed;
  const low = range.min ?? range.max;
  const high = range.max ?? range.min;
  if (low === null || high === null || low <= 0 || high <= 0) return { fault: fault(field, 'unparseable', HOW) };
  if (!range.period && high < LEAST_YEAR) {
    const thousands = `${Math.round(low)}K${range.range ? `-${Math.round(high)}K` : ''}`;
    const advice = high < 1000 ? `write ${thousands}, or add a period such as /hour` : 'add a period such as /month';
    return { fault: fault(field, 'unparseable', `reads as ${low} a year; ${advice}`) };
  }
  const most = (words.plausible?.year[1] ?? Number.POSITIVE_INFINITY) * Math.max(3, 3 * (range.currency?.unit ?? 100));
  if ((range.period ?? 'year') === 'year' && high > most) {
    return { fault: fault(field, 'unparseable', `reads as ${high} a year; part the two ends with a dash`) };
  }
  if (range.range && Math.max(low, high) / Math.min(low, high) > 10) {
    return { fault: fault(field, 'unparseable', `its two ends, ${low} and ${high}, do not belong to one range`) };
  }
  const { currency, open } = currencyMeant(range, words, meant);
  const figure: PayFigure = {
    min: range.min === null ? null : Math.min(low, high),
    max: range.max === null ? null : Math.max(low, high),
    currency,
    period: range.period ?? 'year',
    kind: range.kind ?? 'base',
    flags: open ? [...range.flags, 'no-currency'] : range.flags,
    from: 'frontmatter',
    span: field.valueSpan,
    ...(range.lakh ? { lakh: true } : {}),
  };
  const said = range.lakh || range.exact;
  const read: FieldPay = { figure, ...(said ? {} : { unsaid: range.currency ? 'shared' : 'bare' }) };
  if (range.range && low === high) {
    return { ...read, fault: fault(field, 'min-equals-max', 'names a range whose two ends are the same amount') };
  }
  if (range.flags.includes('reversed')) return { ...read, fault: reversed(field, range, figure) };
  return read;
}

function fault(field: Field, code: FieldFault['code'], detail: string): FieldFault {
  return { code, field: 'comp', span: field.valueSpan, detail };
}

function reversed(field: Field, range: Range, figure: PayFigure): FieldFault {
  const found = fault(field, 'reversed', `runs from ${figure.max} down to ${figure.min}; write the lower end first`);
  // The new text would no longer say that it is total pay.
  if (!range.swappable || figure.kind !== 'base') return found;
  const text = Array.isArray(field.value) ? `[${figure.min}, ${figure.max}]` : mapOf(figure);
  return { ...found, edit: { span: field.valueSpan, text } };
}

/** A closed range as the frontmatter declares it; no currency where the posting does not say it. */
export function mapOf({ min, max, currency, period, flags }: PayFigure): string {
  const said = flags.includes('no-currency') ? '' : ` currency: ${currency},`;
  return `{ min: ${min}, max: ${max},${said} period: ${period} }`;
}
