import { describe, expect, it } from 'vitest';
import { at, read, said } from '../posting/read-support.ts';

/** `the words pointed at: what is wrong`, of the frontmatter alone. */
const faults = (text: string): string[] => {
  const posting = read(text);
  const own = posting.faults.filter(({ code }) => code !== 'missing' && code !== 'unknown-value');
  return own.map(({ span, detail }) => `${at(posting, span)}: ${detail}`);
};

const OPENER = 'the opening fence must be exactly `---`, with YAML below it';
const NOT_TOML = 'this line is not valid TOML; write `key = "value"`, with the text in quotes';
const UNCLOSED_TOML = 'the frontmatter has no closing fence; end it with a line of exactly `+++`';
const NOT_JSON = 'this line is not valid JSON; look for a missing comma, quote or bracket here and above it';
const UNCLOSED_JSON = 'the JSON frontmatter has no end; close it with `}` on a line of its own';
const COLON = 'this line is not `key: value`; put a value that holds a colon in quotes';
const TOML_INSIDE =
  'these lines are TOML and stand between fences of YAML; write `key: value`, or put `+++` for each `---`';
const UNFENCED = 'these lines are frontmatter without its fences; put a line of exactly `---` above and below them';
const UNCLOSED = 'the frontmatter has no closing fence; end it with a line of exactly `---`';
const NO_CLOSER =
  'this line begins with `---` but is no closing fence; write `---` alone on the line that ends the frontmatter';
const NOT_YAML = 'this line is not valid YAML; put values with `:`, `#`, `[` or `{` in quotes';
const INDENT = 'the indentation of this line does not fit the lines above it';

