import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBytes } from '../disk.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { readPosting } from '../posting/read.ts';
import { readingOf, readingText } from '../render/reading.ts';
import { decode } from '../text-input.ts';
import type { CheckFlags } from './check-flags.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { loadPolicy } from './load.ts';

/** `jd-review check --explain posting.md:12`: how a line was read, so that one sees why a rule spoke or was silent. */
export async function explainLine(place: string, flags: CheckFlags, io: Io): Promise<number> {
  const [, path, line] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (!path || !line)
    throw new UsageError('--explain needs a file and a line: jd-review check --explain jobs/ml.md:12');
  const file = resolve(io.cwd, path);
  if (!existsSync(file)) throw new UsageError(`There is no file ${path}.`);
  const policy = await loadPolicy({ ...flags, 'all-rules': true }, io);
  const read = readBytes(file, MAX_FILE_BYTES);
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  if ('problem' in decoded) throw new UsageError(`${path}: ${decoded.problem}`);
  const reading = readingOf(readPosting(path, decoded.text, policy.vocabulary), policy, Number(line));
  if (!reading) throw new UsageError(`Nothing is read on line ${line} of ${path}: it is empty, a comment or code.`);
  io.stdout.write(flags.format === 'json' ? `${JSON.stringify(reading)}\n` : readingText(reading));
  return EXIT.pass;
}
