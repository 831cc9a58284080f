import { describe, expect, it } from 'vitest';
import { showMdx } from '../../src/markdown/mdx.ts';
import type { Posting } from '../../src/types/posting.ts';
import { at, outline, read } from '../posting/read-support.ts';

const mdx = (text: string): Posting => read(text, 'jobs/test.mdx');
const words = (posting: Posting): string => posting.tokens.map(({ word }) => word).join(' ');

describe('a posting in MDX', () => {
  it.each([
    ['a comment on its line', 'We bake.\n\n{/* he must go */}\n\nJoin us.'],
    ['a comment over lines', 'We bake.\n\n{/* he must\n\n  - go */}\n\nJoin us.'],
    ['a comment behind words', 'We bake. {/* he must go */}\n\nJoin us.'],
    ['a comment in front of words', '{/* he must go */} We bake.\n\nJoin us.'],
    ['a comment with a brace', 'We bake. {/* {he} must } go */}\n\nJoin us.'],
    ['an expression', 'We bake. {props.he}\n\nJoin us.'],
    ['an expression with a string', 'We bake. {he("}", `}`)}\n\nJoin us.'],
    ['imports at the top', 'import He from "./he"\nimport { a,\n  b } from \'x\'\n\nWe bake.\n\nJoin us.'],
    ['an export', 'export const meta = {\n  he: "must",\n\n  go: 1,\n}\n\nWe bake.\n\nJoin us.'],
    ['a component that closes itself', 'We bake.\n\n<Apply label="he must go" to={{ a: "}" }} />\n\nJoin us.'],
    ['a component over lines', 'We bake.\n\n<Apply\n  label="he must go"\n/>\n\nJoin us.'],
    ['a component of a module', 'We bake.\n\n<Ui.Apply he />\n\nJoin us.'],
    ['a component around text', '<Note he="must">\nWe bake.\n</Note>\n\nJoin us.'],
    ['a fragment', '<>\nWe bake.\n</>\n\nJoin us.'],
    ['text in quotes and braces', 'We {"bake"}.{\' \'}\n\nJoin us.'],
    ['a tag of HTML with code', '<div style={{ he: "must" }}>We bake.</div>\n\nJoin us.'],
  ])('is read without its code: %s', (_, text) => {
    expect(words(mdx(text))).toBe('we bake join us');
    expect(words(mdx(text.replaceAll('\n', '\r\n')))).toBe('we bake join us');
  });

  it('has headings and lists inside of components', () => {
    const posting = mdx('<Card>\n## Requirements\n\n    - Python\n    - SQL\n</Card>\n');
    expect(outline(posting)).toEqual(['required: Requirements']);
    expect(posting.blocks.map(({ kind }) => kind)).toEqual(['heading', 'item', 'item']);
  });

  it.each([
    ['code between ticks', 'Write `{he}` here'],
    ['an escaped brace', 'Write \\{he\\} here'],
    ['a brace that is never closed', 'Write {he here'],
    ['prose that begins like an import', 'Import he to us'],
    ['a sign of less', 'We are <3 he'],
  ])('keeps what is text: %s', (_, text) => {
    expect(words(mdx(`${text}\n`))).toContain('he');
  });

  it('shows nothing of its code to checks that look at letters', () => {
    const { shown } = mdx('We {/* TODO */} bake <A b="[x]" />.\n');
    expect(shown).toMatch(/^We +bake +\.\n$/);
  });

  it('keeps its places', () => {
    const text = 'import A from "a"\n\n{/* x */} We <A b={c} />bake.\n';
    const shown = showMdx(text, 0);
    expect(shown.text).toHaveLength(text.length);
    expect(mdx(text).tokens.map((token) => at(mdx(text), token))).toEqual(['We', 'bake']);
  });

  it('does not lose what stands below an export that is never closed', () => {
    expect(words(mdx('export const a = {\n\nWe bake.\n'))).toBe('we bake');
  });

  it('is waived in comments of its own', () => {
    const { waivers, problems, text } = mdx(
      '## Required\n\n{/* jd-review allow one-rule, two-rule: grant */}\n- PhD\n',
    );
    expect(
      waivers.map(({ rule, reason, covers }) => [rule, reason, text.slice(covers.start, covers.end).trim()]),
    ).toEqual([
      ['one-rule', 'grant', 'PhD'],
      ['two-rule', 'grant', 'PhD'],
    ]);
    expect(problems).toEqual([]);
  });

  it('is told of a faulty waiver in a form that compiles', () => {
    expect(mdx('{/* jd-review allow one-rule */}\n\nText.\n').problems[0]!.message).toContain('{/* jd-review allow');
    expect(read('<!-- jd-review allow one-rule -->\n\nText.\n').problems[0]!.message).toContain('<!-- jd-review allow');
  });

  it('takes time linear in its text', () => {
    const begun = performance.now();
    for (const part of ['{', '<A {', 'export {\n\n', '`{', '<A "', '{`', '``` \n', "{'"]) mdx(part.repeat(20_000));
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});

describe('a posting in Markdown', () => {
  it('shows its braces', () => {
    expect(words(read('We bake. {/* he must go */}\n'))).toContain('must');
  });

  it('is MDX where it begins with an import', () => {
    const text =
      '---\ntitle: Baker\n---\n\nimport Apply from "@site/apply";\n\nWe bake. {/* he must go */}\n\n<Apply />\n';
    expect(words(read(text))).toBe('baker we bake');
  });

  it('is none for prose that speaks of imports', () => {
    expect(words(read('import data from "many sources" and {clean} it\n'))).toContain('clean');
  });
});
