import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { routeOf } from './contract.ts';
import { answerGraphql, githubSchema } from './graphql.ts';
import { Refusal } from './refusal.ts';
import { type Answer, answer, PARTIAL } from './rest.ts';
import type { World } from './state.ts';

/** Milliseconds that a second of waiting takes in tests. */
export const SECOND_MS = 3;

/** One request as the fake saw it. */
export interface Seen {
  /** `GET pulls/list-files`, `graphql query`, `graphql mutation`, … */
  readonly name: string;
  readonly write: boolean;
  readonly status: number;
  readonly body: unknown;
}

export type FaultKind =
  | '500'
  | '502'
  | '429'
  | 'secondary'
  | 'graphql limit'
  | 'dropped'
  | 'lost'
  | 'truncated'
  | '401'
  | '403'
  | '404'
  | '422';

/** Seconds that a limit asks to wait: not the first wait of any library, so that tests tell who read it. */
export const LIMIT_SECONDS = 6;

/** Breaks the requests that it matches, `times` of them (default 1). `index` counts all requests from 0. */
export interface Fault {
  readonly kind: FaultKind;
  readonly when: (name: string, index: number) => boolean;
  readonly times?: number;
}

export interface FakeGitHub {
  readonly url: string;
  readonly world: World;
  readonly seen: Seen[];
  /** What GitHub's descriptions have against requests of the Action and answers of the fake. */
  readonly violations: string[];
  faults: Fault[];
  /** Changes an answer of GraphQL before it is sent: what GitHub leaves out where a question costs too much. */
  cut?: (answer: GraphqlAnswer, variables: Readonly<Record<string, unknown>>) => void;
  /** Fields that this GitHub does not have, as `Type.field`: a question for one is refused whole. */
  withoutFields: string[];
  /** Milliseconds that a second takes for the Action under test; a limit stays closed as long as it said. */
  second: number;
  /** Called before each request is answered: lets a test change the world in the middle of a run. */
  before?: (name: string, index: number) => void | Promise<void>;
  close(): Promise<void>;
}

export interface GraphqlAnswer {
  data: Record<string, unknown> | null;
  errors?: { type?: string; path?: readonly (string | number)[]; message: string }[];
}

/** Path under which the fake answers: as github.com, or as a GitHub Enterprise Server. */
export interface Addresses {
  readonly rest: '' | '/api/v3';
  readonly graphql: '/graphql' | '/api/graphql';
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

/** Starts a GitHub on a free port of this machine. */
export async function startGitHub(
  world: World,
  addresses: Addresses = { rest: '', graphql: '/graphql' },
): Promise<FakeGitHub> {
  githubSchema();
  const used = new Map<Fault, number>();
  const closed = new Map<string, number>();
  let index = 0;
  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      fake.violations.push(`the fake failed: ${(error as Error).stack}`);
      response.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeGitHub = {
    url: origin,
    world,
    seen: [],
    violations: [],
    faults: [],
    withoutFields: [],
    second: SECOND_MS,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? '/', origin);
    const name = nameOf(request.method ?? '', url.pathname, body);
    const at = index++;
    await fake.before?.(name, at);
    const fault = fake.faults.find((item) => (used.get(item) ?? 0) < (item.times ?? 1) && item.when(name, at));
    if (fault) used.set(fault, (used.get(fault) ?? 0) + 1);
    const refused = fault && instead(fault.kind);
    const same = `${name} ${JSON.stringify(body)}`;
    if (Date.now() < (closed.get(same) ?? 0)) fake.violations.push(`${name} came again before the time it was told`);
    // A timer may fire a little early; a second less still tells a wait of six from one of one or four.
    if (fault && LIMITS.includes(fault.kind)) closed.set(same, Date.now() + (LIMIT_SECONDS - 1) * fake.second);
    const wrote = name === 'graphql mutation' || /^(POST|PATCH|PUT|DELETE) /.test(name);
    if (fault?.kind === 'dropped') {
      fake.seen.push({ name, write: false, status: 0, body });
      request.socket.destroy();
      return;
    }
    const result = refused ?? (await answerOf(request, url, body));
    fake.seen.push({ name, write: wrote && result.status < 300, status: result.status, body });
    if (fault?.kind === 'lost') {
      request.socket.destroy();
      return;
    }
    send(response, result, fault?.kind === 'truncated');
  }

