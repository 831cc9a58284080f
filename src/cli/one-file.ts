import { offeredFixes } from '../fixes.ts';
import { readPosting } from '../posting/read.ts';
import { reviewPosting } from '../review.ts';
import type { Judged } from '../tally.ts';
import { decode } from '../text-input.ts';
import type { Day } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import type { ChangedLines } from '../types/review.ts';
import type { Input } from './choose.ts';
import type { Chosen } from './report.ts';

/** What one file gave: its text judged, or why it could not be read. */
export type Outcome = { readonly judged: Judged; readonly text: string } | { readonly problem: string };

/** Judges a text as the file of that path. */
export type JudgeText = (path: string, text: string) => Judged;

/** What judges by a policy as of a day; with `lines`, only findings on those decide. */
export function createJudge(policy: Policy, today: Day, lines?: ChangedLines): JudgeText {
  return (path, text) => reviewPosting(readPosting(path, text, policy.vocabulary), policy, today, lines);
}

/** Reads a file and judges it. */
export async function judgeFile(input: Pick<Input, 'path' | 'read'>, judge: JudgeText): Promise<Outcome> {
  const read = await input.read();
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  if ('problem' in decoded) return { problem: decoded.problem };
  return { judged: judge(input.path, decoded.text), text: decoded.text };
}

/** A judged posting in the words of a report, by tray, and how many fixes are told there. */
export interface Worded {
  readonly texts: readonly string[];
  readonly fixes: number;
}

/** Words a judged posting. */
export function worded(judged: Judged, { report, fixes: wanted }: Chosen, judge: JudgeText): Worded {
  const { path } = judged.review.posting;
  const held = wanted && offeredFixes(judged.review, (text) => judge(path, text).review, wanted);
  return { texts: report.posting({ ...judged, ...(held ? { fixes: held } : {}) }), fixes: held?.size ?? 0 };
}
