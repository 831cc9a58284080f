import type { Day } from '../types/place.ts';
import { type Io, UsageError } from './io.ts';

/** The day that a run judges by: the one of `--today`, else the one it is now, in UTC. */
export function todayOf(named: string | undefined, io: Io): Day {
  if (named === undefined) return new Date(io.now()).toISOString().slice(0, 10);
  const date = /^\d{4}-\d\d-\d\d$/.test(named) ? new Date(`${named}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== named) {
    throw new UsageError(`--today needs a day as YYYY-MM-DD, such as 2026-11-22, not “${named}”.`);
  }
  return named;
}
