import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';

/** Redirects that are followed, as `fetch` does. */
const MAX_REDIRECTS = 20;

/**
 * `fetch` as far as the client of GitHub needs it, over Node's own HTTP: loading a whole one takes longer than all else
 * that a run does where no posting changed.
 */
export const httpFetch: typeof fetch = async (input, init = {}) => {
  const headers = { ...(init.headers as Record<string, string> | undefined) };
  const signal = init.signal ?? undefined;
  let url = new URL(String(input));
  let { method = 'GET' } = init;
  let body = init.body as string | undefined;
  for (let redirects = 0; ; redirects++) {
    const answer = await send(url, { method, headers, ...(signal ? { signal } : {}) }, body);
    const { statusCode: status = 0 } = answer;
    const { location } = answer.headers;
    if (location === undefined || !REDIRECTS.has(status) || redirects === MAX_REDIRECTS) {
      const text = await textOf(answer, signal);
      return { status, url: url.href, headers: headersOf(answer), text: async () => text } as unknown as Response;
    }
    answer.resume();
    const next = new URL(location, url);
    // The token is for the first host alone.
    if (next.origin !== url.origin) delete headers.authorization;
    if (status === 303 || (status < 303 && method === 'POST')) {
      method = 'GET';
      body = undefined;
    }
    url = next;
  }
};

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function send(url: URL, options: RequestOptions, body: string | undefined): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((done, fail) => {
    const sent = request(url, options, done);
    sent.on('error', (error) => fail(options.signal?.aborted ? options.signal.reason : error));
    sent.end(body);
  });
}

async function textOf(answer: IncomingMessage, signal: AbortSignal | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer) chunks.push(chunk as Buffer);
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function headersOf({ headers }: IncomingMessage): ReadonlyMap<string, string> & Pick<Headers, 'get'> {
  const all = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const map = new Map(all);
  return Object.assign(map, { get: (name: string) => Map.prototype.get.call(map, name.toLowerCase()) ?? null });
}
