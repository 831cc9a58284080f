import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpFetch } from '../src/http.ts';

const answer = async (request: IncomingMessage, response: ServerResponse) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const moved = /^\/(301|303|307)$/.exec(request.url ?? '');
  if (moved) return response.writeHead(Number(moved[1]), { location: '/here' }).end();
  if (request.url === '/away') return response.writeHead(302, { location: `${other}/here` }).end();
  if (request.url === '/never') return undefined;
  if (request.url === '/broken') return request.socket.destroy();
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'X-Kind': 'echo' });
  return response.end(`${request.method} ${body} ${request.headers.authorization ?? 'nobody'}`);
};
const servers = [createServer(answer), createServer(answer)];
let here = '';
let other = '';

beforeAll(async () => {
  for (const server of servers) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  [here, other] = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`) as [
    string,
    string,
  ];
});
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

const headers = { authorization: 'token x' };
const post = { method: 'POST', body: 'größer', headers };

test('a request is sent and its answer read as fetch would', async () => {
  const response = await httpFetch(`${here}/here`, post);
  expect(response.status).toBe(200);
  expect(response.url).toBe(`${here}/here`);
  expect(response.headers.get('x-kind')).toBe('echo');
  expect(response.headers.get('X-Kind')).toBe('echo');
  expect(response.headers.get('link')).toBeNull();
  expect([...response.headers]).toContainEqual(['x-kind', 'echo']);
  expect(await response.text()).toBe('POST größer token x');
});

test.each([
  ['307', 'POST größer token x'],
  ['301', 'GET  token x'],
  ['303', 'GET  token x'],
])('a redirect (%s) is followed', async (path, text) => {
  const response = await httpFetch(`${here}/${path}`, post);
  expect(await response.text()).toBe(text);
  expect(response.url).toBe(`${here}/here`);
});

test('the token goes to no other host', async () => {
  expect(await (await httpFetch(`${here}/away`, { headers })).text()).toBe('GET  nobody');
});

test('a request that is given up ends with the reason', async () => {
  await expect(httpFetch(`${here}/never`, { signal: AbortSignal.timeout(20) })).rejects.toThrow('timeout');
});

test('a connection that breaks off is an error', async () => {
  await expect(httpFetch(`${here}/broken`)).rejects.toThrow();
});
