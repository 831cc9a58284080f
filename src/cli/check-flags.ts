import { CONFIG, type Flags, TODAY } from './command.ts';

/** The flags of `jd-review check`. */
export const CHECK_OPTIONS = {
  format: {
    type: 'string',
    value: '<name>',
    of: ['human', 'compact', 'json', 'html', 'markdown', 'github', 'sarif'],
    says: 'human (default), compact (one line a finding), json, html (a page to open in a browser), markdown, github (workflow annotations) or sarif',
  },
  output: {
    type: 'string',
    value: '<file>',
    says: 'write the report into this file, whole or not at all, instead of to standard output',
  },
  'fail-on': {
    type: 'string',
    value: '<level>',
    of: ['error', 'warning', 'notice', 'never'],
    says: 'lowest severity that fails: error (default), warning, notice or never',
  },
  rule: {
    type: 'string',
    multiple: true,
    value: '<id>',
    says: 'run this rule only, also where it is off; may be given several times',
  },
  'all-rules': { type: 'boolean', says: 'run every rule, also those that are off' },
  fix: { type: 'boolean', says: 'write the fixes that are certain into the files, and list them' },
  diff: { type: 'boolean', says: 'with --fix: show those fixes as a unified diff and write nothing' },
  explain: {
    type: 'string',
    value: '<file:line>',
    says: 'how that line was read, and so why a rule spoke or was silent',
  },
  base: { type: 'string', value: '<revision>', says: 'review only the postings that changed since this git revision' },
  'fail-scope': {
    type: 'string',
    value: '<what>',
    of: ['posting', 'line'],
    says: 'with --base: every finding of a changed posting decides (posting, default) or only those on changed lines (line)',
  },
  baseline: {
    type: 'string',
    value: '<file>',
    says: 'findings that the team knows: they do not fail and are only counted (default: what “baseline” in the configuration names)',
  },
  'update-baseline': { type: 'boolean', says: 'write what is found now into the baseline' },
  'no-baseline': { type: 'boolean', says: 'show known findings like all others' },
  shard: {
    type: 'string',
    value: '<i/n>',
    says: 'judge one of n parts of the postings; “jd-review merge” puts their JSON reports together',
  },
  ...TODAY,
  ...CONFIG,
} as const;

export type CheckFlags = Flags<typeof CHECK_OPTIONS>;
