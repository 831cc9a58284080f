import { expect, test } from 'vitest';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { settingsFor } from '../../src/policy/compile.ts';
import { NO_CONFIG } from '../../src/policy/model.ts';
import { standingBy } from '../../src/policy/paths.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import type { Settings } from '../../src/types/policy.ts';

const files = yamlFiles(rulesFolder()).filter(({ path }) => path === 'rules/settings.yml');
const { settings } = readSources(files, kinds).sources;

const isPosting = (path: string, by = settings) => standingBy(by)(path) === 'posting';

test.each([
  ['jobs/ml-engineer.md', true],
  ['jobs/2026/ml-engineer.md', true],
  ['Jobs/ML-Engineer.MD', true],
  ['careers/ranking.mdx', true],
  ['hiring/fraud.markdown', true],
  ['job-descriptions/fraud.md', true],
  ['docs/job-descriptions/fraud.md', true],
  ['_jobs/fraud.md', true],
  ['site/_careers/fraud.md', true],
  ['content/jobs/fraud/index.md', true],
  ['src/content/careers/fraud.md', true],
  ['contents/careers/fraud.md', true],
  ['jobs/index.md', false],
  ['content/jobs/_index.md', false],
  ['jobs/README.md', false],
  ['jobs/CONTRIBUTING.md', false],
  ['jobs/_template.md', false],
  ['jobs/job-template.md', false],
  ['jobs/benefits.md', false],
  ['jobs/fraud.yml', false],
  ['jobs/logo.png', false],
  ['README.md', false],
  ['docs/guide.md', false],
  ['src/jobs/queue.md', false],
])('without configuration, is %s a posting: %s', (path, is) => {
  expect(isPosting(path, settings)).toBe(is);
});

test.each([
  ['jobs/security.md', 'document'],
  ['careers/Support.MD', 'document'],
  ['content/jobs/contributing.mdx', 'document'],
  ['jobs/eu/culture.md', 'document'],
  ['jobs/licence.markdown', 'document'],
  ['jobs/security-engineer.md', 'posting'],
  ['jobs/support-ml.md', 'posting'],
  ['jobs/README.md', 'document'],
  ['jobs/index.md', 'document'],
  ['content/english/careers/fraud.md', 'shared'],
  ['content/de/jobs/fraud.md', 'shared'],
  ['content/fr/join/fraud.md', 'shared'],
  ['docs/jobs/fraud.md', 'shared'],
  ['src/jobs/fraud.mdx', 'shared'],
  ['handbook/jobs/fraud.md', 'shared'],
  ['handbook/people/hiring/fraud.md', 'shared'],
  ['website/careers/eu/fraud.md', 'shared'],
  ['_positions/fraud.md', 'posting'],
  ['site/_positions/fraud.md', 'posting'],
  ['content/join/fraud.md', 'posting'],
  ['content/career/fraud.md', 'posting'],
  ['content/careers/fraud/index.md', 'posting'],
  ['docs/open-positions/fraud.md', 'posting'],
  ['docs/jobs/README.md', 'shared'],
  ['docs/jobs/_held.md', 'elsewhere'],
  ['docs/batch/nightly.md', 'elsewhere'],
  ['docs/jobs.md', 'elsewhere'],
  ['src/jobs/queue.ts', 'elsewhere'],
  ['content/join/-index.md', 'document'],
  ['src/content/careers/-index.mdx', 'document'],
  ['jobs/-index.de.md', 'document'],
  ['jobs/index.de.md', 'document'],
  ['content/join/index.md', 'document'],
  ['jobs/_index.md', 'ignored'],
  ['jobs/_held.md', 'ignored'],
  ['jobs/.held.md', 'ignored'],
  ['jobs/job-template.md', 'ignored'],
  ['SECURITY.md', 'elsewhere'],
  ['docs/support.md', 'elsewhere'],
  ['jobs/security.txt', 'elsewhere'],
])('without configuration, %s is %s by its name', (path, standing) => {
  expect(standingBy(settings)(path)).toBe(standing);
});

test('a team says which names are documents, and which are never postings', () => {
  const own = standingBy({ ...settings, documentFiles: ['guide.md'], ignoreFiles: ['security.md'] });
  expect(['jobs/guide.md', 'jobs/security.md', 'jobs/support.md', 'jobs/README.md'].map(own)).toEqual([
    'document',
    'ignored',
    'posting',
    'posting',
  ]);
});

test.each([
  ['roles/a.md', true],
  ['roles/old/a.md', false],
  ['jobs/a.md', false],
])('a team names its own paths, and leaves some out with “!”: %s: %s', (path, is) => {
  expect(isPosting(path, { ...settings, postings: ['./roles/**/*.md', '!roles/old/**'] })).toBe(is);
});

test.each([
  ['jobs/[!_]*.md', ['jobs/a.md', 'jobs/z.md']],
  ['jobs/[^_]*.md', ['jobs/a.md', 'jobs/z.md']],
  ['jobs/[!_a]*.md', ['jobs/z.md']],
  ['jobs/[!a-m]*.md', ['jobs/_held.md', 'jobs/z.md']],
  ['[!x-z]*/*.md', ['jobs/_held.md', 'jobs/a.md', 'jobs/z.md']],
  ['[!j]*/*.md', []],
  ['jobs/[a-m_]*.md', ['jobs/_held.md', 'jobs/a.md']],
  ['jobs/[[:alpha:]]*.md', ['jobs/a.md', 'jobs/z.md']],
])('a class of characters in a glob, and one that “!” turns around: %s', (glob, paths) => {
  const all = ['jobs/_held.md', 'jobs/a.md', 'jobs/z.md'];
  expect(all.filter((path) => isPosting(path, { ...settings, ignoreFiles: [], postings: [glob] }))).toEqual(paths);
});

test('a team that says where its postings are has no shared folders but its own', () => {
  const { sources } = readSources(files, kinds);
  const standing = (own: Partial<Settings>) =>
    standingBy(settingsFor(sources, { ...NO_CONFIG, settings: own }))('docs/jobs/fraud.md');
  expect(standing({})).toBe('shared');
  expect(standing({ failOn: 'never' })).toBe('shared');
  expect(standing({ postings: ['people/**'] })).toBe('elsewhere');
  expect(standing({ postings: ['people/**'], sharedFolders: ['docs/**'] })).toBe('shared');
  expect(standing({ postings: ['people/**', '!docs/jobs/**'], sharedFolders: ['docs/**'] })).toBe('elsewhere');
});
