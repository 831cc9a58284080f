import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { nameFrom, repositoryTop } from '../disk.ts';
import type { Chosen } from './choose.ts';
import { type Io, UsageError } from './io.ts';

/** One part of a run that several machines share. */
export interface Shard {
  readonly index: number;
  readonly of: number;
  /** Whether a path (as the report names it) is of this part. */
  readonly has: (path: string) => boolean;
}

/** Parts at most: GitHub's matrix has no more jobs. */
const MOST = 256;

/** Reads `--shard 2/4`. */
export function shardOf(named: string, io: Io): Shard {
  const [index = 0, of = 0] = /^\d{1,3}\/\d{1,3}$/.test(named) ? named.split('/').map(Number) : [];
  if (index < 1 || index > of || of > MOST) {
    throw new UsageError(`--shard needs a part and their number as 1/4 to 4/4, at most ${MOST}, not “${named}”.`);
  }
  const top = repositoryTop(io.cwd);
  return {
    index,
    of,
    // By the path from the top, so that a posting stays in its part whatever comes or goes beside it.
    has: (path) => numberOf(nameFrom(top, top, resolve(io.cwd, path))) % of === index - 1,
  };
}

/** What a shard judges of all that was chosen; files that cannot be read are told by the shard that they belong to. */
export function partOf(chosen: Chosen, { has }: Shard): Chosen {
  return {
    ...chosen,
    inputs: chosen.inputs.filter(({ path }) => has(path)),
    problems: chosen.problems.filter(({ path }) => has(path)),
    skipped: chosen.skipped.filter(has),
  };
}

function numberOf(path: string): number {
  return createHash('sha256').update(path).digest().readUInt32BE(0);
}
