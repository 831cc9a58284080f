import { letterPattern } from '../words/letters.ts';

const money = letterPattern(
  String.raw`^[A-Z]{0,3}[\p{Sc}]\s?\d|^[A-Z]{3}\s\d{3}|^\d[\d.,'’ ]{2,}\s?(?:[\p{Sc}]|[A-Z]{3}\b|k\b)|^\d{2,3}[kK]\b`,
);

/** Whether a text begins with an amount of money: a number with a sign or code of a currency, or in thousands. */
export function opensWithMoney(text: string): boolean {
  const head = text.slice(0, 40);
  return money(head).test(head);
}
