import { type Again, isCertain, offeredFixes } from '../fixes.ts';
import { renderJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { Policy } from '../types/policy.ts';
import type { Edit } from '../types/posting.ts';
import type { Finding, PostingReview, Review } from '../types/review.ts';
import { VERSION } from '../version.ts';
import type { Flags } from './flags.ts';
import { type Io, widthOf } from './io.ts';

/** The report in the format asked for; renderers that are seldom asked for are loaded then. */
export async function renderReport(
  review: Review,
  flags: Flags,
  policy: Policy,
  io: Io,
  again: (path: string) => Again,
): Promise<string> {
  const { showBands, failOn } = policy.settings;
  switch (flags.format) {
    case 'json': {
      return renderJson(review, VERSION, showBands);
    }
    case 'markdown': {
      const { renderMarkdown } = await import(/* webpackChunkName: "rare" */ '../render/markdown.ts');
      return renderMarkdown(review, { showBands, failOn, fixes: fixesOf(review, again, isCertain) });
    }
    case 'github': {
      const { renderAnnotations } = await import(/* webpackChunkName: "rare" */ '../render/annotations.ts');
      return renderAnnotations(review);
    }
    case 'sarif': {
      const { renderSarif } = await import(/* webpackChunkName: "rare" */ '../render/sarif.ts');
      return renderSarif(review, policy.known, VERSION, fixesOf(review, again));
    }
    default: {
      const terminal = io.stdout.isTTY === true;
      const width = widthOf(io);
      const colour = terminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
      return renderTerminal(review, {
        colour,
        showBands,
        failOn,
        ...(width ? { width } : {}),
      });
    }
  }
}

/** Fixes that hold, by posting and index of finding. */
function fixesOf(review: Review, again: (path: string) => Again, wanted?: (finding: Finding) => boolean) {
  return new Map<PostingReview, ReadonlyMap<number, readonly Edit[]>>(
    review.postings.map((each) => [each, offeredFixes(each, again(each.posting.path), wanted)]),
  );
}
