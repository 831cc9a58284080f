/** The built language server, driven over standard input and output by a client that knows the protocol alone. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import type { Finding } from '../../src/types/review.ts';
import { folderOf, run } from '../support/run.ts';
import { after, BUILT, type Client, endAll, isBuilt, startClient, TODAY, uriOf } from './client.ts';

const HEADER = `---
lane: applied
level: mid
comp: { min: 150000, max: 188000, currency: USD, period: year }
location: Remote (US)
employment_type: Full-time
---
`;
const POSTING = `${HEADER}
# Machine Learning Engineer, Delivery Times 🚀

## Requirements

- 🚀 PhD in statistics
- He will own the model
`;

afterEach(endAll);

const repository = (files: Readonly<Record<string, string>> = {}) => folderOf({ '.git/HEAD': '', ...files });
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const named = (diagnostics: readonly Diagnostic[], code: string) => diagnostics.find((each) => each.code === code)!;
/** The part of a text that a range covers, counted in UTF-16 as the protocol does. */
const wordsAt = (text: string, { range }: Diagnostic) =>
  text.split(/\r\n|\n/)[range.start.line]!.slice(range.start.character, range.end.character);
const some = (diagnostics: readonly Diagnostic[]) => diagnostics.length > 0;

async function opened(text = POSTING, files: Readonly<Record<string, string>> = {}, path = 'jobs/a.md') {
  const folder = repository(files);
  const client = await startClient(folder);
  const uri = uriOf(folder, path);
  client.open(uri, text);
  return { folder, client, uri };
}

describe.skipIf(!isBuilt)('diagnostics', () => {
  test('are the findings of check, at the same places and with the severities of editors', async () => {
    const { folder, client, uri } = await opened();
    const diagnostics = await client.diagnostics(uri, some);
    mkdirSync(join(folder, 'jobs'));
    writeFileSync(join(folder, 'jobs/a.md'), POSTING);
    const { out } = await run(['check', '--format', 'json', '--today', TODAY], { cwd: folder });
    const { findings } = JSON.parse(out).postings[0];
    const expected = findings.map((each: Finding) => ({
      code: each.rule,
      message: each.message,
      severity: { error: 1, warning: 2, notice: 3 }[each.severity],
      source: 'jd-review',
      range: {
        start: { line: each.line - 1, character: each.column - 1 },
        end: { line: each.endLine - 1, character: each.endColumn - 1 },
      },
    }));
    expect(diagnostics.map(({ codeDescription: _, ...each }) => each)).toEqual(expected);
    expect(named(diagnostics, 'phd-required').severity).toBe(DiagnosticSeverity.Error);
  });

  test('lead to the page of their rule', async () => {
    const { client, uri } = await opened();
    const { codeDescription } = named(await client.diagnostics(uri, some), 'phd-required');
    expect(codeDescription?.href).toMatch(/\/rules\/README\.md#phd-required$/);
  });

  test('count UTF-16 units: behind a sign of two the words are still those of the finding', async () => {
    const { client, uri } = await opened();
    expect(wordsAt(POSTING, named(await client.diagnostics(uri, some), 'phd-required'))).toBe('PhD');
  });

  test('stand right in a text with CRLF', async () => {
    const text = POSTING.replaceAll('\n', '\r\n');
    const { client, uri } = await opened(text);
    const diagnostics = await client.diagnostics(uri, some);
    expect(wordsAt(text, named(diagnostics, 'phd-required'))).toBe('PhD');
    expect(wordsAt(text, named(diagnostics, 'gendered-language'))).toBe('He');
  });

  test('follow what is typed, edit by edit', async () => {
    const { client, uri } = await opened();
    await client.diagnostics(uri, some);
    const line = POSTING.split('\n').findIndex((each) => each.includes('PhD'));
    // Behind the rocket, of two units.
    const range = { start: { line, character: 5 }, end: { line, character: 8 } };
    client.change(uri, 2, [{ range, text: 'Grounding' }]);
    const diagnostics = await client.diagnostics(uri, (each) => some(each) && !codes(each).includes('phd-required'));
    expect(codes(diagnostics)).toContain('gendered-language');
    expect(client.told.findLast((each) => each.uri === uri)?.version).toBe(2);
  });

  test('are not told of a text that was typed over at once', async () => {
    const { client, uri } = await opened();
    for (let version = 2; version <= 20; version++)
      client.change(uri, version, [{ text: POSTING + 'x'.repeat(version) }]);
    await client.diagnostics(uri, () => client.told.at(-1)?.version === 20);
    expect(client.told.filter((each) => each.uri === uri).map(({ version }) => version)).toEqual([20]);
  });

  test('leave out what is waived', async () => {
    const { client, uri } = await opened(
      POSTING.replace('- 🚀 PhD', '<!-- jd-review allow phd-required: the grant demands it -->\n- 🚀 PhD'),
    );
    expect(codes(await client.diagnostics(uri, some))).not.toContain('phd-required');
  });

  test('are taken back when a document is closed', async () => {
    const { client, uri } = await opened();
    await client.diagnostics(uri, some);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    expect(await client.diagnostics(uri, (each) => !some(each))).toEqual([]);
  });

  test('of a document larger than is read are one, which says so', async () => {
    const { client, uri } = await opened(HEADER + 'He will own the model.\n'.repeat(50_000));
    const diagnostics = await client.diagnostics(uri, some);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The file is larger than 256 KiB and was not read: keep one job posting a file.',
    ]);
  });
});

