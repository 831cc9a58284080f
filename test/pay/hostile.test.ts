import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payFromText } from '../../src/pay/read.ts';
import { payVocabulary } from './vocabulary.ts';

const read = (text: string) =>
  payFromText(text, (index) => index, { section: 'pay', heading: 'Compensation' }, payVocabulary);

const piece = fc.constantFrom(
  ...['$', '€', 'US$', 'k', 'K', 'M', ' ', '-', '–', '/', '+', '%', '(', ')', ':', ',', '.', "'", '~', '\n', '\u00a0'],
  ...[
    '1',
    '12',
    '150',
    '150,000',
    '1.5',
    '00',
    'salary',
    'bonus',
    'up to',
    'from',
    'and',
    'to',
    'per',
    'year',
    '/hr',
    'LPA',
    'USD',
  ],
);

describe('whatever the text', () => {
  test('every figure lies in it, in order, with sound ends', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (text) => {
          let last = 0;
          for (const { span, min, max } of read(text)) {
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            last = span.end;
            for (const end of [min, max]) if (end !== null) expect(Number.isFinite(end) && end > 0).toBe(true);
            if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    '1.',
    '1,',
    '5-',
    '$',
    '$5 (',
    '$150k-$180k ',
    '1 234 ',
    'salary $150k, ',
    'NYC $150k ',
    'from $5 up to ',
  ])('a very long run of «%s» is read', (part) => {
    expect(Array.isArray(read(part.repeat(20000)))).toBe(true);
  });
});
