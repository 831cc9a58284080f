import { describe, expect, test } from 'vitest';
import type { Output } from '../../src/cli/io.ts';
import { createPrinter, write } from '../../src/cli/print.ts';
import { annotationsReport } from '../../src/render/annotations.ts';
import { compactReport } from '../../src/render/compact.ts';
import { htmlReport } from '../../src/render/html/page.ts';
import { jsonReport } from '../../src/render/json.ts';
import { markdownReport } from '../../src/render/markdown.ts';
import { piecesOf, type Report } from '../../src/render/report.ts';
import { sarifReport } from '../../src/render/sarif.ts';
import { terminalReport } from '../../src/render/terminal/report.ts';
import { createTally } from '../../src/tally.ts';
import type { Severity } from '../../src/types/place.ts';
import { policyFor } from '../support/examples.ts';
import { findingOf, postingOf, reviewOf } from '../support/review.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];
const policy = policyFor(undefined);

/** A tree of postings, each with findings of several rules; some have problems, and some files cannot be read. */
function tree(size: number) {
  const rules = policy.known.map(({ id }) => id);
  const postings = Array.from({ length: size }, (_, at) => {
    const posting = postingOf('one “two”\nthree four\n', { path: `jobs/${at}.md` });
    const findings = ['one', 'two', 'four'].map((words, index) =>
      findingOf(posting, words, { rule: rules[(at + 7 * index) % 20]!, severity: SEVERITIES[(at + index) % 3]! }),
    );
    return [posting, findings] as const;
  });
  const stray = [{ path: 'gone.md', severity: 'error', message: 'It is gone.' }] as const;
  const own = [{ path: 'jobs/0.md', severity: 'notice', message: 'This waiver silences nothing.' }] as const;
  return { review: reviewOf(postings, [...stray, ...own]), stray, own };
}

const PAGE: Parameters<typeof htmlReport>[0] = {
  page: '<!-- title --><!-- verdict --><!-- totals --><!-- problems --><!-- chart --><!-- rules --><!-- data --><!-- about -->',
  rules: policy.known,
  sourceOf: ({ source }) => source,
  levels: policy.levels.map(({ id }) => id),
  benchmarks: policy.market.benchmarks,
  showBands: true,
  failOn: 'error',
  today: '2026-11-22',
  version: '1.2.3',
};

/** What a run prints of a tree, posting by posting. */
async function printed(report: Report, { review, stray, own }: ReturnType<typeof tree>): Promise<string> {
  const printer = createPrinter(report);
  const tally = createTally(policy);
  for (const each of review.postings) {
    const problems = own.filter(({ path }) => path === each.posting.path);
    tally.add({ review: each, problems });
    printer.add(report.posting({ review: each, problems }));
  }
  const out: string[] = [];
  await printer.print(tally.sum(stray), { write: (piece) => out.push(Buffer.from(piece).toString()) });
  return out.join('');
}

describe('a report printed posting by posting', () => {
  const look = { showBands: true, failOn: 'error', colour: false, boxes: true } as const;
  const reports: Record<string, () => Report> = {
    json: () => jsonReport('1.2.3', true),
    markdown: () => markdownReport(look),
    sarif: () => sarifReport(policy.known, '1.2.3'),
    github: () => annotationsReport(),
    compact: () => compactReport(),
    people: () => terminalReport(look),
    html: () => htmlReport(PAGE),
  };
  const [small, large] = [tree(3), tree(12_000)];

  test.each(Object.entries(reports))('%s says the same as of a review that is held whole', async (_, report) => {
    expect(await printed(report(), small)).toBe([...piecesOf(report(), small.review)].join(''));
    const text = await printed(report(), large);
    expect(text.length).toBeGreaterThan(2 ** 21);
    expect(text === [...piecesOf(report(), large.review)].join('')).toBe(true);
  });

  test('SARIF results name the place of their rule in the list', async () => {
    const { runs } = JSON.parse(await printed(reports.sarif!(), large));
    const { driver } = runs[0].tool;
    expect(runs[0].results).toHaveLength(36_000);
    for (const { ruleId, ruleIndex } of runs[0].results) {
      if (driver.rules[ruleIndex].id !== ruleId) expect.fail(`${ruleId} is not rule ${ruleIndex}`);
    }
  });

  test('of no posting is a whole report as well', async () => {
    const none = { ...tree(0), own: [] as never };
    expect(JSON.parse(await printed(reports.json!(), none)).postings).toEqual([]);
    expect(JSON.parse(await printed(reports.sarif!(), none)).runs[0].results).toEqual([]);
  });
});

describe('writing', () => {
  const pieces = ['a', 'b', 'c'];

  test('waits for a reader that is slower', async () => {
    const log: string[] = [];
    const output: Output = {
      write: (piece) => {
        log.push(`write ${piece}`);
        return piece !== 'a';
      },
      drained: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push('drained');
      },
    };
    await write(output, pieces);
    expect(log).toEqual(['write a', 'drained', 'write b', 'write c']);
  });

  test('ends when the reader went away', async () => {
    const log: unknown[] = [];
    await write({ write: (piece) => log.push(piece), closed: true }, pieces);
    expect(log).toEqual(['a']);
  });
});
