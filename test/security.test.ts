import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => textOf(join(folder, path)));

const page = textOf('docs/security.md');
const tests = below('test').join('\n').replaceAll("\\'", "'");
const held = [...page.matchAll(/^Held by: (.*)\.$/gm)].flatMap(([, list]) =>
  [...list!.matchAll(/“(.*?)”/g)].map(([, name]) => name!),
);

describe('what the page on security says', () => {
  test('names many tests', () => {
    expect(held.length).toBeGreaterThan(20);
  });

  test.each(held)('is held by a test: %s', (name) => {
    expect(tests).toMatch(new RegExp(`['"\`]${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"\`]`));
  });

  test('the Action starts no process and evaluates no text', () => {
    const sources = [
      'src/action',
      'src/github',
      'src/header',
      'src/markdown',
      'src/lexicon',
      'src/outline',
      'src/years',
      'src/posting',
      'src/policy',
      'src/checks',
      'src/render',
    ].flatMap(below);
    for (const source of sources) {
      expect(source).not.toMatch(/child_process|worker_threads|node:vm|\beval\(|new Function\(|node:https?'|node:net'/);
    }
  });

  test('names every permission that a workflow to copy asks for, and every event that is handled', () => {
    const pulls = textOf('docs/pull-requests.md');
    const workflows = [...pulls.matchAll(/```yaml\n(name: jd-review[\s\S]*?)```/g)].map(
      ([, text]) => parse(text!) as { on: object; permissions: Record<string, string> },
    );
    expect(workflows).toHaveLength(4);
    for (const { on, permissions } of workflows) {
      for (const [name, level] of Object.entries(permissions)) {
        if (level === 'write') expect(page).toContain(`\`${name}: write\``);
      }
      for (const event of Object.keys(on)) expect(page).toContain(`| \`${event}\``);
    }
    const events = /const EVENTS = \[(.*?)\]/s.exec(textOf('src/github/event.ts'))![1]!;
    for (const [, event] of events.matchAll(/'(\w+)'/g)) expect(page).toContain(`\`${event}\``);
  });
});
