import * as core from '@actions/core';
import { context } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import { run } from './action/run.ts';

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
  // Goes through the proxy of a self-hosted runner.
  fetch: defaults.request?.fetch as unknown as typeof fetch,
  now: Date.now,
});
