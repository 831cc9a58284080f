import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { compilePolicy, precompile } from '../../src/policy/compile.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import { CONFIG_SHAPES } from '../../src/team/config-schema.ts';
import { readTeam } from '../../src/team/team.ts';

const tables = yamlFiles(rulesFolder()).filter(({ path }) => path.split('/').length === 2);
// As a run has them: compiled beforehand.
const sources = precompile(readSources(tables, kinds).sources, kinds);

const name = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'a',
  '',
  '1',
  'applied',
  'mid',
  'kind',
  'phrase',
  'any',
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -1, 1e300, '', 'all', 'off', 'error', '{a}', '(', 'a | b', '…', '2026-01-01'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));

test('no configuration makes reading or compiling it throw, and every problem has a place', () => {
  const config = fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(CONFIG_SHAPES)), name), value, { maxKeys: 6 });
  fc.assert(
    fc.property(config, (data) => {
      const team = readTeam(sources, { config: { path: 'c.yml', text: stringify(data) } }, kinds);
      expect(team.problems.every((problem) => problem.place !== undefined)).toBe(true);
      expect(() => compilePolicy(team.sources, team.config, kinds)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('no rule file makes reading it throw, and every problem has a place', () => {
  const keys = ['title', 'why', 'fix', 'source', 'severity', 'lanes', 'check', 'message', 'mend', 'examples', 'terms'];
  const file = fc.tuple(
    fc.constantFrom('own/a.yml', 'own/terms/a.yml', 'own/bands.yml', 'own/pay-laws.yml', 'own/lanes.yml'),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), name), value, { maxKeys: 12 }),
  );
  fc.assert(
    fc.property(file, ([path, data]) => {
      const read = readSources([{ path, text: stringify(data) }], kinds, sources);
      expect(read.problems.every((problem) => problem.place !== undefined)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('no text makes the YAML reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...' \n\t:-[]{},&*!|>\'"#%a1') }), (text) => {
      readTeam(sources, { config: { path: 'c.yml', text }, rules: [{ path: 'own/a.yml', text }] }, kinds);
    }),
    { numRuns: 500 },
  );
});