  function nameOf(method: string, pathname: string, body: unknown): string {
    if (pathname === addresses.graphql) {
      return /^\s*mutation/.test(String((body as { query?: string })?.query)) ? 'graphql mutation' : 'graphql query';
    }
    return `${method} ${routeOf(method, pathname.slice(addresses.rest.length))?.id ?? pathname}`;
  }

  async function answerOf(request: IncomingMessage, url: URL, body: unknown): Promise<Answer> {
    try {
      const token = world.tokens.get((request.headers.authorization ?? '').replace(/^(token|bearer) /i, ''));
      if (!token) throw new Refusal(401, 'Bad credentials');
      if (url.pathname === addresses.graphql) {
        const question = body as { query: string; variables?: Record<string, unknown> };
        const unknown = unknownField(question.query, fake.withoutFields);
        if (unknown) return { status: 200, body: { errors: [{ message: unknown }] } };
        const result = await answerGraphql({ world, token, origin }, question);
        fake.violations.push(...result.faults.map((fault) => `graphql: ${fault}`));
        fake.cut?.(result.body as GraphqlAnswer, question.variables ?? {});
        return { status: 200, body: result.body };
      }
      if (!url.pathname.startsWith(addresses.rest)) throw new Refusal(404, 'Not Found');
      const route = routeOf(request.method ?? '', url.pathname.slice(addresses.rest.length));
      if (!route) {
        fake.violations.push(`no such operation: ${request.method} ${url.pathname}`);
        throw new Refusal(404, 'Not Found');
      }
      const wrong = route.faultOfRequest(url.searchParams, body);
      if (wrong) {
        fake.violations.push(`${route.id}: ${wrong}`);
        throw new Refusal(422, `Invalid request. ${wrong}`);
      }
      const { id, path } = route;
      const result = answer({ world, token, id, path, query: url.searchParams, body, origin });
      const own = PARTIAL.has(id) ? undefined : route.faultOfAnswer(result.status, result.body);
      if (own) fake.violations.push(`answer of ${id}: ${own}`);
      return result;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const documentation_url = 'https://docs.github.com/rest';
      const errors = error.errors ? { errors: error.errors } : {};
      const refusal = { message: error.message, ...errors, documentation_url, status: String(error.status) };
      return { status: error.status, body: refusal, headers: error.headers };
    }
  }
  return fake;
}

const LIMITS: readonly FaultKind[] = ['429', 'secondary', 'graphql limit'];

/** What a broken GitHub answers in place of its work; kinds that do the work first answer nothing here. */
function instead(kind: FaultKind): Answer | undefined {
  const headers = { 'retry-after': String(LIMIT_SECONDS) };
  const limit = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  switch (kind) {
    case '429':
      return { status: 429, body: { message: 'Too Many Requests' }, headers };
    case 'secondary':
      return { status: 403, body: { message: limit }, headers };
    case 'graphql limit':
      return { status: 200, body: { data: null, errors: [{ type: 'RATE_LIMITED', message: limit }] }, headers };
    case 'dropped':
    case 'lost':
    case 'truncated':
      return undefined;
    default:
      return { status: Number(kind), body: { message: REASONS[kind] } };
  }
}

const REASONS = {
  500: 'Server Error',
  502: 'Bad Gateway',
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  422: 'Validation Failed',
};

/** GitHub's words for the first field in a document that it does not have. */
function unknownField(query: string, fields: readonly string[]): string | undefined {
  if (fields.length === 0) return undefined;
  const types = new TypeInfo(githubSchema());
  let found: string | undefined;
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field({ name: { value } }) {
        const field = `${types.getParentType()?.name}.${value}`;
        if (fields.includes(field)) found ??= `Field '${value}' doesn't exist on type '${types.getParentType()?.name}'`;
      },
    }),
  );
  return found;
}

function send(response: ServerResponse, result: Answer, truncated: boolean): void {
  const whole = Buffer.from(result.body === undefined ? '' : JSON.stringify(result.body));
  const bytes = truncated ? whole.subarray(0, whole.length >> 1) : whole;
  response.writeHead(result.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3600),
    ...result.headers,
  });
  response.end(bytes);
}
