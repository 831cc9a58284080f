import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { playgroundPage } from '../../scripts/playground-page.ts';
import { launch } from './browser.ts';

/** The playground as someone has it open. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page asked for, by URL, and what it complained of. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** The playground, built once and served on this machine, and a browser to open it in. */
export interface Playground {
  readonly url: string;
  readonly html: string;
  /** Opens it in place of what was open before. */
  open(options?: BrowserContextOptions, fragment?: string): Promise<Opened>;
  close(): Promise<void>;
}

/** Day of the page’s clock. */
export const TODAY = '2026-11-22';

/** How long building it and starting a browser may take on a busy machine, in milliseconds. */
export const STARTING = 120_000;

/** Builds and serves the playground. Whoever starts it closes it. */
export async function startPlayground(): Promise<Playground> {
  const html = await playgroundPage();
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await launch().catch((error: unknown) => {
    server.close();
    throw error;
  });
  let last: Opened | undefined;
  return {
    url,
    html,
    open: async (options, fragment = '') => {
      await last?.context.close();
      last = await openIn(browser, url + fragment, options);
      return last;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function openIn(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, ...options });
  const page = await context.newPage();
  await page.clock.install({ time: `${TODAY}T12:00:00` });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.locator('#verdict[data-verdict]').waitFor();
  return { page, context, requests, complaints };
}

/** A file for the engine, its bytes in Base64. */
export interface Sent {
  readonly path: string;
  readonly base64: string;
}

/** The JSON report that the engine of an open page gives on files. */
export function reportIn(page: Page, files: readonly Sent[]): Promise<string> {
  return page.evaluate(
    ({ files, today }) => {
      const embedded = (id: string) => JSON.parse(document.getElementById(id)?.textContent ?? '');
      const worker = new Worker(URL.createObjectURL(new Blob([embedded('engine')])));
      worker.postMessage(embedded('rules'));
      const bytes = files.map(({ path, base64 }) => ({
        path,
        bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
      }));
      return new Promise<string>((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => ('failure' in data ? reject(new Error(data.failure)) : resolve(data.answer));
        worker.postMessage({ id: 1, ask: 'report', given: [bytes, today] });
      });
    },
    { files, today: TODAY },
  );
}
