/** The two ends of a range in texts of their own, and amounts that are no ends. */
import { describe, expect, test } from 'vitest';
import { showPay } from '../pay/vocabulary.ts';
import { at, read } from './read-support.ts';

function payUnder(heading: string, text: string, location = 'Denver, CO'): string[] {
  const posting = read(
    `---\nlane: applied\nlevel: mid\nlocation: ${location}\n---\n# ML Engineer, Kites\n\nWe fly kites.\n\n## ${heading}\n\n${text}\n\n## Apply\n\nWrite to us.\n`,
  );
  return posting.pay.map(showPay);
}

describe('ends of a range that stand apart', () => {
  test.each<[string, string]>([
    ['two bullets', '- Minimum: $150,000\n- Maximum: $180,000'],
    ['two bullets, the highest first', '- Top of the range: $180,000\n- Bottom of the range: $150,000'],
    [
      'bold labels with more words',
      '- **Lowest base pay:** $150,000 per year\n- **Highest base pay:** $180,000 per year',
    ],
    ['lines that are broken by hand', 'Minimum: $150,000  \nMaximum: $180,000'],
    ['lines of a typed list', 'Floor: $150,000\\\nCeiling: $180,000'],
    ['two paragraphs', 'Our lowest offer is $150,000.\n\nOur highest offer is $180,000.'],
    ['two columns', '| Min | Max |\n| --- | --- |\n| $150,000 | $180,000 |'],
    ['three columns', '| Low | Mid | High |\n| --- | --- | --- |\n| $150,000 | $165,000 | $180,000 |'],
    ['two rows', '| Pay | |\n| --- | --- |\n| Minimum | $150,000 |\n| Maximum | $180,000 |'],
    ['three rows', '| Pay | |\n| --- | --- |\n| Low | $150,000 |\n| Midpoint | $165,000 |\n| High | $180,000 |'],
    ['amounts around a dash', '$150,000\n\n–\n\n$180,000 USD'],
    ['amounts around “to”', '$150,000\n\nto\n\n$180,000'],
    ['a dash behind the first', '$150,000 –\n\n$180,000 a year'],
    ['two sentences', 'Pay starts at $150,000 a year. It ends at a maximum of $180,000.'],
    ['one sentence', 'We pay at least $150,000 and up to $180,000 a year.'],
    ['labels over amounts', '**Minimum:**\n\n$150,000\n\n**Maximum:**\n\n$180,000'],
    ['headings over amounts', '### Lowest\n\n$150,000\n\n### Highest\n\n$180,000'],
    ['from and to', '- From: $150,000\n- To: $180,000'],
    ['columns from and to', '| From | To |\n| --- | --- |\n| $150,000 | $180,000 |'],
    ['a verb for each', 'Base pay begins at $150,000 and tops out at $180,000.'],
    ['words behind each', 'Between $150,000 for newcomers and $180,000 for old hands.'],
    ['base behind each', '$150,000 base to $180,000 base'],
    ['steps behind each', '$150,000 (step 2) – $180,000 (step 7)'],
    ['a list of ends', 'Min / Mid / Max: $150,000 / $165,000 / $180,000'],
    ['a header line', 'Pay minimum: $150,000 | Pay maximum: $180,000'],
  ])('are one range: %s', (_, text) => {
    expect(payUnder('Pay', text).map((pay) => pay.replace(/ (base|unknown).*/, ''))).toEqual([
      '150000-180000 USD/year',
    ]);
  });

  test.each<[string, string, string[]]>([
    ['a lower end in words', 'The minimum salary is $150,000.', ['150000-? USD/year base [open-max]']],
    ['a starting salary', 'Starting salary: $150,000.', ['150000 USD/year base']],
    ['base and earnings', '$150,000 base - $180,000 OTE', ['150000 USD/year base', '180000 USD/year ote']],
    ['a rate whose period stands at its end', '- Min: $60\n- Max: $80 per hour', ['60-80 USD/hour base']],
    ['a lower end alone', '- Minimum: $150,000\n- Paid in March', ['150000-? USD/year base [open-max]']],
    [
      'a lower end and a bonus',
      '- Base salary: from $150,000\n- Signing bonus: up to $20,000',
      ['150000-? USD/year base [open-max]'],
    ],
    [
      'an amount for each place',
      '- Denver: $152,000 a year\n- Tulsa: $144,000 a year',
      ['152000 USD/year base', '144000 USD/year base'],
    ],
    [
      'ends of two levels',
      '- Junior: from $120,000\n- Senior: up to $190,000',
      ['120000-? USD/year base [level open-max]', '?-190000 USD/year base [level open-min]'],
    ],
    [
      'a range for each level in a table',
      '| Level | Min | Max |\n| --- | --- | --- |\n| Mid | $150,000 | $180,000 |\n| Senior | $200,000 | $240,000 |',
      ['150000-180000 USD/year base', '200000-240000 USD/year base'],
    ],
    [
      'two ranges',
      '- Denver: $150,000–$170,000\n- Tulsa: $140,000–$160,000',
      ['150000-170000 USD/year base', '140000-160000 USD/year base'],
    ],
    [
      'a lowest that is above the highest',
      '- Minimum: $190,000\n- Maximum: $150,000',
      ['190000-? USD/year base [open-max]', '?-150000 USD/year base [open-min]'],
    ],
    ['amounts without a dash between', '$150,000\n\n$180,000', ['150000 USD/year base', '180000 USD/year base']],
    [
      'ends of base and of total pay',
      '- Base minimum: $150,000\n- Total compensation maximum: $230,000',
      ['150000-? USD/year base [open-max]', '?-230000 USD/year total [open-min]'],
    ],
  ])('are not joined: %s', (_, text, expected) => {
    expect(payUnder('Pay', text)).toEqual(expected);
  });

  test('are quoted from the first to the last', () => {
    const posting = read('# ML Engineer\n\n## Pay\n\n- Minimum: $150,000\n- Maximum: $180,000\n');
    expect(at(posting, posting.pay[0]!.span)).toBe('Minimum: $150,000\n- Maximum: $180,000');
  });
});

