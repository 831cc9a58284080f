import { plain } from '../render/plain.ts';

/** What the command line may touch besides the disk; tests pass their own. */
export interface Io {
  /** `isTTY` where a person writes it. */
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Working directory: relative paths start here. */
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A folder outside of which nothing is read that the user or the repository names; anything is where absent. */
  readonly within?: string;
  /** Path of the program, for threads that judge beside this one; without it there are none. */
  readonly program?: string;
}

export interface Output {
  /** False where it waits for its reader: then `drained` tells when to go on. */
  write(text: string | Uint8Array): unknown;
  readonly drained?: () => Promise<void>;
  /** The reader went away. */
  readonly closed?: boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Whether it shows links (OSC 8). */
  readonly hyperlinks?: () => Promise<boolean>;
}

/** Columns that output should fit, where that is known: of the terminal, or as COLUMNS says. */
export function widthOf({ stdout, env }: Pick<Io, 'stdout' | 'env'>): number | undefined {
  if (stdout.isTTY) return stdout.columns;
  const said = Number(env.COLUMNS);
  return Number.isInteger(said) && said > 0 ? said : undefined;
}

/** Exit codes. */
export const EXIT = {
  /** No finding at or over fail-on. */
  pass: 0,
  /** Findings at or over fail-on. */
  findings: 1,
  /** The request could not be carried out. */
  failed: 2,
} as const;

/**
 * An error of the request, not of the program: its lines say what to do, and the exit code is 2. They may quote paths
 * and other words of strangers, so each is made safe to print.
 */
export class UsageError extends Error {
  constructor(...lines: readonly string[]) {
    super(lines.map(plain).join('\n'));
  }
}
