import type { Io } from './io.ts';

/** A line on standard error that counts postings and says how long the rest takes. */
export interface Progress {
  /** So many postings more are judged. */
  step(postings?: number): void;
  end(): void;
}

/** Milliseconds before the line appears, and between its changes. */
const PATIENCE = 1000;
const PACE = 100;

/** `40 s`, `3 min`. */
function durationText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** Counts postings on a terminal once the run takes longer than a second; elsewhere nothing. */
export function createProgress(io: Io, total: number): Progress {
  if (!io.stderr.isTTY || total < 2) return { step: () => {}, end: () => {} };
  const start = io.now();
  let next = start + PATIENCE;
  let done = 0;
  let shown = false;
  return {
    step(postings = 1) {
      done += postings;
      const now = io.now();
      if (now < next) return;
      next = now + PACE;
      shown = true;
      const left = ((now - start) / done) * (total - done);
      io.stderr.write(`\rReviewing postings: ${done} of ${total}, about ${durationText(left)} left\u001b[K`);
    },
    end() {
      if (shown) io.stderr.write('\r\u001b[K');
    },
  };
}
