/** Postings from a small grammar of realistic parts, and the ways in which teams write the same posting. */
import fc from 'fast-check';

/** How a posting is written down; its content stands apart. */
export interface Style {
  readonly newline: '\n' | '\r\n';
  readonly trailing: '' | ' ' | '\t';
  readonly bullet: '-' | '*' | '•' | '+' | '–' | '1.' | '  -';
  readonly heading:
    | 'hash'
    | 'deep hash'
    | 'underlined'
    | 'bold'
    | 'low lines'
    | 'label'
    | 'bold label'
    | 'label behind bold'
    | 'alone';
  readonly quotes: 'straight' | 'curly';
}

export const PLAIN: Style = { newline: '\n', trailing: '', bullet: '-', heading: 'hash', quotes: 'straight' };

export const style: fc.Arbitrary<Style> = fc.record({
  newline: fc.constantFrom<Style['newline'][]>('\n', '\r\n'),
  trailing: fc.constantFrom<Style['trailing'][]>('', ' ', '\t'),
  bullet: fc.constantFrom<Style['bullet'][]>('-', '*', '•', '+', '–', '1.', '  -'),
  heading: fc.constantFrom<Style['heading'][]>(
    'hash',
    'deep hash',
    'underlined',
    'bold',
    'low lines',
    'label',
    'bold label',
    'label behind bold',
    'alone',
  ),
  quotes: fc.constantFrom<Style['quotes'][]>('straight', 'curly'),
});

export interface Part {
  readonly kind: 'intro' | 'duties' | 'required' | 'preferred' | 'benefits' | 'company' | 'pay';
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
}

export interface Draft {
  readonly lane: string;
  readonly level: string;
  readonly title: string;
  readonly comp: string | undefined;
  readonly parts: readonly Part[];
}

const HEADINGS: Readonly<Record<Part['kind'], readonly string[]>> = {
  intro: ['About the role', 'The role', 'Overview', 'Summary'],
  duties: [
    "What you'll do",
    'Responsibilities',
    "In this role, you'll",
    'You will',
    'Your work will include',
    'What you will be working on',
    'Day to day',
    'The work',
    'A successful engineer will',
  ],
  required: [
    'Requirements',
    "What we're looking for",
    'You may be a good fit if',
    'You have',
    'Qualifications',
    'Who you are',
    "We're excited about people who",
    'You should apply if',
    'Skills and experience',
    'What you bring',
  ],
  preferred: ['Nice to have', 'Bonus points', "It's a plus if you have"],
  benefits: ['Benefits', 'What we offer', "What's in it for you"],
  company: ['About us', 'Who we are', 'About Lindqvist', 'Our team'],
  pay: ['Compensation', 'Salary'],
};

const PARAGRAPHS: Readonly<Record<'intro' | 'company' | 'pay', readonly string[]>> = {
  intro: [
    'We are looking for an engineer who predicts which parcels arrive late, so that dispatchers can warn shops before noon.',
    "You'll join a team of four that runs the ranker behind our grocery search.",
    'The role reports to the Head of Machine Learning.',
    'We use AI to transform experiences and drive value.',
    "Today the models are retrained by hand each month; it's time to change that.",
  ],
  company: [
    'Lindqvist Freight moves parcels between 40 towns in the north.',
    'We were founded in 2014 and employ 300 people.',
    "Our founders met on a ferry, and it's still where we hold our summer party.",
  ],
  pay: ['The base salary is $180,000 to $220,000 a year.', '$150,000 - $190,000 base', 'Competitive salary, DOE.'],
};

const ITEMS: Readonly<Record<'duties' | 'required' | 'preferred' | 'benefits', readonly string[]>> = {
  duties: [
    'Train and deploy the model that ranks offers for two million shoppers',
    'Own the feature pipeline end-to-end, from raw events to the online store',
    'Keep p99 latency of the prediction service under 50 ms',
    'Build dashboards and present insights to stakeholders',
    'Write reports on ad-hoc questions of the sales team',
    'Fine-tune large language models for our chat assistant',
    '**Ownership**: decide with product what to build next, and maintain what runs',
    'Migrate batch scoring to streaming (Kafka, Flink)',
    'Watch drift, and be on call one week in six',
    'Work with the data engineers on labels for damaged goods',
    'Publish papers at NeurIPS and ICML',
  ],
  required: [
    '5+ years of software engineering experience',
    '2 years with Spark',
    'PhD in computer science or a related field',
    'Experience with PyTorch, TensorFlow, JAX or similar',
    'Python, SQL, Airflow, Spark, Kafka, Docker, Kubernetes, Terraform, MLflow and Ray',
    'Experience in healthcare',
    'Knowledge of fintech, healthcare, retail or gaming',
    'Ability to solve LeetCode problems at a whiteboard',
    'A rockstar who is never "too busy"',
    'The engineer answers for his models in production',
    'Hands-on work with retrieval-augmented generation and LLM agents',
    "A record of models that shipped and that people's work depends on",
    'US citizen',
    'Rust is a plus',
    'At least three years in a similar role',
    'Seven (7) or more years of work in industry, of which two with ML in production',
    'BS and 8 years of experience, or MS and 6',
    'Fluent English: you write design documents that others read',
    '**Statistics:** you know when a metric lies',
  ],
  preferred: ['Experience with Go', 'A PhD in statistics', '3 years in a regulated industry', 'Open-source work'],
  benefits: ['Health and dental insurance', '25 days of paid leave', 'Equity for everyone', 'Competitive salary'],
};

