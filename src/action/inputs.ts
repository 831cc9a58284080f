import type { Severity } from '../types/place.ts';

/** The Action's inputs, checked. What is absent is left to the team's configuration. */
export interface Inputs {
  readonly token: string;
  /** Path of the configuration in the repository; absent: the usual places. */
  readonly config?: string;
  readonly failOn?: Severity | 'never';
  readonly failScope?: 'posting' | 'line';
  readonly comment: 'review' | 'summary' | 'none';
  readonly annotations: boolean;
  readonly checkName: string;
  readonly maxComments: number;
  readonly dryRun: boolean;
  /** A second workflow posts; this run only judges. */
  readonly handOver: boolean;
  /** A run on the whole tree of the default branch keeps the issue of its audit. */
  readonly auditIssue: boolean;
  readonly showBands?: boolean;
  readonly sarifFile?: string;
  readonly reportFile?: string;
}

const FAIL_ON = ['error', 'warning', 'notice', 'never'] as const;
const FAIL_SCOPE = ['posting', 'line'] as const;
const COMMENT = ['review', 'summary', 'none'] as const;
/** GitHub fails or stalls on reviews with more comments than these. */
const MOST_COMMENTS = 30;

/** Reads and checks all inputs in one place. Throws an Error that names every faulty one. */
export function readInputs(get: (name: string) => string): Inputs {
  const faults: string[] = [];
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | undefined => {
    const text = get(name).trim().toLowerCase();
    if (text === '') return undefined;
    const value = values.find((each) => each === text);
    if (!value) faults.push(`${name}: “${printable(text)}” is none of ${values.join(', ')}.`);
    return value;
  };
  const flag = (name: string): boolean | undefined => {
    const text = get(name).trim().toLowerCase();
    if (text === '') return undefined;
    if (text !== 'true' && text !== 'false') faults.push(`${name}: “${printable(text)}” is neither true nor false.`);
    return text === 'true';
  };
  const path = (name: string): string | undefined => get(name).trim() || undefined;

  const token = get('token').trim();
  if (token === '') faults.push('token: is empty. Leave it out to use the token of the job.');
  const failOn = oneOf('fail-on', FAIL_ON);
  const failScope = oneOf('fail-scope', FAIL_SCOPE);
  const showBands = flag('show-bands');
  const config = path('config')?.replace(/^(\.?\/)+/, '');
  const sarifFile = path('sarif-file');
  const reportFile = path('report-file');
  const number = get('max-comments').trim() || String(MOST_COMMENTS);
  const maxComments = /^\d{1,4}$/.test(number) ? Math.min(Number(number), MOST_COMMENTS) : -1;
  if (maxComments < 0)
    faults.push(`max-comments: “${printable(number)}” is no whole number from 0 to ${MOST_COMMENTS}.`);
  const inputs: Inputs = {
    token,
    comment: oneOf('comment', COMMENT) ?? 'review',
    annotations: flag('annotations') ?? true,
    checkName: get('check-name').trim() || 'jd-review / comp vs market',
    maxComments,
    dryRun: flag('dry-run') ?? false,
    handOver: flag('hand-over') ?? false,
    auditIssue: flag('audit-issue') ?? true,
    ...(failOn ? { failOn } : {}),
    ...(failScope ? { failScope } : {}),
    ...(showBands === undefined ? {} : { showBands }),
    ...(config ? { config } : {}),
    ...(sarifFile ? { sarifFile } : {}),
    ...(reportFile ? { reportFile } : {}),
  };
  if (faults.length > 0)
    throw new Error(`Faulty inputs of the Action:\n${faults.map((each) => `- ${each}`).join('\n')}`);
  return inputs;
}

function printable(text: string): string {
  return text.replace(/[^ -~]/g, '?').slice(0, 60);
}
