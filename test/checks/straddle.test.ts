import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const check = { kind: 'band', test: 'straddle', spread: 0.6, share: 0.2, message: '{levels}' };

const posting = (comp: string): string =>
  `---\nlane: applied\nlevel: senior\ncomp: ${comp}\n---\n# Senior ML Engineer, Parcels\n\n## Pay\n\n${comp}\n`;

describe('a range over two levels', () => {
  it.each(['$170,000 - $230,000', '$165,000 - $215,000'])('is %s, of which a fifth lies in each band', (comp) => {
    expect(judge(check, posting(comp))).toEqual([expect.stringContaining('mid and senior')]);
  });

  it.each(['$180,000 - $235,000', '$185,000 - $260,000'])('is not %s, which only touches the other band', (comp) => {
    expect(judge(check, posting(comp))).toEqual([]);
  });

  it('is any that touches two bands where no part is asked for', () => {
    const { share: _, ...any } = check;
    expect(judge(any, posting('$180,000 - $235,000'))).toEqual([expect.stringContaining('mid and senior')]);
  });
});
