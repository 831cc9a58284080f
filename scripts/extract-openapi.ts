/**
 * Cuts the operations that the Action uses out of GitHub's own REST description, for the fake GitHub of the tests.
 *
 *   npm install --no-save --prefix /tmp/openapi @octokit/openapi@23.0.2
 *   node scripts/extract-openapi.ts /tmp/openapi/node_modules/@octokit/openapi > test/github/fixtures/rest.json
 *
 * The package unpacks to 400 MB, so it is no dependency: one file of it is read, and the result is committed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/files': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': ['delete'],
  '/repos/{owner}/{repo}/pulls/{pull_number}/comments': ['get'],
  '/repos/{owner}/{repo}/issues': ['post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['patch', 'delete'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['patch'],
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': ['get'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': ['get'],
  '/repos/{owner}/{repo}/compare/{basehead}': ['get'],
};

type Json = { [key: string]: unknown };

const folder = process.argv[2] ?? '';
const read = (name: string): Json => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const whole = read('generated/api.github.com.json') as { paths: Record<string, Json> };
const kept: Record<string, Json> = {};

/** The value at a `#/a/b` reference of the description. */
function at(source: Json, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Json)[key.replaceAll('~1', '/').replaceAll('~0', '~')], source);
}

const components: Json = {};

/** Copies a value without examples and prose, and all components that it refers to. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const result: Json = {};
  for (const [key, child] of Object.entries(value)) {
    if (key === '$ref' && typeof child === 'string') keep(child);
    if ((key === 'description' || key === 'examples') && typeof child !== 'object') continue;
    if (key === 'example' || key === 'examples' || key === 'externalDocs' || key.startsWith('x-')) continue;
    result[key] = copy(child);
  }
  return result;
}

function keep(reference: string): void {
  const [, group = '', name = ''] = reference.slice(2).split('/');
  components[group] ??= {};
  const named = components[group] as Json;
  if (name in named) return;
  named[name] = true;
  named[name] = copy(at(whole as unknown as Json, reference));
}

for (const [path, methods] of Object.entries(OPERATIONS)) {
  const source = whole.paths[path];
  if (!source) throw new Error(`no such path in the description: ${path}`);
  kept[path] = {};
  for (const method of methods) {
    const operation = source[method] as Json;
    kept[path][method] = copy({
      operationId: operation.operationId,
      parameters: operation.parameters,
      requestBody: operation.requestBody,
      responses: operation.responses,
    });
  }
}

const version = (read('package.json') as { version: string }).version;
const subset = { source: `@octokit/openapi@${version} api.github.com (MIT)`, paths: kept, components };
process.stdout.write(`${JSON.stringify(subset)}\n`);
