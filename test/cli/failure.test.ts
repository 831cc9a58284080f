import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

describe('a fault of the program', () => {
  const broken = () => {
    throw new TypeError('the clock\nhas stopped');
  };
  const posting = () => folderOf({ 'a.md': '# Engineer\n' });

  test('is told in one line, with the version and the command to report', async () => {
    const { code, out, err } = await run(['check', 'a.md'], { cwd: posting(), now: broken });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(
      /^jd-review \d+\.\d+\.\d+ failed: the clock has stopped\. Please report this with the command \(jd-review check a\.md\).*JD_REVIEW_DEBUG=1.*\n$/,
    );
  });

  test('shows its stack where that is asked for', async () => {
    const { err } = await run(['check', 'a.md'], { cwd: posting(), now: broken, env: { JD_REVIEW_DEBUG: '1' } });
    expect(err).toContain('\nTypeError: the clock');
    expect(err).toMatch(/\n {4}at /);
  });
});
