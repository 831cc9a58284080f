/** The browser judges as the command line does, to the byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { examplesOf, readExamples } from '../../src/rule-files/rule-examples.ts';
import { files as ruleFiles, sources } from '../support/examples.ts';
import { type Playground, reportIn, STARTING, startPlayground, TODAY } from '../support/playground.ts';
import { folderOf, run } from '../support/run.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const known = new Set(sources.rules.map(({ id }) => `${id}.yml`));

/** Every posting of the project: the examples that come along, those of the rules, and the whole postings by rule. */
function ownPostings(): string[] {
  const comeAlong = readdirSync(new URL('examples/', root)).filter((name) => name.endsWith('.md'));
  const ofRules = ruleFiles
    .filter(({ path }) => known.has(path.slice(path.lastIndexOf('/') + 1)))
    .map(({ path, text }) => readExamples(path, text));
  const whole = readdirSync(new URL('test/postings/', root))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => examplesOf(parse(read(`test/postings/${name}`))));
  const told = [...ofRules, ...whole].flatMap(({ flagged, clean }) => [...flagged, ...clean]);
  return [...comeAlong.map((name) => read(`examples/${name}`)), ...told.map(({ posting }) => posting)];
}

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
}, STARTING);
afterAll(() => playground?.close());

test('all postings of the project, and files that are none, give the same JSON report', async () => {
  const contents = ownPostings().map((text) => new TextEncoder().encode(text));
  expect(contents.length).toBeGreaterThan(500);
  contents.push(Uint8Array.of(0xff, 0xfe, 0x41, 0), Uint8Array.of(0xc3, 0x28), new Uint8Array());
  contents.push(new TextEncoder().encode('\ufeff---\r\nlane: llm\r\nlevel: senior\r\n---\r\n# ML Engineer\r\n'));
  contents.push(new TextEncoder().encode('+++\nlane = "llm"\ncomp = "$190K-230K"\n+++\n\n# ML Engineer 🚀\n'));
  const named = contents.map((bytes, at) => [`jobs/${String(at).padStart(4, '0')}.md`, bytes] as const);
  const cwd = folderOf(Object.fromEntries(named));
  const { out } = await run(['check', 'jobs', '--format', 'json', '--today', TODAY], { cwd });
  const { page } = await playground.open();
  const report = await reportIn(
    page,
    named.map(([path, bytes]) => ({ path, base64: Buffer.from(bytes).toString('base64') })),
  );
  expect(JSON.parse(out).postings.length).toBe(contents.length - 2);
  expect(report === out ? '' : firstDifference(report, out)).toBe('');
});

/** Where two long texts part, as a failure can show it. */
function firstDifference(ours: string, theirs: string): string {
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 200);
  return `browser: …${around(ours)}…\ncommand line: …${around(theirs)}…`;
}
