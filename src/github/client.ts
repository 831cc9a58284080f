import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';

/** An answer of the REST side. */
export interface Answer {
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

export interface GraphError {
  readonly type?: string;
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

/** An answer of the GraphQL side: parts may be there beside errors. */
export interface GraphAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphError[];
}

/**
 * Reading is tried again by Octokit's plugins, a write only where a limit kept it out. What GitHub asks to wait is waited
 * for; what cannot succeed is sent once. All throw {@link ApiError}.
 */
export interface Client {
  read(route: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer>;
  write(route: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer>;
  query(document: string, variables: Readonly<Record<string, unknown>>): Promise<GraphAnswer>;
  mutate(document: string, variables: Readonly<Record<string, unknown>>): Promise<GraphAnswer>;
  /** Waits so many seconds, less where the deadline is nearer. */
  wait(seconds: number): Promise<void>;
}

/** A refusal of GitHub, or no answer. */
export class ApiError extends Error {
  /** HTTP status; 0 where no whole answer came. */
  readonly status: number;
  /** The request may have been carried out all the same. */
  readonly uncertain: boolean;
  /** `x-accepted-github-permissions` of a refusal. */
  readonly accepted: string | undefined;
  /** Reasons that a 422 gives, strings or objects flattened to text. */
  readonly reasons: readonly string[];

  constructor(message: string, status: number, uncertain: boolean, accepted?: string, reasons: readonly string[] = []) {
    super(message);
    this.status = status;
    this.uncertain = uncertain;
    this.accepted = accepted;
    this.reasons = reasons;
  }
}

export interface ClientOptions {
  readonly token: string;
  /** `GITHUB_API_URL`: also of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly userAgent: string;
  /** Goes through the runner's proxy; default: Node's own. */
  readonly fetch?: typeof fetch;
  /** Milliseconds that a second of waiting takes; tests shorten it. */
  readonly second?: number;
  /** Seconds after which nothing is tried again. */
  readonly deadline?: number;
  /** Says why a request is waited for. */
  readonly log: (message: string) => void;
}

const READ_RETRIES = 2;
const LIMIT_RETRIES = 2;
/** What cannot succeed the second time either; a 429 is left to the plugin that reads how long to wait. */
const NEVER_AGAIN = [400, 401, 403, 404, 410, 422, 429, 451];
const DEADLINE_SECONDS = 300;
const REQUEST_TIMEOUT_MS = 60_000;

const Base = Octokit.plugin(retry, throttling);

/** A client for one run, with Octokit's own retries, throttling and a deadline. */
export function createClient(options: ClientOptions): Client {
  const second = options.second ?? 1000;
  const end = Date.now() + (options.deadline ?? DEADLINE_SECONDS) * 1000;
  const again =
    (kind: string) => (seconds: number, request: { method: string; url: string }, _: unknown, tries: number) => {
      const inTime = Date.now() + seconds * second < end;
      options.log(
        `GitHub's ${kind} rate limit holds up ${request.method} ${decodeURI(new URL(request.url, options.apiUrl).pathname)}: ` +
          (tries < LIMIT_RETRIES && inTime ? `trying again in ${seconds} s.` : 'not trying again.'),
      );
      return tries < LIMIT_RETRIES && inTime;
    };
  const silent = () => {};
  const octokit = new Base({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: options.userAgent,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: wholeAnswers(options.fetch ?? fetch) },
    retry: { doNotRetry: NEVER_AGAIN, retries: READ_RETRIES, retryAfterBaseValue: second },
    throttle: {
      retryAfterBaseValue: second,
      onRateLimit: again('hourly'),
      onSecondaryRateLimit: again('secondary'),
      // A run makes at most a handful of writes, one after the other: the plugin's pauses between them would only
      // make people wait. What it does when GitHub names a limit stays.
      global: unpaced,
      write: unpaced,
      notifications: unpaced,
    } as object as NonNullable<ConstructorParameters<typeof Base>[0]>['throttle'],
  });

  async function send(parameters: Record<string, unknown>, once: boolean): Promise<Answer> {
    if (Date.now() > end) throw new ApiError('GitHub took too long: the time for this run is up.', 0, false);
    try {
      // A number of retries of its own would make the plugin forget what it must never send again.
      const request = { ...(once ? { retries: 0 } : {}), signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) };
      const { data, headers } = await octokit.request({ ...parameters, request } as never);
      return { data, headers };
    } catch (error) {
      throw apiError(error);
    }
  }
  const graph = async (query: string, variables: unknown, once: boolean): Promise<GraphAnswer> => {
    const { data } = await send({ method: 'POST', url: options.graphqlUrl, query, variables }, once);
    const { data: found, errors } = (data ?? {}) as { data?: unknown; errors?: readonly GraphError[] };
    return { data: found ?? null, errors: errors ?? [] };
  };
  const rest = (route: string, parameters: object, once: boolean) => {
    const [method, url] = route.split(' ');
    return send({ method, url, ...parameters }, once);
  };
  return {
    read: (route, parameters) => rest(route, parameters, false),
    write: (route, parameters) => rest(route, parameters, true),
    query: (document, variables) => graph(document, variables, false),
    mutate: (document, variables) => graph(document, variables, true),
    wait: (seconds) =>
      new Promise((done) => setTimeout(done, Math.max(0, Math.min(seconds * second, end - Date.now())))),
  };
}

/** A limiter that limits nothing, in the form that plugin-throttling asks for. */
const unpaced = {
  key: () => ({
    schedule: (_options: unknown, work: (...given: unknown[]) => unknown, ...given: unknown[]) => work(...given),
  }),
};

/**
 * Octokit takes JSON that breaks off for a text and goes on. Here an answer is read whole first;
 * one that is no JSON counts as a bad gateway, so that reading is tried again and a write is looked up.
 * The answer has the members that Octokit uses: a `Response` of Node would load its whole fetch at the start.
 */
function wholeAnswers(plain: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await plain(input, init);
    const text = await response.text();
    const { headers, url } = response;
    const { status, body } = asPluginsRead(response.status, headers, text);
    return { status, url, headers, text: async () => body } as Response;
  };
}

