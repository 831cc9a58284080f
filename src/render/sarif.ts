import { placeOf } from '../finding-place.ts';
import type { Edit, Place, Problem, Severity } from '../types/place.ts';
import type { Rule } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import type { Finding } from '../types/review.ts';
import { plain } from './plain.ts';
import type { Report } from './report.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The review as a SARIF 2.1.0 log for code scanning: waived findings as suppressed results, problems as notifications. */
export function sarifReport(rules: readonly Rule[], version: string): Report {
  return {
    between: ',',
    posting: ({ review: { posting, findings }, fixes }) => [
      findings.map((finding, index) => JSON.stringify(result(finding, fixes?.get(index), posting))).join(','),
    ],
    whole: ({ rules: used, problems, debt }) => {
      const listed = rules.filter((rule) => used.has(rule.id));
      const driver = { name: 'jd-review', version, semanticVersion: version, rules: listed.map(descriptor) };
      const invocation = { executionSuccessful: true, toolExecutionNotifications: problems.map(notification) };
      const run = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        invocations: [invocation],
        ...(debt ? { properties: { baseline: debt } } : {}),
        results: [],
      };
      const [head, tail] = openedAt(`${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] })}\n`);
      return [head, { tray: 0, finish: withIndexes(listed) }, tail];
    },
  };
}

/** A log without results, apart where they go: in the brackets of the last empty list. */
function openedAt(log: string): readonly [string, string] {
  const at = log.lastIndexOf('[]') + 1;
  return [log.slice(0, at), log.slice(at)];
}

/** Puts into results which of the listed rules is theirs: the list is known when all postings are judged. */
function withIndexes(listed: readonly Rule[]): (results: string) => string {
  const indexes = new Map(listed.map((rule, index) => [rule.id, index]));
  // A quotation mark inside of JSON text is escaped, so that only a result begins like this.
  return (results) =>
    results.replace(/\{"ruleId":"([^"]*)",/g, (start, id: string) => {
      const index = indexes.get(id);
      return index === undefined ? start : `${start}"ruleIndex":${index},`;
    });
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

function result(finding: Finding, edits: readonly Edit[] | undefined, posting: Posting) {
  return {
    // First, as the rule's index is put in behind it.
    ruleId: finding.rule,
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
