import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { ApiError, type Client, createClient } from '../github/client.ts';
import { readEvent } from '../github/event.ts';
import { standingBy } from '../policy/paths.ts';
import { type Approval, verdictLine } from '../render/approval.ts';
import { plain } from '../render/plain.ts';
import type { Review } from '../types/review.ts';
import { VERSION } from '../version.ts';
import type { Delivery } from './deliver.ts';
import { type Inputs, readInputs } from './inputs.ts';
import type { JudgedAll } from './judge.ts';
import { annotate, type Core, say, setCounts, writeJobSummary, writeReport } from './local.ts';
import { CONFIG_PATHS, type Contents, contents, look, policyCommit, type Reviewable } from './material.ts';
import { rulesFolder, settingsOf } from './policy.ts';
import { emptyReason, explain, leftPostings, lookNotes, policyFiles, policyNotes } from './reasons.ts';

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
    if (target.kind === 'nothing') {
      setCounts(core, NOTHING);
      say(core, `${target.reason} There is nothing to review.`);
      writeJobSummary(runner.env.GITHUB_STEP_SUMMARY, `### ✅ Nothing to review\n\n${target.reason}`);
      return;
    }
    fork = target.kind === 'pull' && target.fork;
    await reviewTarget(runner, inputs, target);
  } catch (error) {
    core.setFailed(explain(error, fork, runner.eventName));
    if (!(error instanceof ApiError)) core.debug(plain((error as Error).stack ?? ''));
  }
}

const NOTHING: Review = {
  postings: [],
  problems: [],
  totals: { postings: 0, errors: 0, warnings: 0, notices: 0, waived: 0 },
  verdict: 'pass',
};

async function reviewTarget(runner: Runner, inputs: Inputs, target: Reviewable): Promise<void> {
  const { repo } = runner;
  const client = clientOf(runner, inputs);
  const [seen, builtin] = await Promise.all([
    look(client, repo, target, { config: inputs.config, check: inputs.checkName }),
    builtinSources(kinds),
  ]);
  const settings = await settingsOf(builtin.sources, seen.config);
  const standing = standingBy(settings);
  const folder = await rulesFolder(seen.config);
  const present = seen.changes.filter(({ status }) => status !== 'removed');
  // A document may be a posting by its text, so that it is read like one.
  const candidates = present.filter(({ path }) => ['posting', 'document'].includes(standing(path)));
  const edited = target.kind === 'tree' ? [] : policyFiles(seen.changes, inputs, folder);
  const material: Contents =
    candidates.length > 0 || edited.length > 0
      ? await contents(client, repo, target, {
          postings: candidates,
          folder,
          proposed: edited.length > 0 ? (inputs.config ? [inputs.config] : CONFIG_PATHS) : undefined,
          folderOf: rulesFolder,
        })
      : { postings: [], diffs: new Map(), rules: [] };

  const team = { ...(seen.config ? { config: seen.config } : {}), rules: material.rules };
  const judged = await judgeLate(runner, inputs, {
    builtin: builtin.sources,
    team,
    candidates,
    material,
    standing,
    edited,
  });
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
    showBands: judged.policy?.settings.showBands ?? settings.showBands,
    policy: judged.policy,
    base: target.kind === 'tree' ? undefined : policyCommit(target),
    policyChange: judged.policyChange,
    touched: touched.length > 0,
    empty: emptyReason(seen.changes, standing, left, target),
    left,
    notes: [...policyNotes(judged.policyProblems), ...lookNotes(seen, target, runner.eventName)],
    fork: target.kind === 'pull' && (target.fork || runner.env.GITHUB_ACTOR === 'dependabot[bot]'),
    event: runner.eventName,
    server: runner.serverUrl,
  };
  await deliver(runner, client, target, delivery, material);
}

/** Judges where there is something to judge; the engine is loaded only then. */
async function judgeLate(
  runner: Runner,
  inputs: Inputs,
  judging: Parameters<typeof import('./judge.ts').judgeAll>[2],
): Promise<JudgedAll> {
  if (judging.candidates.length === 0 && judging.edited.length === 0) {
    return { verdicts: { review: NOTHING, fixes: new Map() }, policyProblems: [], touched: [], documents: [] };
  }
  const { judgeAll } = await import(/* webpackMode: "eager" */ './judge.ts');
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
  const { carryOut, outcomeNotes, prepare, wholePlan } = await import(/* webpackMode: "eager" */ './deliver.ts');
  const prepared = prepare(delivery);
  const planned = { housed: prepared.housed, denied: [], failed: [] };

  // What needs no right to write comes first: it stands whatever GitHub says to the rest.
  setCounts(core, verdicts.review);
  await writeReports(runner, delivery);
  const { comparisonText, renderSummary, LIMITS } = await import(/* webpackMode: "eager" */ './texts.ts');
  const approval = prepared.approval(planned);
  const overview = renderSummary(approval, LIMITS.job / 2);
  writeJobSummary(env.GITHUB_STEP_SUMMARY, `${overview}\n\n${comparisonText(approval, LIMITS.job / 2)}`);
  const likelyReadOnly = delivery.fork && runner.eventName === 'pull_request';
  const findings = prepared.housed.map(({ finding }) => finding);
  if (likelyReadOnly)
    annotate(
      core,
      findings.filter(({ severity }) => severity !== 'notice'),
    );
  for (const { action, what, at, reason } of wholePlan(delivery, prepared).steps) {
    say(core, `${action} ${what} ${at}: ${reason}`);
  }

  if (inputs.dryRun) {
    say(core, 'This is a dry run: nothing was written to GitHub.');
  } else if (target.kind === 'pull' && material.headNow !== undefined && material.headNow !== target.head) {
    say(
      core,
      `The pull request is at ${material.headNow.slice(0, 7)} by now: the run for that commit posts its findings.`,
    );
  } else if (target.kind === 'pull' && material.open === false) {
    say(core, 'The pull request was closed in the meantime: nothing is posted.');
  } else {
    const published = await carryOut(client, delivery, prepared);
    const notes = outcomeNotes(delivery, published);
    for (const note of notes) core.warning(plain(note.replace(/```\w*/g, '')));
    if (notes.length > 0) writeJobSummary(env.GITHUB_STEP_SUMMARY, notes.map((note) => `\n${note}`).join('\n'));
    if (!likelyReadOnly)
      annotate(
        core,
        published.unannotated.map(({ finding }) => finding),
      );
    if (published.summaryUrl) core.setOutput('comment-url', published.summaryUrl);
    const { owner, repo } = runner.repo;
    if (published.checkId)
      core.setOutput('check-url', `${runner.serverUrl}/${owner}/${repo}/runs/${published.checkId}`);
  }
  conclude(core, approval);
}

async function writeReports({ core, env }: Runner, { inputs, verdicts, policy, showBands }: Delivery): Promise<void> {
  const folder = env.GITHUB_WORKSPACE || process.cwd();
  if (inputs.reportFile) {
    const { renderJson } = await import(/* webpackMode: "eager" */ '../render/json.ts');
    core.setOutput('report', writeReport(folder, inputs.reportFile, renderJson(verdicts.review, VERSION, showBands)));
  }
  if (inputs.sarifFile) {
    const { renderSarif } = await import(/* webpackMode: "eager" */ '../render/sarif.ts');
    const text = renderSarif(verdicts.review, policy?.known ?? [], VERSION, verdicts.fixes);
    writeReport(folder, inputs.sarifFile, text);
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
