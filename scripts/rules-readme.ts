/** The text of `rules/README.md`, from the rules themselves. */
import { POSTING_GATES } from '../src/checks/gate.ts';
import type { RuleSource, RuleSources } from '../src/policy/model.ts';
import { type Example, readExamples } from '../src/rule-files/rule-examples.ts';
import { SECTION_KINDS, SEVERITIES } from '../src/rule-files/schemas.ts';
import type { CheckKind, OptionSpec, OptionSpecs } from '../src/types/check.ts';

/** What the categories are about, in the order of the document. */
const CATEGORIES: Readonly<Record<string, string>> = {
  pay: 'Pay',
  lane: 'Lane',
  requirements: 'Requirements',
  content: 'Content',
  structure: 'Structure',
  inclusion: 'Inclusion',
};

const CONFIGURING = `## Configure

Everything works without configuration. \`.github/jd-review.yml\` of the base branch changes what is said here:
[every setting](../docs/configuration.md), [waivers, severities and your own words](../docs/rules.md),
[bands and pay](../docs/bands.md).`;

const PLACES = `Places (\`in:\` and the like) are the kinds of section (${SECTION_KINDS.map((kind) => `\`${kind}\``).join(', ')}), \`title\`,
\`opening\` (the first paragraphs about the role) and \`anywhere\`.`;

const WRITING = `## Write a rule

A rule is one file, \`rules/<category>/<rule-id>.yml\`. Its name is the rule's id and names the fault, not the cure. A
team's own rules have the same form and lie in the folder that \`rules-folder:\` of \`.github/jd-review.yml\` names;
[step by step](../docs/rules.md#a-rule-of-your-own), and [for all](../CONTRIBUTING.md#a-rule-in-ten-minutes).

\`\`\`yaml
title: A PhD is asked for in an applied role
why: Applied work is judged by what was shipped; a doctorate as a gate turns away people who have shipped it.
fix: Ask for the ability, or say that equivalent experience counts.
limits: An “MD/PhD programme” among the benefits is no gate.    # may be left out: where the rule is known to err
source: article            # a word, or a link
severity: error            # error | warning | notice
on: true                   # left out: true
waivable: true             # left out: true
lanes: [applied]           # left out: all
levels: all                # left out: all
check:                     # one check, or a list; each may narrow lanes, levels, severity and message
  kind: phrase
  any: ["phd | ph.d | doctorate"]
  in: [required]
message: “{found}” is a gate in the {lane} lane
examples:                  # tests and documentation: at least two of each, one clean one a near miss
  flagged:
    - name: a bare degree gate
      posting: |
        ---
        lane: applied
        …
      says: ["8:3 “PhD” is a gate in the applied lane"]
  clean:
    - name: a lower degree is accepted too
      posting: |
        …
\`\`\`

An example may set \`today:\` (the day of the review, else 2026-11-22) and \`config:\` (a team's configuration).
\`mend:\` says how the words found can be mended: \`replace\`, \`words\` (by word found) or \`remove\` (\`words\` or \`block\`).

## The phrase language

| write | it finds |
| --- | --- |
| \`machine learning\` | these words one after the other, in any case; a hyphen or a slash between them is a space |
| \`deploy*\` | any word that begins so |
| \`phd \\| doctorate\` | either |
| \`(computer \\| data) science\` | either, then the rest; \`(bachelor \\| master)*\` takes any ending |
| \`years [of] experience\` | with or without the word in brackets |
| \`no … phd\` | up to four words between, over commas and brackets too |
| \`{tool}\` | any phrase of a vocabulary; see below |

Words are whole: \`c\` does not find “C++”. A phrase never reaches over the end of a sentence, and without \`…\` not over
commas, colons, dashes, brackets or quotes. There are no regular expressions.`;

