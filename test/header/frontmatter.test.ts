import { describe, expect, it } from 'vitest';
import { at, read } from '../posting/read-support.ts';

const codes = (text: string) =>
  read(text)
    .faults.filter((fault) => fault.code !== 'missing')
    .map((fault) => `${fault.code} ${fault.field}`);

const forms = [
  ['LF', (text: string) => text],
  ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['a byte order mark and CRLF', (text: string) => `\ufeff${text.replace(/\n/g, '\r\n')}`],
] as const;

describe('frontmatter', () => {
  const whole = '---\nlane: llm\n"level": senior\ncomp: [165000, 215000]\ntitle: "Größe ML Engineer"\n---\n# Body\n';

  it.each(forms)('gives keys and values their places under %s', (_, form) => {
    const posting = read(form(whole));
    expect(codes(posting.text)).toEqual([]);
    expect(posting.lane.id).toBe('llm');
    expect(posting.level.id).toBe('senior');
    expect(posting.comp).toMatchObject({ min: 165000, max: 215000 });
    expect(at(posting, posting.fields.get('level')!.keySpan)).toBe('"level"');
    expect(at(posting, posting.fields.get('level')!.valueSpan)).toBe('senior');
    expect(at(posting, posting.fields.get('comp')!.valueSpan)).toBe('[165000, 215000]');
    expect(posting.title).toMatchObject({ text: 'Größe ML Engineer', from: 'frontmatter' });
    expect(at(posting, posting.title!.span)).toBe('Größe ML Engineer');
    expect(posting.sections.at(-1)!.heading).toBe('Body');
  });

  it.each([
    ['comp', 'salary', 'salary_range', 'baseSalary', 'base-salary', 'Pay Range'],
    ['level', 'seniority', 'job_level'],
    ['employment_type', 'employmentType', 'job_type'],
    ['valid_through', 'validThrough', 'Deadline Date', 'application_deadline'],
  ])('reads the field %s under the keys that teams use', (canonical, ...keys) => {
    for (const key of keys) expect(read(`---\n${key}: x\n---\n`).fields.get(canonical)?.key).toBe(key);
  });

  it('keeps dates, sexagesimals and yes as text', () => {
    const { fields } = read('---\nposted: 2026-02-31\nhours: 1:30\nevergreen: yes\n---\n');
    expect([...fields.values()].map((field) => field.value)).toEqual(['2026-02-31', '1:30', 'yes']);
  });

  it.each([
    ['---js\nglobalThis.ran = true\n---\n# T\n', ['unsupported-opener frontmatter']],
    ['---javascript\nglobalThis.ran = true\n---\n# T\n', ['unsupported-opener frontmatter']],
    ['---coffee\nx\n---\n# T\n', ['unsupported-opener frontmatter']],
    ['---json\n{"lane": "llm"}\n---\n# T\n', []],
    ['{"lane": "llm"}\n# T\n', []],
    ['---constructor\na: b\n---\n# T\n', ['unsupported-opener frontmatter']],
    ['---__proto__\na: b\n---\n# T\n', ['unsupported-opener frontmatter']],
    ['--- # note\nlane: llm\n---\n# T\n', ['unsupported-opener frontmatter']],
    ['+++\nlane = "llm"\n+++\n# T\n', []],
    ['\n\n---\nlane: llm\n---\n# T\n', ['unsupported-opener frontmatter']],
    ['lane: llm\nlevel: mid\n\n# T\n', ['unsupported-opener frontmatter']],
    ['---\nlane: llm\nlevel: mid\n\n# T\n', ['unclosed frontmatter']],
    ['---\nlane: llm\n----\nlevel: mid\n---\n# T\n', ['ambiguous-close frontmatter']],
    ['---\nlane: llm\nlane: applied\n---\n# T\n', ['duplicate-key lane']],
    ['---\n- llm\n---\n# T\n', ['not-a-map frontmatter']],
    ['---\njust words\n---\n# T\n', ['not-a-map frontmatter']],
    ['---\nlane: llm\ntitle: "open\n---\n# T\n', ['bad-yaml frontmatter']],
    ['---\na: &a x\nb: *a\n---\n# T\n', ['bad-yaml b']],
    ['---\nlane: nlp\n---\n# T\n', ['unknown-value lane']],
    ['---\nlane: [llm]\n---\n# T\n', ['unknown-value lane']],
    ['---\nlane: GenAI\n---\n# T\n', ['alias lane']],
    ['---\n---\n# T\n', []],
    ['----------\n# T\n', []],
    ['# T\n', []],
  ])('judges %j and still reads the body', (text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(read(text).sections.map((section) => section.heading)).toContain('T');
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });

  it('names all that is missing in one fault, at the opening fence or on the first line', () => {
    const fenced = read('---\nlane: llm\n---\n\nBase salary $150,000 - $180,000\n');
    const missing = fenced.faults.filter((fault) => fault.code === 'missing');
    expect(missing.map((fault) => fault.field)).toEqual(['level']);
    expect(missing[0]!.detail).toMatch(/`level:` with one of .*; `comp: /);
    expect(at(fenced, missing[0]!.span)).toBe('---');
    const bare = read('# ML Engineer\n\nBase salary $150,000 - $180,000\n');
    expect(bare.faults.map((fault) => fault.field)).toEqual(['lane']);
    expect(bare.faults[0]!.detail).toMatch(/`lane:` with one of .*; `level:` with one of .*; `comp: /);
    expect(at(bare, bare.faults[0]!.span)).toBe('# ML Engineer');
  });

  it('offers the canonical word for an alias, and the word meant for a slip', () => {
    const [alias] = read('---\nlane: "GenAI"\nlevel: mid\ncomp: 150K-190K\n---\n').faults;
    expect(alias).toMatchObject({ code: 'alias', edit: { text: 'llm' } });
    const slip = read('---\nlane: llm\nlevel: seniro\n---\n').faults[0]!;
    expect(slip.detail).toContain('did you mean senior');
  });

  it('neither pollutes prototypes nor loses keys named like their members', () => {
    const { fields } = read('---\n__proto__: {lane: llm}\nconstructor: x\ntoString: y\n---\n');
    expect([...fields.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as Record<string, unknown>).lane).toBeUndefined();
  });

  it('reads lists and long texts of the frontmatter as sections', () => {
    const posting = read(
      '---\ntitle: Data Scientist\nresponsibilities:\n  - Build models. Ship them.\n  - "Own dashboards"\nrequirements: [Python, SQL]\nniceToHave:\n  - Spark\nbenefits: |\n  - Health cover\n  - A budget\n---\n',
    );
    const sections = posting.sections.slice(1);
    expect(sections.map(({ kind, heading, level }) => `${kind} ${heading} ${level}`)).toEqual([
      'duties responsibilities 7',
      'required requirements 7',
      'preferred niceToHave 7',
      'benefits benefits 7',
    ]);
    const items = posting.blocks.filter((block) => block.kind === 'item').map((block) => at(posting, block.span));
    expect(items).toEqual([
      'Build models. Ship them.',
      'Own dashboards',
      'Python',
      'SQL',
      'Spark',
      'Health cover',
      'A budget',
    ]);
  });

  it('reads a list entry of several lines as one, without its comments', () => {
    const posting = read('---\nresponsibilities:\n  - Build kilns.\n    Fire pots <!-- hot --> often\n  - Sort\n---\n');
    const plain = posting.blocks.map((block) => at(posting, block.span));
    expect(plain).toEqual(['Build kilns.\n    Fire pots <!-- hot --> often', 'Sort']);
    expect(posting.tokens.some(({ word }) => word === 'hot')).toBe(false);
  });

  it('leaves a value that begins and ends with one letter whole', () => {
    const posting = read('---\nlocation: sleepers\ntitle: Reader of ML Engineer\n---\n');
    expect(at(posting, posting.location!.span)).toBe('sleepers');
  });

  it('covers its lines where it has lost its fences, and reads its last line without a break', () => {
    expect(read('lane: llm\nlevel: mid\n\n# T\n').frontmatter).toEqual({ start: 0, end: 21 });
    expect(read('---\nlane: llm\n---').fields.get('lane')?.value).toBe('llm');
  });

  it('takes no field that tells of the role or the pay for a section', () => {
    const sections = (key: string) => read(`---\n${key}: [Kilns, Pots]\n---\n`).sections.map(({ kind }) => kind);
    expect(['about_the_role', 'salary_range', 'locations', 'kilns', 'duties'].flatMap(sections)).toEqual(['duties']);
  });
});
