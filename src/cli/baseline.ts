import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Baseline, differenceOf, type Found, ofRules, updated, withoutKnown } from '../baseline/baseline.ts';
import { entriesOf, sumOf } from '../baseline/entries.ts';
import { baselineText, readBaseline } from '../baseline/file.ts';
import { type Fresh, movesOf } from '../baseline/moves.ts';
import { leadsOut, nameFrom, readBytes, repositoryTop } from '../disk.ts';
import { MAX_BASELINE_BYTES } from '../limits.ts';
import { count } from '../render/plain.ts';
import type { Judged } from '../tally.ts';
import { decode } from '../text-input.ts';
import type { Policy } from '../types/policy.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Input } from './choose.ts';
import { type Io, UsageError } from './io.ts';
import { problemText } from './load.ts';
import { type JudgeText, judgeFile } from './one-file.ts';
import { writeWhole } from './write-whole.ts';

/** Where postings were when the baseline was written, by path of now; from the repository's root. */
export type Moves = ReadonlyMap<string, string>;

/** The known findings of a run. */
export interface KnownFindings {
  /** Text of the file; absent where it is not there yet. */
  readonly text: string | undefined;
  /** A posting as it is told: without what is known. */
  readonly tell: (judged: Judged) => Judged;
  /** What a posting has, for the baseline that is written; nothing where none is. */
  readonly foundIn: (judged: Judged) => readonly Found[];
  /** Settles where postings that the baseline names are now. `inputs` are all that could be judged; `whole`: no other posting is. */
  readonly settle: (inputs: readonly Input[], judge: JudgeText, whole: boolean) => Promise<Moves>;
  /** The same as another thread settled it. */
  readonly take: (moves: Moves) => void;
  /** Known findings of postings that are not there any more. */
  readonly goneWith: (isMine: (path: string) => boolean) => number;
  /** Writes what was found into the file, whole or not at all, and says what became of it. */
  readonly write: (found: readonly Found[]) => string;
}

/**
 * The baseline that flags or configuration name. Throws a {@link UsageError} where it
 * cannot be read: findings that nobody sees must be known for sure.
 */
export async function openBaseline(flags: CheckFlags, policy: Policy, io: Io): Promise<KnownFindings> {
  const { baseline: named, 'update-baseline': writing = false } = flags;
  const top = repositoryTop(io.cwd);
  const setting = policy.settings.baseline;
  if (named === undefined && setting === undefined) {
    throw new UsageError(
      '--update-baseline needs to know the file. Write: --baseline .github/jd-baseline.json, or set “baseline” in the configuration.',
    );
  }
  const file = named === undefined ? join(top, setting!) : resolve(io.cwd, named);
  const shown = named ?? nameFrom(io.cwd, top, file);
  if (io.within !== undefined && leadsOut(file, io.within)) {
    throw new UsageError(`${shown}: This link leads out of the working folder and is not followed.`);
  }
  const text = textOf(file, shown, writing, named === undefined);
  const whole = text === undefined ? new Map() : await parsed(text, shown);
  const only = flags.rule ? new Set(flags.rule) : undefined;
  const rootPath = (path: string) => nameFrom(top, top, resolve(io.cwd, path));
  const inForce: Baseline = only ? ofRules(whole, only) : whole;
  let moves: Moves = new Map();
  let isThere: (path: string) => boolean = () => true;
  return {
    text,
    tell(judged) {
      const { review } = judged;
      if (writing) return withoutKnown(judged, entriesOf(review));
      const path = rootPath(review.posting.path);
      return withoutKnown(judged, inForce.get(moves.get(path) ?? path));
    },
    foundIn: ({ review }) => (writing ? [{ path: rootPath(review.posting.path), entries: entriesOf(review) }] : []),
    async settle(inputs, judge, all) {
      const present = new Set(inputs.map(({ path }) => rootPath(path)));
      isThere = (path) => present.has(path) || (!all && existsSync(join(top, path)));
      const absent = [...inForce.keys()].filter((path) => !isThere(path));
      const strange = absent.length > 0 && !writing ? inputs.filter(({ path }) => !inForce.has(rootPath(path))) : [];
      const fresh: Fresh[] = [];
      for (const input of strange) {
        const outcome = await judgeFile(input, judge);
        if ('problem' in outcome) continue;
        fresh.push({ path: rootPath(input.path), entries: entriesOf(outcome.judged.review) });
      }
      moves = movesOf(inForce, absent, fresh);
      return moves;
    },
    take(known) {
      moves = known;
    },
    goneWith(isMine) {
      if (writing) return 0;
      const moved = new Set(moves.values());
      return [...inForce]
        .filter(([path]) => !isThere(path) && !moved.has(path) && isMine(path))
        .reduce((sum, [, entries]) => sum + sumOf(entries), 0);
    },
    write(found) {
      const now = updated(whole, found, isThere, only);
      const fresh = baselineText(now);
      if (fresh !== text) writeWhole(file, fresh, shown);
      const { added, dropped } = differenceOf(whole, now);
      const size = [...now.values()].reduce((sum, entries) => sum + sumOf(entries), 0);
      return `${shown} holds ${count(size, 'known finding')}: ${added} new, ${dropped} dropped`;
    },
  };
}

/** The text of a baseline; undefined where it is to be written first. */
function textOf(file: string, shown: string, writing: boolean, byConfig: boolean): string | undefined {
  if (!existsSync(file)) {
    if (writing) return undefined;
    throw new UsageError(
      byConfig
        ? `The configuration names the baseline ${shown}, and there is no such file. Write it: jd-review check --update-baseline`
        : `There is no baseline at ${shown}. Write it: jd-review check --baseline ${shown} --update-baseline`,
    );
  }
  const read = readBytes(file, MAX_BASELINE_BYTES);
  const decoded = 'bytes' in read ? decode(read.bytes, MAX_BASELINE_BYTES) : read;
  if ('problem' in decoded) throw new UsageError(`${shown}: ${decoded.problem}`);
  return decoded.text;
}

async function parsed(text: string, shown: string): Promise<Baseline> {
  const read = await readBaseline(shown, text);
  if ('baseline' in read) return read.baseline;
  throw new UsageError(...read.problems.map(problemText));
}
