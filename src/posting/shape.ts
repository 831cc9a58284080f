import type { Vocabulary } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';

/** Faults of a field that holds something which cannot be understood. */
const UNCLEAR: ReadonlySet<string> = new Set(['unknown-value', 'unparseable']);

/**
 * Whether a text has the shape of a posting: a field of a posting that is understood, two that are filled in, or a section
 * of each kind that postings have. What they are is data: `posting-fields` and `posting-sections`.
 */
export function hasPostingShape(posting: Posting, { words }: Vocabulary): boolean {
  const filled = (words['posting-fields'] ?? []).filter((name) => {
    const value = posting.fields.get(name)?.value;
    return value !== undefined && value !== null && value !== '';
  });
  const isUnclear = (name: string) => posting.faults.some(({ field, code }) => field === name && UNCLEAR.has(code));
  if (filled.length > 1 || filled.some((name) => !isUnclear(name))) return true;
  const kinds = words['posting-sections'] ?? [];
  const headed = new Set<string>(posting.sections.filter(({ heading }) => heading !== '').map(({ kind }) => kind));
  return kinds.length > 0 && kinds.every((kind) => headed.has(kind));
}
