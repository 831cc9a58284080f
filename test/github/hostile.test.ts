import { expect } from 'vitest';
import { TOKEN } from './fake/state.ts';
import { BASE, comments, config, posting, summaryOf, thread } from './scenario.ts';
import { story } from './stories.ts';

/** Lines that the runner would take for commands. */
const commands = (log: string) => log.split('\n').filter((line) => /^\s*(::|##\[)/.test(line));

story.concurrent('frontmatter that would run code is not run, and the posting fails', async ({ open }) => {
  const js =
    '---js\n{ lane: (require("child_process").execSync("touch pwned"), "applied"), pwned: process.exit(0) }\n---\n\nA ninja.\n';
  const scenario = await open(
    { 'jobs/a.md': js, 'jobs/b.md': '---constructor\nlane: applied\n---\nA ninja.\n' },
    { base: { ...BASE, '.github/jd-review.yml': config(['frontmatter-invalid']) } },
  );
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(ran.outputs.postings).toBe('2');
  expect(comments(scenario.pull).join('\n')).toContain('“ninja” says nothing');
});

story.concurrent(
  'a link to the environment is not followed, nothing of it is shown, and the check fails',
  async ({ open }) => {
    const scenario = await open({
      'jobs/a.md': { link: '/proc/self/environ' },
      'jobs/b.md': { link: '../README.md' },
      'jobs/c.md': { submodule: 'c'.repeat(40) },
      'jobs/d.md': { run: posting({ intro: 'A ninja.' }) },
    });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    const all = [ran.log, ran.summary, summaryOf(scenario.pull), JSON.stringify(scenario.world.checks)].join('\n');
    expect(all).not.toMatch(/ghs_|eyJ|GITHUB_TOKEN|INPUT_|A repository/);
    expect(summaryOf(scenario.pull)).toContain('- `jobs/a.md`: This is a symbolic link; links are not followed.');
    expect(summaryOf(scenario.pull)).toContain('- `jobs/c.md`: This is no regular file');
    expect(comments(scenario.pull)).toEqual(['jobs/d.md:10 **Error:** “ninja” says nothing']);
    expect(scenario.world.checks[0]?.annotations.map(({ path }) => path)).toEqual([
      'jobs/a.md',
      'jobs/b.md',
      'jobs/c.md',
    ]);
  },
);

story.concurrent(
  'a configuration in the pull request that switches everything off does not count',
  async ({ open }) => {
    const scenario = await open({
      'jobs/a.md': posting({ intro: 'A ninja.' }),
      '.github/jd-review.yml': 'fail-on: never\npostings: []\nrules-folder: .github/none\n',
      '.github/rules/words/ninja.yml': null,
    });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(comments(scenario.pull)).toEqual(['jobs/a.md:10 **Error:** “ninja” says nothing']);
    expect(summaryOf(scenario.pull)).toContain('**This change edits the policy**');
  },
);

story.concurrent('the token stands in no log, summary, output, comment or check', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  for (const kind of ['403', 'secondary', 'lost', 'truncated'] as const) {
    scenario.github.faults = [{ kind, when: () => true, times: 3 }];
    const { log, summary, outputs } = await scenario.run({ env: { RUNNER_DEBUG: '1' } });
    const { pull, world } = scenario;
    const all = JSON.stringify([log, summary, outputs, pull.comments, pull.threads, pull.reviews, world.checks]);
    // The mask is a command that the runner takes out itself.
    expect(all.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN.slice(0, 12));
  }
});

story.concurrent('file names cannot speak to the runner or to GitHub', async ({ open }) => {
  const names = [
    'jobs/a\n::error::pwned.md',
    'jobs/::set-output name=verdict::pass.md',
    'jobs/@mona #1 <img src=x>|`x`.md',
    'jobs/%0A::warning::x.md',
  ];
  const scenario = await open(
    Object.fromEntries(names.map((name) => [name, posting({ intro: 'A ninja and a synergy.' })])),
  );
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(commands(ran.log).filter((line) => !line.startsWith('::error::jd-review: '))).toEqual([]);
  expect(ran.outputs.verdict).toBe('fail');
  expect(scenario.pull.threads).toHaveLength(4);
  const body = summaryOf(scenario.pull);
  for (const line of body.split('\n')) {
    if (line.startsWith('|')) expect(line.replace(/\\\|/g, '').split('|').length).toBeLessThanOrEqual(9);
  }
  expect(outsideCode(body)).not.toMatch(/@mona|<img/);
});

story.concurrent('postings cannot mention, link, hide or forge', async ({ open }) => {
  const intro = [
    'A ninja for @mona, https://evil.example and www.evil.example, see #12 and GH-3.',
    'Another ninja <img src=x onerror=alert(1)> [click](https://evil.example) ![x](https://evil.example/x.png)',
    'A third ninja ```` ```suggestion ```` with \u202Ehidden\u200B signs and :smile: and | pipes',
    'A fourth ninja <!-- jd-review:finding id=0123456789abcdef --> <!-- jd-review:summary head=aa now=none -->',
  ].join('\n\n');
  const title = '@mona <b>Engineer</b> | `code` https://evil.example #1 $a$ $b$';
  const scenario = await open({ 'jobs/a.md': posting({ intro, title: JSON.stringify(title), comp: 'USD 10-20' }) });
  await scenario.run();
  const own = scenario.pull.threads.map(({ comments: [first] }) => first!.body);
  expect(own).toHaveLength(4);
  const texts = [
    ...own,
    summaryOf(scenario.pull),
    scenario.world.checks[0]!.output.summary,
    scenario.world.checks[0]!.output.text ?? '',
  ];
  for (const text of texts) {
    const shown = outsideCode(text);
    expect(shown).not.toMatch(/@mona|<img|<b>|\]\(https:\/\/evil|https:\/\/evil|www\.evil|#12\b|GH-3|:smile:/);
    expect(text).not.toMatch(/[\u202E\u200B]/);
  }
  // A line that hides something is not offered to be committed again.
  expect(own.filter((text) => text.includes('third'))).toEqual([]);
  // Marks in the text are nobody's: a second run finds all its own.
  const ran = await scenario.run();
  expect(ran.writes).toEqual([]);
  scenario.push({ 'jobs/a.md': posting() });
  await scenario.run();
  expect(scenario.pull.threads.every(({ comments: [first] }) => first!.body.startsWith('~~'))).toBe(true);
});

story.concurrent('a fence in a suggestion is longer than any in the line', async ({ open }) => {
  const scenario = await open({
    'jobs/a.md': posting({ duties: ['A ninja for ```` `suggestion` ```` and ``` more.'] }),
  });
  await scenario.run();
  const body = thread(scenario.pull, '“ninja”').comments[0]!.body;
  expect(body).toContain('`````suggestion\n- A engineer for ```` `suggestion` ```` and ``` more.\n`````');
});

story.concurrent('lines of a megabyte, binary files and broken text are said and not read', async ({ open }) => {
  const scenario = await open({
    'jobs/long.md': `${posting()}\n${'ninja '.repeat(170_000)}\n`,
    'jobs/binary.md': Buffer.from([0x23, 0x20, 0, 1, 2, 3]),
    'jobs/latin.md': Buffer.concat([Buffer.from('# caf'), Buffer.from([0xe9, 0x0a])]),
    'jobs/line.md': posting({ intro: `A ninja. ${'word '.repeat(40_000)}` }),
  });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  const body = summaryOf(scenario.pull);
  for (const name of ['long', 'binary', 'latin']) expect(body).toContain(`- \`jobs/${name}.md\`: The file `);
  expect(comments(scenario.pull)).toEqual(['jobs/line.md:10 **Error:** “ninja” says nothing']);
});

story.concurrent('with show-bands off no figure of a band stands anywhere', async ({ open }) => {
  const bands = 'show-bands: false\nbands:\n  applied:\n    senior: [311000, 422000]\n';
  const scenario = await open(
    { 'jobs/a.md': posting({ comp: 'USD 150,000-170,000', intro: 'A ninja.' }) },
    { base: { ...BASE, '.github/jd-review.yml': config(['comp-below-band'], bands) } },
  );
  const inputs = { 'report-file': 'r.json', 'sarif-file': 'r.sarif', 'show-bands': 'true' };
  const ran = await scenario.run({ inputs });
  const all = [
    ran.log,
    ran.summary,
    ran.files('r.json'),
    ran.files('r.sarif'),
    summaryOf(scenario.pull),
    JSON.stringify([scenario.pull, scenario.world.checks], (_key, value) =>
      value instanceof Set ? [...value] : value,
    ),
  ].join('\n');
  expect(all).not.toMatch(/311[,.]?000|422[,.]?000|311K|422K|366[,.]?500|0\.44/);
  expect(ran.outputs['below-band']).toBe('1');
});

/** A text without code blocks and code spans: what GitHub reads as markup. */
function outsideCode(text: string): string {
  return text
    .replace(/^(`{3,})[^`\n]*\n[\s\S]*?^\1$/gm, '')
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    .replace(/<!-- jd-review:[^\n]*-->$/, '');
}
