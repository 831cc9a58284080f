import type { Client } from '../github/client.ts';
import type { Housed } from '../github/placement.ts';
import { type Approval, verdictLine } from '../render/approval.ts';
import { piecesOf } from '../render/report.ts';
import { VERSION } from '../version.ts';
import type { Delivery } from './deliver.ts';
import { annotate, type Core, roomBeside, say, setCounts, warn, writeJobSummary, writeReport } from './local.ts';
import type { Reviewable } from './look.ts';
import type { Contents } from './material.ts';
import { refusalNotes } from './reasons.ts';
import type { Runner } from './runner.ts';

/** Prints, posts and concludes: what needs no right to write comes first. */
export async function post(
  runner: Runner,
  client: Client,
  target: Reviewable,
  delivery: Delivery,
  material: Contents,
): Promise<void> {
  const { core, env } = runner;
  const { inputs, verdicts } = delivery;
  const { asPlanned, carryOut, prepare } = await import(/* webpackChunkName: "rare" */ './deliver.ts');
  const prepared = prepare(delivery);

  // What needs no right to write comes first: it stands whatever GitHub says to the rest.
  setCounts(core, verdicts.review);
  await writeReports(runner, delivery);
  const { comparisonText, renderSummary, LIMITS } = await import(/* webpackChunkName: "rare" */ './texts.ts');
  const likelyReadOnly = delivery.fork && runner.eventName === 'pull_request' && !inputs.handOver;
  // A token that only reads leaves what this step prints: there every finding needs a home first.
  const { problems } = verdicts.review;
  const here = likelyReadOnly ? prepare(delivery, roomBeside(problems)) : prepared;
  const approval = here.approval(asPlanned(here.housed));
  const overview = renderSummary(approval, LIMITS.job / 2);
  writeJobSummary(env.GITHUB_STEP_SUMMARY, `${overview}\n\n${comparisonText(approval, LIMITS.job / 2)}`);
  if (likelyReadOnly) annotate(core, graver(here.housed), problems);
  for (const { action, what, at, reason } of prepared.plan(asPlanned(prepared.housed)).steps) {
    say(core, `${action} ${what} ${at}: ${reason}`);
  }

  let posted = true;
  if (inputs.dryRun) {
    say(core, 'This is a dry run: nothing was written to GitHub.');
  } else if (inputs.handOver) {
    say(core, 'This run only judges (hand-over): the workflow that follows it posts comments and check.');
  } else if (target.kind === 'pull' && material.headNow !== undefined && material.headNow !== target.head) {
    say(
      core,
      `The pull request is at ${material.headNow.slice(0, 7)} by now: the run for that commit posts its findings.`,
    );
  } else if (target.kind === 'pull' && material.open === false) {
    say(core, 'The pull request was closed in the meantime: nothing is posted.');
  } else {
    const published = await carryOut(client, delivery, prepared);
    posted = published.checkId !== undefined;
    const notes = refusalNotes(delivery, published);
    warn(core, notes);
    if (notes.length > 0) writeJobSummary(env.GITHUB_STEP_SUMMARY, notes.map((note) => `\n${note}`).join('\n'));
    if (!likelyReadOnly) {
      const unposted = published.checkId === undefined ? problems : [];
      annotate(core, graver(published.unannotated), inputs.annotations ? unposted : []);
    }
    if (published.summaryUrl) core.setOutput('comment-url', published.summaryUrl);
    const { owner, repo } = runner.repo;
    if (published.checkId)
      core.setOutput('check-url', `${runner.serverUrl}/${owner}/${repo}/runs/${published.checkId}`);
  }
  if (runner.eventName !== 'workflow_run') return conclude(core, approval);
  // This run belongs to the default branch: a verdict of its own would stand at nobody's door.
  if (posted) say(core, `${verdictLine(approval)}. The check of the pull request says so.`);
  else core.setFailed(`jd-review: ${verdictLine(approval)}, and the check of the pull request could not be posted.`);
}

/** Notices stand in the summary only. */
const graver = (housed: readonly Housed[]) =>
  housed.map(({ finding }) => finding).filter(({ severity }) => severity !== 'notice');

/** Writes the reports that the workflow asks for. */
export async function writeReports(
  { core, env }: Runner,
  { inputs, verdicts, policy, showBands }: Delivery,
): Promise<void> {
  const folder = env.GITHUB_WORKSPACE || process.cwd();
  const { review, fixes } = verdicts;
  if (inputs.reportFile) {
    const { jsonReport } = await import(/* webpackChunkName: "rare" */ '../render/json.ts');
    const pieces = piecesOf(jsonReport(VERSION, showBands), review);
    core.setOutput('report', writeReport(folder, inputs.reportFile, pieces));
  }
  if (inputs.sarifFile) {
    const { sarifReport } = await import(/* webpackChunkName: "rare" */ '../render/sarif.ts');
    writeReport(folder, inputs.sarifFile, piecesOf(sarifReport(policy?.known ?? [], VERSION), review, fixes));
  }
}

function conclude(core: Core, approval: Approval): void {
  const line = verdictLine(approval);
  if (approval.review.verdict === 'fail') core.setFailed(`jd-review: ${line}. The job summary lists them.`);
  else say(core, line);
}
