import type { Currency } from '../types/pay.ts';
import type { Vocabulary } from '../types/words.ts';
import type { Money } from './money.ts';
import { type MoneyPlace, moneyPlaces } from './place-currency.ts';
import type { PayWords } from './vocabulary.ts';

/** Which currency an amount means that leaves it open; undefined where nobody can know. */
export interface MeantMoney {
  /** Of an amount without a currency. */
  readonly bare?: Currency;
  /** Of an amount with a sign that several countries write. */
  readonly shared?: Currency;
  /** What is paid in at the places that are named. */
  readonly local?: readonly Currency[];
  /** The place that pays in another currency than would be assumed. */
  readonly place?: MoneyPlace;
  /** Currencies to choose among, the place's own first. */
  readonly choices: { readonly bare: readonly Currency[]; readonly shared: readonly Currency[] };
}

/**
 * What is meant at a location. Without a known place, or with one in the United States among several, it is the currency
 * that the team's bands are in, else the first of the vocabulary; in a place of another currency it is not known.
 */
export function meantMoney(location: string, vocabulary: Vocabulary): MeantMoney {
  const first = vocabulary.currencies?.[0];
  if (!first) return { choices: { bare: [], shared: [] } };
  const home = vocabulary.home ?? first.code;
  const owner = vocabulary.currencies?.find((each) => each.shared) ?? first;
  const signed = writesShared(home, vocabulary) ? home : owner.code;
  const places = moneyPlaces(location, vocabulary);
  const local = [...new Set(places.map((place) => place.currency))];
  const meant = (usual: Currency): Currency | undefined =>
    local.length === 0 ? usual : [usual, first.code].find((each) => local.includes(each));
  const bare = meant(home);
  const shared = meant(signed);
  return {
    ...(bare ? { bare } : {}),
    ...(shared ? { shared } : {}),
    ...(places[0] ? { place: places[0] } : {}),
    local,
    choices: { bare: [...new Set([...local, home])], shared: [...new Set([...local, signed])] },
  };
}

/** What is left open in a text beside a declared range that says its currency. */
export function meantBeside(meant: MeantMoney, declared: Currency, vocabulary: Vocabulary): MeantMoney {
  const shared = meant.shared ?? (writesShared(declared, vocabulary) ? declared : undefined);
  return { ...meant, bare: meant.bare ?? declared, ...(shared ? { shared } : {}) };
}

/** The currency of an amount; `open` where it is not said and only a guess. */
export function currencyMeant(
  money: Pick<Money, 'currency' | 'exact' | 'lakh'>,
  words: PayWords,
  meant: MeantMoney,
): { readonly currency: Currency; readonly open: boolean } {
  const neighbour = neighbourOf(money, meant);
  if (neighbour) return { currency: neighbour, open: false };
  const said = money.currency?.code ?? (money.lakh ? words.lakhs : undefined);
  if (said !== undefined && (money.exact || !money.currency?.shared)) return { currency: said, open: false };
  const known = said === undefined ? meant.bare : meant.shared;
  return { currency: known ?? said ?? words.fallback, open: known === undefined && meant.place !== undefined };
}

/** The currency of the place that writes an amount's sign, too, where the sign's own is not paid there: `kr` in Oslo. */
function neighbourOf(
  { currency, exact }: Pick<Money, 'currency' | 'exact'>,
  { local = [] }: MeantMoney,
): Currency | undefined {
  if (exact || !currency?.elsewhere || local.includes(currency.code)) return undefined;
  const neighbours = Object.values(currency.elsewhere).flat();
  return local.find((code) => neighbours.includes(code));
}

/** An amount in the currency that its sign means at the place. */
export function inPlace(money: Money, words: PayWords, meant: MeantMoney): Money {
  const neighbour = neighbourOf(money, meant);
  const currency = neighbour && words.codes.get(neighbour);
  return currency ? { ...money, currency, exact: true } : money;
}

/** Whether a currency is written with a sign that several share, alone or with letters before it (`CA$`). */
export function writesShared(code: Currency, vocabulary: Vocabulary): boolean {
  const signs = (vocabulary.currencies ?? []).flatMap((each) => each.shared ?? []);
  const own = vocabulary.currencies?.find((each) => each.code === code)?.symbols ?? [];
  return own.some((symbol) => signs.some((sign) => symbol.endsWith(sign)));
}
