import { parseArgs } from 'node:util';
import { nearest } from '../nearest.ts';
import type { Command, Flags, Line, Option } from './command.ts';
import { UsageError } from './io.ts';

type Options = Readonly<Record<string, Option>>;

/** The flags of every command. */
const GENERAL = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** A command line, read: a command and what it is run on, a page of help (of one command, or the whole), or the version. */
export type Request =
  | { readonly kind: 'run'; readonly command: Command; readonly line: Line<Options> }
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'version' };

/** Reads a command line; throws a {@link UsageError} that says what is wrong and what would be right. */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): Request {
  const named = commandIn(argv, commands);
  const options = named?.options ?? allOptions(commands);
  const { values, positionals } = parse(argv, options, named, commands);
  const { help, version, ...flags } = values;
  if (help) return { kind: 'help', ...(named ? { command: named } : {}) };
  if (version) return { kind: 'version' };
  const [word, ...args] = positionals;
  if (word === undefined && Object.keys(flags).length > 0) {
    throw new UsageError(`Name a command first, such as: jd-review check ${argv.join(' ')}`);
  }
  if (word === undefined || word === 'help') return helpOn(args[0], commands);
  if (word === 'version') return { kind: 'version' };
  if (!named) throw new UsageError(noCommand(word, commands));
  for (const [name, value] of Object.entries(flags)) hold(name, value, options[name]);
  // `parseArgs` and `hold` have held them against the declaration.
  return { kind: 'run', command: named, line: { args, flags: flags as Flags<Options> } };
}

/** The command that a line names: its first word that is neither a flag nor the value of one. */
function commandIn(argv: readonly string[], commands: readonly Command[]): Command | undefined {
  const { positionals } = parseArgs({ args: [...argv], options: taken(allOptions(commands)), strict: false });
  return commands.find(({ name }) => name === positionals[0]);
}

function allOptions(commands: readonly Command[]): Options {
  return Object.assign({}, ...commands.map(({ options }) => options));
}

/** Options as `parseArgs` takes them. */
function taken(options: Options) {
  const own = Object.entries(options).map(([name, { type, multiple = false }]) => [name, { type, multiple }] as const);
  return { ...Object.fromEntries(own), ...GENERAL };
}

function helpOn(name: string | undefined, commands: readonly Command[]): Request {
  const command = commands.find((each) => each.name === name);
  return { kind: 'help', ...(command ? { command } : {}) };
}

function noCommand(word: string, commands: readonly Command[]): string {
  const near = nearest(
    word,
    commands.map(({ name }) => name),
  );
  return `There is no command “${word}”. ${near ? `Did you mean “${near}”? ` : ''}To review postings, write: jd-review check ${near ? '<paths>' : word}`;
}

function parse(
  argv: readonly string[],
  options: Options,
  command: Command | undefined,
  commands: readonly Command[],
): { values: Record<string, string | boolean | (string | boolean)[] | undefined>; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], options: taken(options), allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(complaint(error as Error & { code?: string }, argv, options, command, commands));
  }
}

function complaint(
  error: Error & { code?: string },
  argv: readonly string[],
  options: Options,
  command: Command | undefined,
  commands: readonly Command[],
): string {
  const named = /'(-[^'\s]*)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const flag = named || (argv.find((arg) => arg.startsWith('-')) ?? '');
    const name = flag.replace(/^-+/, '').replace(/=.*/, '');
    const owner = commands.find((each) => Object.hasOwn(each.options, name));
    if (command && owner)
      return `--${name} belongs to “${owner.name}”, not to “${command.name}”. Leave it out, or write: jd-review ${owner.name} --${name}`;
    const near = name.length > 1 ? nearest(name, [...Object.keys(options), ...Object.keys(GENERAL)]) : undefined;
    return `There is no flag ${flag}. ${near ? `Did you mean --${near}?` : 'See: jd-review --help'}`;
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const name = /--([\w-]+)/.exec(error.message)?.[1] ?? '';
    const takes = Object.hasOwn(options, name) && options[name]!.type === 'string';
    return takes
      ? `--${name} needs a value. Write --${name}=<value>; see jd-review ${command ? `${command.name} ` : ''}--help.`
      : `--${name} takes no value. Write --${name} alone.`;
  }
  return error.message;
}

/** Holds a flag's value against the words that it takes. */
function hold(flag: string, value: unknown, option: Option | undefined): void {
  const allowed = option?.of;
  if (!allowed) return;
  for (const word of [value].flat()) {
    if (typeof word !== 'string' || allowed.includes(word)) continue;
    const near = nearest(word, allowed);
    throw new UsageError(
      `--${flag} cannot be “${word}”. ${near ? `Did you mean “${near}”? ` : ''}It is one of ${allowed.join(', ')}.`,
    );
  }
}
