import type { Problem } from '../../types/place.ts';
import type { Finding, PostingReview } from '../../types/review.ts';
import type { Told } from '../report.ts';
import { suggestionOf } from '../suggestion.ts';
import { html, written } from './escape.ts';
import { payOf } from './pay.ts';
import { saidOf } from './said.ts';
import { kindOf, textOf } from './text.ts';

/**
 * A posting with all that was found in it, as the page shows it once it is opened. Reason, fix and source of a rule are the
 * same for all postings: the page puts them in where `data-rule` names one.
 */
export function postingHtml({ review, problems, fixes }: Told, showBands: boolean): string {
  const { posting, findings, comparison } = review;
  const notes = findings.map((finding, index) => {
    const edits = fixes?.get(index);
    return noteOf(finding, index, edits ? suggestionOf(posting, edits) : undefined);
  });
  const about = [posting.lane.id, posting.level.id, posting.location?.text, posting.employmentType?.text];
  const chips = about.flatMap((word) => (word ? [`<li>${written(word)}</li>`] : []));
  return [
    `<header><h2 tabindex="-1">${written(posting.title?.text ?? posting.path)}</h2>`,
    `<p class="path">${written(posting.path)}</p>${chips.length ? `<ul class="chips">${chips.join('')}</ul>` : ''}</header>`,
    `<section class="card pay"><h3>Pay</h3>${payOf(comparison, showBands)}</section>`,
    problems.length
      ? `<section class="card"><h3>Problems</h3><ul>${problems.map(problemText).join('')}</ul></section>`
      : '',
    '<div class="review">',
    `<section class="notes" aria-label="Findings"><h3>${headOf(review)}</h3><ol>${notes.join('')}</ol></section>`,
    `<section class="text" aria-label="Text of the posting"><h3>The posting as written</h3>${textOf(posting, findings)}</section>`,
    '</div>',
    `<section class="card"><h3>What it says, and what it does not</h3>${saidOf(posting)}</section>`,
  ].join('');
}

function headOf({ findings }: PostingReview): string {
  return findings.length === 0 ? 'Nothing found' : findings.length === 1 ? '1 finding' : `${findings.length} findings`;
}

function noteOf(finding: Finding, index: number, fix: ReturnType<typeof suggestionOf>): string {
  const kind = kindOf(finding);
  const waived = finding.waived ? `<p class="waiver"><b>Waived:</b> ${written(finding.waived.reason)}</p>` : '';
  return [
    `<li class="note ${kind}" id="f${index}" data-f="${index}">`,
    `<p class="what"><span class="severity">${kind}</span> <a class="place" href="#" data-f="${index}" aria-label="Show line ${finding.line} in the text">line ${finding.line}</a></p>`,
    `<p class="message">${written(finding.message)}</p>${waived}`,
    fix ? fixHtml(fix) : '',
    `<div data-rule="${html(finding.rule)}"></div></li>`,
  ].join('');
}

function fixHtml({ from, to, text, removes }: NonNullable<ReturnType<typeof suggestionOf>>): string {
  const lines = from === to ? `Line ${from}` : `Lines ${from}–${to}`;
  if (removes) return `<p class="cure"><b>Fix:</b> remove ${lines.toLowerCase()}.</p>`;
  return `<div class="cure"><p><b>${lines}, mended:</b> <button type="button" class="copy">Copy</button></p><pre>${written(text)}</pre></div>`;
}

function problemText({ place, message, severity }: Problem): string {
  const where = place ? `line ${place.line}: ` : '';
  return `<li class="${severity}">${where}${written(message)}</li>`;
}
