import { placeOf } from './finding-place.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './types/place.ts';
import type { Policy } from './types/policy.ts';
import type { Posting, Waiver } from './types/posting.ts';
import type { Finding } from './types/review.ts';

/** Of a stranger's rule id no more is quoted. */
const LONGEST_ID = 60;

/** Findings after waivers, and what is wrong with the waivers themselves. */
export interface Waived {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** Marks the findings that the author waived; a waiver that silences nothing, or that policy forbids, is a problem. */
export function applyWaivers(posting: Posting, findings: readonly Finding[], policy: Policy): Waived {
  if (posting.waivers.length === 0) return { findings, problems: [] };
  const used = new Set<Waiver>();
  const refused = new Set<Waiver>();
  const marked = findings.map((finding): Finding => {
    const waiver = posting.waivers.find((each) => each.rule === finding.rule && covers(each, finding));
    if (!waiver) return finding;
    used.add(waiver);
    if (policy.known.find((rule) => rule.id === finding.rule)?.waivable === false) {
      refused.add(waiver);
      return finding;
    }
    return { ...finding, waived: { reason: waiver.reason }, decides: false };
  });

  const problems: Problem[] = [];
  const report = (waiver: Waiver, severity: Problem['severity'], message: string, more: { idle?: true } = {}) =>
    problems.push({
      path: posting.path,
      place: placeOf(posting.lineStarts, waiver.span),
      severity,
      message,
      ...more,
    });
  const enabled = new Set(policy.rules.map((rule) => rule.id));
  const known = new Set(policy.known.map((rule) => rule.id));
  for (const waiver of posting.waivers) {
    if (refused.has(waiver)) {
      report(
        waiver,
        'warning',
        `Policy does not let ${waiver.rule} be waived, so its finding stands. Remove the waiver.`,
      );
    } else if (!known.has(waiver.rule)) {
      report(
        waiver,
        'warning',
        `This waiver names ${waiver.rule.slice(0, LONGEST_ID)}, a rule that does not exist: ${ruleInstead(waiver.rule, known)}.`,
      );
    } else if (!used.has(waiver) && enabled.has(waiver.rule)) {
      // A rule that is switched off today may be on tomorrow: only an enabled rule shows that a waiver is idle.
      report(waiver, 'notice', `This waiver of ${waiver.rule} silences nothing. Remove it.`, { idle: true });
    }
  }
  return { findings: marked, problems };
}

/** What to do about a rule that does not exist: the nearest that does, where one is near. */
function ruleInstead(rule: string, known: ReadonlySet<string>): string {
  const near = nearest(rule, [...known]);
  return near === undefined ? 'take the rule id from the finding, or remove the waiver' : `write “${near}”`;
}

/** A finding is covered where it begins inside the text that the waiver covers. */
function covers(waiver: Waiver, finding: Finding): boolean {
  const { start, end } = waiver.covers;
  return finding.span.start >= start && (finding.span.start < end || (start === end && finding.span.start === start));
}
