import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { UsageError } from './io.ts';

/** Writes a file whole or not at all: beside it first, then in its place. `shown` is its name for people. */
export function writeWhole(file: string, text: string, shown: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${shown} is a folder. Name a file in it.`);
  }
  const draft = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const why = code === 'ENOENT' ? 'Its folder does not exist: create it.' : 'Check its permissions and the disk.';
    throw new UsageError(`${shown} could not be written (${code}); nothing was changed. ${why}`);
  }
}
