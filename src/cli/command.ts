import type { Io } from './io.ts';

/** A flag: as `parseArgs` of Node takes it, with what help says of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  /** The words that it takes; any where absent. */
  readonly of?: readonly string[];
  /** What its value is called in help, `<file>`. */
  readonly value?: string;
  /** What help says; absent where the flag stands only beside another that says it. */
  readonly says?: string;
}

type ValueOf<O extends Option> = O extends { type: 'boolean' }
  ? boolean
  : O extends { of: readonly (infer Word)[] }
    ? Word
    : string;

/** The flags that were given, by their names. */
export type Flags<O extends Readonly<Record<string, Option>>> = {
  readonly [Name in keyof O]?: O[Name] extends { multiple: true } ? readonly ValueOf<O[Name]>[] : ValueOf<O[Name]>;
};

/** What a command is run on. */
export interface Line<O extends Readonly<Record<string, Option>>> {
  readonly args: readonly string[];
  readonly flags: Flags<O>;
}

/** A command: how it is called, which flags it takes, and what runs it. */
export interface Command<O extends Readonly<Record<string, Option>> = Readonly<Record<string, Option>>> {
  readonly name: string;
  /** Ways to call it, each with what it does then. */
  readonly calls: readonly (readonly [line: string, says: string])[];
  /** What help says below the calls. */
  readonly more?: string;
  readonly options: O;
  readonly examples?: readonly string[];
  /** Gives the exit code; throws a `UsageError` where the request is wrong. */
  readonly run: (line: Line<O>, io: Io) => Promise<number>;
}

/** Declares a command; its flags get their types from the declaration. */
export function command<const O extends Readonly<Record<string, Option>>>(declared: Command<O>): Command<O> {
  return declared;
}

/** The flag of all commands that read the team's configuration. */
export const CONFIG = {
  config: {
    type: 'string',
    value: '<file>',
    says: "configuration to use (default the nearest .github/jd-review.yml up to the repository's top)",
  },
} as const;

/** The flag of all commands that judge dates. */
export const TODAY = {
  today: { type: 'string', value: '<day>', says: 'judge dates as of YYYY-MM-DD instead of today' },
} as const;
