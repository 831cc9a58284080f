/** The page of the HTML report without its postings: styles and script are in it, and a policy that lets nothing else run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash, inlined } from './inlined.ts';

const folder = fileURLToPath(new URL('../src/render/html', import.meta.url));

/** Makes it; `<!-- name -->` is left where src/render/html/page.ts puts in what is told. */
export async function reportPage(): Promise<string> {
  const script = await inlined(join(folder, 'client/main.ts'));
  const style = await inlined(join(folder, 'style.css'));
  const parts: Readonly<Record<string, string>> = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}">`,
    style: `<style>${style}</style>`,
    script: `<script>${script}</script>`,
  };
  const page = readFileSync(join(folder, 'page.html'), 'utf8');
  return page.replace(/<!-- (\w+) -->/g, (mark, name: string) => parts[name] ?? mark);
}

/** No network at all; only this script and this style run, told by their hashes. */
function policyFor(script: string, style: string): string {
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
}
