import { parseArgs } from 'node:util';
import { nearest } from '../policy/nearest.ts';
import type { Day, Severity } from '../types/posting.ts';
import { UsageError } from './io.ts';

export const FORMATS = ['human', 'json', 'markdown', 'github', 'sarif'] as const;
const LIMITS = ['error', 'warning', 'notice', 'never'] as const;
const SCOPES = ['posting', 'line'] as const;
const COMMANDS = ['check', 'explain', 'rules'] as const;

/** A command line, read and checked. */
export interface Flags {
  readonly command: (typeof COMMANDS)[number] | 'help' | 'version';
  /** Paths of `check`, the rule of `explain`. */
  readonly args: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly failOn?: Severity | 'never';
  readonly rules: readonly string[];
  readonly allRules: boolean;
  readonly fix: boolean;
  /** File and line to tell the reading of, `posting.md:12`. */
  readonly explain?: string;
  /** With `fix`: show what would change, and write nothing. */
  readonly diff: boolean;
  readonly base?: string;
  readonly failScope?: (typeof SCOPES)[number];
  readonly today?: Day;
  readonly config?: string;
  /** Of `rules`: run the examples of the team's own. */
  readonly test: boolean;
}

const OPTIONS = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  'all-rules': { type: 'boolean' },
  fix: { type: 'boolean' },
  explain: { type: 'string' },
  diff: { type: 'boolean' },
  base: { type: 'string' },
  'fail-scope': { type: 'string' },
  today: { type: 'string' },
  config: { type: 'string' },
  test: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Flags that only `check` takes. */
const OF_CHECK = [
  'format',
  'fail-on',
  'rule',
  'all-rules',
  'fix',
  'diff',
  'explain',
  'base',
  'fail-scope',
  'today',
] as const;

/** Reads a command line; throws a {@link UsageError} that says what is wrong and what would be right. */
export function readFlags(argv: readonly string[]): Flags {
  const { values, positionals } = parse(argv);
  const [word, ...args] = positionals;
  const command = values.help ? 'help' : values.version ? 'version' : (word ?? 'help');
  if (!isOneOf(command, [...COMMANDS, 'help', 'version'])) {
    const near = nearest(command, COMMANDS);
    throw new UsageError(
      `There is no command “${command}”. ${near ? `Did you mean “${near}”? ` : ''}To review postings, write: jd-review check ${near ? '<paths>' : command}`,
    );
  }
  if (command === 'explain' || command === 'rules') {
    const stray = OF_CHECK.find((name) => values[name] !== undefined && !(name === 'format' && command === 'rules'));
    if (stray) throw new UsageError(`--${stray} belongs to “check”, not to “${command}”. Leave it out.`);
  }
  if (values.diff && !values.fix && command === 'check') {
    throw new UsageError('--diff shows what --fix would write. Write: --fix --diff');
  }
  if (command === 'rules' && values.format !== undefined && !['human', 'json'].includes(values.format)) {
    throw new UsageError(`--format of “rules” cannot be “${values.format}”. It is one of human, json.`);
  }
  if (values.test && command !== 'rules') {
    throw new UsageError('--test belongs to “rules”: jd-review rules --test runs the examples of your own rules.');
  }
  if (command === 'explain' && args.length !== 1) {
    throw new UsageError('“explain” needs one rule id: jd-review explain <rule-id>. “jd-review rules” lists them.');
  }
  if (command === 'rules' && args.length > 0) {
    throw new UsageError('“rules” takes no paths. Write: jd-review rules');
  }
  const failScope = oneOf('fail-scope', values['fail-scope'], SCOPES);
  if (failScope && values.base === undefined) {
    throw new UsageError('--fail-scope needs --base <revision>: without it no line counts as changed.');
  }
  const failOn = oneOf('fail-on', values['fail-on'], LIMITS);
  const today = values.today === undefined ? undefined : day(values.today);
  return {
    command,
    args,
    format: oneOf('format', values.format, FORMATS) ?? 'human',
    rules: values.rule ?? [],
    allRules: values['all-rules'] ?? false,
    fix: values.fix ?? false,
    diff: values.diff ?? false,
    test: values.test ?? false,
    ...(failOn ? { failOn } : {}),
    ...(values.explain === undefined ? {} : { explain: values.explain }),
    ...(values.base === undefined ? {} : { base: values.base }),
    ...(failScope ? { failScope } : {}),
    ...(today ? { today } : {}),
    ...(values.config === undefined ? {} : { config: values.config }),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(complaint(error as Error & { code?: string }, argv));
  }
}

function complaint(error: Error & { code?: string }, argv: readonly string[]): string {
  const named = /'(-[^'\s]*)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const flag = named || (argv.find((arg) => arg.startsWith('-')) ?? '');
    const name = flag.replace(/^-+/, '').replace(/=.*/, '');
    const near = name.length > 1 ? nearest(name, Object.keys(OPTIONS)) : undefined;
    return `There is no flag ${flag}. ${near ? `Did you mean --${near}?` : 'See: jd-review --help'}`;
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const name = /--([\w-]+)/.exec(error.message)?.[1] ?? '';
    const takes = Object.hasOwn(OPTIONS, name) && OPTIONS[name as keyof typeof OPTIONS].type === 'string';
    return takes
      ? `--${name} needs a value. Write --${name}=<value>; see jd-review --help.`
      : `--${name} takes no value. Write --${name} alone.`;
  }
  return error.message;
}

function isOneOf<const T extends readonly string[]>(value: string, allowed: T): value is T[number] {
  return allowed.includes(value);
}

function oneOf<const T extends readonly string[]>(
  flag: string,
  value: string | undefined,
  allowed: T,
): T[number] | undefined {
  if (value === undefined) return undefined;
  if (isOneOf(value, allowed)) return value;
  const near = nearest(value, allowed);
  throw new UsageError(
    `--${flag} cannot be “${value}”. ${near ? `Did you mean “${near}”? ` : ''}It is one of ${allowed.join(', ')}.`,
  );
}

/** A real calendar day, `YYYY-MM-DD`. */
function day(text: string): Day {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new UsageError(`--today needs a day as YYYY-MM-DD, such as 2026-11-22, not “${text}”.`);
  }
  return text;
}
