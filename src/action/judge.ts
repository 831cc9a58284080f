import type { Baseline } from '../baseline/baseline.ts';
import { offeredFixes } from '../fixes.ts';
import type { Read } from '../github/blobs.ts';
import type { DiffLines } from '../github/diff.ts';
import type { FileChange } from '../github/files.ts';
import { hasPostingShape } from '../posting/declared.ts';
import { readPosting } from '../posting/read.ts';
import type { PolicyChange } from '../render/approval.ts';
import { conclude, reviewPosting } from '../review.ts';
import type { Judged } from '../tally.ts';
import { decode } from '../text-input.ts';
import type { Day, Edit, Problem } from '../types/place.ts';
import type { Policy, Standing } from '../types/policy.ts';
import type { ChangedLines, PostingReview, Review } from '../types/review.ts';
import type { Inputs } from './inputs.ts';
import { type JudgedText, type Known, knownFindings, tellerOf } from './known.ts';
import type { Contents } from './material.ts';
import { policyOf, type TeamFiles } from './team-policy.ts';

/** A review and the fixes that hold: by posting, by index of finding. */
export interface Verdicts {
  readonly review: Review;
  readonly fixes: ReadonlyMap<PostingReview, ReadonlyMap<number, readonly Edit[]>>;
  /** The review with the known findings, for the audit; only where a baseline leaves some out. */
  readonly whole?: Review;
}

/** Reads and judges postings; what is no text is a problem of the review. What is known is left out. */
export function judge(
  files: readonly Read[],
  policy: Policy,
  today: Day,
  changed: ChangedLines | undefined,
  others: readonly Problem[],
  known?: Known,
): Verdicts {
  const problems = [...others];
  const texts = files.flatMap((file): JudgedText[] => {
    const read = 'bytes' in file ? decode(file.bytes) : file;
    if ('problem' in read) {
      problems.push({ path: file.path, message: read.problem, severity: 'error' });
      return [];
    }
    const judged = (text = read.text) =>
      reviewPosting(readPosting(file.path, text, policy.vocabulary), policy, today, changed);
    return [{ path: file.path, judge: judged }];
  });
  const { tell, gone } = known ? tellerOf(known, texts) : { tell: (judged: Judged) => judged, gone: 0 };
  const judged: Judged[] = [];
  const whole: Judged[] = [];
  const fixes = new Map<PostingReview, ReadonlyMap<number, readonly Edit[]>>();
  for (const text of texts) {
    const all = text.judge();
    const told = tell(all);
    const kept = withoutWords(told.review);
    judged.push({ ...told, review: kept });
    if (known) whole.push({ ...all, review: { ...kept, findings: all.review.findings } });
    fixes.set(
      kept,
      offeredFixes(told.review, (again) => tell(text.judge(again)).review),
    );
  }
  const review = conclude(judged, policy, problems);
  if (!known) return { review, fixes };
  const sum = (of: 'known' | 'gone') => judged.reduce((total, { debt }) => total + (debt?.[of] ?? 0), 0);
  const debt = { known: sum('known'), gone: sum('gone') + gone };
  return { review: { ...review, debt }, fixes, whole: conclude(whole, policy, problems) };
}

/** What the texts for GitHub need of a posting: kept by the thousand, its words would fill the memory. */
function withoutWords(review: PostingReview): PostingReview {
  return { ...review, posting: { ...review.posting, tokens: [], blocks: [] } };
}

/** The lines that decide where only changed ones do: all of a new posting. */
export function changedLines(
  changes: readonly FileChange[],
  diffs: ReadonlyMap<string, DiffLines>,
  standing: (path: string) => Standing,
): ChangedLines {
  return new Map(
    changes.map(({ path, previousPath, status }) => {
      const wasPosting = status === 'modified' || (previousPath !== undefined && standing(previousPath) === 'posting');
      return [path, wasPosting ? (diffs.get(path)?.changed ?? 'all') : 'all'] as const;
    }),
  );
}

/** What a whole judgement takes. */
export interface Judging {
  readonly builtin: Parameters<typeof policyOf>[0];
  readonly team: TeamFiles;
  /** Changed postings, and documents that may be postings by their text. */
  readonly candidates: readonly FileChange[];
  readonly material: Contents;
  readonly standing: (path: string) => Standing;
  readonly edited: readonly string[];
  /** Path of the baseline that the configuration in force names. */
  readonly named: string | undefined;
  /** Whether the commit under review has a path. */
  readonly isThere: (path: string) => boolean;
  /** The rules of the audit are judged too. */
  readonly audit: boolean;
}

