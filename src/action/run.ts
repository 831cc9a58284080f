import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { ApiError, type Client, createClient } from '../github/client.ts';
import { readEvent } from '../github/event.ts';
import { pullsOf } from '../github/handed.ts';
import { vanishedOf } from '../github/moved.ts';
import { CONFIG_PATHS, outsideBy, standingBy } from '../policy/paths.ts';
import { plain } from '../render/plain.ts';
import type { Day } from '../types/place.ts';
import type { Review } from '../types/review.ts';
import { VERSION } from '../version.ts';
import type { Delivery } from './deliver.ts';
import { type Inputs, readInputs } from './inputs.ts';
import type { JudgedAll, Judging } from './judge.ts';
import { say, setCounts, writeJobSummary } from './local.ts';
import { look, policyCommit, type Reviewable } from './look.ts';
import { type Contents, contents } from './material.ts';
import { post, writeReports } from './post.ts';
import { presenceIn } from './presence.ts';
import { emptyReason, explain, leftPostings, lookNotes, policyFiles, policyNotes } from './reasons.ts';
import type { Runner } from './runner.ts';
import { ownFiles, settingsOf } from './team-policy.ts';

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
  const own = await ownFiles(seen.config);
  const present = seen.changes.filter(({ status }) => status !== 'removed');
  // A document may be a posting by its text, so that it is read like one.
  const candidates = present.filter(({ path }) => ['posting', 'document', 'shared'].includes(standing(path)));
  const edited = target.kind === 'tree' ? [] : policyFiles(seen.changes, inputs, own);
  const audit = target.kind === 'tree' && inputs.auditIssue ? target.audit : undefined;
  const needed = candidates.length > 0 || edited.length > 0 || suspect || audit !== undefined;
  const material: Contents = needed
    ? await contents(client, repo, target, {
        postings: candidates,
        vanished: vanishedOf(seen.traces?.threads ?? [], present),
        own,
        proposed: edited.length > 0 ? (inputs.config ? [inputs.config] : CONFIG_PATHS) : undefined,
        ownOf: ownFiles,
      })
    : { postings: [], diffs: new Map(), moves: new Map(), rules: [], bands: [] };

  const { rules, bands, baseline } = material;
  const team = { ...(seen.config ? { config: seen.config } : {}), rules, bands, ...(baseline ? { baseline } : {}) };
  const judging = {
    builtin: builtin.sources,
    team,
    candidates,
    material,
    standing,
    edited,
    named: own.baseline,
    isThere: presenceIn(seen.changes, target.kind === 'tree'),
    audit: audit !== undefined,
  };
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
  if (audit === 'alone') {
    setCounts(runner.core, delivery.verdicts.review);
    await writeReports(runner, delivery);
  } else await post(runner, client, target, delivery, material);
  if (audit) await auditLate(runner, client, delivery);
}

/** The audit is loaded only where a run makes one. */
async function auditLate(runner: Runner, client: Client, delivery: Delivery): Promise<void> {
  const { inputs, verdicts, policy, where, look: seen, event, server } = delivery;
  if (!policy) return;
  const { keepAudit } = await import(/* webpackChunkName: "rare" */ './audit.ts');
  await keepAudit({
    core: runner.core,
    client,
    repository: where.repository,
    inputs,
    review: verdicts.whole ?? verdicts.review,
    policy,
    today: today(runner),
    head: where.head,
    server,
    event,
    partial: seen.partial,
    jobSummary: runner.env.GITHUB_STEP_SUMMARY,
  });
}

const today = ({ now }: Runner): Day => new Date(now()).toISOString().slice(0, 10);

/** The engine is loaded only where there is something to judge. */
async function judgeLate(runner: Runner, inputs: Inputs, judging: Judging): Promise<JudgedAll> {
  const { judgeAll } = await import(/* webpackChunkName: "rare" */ './judge.ts');
  return judgeAll(today(runner), inputs, judging);
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
