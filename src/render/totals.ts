import type { Review } from '../types/review.ts';
import { count } from './plain.ts';

/** What a report closes with: `8 postings, 2 errors, 1 warning, 0 notices, 0 waived`. */
export function totalsText({ postings, errors, warnings, notices, waived }: Review['totals']): string {
  return [
    count(postings, 'posting'),
    count(errors, 'error'),
    count(warnings, 'warning'),
    count(notices, 'notice'),
    `${waived} waived`,
  ].join(', ');
}
