/** Keys that name an end, the currency or the period of the pay, with a slip of the keyboard in one of their words. */
import { foldKey } from '../header/header-lines.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { keyParts, roleOfKey } from '../pay/flat.ts';
import type { Field, FieldFault } from '../types/posting.ts';
import type { Vocabulary } from '../types/words.ts';
import { faultOf, isNearShort, LEAST_LETTERS } from './mistyped.ts';

/** Words that may be short, as `min` is; a word for pay as short as `pay` is near to too many others. */
const SHORT_PARTS: ReadonlySet<string> = new Set(['min', 'max']);

/**
 * The fields with such keys written as they are meant (`salary_mn` → `salary_min`), and a fault for each; those `told`, by
 * where their keys begin, have one already. A key that is a field of its own goes into `known`, too. Linear.
 */
export function withMistypedPay(
  all: readonly Field[],
  known: Map<string, Field>,
  told: ReadonlySet<number>,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): { readonly fields: readonly Field[]; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const filled = new Set(all.map(({ key }) => roleOfKey(key, vocabulary)));
  const fields = all.map((field): Field => {
    const { key, value, keySpan } = field;
    if (told.has(keySpan.start) || lexicon.keys.has(foldKey(key)) || roleOfKey(key, vocabulary) !== undefined)
      return field;
    const meant = meantKey(key, lexicon, vocabulary);
    const role = meant === undefined ? undefined : roleOfKey(meant, vocabulary);
    if (meant === undefined || role === undefined || filled.has(role) || !fits(role, value)) return field;
    filled.add(role);
    faults.push(faultOf('comp', key, meant, keySpan));
    const mended = { ...field, key: meant };
    const name = lexicon.fields.get(foldKey(meant));
    if (name !== undefined && !known.has(name)) known.set(name, mended);
    return mended;
  });
  return { fields, faults };
}

/** Of `salary_mn`, `minSalry`: the key with its one unknown word put right. */
function meantKey(key: string, lexicon: Lexicon, vocabulary: Vocabulary): string | undefined {
  if (key.length > MAX_KEY) return undefined;
  const parts = keyParts(vocabulary);
  const words = key.match(/[A-Z]?[a-z]+/g) ?? [];
  if (words.length < 2 || words.join('').length !== key.replace(/[\s_-]/g, '').length) return undefined;
  const unknown = words.filter((word) => !parts.has(word.toLowerCase()));
  const [slip] = unknown;
  if (slip === undefined || unknown.length > 1 || lexicon.words('other-pay-keys').has(slip.toLowerCase()))
    return undefined;
  const word = slip.toLowerCase();
  for (const [name, part] of parts) {
    if (name.length < (SHORT_PARTS.has(part) ? 3 : LEAST_LETTERS) || !isNearShort(word, name)) continue;
    const meant = key.replace(slip, slip === word ? name : name[0]!.toUpperCase() + name.slice(1));
    if (roleOfKey(meant, vocabulary) !== undefined) return meant;
  }
  return undefined;
}

/** Longest key that is looked at. */
const MAX_KEY = 40;

/** Whether the value is one of the kind that the key holds. */
function fits(role: string, value: unknown): boolean {
  return role === 'currency' || role === 'period' ? typeof value === 'string' : /\d{2}/.test(String(value));
}
