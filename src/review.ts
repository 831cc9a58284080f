import { placeOf } from './finding-place.ts';
import { editsOf } from './fixes.ts';
import { spokenText } from './markdown/spoken.ts';
import { forNature, natureOf } from './nature.ts';
import { compare } from './pay/market.ts';
import { createTally, type Judged, RANK } from './tally.ts';
import type { Day, Problem, Severity } from './types/place.ts';
import type { Check, CheckContext, Hint, Nature, Policy, Rule } from './types/policy.ts';
import type { Posting } from './types/posting.ts';
import type { ChangedLines, Finding, Review } from './types/review.ts';
import { applyWaivers } from './waivers.ts';
import { fill, quote, type Values } from './wording.ts';

/**
 * Judges postings by a policy as of a day. Pure: no clock, disk, network or environment.
 * With `changed`, only findings on those lines decide the verdict; all are listed.
 */
export function review(postings: readonly Posting[], policy: Policy, today: Day, changed?: ChangedLines): Review {
  return conclude(
    postings.map((posting) => reviewPosting(posting, policy, today, changed)),
    policy,
  );
}

/** Judges one posting. A check that throws costs its own findings only and leaves a problem that names its rule. */
export function reviewPosting(read: Posting, policy: Policy, today: Day, changed?: ChangedLines): Judged {
  const hits = policy.scan(read);
  const nature = natureOf(read, hits, policy);
  const posting = forNature(read, nature);
  const comparison = compare(posting, policy.market, {
    ...(policy.assumed?.lane === undefined ? {} : { assumed: { lane: policy.assumed.lane } }),
    partTime: policy.vocabulary.words['part-time'] ?? [],
    contract: policy.vocabulary.words['contract-types'] ?? [],
    permanent: policy.vocabulary.words['permanent-types'] ?? [],
    levels: policy.levels,
    today,
  });
  const context: CheckContext = { posting, policy, hits, comparison, nature, today };
  const lane = posting.lane.id ?? policy.assumed?.lane;
  const level = posting.level.id ?? policy.assumed?.level;
  const problems: Problem[] = [...posting.problems];
  const findings: Finding[] = [];
  let sole: { readonly found: readonly Finding[]; readonly beside: readonly string[] } | undefined;
  for (const rule of policy.rules) {
    if (!holdsFor(rule, nature)) continue;
    if (!aims(rule.lanes, lane) || !aims(rule.levels, level)) continue;
    for (const check of rule.checks) {
      if (!aims(check.lanes ?? 'all', lane) || !aims(check.levels ?? 'all', level)) continue;
      try {
        const found = check.judge(context).map((hint) => word(hint, rule, check, context));
        findings.push(...found);
        if (check.sole && found.length > 0) sole ??= { found, beside: check.sole };
      } catch (error) {
        problems.push(failure(posting, rule, error));
      }
    }
  }
  const told = sole ? [...sole.found, ...findings.filter(({ rule }) => sole?.beside.includes(rule))] : findings;
  const inOrder = withoutTwins(withoutYielding(told, policy.rules).sort(byPlace));
  const lines = changed && (changed.get(posting.path) ?? NO_LINES);
  const deciding = lines ? inOrder.map((finding) => ({ ...finding, decides: touches(finding, lines) })) : inOrder;
  const waived = applyWaivers(posting, deciding, policy);
  return {
    review: { posting, findings: waived.findings, comparison },
    problems: [...problems, ...waived.problems],
  };
}

/** Sums up postings that are kept. */
export function conclude(judged: readonly Judged[], policy: Policy, others: readonly Problem[] = []): Review {
  const tally = createTally(policy);
  for (const each of judged) tally.add(each);
  const { problems, totals, verdict } = tally.sum(others);
  return { postings: judged.map((each) => each.review), problems, totals, verdict };
}

/** Whether a rule holds for what a file is. */
function holdsFor(rule: Rule, { language, trade, page }: Nature): boolean {
  if (page) return rule.pages === true;
  if (trade === 'other' && rule.trade === 'ml') return false;
  return language === undefined || rule.language === undefined || rule.language === language;
}

function aims(targets: 'all' | readonly string[], id: string | undefined): boolean {
  // A list may hold `all` where YAML gave one word in brackets.
  return targets === 'all' || targets.includes('all') || (id !== undefined && targets.includes(id));
}

/** Puts a hint into words: its place, severity, message and edits. */
function word(hint: Hint, rule: Rule, check: Check, { posting, policy }: CheckContext): Finding {
  const found = quote(hint.found ?? spokenText(posting, hint.span));
  const values: Values = {
    lane: posting.lane.id ?? policy.assumed?.lane ?? 'undeclared',
    level: posting.level.id ?? policy.assumed?.level ?? 'undeclared',
    ...hint.values,
    found,
  };
  const edits = hint.edits ?? (rule.mend && editsOf(rule.mend, posting, hint.span, values));
  return {
    rule: rule.id,
    severity: severityOf(hint, rule, check, posting),
    path: posting.path,
    span: hint.span,
    ...placeOf(posting.lineStarts, hint.span),
    found,
    message: fill(hint.message ?? check.message ?? rule.message, values),
    why: rule.why,
    fix: rule.fix,
    ...(hint.link ? { link: hint.link } : {}),
    ...(edits?.length
      ? {
          edits,
          ...(rule.certain ? { certain: true as const } : {}),
          ...(hint.reveals ? { reveals: true as const } : {}),
        }
      : {}),
    decides: true,
  };
}

/** As the hint, the check or the rule says; but no error by a level that nobody has declared. */
function severityOf(hint: Hint, rule: Rule, check: Check, { level }: Posting): Severity {
  const severity = hint.severity ?? check.severity ?? rule.severity;
  const leveled = [rule.levels, check.levels ?? 'all'].some((each) => each !== 'all' && !each.includes('all'));
  return level.id === undefined && leveled && severity === 'error' ? 'warning' : severity;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    RANK[b.severity] - RANK[a.severity] ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/** Without the findings of rules that yield to another one's. */
function withoutYielding(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const told = new Set(findings.map(({ rule }) => rule));
  const silent = new Set(rules.filter((rule) => rule.yieldsTo?.some((id) => told.has(id))).map(({ id }) => id));
  return findings.filter(({ rule }) => !silent.has(rule));
}

/** Several checks of one rule may see the same words; the gravest finding stands, as it comes first. */
function withoutTwins(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.rule}\0${finding.span.start}\0${finding.span.end}\0${finding.found}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const NO_LINES: ReadonlySet<number> = new Set();

function touches(finding: Finding, lines: 'all' | ReadonlySet<number>): boolean {
  if (lines === 'all') return true;
  // The end is exclusive: a span that ends at a line's first column does not touch that line.
  const last = finding.endColumn === 1 && finding.endLine > finding.line ? finding.endLine - 1 : finding.endLine;
  for (let line = finding.line; line <= last; line++) if (lines.has(line)) return true;
  return false;
}

function failure(posting: Posting, rule: Rule, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    path: posting.path,
    severity: 'error',
    message: `The rule ${rule.id} failed on this posting (${quote(reason)}); its findings are missing. Please report this with the posting.`,
  };
}
