import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('../.github/workflows/', import.meta.url);
const own = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const page = readFileSync(new URL('../docs/pull-requests.md', import.meta.url), 'utf8');
const toCopy = [...page.matchAll(/```yaml\n(name: jd-review[\s\S]*?)```/g)].map(([, text], at) => [at, text!] as const);

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string;
        readonly if?: string;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
      }
    >
  >;
}

/** Rights to write by workflow, those of a job behind its name. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  'jd-review.yml': ['pull-requests', 'checks'],
  'pages.yml': ['publish pages', 'publish id-token'],
  'release.yml': ['attest id-token', 'attest attestations', 'publish contents'],
};

describe.each(own)('our own workflow %s', (name, text) => {
  const uses = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, what, rest]) => ({ what: what!, rest: rest! }));

  test('pins every action by commit, with its version beside it', () => {
    for (const { what, rest } of uses.filter(({ what }) => what !== './')) {
      expect(what).toMatch(/@[0-9a-f]{40}$/);
      expect(rest).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  test('takes current major versions', () => {
    const least: Record<string, number> = {
      'actions/checkout': 7,
      'actions/setup-node': 6,
      'actions/upload-pages-artifact': 5,
      'actions/deploy-pages': 5,
    };
    for (const { what, rest } of uses) {
      const major = Number(/v(\d+)/.exec(rest)?.[1] ?? Number.POSITIVE_INFINITY);
      expect(major).toBeGreaterThanOrEqual(least[what.split('@')[0]!] ?? 0);
    }
  });

  test('asks for no right that it does not need', () => {
    const { permissions, jobs } = parse(text) as Workflow;
    const rights = [
      ['', permissions] as const,
      ...Object.entries(jobs).map(([job, each]) => [job, each.permissions] as const),
    ];
    const writes = rights.flatMap(([job, asked]) =>
      Object.entries(asked ?? {}).flatMap(([scope, level]) =>
        level === 'write' ? [[job, scope].join(' ').trim()] : [],
      ),
    );
    expect(writes).toEqual(WRITES[name] ?? []);
    expect(permissions).toBeDefined();
  });

  test('puts nothing that an event says into a script', () => {
    const scripts = Object.values((parse(text) as Workflow).jobs).flatMap(({ steps }) =>
      steps.map(({ run }) => run ?? ''),
    );
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

describe.each(['release.yml', 'pages.yml'])('what %s publishes', (name) => {
  const { jobs } = parse(readFileSync(new URL(name, folder), 'utf8')) as Workflow;

  test('runs packages only where nothing may be written', () => {
    for (const { permissions, steps } of Object.values(jobs)) {
      if (!Object.values(permissions ?? {}).includes('write')) continue;
      for (const { uses, run } of steps) {
        expect(run ?? '').not.toMatch(/\b(?:npm|npx|node)\b/);
        expect(uses ?? 'actions/').toMatch(/^actions\//);
      }
    }
  });
});

describe('the playground on Pages', () => {
  const { on, jobs } = parse(readFileSync(new URL('pages.yml', folder), 'utf8')) as Workflow & { on: object };

  test('comes from main alone, pushed or by hand', () => {
    expect(on).toEqual({ push: { branches: ['main'] }, workflow_dispatch: {} });
    expect(jobs.publish?.if).toBe("github.ref == 'refs/heads/main'");
  });

  test('is published only once it is built', () => {
    expect(jobs.publish?.needs).toBe('build');
    expect(jobs.build?.steps.map(({ run }) => run)).toContain('npm run playground -- --build');
  });
});

describe('the release', () => {
  const text = readFileSync(new URL('release.yml', folder), 'utf8');
  const { on, jobs } = parse(text) as Workflow & { on: { push: { tags: string[] } } };

  test('starts on versions only, not on the moving tag', () => {
    expect(on).toEqual({ push: { tags: ['v0.[0-9]+.[0-9]+'] } });
  });

  test('waits for each job in turn', () => {
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['check', undefined],
      ['attest', 'check'],
      ['publish', 'attest'],
    ]);
  });
});

describe.each(toCopy)('workflow %i to copy', (_at, text) => {
  const workflow = parse(text) as {
    on: Record<string, Record<string, unknown>>;
    concurrency: Record<string, unknown>;
    jobs: Record<string, { steps: readonly { uses?: string; run?: string }[] }>;
  };

  test('keeps every run that waits, so that none on the newest commit ends as cancelled', () => {
    expect(workflow.concurrency).toMatchObject({ 'cancel-in-progress': false, queue: 'max' });
  });

  test('has no filter that could keep a required check from coming, and no step but ours', () => {
    for (const trigger of Object.values(workflow.on)) {
      expect(Object.keys(trigger ?? {}).filter((key) => /paths|branches/.test(key))).toEqual([]);
    }
    for (const { steps } of Object.values(workflow.jobs)) {
      expect(steps.map(({ uses, run }) => uses ?? run)).toEqual(['jd-review/jd-review@v0']);
    }
  });
});

describe('the workflow in shards', () => {
  const text = readFileSync(new URL('../docs/command-line.md', import.meta.url), 'utf8');
  const block = /```yaml\n(name: jd-review in shards[\s\S]*?)```/.exec(text)![1]!;
  const { permissions, jobs } = parse(block) as {
    permissions: Record<string, string>;
    jobs: Record<
      string,
      { strategy?: { matrix: { part: number[] } }; needs?: string; steps: { run?: string; uses?: string }[] }
    >;
  };
  const runs = (job: string) => jobs[job]!.steps.flatMap(({ run }) => run ?? []);

  test('runs each part of the number that it names, and only reads', () => {
    const { part } = jobs.shard!.strategy!.matrix;
    expect(part).toEqual(part.map((_, at) => at + 1));
    expect(runs('shard')).toEqual([
      expect.stringContaining(`--shard \${{ matrix.part }}/${part.length} --format json `),
    ]);
    expect(permissions).toEqual({ contents: 'read' });
  });

  test('merges when all parts have run, whatever they found', () => {
    expect(jobs.merge).toMatchObject({ needs: 'shard', if: expect.stringContaining('!cancelled()') });
    expect(runs('merge')[0]).toContain('dist/cli.js merge reports/*.json');
  });
});
