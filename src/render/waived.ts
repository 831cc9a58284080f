import type { Finding } from '../types/review.ts';
import { code, words } from './escape.ts';

/** A waived finding as Markdown, within an item of a list: its rule, the author's reason, and what would be said without it. */
export function waivedText({ rule, waived, message }: Finding): string {
  return `${code(rule)}: ${words(waived?.reason ?? '')}\n  What it waives: ${words(message)}`;
}