/** The plugins know a limit by its status and these words; GitHub and proxies before it have others. */
const LIMIT_WORDS = 'secondary rate limit';

/** An answer as Octokit's plugins understand it: broken JSON as a bad gateway, a limit in any dress as one. */
function asPluginsRead(
  status: number,
  headers: Pick<Headers, 'get'>,
  text: string,
): { readonly status: number; readonly body: string } {
  const data = status === 204 ? {} : jsonOf(text);
  if (status < 300) {
    if (data === undefined) return { status: 502, body: '{"message":"an answer that breaks off"}' };
    const said = limitIn(data);
    return said === undefined ? { status, body: text } : limited(said, headers);
  }
  const asked = headers.get('retry-after') !== null || /\b(rate limit|abuse detection)/i.test(text);
  const limit = status === 429 || (status === 403 && asked);
  return limit ? limited((data as { message?: string } | undefined)?.message ?? '', headers) : { status, body: text };
}

function limited(said: string, headers: Pick<Headers, 'get'>): { readonly status: number; readonly body: string } {
  const hourly = headers.get('retry-after') === null && headers.get('x-ratelimit-remaining') === '0';
  const message = hourly || said.includes(LIMIT_WORDS) ? said : `${said || 'Too many requests'} (${LIMIT_WORDS})`;
  return { status: 429, body: JSON.stringify({ message }) };
}

/** Words of a GraphQL answer that holds nothing but a rate limit. */
function limitIn(data: unknown): string | undefined {
  const { data: found, errors } = (data ?? {}) as { data?: unknown; errors?: readonly GraphError[] };
  if (found || !Array.isArray(errors)) return undefined;
  return errors.find(({ type, message }) => type === 'RATE_LIMITED' || /\brate limit/i.test(message ?? ''))?.message;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Failure {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly data?: unknown; readonly headers?: Readonly<Record<string, string>> };
}

function apiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const { status = 0, message = 'no answer', response } = error as Failure;
  const whole = response !== undefined;
  const { message: said, errors } = (response?.data ?? {}) as { message?: string; errors?: readonly unknown[] };
  const reasons = (errors ?? []).map((reason) => (typeof reason === 'string' ? reason : reasonText(reason)));
  const accepted = response?.headers?.['x-accepted-github-permissions'];
  return new ApiError(said ?? message, whole ? status : 0, !whole || status >= 500, accepted, reasons);
}

function reasonText(reason: unknown): string {
  const { message, field, code } = (reason ?? {}) as { message?: string; field?: string; code?: string };
  return message ?? [field, code].filter(Boolean).join(' ');
}
