import { describe, expect, it } from 'vitest';
import { outline, read, said } from './read-support.ts';

describe('lists as job boards write them', () => {
  it('hangs items on the one above them, though its bullet stands before more than one blank', () => {
    const posting = read(
      '# ML Engineer\n\n## Requirements\n\n  * Docker\n\n  *  **Data tooling**\n\n    * Streamlit\n\n    * Redis\n\n  * Go\n',
    );
    expect(outline(posting)).toEqual(['meta: ML Engineer', 'required: Requirements', 'required: Data tooling']);
  });

  it('takes a bold item for the name of the items behind it', () => {
    const posting = read(
      '# ML Engineer\n\n### Skills\n\n*  **Essentials**\n* Python\n* Spark\n\n*  **Nice to have**\n* Rust\n* Go\n',
    );
    expect(said(posting)).toEqual(['required: Python', 'required: Spark', 'preferred: Rust', 'preferred: Go']);
  });

  it('keeps a bold item that names nothing', () => {
    const posting = read('# ML Engineer\n\n## Requirements\n\n- **Python**\n- **Spark**\n- Go\n');
    expect(said(posting)).toEqual(['required: Python', 'required: Spark', 'required: Go']);
  });

  it('takes the years of a label among wishes for a wish', () => {
    const posting = read(
      '# Data Scientist\n\n### Preferred experience\n\n  *  **Experience:** 5+ years of experience in data science.\n',
    );
    expect(said(posting)).toEqual(['preferred: 5+ years of experience in data science.']);
  });
});

describe('headings behind pictures', () => {
  it.each(['⭐️ Is this you?', '🦸🏻‍♀️ Requirements', '★ Requirements ★', '⚙️ Requirements'])('reads %s', (heading) => {
    const posting = read(`# ML Engineer\n\n**${heading}**\n\n- Python\n- Spark\n`);
    expect(said(posting)).toEqual(['required: Python', 'required: Spark']);
  });
});

describe('pay by place', () => {
  it.each([
    ['Additional notices', 'Zone A: USD $163,600 - USD $245,400'],
    ['Equal opportunity', 'Denver, Boise, Santa Fe, Salt Lake City, Albuquerque: $163,600 - $245,400'],
  ])('is read under “%s” from a line that holds nothing else', (heading, line) => {
    const posting = read(`# ML Engineer\n\n## ${heading}\n\nPay depends on the place.\n\n${line}\n`);
    expect(posting.pay.map(({ min, max, currency }) => [min, max, currency])).toEqual([[163600, 245400, 'USD']]);
  });

  it('is not read from a sentence of the law', () => {
    const posting = read(
      '# ML Engineer\n\n## Equal opportunity\n\nFines for discrimination lie between $163,600 - $245,400 for each case that is brought.\n',
    );
    expect(posting.pay).toEqual([]);
  });
});

describe('labels of other marks', () => {
  it('takes a bold question for the label of its answer', () => {
    const posting = read(
      '# ML Engineer\n\n## Requirements\n\n- Python\n\n**Why join us?** We pay for lunch and a gym.\n',
    );
    expect(outline(posting).at(-1)).toBe('company: Why join us');
  });

  it.each(['Must Have Skills –', 'Education & Experience: -'])('takes the dash behind “%s” for a colon', (label) => {
    const posting = read(`# ML Engineer\n\n${label}\n\n- Python\n- Spark\n`);
    expect(said(posting)).toEqual(['required: Python', 'required: Spark']);
  });
});
