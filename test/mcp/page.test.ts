/** The samples of docs/assistants.md. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, test } from 'vitest';
import { folderOf } from '../support/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/assistants.md`, 'utf8').replaceAll('\r\n', '\n');

test.skipIf(!existsSync(`${root}dist/cli.js`))(
  'the server of the page starts, and has the tools of its table',
  async () => {
    const { mcpServers } = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!);
    const { command, args } = mcpServers['jd-review'] as { command: string; args: string[] };
    expect(command).toBe('node');
    const here = args.map((arg) =>
      arg.replace('/path/to/jd-review/', root).replace('/path/to/repository', folderOf({})),
    );
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(new StdioClientTransport({ command: process.execPath, args: here }));
    const { tools } = await client.listTools();
    await client.close();
    const rows = [...page.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, name, takes]) => ({
      name,
      takes: [...takes!.matchAll(/`(\w+)`/g)].map(([, word]) => word),
    }));
    expect(tools.map(({ name, inputSchema }) => ({ name, takes: Object.keys(inputSchema.properties ?? {}) }))).toEqual(
      rows,
    );
  },
);