describe.skipIf(!isBuilt)('which documents are postings', () => {
  const quiet = async (client: Client, uri: string) => (await client.diagnostics(uri)).length === 0;

  test.each(['docs/notes.md', 'jobs/TEMPLATE.md', 'jobs/.drafts/a.md', 'node_modules/jobs/a.md', 'jobs/a.txt'])(
    '%s is none',
    async (path) => {
      const { client, uri } = await opened(POSTING, {}, path);
      expect(await quiet(client, uri)).toBe(true);
    },
  );

  test('a README among them is one only where it has the shape of one', async () => {
    const { folder, client, uri } = await opened('# Our jobs\n\nHe will own the model.\n', {}, 'jobs/README.md');
    expect(await quiet(client, uri)).toBe(true);
    const other = uriOf(folder, 'jobs/other/README.md');
    client.open(other, POSTING);
    expect(codes(await client.diagnostics(other, some))).toContain('phd-required');
  });

  test('the globs of the team are those from the top of the repository, also where a folder of it is open', async () => {
    const folder = repository({ '.github/jd-review.yml': 'postings: ["people/roles/**/*.md"]\n', 'people/x': '' });
    const client = await startClient(join(folder, 'people'));
    const uri = uriOf(folder, 'people/roles/a.md');
    client.open(uri, POSTING);
    expect(codes(await client.diagnostics(uri, some))).toContain('phd-required');
  });

  test('an untitled text is one where it has the shape of one', async () => {
    const { client } = await opened();
    client.open('untitled:Untitled-1', POSTING);
    client.open('untitled:Untitled-2', '# Shopping\n\n- He buys milk\n');
    expect(codes(await client.diagnostics('untitled:Untitled-1', some))).toContain('phd-required');
    expect(await quiet(client, 'untitled:Untitled-2')).toBe(true);
  });

  test('each folder of a workspace has its own configuration', async () => {
    const strict = repository();
    const lax = repository({ '.github/jd-review.yml': 'rules: { phd-required: off }\n' });
    const client = await startClient(strict, { folders: [strict, lax] });
    for (const folder of [strict, lax]) client.open(uriOf(folder, 'jobs/a.md'), POSTING);
    expect(codes(await client.diagnostics(uriOf(strict, 'jobs/a.md'), some))).toContain('phd-required');
    expect(codes(await client.diagnostics(uriOf(lax, 'jobs/a.md'), some))).not.toContain('phd-required');
  });

  test('a folder that is added is known from then on', async () => {
    const folder = folderOf({ 'lax/.github/jd-review.yml': 'rules: { phd-required: off }\n' });
    const client = await startClient(folder, { folders: [] });
    const uri = uriOf(folder, 'lax/jobs/a.md');
    client.open(uri, POSTING);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: uriOf(folder, 'lax'), name: 'lax' }], removed: [] },
    });
    const diagnostics = await client.diagnostics(uri, (each) => some(each) && !codes(each).includes('phd-required'));
    expect(codes(diagnostics)).toContain('gendered-language');
  });
});

