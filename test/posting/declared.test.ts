import { describe, expect, it } from 'vitest';
import { at, read } from './read-support.ts';

/** The level proposed for a word that is none. */
function proposed(word: string): string | undefined {
  const fault = read(`---\nlane: llm\nlevel: ${word}\ncomp: 150K-190K\n---\n`).faults[0]!;
  expect(fault.code).toBe('unknown-value');
  return /did you mean (\w+)\?/.exec(fault.detail)?.[1];
}

describe('a level that nobody knows', () => {
  it.each([
    ['a letter too few', 'snior', 'senior'],
    ['a letter too few at the front', 'enior', 'senior'],
    ['a letter too few at the end', 'senio', 'senior'],
    ['a letter too many', 'sennior', 'senior'],
    ['a letter too many at the end', 'staffs', 'staff'],
    ['a wrong letter', 'sebior', 'senior'],
    ['a wrong letter at the end', 'junios', 'junior'],
    ['two letters swapped', 'seinor', 'senior'],
    ['two letters swapped at the end', 'seniro', 'senior'],
    ['a short word with one slip', 'mdi', 'mid'],
    ['capitals', 'SNIOR', 'senior'],
  ])('has the near one proposed for %s: %s', (_slip, word, expected) => {
    expect(proposed(word)).toBe(expected);
  });

  it.each([
    ['two wrong letters', 'sabior'],
    ['two letters swapped across a third', 'sineor'],
    ['two letters too many', 'senniior'],
    ['two letters too few', 'snor'],
    ['a word of two letters', 'md'],
    ['another word', 'wizard'],
    ['two wrong letters in a row', 'sexxor'],
    ['one letter of a pair right', 'seexor'],
  ])('has none proposed for %s: %s', (_slip, word) => {
    expect(proposed(word)).toBeUndefined();
  });

  it('is told what there is', () => {
    const fault = read('---\nlane: llm\nlevel: wizard\n---\n').faults[0]!;
    expect(fault.detail).toBe('level must be one of junior, mid, senior or staff');
  });
});

describe('a value that joins two names', () => {
  it.each([
    ['level: Mid/Senior', 'level names mid and senior; write the one that this pay is for'],
    ['level: Mid-Senior', 'level names mid and senior; write the one that this pay is for'],
    ['level: Sr. or Principal', 'level names senior and staff; write the one that this pay is for'],
    ['lane: applied & genai', 'lane names applied and llm; write the one that this pay is for'],
    ['level: senior wizard', 'level must be one of junior, mid, senior or staff'],
  ])('is told which two: %s', (line, detail) => {
    const rest = line.startsWith('lane') ? 'level: mid' : 'lane: llm';
    expect(read(`---\n${line}\n${rest}\n---\n`).faults.map((fault) => fault.detail)).toEqual([detail]);
  });
});

describe('what is not declared', () => {
  it('is one lack where no pay stands anywhere: the posting is told, not the field', () => {
    const { faults } = read('---\nlane: llm\nlevel: mid\n---\n# LLM Engineer\n');
    expect(faults).toEqual([]);
  });

  it('is asked for where it would be added, with what may stand there', () => {
    const { faults } = read('---\ntitle: ML Engineer\n---\n\nBase salary $150,000 - $180,000\n');
    expect(faults.map(({ code, field, detail }) => `${code} ${field}: ${detail}`)).toEqual([
      'missing lane: add `lane:` with one of applied, research, llm or domain; `level:` with one of junior, mid, senior or staff; `comp: { min: 150000, max: 180000, currency: USD, period: year }`, the base pay that the text states',
    ]);
  });

  it('is told with its place where there is no frontmatter', () => {
    const { faults } = read('# ML Engineer\n\nBase salary $150,000 - $180,000\n');
    expect(faults).toHaveLength(1);
    expect(faults[0]!.detail).toMatch(
      /^add `lane:`.*\. These are lines at the top of the file, between two lines of `---`$/,
    );
  });

  it.each([
    ['up to $180,000', 'an open end'],
    ['$150,000 - $180,000 in Ohio, $170,000 - $200,000 in Utah', 'two ranges'],
    ['$250,000 - $280,000 total compensation', 'total pay'],
  ])('names no figure where the text gives none to declare: %s (%s)', (pay) => {
    const { faults } = read(`---\nlane: llm\nlevel: mid\n---\n# LLM Engineer\n\nSalary: ${pay}\n`);
    expect(faults.map(({ detail }) => detail)).toEqual([
      'add `comp: <lowest>-<highest>`, the base pay range of this job',
    ]);
  });

  it.each(['level:', 'level: ""', "level: ''", 'level: ~'])(
    'is asked for at its key where only that stands: %s',
    (line) => {
      const posting = read(`---\nlane: llm\n${line}\ncomp: 150K-190K\n---\n`);
      expect(posting.faults.map(({ code, field, span }) => `${code} ${field} ${at(posting, span)}`)).toEqual([
        'missing level level',
      ]);
    },
  );
});

describe('two keys for one field', () => {
  const fields = (yaml: string) =>
    [...read(`---\n${yaml}---\n`).fields].map(([name, field]) => `${name}: ${field.key} ${field.value}`);

  it('have the field’s own name count, wherever it stands', () => {
    expect(fields('comp: 150K\nsalary: 90K\n')).toEqual(['comp: comp 150K', 'salary: salary 90K']);
    expect(fields('salary: 90K\ncomp: 150K\n')).toEqual(['comp: comp 150K', 'salary: salary 90K']);
    expect(fields('salary: 90K\nComp: 150K\n')).toEqual(['comp: Comp 150K', 'salary: salary 90K']);
  });

  it('have the first count where neither is its own name', () => {
    expect(fields('salary: 90K\npay: 150K\n')).toEqual(['comp: salary 90K', 'pay: pay 150K']);
  });

  it('have the first count where both are its own name', () => {
    expect(fields('comp: 90K\nComp: 150K\n')).toEqual(['comp: comp 90K', 'Comp: Comp 150K']);
  });
});
