import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';

const check = {
  kind: 'placeholder',
  markers: ['TODO', 'N/A', '???'],
  fill: ['insert', 'your team', 'City'],
  generated: ['.', 'site'],
  residue: ['delete this line'],
  labels: ['level'],
};
const blanks = (text: string) =>
  judge(check, `---\nlane: applied\n---\n# ML Engineer, Weirs\n\n${text}\n`).map((each) =>
    each.replace('warning ', ''),
  );

describe('a blank to fill', () => {
  test.each([
    ['Work in [insert place] now', ['[insert place]']],
    ['Work in [Your-Team] now', ['[Your-Team]']],
    ['Work in [the city] now', ['[the city]']],
    ['Work in [reinsert] now', []],
    ['Work in [TODO place] now', ['[TODO place]']],
    ['Work in [city ???] now', ['[city ???]']],
    ['Work in ??? now', []],
    ['Work in [COMPANY NAME] now', ['[COMPANY NAME]']],
    ['Work in [COMPANY] now', []],
    ['Work in [TEAM_2A] now', ['[TEAM_2A]']],
    ['Work in [Leeds / Hull] now', ['[Leeds / Hull]']],
    ['Work in [Leeds/Hull] now', ['[Leeds/Hull]']],
    ['Work in [on/off] now', []],
    ['Work in [square] brackets', []],
    ['Work in [4/5] or [§] brackets', []],
    ['Work in [insert place', []],
    ['Work in [insert place](x.md), [insert it][a] and [insert]: x', []],
    ['Run array[insert] and f()[insert] and a][insert]', []],
    ['A note[^insert a] and a picture [!insert b]', []],
    [`Work in [insert ${'very '.repeat(40)}far] now`, []],
    ['Work in [insert a] and [insert b] now', ['[insert a]', '[insert b]']],
    ['Work in `[insert a]` and [insert b] now', ['[insert b]']],
    ['Work in `open and [insert b] now', []],
    ['Work in <insert place> now', ['<insert place>']],
    ['Work in <place> now', []],
    ['Ask <insert@example.com> now', []],
    ['Serve {{team}} and {{ site.name }} and {{.Title}} and {{ }}', ['{{team}}']],
    ['Serve {{team} now', []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a blank in the text of a posting.
    ['Serve ${team} and ${a b} and ${}', ['${team}']],
    ['Pay XXX, XX,XXX, XXX,XXX and ____', ['XXX', 'XX,XXX', 'XXX,XXX', '____']],
    ['Pay XX and ___ and xxx', []],
    ['A TODO and TODOS and todo', ['TODO']],
    ['Sort MAXXXIMA', []],
    ['Great team. Delete this line. Great boats.', ['Delete this line.']],
    ['Level: junior / mid / senior', ['Level: junior / mid / senior']],
    ['Level: junior / mid', []],
    ['Level: junior/mid/senior', []],
    ['Level: junior/ mid /senior', ['Level: junior/ mid /senior']],
    ['Lock: junior / mid / senior', []],
    ['Level: [insert / choose / delete]', ['[insert / choose / delete]']],
  ])('%s', (text, expected) => {
    expect(blanks(text)).toEqual(expected);
  });

  test('is seen in frontmatter values and told once, in order of place', () => {
    const text = '---\ntitle: "[insert title]"\nteam: TODO\ntags: [TODO]\n---\n# ML Engineer, Weirs\n\nA TODO.\n';
    expect(judge(check, text)).toEqual(['warning [insert title]', 'warning TODO', 'warning TODO']);
  });
});