const pick = (from: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: most });

function part(kind: Part['kind']): fc.Arbitrary<Part> {
  const heading = fc.constantFrom(...HEADINGS[kind]);
  if (kind === 'intro' || kind === 'company' || kind === 'pay')
    return fc.record({
      kind: fc.constant(kind),
      heading,
      paragraphs: pick(PARAGRAPHS[kind], kind === 'pay' ? 1 : 3),
      items: fc.constant([]),
    });
  return fc.record({
    kind: fc.constant(kind),
    heading,
    paragraphs: fc.constant([]),
    items: pick(ITEMS[kind], 7).filter((items) => items.length > 1),
  });
}

const maybe = (kind: Part['kind'], freq: number) => fc.option(part(kind), { freq, nil: undefined });

export const draft: fc.Arbitrary<Draft> = fc.record({
  lane: fc.constantFrom('applied', 'research', 'llm', 'domain'),
  level: fc.constantFrom('junior', 'mid', 'senior', 'staff'),
  title: fc.constantFrom(
    'Senior Machine Learning Engineer, Search',
    'Machine Learning Engineer',
    'Research Scientist, Speech',
    'LLM Engineer (Remote)',
    'Data Scientist / Machine Learning Engineer',
  ),
  comp: fc.option(fc.constantFrom('$180,000 - $220,000', '{ min: 90000, max: 260000, currency: USD, period: year }'), {
    nil: undefined,
  }),
  parts: fc
    .tuple(
      part('intro'),
      maybe('duties', 8),
      maybe('required', 8),
      maybe('preferred', 2),
      maybe('benefits', 2),
      maybe('company', 2),
      maybe('pay', 2),
    )
    .map((parts) => parts.filter((each) => each !== undefined)),
});

function headed(text: string, { heading, newline }: Style): string {
  const forms = {
    hash: `## ${text}`,
    'deep hash': `#### ${text}`,
    underlined: `${text}${newline}---`,
    bold: `**${text}**`,
    'low lines': `__${text}__`,
    label: `${text}:`,
    'bold label': `**${text}:**`,
    'label behind bold': `**${text}**:`,
    alone: text,
  };
  return forms[heading];
}

/** Curly marks in place of straight ones. */
export function curled(text: string): string {
  return text.replace(/(\w)'(\w)/g, '$1’$2').replace(/(^|[\s(])"([^"\n]*)"/g, '$1“$2”');
}

/** The posting as text. Parts in `fields` stand as lists in the frontmatter under these keys instead. */
export function write(
  draft: Draft,
  style: Style,
  fields: Readonly<Partial<Record<Part['kind'], string>>> = {},
): string {
  const front = ['---', `lane: ${draft.lane}`, `level: ${draft.level}`];
  if (draft.comp) front.push(`comp: ${draft.comp}`);
  const body: string[] = ['', `# ${draft.title}`, ''];
  for (const { kind, heading, paragraphs, items } of draft.parts) {
    const key = fields[kind];
    if (key) {
      front.push(`${key}:`, ...items.map((item) => `  - ${JSON.stringify(item)}`));
      continue;
    }
    body.push(headed(heading, style), '');
    for (const paragraph of paragraphs) body.push(paragraph, '');
    if (items.length > 0) body.push(...items.map((item) => `${style.bullet} ${item}`), '');
  }
  const lines = [...front, '---', ...body.map((line) => (line === '' ? line : line + style.trailing))];
  const text = lines.join(style.newline);
  return style.quotes === 'curly' ? curled(text) : text;
}

/** Moves each list's items and each section's paragraphs by some places. */
export function turned(draft: Draft, by: number): Draft {
  const turn = <T>(all: readonly T[]): T[] => [
    ...all.slice(by % (all.length || 1)),
    ...all.slice(0, by % (all.length || 1)),
  ];
  const parts = draft.parts.map((each) => ({ ...each, paragraphs: turn(each.paragraphs), items: turn(each.items) }));
  return { ...draft, parts };
}

/** Text that tells of the company and nothing of the job. */
export const COMPANY_TEXT = [
  'Lindqvist Freight moves parcels between 40 towns in the north of the country.',
  'The firm was founded in 2014 and is owned by its drivers.',
  'Our depots stand in Umeå, Luleå and Kiruna, and the newest one has a sauna.',
];
