import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { ApiError, type Client, createClient } from '../github/client.ts';
import { readEvent } from '../github/event.ts';
import { pullsOf } from '../github/handed.ts';
import { vanishedOf } from '../github/moved.ts';
import type { Housed } from '../github/placement.ts';
import { CONFIG_PATHS, outsideBy, standingBy } from '../policy/paths.ts';
import { type Approval, verdictLine } from '../render/approval.ts';
import { plain } from '../render/plain.ts';
import { piecesOf } from '../render/report.ts';
import type { Review } from '../types/review.ts';
import { VERSION } from '../version.ts';
import type { Delivery } from './deliver.ts';
import { type Inputs, readInputs } from './inputs.ts';
import type { JudgedAll, Judging } from './judge.ts';
import { annotate, type Core, roomBeside, say, setCounts, warn, writeJobSummary, writeReport } from './local.ts';
import { look, policyCommit, type Reviewable } from './look.ts';
import { type Contents, contents } from './material.ts';
import { emptyReason, explain, leftPostings, lookNotes, policyFiles, policyNotes } from './reasons.ts';
import { rulesFolder, settingsOf } from './team-policy.ts';

/** What the runner gives: `context` of @actions/github, and the environment. */
export interface Runner {
  readonly core: Core;
  readonly eventName: string;
  readonly payload: unknown;
  readonly sha: string;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch?: typeof fetch;
  readonly now: () => number;
}

/** Runs the Action from event to exit status. Failures are said through `core`, never thrown. */
export async function run(runner: Runner): Promise<void> {
  const { core } = runner;
  let fork = false;
  try {
    const inputs = readInputs((name) => core.getInput(name));
    const target = readEvent(runner.eventName, runner.payload, runner.sha);
    if (target.kind === 'nothing') return nothingToReview(runner, target.reason);
    fork = target.kind === 'pull' && target.fork;
    const client = clientOf(runner, inputs);
    if (target.kind !== 'handed') return await reviewTarget(runner, client, inputs, target);
    const pulls = await pullsOf(client, runner.repo, target);
    if (pulls.length === 0)
      return nothingToReview(runner, 'The pull request of the run before is closed or has moved on.');
    for (const pull of pulls) await reviewTarget(runner, client, inputs, pull);
  } catch (error) {
    core.setFailed(explain(error, fork, runner.eventName));
    if (!(error instanceof ApiError)) core.debug(plain((error as Error).stack ?? ''));
  }
}

function nothingToReview({ core, env }: Runner, reason: string): void {
  setCounts(core, NOTHING);
  say(core, `${reason} There is nothing to review.`);
  writeJobSummary(env.GITHUB_STEP_SUMMARY, `### ✅ Nothing to review\n\n${reason}`);
}

const NOTHING: Review = {
  postings: [],
  problems: [],
  totals: { postings: 0, errors: 0, warnings: 0, notices: 0, waived: 0 },
  verdict: 'pass',
};

const NOT_JUDGED: JudgedAll = {
  verdicts: { review: NOTHING, fixes: new Map() },
  touched: [],
  documents: [],
  broken: [],
};

async function reviewTarget(runner: Runner, client: Client, inputs: Inputs, target: Reviewable): Promise<void> {
  const { repo } = runner;
  const [seen, builtin] = await Promise.all([
    look(client, repo, target, { config: inputs.config, check: inputs.checkName }),
    builtinSources(kinds),
  ]);
  const { settings, suspect } = await settingsOf(builtin.sources, seen.config);
  const standing = standingBy(settings);
  const folder = await rulesFolder(seen.config);
  const present = seen.changes.filter(({ status }) => status !== 'removed');
  // A document may be a posting by its text, so that it is read like one.
  const candidates = present.filter(({ path }) => ['posting', 'document', 'shared'].includes(standing(path)));
  const edited = target.kind === 'tree' ? [] : policyFiles(seen.changes, inputs, folder);
  const needed = candidates.length > 0 || edited.length > 0 || suspect;
  const material: Contents = needed
    ? await contents(client, repo, target, {
        postings: candidates,
        vanished: vanishedOf(seen.traces?.threads ?? [], present),
        folder,
        proposed: edited.length > 0 ? (inputs.config ? [inputs.config] : CONFIG_PATHS) : undefined,
        folderOf: rulesFolder,
      })
    : { postings: [], diffs: new Map(), moves: new Map(), rules: [] };

  const team = { ...(seen.config ? { config: seen.config } : {}), rules: material.rules };
  const judging = { builtin: builtin.sources, team, candidates, material, standing, edited };
  const judged = needed ? await judgeLate(runner, inputs, judging) : NOT_JUDGED;
  const mends = judged.policyChange?.mends ?? false;
  const { touched } = judged;
  const left = leftPostings(seen.changes, standing, touched);
  const namedOut = present.map(({ path }) => path).filter((path) => standing(path) === 'ignored');
  const skipped = [...namedOut, ...judged.documents].filter((path) => !left.some(({ to }) => to === path)).sort();
  const delivery: Delivery = {
    inputs,
    verdicts: { ...judged.verdicts, review: { ...judged.verdicts.review, skipped } },
    look: seen,
    where: {
      repository: repo,
      number: target.kind === 'pull' ? target.number : 0,
      head: target.head,
      check: inputs.checkName,
    },
    diffs: material.diffs,
    moves: material.moves,
    showBands: (judged.policy?.settings ?? settings).showBands,
    policy: judged.policy,
    base: target.kind === 'tree' ? undefined : mends ? target.head : policyCommit(target),
    policyChange: judged.policyChange,
    touched: touched.length > 0,
    empty: emptyReason(seen.changes, standing, left, target),
    outside: present.map(({ path }) => path).filter(outsideBy(settings)),
    left,
    notes: [...policyNotes(judged.broken, mends, policyCommit(target)), ...lookNotes(seen, target, runner.eventName)],
    fork: target.kind === 'pull' && (target.fork || runner.env.GITHUB_ACTOR === 'dependabot[bot]'),
    event: runner.eventName,
    server: runner.serverUrl,
  };
  await deliver(runner, client, target, delivery, material);
}

/** The engine is loaded only where there is something to judge. */
async function judgeLate(runner: Runner, inputs: Inputs, judging: Judging): Promise<JudgedAll> {
  const { judgeAll } = await import(/* webpackChunkName: "rare" */ './judge.ts');
  return judgeAll(new Date(runner.now()).toISOString().slice(0, 10), inputs, judging);
}

async function deliver(
  runner: Runner,
  client: Client,
  target: Reviewable,
  delivery: Delivery,
  material: Contents,
): Promise<void> {
  const { core, env } = runner;
  const { inputs, verdicts } = delivery;
  const { asPlanned, carryOut, outcomeNotes, prepare } = await import(/* webpackChunkName: "rare" */ './deliver.ts');
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
    const notes = outcomeNotes(delivery, published);
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

async function writeReports({ core, env }: Runner, { inputs, verdicts, policy, showBands }: Delivery): Promise<void> {
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

function clientOf({ apiUrl, graphqlUrl, env, core, fetch }: Runner, { token }: Inputs): Client {
  const second = Number(env.JD_REVIEW_SECOND_MS);
  return createClient({
    token,
    apiUrl,
    graphqlUrl,
    userAgent: `jd-review/${VERSION}`,
    log: (message) => say(core, message),
    ...(second > 0 ? { second } : {}),
    ...(fetch ? { fetch } : {}),
  });
}
