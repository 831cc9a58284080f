/** The engine as the page asks it: the same reading, judging and wording as the command line's, on texts in memory. */
import { readTables } from '../../bands/load.ts';
import { kinds } from '../../checks/index.ts';
import { runExamples } from '../../examples.ts';
import { offeredFixes } from '../../fixes.ts';
import { compilePolicy } from '../../policy/compile.ts';
import { NO_CONFIG, type RuleSources } from '../../policy/model.ts';
import { readPosting } from '../../posting/read.ts';
import { jsonReport } from '../../render/json.ts';
import { piecesOf } from '../../render/report.ts';
import { conclude, reviewPosting } from '../../review.ts';
import { createTally, type Judged } from '../../tally.ts';
import { readTeam, type TextFile } from '../../team/team.ts';
import { decode } from '../../text-input.ts';
import type { Day, Problem } from '../../types/place.ts';
import type { Policy } from '../../types/policy.ts';
import type { Posting } from '../../types/posting.ts';
import type { Finding } from '../../types/review.ts';
import { VERSION } from '../../version.ts';
import {
  type Asks,
  type Choices,
  DECLARED_FIELDS,
  type DeclaredField,
  type Look,
  type PostingFile,
  type TeamAnswer,
} from '../protocol.ts';
import { declareEdit } from './declare.ts';
import { sortTeamFiles } from './team-files.ts';

/** Name of the posting that is being written. */
const PATH = 'posting.md';

/** An engine on the built-in rules, in the form of `dist/rules.json`. */
export function createEngine(builtin: RuleSources): Asks {
  let policy = compilePolicy(builtin, NO_CONFIG, kinds).policy;

  async function use(files: readonly TextFile[]): Promise<TeamAnswer> {
    const { names, problems: misplaced, ...team } = sortTeamFiles(files);
    const read = readTeam(builtin, { ...team, bands: await readTables(team.bands) }, kinds);
    const ids = new Set(builtin.rules.map(({ id }) => id));
    const showBands = read.config.settings.showBands ?? read.sources.settings.showBands;
    const own = { ...read, files: team.rules, builtin: ids, showBands };
    const examples = team.rules.length > 0 ? runExamples(own, kinds).problems : [];
    const found = [...read.problems, ...examples].map((each) => ({ ...each, path: names.get(each.path) ?? each.path }));
    const problems: readonly Problem[] = [...misplaced, ...found];
    const taken = problems.every(({ severity }) => severity !== 'error');
    if (taken) policy = compilePolicy(read.sources, read.config, kinds).policy;
    return {
      problems,
      taken,
      choices: choicesOf(policy),
      own: {
        rules: read.sources.rules.length - builtin.rules.length,
        bands: policy.market.bands.filter((band) => !builtin.bands.includes(band)).length,
      },
    };
  }

  return {
    look: (text, today) => lookAt(text, policy, today),
    holds: (text, today, index) => holds(text, policy, today, index),
    report: (files, today) => reportOn(files, policy, today),
    declare: (text, field, id) => declareEdit(text, (each) => readPosting(PATH, each, policy.vocabulary), field, id),
    team: use,
  };
}

function choicesOf({ lanes, levels }: Policy): Choices {
  const named = ({ id, title }: { id: string; title: string }) => ({ id, title });
  return { lanes: lanes.map(named), levels: levels.map(named) };
}

function judge(text: string, policy: Policy, today: Day): Judged {
  return reviewPosting(readPosting(PATH, text, policy.vocabulary), policy, today);
}

function lookAt(text: string, policy: Policy, today: Day): Look {
  const judged = judge(text, policy, today);
  const { posting, findings, comparison } = judged.review;
  const titles = new Map(policy.rules.map(({ id, title }) => [id, title]));
  const tally = createTally(policy);
  tally.add(judged);
  const { totals, verdict, problems } = tally.sum();
  return {
    shown: findings.map((finding) => ({
      finding,
      title: titles.get(finding.rule) ?? finding.rule,
      lacks: lackedBy(finding, posting),
    })),
    problems,
    totals,
    verdict,
    comparison,
    showBands: policy.settings.showBands,
    declared: {
      ...(posting.lane.id === undefined ? {} : { lane: posting.lane.id }),
      ...(posting.level.id === undefined ? {} : { level: posting.level.id }),
    },
    ...(posting.title ? { title: posting.title.text } : {}),
    frontmatter: posting.frontmatter,
    headings: posting.sections.filter(({ heading }) => heading !== '').map(({ headingSpan }) => headingSpan),
  };
}

/** The fields that a finding misses: all that are not there are told in one, a key without a value in one of its own. */
function lackedBy({ found }: Finding, { faults, fields }: Posting): readonly DeclaredField[] {
  if (!faults.some(({ code, field }) => code === 'missing' && field === found)) return [];
  return DECLARED_FIELDS.filter((name) => (fields.has(found) ? name === found : !fields.has(name)));
}

function holds(text: string, policy: Policy, today: Day, index: number): boolean {
  const { review } = judge(text, policy, today);
  const finding = review.findings[index];
  const again = (changed: string) => judge(changed, policy, today).review;
  return offeredFixes(review, again, (each) => each === finding).has(index);
}

function reportOn(files: readonly PostingFile[], policy: Policy, today: Day): string {
  const judged: Judged[] = [];
  const stray: Problem[] = [];
  for (const { path, bytes } of files) {
    const decoded = decode(bytes);
    if ('problem' in decoded) stray.push({ path, message: decoded.problem, severity: 'error' });
    else judged.push(reviewPosting(readPosting(path, decoded.text, policy.vocabulary), policy, today));
  }
  const report = jsonReport(VERSION, policy.settings.showBands);
  return [...piecesOf(report, conclude(judged, policy, stray))].join('');
}
