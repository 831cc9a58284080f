/** What a reader looks at: kept in the address behind `#`, so that it can be shared and gone back to. */
export interface State {
  readonly text: string;
  readonly lane: string;
  readonly level: string;
  readonly place: string;
  readonly severity: string;
  readonly rule: string;
  readonly pay: string;
  /** Column, and `-` before it from the greatest down. */
  readonly sort: string;
  /** Path of the posting that is open, and the finding in it. */
  readonly open: string;
  readonly finding: string;
}

export const START: State = {
  text: '',
  lane: '',
  level: '',
  place: '',
  severity: '',
  rule: '',
  pay: '',
  sort: '-found',
  open: '',
  finding: '',
};

/** The state that an address names. */
export function stateOf(hash: string): State {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const entries = Object.entries(START).map(([name, usual]) => [name, named.get(name) ?? usual]);
  return Object.fromEntries(entries) as unknown as State;
}

/** The address of a state; what is as at the start is left out. */
export function hashOf(state: State): string {
  const named = new URLSearchParams();
  for (const [name, usual] of Object.entries(START)) {
    const value = state[name as keyof State];
    if (value !== usual) named.set(name, value);
  }
  return `#${named}`;
}
