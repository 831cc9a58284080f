/** A write that the token may not do, as GitHub's refusal names it. */
export interface Denied {
  /** `review`, `check`, `summary`, … */
  readonly what: string;
  /** Value of `x-accepted-github-permissions`, where GitHub sends it. */
  readonly accepted?: string;
}

/** All that the Action needs, in the order that a workflow lists it. */
export const NEEDED: Readonly<Record<string, 'read' | 'write'>> = {
  contents: 'read',
  'pull-requests': 'write',
  checks: 'write',
};

/** What each write needs, for the GraphQL side, which sends no header. */
const BY_WRITE: Readonly<Record<string, string>> = {
  review: 'pull_requests=write',
  'line comments': 'pull_requests=write',
  summary: 'pull_requests=write',
  check: 'checks=write',
  issue: 'issues=write',
};

/** The permissions whose lack was the reason of refusals, as the workflow should have them: `checks: write`. */
export function lacking(denied: readonly Denied[]): readonly string[] {
  const asked = denied.flatMap(({ what, accepted }) => {
    const [first] = waysOf(accepted ?? BY_WRITE[what]);
    return first ?? [];
  });
  return [
    ...new Set(
      asked.map(([scope = '', level = 'read']) => {
        const name = yamlName(scope);
        return `${name}: ${NEEDED[name] ?? level}`;
      }),
    ),
  ];
}

/** The `permissions:` block to paste: the usual one, and what the refusals name beside it. */
export function permissionsBlock(denied: readonly Denied[]): string {
  const wanted: Record<string, string> = { ...NEEDED };
  for (const { what, accepted } of denied) {
    // Of several that GitHub accepts, one is enough: the one that is in the list already, or else the first.
    for (const [scope = '', level = 'read'] of waysOf(accepted ?? BY_WRITE[what])[0] ?? []) {
      const name = yamlName(scope);
      if (name && wanted[name] !== 'write') wanted[name] = level;
    }
  }
  return `permissions:\n${Object.entries(wanted)
    .map(([name, level]) => `  ${name}: ${level}`)
    .join('\n')}\n`;
}

/** The sets of permissions that GitHub accepts for something; one that {@link NEEDED} names already comes first. */
function waysOf(accepted = ''): readonly (readonly string[][])[] {
  const ways = accepted
    .split(';')
    .map((way) => way.trim())
    .filter(Boolean)
    .map((way) => way.split(',').map((pair) => pair.trim().split('=')));
  const isUsual = (way: readonly string[][]) => way.every(([scope = '']) => yamlName(scope) in NEEDED);
  return [...ways.filter(isUsual), ...ways.filter((way) => !isUsual(way))];
}

function yamlName(scope: string): string {
  return scope.replaceAll('_', '-');
}

/** Why a token is refused something: the likeliest of the three causes, the permissions that it lacks, and what to do. */
export function deniedReason(fork: boolean, event: string, lacks: readonly string[] = []): string {
  if (fork && event === 'pull_request') {
    return (
      'This pull request comes from a fork or from Dependabot, so GitHub gives its run a token that can only read. ' +
      'Findings stand in the job summary. To have comments on forks, add the second workflow that jd-review shows in ' +
      'docs/pull-requests.md under Forks: it runs after this one, on workflow_run. (One workflow on pull_request_target does it as well, but ' +
      'public repositories block that event from 2026-12-02 on, unless Settings → Actions → Policies allows it.)'
    );
  }
  const what = lacks.length > 0 ? `lacks ${lacks.map((each) => `\`${each}\``).join(' and ')}` : 'may not write here';
  return (
    `The token of this run ${what}. ` +
    'Give the job the permissions below; where it has them, ' +
    'the organisation or the repository limits tokens to reading (Settings → Actions → General → Workflow permissions).'
  );
}
