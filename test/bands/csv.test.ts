import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/bands/csv.ts';

const rows = (text: string) => {
  const read = readCsv(text);
  return 'table' in read ? read.table : read.fault;
};

describe('CSV', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['bars', 'a|b\n1|2\n'],
    ['a byte order mark', '\ufeffa,b\n1,2\n'],
    ['line breaks of Windows', 'a,b\r\n1,2\r\n'],
    ['the line that names the delimiter', '\ufeffsep=;\r\na;b\r\n1;2\r\n'],
  ])('with %s is read', (_, text) => {
    expect(rows(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('semicolons win over the commas of decimals', () => {
    expect(rows('job;p25;p75\nx;1.234,56;2.345,67\ny;1.000,00;2.000,00\n')).toEqual([
      ['job', 'p25', 'p75'],
      ['x', '1.234,56', '2.345,67'],
      ['y', '1.000,00', '2.000,00'],
    ]);
  });

  test('rows are counted as a spreadsheet counts them: empty ones stay, a cell of two lines is one row', () => {
    expect(rows('a,b\n\n"one\ntwo",2\n')).toEqual([['a', 'b'], [''], ['one\ntwo', '2']]);
  });

  test.each([
    ['', 'The file is empty.'],
    ['\ufeff \n\n', 'The file is empty.'],
    ['a,b\n"x,1\ny,2\n', 'never closed'],
    ['a,b\n"x"y,1\n', 'write a quotation mark inside it twice'],
  ])('%j is refused', (text, message) => {
    expect(rows(text)).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('a quotation mark that is never closed costs no more than its file is long', () => {
    expect(rows(`a,b\n"${'x,1\n'.repeat(100_000)}`)).toMatchObject({
      message: expect.stringContaining('quotation mark'),
    });
  });
});
