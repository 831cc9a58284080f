/** What pages that are one file are made of: scripts and styles inside them, and the hashes that a policy tells them by. */
import { createHash } from 'node:crypto';
import { build } from 'esbuild';

/** An entry and all that it imports, as one script or style sheet for browsers, in short form. */
export async function minified(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: path.endsWith('.css') ? ['chrome120', 'firefox120', 'safari17'] : 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text.trim();
}

/** The same, to stand in an element of HTML. Throws where HTML would read a part of it as its end. */
export async function inlined(path: string): Promise<string> {
  const text = await minified(path);
  const end = /<!--|<\/?(?:script|style)/i.exec(text);
  if (end) throw new Error(`${path} holds “${end[0]}”, which HTML would read as its end.`);
  return text;
}

/** A script or style as a content security policy names it. */
export function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
