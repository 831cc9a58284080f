const MONEY = /^[A-Z]{0,3}\p{Sc}\s?\d|^[A-Z]{3}\s\d{3}|^\d[\d.,'’ ]{2,}\s?(?:\p{Sc}|[A-Z]{3}\b|k\b)|^\d{2,3}[kK]\b/u;

/** Whether a text begins with an amount of money: a number with a sign or code of a currency, or in thousands. */
export function opensWithMoney(text: string): boolean {
  return MONEY.test(text.slice(0, 40));
}
