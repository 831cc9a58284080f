import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { plain } from '../render/plain.ts';
import type { Io } from './io.ts';

/** Asks a person at a terminal; an empty answer takes what is proposed. */
export interface Asker {
  /** An answer that `fault` has nothing against; nothing where the person ends the input. */
  ask(question: string, fault: (answer: string) => string | undefined, proposed?: string): Promise<string | undefined>;
  close(): void;
}

/** Somebody to ask, where both input and output are a terminal. */
export function askerOf(io: Io): Asker | undefined {
  if (!io.stdin.isTTY || !io.stdout.isTTY) return undefined;
  const lines = createInterface({ input: Readable.from(io.stdin), terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask(question, fault, proposed) {
      for (;;) {
        io.stdout.write(`${plain(question)}${proposed === undefined ? '' : ` (${plain(proposed)})`}: `);
        const { value, done } = await answers.next();
        if (done) return undefined;
        const answer = value.trim() || (proposed ?? '');
        const wrong = fault(answer);
        if (wrong === undefined) return answer;
        io.stdout.write(`${plain(wrong)}\n`);
      }
    },
    close: () => lines.close(),
  };
}