describe.skipIf(!isBuilt)('the configuration', () => {
  const CONFIG = '.github/jd-review.yml';

  test('is read again when it changes', async () => {
    const { folder, client, uri } = await opened(POSTING, { [CONFIG]: 'fail-on: error\n' });
    await client.diagnostics(uri, (each) => codes(each).includes('phd-required'));
    expect(client.registered).toEqual(['workspace/didChangeWatchedFiles']);
    writeFileSync(join(folder, CONFIG), 'rules: { phd-required: off }\n');
    client.watched(join(folder, CONFIG));
    await client.diagnostics(uri, (each) => some(each) && !codes(each).includes('phd-required'));
  });

  test('counts as it stands in the editor, saved or not', async () => {
    const { folder, client, uri } = await opened(POSTING, { [CONFIG]: 'fail-on: error\n' });
    await client.diagnostics(uri, (each) => codes(each).includes('phd-required'));
    client.open(uriOf(folder, CONFIG), 'rules: { phd-required: off }\n', 'yaml');
    await client.diagnostics(uri, (each) => some(each) && !codes(each).includes('phd-required'));
  });

  test('shows its faults at their places; postings are not reviewed meanwhile and say so', async () => {
    const faulty = 'fail-on: error\nrules:\n  phd-requird: off\n';
    const { folder, client, uri } = await opened(POSTING, { [CONFIG]: faulty });
    const config = uriOf(folder, CONFIG);
    const [fault] = await client.diagnostics(config, some);
    expect(fault).toMatchObject({ severity: 1, range: { start: { line: 2, character: 2 } } });
    expect(fault!.message).toContain('phd-required');
    const diagnostics = await client.diagnostics(uri, some);
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('is not reviewed until')]);
    writeFileSync(join(folder, CONFIG), faulty.replace('requird', 'required'));
    client.watched(join(folder, CONFIG));
    expect(await client.diagnostics(config, (each) => !some(each))).toEqual([]);
    expect(codes(await client.diagnostics(uri, (each) => each.length > 1))).not.toContain('phd-required');
  });

  test('has faults in a file of bands shown there', async () => {
    const folder = repository({
      [CONFIG]: 'bands: bands.csv\nbands-as-of: 2026-09-01\n',
      'bands.csv': 'lane,level,min,max\napplied,mid,150000,nonsense\n',
    });
    const client = await startClient(folder);
    const [fault] = await client.diagnostics(uriOf(folder, 'bands.csv'), some);
    expect(fault!.severity).toBe(1);
  });
});

describe.skipIf(!isBuilt)('a baseline', () => {
  const CONFIG = '.github/jd-review.yml';
  const BASELINE = '.github/jd-baseline.json';

  test('keeps what is known out of the diagnostics, as check does', async () => {
    const folder = repository({ [CONFIG]: `baseline: ${BASELINE}\n`, 'jobs/a.md': POSTING });
    await run(['check', '--update-baseline', '--today', TODAY], { cwd: folder });
    const client = await startClient(folder);
    const uri = uriOf(folder, 'jobs/a.md');
    client.open(uri, `${POSTING}- She will own it\n`);
    const diagnostics = await client.diagnostics(uri, some);
    expect(diagnostics.map(({ code }) => code)).toEqual(['gendered-language']);
    expect(diagnostics[0]!.message).toContain('She');
  });

  test('that is not there is a fault, told where it should be', async () => {
    const { folder, client, uri } = await opened(POSTING, { [CONFIG]: `baseline: ${BASELINE}\n` });
    const [fault] = await client.diagnostics(uriOf(folder, BASELINE), some);
    expect(fault!.message).toContain('--update-baseline');
    expect((await client.diagnostics(uri, some))[0]!.message).toContain('is not reviewed until');
  });
});

