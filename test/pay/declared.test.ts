import { describe, expect, test } from 'vitest';
import { payFromField } from '../../src/pay/field.ts';
import { payVocabulary } from './vocabulary.ts';

const span = { start: 0, end: 1 };

function kindOf(value: unknown): string | undefined {
  const { figure } = payFromField({ key: 'comp', value, keySpan: span, valueSpan: span }, payVocabulary);
  return figure?.kind;
}

describe('a declared range is earnings on target', () => {
  test.each([
    '$180K-$220K OTE',
    '$180K-$220K (OTE)',
    'OTE: $180K-$220K',
    '$180K-$220K, OTE',
    '$180K-$220K on-target earnings',
    'from $180K OTE',
  ])('%s', (value) => {
    expect(kindOf(value)).toBe('ote');
  });
});

describe('a declared range is total pay', () => {
  test.each<[unknown]>([
    ['$300K-$340K TC'],
    ['TC $300K-$340K'],
    ['$300K-$340K - total comp'],
    ['300K-340K total compensation'],
    ['Total comp $290,000 - $350,000'],
    ['$300K-$340K all-in'],
    ['All in $300K-$340K'],
    ['$300K-$340K package'],
    ['$300K-$340K comp package'],
    ['$300K-$340K total cash'],
    ['$300K-$340K incl. bonus'],
    ['$300K-$340K including equity and bonus'],
    ['$300K-$340K (bonus included)'],
    ['$300K-$340K inclusive of 15% bonus'],
    ['Salary $180K-$220K incl. bonus'],
    ['40-60 LPA CTC'],
    [{ min: 300000, max: 340000, type: 'total' }],
    [['TC $300K', '$340K']],
  ])('%j', (value) => {
    expect(kindOf(value)).toBe('total');
  });
});

describe('a declared range is base pay', () => {
  test.each<[unknown]>([
    ['$151K-$186K'],
    ['$151K-$186K base'],
    ['$151K-$186K base plus bonus'],
    ['$151K-$186K + equity'],
    ['$151K-$186K with bonus'],
    ['$151K-$186K plus equity package'],
    ['$151K-$186K + benefits package'],
    ['$151K-$186K and full package'],
    ['$151K-$186K, excellent benefits package'],
    ['$151K-$186K including benefits'],
    ['$151K-$186K base, incl. holiday bonus'],
    ['Base $151K-$186K, total comp up to $260K'],
    ['$151K-$186K base; OTE $200K'],
    ['$151K-$186K base salary (total comp higher)'],
    ['$151K-$186K DOE + equity'],
    [{ min: 151000, max: 186000, type: 'base' }],
    [{ min: 151000, max: 186000, note: 'plus equity' }],
  ])('%j', (value) => {
    expect(kindOf(value)).toBe('base');
  });
});

test('a range of total pay whose ends are swapped is not rewritten, as the fix would make it base pay', () => {
  const { fault } = payFromField(
    { key: 'comp', value: '$220K-$180K OTE', keySpan: span, valueSpan: span },
    payVocabulary,
  );
  expect(fault?.code).toBe('reversed');
  expect(fault?.edit).toBeUndefined();
});

describe('a hostile text takes time in proportion to its length', () => {
  test.each(['bonus ', 'incl ', '1 MLE ', '$100K-$120K bonus incl ', '(', '100K ', 'total comp ', '+ and '])(
    '%s',
    (piece) => {
      const text = `$100K-$120K ${piece.repeat(Math.ceil(200_000 / piece.length))}`;
      const start = performance.now();
      kindOf(text);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});
