import type { Command, Option } from './command.ts';

const ABOUT = 'jd-review reviews machine-learning job postings the way a linter reviews code.';
const EXIT_CODES = 'Exit code: 0 passed, 1 findings at or over --fail-on, 2 could not run.';
const GENERAL: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', says: 'this text; behind a command, what it takes (-h)' },
  version: { type: 'boolean', says: 'the version (-v)' },
};

/** What `jd-review --help` prints: all commands, and where their flags are told. */
export function helpText(commands: readonly Command[]): string {
  return page([
    ABOUT,
    section('Usage', callLines(commands.flatMap((command) => command.calls))),
    section('Flags of every command', flagLines(GENERAL)),
    EXIT_CODES,
    ...examples(commands),
  ]);
}

/** What `jd-review <command> --help` prints. */
export function commandHelp(command: Command): string {
  return page([
    section('Usage', callLines(command.calls)),
    ...(command.more === undefined ? [] : [command.more]),
    ...(hasFlags(command) ? [section('Flags', flagLines(command.options))] : []),
    EXIT_CODES,
    ...examples([command]),
  ]);
}

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function callLines(calls: Command['calls']): string[] {
  const width = Math.max(...calls.map(([line]) => line.length));
  return calls.map(([line, says]) => `jd-review ${line.padEnd(width)}   ${says}`);
}

function hasFlags({ options }: Command): boolean {
  return Object.keys(options).length > 0;
}

function flagLines(options: Readonly<Record<string, Option>>): string[] {
  const flags = Object.entries(options).flatMap(([name, { value, says }]) =>
    says === undefined ? [] : [[`--${name}${value ? ` ${value}` : ''}`, says] as const],
  );
  const width = Math.max(...flags.map(([flag]) => flag.length));
  return flags.map(([flag, says]) => `${flag.padEnd(width)}  ${says}`);
}

function examples(commands: readonly Command[]): string[] {
  const lines = commands.flatMap((command) => command.examples ?? []);
  return lines.length === 0
    ? []
    : [
        section(
          'Examples',
          lines.map((line) => `jd-review ${line}`),
        ),
      ];
}
