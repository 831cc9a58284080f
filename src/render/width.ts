/** How many columns of a terminal a text takes. */

import stringWidth from 'fast-string-width';

/** Characters of one column each: for them, which are nearly all, the tables of Unicode are not asked. */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff–—‘’“”•…€→│]*$/;
let segmenter: Intl.Segmenter | undefined;

/** Columns of a text that `plain` made safe; what stands ambiguous in Unicode counts as one. */
export function displayWidth(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The longest beginning of a text that fits into so many columns; nothing that is one sign to a reader is cut in two. */
export function headOf(text: string, columns: number): string {
  if (NARROW.test(text)) return text.slice(0, Math.max(0, columns));
  return fitting(signsOf(text), columns).join('');
}

/** The longest end of a text that fits. */
export function tailOf(text: string, columns: number): string {
  if (NARROW.test(text)) return columns > 0 ? text.slice(-columns) : '';
  return fitting(signsOf(text).reverse(), columns).reverse().join('');
}

function signsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function fitting(signs: readonly string[], columns: number): string[] {
  let left = columns;
  const end = signs.findIndex((sign) => {
    left -= displayWidth(sign);
    return left < 0;
  });
  return signs.slice(0, end < 0 ? signs.length : end);
}
