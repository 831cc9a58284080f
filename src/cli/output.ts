import { fstatSync, writeSync } from 'node:fs';
import { EXIT, type Output } from './io.ts';

/**
 * Standard output or error by its number. Node's own stream loads its network code first, so it is made only for a
 * terminal and for a pipe that is full.
 */
export function outputOf(number: 1 | 2): Output {
  let stream: NodeJS.WriteStream | undefined;
  let closed = false;
  let goOn = () => {};
  const ownStream = (): NodeJS.WriteStream => {
    if (stream === undefined) {
      stream = number === 1 ? process.stdout : process.stderr;
      // A reader that closes early, such as head, is no failure.
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') {
          if (number === 1) writeSync(2, `jd-review: The report could not be written (${error.code}).\n`);
          process.exit(EXIT.failed);
        }
        closed = true;
        goOn();
      });
      stream.on('drain', () => goOn());
    }
    return stream;
  };
  const mayBeTerminal = fstatSync(number).isCharacterDevice();
  return {
    write(text) {
      if (mayBeTerminal || stream) return ownStream().write(text);
      if (closed) return true;
      let rest: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
      try {
        while (rest.length > 0) rest = rest.subarray(writeSync(number, rest));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EAGAIN') return ownStream().write(rest);
        if (code !== 'EPIPE') throw error;
        closed = true;
      }
      return true;
    },
    drained: () =>
      new Promise((resolve) => {
        if (closed || !stream?.writableNeedDrain) resolve();
        else goOn = resolve;
      }),
    get closed() {
      return closed;
    },
    get isTTY() {
      return mayBeTerminal && ownStream().isTTY;
    },
    async hyperlinks() {
      if (!mayBeTerminal) return false;
      const { createSupportsHyperlinks } = await import(/* webpackChunkName: "rare" */ 'supports-hyperlinks');
      return createSupportsHyperlinks(ownStream());
    },
    get columns() {
      return mayBeTerminal ? ownStream().columns : 0;
    },
  };
}
