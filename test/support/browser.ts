import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names of Chromium on a path; the machines of GitHub have Chrome. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Nothing is asked of any network by the browser itself. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine: what CHROMIUM names, else the first on the path. */
export function chromiumPath(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** A headless browser. Whoever launches it closes it. */
export async function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error(
      'This test looks at pages in Chromium, and none is on the path. Install it (apt-get install chromium), or name one in CHROMIUM.',
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}
