#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFlags } from './cli/flags.ts';
import { EXIT, type Io, UsageError } from './cli/io.ts';

/** Runs a command line and gives its exit code. Never throws; touches nothing but the disk and what `io` holds. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const flags = readFlags(argv);
    switch (flags.command) {
      case 'version': {
        const { VERSION } = await import(/* webpackMode: "eager" */ './version.ts');
        io.stdout.write(`${VERSION}\n`);
        return EXIT.pass;
      }
      case 'help': {
        const { HELP } = await import(/* webpackMode: "eager" */ './cli/help.ts');
        io.stdout.write(HELP);
        return EXIT.pass;
      }
      case 'check': {
        const { check } = await import(/* webpackMode: "eager" */ './cli/check.ts');
        return await check(flags, io);
      }
      default: {
        const { explain, rules } = await import(/* webpackMode: "eager" */ './cli/explain.ts');
        return await (flags.command === 'rules' ? rules(flags, io) : explain(flags, io));
      }
    }
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`jd-review: ${error.message}\n`);
    } else {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.stderr.write(`jd-review failed; please report this:\n${stack}\n`);
    }
    return EXIT.failed;
  }
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
  // A reader that closes early, such as head, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await main(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    now: Date.now,
  });
}
