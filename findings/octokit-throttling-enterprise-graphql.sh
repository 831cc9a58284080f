#!/usr/bin/env bash
# @octokit/plugin-throttling waits for a GraphQL rate limit on github.com and takes no notice of the same answer on a
# GitHub Enterprise Server.
#
# Guess before the run: an Enterprise Server answers GraphQL with the same body and headers, so the plugin's onRateLimit
# is called there too and the question is asked again.
# Seen, @octokit/core 7.0.6 with @octokit/plugin-throttling 11.0.5: under /graphql onRateLimit is called and the question
# is sent twice; under /api/graphql, where an Enterprise Server has it, it is sent once, onRateLimit is never called, and
# the error reaches the caller. The plugin knows GraphQL by a path that begins with “/graphql”.
# What follows: who supports Enterprise Servers has to turn such an answer into a status that the plugin reads (429).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @octokit/core@7.0.6 @octokit/plugin-throttling@11.0.5 >/dev/null
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import { Octokit } from '@octokit/core';
import { throttling } from '@octokit/plugin-throttling';

/** Asks one question of a server that says «rate limited» once, and gives how often it was asked and told. */
async function ask(base) {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const limited = asked++ === 0;
      const reset = String(Math.floor(Date.now() / 1000) - 1);
      response.writeHead(200, {
        'content-type': 'application/json',
        'x-ratelimit-remaining': limited ? '0' : '4999',
        'x-ratelimit-reset': reset,
      });
      const error = { type: 'RATE_LIMITED', message: 'API rate limit exceeded' };
      response.end(JSON.stringify(limited ? { data: null, errors: [error] } : { data: { viewer: { login: 'mona' } } }));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  let told = 0;
  const octokit = new (Octokit.plugin(throttling))({
    auth: 'x',
    baseUrl: origin + base,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: { onRateLimit: () => ++told > 0, onSecondaryRateLimit: () => false },
  });
  let end = 'answered';
  try {
    await octokit.graphql('query { viewer { login } }');
  } catch {
    end = 'error';
  }
  server.close();
  server.closeAllConnections();
  return `asked ${asked}, onRateLimit ${told}, ${end}`;
}

console.log(`github.com form:        ${await ask('')}`);
console.log(`Enterprise Server form: ${await ask('/api/v3')}`);
process.exit(0);
JS
out=$(node run.mjs)
echo "$out"
wanted='github.com form:        asked 2, onRateLimit 1, answered
Enterprise Server form: asked 1, onRateLimit 0, error'
[ "$out" = "$wanted" ] || { echo "this has changed: wanted" >&2; echo "$wanted" >&2; exit 1; }
