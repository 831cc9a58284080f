import { expect, test } from 'vitest';
import { hasPostingShape } from '../../src/posting/declared.ts';
import { readPosting } from '../../src/posting/read.ts';
import { policyFor } from '../support/examples.ts';

const { vocabulary } = policyFor(undefined);
const shaped = (text: string) => hasPostingShape(readPosting('jobs/security.md', text, vocabulary), vocabulary);

test.each([
  ['a lane', '---\nlane: applied\n---\nText.\n'],
  ['a lane by another word', '---\ntrack: genai\n---\nText.\n'],
  ['a level', '---\nseniority: sr\n---\nText.\n'],
  ['pay', '---\nsalary_range: $150,000 - $188,000\n---\nText.\n'],
  ['pay as a mapping', '---\nbaseSalary: { minValue: 150000, maxValue: 188000, currency: USD }\n---\nText.\n'],
  ['two of them, though misspelt', '---\nlane: aplied\nlevel: wizard\n---\nText.\n'],
  ['duties and requirements', '# Engineer\n\n## What you will do\n\n- Ship it\n\n## Requirements\n\n- Python\n'],
  ['the same as labels', 'Engineer\n\n**Responsibilities:**\n\n- Ship it\n\n**Qualifications:**\n\n- Python\n'],
  ['the same in the frontmatter', '---\nresponsibilities: [Ship it]\nrequirements: [Python]\n---\nText.\n'],
  [
    'the same behind a byte order mark',
    '\ufeff# Engineer\r\n\r\n## Duties\r\n\r\n- Ship\r\n\r\n## Requirements\r\n\r\n- SQL\r\n',
  ],
])('%s gives a posting away', (_, text) => {
  expect(shaped(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a security policy', '# Security\n\n## Reporting\n\nTBD: he reads your report.\n'],
  [
    'a guide with requirements',
    '# Contributing\n\n## Requirements\n\n- Node 20\n\n## How to send a change\n\n- Fork it\n',
  ],
  ['a list of benefits', '---\ntitle: Benefits\nlayout: page\n---\n## Benefits\n\n- 25 days off\n- $2,000 for books\n'],
  ['how hiring goes', '# Process\n\n## Interview process\n\n1. A call\n2. A day with the team\n'],
  ['a page about the company', '---\ntitle: About us\nlocation: Lisbon\n---\n## Who we are\n\nForty people.\n'],
  ['an empty field', '---\nlane:\nlevel: ""\n---\nText.\n'],
  ['one field that says nothing known', '---\nlevel: 1\n---\nText.\n'],
  ['answers to questions', '# FAQ\n\n## Do you sponsor visas?\n\nYes.\n\n## What do you look for?\n\nCare.\n'],
  ['words of both in running text', '# Support\n\nYour responsibilities and our requirements are in the handbook.\n'],
])('%s does not', (_, text) => {
  expect(shaped(text)).toBe(false);
});
