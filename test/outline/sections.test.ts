import { describe, expect, it } from 'vitest';
import { at, outline, read, said } from '../posting/read-support.ts';

describe('sections', () => {
  it.each([
    ['# Title\n\n## Responsibilities\n- Ship\n'],
    ['# Title\n\n##Responsibilities\n- Ship\n'],
    ['# Title\n\nResponsibilities\n----------------\n- Ship\n'],
    ['# Title\n\n**Responsibilities**\n\n- Ship\n'],
    ['# Title\n\n__Responsibilities:__\n- Ship\n'],
    ['# Title\n\n* Responsibilities *\n\nShip models.\n'],
    ['# Title\n\n*Responsibilities*:\n- Ship\n'],
    ['# Title\n\nResponsibilities:\n\n- Ship\n'],
    ['# Title\n\nResponsibilities\n- Ship\n'],
    ['# Title\n\nResponsibilities\n\nShip models.\n'],
    ['# Title\n\n### 🛠️ **Responsibilities**?\n- Ship\n'],
    ['# Title\n\n### [Responsibilities](../duties.md)\n- Ship\n'],
    ['# Title\n\n<h3>Responsibilities</h3>\n<ul><li>Ship</li></ul>\n'],
    ['# Title\n\n<strong>Responsibilities</strong>\n\n- Ship\n'],
  ])('sees the heading in %j', (text) => {
    const posting = read(text);
    const section = posting.sections.find((each) => each.kind === 'duties');
    expect(section?.heading.replace(/[^A-Za-z]/g, '')).toBe('Responsibilities');
    expect(said(posting)).toEqual([expect.stringMatching(/^duties: Ship/)]);
  });

  it.each([
    ['What you’ll do', 'duties'],
    ["What You'll Do:", 'duties'],
    ['In this role, you will', 'duties'],
    ['Key Responsibilities', 'duties'],
    ['Your day-to-day', 'duties'],
    ['Who you are', 'required'],
    ['Who you might be', 'required'],
    ['Ideal background', 'required'],
    ['To be considered for this role:', 'process'],
    ['Things we’d like you to have but won’t reject you for', 'preferred'],
    ['Who we are', 'company'],
    ['Who Are We Looking For?', 'required'],
    ['About you', 'required'],
    ['About us', 'company'],
    ['About Northwind Robotics', 'company'],
    ['About the role', 'intro'],
    ['About this position', 'intro'],
    ['Minimum Qualifications', 'required'],
    ['Preferred qualifications', 'preferred'],
    ['Nice-to-haves', 'preferred'],
    ['It would be great if you had', 'preferred'],
    ['Bonus points if you', 'preferred'],
    ['Compensation & Benefits', 'pay'],
    ['Salary range', 'pay'],
    ['Perks &amp; Benefits', 'benefits'],
    ['What’s in it for you', 'benefits'],
    ['How to apply', 'process'],
    ['Our interview process', 'process'],
    ['Equal Opportunity Statement', 'legal'],
    ['Location', 'meta'],
    ['You may be a good fit if', 'required'],
    ['This role is for you if…', 'required'],
    ['We are excited about candidates who', 'required'],
    ['Join us if you', 'required'],
    ['The successful applicant will have', 'required'],
    ['The successful applicant will work on', 'duties'],
    ['As a core member of the team, you’ll be working on', 'duties'],
    ['Some of the work will include', 'duties'],
    ['Objectives of the role', 'duties'],
    ['A successful ranking engineer at Northwind will', 'duties'],
    ['What is waiting for you', 'benefits'],
    ['When you apply', 'process'],
    ['How we interview', 'process'],
    ['Who you’ll work with', 'company'],
    ['As a Staff ML Engineer:', 'duties'],
    ['What will you be doing?', 'duties'],
    ['Main activities', 'duties'],
    ['Role scope', 'duties'],
    ['A strong candidate will:', 'required'],
    ['What we ask for', 'required'],
    ['What it takes', 'required'],
    ['What makes a great candidate', 'required'],
    ['Technical/Functional Skills -', 'required'],
    ['Eligibility criteria', 'required'],
    ['What sets you apart', 'preferred'],
    ['Great if you have', 'preferred'],
    ['How we take care of you', 'benefits'],
    ['What’s on offer', 'benefits'],
    ['When you join Northwind, you’ll', 'benefits'],
    ['Recent recognitions:', 'company'],
    ['What we’re building', 'company'],
    ['Our process', 'process'],
    ['Application materials', 'process'],
    ['Note to recruitment agencies', 'legal'],
    ['Place of work', 'meta'],
    ['At a glance', 'intro'],
    ['Mindset: builders', 'required'],
    ['Requirements @ Northwind', 'required'],
  ])('reads the heading “%s” as %s', (heading, kind) => {
    const { sections } = read(`# ML Engineer\n\nWe build things.\n\n## ${heading}\n\nSome words here.\n`);
    expect(sections.at(-1)).toMatchObject({ heading, kind });
  });

  it.each([
    ['## F# and C#', 'F# and C#'],
    ['## Kilns ##', 'Kilns'],
    ['## Kilns #hot#', 'Kilns #hot#'],
    ['#\tC# \t#\t', 'C#'],
  ])('reads the words of “%s”', (line, heading) => {
    expect(read(`${line}\n\nText.\n`).sections[0]!.heading).toBe(heading);
  });

  it('gives a sub-heading of its own words its parent’s kind', () => {
    const text =
      '# ML Engineer\n\n## Requirements\n\n### Modelling\n- Python\n\n### Nice to have\n- Go\n\n## Benefits\n- Pay\n';
    expect(outline(read(text))).toEqual([
      'meta: ML Engineer',
      'required: Requirements',
      'required: Modelling',
      'preferred: Nice to have',
      'benefits: Benefits',
    ]);
  });

  it('takes title, company and place lines for the frame and the text below them for the introduction', () => {
    const posting = read(
      '# ML Engineer\n### Northwind\n#### `💰 $150k` `🌎 Berlin`\n\nWe sort parcels.\n\n**What you will do**\n\n- Ship\n',
    );
    expect(outline(posting)).toEqual([
      'meta: ML Engineer',
      'meta: Northwind',
      'meta: 💰 $150k 🌎 Berlin',
      'intro',
      'duties: What you will do',
    ]);
    expect(posting.title?.text).toBe('ML Engineer');
    expect(posting.location?.text).toBe('Berlin');
  });

  it('reads a label with its text on one line, and what follows it goes on as before', () => {
    const text = '**About Northwind:** We sort parcels.\n\n**Requirements:** Python and SQL.\n\nLocation: Berlin\n';
    const posting = read(text);
    expect(said(posting)).toEqual(['company: We sort parcels.', 'required: Python and SQL.', 'meta: Location: Berlin']);
    expect(posting.location).toMatchObject({ text: 'Berlin', from: 'body' });
  });

  it('reads the question before a list as its heading', () => {
    const text = 'Northwind | ML Engineer | Berlin | Full-time\n\nWe sort parcels. What will you bring?\n\n- Python\n';
    const posting = read(text);
    expect(outline(posting)).toEqual(['intro', 'required: What will you bring?']);
    expect(posting.title?.text).toBe('ML Engineer');
    expect(posting.location?.text).toBe('Berlin');
    expect(posting.employmentType?.text).toBe('Full-time');
  });

  it('reads items that name the items below them as headings', () => {
    const text = '## Requirements\n\n- Programming Skills:\n  - Python\n- Communication:\n  - Writing\n';
    expect(outline(read(text))).toEqual([
      'required: Requirements',
      'required: Programming Skills:',
      'required: Communication:',
    ]);
  });

  it('lets the list speak under a heading that says little, and prose in which the company speaks of itself', () => {
    const kind = (heading: string, text: string) =>
      read(`# ML Engineer\n\nWe build things.\n\n## ${heading}\n\n${text}\n`).sections.at(-1)?.kind;
    const demands = '- Strong Python\n- Experience with Spark\n- SQL knowledge is required';
    expect(kind('Role', demands)).toBe('required');
    expect(kind('The toolbox', demands)).toBe('required');
    expect(kind('Odds and ends', '- Dental insurance\n- A pension\n- Cake')).toBe('benefits');
    expect(kind('Role', '- Design the ranker\n- Deploy it\n- Watch over it')).toBe('duties');
    expect(kind('What we value', 'We like simple things. We ship often.')).toBe('company');
    const depot =
      'Ridgeback sorts parcels in nine depots. Its belts run day and night, and its vans bring them to the villages.';
    expect(kind('Description', depot)).toBe('company');
    expect(kind('Job description', depot)).toBe('company');
    expect(kind('Description', `${depot} You join the team that routes the vans.`)).toBe('intro');
    expect(kind('The role', depot)).toBe('intro');
    expect(kind('About the routing team', depot)).toBe('intro');
    expect(kind('Description', 'Ridgeback sorts parcels.')).toBe('intro');
    expect(kind('What we value', 'You like simple things. You ship often.')).toBe('required');
  });

  it('reads a line of its own above a list as a heading', () => {
    const text = 'We sort parcels.\n\nYour Toolbox\n\n- Strong Python\n- Experience with Spark\n';
    expect(outline(read(text))).toEqual(['intro', 'required: Your Toolbox']);
  });

  it('takes no line with pay for the heading of what is optional', () => {
    const text = '# ML Engineer, Trams\n$150,000 - $180,000; remote / optional hybrid\n\nWe time trams.\n';
    expect(outline(read(text))).toEqual(['meta: ML Engineer, Trams', 'intro']);
  });

  it('takes no creed of the company behind the wishes for one of them', () => {
    const creed = '**We build together**\n\nWe share what we know. We ask early.\n';
    const text = `## Nice to have\n\n- Rust\n\n${creed}\n**You build together**\n\nYou share what you know.\n`;
    expect(outline(read(text))).toEqual([
      'preferred: Nice to have',
      'company: We build together',
      'preferred: You build together',
    ]);
  });

  it('gives what is to be shared of the company to the heading above it', () => {
    const text = '## About you\n\n**You will resonate with our core values:**\n\n- Candour\n- Care\n';
    expect(outline(read(text))).toEqual(['required: About you', 'required: You will resonate with our core values:']);
  });

  it('reads duties in the prose where no section holds them', () => {
    const text =
      '## About Northwind\n\nWe sort parcels.\n\nThe research engineer will build the sorter. They will also work with drivers.\n\n## Requirements\n\n- Python\n';
    expect(said(read(text)).filter((each) => each.startsWith('duties'))).toHaveLength(2);
  });

  it('lets the sentences speak where nothing is a heading', () => {
    const text =
      'Northwind - ML Engineer - Remote\n\nYou will build ranking models. You have 5+ years of experience with Python.\n\nPlease apply by mail.\n';
    expect(said(read(text)).slice(1)).toEqual([
      'duties: You will build ranking models.',
      'required: You have 5+ years of experience with Python.',
      'process: Please apply by mail.',
    ]);
  });

  it.each([
    ['Rust is a plus', 'preferred'],
    ['Rust, preferred', 'preferred'],
    ['Rust, desirable.', 'preferred'],
    ['Rust, Go, preferred', 'required'],
    ['Rust required, Go, preferred', 'required'],
    ['Experience with Docker (desirable).', 'preferred'],
    ['Ideally, you have shipped a ranker', 'preferred'],
    ['A PhD preferred', 'preferred'],
    ['Python, Go or Rust is considered a big plus', 'preferred'],
    ['Python is required, Rust is a plus', 'required'],
    ['Strong Python; Go is a plus', 'required'],
    ['A degree in statistics', 'required'],
  ])('reads “%s” among requirements as %s', (item, kind) => {
    expect(said(read(`## Requirements\n\n- ${item}\n`))).toEqual([`${kind}: ${item}`]);
  });

  it('reads years of experience among duties as a requirement', () => {
    expect(said(read('## Responsibilities\n\n- 3 - 5 years of experience\n- Build models\n'))).toEqual([
      'required: 3 - 5 years of experience',
      'duties: Build models',
    ]);
  });

  it('takes equal-opportunity paragraphs for legal text under any heading', () => {
    const text = '## Requirements\n\n- Python\n\nWe hire regardless of race, age or gender identity, and we mean it.\n';
    expect(said(read(text)).at(-1)).toMatch(/^legal: /);
  });

  it('covers the text from each heading to the next', () => {
    const posting = read('Intro words.\n\n## Requirements\n\n- Python\n\n## Benefits\n\n- Pay\n');
    expect(posting.sections.map((section) => at(posting, section.span).trim())).toEqual([
      'Intro words.\n\n##',
      'Requirements\n\n- Python\n\n##',
      'Benefits\n\n- Pay',
    ]);
  });
});
