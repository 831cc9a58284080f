import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pullEvent } from './fake/events.ts';
import { type Ran, type RunOptions, runAction } from './fake/runner.ts';
import { type Addresses, type FakeGitHub, startGitHub } from './fake/server.ts';
import {
  commit,
  createWorld,
  openPull,
  type Permissions,
  type Pull,
  pushPull,
  type Source,
  type Thread,
  textAt,
  type World,
} from './fake/state.ts';

const rules = fileURLToPath(new URL('../../rules', import.meta.url));

/** Built-in rules by id, so that a test can switch all of them off but some. */
function builtinRules(): string[] {
  const folders = readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .filter(({ name }) => name !== 'terms')
    .flatMap(({ name }) => readdirSync(join(rules, name)).map((file) => basename(file, '.yml')));
}

/** A team's configuration: of the built-in rules only these, and the three rules of {@link OWN_RULES}. */
export function config(on: readonly string[] = ['comp-below-band'], more = ''): string {
  const off = builtinRules().filter((id) => !on.includes(id));
  return `rules-folder: .github/rules\n${more}rules:\n${off.map((id) => `  ${id}: off\n`).join('')}`;
}

function rule(word: string, severity: string, mend: string): string {
  return `title: The word ${word}
why: It says nothing.
fix: Say what is meant.
source: own
severity: ${severity}
lanes: all
levels: all
check: { kind: phrase, any: ["${word}"], in: [anywhere], negated: keep, per: hit }
message: "“{found}” says nothing"
${mend}examples:
  flagged:
    - { name: one, posting: "---\\nlane: llm\\n---\\nA ${word}.\\n", says: ["4:3 “${word}” says nothing"] }
    - { name: two, posting: "---\\nlane: llm\\n---\\nThe ${word}.\\n", says: ["4:5 “${word}” says nothing"] }
  clean:
    - { name: none, posting: "---\\nlane: llm\\n---\\nA person.\\n" }
    - { name: near, posting: "---\\nlane: llm\\n---\\nA ${word}x.\\n" }
`;
}

/** An error with a fix, a warning whose line is removed, a warning without a fix, a notice. */
export const OWN_RULES: Readonly<Record<string, string>> = {
  '.github/rules/words/ninja.yml': rule('ninja', 'error', 'mend: { words: { ninja: engineer } }\n'),
  '.github/rules/words/asap.yml': rule('asap', 'warning', 'mend: { remove: block }\n'),
  '.github/rules/words/dynamic.yml': rule('dynamic', 'warning', ''),
  '.github/rules/words/synergy.yml': rule('synergy', 'notice', ''),
};

/** Files of the base: the team's policy and something else. */
export const BASE: Readonly<Record<string, Source>> = {
  'README.md': '# A repository\n',
  '.github/jd-review.yml': config(),
  ...OWN_RULES,
};

/** A posting without findings, with lines put into its parts. */
export function posting(lines: { intro?: string; duties?: string[]; comp?: string; title?: string } = {}): string {
  const duties = (lines.duties ?? []).map((line) => `- ${line}\n`).join('');
  return `---
title: ${lines.title ?? 'Applied ML Engineer'}
lane: applied
level: senior
comp: ${lines.comp ?? 'USD 210,000-250,000'}
---

# ${lines.title ?? 'Applied ML Engineer'}

${lines.intro ?? 'You improve how forty million shoppers find what they look for.'}

## What you will do

- Ship ranking models and watch them in production.
${duties}- Work with the search team on evaluation.

## What you bring

- Six years of work on systems that learn.
- Python, and one of PyTorch or JAX.
`;
}

export interface Scenario {
  readonly world: World;
  readonly github: FakeGitHub;
  readonly base: string;
  readonly pull: Pull;
  run(options?: RunOptions): Promise<Ran>;
  /** A commit on the head of the pull request. */
  push(changes: Readonly<Record<string, Source | null>>): void;
  text(path: string): string;
  close(): Promise<void>;
}

export interface ScenarioOptions {
  readonly base?: Readonly<Record<string, Source>>;
  readonly permissions?: Permissions;
  readonly private?: boolean;
  readonly fork?: boolean;
  readonly event?: 'pull_request' | 'pull_request_target';
  readonly addresses?: Addresses;
}

/** A repository with a base, a pull request with some changes, and a GitHub that serves both. */
export async function open(
  changes: Readonly<Record<string, Source | null>>,
  options: ScenarioOptions = {},
): Promise<Scenario> {
  const world = createWorld({
    ...(options.permissions ? { permissions: options.permissions } : {}),
    private: options.private ?? false,
  });
  const base = commit(world, null, options.base ?? BASE);
  const head = commit(world, base, changes);
  const pull = openPull(world, base, head, options.fork ? { headRepository: 'stranger/Hello-World' } : {});
  const github = await startGitHub(world, options.addresses);
  let runs = 0;
  return {
    world,
    github,
    base,
    pull,
    run: (given = {}) =>
      runAction(github, pullEvent(world, pull, runs++ === 0 ? 'opened' : 'synchronize', options.event), {
        ...given,
        ...(options.addresses ? { addresses: options.addresses } : {}),
      }),
    push: (more) => pushPull(world, pull, commit(world, pull.head, more)),
    text: (path) => textAt(world, pull.head, path) ?? '',
    close: () => github.close(),
  };
}

/** First line of each comment of ours with its place, as a person reads them; struck ones too. */
export function comments(pull: Pull): string[] {
  return pull.threads
    .map(({ path, line, comments: [first] }) => `${path}:${line} ${first?.body.split('\n')[0]}`)
    .sort();
}

/** The one summary of ours. */
export function summaryOf(pull: Pull): string {
  const own = pull.comments.filter(({ author }) => author === 'github-actions[bot]');
  if (own.length !== 1) throw new Error(`${own.length} summaries`);
  return own[0]!.body;
}

export function thread(pull: Pull, words: string): Thread {
  const found = pull.threads.filter(({ comments: [first] }) => first?.body.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} threads with “${words}”`);
  return found[0]!;
}

/** Presses “Commit suggestion” on a comment: GitHub puts the block's lines in place of those commented on. */
export function applySuggestion(scenario: Scenario, { path, line, startLine, comments: [first] }: Thread): void {
  if (line === null) throw new Error('an outdated suggestion cannot be applied');
  const lines = (first?.body ?? '').split('\n');
  const opener = lines.findIndex((each) => /^`{3,}suggestion$/.test(each));
  if (opener < 0) throw new Error('the comment has no suggestion');
  const mark = /^`+/.exec(lines[opener]!)![0];
  const closer = lines.findIndex((each, at) => at > opener && each.startsWith(mark) && /^`+$/.test(each));
  const text = scenario.text(path).split('\n');
  text.splice((startLine ?? line) - 1, line - (startLine ?? line) + 1, ...lines.slice(opener + 1, closer));
  scenario.push({ [path]: text.join('\n') });
}

/** Does something with each item, a few at a time: each run is a process of its own. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 3 }, worker));
}
