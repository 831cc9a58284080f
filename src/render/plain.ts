import type { Period } from '../types/pay.ts';

/**
 * Text of a posting made safe to print: line breaks and other control characters become spaces, characters that hide
 * or turn text around (bidirectional marks, zero width) are dropped.
 */
export function plain(text: string): string {
  // Almost all text is clean; the Unicode classes are only consulted where it may not be.
  if (!/[^ -~]/.test(text)) return text;
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/\p{Cf}/gu, '');
}

/** `3 errors`, `1 error`, `0 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `165,000`, and `24.50` of small amounts that are no whole ones. Not by the locale's words, whose tables take longer to load than all else here. */
export function grouped(value: number): string {
  if (value < 1000 && !Number.isInteger(value)) return value.toFixed(2);
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `a year`, `an hour`. */
export function aPeriod(period: Period): string {
  return `${period === 'hour' ? 'an' : 'a'} ${period}`;
}