describe('what is wrong with the frontmatter is told with the words that are wrong', () => {
  it.each([
    ['another language', '---js\nx\n---\n# T\n', [`---js: ${OPENER}`]],
    ['four dashes over keys', '----\nlane: llm\n---\n# T\n', [`----: ${OPENER}`]],
    ['TOML', '+++\nlane = "llm"\n+++\n# T\n', []],
    ['TOML without quotes', '+++\nlane = llm\nteam = "x"\n+++\n# T\n', [`lane = llm: ${NOT_TOML}`]],
    ['TOML without an end', '+++\nlane = "llm"\n# T\n', [`+++: ${UNCLOSED_TOML}`]],
    ['TOML between fences of YAML', '---\nlane = "llm"\nlevel = "mid"\n---\n# T\n', [`---: ${TOML_INSIDE}`]],
    ['JSON', '{\n\t"lane": "llm"\n}\n# T\n', []],
    ['JSON between named fences', '---json\n{"lane": "llm"}\n---\n# T\n', []],
    ['JSON without a comma', '{\n"lane": "llm"\n"level": "mid"\n}\n# T\n', [`"level": "mid": ${NOT_JSON}`]],
    ['braces of a site generator', '{% include head.html %}\n{{ nav }}\n# T\n', []],
    ['a dash for a fence', '—\nlane: llm\nlevel: mid\n—\n# T\n', [`—: ${OPENER}`]],
    ['a block of code for fences', '```yaml\nlane: llm\nlevel: mid\n```\n# T\n', [`\`\`\`yaml: ${OPENER}`]],
    ['a block of code that is one', '```yaml\nkind: Pod\nspec: x\n```\n# T\n', []],
    [
      'blank lines above',
      '\n\n---\nlane: llm\n---\n# T\n',
      ['---: the frontmatter must begin on the first line; remove the blank lines above it'],
    ],
    ['a rule below a blank line', '\n---\nNo key here\n---\n# T\n', []],
    ['lines without a fence', 'lane: llm\nlevel: mid\n\n# T\n', [`lane: ${UNFENCED}`]],
    ['lines without a fence, a known key second', 'Hiring: yes\nseniority: mid\n\n# T\n', [`seniority: ${UNFENCED}`]],
    ['one such line', 'lane: llm\n# T\n', []],
    ['such lines of other keys', 'mood: x\nreason: y\n\n# T\n', []],
    ['keys that any page has', 'ref: 7\ntitle: Kiln Engineer\nlocation: Delft\n\nText.\n', [`ref: ${UNFENCED}`]],
    ['labels that people read', 'Title: Kiln Engineer\nLocation: Delft\nTeam: Kilns\n\nText.\n', []],
    ['labels below the title', '# Kiln Engineer\n\nlocation: Delft\nteam: Kilns\n\nText.\n', []],
    [
      'only the closing fence',
      'lane: llm\nlevel: mid\n---\n# T\n',
      ['lane: the frontmatter has no opening fence; put a line of exactly `---` above these lines'],
    ],
    [
      'a comment above',
      '<!-- licence -->\n---\nlane: llm\n---\n# T\n',
      ['---: the frontmatter must begin on the first line; move the comment above it to below its closing `---`'],
    ],
    [
      'a blank before the fence',
      ' ---\nlane: llm\n---\n# T\n',
      ['---: the opening fence must stand at the start of its line; remove the blanks before it'],
    ],
    [
      'the title above',
      '# T\n\n---\nlane: llm\n---\nText.\n',
      ['---: the frontmatter must begin on the first line; move the title above it to below its closing `---`'],
    ],
    [
      'imports above',
      "import Map from './map'\nexport const zoom = 3\n\n---\nlane: llm\n---\nText.\n",
      [
        '---: the frontmatter must begin on the first line; move the `import` and `export` lines above it to below its closing `---`',
      ],
    ],
    [
      'a badge above',
      '[![build](b.svg)](https://ci.example)\n\n---\nlane: llm\n---\nText.\n',
      ['---: the frontmatter must begin on the first line; move the images above it to below its closing `---`'],
    ],
    [
      'a tag and the title above',
      '<img src="logo.png">\n\n# T\n\n---\nlane: llm\n---\nText.\n',
      ['---: the frontmatter must begin on the first line; move what stands above it to below its closing `---`'],
    ],
    ['rules below a badge', '![build](b.svg)\n\n---\n\nWrite: us.\n\n---\n', []],
    ['rules below a badge and text', '![build](b.svg)\n\nWe hire.\n\n---\nlane: llm\n---\n', []],
    ['JSON without an end', '{\n"lane": "llm",\n"level": "mid"\n\n# T\n', [`{: ${UNCLOSED_JSON}`]],
    ['JSON without an end, and braces below', '{\n"lane": "llm"\n# T\n\nSay {hello}}.\n', [`{: ${UNCLOSED_JSON}`]],
    ['rules below a title', '# T\n\n---\n\nWrite: us.\n\n---\n', []],
    ['a rule below a comment', '<!-- x -->\n---\n\nText.\n\n---\n', []],
    ['dots for the closing fence', '---\nlane: llm\n...\n# T\n', []],
    ['a colon in the title', '---\ntitle: Kilns: Engineer\nlane: llm\n---\n', [`title: Kilns: Engineer: ${COLON}`]],
    ['no blank behind a colon', '---\nlane:llm\nlevel: mid\n---\n', ['lane:llm: the colon behind a key needs a space']],
    ['no end before a blank line', '---\nlane: llm\nlevel: mid\n\n# T\n', [`---: ${UNCLOSED}`]],
    ['no end before a heading', '---\nlane: llm\nlevel: mid\n# T\n', [`---: ${UNCLOSED}`]],
    ['no end, and no YAML', '---\nlane: [llm\n\n# T\n', [`---: ${UNCLOSED}`]],
    ['a longer rule for an end', '---\nlane: llm\n----\nlevel: mid\n---\n# T\n', [`----: ${NO_CLOSER}`]],
    ['words behind the end, twice', '---\nlane: llm\n--- end\n---- \n---  \n# T\n', [`--- end: ${NO_CLOSER}`]],
    ['a key twice', '---\nteam: x\nteam: y\n---\n', ['team: the key “team” stands twice; keep one of them']],
    [
      'a key of odd signs twice',
      '---\n"la\\nne🙂": x\n"la\\nne🙂": y\n---\n',
      ['"la\\nne🙂": the key “lane” stands twice; keep one of them'],
    ],
    ['a list', '---\n- llm\n---\n', ['- llm: the frontmatter must be a map of `key: value` lines']],
    ['mere words', '---\n\n  just words \n---\n', ['just words : the frontmatter must be a map of `key: value` lines']],
    ['an open quote', '---\nlane: llm\ntitle: "open\n---\n', ['title: "open: a closing quote or bracket is missing']],
    ['an alias', '---\na: &a x\nb: *a\n---\n', ['*a: YAML aliases (`*name`) are not read; write the value out']],
    ['a tab', '---\ncomp:\n\tmin: 90000\n---\n', ['min: 90000: YAML is indented with spaces, not tabs']],
    ['an indentation of its own', '---\na:\n    b: 1\n  c: 2\n---\n', [`c: 2: ${INDENT}`]],
    ['an open list', '---\ntags: [a, b\nteam: x\n---\n', ['tags: [a, b: a closing quote or bracket is missing']],
    ['a line that goes on as another key', '---\nteam: x\n  squad: y\n---\n', [`team: x: ${COLON}`]],
    ['a sign that YAML keeps', '---\ntitle: @home\n---\n', [`title: @home: ${NOT_YAML}`]],
    ['a bracket too many', '---\na: {b: 1}}\n---\n', [`a: {b: 1}}: ${NOT_YAML}`]],
    ['words behind a quote', '---\na: "x" y\n---\n', [`a: "x" y: ${NOT_YAML}`]],
    [
      'more than anybody writes',
      `---\ntext: ${'x'.repeat(66_000)}\n---\n`,
      ['---: the frontmatter is longer than 64 KiB and was not read; keep the text of the posting below it'],
    ],
    ['as much as is read', `---\ntext: ${'x'.repeat(65_000)}\n---\n`, []],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('five times at most', () => {
    expect(faults(`---\n${'title: @home\n'.repeat(9)}---\n`).filter((fault) => fault.includes('valid'))).toHaveLength(
      5,
    );
  });

  it.each([
    ['imports above it move below it', "import Map from './map'\n\n---\nlane: llm\n---\nText.\n"],
    ['a badge above it moves below it', '![build](b.svg)\n---\nlane: llm\n---\nText.\n'],
    ['JSON gets its end', '{\n"lane": "llm",\n"level": "mid"\n\n# T\n'],
  ])('and %s, which leaves nothing to say', (_, text) => {
    const { span, text: put } = read(text).faults[0]!.edit!;
    const mended = text.slice(0, span.start) + put + text.slice(span.end);
    expect(faults(mended)).toEqual([]);
    expect(read(mended).fields.get('lane')?.value).toBe('llm');
  });

  it('and JSON without an end is no text of the posting, nor are absences judged', () => {
    const posting = read('{\n"lane": "llm",\n"comp": {"min": 160000, "max": 190000}\n\n# T\n\nText.\n');
    expect(posting).toMatchObject({ unread: true, pay: [] });
    expect(said(posting)).toEqual(['intro: Text.']);
  });

  it('and blank lines above it can be taken away', () => {
    const posting = read('\ufeff\n \n---\nlane: llm\n---\n# T\n');
    expect(posting.faults[0]!.edit).toEqual({ span: { start: 1, end: 4 }, text: '' });
  });
});

describe('what is read of broken frontmatter', () => {
  it.each([
    ['the keys up to the first blank line', '---\nlane: llm\nlevel: mid\n\nteam: x\n# T\n', ['lane', 'level']],
    ['the keys up to the first heading', '---\nlane: llm\n# T\nteam: x\n', ['lane']],
    ['what stands below a faulty line', '---\ntitle: Kilns: ML\nlane: llm\n---\n# T\n', ['title', 'lane']],
    ['what stands below an open quote', '---\ntitle: "Kilns\nlane: llm\n---\n# T\n', ['title', 'lane']],
    ['what stands below an open list', '---\nlane: [llm\nlevel: mid\n---\n# T\n', ['lane', 'level']],
    ['what tabs indent', '---\ncomp:\n\tmin: 1\n\tmax: 2\nlane: llm\n---\n# T\n', ['comp', 'lane']],
    [
      'a key that is indented by mistake',
      '---\nteam: x\n lane: llm\nlevel: mid\n---\n',
      ['department', 'lane', 'level'],
    ],
    ['a value that goes on with a colon', '---\nteam: x: a\n  and on: y\nlane: llm\n---\n', ['department', 'lane']],
    ['what stands behind a rule that is no fence', '---\nlane: llm\n----\nlevel: mid\n---\n# T\n', ['lane', 'level']],
    ['nothing of the text behind such a rule', '---\nlane: llm\n----\n# T\nlevel: mid\n\n---\n', ['lane']],
    ['TOML', '+++\nlane = "llm"\n[comp]\nmin = 1\n+++\n# T\n', ['lane', 'comp']],
    ['TOML below a faulty line', '+++\nteam = x y\nlane = "llm"\n+++\n# T\n', ['department', 'lane']],
    ['lines without fences', 'lane: llm\ncomp:\n  min: 1\nlevel: mid\n\n# T\n', ['lane', 'comp', 'level']],
    ['nothing of a language that is run', '---js\nlane: llm\n---\n# T\n', []],
    ['the first of a key that stands twice', '---\nteam: x\nlane: llm\nteam: y\n---\n# T\n', ['department', 'lane']],
  ])('%s', (_, text, keys) => {
    expect([...read(text).fields.keys()]).toEqual(keys);
  });
});

it.each([
  ['another language', '---json\na: b\n--- end\nteam: x\n---\n'],
  ['blank lines above', '\n---\na: b\n--- end\nteam: x\n---\n'],
])('a fence with words behind it ends no frontmatter under %s', (_, text) => {
  expect(read(`${text}# T\n`).frontmatter).toEqual({ start: 0, end: text.length });
});

describe('texts in frontmatter values', () => {
  const texts = (yaml: string) => {
    const posting = read(`---\n${yaml}---\n`);
    return posting.blocks.map(({ kind, span }) => `${kind} ${at(posting, span)}`);
  };
  const long = 'We keep the lighthouses of three coasts lit, and you would forecast which lamp fails next.';

  it.each([
    ['a list', 'requirements:\n  - Python\n  - "SQL"\n', ['item Python', 'item SQL']],
    ['a list in a map', 'requirements:\n  must: [Python]\n  may: Rust\n', ['item Python', 'item Rust']],
    [
      'lines of a value',
      'requirements: |\n  - Python\n  2. SQL\n\n  Plain\n',
      ['item Python', 'item SQL', 'field Plain'],
    ],
    ['a long value', `requirements: "${long}"\n`, [`field ${long}`]],
    ['a short value', 'requirements: Lamps.\n', []],
    ['numbers', 'requirements: [3, true]\n', []],
  ])('%s', (_, yaml, expected) => {
    expect(texts(yaml).filter((each) => !each.startsWith('heading'))).toEqual(expected);
  });
});
