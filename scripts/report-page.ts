/** The page of the HTML report without its postings: styles and script are in it, and a policy that lets nothing else run. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../src/render/html', import.meta.url));

/** Makes it; `<!-- name -->` is left where src/render/html/page.ts puts in what is told. */
export async function reportPage(): Promise<string> {
  const script = await minified('client/main.ts');
  const style = await minified('style.css');
  const parts: Readonly<Record<string, string>> = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}">`,
    style: `<style>${style}</style>`,
    script: `<script>${script}</script>`,
  };
  const page = readFileSync(join(folder, 'page.html'), 'utf8');
  return page.replace(/<!-- (\w+) -->/g, (mark, name: string) => parts[name] ?? mark);
}

/** An entry and all that it imports, in short form. */
async function minified(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: entry.endsWith('.css') ? ['chrome120', 'firefox120', 'safari17'] : 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const text = outputFiles[0]!.text;
  const end = /<!--|<\/?(?:script|style)/i.exec(text);
  if (end) throw new Error(`${entry} holds “${end[0]}”, which HTML would read as its end.`);
  return text.trim();
}

/** No network at all; only this script and this style run, told by their hashes. */
function policyFor(script: string, style: string): string {
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
