import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const POSTING = `---
lane: applied
level: senior
---
# Senior ML Engineer, Kilns

## About us

Kilnworks sells uptime monitoring to potters.

## Duties

- Keep the glaze model alive; watch drift

## You bring

- 6+ years of software engineering experience
`;

describe('check --explain', () => {
  const cwd = folderOf({ 'jobs/kiln.md': POSTING });
  const explained = async (line: number, ...more: string[]) =>
    run(['check', '--explain', `jobs/kiln.md:${line}`, ...more], { cwd });

  test('tells section and owner of a line, and the words of vocabularies in it', async () => {
    const { code, out } = await explained(9);
    expect(code).toBe(0);
    expect(out).toContain('section    company “About us” (line 7), because its whole heading is known');
    expect(out).toContain('read as  paragraph · company · of the company');
    expect(out).toMatch(/\{operations\} {2}.*“monitoring”/);
  });

  test('tells the years of a line', async () => {
    expect((await explained(17)).out).toContain('years      6+ · total');
  });

  test('gives the same as JSON', async () => {
    const reading = JSON.parse((await explained(13, '--format', 'json')).out);
    expect(reading).toMatchObject({
      line: 13,
      section: { kind: 'duties', by: 'heading', line: 11 },
      statements: [{ kind: 'duties', owner: 'role', words: { 'work-keep': expect.arrayContaining(['watch drift']) } }],
    });
  });

  test('says what is wrong with a place', async () => {
    for (const [place, message] of [
      ['jobs/kiln.md', /needs a file and a line/],
      ['jobs/vase.md:3', /There is no file/],
      ['jobs/kiln.md:8', /Nothing is read on line 8/],
    ] as const) {
      const { code, err } = await run(['check', '--explain', place], { cwd });
      expect(code).toBe(2);
      expect(err).toMatch(message);
    }
  });
});
