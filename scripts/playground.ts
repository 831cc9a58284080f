/**
 * Builds the playground, one static page, and serves it on this machine.
 *
 *   node scripts/playground.ts                   writes site/index.html and serves it on http://localhost:4180
 *   node scripts/playground.ts --port 8080       on another port
 *   node scripts/playground.ts --build           writes it only
 *   node scripts/playground.ts --out <folder>    into another folder
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { playgroundPage } from './playground-page.ts';

const HOME = fileURLToPath(new URL('../site', import.meta.url));

/** What the command line asks for; a fault of it ends the run with a sentence. */
function asked(): { readonly build: boolean; readonly port: number; readonly out: string } {
  try {
    const { values } = parseArgs({
      options: {
        build: { type: 'boolean', default: false },
        port: { type: 'string', default: '4180' },
        out: { type: 'string', default: HOME },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`“${values.port}” is no port`);
    return { build: values.build, port, out: resolve(values.out) };
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error}. Known are --build, --port <number>, --out <folder>.`,
    );
    process.exit(2);
  }
}

const { build, port, out } = asked();
const page = await playgroundPage();
const file = join(out, 'index.html');
mkdirSync(out, { recursive: true });
writeFileSync(file, page);
console.log(`${file}: ${Math.round(Buffer.byteLength(page) / 1024)} KiB`);

if (!build) {
  const server = createServer(({ url }, response) => {
    const known = url === '/' || url === '/index.html';
    response.writeHead(known ? 200 : 404, { 'content-type': known ? 'text/html; charset=utf-8' : 'text/plain' });
    response.end(known ? page : 'There is one page, at /.\n');
  });
  server.on('error', ({ message }) => {
    console.error(`The page cannot be served: ${message}. Try another port: npm run playground -- --port 8080`);
    process.exitCode = 1;
  });
  server.listen(port, 'localhost', () => {
    console.log(`The playground is at http://localhost:${port}. Ctrl+C ends it.`);
  });
}
