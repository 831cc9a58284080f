import { placeOf } from '../finding-place.ts';
import type { Rule } from '../types/policy.ts';
import type { Edit, Place, Posting, Problem, Severity } from '../types/posting.ts';
import type { Finding, PostingReview, Review } from '../types/review.ts';
import { plain } from './plain.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Fixes that hold, by posting and by index of finding. */
export type Fixes = ReadonlyMap<PostingReview, ReadonlyMap<number, readonly Edit[]>>;

/** The review as a SARIF 2.1.0 log for code scanning: waived findings as suppressed results, problems as notifications. */
export function renderSarif(review: Review, rules: readonly Rule[], version: string, fixes: Fixes): string {
  const used = new Set(review.postings.flatMap((each) => each.findings.map((finding) => finding.rule)));
  const listed = rules.filter((rule) => used.has(rule.id));
  const indexes = new Map(listed.map((rule, index) => [rule.id, index]));
  const run = {
    tool: {
      driver: { name: 'jd-review', version, semanticVersion: version, rules: listed.map(descriptor) },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: review.problems.map(notification),
      },
    ],
    results: review.postings.flatMap((each) =>
      each.findings.map((finding, index) =>
        result(finding, indexes.get(finding.rule), fixes.get(each)?.get(index), each.posting),
      ),
    ),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`;
}

function descriptor(rule: Rule) {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: rule.fix },
    defaultConfiguration: { level: LEVEL[rule.severity], enabled: rule.on },
    properties: { category: rule.category },
  };
}

function result(finding: Finding, ruleIndex: number | undefined, edits: readonly Edit[] | undefined, posting: Posting) {
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVEL[finding.severity],
    message: { text: plain(finding.message) },
    locations: [location(finding.path, finding)],
    // No line number: a finding that moves stays the same one.
    partialFingerprints: { 'jdReview/v1': `${finding.rule}:${finding.found}` },
    ...(finding.waived ? { suppressions: [{ kind: 'inSource', justification: plain(finding.waived.reason) }] } : {}),
    ...(edits ? { fixes: [fixOf(finding, edits, posting)] } : {}),
  };
}

function fixOf(finding: Finding, edits: readonly Edit[], posting: Posting) {
  return {
    description: { text: plain(finding.fix) },
    artifactChanges: [
      {
        artifactLocation: artifact(finding.path),
        replacements: edits.map((edit) => ({
          deletedRegion: region(placeOf(posting.lineStarts, edit.span)),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

function notification({ path, place, severity, message }: Problem) {
  return {
    level: LEVEL[severity],
    message: { text: plain(message) },
    ...(path ? { locations: [location(path, place)] } : {}),
  };
}

function location(path: string, place?: Place) {
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      ...(place ? { region: region(place) } : {}),
    },
  };
}

/** A relative path as a URI reference below the repository's root; an absolute one as a file URI. */
function artifact(path: string) {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function region({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