describe('a label beside an amount in a table', () => {
  test.each<[string, string[]]>([
    ['Total annual cash', ['210000-240000 USD/year total']],
    ['Base salary', ['210000-240000 USD/year base']],
    ['Office budget', []],
  ])('%s', (label, expected) => {
    expect(payUnder('Pay', `| What | How much |\n| --- | --- |\n| ${label} | $210,000 – $240,000 |`)).toEqual(expected);
  });
});

describe('pay among the benefits', () => {
  test.each<[string, string[]]>([
    ['$150,000-$180,000 per year plus equity', ['150000-180000 USD/year unknown [equity]']],
    ['$150,000 to $180,000 gross', ['150000-180000 USD/year unknown [gross]']],
    ['€70.000 – €85.000 brutto, DOE', ['70000-85000 EUR/year unknown [doe gross]']],
    ['$160,000 a year plus bonus', ['160000 USD/year unknown [bonus]']],
    ['$150,000 - $180,000 + 10 % bonus', ['150000-180000 USD/year unknown [bonus]']],
    ['$2,000 per year for courses', []],
    ['$10,000 - $20,000 per year in stock', []],
    ['$10,000 - $20,000 a year gross for childcare', []],
    ['$50,000-$100,000 of life cover a year', []],
    ['Up to $8,000 for moving, plus equity', []],
    ['401(k) match up to $4,500 a year', []],
    ['$30,000 sabbatical fund plus travel', []],
  ])('%s', (text, expected) => {
    expect(payUnder('What we offer', `- ${text}\n- 25 days off`)).toEqual(expected);
  });
});

describe('what a sign means in its place', () => {
  test.each<[string, string, string]>([
    ['kr 600 000 – 700 000 per år', 'Oslo, Norway', '600000-700000 NOK/year base'],
    ['45.000 - 55.000 kr. pr. måned', 'Aarhus, Denmark', '45000-55000 DKK/month base'],
    ['45 000–60 000 kr per månad', 'Lund, Sweden', '45000-60000 SEK/month base'],
    ['¥300,000 - ¥500,000 a year', 'Shanghai, China', '300000-500000 CNY/year base'],
    ['¥6,000,000 - ¥9,000,000 a year', 'Kyoto, Japan', '6000000-9000000 JPY/year base'],
    ['每月 60,000 元 ~ 80,000 元', 'Taipei, Taiwan', '60000-80000 TWD/month base'],
    ['SEK 600,000 - 700,000 a year', 'Oslo, Norway', '600000-700000 SEK/year base'],
  ])('%s in %s', (text, place, expected) => {
    expect(payUnder('Pay', text, place)).toEqual([expected]);
  });
});
