import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters that are kept before they go to the disk. */
const KEPT = 1 << 20;

/** Texts that wait until what stands before them is known: in memory while they are few, then in a file. */
export interface Spool {
  /** Adds a text; one that is empty is left out. */
  readonly add: (text: string) => void;
  /** All texts with what stands between them, in pieces that cut none in two. */
  readonly pieces: () => Iterable<string | Uint8Array>;
  /** Gives the disk free. */
  readonly close: () => void;
}

/** An empty spool; `between` goes between two texts. */
export function createSpool(between = ''): Spool {
  const sizes: number[] = [];
  let kept: string[] = [];
  let length = 0;
  let file: number | undefined;
  let any = false;
  const save = () => {
    file ??= namelessFile();
    const bytes = Buffer.from(kept.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    sizes.push(bytes.length);
    kept = [];
    length = 0;
  };
  return {
    add(text) {
      if (text === '') return;
      kept.push(any ? between + text : text);
      any = true;
      length += text.length;
      if (length >= KEPT) save();
    },
    *pieces() {
      let from = 0;
      for (const size of sizes) {
        const bytes = Buffer.allocUnsafe(size);
        for (let at = 0; at < size; ) {
          const count = readSync(file!, bytes, at, size - at, from + at);
          if (count === 0) throw new Error('the temporary file of the report has lost its end');
          at += count;
        }
        from += size;
        yield bytes;
      }
      if (kept.length > 0) yield kept.join('');
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** A new file that only this process can open. It has no name from then on, so that nothing is left however the run ends. */
function namelessFile(): number {
  const path = join(tmpdir(), `jd-review-${process.pid}-${Math.random().toString(36).slice(2)}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}
