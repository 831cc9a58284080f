import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { comment, commit, pushPull } from './fake/state.ts';
import { runHere } from './here.ts';
import { open, posting, type Scenario } from './scenario.ts';

// Many runs: in this process, without a start of Node for each.
vi.mock('../../src/builtin.ts', async (original) => (await import('./here.ts')).rulesOnce(original));

const LINES = ['Be the ninja.', 'Answer asap.', 'Be dynamic.', 'Find synergy.', 'Write code.', 'A ninja, asap.'];
const text = fc.array(fc.constantFrom(...LINES), { maxLength: 5 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('push' as const), a: text, b: text, rebase: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resolve' as const), which: fc.nat(20) }) },
);

test('through any history: each finding is seen once, people are left alone, a second run writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), fc.boolean(), async (steps, mayResolve) => {
      const scenario = await open(
        { 'jobs/a.md': posting({ duties: LINES.slice(0, 3) }) },
        {
          permissions: {
            contents: mayResolve ? 'write' : 'read',
            pull_requests: 'write',
            issues: 'none',
            checks: 'write',
          },
        },
      );
      const { world, pull, github } = scenario;
      const touched = new Map<object, string>();
      await runHere(scenario);
      for (const each of steps) {
        const thread = each.do === 'push' ? undefined : pull.threads[each.which % (pull.threads.length || 1)];
        if (each.do === 'push') {
          const from = each.rebase ? commit(world, scenario.base, { 'README.md': 'x' }) : pull.head;
          const files = {
            'jobs/a.md': posting({ duties: each.a }),
            'jobs/b.md': each.b.length ? posting({ duties: each.b }) : null,
          };
          pushPull(world, pull, commit(world, from, files));
        } else if (thread) {
          if (each.do === 'answer') thread.comments.push(comment(world, 'mona', 'No.', 'PRRC'));
          else thread.resolvedBy = 'mona';
          touched.set(thread, thread.comments[0]!.body);
        }
        await runHere(scenario);
        expect(await runHere(scenario)).toEqual([]);
        expectAllSeen(scenario);
        for (const [own, body] of touched) expect((own as (typeof pull.threads)[0]).comments[0]?.body).toBe(body);
      }
      expect(github.violations).toEqual([]);
      await scenario.close();
    }),
    { numRuns: 10, seed: 7 },
  );
}, 60_000);

const PLACES = ['jobs/a.md', 'jobs/b.md', 'careers/c.md', 'jobs/d.md'];

test('through any moves of postings: no finding has two comments, and a second run writes nothing', async () => {
  const places = fc.array(fc.tuple(fc.constantFrom(...PLACES), text), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(places, { minLength: 2, maxLength: 5 }), async (pushes) => {
      const scenario = await open({ 'jobs/a.md': posting({ duties: LINES.slice(0, 3) }) });
      const { world, pull, github, base } = scenario;
      await runHere(scenario);
      for (const each of pushes) {
        const files = Object.fromEntries(each.map(([path, duties]) => [path, posting({ duties })]));
        pushPull(world, pull, commit(world, base, files));
        await runHere(scenario);
        expect(await runHere(scenario)).toEqual([]);
        const all = Object.values(files).join('\n');
        for (const word of ['ninja', 'asap', 'dynamic']) {
          const live = pull.threads.filter(
            ({ comments: [own] }) => own?.body.startsWith('**') && own.body.includes(`“${word}”`),
          );
          expect(live, word).toHaveLength(all.match(new RegExp(word, 'g'))?.length ?? 0);
        }
      }
      expect(github.violations).toEqual([]);
      await scenario.close();
    }),
    { numRuns: 6, seed: 7 },
  );
}, 60_000);

/** Each word that is an error or a warning has a comment that speaks for it, and no comment of ours speaks for nothing. */
function expectAllSeen(scenario: Scenario): void {
  for (const path of ['jobs/a.md', 'jobs/b.md']) {
    const words = scenario.text(path).match(/ninja|asap|dynamic/g) ?? [];
    for (const word of ['ninja', 'asap', 'dynamic']) {
      const own = scenario.pull.threads.filter(
        (thread) => thread.path === path && thread.comments[0]?.body.includes(`“${word}”`),
      );
      const left = own.filter((thread) => thread.comments.length > 1 || thread.resolvedBy === 'mona');
      const live = own.filter((thread) => !left.includes(thread) && /^\*\*/.test(thread.comments[0]!.body));
      const wanted = words.filter((each) => each === word).length;
      expect(live.length, `${path} ${word}`).toBeLessThanOrEqual(wanted);
      expect(live.length + left.length, `${path} ${word}`).toBeGreaterThanOrEqual(wanted);
      for (const { line } of live) if (line !== null) expect(scenario.text(path).split('\n')[line - 1]).toContain(word);
    }
  }
}
