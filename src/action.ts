import * as core from '@actions/core';
import { context } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { run } from './action/run.ts';
import { httpFetch } from './http.ts';

/** Whether a self-hosted runner names a proxy. */
const proxied = Object.keys(process.env).some((name) => /^https?_proxy$/i.test(name));

await run({
  core,
  eventName: context.eventName ?? '',
  payload: context.payload,
  sha: context.sha ?? '',
  repo: context.repo,
  apiUrl: context.apiUrl,
  graphqlUrl: context.graphqlUrl,
  serverUrl: context.serverUrl,
  env: process.env,
  fetch: proxied ? (defaults.request?.fetch as unknown as typeof fetch) : httpFetch,
  now: Date.now,
});
