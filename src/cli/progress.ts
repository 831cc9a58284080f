import type { Io } from './io.ts';

/** A line on standard error that counts postings. */
export interface Progress {
  step(): void;
  end(): void;
}

/** Milliseconds before the line appears, and between its changes. */
const PATIENCE = 1000;
const PACE = 100;

/** Counts postings on a terminal once the run takes longer than a second; elsewhere nothing. */
export function createProgress(io: Io, total: number): Progress {
  if (!io.stderr.isTTY || total < 2) return { step: () => {}, end: () => {} };
  let next = io.now() + PATIENCE;
  let done = 0;
  let shown = false;
  return {
    step() {
      done++;
      const now = io.now();
      if (now < next) return;
      next = now + PACE;
      shown = true;
      io.stderr.write(`\rReviewing postings: ${done} of ${total}`);
    },
    end() {
      if (shown) io.stderr.write('\r\u001b[K');
    },
  };
}
