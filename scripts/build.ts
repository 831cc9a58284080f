/**
 * Builds `dist/` from the sources: the Action, the command line and the rules they read.
 *
 *   node scripts/build.ts           writes dist/
 *   node scripts/build.ts --check   exits 1 and names the files when dist/ is not what the sources give
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
// @ts-expect-error ncc ships no types
import ncc from '@vercel/ncc';
import { parse } from 'acorn';
import { reportPage } from './report-page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'jd-review-dist-')) : join(root, 'dist');

/** File of dist/ by the entry that it is bundled from. */
const ENTRIES = { 'index.js': 'action.js', 'cli.js': 'cli.js' };

/** Packages that are files of their own: code loads them only where a text needs them. */
const OWN_FILES = ['yaml', 'undici'];

/** What GitHub's packages name of undici, which they need for a proxy alone. */
const UNDICI = ['fetch', 'ProxyAgent'];

interface Bundle {
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: Buffer }>>;
}

/** One file with all that an entry needs, and the chunks that it loads later. */
function bundle(entry: string, filename: string): Promise<Bundle> {
  return ncc(entry, {
    minify: true,
    cache: false,
    quiet: true,
    filename,
    externals: filename === 'index.js' ? { undici: './undici-later.cjs' } : {},
  });
}

async function build(): Promise<void> {
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', root], { stdio: 'inherit' });
  if (!check) rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [file, entry] of Object.entries(ENTRIES)) {
    const { code, assets } = await bundle(join(root, 'lib', entry), file);
    writeFileSync(join(out, file), inAscii(parsedOnce(code)));
    for (const [name, { source }] of Object.entries(assets)) {
      writeFileSync(join(out, name), name.endsWith('.js') ? inAscii(await minified(name, source)) : source);
    }
  }
  for (const name of OWN_FILES) {
    const { code } = await bundle(createRequire(import.meta.url).resolve(name), `${name}.cjs`);
    writeFileSync(join(out, `${name}.cjs`), inAscii(code));
  }
  const getters = UNDICI.map((name) => `get ${name}(){return require("./undici.cjs").${name}}`);
  writeFileSync(join(out, 'undici-later.cjs'), `module.exports={${getters.join()}};\n`);
  writeFileSync(join(out, 'report.html'), await reportPage());
  chmodSync(join(out, 'cli.js'), 0o755);
  execFileSync(process.execPath, [join(root, 'scripts/bundle-rules.ts'), join(out, 'rules.json')], {
    stdio: 'inherit',
  });
}

/** A chunk in short form: ncc minifies entries only. */
async function minified(name: string, source: Buffer): Promise<string> {
  const file = join(root, 'lib', name);
  writeFileSync(file, source);
  return (await bundle(file, name)).code;
}

/**
 * A bundle whose modules are functions in parentheses. V8 takes those for called at once; others it first skims, and then
 * parses again when the bundle calls them, which it does with every module before anything else.
 */
function parsedOnce(code: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, params, body } of modulesOf(code)) {
    pieces.push(code.slice(at, start), `(function(${params})${body})`);
    at = end;
  }
  if (at === 0) throw new Error('no module was found in the bundle; has its form changed?');
  return [...pieces, code.slice(at)].join('');
}

/** The modules of a bundle: arrow functions in the table that its first declaration holds. */
function modulesOf(code: string) {
  const tables = parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body.flatMap((statement) =>
    statement.type === 'VariableDeclaration' ? statement.declarations.map(({ init }) => init) : [],
  );
  const modules = tables.flatMap((table) =>
    table?.type === 'ObjectExpression'
      ? table.properties.map((property) => (property.type === 'Property' ? property.value : undefined))
      : [],
  );
  return modules.flatMap((module) => {
    if (module?.type !== 'ArrowFunctionExpression' || module.body.type !== 'BlockStatement') return [];
    const { start, end, params, body } = module;
    const names = params.map((param) => code.slice(param.start, param.end)).join();
    return [{ start, end, params: names, body: code.slice(body.start, body.end) }];
  });
}

/** Code with escapes for all other characters: V8 reads ASCII in half the memory and without decoding it. */
function inAscii(code: string): string {
  const escaped = /\\[^\0-\x7f]/.exec(code);
  if (escaped) throw new Error(`a backslash before “${escaped[0]}” would be read as one before its escape`);
  return code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Names the files that differ between the fresh build and the committed one. */
function differences(): string[] {
  const committed = join(root, 'dist');
  const names = new Set([...readdirSync(committed), ...readdirSync(out)]);
  const read = (folder: string, name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return undefined;
    }
  };
  return [...names].filter((name) => read(committed, name) !== read(out, name));
}

await build();
if (check) {
  const stale = differences();
  rmSync(out, { recursive: true, force: true });
  if (stale.length > 0) {
    console.error(`dist/ is not what the sources give: ${stale.join(', ')}. Run «npm run build» and commit dist/.`);
    process.exit(1);
  }
  console.log('dist/ is what the sources give.');
}
