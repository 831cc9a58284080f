import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Output, UsageError } from './io.ts';

/** A file that a report goes to. What stood there stays until all of the report is on the disk. */
export interface OutputFile extends Output {
  /** Puts the report in its place. */
  readonly keep: () => void;
  /** Leaves what stood there, and nothing besides; does nothing after {@link keep}. */
  readonly discard: () => void;
}

/** Signals that end a run before its report is whole, and the exit codes that shells give them. */
const ENDS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Opens a file for a report before anything is judged, so that a wrong name is told at once. The report is written beside
 * it under another name and renamed at the end, so that no reader and no interrupt ever meets half of it.
 */
export function openOutputFile(name: string, cwd: string): OutputFile {
  const named = resolve(cwd, name);
  const stat = statSync(named, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    throw new UsageError(`--output needs a file, and ${name} is a folder. Write: --output ${join(name, 'report')}`);
  }
  // A pipe or a device has no half: it is written as it comes.
  const straight = stat !== undefined && !stat.isFile();
  const file = existsSync(named) ? realpathSync(named) : named;
  const path = straight ? file : join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  let handle: number | undefined;

  const discard = () => {
    if (handle === undefined) return;
    closeSync(handle);
    handle = undefined;
    if (!straight) rmSync(path, { force: true });
    for (const end of ends) process.off(...end);
  };
  const ends = Object.entries(ENDS).map(
    ([signal, code]) =>
      [
        signal as NodeJS.Signals,
        () => {
          discard();
          process.exit(code);
        },
      ] as const,
  );
  // Before the file is made: a signal that comes in between would leave it there.
  for (const end of ends) process.on(...end);
  try {
    handle = opened(path, name, straight);
  } catch (error) {
    for (const end of ends) process.off(...end);
    throw error;
  }
  if (stat?.isFile()) chmodSync(path, stat.mode);
  return {
    write(text) {
      let rest: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
      while (rest.length > 0) rest = rest.subarray(writeSync(handle!, rest));
      // Between two pieces a signal may come by.
      return false;
    },
    drained: () => new Promise((resolve) => setImmediate(resolve)),
    keep() {
      if (!straight) {
        fsyncSync(handle!);
        renameSync(path, file);
      }
      discard();
    },
    discard,
  };
}

function opened(path: string, name: string, straight: boolean): number {
  try {
    return openSync(path, straight ? 'w' : 'wx');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such folder. Create it first.'
        : `its folder does not let a file be made (${code}).`;
    throw new UsageError(`--output ${name} cannot be written: ${why}`);
  }
}
