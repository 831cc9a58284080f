import { describe, expect, test } from 'vitest';
import { read } from './read-support.ts';

function mended(front: string): string | undefined {
  const posting = read(front);
  const edit = posting.faults.find(({ code }) => code === 'reversed')?.edit;
  return edit && posting.text.slice(0, edit.span.start) + edit.text + posting.text.slice(edit.span.end);
}

describe('ends of a pay map that are swapped', () => {
  test.each([
    [
      '---\ncomp: { min: 188000, max: 150000, currency: EUR }\n---\n',
      '---\ncomp: { min: 150000, max: 188000, currency: EUR }\n---\n',
    ],
    [
      '---\ncomp:\n  max: 150000 # high\n  min: 188000\n---\n',
      '---\ncomp:\n  max: 188000 # high\n  min: 150000\n---\n',
    ],
    ['+++\n[comp]\nmin = 188_000\nmax = 150_000\n+++\n', '+++\n[comp]\nmin = 150_000\nmax = 188_000\n+++\n'],
    ['{"comp":{"min":"$188K","max":"$150K"}}\n', '{"comp":{"min":"$150K","max":"$188K"}}\n'],
  ])('change places: %j', (front, wanted) => {
    expect(mended(front)).toBe(wanted);
  });

  test('are left alone where they are in order', () => {
    expect(mended('---\ncomp: { min: 150000, max: 188000 }\n---\n')).toBeUndefined();
  });
});
