import { describe, expect, it } from 'vitest';
import { at, read } from '../posting/read-support.ts';

describe('TOML frontmatter', () => {
  const whole =
    '+++\n# set by Ana\ntitle = "Größe ML Engineer"\nlane = \'llm\'\nposted = 2026-04-30\n"level" = "GenAI"\ncomp.min = 150_000\ncomp.max = 180000\ntags = ["kilns", "full-time"]\n+++\n# Body\n';

  it.each([
    ['LF', whole],
    ['CRLF', whole.replace(/\n/g, '\r\n')],
    ['a byte order mark', `\ufeff${whole}`],
  ])('has keys and values with their places under %s', (_, text) => {
    const posting = read(text);
    expect(posting.title).toMatchObject({ text: 'Größe ML Engineer', from: 'frontmatter' });
    expect(at(posting, posting.title!.span)).toBe('Größe ML Engineer');
    expect(posting.lane.id).toBe('llm');
    expect(posting.fields.get('posted')!.value).toBe('2026-04-30');
    expect(at(posting, posting.fields.get('level')!.keySpan)).toBe('"level"');
    expect(posting.fields.get('tags')!.value).toEqual(['kilns', 'full-time']);
    expect(posting.comp).toMatchObject({ min: 150000, max: 180000 });
    expect(posting.sections.at(-1)!.heading).toBe('Body');
  });

  it('has tables as values, and lists and long texts as sections', () => {
    const posting = read(
      '+++\nresponsibilities = ["Build models", "Ship them"]\nrequirements = """\n- Python\n- SQL\n"""\n\n[comp]\nmin = 150000\nmax = 180000\n\n[[perks]]\nname = "Bread"\n+++\n',
    );
    expect(posting.comp).toMatchObject({ min: 150000, max: 180000 });
    expect(posting.fields.get('benefits')?.value).toEqual([{ name: 'Bread' }]);
    const items = posting.blocks.filter(({ kind }) => kind === 'item').map(({ span }) => at(posting, span));
    expect(items).toEqual(['Build models', 'Ship them', 'Python', 'SQL', 'Bread']);
  });

  it('has fixes in its own notation', () => {
    const fault = read('+++\nlane = "GenAI"\ncomp = [180000, 150000]\n+++\n').faults;
    expect(fault.find(({ code }) => code === 'alias')!.edit!.text).toBe('"llm"');
    expect(fault.find(({ code }) => code === 'reversed')!.edit).toBeUndefined();
  });

  it('neither pollutes prototypes nor takes long for hostile text', () => {
    expect(({} as Record<string, unknown>).lane).toBeUndefined();
    read('+++\n[__proto__]\nlane = "llm"\n+++\n');
    expect(({} as Record<string, unknown>).lane).toBeUndefined();
    const start = performance.now();
    for (const text of [`a = ${'['.repeat(16_000)}`, `a${'.a'.repeat(8_000)} = 1`, '[[a]]\n'.repeat(2_600)]) {
      read(`+++\n${text}\n+++\n# T\n`);
    }
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
