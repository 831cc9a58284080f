/** The playground as one HTML file: page, styles, engine, rules and examples, under a policy that lets nothing out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulesFolder, yamlFiles } from '../src/builtin.ts';
import { kinds } from '../src/checks/index.ts';
import { precompile } from '../src/policy/compile.ts';
import type { RuleSources } from '../src/policy/model.ts';
import { readSources } from '../src/rule-files/sources.ts';
import { VERSION } from '../src/version.ts';
import { hash, inlined, minified } from './inlined.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src/playground');

/** The example that the page opens with: it has something of everything to show. */
const FIRST = 'senior-assistant-engineer.md';

/** The page. Throws where the rules or the sources have a fault. */
export async function playgroundPage(): Promise<string> {
  const style = await inlined(join(source, 'styles/index.css'));
  const page = await inlined(join(source, 'page.ts'));
  const parts: Readonly<Record<string, string>> = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policyFor(page, style)}">`,
    style: `<style>${style}</style>`,
    data: [
      data('rules', rules()),
      data('engine', await minified(join(source, 'worker/worker.ts'))),
      data('examples', examples()),
    ].join('\n'),
    page: `<script>${page}</script>`,
    version: VERSION,
  };
  const template = readFileSync(join(source, 'page.html'), 'utf8');
  return template.replace(/<!-- (\w+) -->/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`page.html asks for “${name}”, and nothing is of that name.`);
    return part;
  });
}

/** The built-in rules as the engine takes them. */
function rules(): RuleSources {
  const { sources, problems } = readSources(yamlFiles(rulesFolder()), kinds);
  const fault = problems.find(({ severity }) => severity === 'error');
  if (fault) throw new Error(`${fault.path}: ${fault.message}`);
  return precompile(sources, kinds);
}

/** Nothing may be fetched or sent. Only this script and this style run, told by their hashes; the worker comes from a blob of the page. */
function policyFor(page: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hash(page)}`,
    `style-src ${hash(style)}`,
    'worker-src blob:',
    'img-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** A value that the page reads by its id, as JSON that HTML takes for nothing else. */
function data(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

function examples(): { name: string; text: string }[] {
  const folder = join(root, 'examples');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const inOrder = [FIRST, ...names.filter((name) => name !== FIRST).sort()];
  return inOrder.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { name: /^# (.+)/m.exec(text)?.[1] ?? file, text };
  });
}
