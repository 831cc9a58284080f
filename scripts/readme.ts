/** Parts of README.md that follow from other files: the tables of inputs and outputs, and what the first command prints. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../src/cli.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The sample posting whose report the README shows. */
const SAMPLE = 'examples/senior-assistant-engineer.md';

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function inputs(action: Action): string {
  const rows = Object.entries(action.inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    description,
    value ? `\`${value}\`` : '',
  ]);
  return table([['input', 'what it does', 'default'], ['---', '---', '---'], ...rows]);
}

function outputs(action: Action): string {
  const rows = Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return table([['output', 'what it holds'], ['---', '---'], ...rows]);
}

async function sample(root: string): Promise<string> {
  let text = '';
  const out = { write: (chunk: string) => (text += chunk), isTTY: true, columns: 112 };
  await main(['check', SAMPLE, '--today', '2026-11-22'], {
    stdin: process.stdin,
    stdout: out,
    stderr: process.stderr,
    env: { NO_COLOR: '1' },
    cwd: root,
    now: Date.now,
  } as unknown as Parameters<typeof main>[1]);
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

/** README.md with its generated parts made anew; the text between the marks of a part is replaced. */
export async function readme(root: string): Promise<string> {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
  const parts: Record<string, string> = {
    sample: await sample(root),
    inputs: inputs(action),
    outputs: outputs(action),
  };
  let text = readFileSync(join(root, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
  for (const [name, part] of Object.entries(parts)) {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(open), text.indexOf(close)];
    if (from < 0 || to < from) throw new Error(`README.md has no ${open} … ${close}`);
    text = `${text.slice(0, from + open.length)}\n${part}\n${text.slice(to)}`;
  }
  return text;
}
