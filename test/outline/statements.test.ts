import { describe, expect, it } from 'vitest';
import { at, read, said } from '../posting/read-support.ts';

const items = (text: string) => said(read(`## Requirements\n\n${text}`)).map((each) => each.replace('required: ', ''));

describe('statements', () => {
  it('cuts sentences at their ends and not behind abbreviations', () => {
    expect(items('Hold a Ph. D. in physics. Or not.\n')).toEqual(['Hold a Ph. D. in physics.', 'Or not.']);
    expect(items('Know tools, e.g. Spark, vs. Dr. Dask. Use them! Why? 5 years of it (etc.). “Quoted” too.\n')).toEqual(
      ['Know tools, e.g. Spark, vs. Dr. Dask.', 'Use them!', 'Why?', '5 years of it (etc.).', '“Quoted” too.'],
    );
  });

  it('cuts behind the last of several marks, and behind a question about an abbreviation', () => {
    expect(items('Wait... Then go!! Why?! (Really.) Do you live in the U.S.? Then write.\n')).toEqual([
      'Wait...',
      'Then go!!',
      'Why?!',
      '(Really.)',
      'Do you live in the U.S.?',
      'Then write.',
    ]);
  });

  it('leaves out comments, code blocks, quotes, link targets and images', () => {
    const text =
      '- See [our guide](https://example.com/phd) <!-- PhD --> now\n\n```\nPhD\n```\n\n> PhD\n\n    PhD\n\n![PhD](phd.png)\n\n[ref]: https://example.com/phd\n\n- ~~PhD~~ Python\n';
    const posting = read(`## Requirements\n\n${text}`);
    expect(posting.tokens.map((token) => token.word)).toEqual(['requirements', 'see', 'our', 'guide', 'now', 'python']);
  });

  it('reads inline code, emphasis and entities as words', () => {
    const posting = read('- Use **Py**Torch, `Node.js` &amp; C&#43;&#43; at R&amp;D\n');
    expect(posting.tokens.map((token) => token.word)).toEqual([
      'use',
      'pytorch',
      'node.js',
      'and',
      'c++',
      'at',
      'r',
      'and',
      'd',
    ]);
    expect(posting.tokens.map((token) => at(posting, token))).toEqual([
      'Use',
      'Py**Torch',
      'Node.js',
      '&amp;',
      'C&#43;&#43;',
      'at',
      'R',
      '&amp;',
      'D',
    ]);
  });

  it('parts lines at hard breaks and where the author broke them on purpose', () => {
    expect(items('Python  \nSQL\\\nSpark<br>Kafka\n')).toEqual(['Python', 'SQL', 'Spark', 'Kafka']);
    expect(items('Strong Python skills.\nExperience with SQL\nSpark\n')).toEqual([
      'Strong Python skills.',
      'Experience with SQL',
      'Spark',
    ]);
    expect(
      items('Experience with the training and the serving\nof models in production, also of large ones\n'),
    ).toHaveLength(1);
    expect(items('• Python\n• SQL\n')).toEqual(['Python', 'SQL']);
  });

  it('takes each line of a list without bullets for an item', () => {
    const kinds = read('## Requirements\n\nPython\\\nSQL\\\nGo\n').blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(['heading', 'item', 'item', 'item']);
  });

  it('reads lists that were indented too far or preformatted, but no other code', () => {
    expect(items('Bring:\n\n    * Python\n    * SQL\n')).toEqual(['Python', 'SQL']);
    expect(items('Bring:\n\n<pre><code>    * Python\n    * SQL\n</code></pre>\n')).toEqual(['Python', 'SQL']);
    expect(items('Bring:\n\n    phd = True\n\n<pre>phd = True</pre>\n')).toEqual(['Bring:']);
  });

  it('gives items their depth, and the lines to delete with all that hangs on them', () => {
    const posting = read('## Requirements\n\n- Python\n  - Django\n\n  More of it.\n- SQL\n');
    const blocks = posting.blocks.filter((block) => block.kind !== 'heading');
    expect(blocks.map(({ kind, depth, lines }) => [kind, depth, at(posting, lines)])).toEqual([
      ['item', 0, '- Python\n  - Django\n\n  More of it.\n'],
      ['item', 1, '  - Django\n'],
      ['paragraph', 0, '  More of it.\n'],
      ['item', 0, '- SQL\n'],
    ]);
  });

  it('reads each cell of a table as a block', () => {
    const posting = read('## Requirements\n\n| Tool | Years |\n|---|---|\n| Python | 5 |\n');
    const cells = posting.blocks.filter((block) => block.kind === 'cell');
    expect(cells.map((cell) => at(posting, cell.span))).toEqual(['Tool', 'Years', 'Python', '5']);
    expect(at(posting, cells[2]!.lines)).toBe('| Python | 5 |\n');
  });

  it('keeps blanks that an author must fill, and drops tags', () => {
    const posting = read('Join <Company Name> as [Role] for {{team}}. <JobForm />\n');
    expect(at(posting, posting.blocks[0]!.span)).toBe('Join <Company Name> as [Role] for {{team}}.');
    expect(posting.tokens.map((token) => token.word)).toEqual(['join', 'company', 'name', 'as', 'role', 'for', 'team']);
  });

  it('reads indented tags of a page as text, and indented code as none', () => {
    const words = (text: string) => {
      const posting = read(text);
      return posting.statements.map(({ span }) => at(posting, span));
    };
    expect(words('Hello there.\n\n    <ul>\n        <li>Model tides</li>\n    </ul>\n')).toEqual([
      'Hello there.',
      'Model tides',
    ]);
    expect(words('Hello there.\n\n    <ul class="x">\n        <li>Model tides</li>\n    </ul>\n')).toEqual([
      'Hello there.',
      'Model tides',
    ]);
    expect(words('Hello there.\n\n    <param>tides</param>\n')).toEqual(['Hello there.']);
    expect(words('Hello there.\n\n    model.fit(tides)\n')).toEqual(['Hello there.']);
  });

  it('opens with sentences about the role, not with a header line or what stands behind the lists', () => {
    const opening = (text: string) => {
      const posting = read(text);
      return posting.statements.filter((statement) => statement.opening).map(({ span }) => at(posting, span));
    };
    const duties = '## Responsibilities\n\n- Own the ranker of a flea market\n';
    expect(opening(`# ML Engineer\n\nposted in April\n\n${duties}`)).toEqual(['Own the ranker of a flea market']);
    expect(opening(`# ML Engineer\n\n${duties}\n## Our stack\n\nGo, Kafka, Python and three old servers.\n`)).toEqual([
      'Own the ranker of a flea market',
    ]);
    expect(opening('# ML Engineer\n\n## Requirements\n\n- Ranking of old books\n')).toEqual(['Ranking of old books']);
  });

  it('marks the first words about the role as the opening', () => {
    const posting = read(
      '# ML Engineer\n\n## About us\n\nWe sort parcels.\n\n## About the role\n\nYou own ranking.\n\n## Benefits\n\n- Pay\n',
    );
    const opening = posting.statements.filter((statement) => statement.opening);
    expect(opening.map((statement) => at(posting, statement.span))).toEqual(['You own ranking.']);
  });
});
