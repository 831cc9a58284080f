/** Which fixes hold, found out while the text rests: each costs a review, too much for every key. */
import type { Finding } from '../types/review.ts';
import type { Look, Shown } from './protocol.ts';

/** The fixes that are offered. */
export interface Fixes {
  offers(shown: Shown): boolean;
}

/** Finds out which fixes hold. */
export interface FixSeeker extends Fixes {
  /**
   * Asks for each finding that has edits, once the text has rested; what held before is offered until then. Ends early
   * when the next search begins.
   */
  seek(look: Look, holds: (index: number) => Promise<boolean>, found: () => void): void;
}

/** How long a text must rest, in milliseconds. */
const REST = 250;

/** A seeker that offers nothing yet. */
export function createFixSeeker(): FixSeeker {
  let held: ReadonlySet<string> = new Set();
  let search = 0;

  return {
    offers: ({ finding }) => hasEdits(finding) && held.has(keyOf(finding)),
    async seek({ shown }, holds, found) {
      const own = ++search;
      await new Promise((resolve) => setTimeout(resolve, held.size === 0 ? 0 : REST));
      const next = new Set<string>();
      for (const [index, { finding }] of shown.entries()) {
        if (!hasEdits(finding)) continue;
        if (own !== search) return;
        if (await holds(index)) next.add(keyOf(finding));
      }
      if (own !== search) return;
      held = next;
      found();
    },
  };
}

function hasEdits({ edits, waived }: Finding): boolean {
  return edits !== undefined && edits.length > 0 && waived === undefined;
}

function keyOf({ rule, found }: Finding): string {
  return `${rule}\0${found}`;
}
