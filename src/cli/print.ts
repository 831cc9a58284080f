import type { Late, Report, Tray } from '../render/report.ts';
import { createSpool, type Spool } from '../spool.ts';
import type { Summary } from '../types/review.ts';
import type { Output } from './io.ts';

/** A report on its way out: postings wait in trays until all are judged, as what counts them stands before them. */
export interface Printer {
  /** Lays a posting's words into their trays. */
  readonly add: (texts: readonly string[]) => void;
  readonly print: (summary: Summary, output: Output) => Promise<void>;
}

/** A printer of nothing yet. */
export function createPrinter(report: Report): Printer {
  const trays: Spool[] = [];
  return {
    add(texts) {
      texts.forEach((text, tray) => {
        trays[tray] ??= createSpool(report.between);
        trays[tray].add(text);
      });
    },
    async print(summary, output) {
      await write(output, piecesOf(report.whole(summary), trays));
      for (const tray of trays) tray.close();
    },
  };
}

/** Writes pieces as fast as they are taken; a reader that went away ends it. */
export async function write(output: Output, pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of pieces) {
    if (output.write(piece) === false) await output.drained?.();
    if (output.closed) return;
  }
}

function* piecesOf(parts: readonly (string | Tray | Late)[], trays: readonly Spool[]): Generator<string | Uint8Array> {
  for (const part of parts) {
    if (typeof part === 'string' || typeof part === 'function') {
      const text = typeof part === 'string' ? part : part();
      if (text !== '') yield text;
      continue;
    }
    const { tray, finish } = part;
    for (const piece of trays[tray]?.pieces() ?? []) {
      yield finish ? finish(typeof piece === 'string' ? piece : Buffer.from(piece).toString()) : piece;
    }
  }
}
