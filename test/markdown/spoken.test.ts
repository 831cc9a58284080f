import { expect, it } from 'vitest';
import { spokenText } from '../../src/markdown/spoken.ts';
import { read } from '../posting/read-support.ts';

it.each([
  ['- Generous [salary](/people/how-we-pay) and more', 'Generous [salary', 'Generous salary'],
  ['- Generous [salary](/people/how-we-pay) and more', 'salary](/people/how-we-pay) and', 'salary and'],
  ['- Generous [salary][pay] and more\n\n[pay]: /pay', 'Generous [salary][pay] and', 'Generous salary and'],
  ['- Generous [salary](/people/how-we-pay)', 'Generous [salary', 'Generous salary'],
  ['- A **very competitive** salary', '**very competitive** salary', 'very competitive salary'],
  ['- A **very competitive** salary', 'competitive** salary', 'competitive salary'],
  ['- An _open_ range', '_open_ range', 'open range'],
  ['- Pay &amp; perks of `our` kind', 'Pay &amp; perks of `our`', 'Pay & perks of our'],
  ['- Up to \\$150,000', 'Up to \\$150,000', 'Up to $150,000'],
  ['- In <b>rock-star</b> shape', '<b>rock-star</b> shape', 'rock-star shape'],
  ['- In [City, State] or <INSERT TOWN>', '[City, State] or <INSERT TOWN>', '[City, State] or <INSERT TOWN>'],
  ['- Plain words', 'Plain words', 'Plain words'],
])('%s: “%s” is quoted as people read it', (line, written, expected) => {
  const posting = read(`# Kiln Engineer\n\n## Benefits\n\n${line}\n`);
  const start = posting.text.indexOf(written);
  expect(spokenText(posting, { start, end: start + written.length })).toBe(expected);
});

it('what is not within one block is quoted as it stands', () => {
  const posting = read('# Kiln Engineer\n\n- **One**\n- **Two**\n');
  const start = posting.text.indexOf('**One');
  expect(spokenText(posting, { start, end: posting.text.length })).toBe('**One**\n- **Two**\n');
});
