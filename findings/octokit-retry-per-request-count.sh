#!/usr/bin/env bash
# In @octokit/plugin-retry the number of retries of one request also decides whether it is sent again at all, and when.
#
# Guess before the run: `request: { retries: 2 }` is the plugin's own default of tries for one request; a 404 stays on
# the list of what is never retried, and a 500 is tried again after 1 and 4 seconds.
# Seen, @octokit/core 7.0.6 with @octokit/plugin-retry 8.1.1: without the option a 404 is sent once. With it the same 404
# is sent three times, and all three leave within half a second: the list `doNotRetry` is passed by, and so is the wait.
# What follows: set the number for the whole client, and per request nothing but `retries: 0`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @octokit/core@7.0.6 @octokit/plugin-retry@8.1.1 >/dev/null
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';

async function ask(options) {
  const times = [];
  const server = createServer((request, response) => {
    times.push(Date.now());
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"message":"Not Found"}');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const octokit = new (Octokit.plugin(retry))({
    baseUrl: `http://127.0.0.1:${server.address().port}`,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  await octokit.request('GET /repos/o/r', options).catch(() => {});
  server.close();
  server.closeAllConnections();
  return `sent ${times.length}, ${times.at(-1) - times[0] < 500 ? 'at once' : 'with waits'}`;
}

console.log(`404:                 ${await ask({})}`);
console.log(`404 with retries: 2: ${await ask({ request: { retries: 2 } })}`);
process.exit(0);
JS
out=$(node run.mjs)
echo "$out"
wanted='404:                 sent 1, at once
404 with retries: 2: sent 3, at once'
[ "$out" = "$wanted" ] || { echo "this has changed: wanted" >&2; echo "$wanted" >&2; exit 1; }
