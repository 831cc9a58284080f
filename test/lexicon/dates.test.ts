import { describe, expect, it } from 'vitest';
import { at, read } from '../posting/read-support.ts';

const front = (value: string) =>
  `---\nclosing_date: ${/: |[:{]$/.test(value) ? JSON.stringify(value) : value}\n---\n# T\n`;
const date = (value: string) => read(front(value)).dates.get('valid_through');
const fault = (value: string) => {
  const posting = read(front(value));
  const found = posting.faults.find(({ code }) => code === 'invalid-date' || code === 'unclear-date');
  return found && `${found.code} ${at(posting, found.span)} | ${found.detail}`;
};

describe('a date of the frontmatter', () => {
  it.each([
    ['2026-04-30', '2026-4-30', '2026/04/30', '2026.04.30', '20260430', '2026年4月30日'],
    ['2026-04-30T12:00:00Z', '2026-04-30 23:59 CET', '30/4/2026 12:00', 'Thu, 30 Apr 2026 12:00:00 +0000'],
    ['April 30, 2026', 'Apr 30 2026', 'April 30th, 2026', 'Thu Apr 30 2026', 'April 30, 2026 5:00 PM'],
    ['30 April 2026', '30th of April 2026', '30-Apr-2026', '30-Apr-26', '30. April 2026', '2026 April 30'],
    ['30 avril 2026', '30 de abril de 2026', '30 aprile 2026', 'den 30 april 2026'],
    ['30.04.2026', '30/04/2026', '04/30/2026', '04.30.2026', '30.04.26', '4/30/26', '30-04-2026'],
    ['Applications close on 30 April 2026 at 5pm', 'Until filled, at the latest 30 April 2026'],
  ])('is read in usual notations: %s', (...written) => {
    for (const each of written) {
      expect(date(each)?.text, each).toBe('2026-04-30');
      expect(fault(each), each).toBeUndefined();
    }
  });

  it.each([
    '2026-05',
    '05/2026',
    '2026/5',
    'May 2026',
    'end of May 2026',
    'mid-May 2026',
    "May '26",
    'May ’26',
    'mai 2026',
    '2026年5月末',
  ])('without a day is never given one: %s', (written) => {
    expect(date(written)).toMatchObject({ text: '2026-05', earliest: '2026-05-01', latest: '2026-05-31' });
  });

  it('may be a quarter', () => {
    expect(date('Q1 2024')).toMatchObject({ text: 'Q1 2024', earliest: '2024-01-01', latest: '2024-03-31' });
    expect(date('2024-Q4')?.latest).toBe('2024-12-31');
  });

  it.each(['2026-02-30', '31.11.2026', '2026-13-01', 'February 30, 2026', '30/30/2026', '2023-02-29', '2026-30-04'])(
    'that is on no calendar is said to be so: %s',
    (written) => {
      expect(fault(written)).toBe(
        `invalid-date ${written} | closing_date: “${written}” is no day of the calendar; write one that is, as YYYY-MM-DD`,
      );
      expect(date(written)).toBeUndefined();
    },
  );

  it.each([
    ['03/04/2026', '2026-04-03 or 2026-03-04'],
    ['11-12-2026', '2026-12-11 or 2026-11-12'],
    ['3/4/26', '2026-04-03 or 2026-03-04'],
  ])('that may be two days is said to be so: %s', (written, choices) => {
    expect(fault(written)).toContain(`with the month first by others; write ${choices}`);
  });

  it.each(['03.04.2026', '04/04/2026', '2024-02-29'])('that can be one day only is read: %s', (written) => {
    expect(date(written)).toBeDefined();
  });

  it.each([
    ['April 30', 'names no year'],
    ['30 April', 'names no year'],
    ['30/04', 'names no year'],
    ['3.4.', 'names no year'],
    ['end of April', 'names no year'],
    ['by late March', 'names no year'],
    ['30 Aprl 2026', 'cannot be read'],
    ['26-04-30', 'cannot be read'],
    ['2026-05-XX', 'cannot be read'],
  ])('that cannot be read is said to be so with the notation wanted: %s', (written, why) => {
    expect(fault(written)).toContain(`unclear-date ${written} | closing_date: “${written}” ${why}`);
    expect(fault(written)).toContain('write it as YYYY-MM-DD');
  });

  it.each([
    'Open until filled',
    'rolling',
    'ASAP',
    'n/a',
    'in 3 weeks',
    '4 weeks after posting',
    'spring 2026',
    '2026',
    '1777500000',
    '1 May 2026 - 30 May 2026',
    'we may close it early',
    'closes when you may have been hired in May',
    '0/10',
    'true',
    '[2026-01-01]',
    '""',
  ])('is not looked for where none is meant: %s', (written) => {
    expect(date(written)).toBeUndefined();
    expect(fault(written)).toBeUndefined();
  });

  it('is looked for in the fields that hold one, under the keys that teams use, and in no other', () => {
    const posting = read('---\ndate: 30.04.2026\npay_reviewed: May 2025\nref: 03/04/2026\nstart: 2026-02-31\n---\n');
    expect([...posting.dates].map(([name, { text }]) => `${name} ${text}`)).toEqual([
      'posted 2026-04-30',
      'comp_reviewed 2025-05',
    ]);
    expect(posting.faults.filter(({ code }) => code !== 'missing')).toEqual([]);
  });
});

describe('a posting is closed', () => {
  const closed = (yaml: string) => read(`---\n${yaml}\n---\n# T\n`).closed ?? false;

  it.each([
    'status: closed',
    'status: "Filled (May 2026)"',
    'state: Draft',
    'draft: true',
    'archived: yes',
    'published: false',
    'active: no',
    'isOpen: false',
    'job_status: on hold',
    'hidden: "true"',
  ])('where its frontmatter says so: %s', (yaml) => expect(closed(yaml)).toBe(true));

  it.each([
    'status: open',
    'draft: false',
    'published: true',
    'active: yes',
    'closed: false',
    'status: closing soon',
    'team: closed',
    'published: 2026-01-01',
    'open: 3',
    'status:',
  ])('and not by other words: %s', (yaml) => expect(closed(yaml)).toBe(false));
});
