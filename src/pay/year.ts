import type { Period } from '../types/pay.ts';

/** Units of a period in a working year: 52 weeks of 5 days of 8 hours, as US pay statistics count (2,080 hours). */
export const PER_YEAR: Readonly<Record<Period, number>> = { hour: 2080, day: 260, week: 52, month: 12, year: 1 };
