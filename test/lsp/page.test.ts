/** The samples of docs/editors.md: each is read as its editor reads it, and starts the server. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { describe, expect, test } from 'vitest';
import { FIX_ALL } from '../../src/lsp/actions.ts';
import { folderOf } from '../support/run.ts';
import { isBuilt, startClient } from './client.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/editors.md`, 'utf8').replaceAll('\r\n', '\n');

/** The block of a chapter. */
function block(chapter: string, language: string): string {
  const text = page.split(/^## /m).find((each) => each.startsWith(`${chapter}\n`))!;
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)![1]!;
}

const vscode = JSON.parse(block('VS Code', 'json'));
const zed = JSON.parse(block('Zed', 'json'));
const helix = getStaticTOMLValue(parseTOML(block('Helix', 'toml'))) as unknown as {
  'language-server': { 'jd-review': { command: string; args: string[] } };
  language: { name: string; 'language-servers': string[] }[];
};
const started = helix['language-server']['jd-review'];
const neovim = block('Neovim', 'lua');
const listIn = (key: string) =>
  [...new RegExp(`${key} = \\{([^}]*)\\}`).exec(neovim)![1]!.matchAll(/'([^']*)'/g)].map(([, word]) => word!);

const commands: readonly (readonly [editor: string, command: readonly string[]])[] = [
  ['VS Code', [vscode['glspc.server.command'], ...vscode['glspc.server.commandArguments']]],
  ['Neovim', listIn('cmd')],
  ['Helix', [started.command, ...started.args]],
  ['Zed', [zed.lsp.marksman.binary.path, ...zed.lsp.marksman.binary.arguments]],
];

describe.skipIf(!isBuilt)('the command of', () => {
  test.each(commands)('%s starts the server', async (_editor, [program, ...args]) => {
    expect(program).toBe('node');
    const command = args.map((arg) => arg.replace('/path/to/jd-review/', root));
    const client = await startClient(folderOf({}), { command });
    expect(client.answer.serverInfo?.name).toBe('jd-review');
    expect(await client.leave()).toBe(0);
  });
});

describe('the settings of', () => {
  const languages = ['markdown', 'mdx', 'yaml'];

  test('VS Code name the languages, and the action that mends on save', () => {
    expect(vscode['glspc.server.languageId']).toEqual(languages);
    expect(Object.keys(vscode['editor.codeActionsOnSave'])).toEqual([FIX_ALL]);
  });

  test('Neovim name the languages, and enable the server that they configure', () => {
    expect(listIn('filetypes')).toEqual(languages);
    expect(/vim\.lsp\.enable\('(\w+)'\)/.exec(neovim)![1]).toBe(/vim\.lsp\.config\('(\w+)'/.exec(neovim)![1]);
  });

  test('Helix give the server to its languages', () => {
    expect(helix.language.map(({ name }) => name)).toEqual(['markdown', 'yaml']);
    for (const each of helix.language) expect(each['language-servers']).toContain('jd-review');
  });

  test('Zed start it for Markdown in the place of the server that they replace', () => {
    expect(zed.languages.Markdown.language_servers).toEqual(Object.keys(zed.lsp));
  });
});
