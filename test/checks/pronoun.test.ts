import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/fixes.ts';
import { findings } from '../support/examples.ts';

const posting = (text: string, heading = 'Responsibilities') =>
  `---\nlane: applied\nlevel: mid\n---\n# ML Engineer, Orchards\n\n## ${heading}\n\n- ${text}\n`;
const found = (text: string, heading?: string) =>
  findings({ posting: posting(text, heading), today: '2026-11-22' }, 'gendered-language');

describe('a pronoun for the person who is sought', () => {
  test.each([
    ['The engineer reports what he finds', ['he']],
    ['The candidate owns her models', ['her']],
    ['He or she owns the models', ['He or she']],
    ['The founder left, and the engineer runs what she built', ['she']],
    ['The engineer listens to the founder and what he says', []],
    ['The engineer listens to Maria Lopez and what she says', []],
    ['The engineer listens to each small dairy farmer and his cows', []],
    ['The engineer listens to a grower and her trees', []],
    ['The engineer reads a paper and his mail', ['his']],
    ['The engineer reads Sensor Data and his mail', []],
    ['The engineer reads Sensor data and his mail', ['his']],
  ])('%s', (text, expected) => {
    expect(found(text).map((finding) => finding.found)).toEqual(expected);
  });

  test.each([
    ['You join three bakers. She will own the oven model.', ['She']],
    ['He reports to the head of ovens.', ['He']],
    ['Whoever joins us keeps his own hours.', ['his']],
    ['Ada founded the lab. She will call you.', []],
    ['A baker knows the oven. He must know the flour, too.', []],
    ['He baked the first loaf here.', []],
  ])('in the introduction: %s', (text, expected) => {
    const intro = `---\nlane: applied\nlevel: mid\n---\n# ML Engineer, Ovens\n\n${text}\n`;
    expect(findings({ posting: intro, today: '2026-11-22' }, 'gendered-language').map(({ found }) => found)).toEqual(
      expected,
    );
  });

  test.each([
    'Guys named Guy bake as well as others',
    'Read orders from HIS and PACS',
    'Compare HER with PPO on sparse rewards',
    'Run HE schemes such as CKKS',
    'Start layers by He initialization, as He et al. do',
  ])('is none where it is a name: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('is one in a sentence that is in capitals as a whole', () => {
    expect(found('HE RUNS THE KILN')).toHaveLength(1);
    expect(found('HE/SHE runs the kiln')).toHaveLength(1);
  });

  test('with no noun before it means the person in duties and demands alone', () => {
    expect(found('Owns his models', 'Requirements')).toHaveLength(1);
    expect(found('All of us like his models', 'About us')).toHaveLength(0);
  });

  test.each([
    ['He can change the model', 'They can change the model'],
    ['He or she will own it', 'They will own it'],
    ['The engineer runs his own tests', 'The engineer runs their own tests'],
    ['His models run', 'Their models run'],
  ])('becomes a plural where no other word changes: %s', (text, expected) => {
    const [finding] = found(text);
    expect(applyEdits(posting(text), finding!.edits!)).toBe(posting(expected));
  });

  test.each(['He owns the model', 'The engineer decides, and she', 'What is hers runs'])(
    'stays where one would: %s',
    (text) => {
      expect(found(text)[0]?.edits).toBeUndefined();
    },
  );
});
