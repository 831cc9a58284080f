import { describe, expect, test } from 'vitest';
import { sortTeamFiles } from '../../src/playground/worker/team-files.ts';

const sorted = (path: string, text: string) => {
  const { config, rules, problems } = sortTeamFiles([{ path, text }]);
  return { config: config?.path, rules: rules.map((each) => each.path), problems };
};

describe('a picked file is', () => {
  test.each([
    ['a configuration by its name', 'jd-review.yml', '', '.github/jd-review.yml', []],
    ['a configuration by its keys', 'our-pay.yml', 'bands:\n  llm: { mid: [1, 2] }\n', '.github/jd-review.yml', []],
    [
      'a table of bands by its keys',
      'pay.yml',
      'source: We\nas_of: 2026-10-01\nbands: {}\n',
      undefined,
      ['rules/bands.yml'],
    ],
    ['a table by its name', 'benchmarks.yaml', 'benchmarks: []\n', undefined, ['rules/benchmarks.yaml']],
    ['a rule by its check', 'no-ninja.yml', 'check: { kind: phrase }\n', undefined, ['rules/own/no-ninja.yml']],
    ['a vocabulary by its terms', 'tools.yml', 'terms: {}\n', undefined, ['rules/terms/tools.yml']],
  ])('%s', (_, name, text, config, rules) => {
    expect(sorted(name, text)).toEqual({ config, rules, problems: [] });
  });
});

test('two configurations are one too many', () => {
  const files = ['jd-review.yml', 'other.yml'].map((path) => ({ path, text: 'fail-on: error\n' }));
  expect(sortTeamFiles(files).problems).toEqual([
    {
      path: 'other.yml',
      severity: 'error',
      message: expect.stringContaining('jd-review.yml is a configuration as well'),
    },
  ]);
});

test('a configuration that names a folder of rules asks for its files', () => {
  const { problems } = sorted('jd-review.yml', 'rules-folder: hiring/rules\n');
  expect(problems).toEqual([
    { path: 'jd-review.yml', severity: 'warning', message: expect.stringContaining('own rules in hiring/rules') },
  ]);
});

test('a CSV file is one of bands, whatever its name, and one that is named and not chosen is asked for', () => {
  const config = { path: 'jd-review.yml', text: 'bands: [pay/usd.csv, pay/eur.csv]\n' };
  const csv = { path: 'USD.CSV', text: 'lane,level,min,max\n' };
  const { rules, bands, problems } = sortTeamFiles([csv, { ...csv, path: 'usd.csv' }, config]);
  expect(rules).toEqual([]);
  expect(bands.map(({ path }) => path)).toEqual(['USD.CSV', 'usd.csv']);
  expect(problems).toEqual([
    { path: 'jd-review.yml', severity: 'warning', message: expect.stringContaining('bands in pay/eur.csv') },
  ]);
});
