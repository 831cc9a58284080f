/** Entry of the worker: first come the rules, then questions, each of which is answered. */
import type { RuleSources } from '../../policy/model.ts';
import type { Answer, Asks, Question } from '../protocol.ts';
import { createEngine } from './engine.ts';

let engine: Asks | undefined;

self.onmessage = async ({ data }: MessageEvent<RuleSources | Question>) => {
  if ('ask' in data) self.postMessage(await answerTo(data));
  else engine = createEngine(data);
};

async function answerTo({ id, ask, given }: Question): Promise<Answer> {
  if (engine === undefined) return { id, failure: 'the rules have not come yet' };
  try {
    const method = engine[ask] as (...given: readonly unknown[]) => ReturnType<Asks[keyof Asks]>;
    return { id, answer: await method(...given) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
