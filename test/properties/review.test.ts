/** What is found in a posting does not depend on how it is written down. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExamples } from '../../src/rule-files/rule-examples.ts';
import { files, findings, sources } from '../support/examples.ts';
import { COMPANY_TEXT, curled, draft, PLAIN, style, turned, write } from './postings.ts';

const TODAY = '2026-11-22';
const RUNS = { numRuns: 80 };

const folded = (text: string): string =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[*_]{2}|:$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Rules whose finding tells the length of the whole. */
const COUNTS: ReadonlySet<string> = new Set(['length-readability']);

/** Rule and words found, each finding one line, sorted. */
function found(posting: string, config?: string, today: string = TODAY): string[] {
  const all = findings({ posting, today, ...(config ? { config } : {}) });
  return all.map(({ rule, found: words }) => (COUNTS.has(rule) ? rule : `${rule}: ${folded(words)}`)).sort();
}

const rules = (lines: readonly string[]): string[] => [...new Set(lines.map((line) => line.split(':')[0]!))];

describe('of a posting', () => {
  test('nothing changes with line ends, trailing blanks, bullets, heading style and quotation marks', () => {
    fc.assert(
      fc.property(draft, style, (posting, look) => {
        expect(found(write(posting, look))).toEqual(found(write(posting, PLAIN)));
      }),
      RUNS,
    );
  });

  test('the same rules speak when lists and paragraphs are in another order', () => {
    fc.assert(
      fc.property(draft, fc.integer({ min: 1, max: 5 }), (posting, by) => {
        const [one, other] = [posting, turned(posting, by)].map((each) => rules(found(write(each, PLAIN))));
        expect(other).toEqual(one);
      }),
      RUNS,
    );
  });

  test('text about the company adds nothing', () => {
    fc.assert(
      fc.property(draft, fc.constantFrom(...COMPANY_TEXT), (posting, sentence) => {
        const text = write(posting, PLAIN);
        const before = found(text);
        const after = found(`${text}\n## About us\n\n${sentence}\n`);
        expect(after.filter((line) => !before.includes(line))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('lists in the frontmatter count like lists in the body', () => {
    fc.assert(
      fc.property(draft, (posting) => {
        const keys = { duties: 'responsibilities', required: 'requirements', preferred: 'nice_to_have' };
        const [fields, body] = [found(write(posting, PLAIN, keys)), found(write(posting, PLAIN))];
        // Keys count fewer words than the headings they stand for.
        const words = (lines: readonly string[]) => lines.filter((line) => !COUNTS.has(line));
        expect(words(fields)).toEqual(words(body));
      }),
      RUNS,
    );
  });
});

/** Every example of every rule, with its settings. */
const examples = sources.rules.flatMap((rule) => {
  const file = files.find(({ path }) => path === `rules/${rule.category}/${rule.id}.yml`)!;
  const { flagged, clean } = readExamples(file.path, file.text);
  return [...flagged, ...clean].map((example) => ({
    ...example,
    name: `${rule.id}: ${example.name}`,
    found: found(example.posting, example.config, example.today),
  }));
});

/** Changes the body only: everything behind the frontmatter. */
function inBody(posting: string, change: (line: string) => string): string {
  const lines = posting.split('\n');
  const close = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines.map((line, i) => (i > close && line.trim() !== '' ? change(line) : line)).join('\n');
}

const RESTYLED: Readonly<Record<string, (posting: string) => string>> = {
  'other line ends': (posting) => posting.replaceAll('\n', '\r\n'),
  'trailing blanks': (posting) => inBody(posting, (line) => `${line} \t`),
  'stars for bullets': (posting) => inBody(posting, (line) => line.replace(/^(\s*)- /, '$1* ')),
  'typed bullets': (posting) =>
    /^\s+- /m.test(posting) ? posting : inBody(posting, (line) => line.replace(/^- /, '• ')),
  'curly marks': (posting) => inBody(posting, curled),
  'bold headings': (posting) =>
    /^###/m.test(posting) ? posting : inBody(posting, (line) => line.replace(/^## (.*)$/, '**$1**')),
};

describe('of the examples of all rules', () => {
  for (const [name, restyle] of Object.entries(RESTYLED)) {
    test(`nothing changes with ${name}`, () => {
      for (const example of examples) {
        const restyled = restyle(example.posting);
        if (restyled === example.posting) continue;
        const after = found(restyled, example.config, example.today);
        expect(after, `${example.name}\n${restyled}`).toEqual(example.found);
      }
    });
  }
});
