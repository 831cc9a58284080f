import { describe, expect, test } from 'vitest';
import { read } from '../posting/read-support.ts';

/** Owner of the statement that holds these words. */
function ownerOf(text: string, words: string): string | undefined {
  const posting = read(text);
  const at = text.indexOf(words);
  return posting.statements.find(({ span }) => span.start <= at && at < span.end)?.owner;
}

describe('a statement speaks of', () => {
  test.each([
    ['role', '# ML Engineer\n\nYou own the tide model.\n', 'You own'],
    ['role', '# ML Engineer\n\n## About us\n\nHere you will run the tide model.\n', 'Here you'],
    ['role', '# ML Engineer\n\n## About us\n\nThis role keeps the buoys honest.\n', 'This role'],
    ['role', '# ML Engineer\n\n## Duties\n\n- Watch drift\n- Ship weekly\n', 'Watch drift'],
    ['team', '# ML Engineer\n\n## About us\n\nOur forecast models run every hour.\n', 'Our forecast'],
    ['team', '# ML Engineer\n\n## About us\n\nIn the tides team, four people share the pager.\n', 'In the tides'],
    ['company', '# ML Engineer\n\nHarbourlight sells uptime monitoring to ports.\n', 'Harbourlight'],
    ['company', '# ML Engineer\n\n## About us\n\nWe cut the cost of dredging.\n', 'We cut'],
    ['customer', '# ML Engineer\n\n## About us\n\nOur customers run SageMaker and Triton.\n', 'Our customers'],
    ['candidate', '# ML Engineer\n\n## Requirements\n\n- Python\n- Kubernetes\n', 'Python'],
    ['process', '# ML Engineer\n\n## How to apply\n\nSend us a page on a model you kept alive.\n', 'Send us'],
  ])('%s: %j', (owner, text, words) => {
    expect(ownerOf(text, words)).toBe(owner);
  });
});
