/** What GitHub answers instead of doing it. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, errors?: readonly unknown[], headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

export const NOT_ACCESSIBLE = 'Resource not accessible by integration';

/** GitHub counts a comment's characters, a check's bytes. */
export const LIMITS = {
  comment: 65_536,
  check: 65_535,
  annotations: 50,
  annotationMessage: 65_536,
  annotationTitle: 255,
};