/** The whole document. */
export function rulesReadme(
  sources: RuleSources,
  files: readonly { readonly path: string; readonly text: string }[],
  kinds: Readonly<Record<string, CheckKind>>,
): string {
  const categories = Object.keys(CATEGORIES).filter((name) => sources.rules.some((rule) => rule.category === name));
  const of = (category: string) => sources.rules.filter((rule) => rule.category === category);
  const onCount = sources.rules.filter((rule) => rule.on).length;
  const parts = [
    '# Rules',
    '<!-- Written by `npm run generate` from the rule files: change those, not this. -->',
    `${sources.rules.length} rules, ${onCount} of them on without configuration. \`.github/jd-review.yml\` turns rules on and off: \`rules: { some-rule: off, other-rule: warning }\`.`,
    ...categories.map((name) => `### ${CATEGORIES[name]}\n\n${indexTable(of(name))}`),
    ...categories.flatMap((name) => [
      `## ${CATEGORIES[name]}`,
      ...of(name).map((rule) => {
        const file = files.find(({ path }) => path === `rules/${rule.category}/${rule.id}.yml`);
        return ruleSection(rule, file ? readExamples(file.path, file.text) : { flagged: [], clean: [] });
      }),
    ]),
    CONFIGURING,
    WRITING,
    '## Check kinds',
    'What `check:` may look for. Beside its own options each check takes `lanes`, `levels`, `severity`, `message` and these. A message may name `{found}`, `{lane}`, `{level}` and the values of its kind.',
    optionTable(POSTING_GATES),
    PLACES,
    ...Object.entries(kinds).map(([name, kind]) => kindSection(name, kind)),
    '## Vocabularies',
    'Named in phrases as `{name}`; they stand in `rules/terms/`.',
    ['| name | what it holds |', '| --- | --- |', ...termRows(sources)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function indexTable(rules: readonly RuleSource[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](#${rule.id}) | ${cell(rule.title)} | ${severities(rule)} | ${rule.on ? 'on' : 'off'} |`,
  );
  return ['| rule | finds | severity | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Severities that a rule's checks give, the gravest first. */
function severities(rule: RuleSource): string {
  const given = rule.checks.map((check) => check.severity ?? rule.severity);
  return SEVERITIES.filter((severity) => given.includes(severity)).join(', ');
}

function ruleSection(rule: RuleSource, examples: { flagged: readonly Example[]; clean: readonly Example[] }): string {
  const facts = [
    severities(rule),
    rule.on ? 'on' : 'off unless configured',
    rule.lanes === 'all' ? 'all lanes' : `lanes ${rule.lanes.join(', ')}`,
    ...(rule.levels === 'all' ? [] : [`levels ${rule.levels.join(', ')}`]),
    ...(rule.waivable ? [] : ['cannot be waived']),
    ...(rule.yieldsTo ? [`silent beside ${rule.yieldsTo.join(', ')}`] : []),
    `source: ${rule.source}`,
  ];
  return [
    `### ${rule.id}`,
    `**${rule.title}.** ${rule.why}`,
    `*Fix:* ${rule.fix}`,
    ...(rule.limits === undefined ? [] : [`*Limits:* ${rule.limits}`]),
    `<sub>${facts.join(' · ')}</sub>`,
    [
      ...examples.flagged.flatMap((example) => flaggedLines(example)),
      ...(examples.clean.length > 0
        ? [`- Left alone: ${examples.clean.map((example) => example.name).join('; ')}.`]
        : []),
    ].join('\n'),
  ].join('\n\n');
}

/** An example's name with the line that each finding points at and what it says. */
function flaggedLines(example: Example): string[] {
  const lines = example.posting.split('\n');
  return [
    `- Flagged: ${example.name}.`,
    ...example.says.map((said) => {
      const [, line, message] = /^(\d+):\d+ (.*)$/s.exec(said) ?? [];
      const text = (lines[Number(line) - 1] ?? '').trim();
      return `  - \`${shorten(text).replaceAll('`', "'")}\` → ${message}`;
    }),
  ];
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text === '' ? ' ' : text;
}

function kindSection(name: string, kind: CheckKind): string {
  const own = Object.entries(kind.options).filter(
    ([, spec]) => !Object.values<OptionSpec>(POSTING_GATES).includes(spec),
  );
  return [
    `### \`kind: ${name}\``,
    kind.doc,
    ...(own.length > 0 ? [optionTable(Object.fromEntries(own))] : []),
    ...(kind.values.length > 0
      ? [`Values for messages: ${kind.values.map((value) => `\`{${value}}\``).join(', ')}.`]
      : []),
  ].join('\n\n');
}

function optionTable(options: OptionSpecs): string {
  const rows = Object.entries(options).map(
    ([option, spec]) => `| \`${option}\` | ${typeName(spec)}${spec.required ? ', required' : ''} | ${cell(spec.doc)} |`,
  );
  return ['| option | holds | |', '| --- | --- | --- |', ...rows].join('\n');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  phrases: 'phrases',
  sayings: 'phrases, or `says` and `in`',
  'phrase-map': 'phrases by name',
  scopes: 'places',
  owners: 'owners',
  number: 'a number',
  text: 'text',
  texts: 'a list of texts',
  'text-map': 'texts by name',
  flag: 'true or false',
};

function typeName(spec: OptionSpec): string {
  return typeof spec.type === 'string' ? TYPE_NAMES[spec.type]! : spec.type.map((word) => `\`${word}\``).join(' or ');
}

function termRows(sources: RuleSources): string[] {
  return Object.entries(sources.terms)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, term]) => `| \`{${name}}\` | ${cell(term.doc)} |`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