export interface JudgedAll {
  readonly verdicts: Verdicts;
  /** Those of the candidates that are postings. */
  readonly touched: readonly FileChange[];
  /** Paths of those that are not. */
  readonly documents: readonly string[];
  readonly policy?: Policy;
  /** Faults of the policy in force. */
  readonly broken: readonly Problem[];
  readonly policyChange?: PolicyChange;
}

/** Whether a document has a posting's shape; one that cannot be read has none. */
function isShaped(file: Read, { vocabulary }: Policy): boolean {
  const read = 'bytes' in file ? decode(file.bytes) : file;
  return 'text' in read && hasPostingShape(readPosting(file.path, read.text, vocabulary), vocabulary);
}

/** Whether a change leaves the team's own rules as they are: then their examples need no run. */
function sameRules(before: TeamFiles, after: TeamFiles): boolean {
  const known = new Map(before.rules.map((file) => [file.path, file]));
  const isSame = (file: Read) => {
    const old = known.get(file.path);
    return old && 'bytes' in old && 'bytes' in file && Buffer.compare(old.bytes, file.bytes) === 0;
  };
  return before.rules.length === after.rules.length && after.rules.every(isSame);
}

/**
 * Judges by the policy in force and, where the change edits it, by the new one for comparison. A policy that cannot be
 * read whole fails the run whatever the postings say, for nobody knows what it would have asked; only a change that
 * mends it is judged by its own.
 */
export async function judgeAll(today: Day, inputs: Inputs, judging: Judging): Promise<JudgedAll> {
  const { builtin, team, candidates, material, standing, edited, named, isThere, audit } = judging;
  const inForce = await policyOf(builtin, team, inputs, audit);
  const proposed = material.proposed && (await policyOf(builtin, material.proposed, inputs));
  const broken = errorsIn(inForce.problems);
  const spoilt = proposed ? errorsIn(proposed.problems) : [];
  if (proposed && material.proposed && !sameRules(team, material.proposed)) spoilt.push(...(await proposed.examples()));
  const base = await knownFindings(named, team.baseline);
  // A baseline that cannot be read lets nothing pass: every finding counts until it is mended.
  const unknown = base.problems.map((problem): Problem => ({ ...problem, severity: 'warning' }));
  const next = await knownFindings(proposed?.policy.settings.baseline, material.proposed?.baseline);
  spoilt.push(...next.problems);
  const mends = material.proposed?.config !== undefined && broken.length > 0 && spoilt.length === 0;
  const policy =
    mends && proposed ? proposed.policy : broken.length > 0 ? withoutBands(inForce.policy) : inForce.policy;

  const files = material.postings.filter((file) => standing(file.path) === 'posting' || isShaped(file, policy));
  const shaped = new Set(files.map(({ path }) => path));
  const isPosting = ({ path }: FileChange) => standing(path) === 'posting' || shaped.has(path);
  const touched = candidates.filter(isPosting);
  const changed = policy.settings.failScope === 'line' ? changedLines(touched, material.diffs, standing) : undefined;
  const faults = mends ? [] : [...broken, ...spoilt];
  const knownBy = (baseline: Baseline | undefined) => (baseline ? { baseline, touched, isThere } : undefined);
  const judged = judge(files, policy, today, changed, [...faults, ...unknown], knownBy(base.baseline));
  const verdicts: Verdicts = faults.length > 0 ? { ...judged, review: { ...judged.review, verdict: 'fail' } } : judged;
  const after =
    proposed && !mends && touched.length > 0
      ? judge(files, proposed.policy, today, changed, [], knownBy(next.baseline)).review
      : undefined;
  return {
    verdicts,
    touched,
    documents: candidates.filter((change) => !isPosting(change)).map(({ path }) => path),
    policy,
    broken,
    ...(proposed
      ? { policyChange: { paths: edited, mends, problems: proposed.problems, ...(after ? { after } : {}) } }
      : {}),
  };
}

/** A fault may stand where the setting is that keeps the bands private: then no figure of them is shown. */
function withoutBands(policy: Policy): Policy {
  return { ...policy, settings: { ...policy.settings, showBands: false } };
}

const errorsIn = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'error');
