/** Where a waiver of a finding would be written. */
import { applyEdits } from '../fixes.ts';
import type { Edit } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { Finding, PostingReview } from '../types/review.ts';
import { headerWaiver, waiverComment } from '../wording.ts';
import type { Reviewed } from './reviewed.ts';

/** Stands for the reason while a place is tried. */
const TRIED = 'tried';

/**
 * The edit that waives a finding, its reason left blank: a waiver without a reason counts for nothing and is told, so that
 * none goes in unexplained. Only where, with a reason, it waives the finding and does nothing else; none where there is no such place.
 */
export function waiverEdit(finding: Finding, { judged, policy, again }: Reviewed): Edit | undefined {
  if (policy.known.find(({ id }) => id === finding.rule)?.waivable === false) return undefined;
  const { posting } = judged.review;
  const insertion = ({ at, write }: Place, reason: string) => ({ span: { start: at, end: at }, text: write(reason) });
  const place = placesFor(finding, posting).find((each) =>
    waives(finding, judged.review, again(applyEdits(posting.text, [insertion(each, TRIED)])).review),
  );
  return place && insertion(place, '');
}

/** A place for a waiver, and what is written there for a reason. */
interface Place {
  readonly at: number;
  readonly write: (reason: string) => string;
}

/** For what stands in the frontmatter its second line; for a text the line above its block, else the end of its own. */
function placesFor(finding: Finding, { text, path, frontmatter, blocks }: Posting): Place[] {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const { start } = finding.span;
  if (start < frontmatter.end) {
    const at = text.indexOf('\n', frontmatter.start) + 1;
    return [{ at, write: (reason) => `${headerWaiver(finding.rule, reason)}${end}` }];
  }
  const block = blocks.findLast(({ lines }) => lines.start <= start);
  if (block === undefined) return [];
  const comment = (reason: string) => waiverComment(path, finding.rule, reason);
  const indent = /^[ \t]*/.exec(text.slice(block.lines.start, block.lines.end))![0];
  return [
    { at: block.lines.start, write: (reason) => `${indent}${comment(reason)}${end}` },
    { at: block.span.end, write: (reason) => ` ${comment(reason)}` },
  ];
}

/** Whether of two reviews the second differs by waiving findings like this one only. */
function waives({ rule, found }: Finding, before: PostingReview, after: PostingReview): boolean {
  const open = ({ findings }: PostingReview) =>
    findings.filter(({ waived }) => !waived).map((each) => `${each.rule}\0${each.found}`);
  const left = open(after);
  const gone = open(before);
  for (const key of left) {
    const at = gone.indexOf(key);
    if (at < 0) return false;
    gone.splice(at, 1);
  }
  return gone.includes(`${rule}\0${found}`) && gone.every((key) => key.startsWith(`${rule}\0`));
}
