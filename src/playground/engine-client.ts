import type { RuleSources } from '../policy/model.ts';
import type { Answer, Asks, Question } from './protocol.ts';

/** The engine in its worker, as the page calls it. */
export interface Client {
  ask<Name extends keyof Asks>(ask: Name, ...given: Parameters<Asks[Name]>): Promise<Awaited<ReturnType<Asks[Name]>>>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/** Starts a worker of this code and hands it the rules. */
export function startEngine(code: string, rules: RuleSources): Client {
  // From a blob, the page can be one file, opened from a disk as well as from a server.
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failure' in data) asked?.reject(new Error(data.failure));
    else asked?.resolve(data.answer as never);
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  worker.postMessage(rules);
  return {
    ask(ask, ...given) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, ask, given } as Question);
      });
    },
  };
}

/** Runs a task at once, or as soon as the one that runs is done; of several that wait only the newest is run. */
export function latestOnly(task: () => Promise<void>): () => void {
  let running = false;
  let wanted = false;
  const run = async (): Promise<void> => {
    if (running) {
      wanted = true;
      return;
    }
    running = true;
    do {
      wanted = false;
      await task();
    } while (wanted);
    running = false;
  };
  return () => void run();
}
