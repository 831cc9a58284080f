import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli.ts';

/** What a run of the command line gave. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Lines that a person writes at the terminal. */
  readonly answers?: readonly string[];
  /** Width of the terminal that standard output is; none where it is no terminal. */
  readonly terminal?: number;
  /** It shows links. */
  readonly links?: boolean;
  /** Milliseconds on the clock, call by call. */
  readonly now?: () => number;
}

/** Runs the command line in this process. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = options.terminal === undefined ? {} : { isTTY: true, columns: options.terminal };
  const links = { hyperlinks: async () => options.links === true };
  const { answers } = options;
  const stdin = (async function* () {
    if (answers) yield* answers.map((line) => `${line}\n`);
    else if (options.stdin !== undefined) yield options.stdin;
  })();
  const io: Io = {
    stdin: Object.assign(stdin, { isTTY: answers !== undefined }),
    stdout: { write: (text) => out.push(Buffer.from(text).toString()), ...terminal, ...links },
    stderr: { write: (text) => err.push(Buffer.from(text).toString()), ...terminal },
    env: options.env ?? {},
    cwd: options.cwd ?? tmpdir(),
    now: options.now ?? (() => Date.UTC(2026, 10, 22)),
  };
  const code = await main(argv, io);
  return { code, out: out.join(''), err: err.join('') };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files; it is removed after the tests of the file. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jd-review-test-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
