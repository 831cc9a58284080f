#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { readCommandLine } from './cli/command-line.ts';
import { COMMANDS } from './cli/commands/index.ts';
import { EXIT, type Io, UsageError, widthOf } from './cli/io.ts';
import { outputOf } from './cli/output.ts';
import { plain } from './render/plain.ts';
import { VERSION } from './version.ts';

/** Widest help: longer lines are hard to read. */
const HELP_WIDTH = 100;

/** Runs a command line and gives its exit code. Never throws; touches nothing but the disk and what `io` holds. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const request = readCommandLine(argv, COMMANDS);
    switch (request.kind) {
      case 'version': {
        io.stdout.write(`${VERSION}\n`);
        return EXIT.pass;
      }
      case 'help': {
        const { commandHelp, helpText } = await import(/* webpackChunkName: "rare" */ './cli/help.ts');
        const { wrapPage } = await import(/* webpackChunkName: "rare" */ './render/wrap.ts');
        const page = request.command ? commandHelp(request.command) : helpText(COMMANDS);
        io.stdout.write(wrapPage(page, Math.min(widthOf(io) ?? HELP_WIDTH, HELP_WIDTH)));
        return EXIT.pass;
      }
      default:
        return await request.command.run(request.line, io);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`jd-review: ${error.message}\n`);
    } else if (isDiskFull(error)) {
      io.stderr.write(DISK_FULL);
    } else {
      io.stderr.write(failure(error, argv, io));
    }
    return EXIT.failed;
  }
}

const DISK_FULL =
  'jd-review: The disk is full, so that the report could not be written. Free some space; a long report also waits in a temporary file, for which TMPDIR may name a folder on another disk.\n';

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** A fault of the program, for whoever reports it; the stack only where it is asked for. */
function failure(error: unknown, argv: readonly string[], io: Io): string {
  const reason = error instanceof Error ? error.message : String(error);
  const stack = io.env.JD_REVIEW_DEBUG === '1' && error instanceof Error ? `${error.stack}\n` : '';
  const command = plain(['jd-review', ...argv].join(' '));
  return `jd-review ${VERSION} failed: ${plain(reason)}. Please report this with the command (${command}); JD_REVIEW_DEBUG=1 shows where it failed.\n${stack}`;
}

/** True where this file is the program that was started, also through a link as package managers make it. */
function isStarted(): boolean {
  const started = process.argv[1];
  if (!started) return false;
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(import.meta.url));
  } catch {
    return false;
  }
}

if (isStarted()) {
  // Awaited at the top level, the bundle would be wrapped in a function and its code parsed twice.
  if (isMainThread) void run();
  else void import(/* webpackChunkName: "rare" */ './cli/thread.ts').then(({ serve }) => serve());
}

async function run(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), {
    get stdin() {
      return process.stdin;
    },
    stdout: outputOf(1),
    stderr: outputOf(2),
    env: process.env,
    cwd: process.cwd(),
    now: Date.now,
    program: fileURLToPath(import.meta.url),
  });
}