describe.skipIf(!isBuilt)('hovers', () => {
  test('give the reason, the cure and the source of the rule', async () => {
    const { client, uri } = await opened();
    const { range } = named(await client.diagnostics(uri, some), 'phd-required');
    const hover = await client.hover(uri, range.start.line, range.start.character + 1);
    expect(hover).toMatchObject({ range, contents: { kind: 'markdown' } });
    const { value } = hover!.contents as { value: string };
    expect(value).toMatch(/\(`phd-required`, error\)\n\nWhy: .+\n\nFix: .+\n\nSource: .+\n\n\[More on this rule\]/);
  });

  test('are plain text for a client that shows no Markdown', async () => {
    const folder = repository();
    const client = await startClient(folder, { capabilities: {} });
    const uri = uriOf(folder, 'jobs/a.md');
    client.open(uri, POSTING);
    const { range } = named(await client.diagnostics(uri, some), 'phd-required');
    const hover = await client.hover(uri, range.start.line, range.start.character);
    expect(hover!.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^Why: /m) });
  });

  test('are none where nothing is found', async () => {
    const { client, uri } = await opened();
    await client.diagnostics(uri, some);
    expect(await client.hover(uri, 0, 0)).toBeNull();
  });
});

describe.skipIf(!isBuilt)('actions', () => {
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  test('offer a fix at its words, preferred where it is the only cure', async () => {
    const { client, uri } = await opened();
    const { range } = named(await client.diagnostics(uri, some), 'gendered-language');
    const [fix] = await client.actions(uri, range);
    expect(fix).toMatchObject({ title: 'Fix: “He” → “They”', kind: 'quickfix', isPreferred: true });
    expect(fix!.diagnostics?.[0]?.code).toBe('gendered-language');
    expect(after(POSTING, fix!)).toBe(POSTING.replace('He will', 'They will'));
  });

  test.each(['\n', '\r\n'])('mend all that check --fix mends, to the same text (line ends %j)', async (end) => {
    const text = `${POSTING}- He or she will be the rockstar of his team\n`.replaceAll('\n', end);
    const { folder, client, uri } = await opened(text, { 'jobs/a.md': text });
    await client.diagnostics(uri, some);
    const [action] = await client.actions(uri, all, ['source.fixAll']);
    await run(['check', 'jobs', '--fix', '--today', TODAY], { cwd: folder });
    const fixed = readFileSync(join(folder, 'jobs/a.md'), 'utf8');
    expect(fixed).not.toBe(text);
    expect(after(text, action!)).toBe(fixed);
  });

  test('write a waiver that counts once it has its reason, and not before', async () => {
    const { client, uri } = await opened();
    const { range } = named(await client.diagnostics(uri, some), 'phd-required');
    const waive = (await client.actions(uri, range)).find(({ title }) => title.startsWith('Allow phd-required'))!;
    const text = after(POSTING, waive);
    expect(text).toContain('<!-- jd-review allow phd-required:  -->\n- 🚀 PhD');
    client.change(uri, 2, [{ text }]);
    const blank = await client.diagnostics(uri, (each) =>
      each.some(({ message }) => String(message).includes('gives no reason')),
    );
    expect(codes(blank)).toContain('phd-required');
    client.change(uri, 3, [{ text: text.replace(':  -->', ': the grant demands it -->') }]);
    await client.diagnostics(uri, (each) => some(each) && !codes(each).includes('phd-required'));
  });

  test('write a waiver of what stands in the frontmatter there', async () => {
    const text = POSTING.replace('188000', '152000').replace('150000', '90000');
    const { client, uri } = await opened(text);
    const below = named(await client.diagnostics(uri, some), 'comp-below-band');
    const waive = (await client.actions(uri, below.range)).find(({ title }) =>
      title.startsWith('Allow comp-below-band'),
    )!;
    expect(after(text, waive)).toMatch(/^---\n# jd-review allow comp-below-band: \nlane: applied\n/);
  });

  test('in MDX write a waiver as MDX', async () => {
    const { client, uri } = await opened(POSTING, {}, 'jobs/a.mdx');
    const { range } = named(await client.diagnostics(uri, some), 'phd-required');
    const waive = (await client.actions(uri, range)).find(({ title }) => title.startsWith('Allow phd-required'))!;
    expect(after(POSTING, waive)).toContain('{/* jd-review allow phd-required:  */}\n- 🚀 PhD');
  });

  test('offer no waiver that policy forbids', async () => {
    const { client, uri } = await opened(POSTING, { '.github/jd-review.yml': 'waivable: none\n' });
    await client.diagnostics(uri, some);
    const titles = (await client.actions(uri, all)).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Allow'))).toEqual([]);
    expect(titles).toContain('Fix: “He” → “They”');
  });

  test('come as plain changes for a client that knows no versions', async () => {
    const folder = repository();
    const client = await startClient(folder, { capabilities: {} });
    const uri = uriOf(folder, 'jobs/a.md');
    client.open(uri, POSTING);
    const [fix] = await client.actions(uri, named(await client.diagnostics(uri, some), 'gendered-language').range);
    expect(Object.keys(fix!.edit!.changes!)).toEqual([uri]);
  });
});

describe.skipIf(!isBuilt)('the end', () => {
  test('is 0 after a shutdown, and 1 without one', async () => {
    const folder = repository();
    expect(await (await startClient(folder)).leave()).toBe(0);
    const rude = await startClient(folder);
    await rude.connection.sendNotification('exit');
    expect(await rude.ended).toBe(1);
  });

  test('comes when the client closes the pipe', async () => {
    const client = await startClient(repository(), { args: ['--stdio'] });
    client.process.stdin!.end();
    expect(await client.ended).toBe(1);
  });

  test('comes when the process that the client named is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const client = await startClient(repository(), { processId: parent.pid! });
    parent.kill();
    expect(await client.ended).toBe(1);
  });

  test('nothing but the protocol comes by standard output', async () => {
    const server = spawn(process.execPath, [BUILT, 'lsp'], {
      cwd: repository({ '.github/jd-review.yml': 'nonsense: 1\n' }),
    });
    let out = '';
    server.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('latin1');
    });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    send({ method: 'initialized', params: {} });
    send({ id: 2, method: 'nowhere/nothing', params: {} });
    send({ id: 3, method: 'shutdown' });
    send({ method: 'exit' });
    const code = await new Promise((resolve) => server.on('exit', resolve));
    expect(code).toBe(0);
    let rest = out;
    while (rest !== '') {
      const [head, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(rest) ?? [];
      expect(head, rest.slice(0, 80)).toBeDefined();
      JSON.parse(rest.slice(head!.length, head!.length + Number(length)));
      rest = rest.slice(head!.length + Number(length));
    }
  });

  test('paths are refused: the editor says what is open', async () => {
    const { code, err } = await run(['lsp', 'jobs']);
    expect(err).toBe('jd-review: “lsp” takes no paths: the editor says what is open.\n');
    expect(code).toBe(2);
  });
});

test.skipIf(!isBuilt)(
  'a hostile folder does no harm: a configuration that is a folder is a fault like any',
  async () => {
    const folder = repository({ '.github/jd-review.yml/x': '' });
    const client = await startClient(folder);
    const [fault] = await client.diagnostics(uriOf(folder, '.github/jd-review.yml'), some);
    expect(fault!.message).toContain('not a regular file');
    rmSync(folder, { recursive: true });
    expect(await client.leave()).toBe(0);
  },
);
