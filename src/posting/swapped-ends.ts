import { PAY_KEYS } from '../pay/value.ts';
import type { Edit } from '../types/place.ts';
import type { Field, FieldFault } from '../types/posting.ts';

/** A fault of pay whose map has its ends swapped, with the edit that puts each in the place of the other. */
export function withSwap(
  text: string,
  field: Field | undefined,
  fault: FieldFault | undefined,
): FieldFault | undefined {
  const { value } = field ?? {};
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!field || !isMap || fault?.code !== 'reversed' || fault.edit) return fault;
  const { start, end } = field.valueSpan;
  const map = text.slice(start, end);
  const min = amountIn(map, PAY_KEYS.min);
  const max = amountIn(map, PAY_KEYS.max);
  if (!min || !max) return fault;
  const [first, last] = min.start < max.start ? [min, max] : [max, min];
  const between = map.slice(first.start + first.text.length, last.start);
  const edit: Edit = {
    span: { start: start + first.start, end: start + last.start + last.text.length },
    text: `${last.text}${between}${first.text}`,
  };
  return { ...fault, edit };
}

/** The one amount that stands behind one of these keys. */
function amountIn(map: string, keys: readonly string[]): { readonly start: number; readonly text: string } | undefined {
  const said = new RegExp(
    `(?<![\\w-])["']?(?:${keys.join('|')})["']?[ \\t]*[:=][ \\t]*("[^"\\n]*"|'[^'\\n]*'|[\\d_]+)(?![\\w.])`,
    'gi',
  );
  const [found, ...others] = map.matchAll(said);
  if (!found || others.length > 0) return undefined;
  return { start: found.index + found[0].length - found[1]!.length, text: found[1]! };
}
