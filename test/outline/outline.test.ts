import { describe, expect, it } from 'vitest';
import { at, outline, read, said } from '../posting/read-support.ts';

describe('which lines are headings, and of what', () => {
  it.each<[string, string[]]>([
    [
      '# ML Engineer\n\n## What you do\n\n* Fire pots\nover night\nRequirements:\n* Clay\n',
      ['meta: ML Engineer', 'duties: What you do', 'required: Requirements:'],
    ],
    [
      '# ML Engineer\n\n## What you do\n\n- Kilns\n  - Glaze\n**Talking money**\n\nA fair wage.\n',
      ['meta: ML Engineer', 'duties: What you do', 'pay: Talking money'],
    ],
    ['# ML Engineer\n\n## Aufgaben / Your tasks\n\n- Clay\n', ['meta: ML Engineer', 'duties: Aufgaben / Your tasks']],
    ['# ML Engineer\n\n**You are in charge of:**\n\n- Clay\n', ['meta: ML Engineer', 'duties: You are in charge of:']],
    ['# ML Engineer\n\n**Habits we cherish:**\n\n- Clay\n', ['meta: ML Engineer', 'required: Habits we cherish:']],
    [
      '# ML Engineer\n\n**The job.** You fire pots.\n\n**About Kilnworks.** Our lab bakes.\n',
      ['meta: ML Engineer', 'intro: The job.', 'company: About Kilnworks.'],
    ],
    [
      '# ML Engineer\n\n## Additional Information\n\n**Talking money**\n\n- A fair wage\n\n**Health and leave**\n\n- A dentist\n',
      ['meta: ML Engineer', 'legal: Additional Information', 'pay: Talking money', 'benefits: Health and leave'],
    ],
    [
      '# ML Engineer\n\nA century of kilns\n\nKilnworks has fired pots for three royal houses.\n\nYour own corner of the yard\n\nYou will train models that hear a pot crack.\n',
      ['meta: ML Engineer', 'company: A century of kilns', 'duties: Your own corner of the yard'],
    ],
    [
      '# ML Engineer\n\n## What you do\n\n1. Safety\n   - retraining after each firing\n2. Culture\n   - mentoring two apprentices\n',
      ['meta: ML Engineer', 'duties: What you do', 'duties: Safety', 'duties: Culture'],
    ],
    [
      '# ML Engineer\n\nThe week is a mixed one and no two of them are ever alike, which is how we like it here, and holds for instance:\n\n- Build the glaze model\n- Train it on photos\n- Deploy it to the yard\n',
      [
        'meta: ML Engineer',
        'duties: The week is a mixed one and no two of them are ever alike, which is how we like it here, and holds for instance:',
      ],
    ],
    [
      '# ML Engineer\n\n## Requirements\nPhD in Machine Vision\nTwo papers on glaze\n',
      ['meta: ML Engineer', 'required: Requirements'],
    ],
    [
      '## How to apply\n\n### Requirements for it\n\n- A letter\n',
      ['process: How to apply', 'process: Requirements for it'],
    ],
    [
      '## How to apply\n\n### A bit about you, if you like\n\n- You have experience with clay\n- You have experience with kilns\n',
      ['process: How to apply', 'required: A bit about you, if you like'],
    ],
    [
      '## Benefits\n\n### A bit about you, if you like\n\n- You have experience with clay\n- You have experience with kilns\n',
      ['benefits: Benefits', 'benefits: A bit about you, if you like'],
    ],
    [
      '## How to apply\n\n### It would be nice if you:\n\n- Send a letter\n- Send a picture\n',
      ['process: How to apply', 'process: It would be nice if you:'],
    ],
    [
      '## How to apply\n\n### Our values and more\n\n- You have experience with clay\n- You have experience with kilns\n',
      ['process: How to apply', 'process: Our values and more'],
    ],
    ['## Why join us\n\n- Cake\n\nThere is a pension and there is insurance.\n', ['benefits: Why join us']],
    [
      '## Why join us\n\n- Cake\n\nThere is a pension and there is insurance, and much more than that is to be had here in this house by the river of ours, as you will see on your first day.\n',
      ['company: Why join us'],
    ],
    ['## Why join us\n\nThere is a pension and there is insurance.\n', ['company: Why join us']],
    ['## Why join us\n\n- A pension, a pension\n', ['company: Why join us']],
    [
      '# ML Engineer\n\nWe sort.\n\nAbout Northwind:\n\nWe bake.\n\n**Requirements:** Python\n\nWe fire.\n',
      ['meta: ML Engineer', 'intro', 'company: About Northwind:', 'required: Requirements', 'unknown'],
    ],
    [
      '# ML Engineer\n\n## About Northwind\n\nWe bake.\n\n**Requirements:** Python\n\nWe fire.\n',
      ['meta: ML Engineer', 'company: About Northwind', 'required: Requirements', 'company'],
    ],
    ['One. Two | ML Engineer | Berlin\n\nText here.\n', ['intro']],
    ['One.Two | ML Engineer | Berlin\n\nText here.\n', ['intro']],
    ['ML Engineer | Berlin\n\nText here.\n', ['intro']],
    [
      'Kilns are hot and pots are round and clay is wet and the river runs and the mill turns and the kilns are hot and the pots are round and the clay is wet and the river runs and the mill turns once more and you have:\n\n- Python\n',
      ['intro'],
    ],
    [
      'Kilns are hot and pots are round and clay is wet and the river runs and the mill turns and the kilns are hot and the pots are round and the clay is wet and the river runs and the mill turns once more. You have:\n\n- Python\n',
      ['intro', 'required: You have:'],
    ],
    [
      'Kilns are hot and pots are round and clay is wet and the river runs. What will you bring?\n\n- Python\n',
      ['intro', 'required: What will you bring?'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\nRanking & Search\nBuild the ranker that sorts parcels for all the drivers.\n',
      ['meta: ML Engineer', 'duties: Responsibilities', 'duties: Ranking & Search'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\nRanking\nBuild the ranker that sorts parcels for all the drivers.\n',
      ['meta: ML Engineer', 'duties: Responsibilities'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\nRanking & Search.\nBuild the ranker that sorts parcels for all the drivers.\n',
      ['meta: ML Engineer', 'duties: Responsibilities'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\nRanking & Search\nBuild the ranker.\n',
      ['meta: ML Engineer', 'duties: Responsibilities'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\nranking and searching\nBuild the ranker that sorts parcels for all the drivers.\n',
      ['meta: ML Engineer', 'duties: Responsibilities'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\nOne Two Three Four Five Six\nBuild the ranker that sorts parcels for all the drivers.\n',
      ['meta: ML Engineer', 'duties: Responsibilities', 'duties: One Two Three Four Five Six'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\nOne Two Three Four Five Six Seven\nBuild the ranker that sorts parcels for all the drivers.\n',
      ['meta: ML Engineer', 'duties: Responsibilities'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\nYour Toolbox\n\n- Strong Python\n- Experience with Spark\n',
      ['meta: ML Engineer', 'intro', 'required: Your Toolbox'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\nYour toolbox of things\n\n- Strong Python\n- Experience with Spark\n',
      ['meta: ML Engineer', 'intro'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\nOne Two Three Four Five Six\n\n- Strong Python\n- Experience with Spark\n',
      ['meta: ML Engineer', 'intro', 'required: One Two Three Four Five Six'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\nOne Two Three Four Five Six Seven\n\n- Strong Python\n- Experience with Spark\n',
      ['meta: ML Engineer', 'intro'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\nToolbox | Kilns\n\n- Strong Python\n- Experience with Spark\n',
      ['meta: ML Engineer', 'intro'],
    ],
    ['# ML Engineer\n\nWe sort.\n\n(Requirements)\n\n- Strong Python\n', ['meta: ML Engineer', 'intro']],
    ['# ML Engineer\n\nWe sort.\n\nrequirements\n\n- Strong Python\n', ['meta: ML Engineer', 'intro']],
    ['# ML Engineer\n\nWe sort.\n\nRequirements.\n\n- Strong Python\n', ['meta: ML Engineer', 'intro']],
    [
      '# ML Engineer\n\nWe sort.\n\nRequirements...\n\n- Strong Python\n',
      ['meta: ML Engineer', 'intro', 'required: Requirements...'],
    ],
    ['# ML Engineer\n\nWe sort.\n\nRequirements,\n\n- Strong Python\n', ['meta: ML Engineer', 'intro']],
    [
      '# ML Engineer\n\nWe sort.\n\n**Requirements.**\n\n- Strong Python\n',
      ['meta: ML Engineer', 'intro', 'required: Requirements.'],
    ],
    ['# ML Engineer\n\nWe sort.\n\n**Kilns.**\n\nStrong Python\n', ['meta: ML Engineer', 'intro']],
    [
      '# ML Engineer\n\nWe sort.\n\n**Kilns and pots**\n\nStrong Python\n',
      ['meta: ML Engineer', 'intro', 'required: Kilns and pots'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\n**One two three four five six seven eight nine ten**\n\nStrong Python\n',
      ['meta: ML Engineer', 'intro', 'required: One two three four five six seven eight nine ten'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\n**One two three four five six seven eight nine ten eleven**\n\nStrong Python\n',
      ['meta: ML Engineer', 'intro'],
    ],
    ['# ML Engineer\n\nWe sort.\n\nKilns:\n\n- Strong Python\n', ['meta: ML Engineer', 'intro', 'intro: Kilns:']],
    ['# ML Engineer\n\nWe sort.\n\nKilns:\n\nStrong Python\n', ['meta: ML Engineer', 'intro']],
    [
      '# ML Engineer\n\nWe sort.\n\nRequirements:\n\nStrong Python\n',
      ['meta: ML Engineer', 'intro', 'required: Requirements:'],
    ],
    ['# ML Engineer\n\nWe sort.\n\nRequirements\n', ['meta: ML Engineer', 'intro']],
    ['# ML Engineer\n\nWe sort.\n\nRequirements:\n', ['meta: ML Engineer', 'intro']],
    ['# ML Engineer\n\nWe sort.\n\n`Requirements`\n\n- Python\n', ['meta: ML Engineer', 'intro']],
    [
      '# ML Engineer\n\nWe sort.\n\n## `Requirements`\n\n- Python\n',
      ['meta: ML Engineer', 'intro', 'meta: Requirements'],
    ],
    ['###Requirements\n- Python\n', ['required: Requirements']],
    ['#Requirements\n- Python\n', ['required: #Requirements']],
    ['#Your requirements\n- Python\n', ['required: Your requirements']],
    ['#######Requirements\n- Python\n', ['required: #######Requirements']],
    [
      '## Requirements\n\n- Programming skills\n  - Python\n',
      ['required: Requirements', 'required: Programming skills'],
    ],
    [
      '## Requirements\n\n- Programming Skills:\n  - Python\n',
      ['required: Requirements', 'required: Programming Skills:'],
    ],
    ['## Requirements\n\n- Nice to have\n  - Python\n', ['required: Requirements', 'preferred: Nice to have']],
    ['## Requirements\n\n- Nice to have.\n  - Python\n', ['required: Requirements']],
    ['## Requirements\n\n- Python\n- Nice to have\n- Go\n', ['required: Requirements']],
    [
      '## Requirements\n\n- Python\n\n\n* Nice to have *\n\nGo.\n',
      ['required: Requirements', 'preferred: Nice to have'],
    ],
    [
      '## Requirements\n\nText.\n\n- Nice to have\n\nGo is one of them.\n',
      ['required: Requirements', 'preferred: Nice to have'],
    ],
    [
      '## Requirements\n\nText.\n\n- **Nice to have**\n\nGo is one of them.\n',
      ['required: Requirements', 'preferred: Nice to have'],
    ],
    ['* Cake\n* Requirements * \n* Go\n', ['intro', 'required: Requirements']],
    ['* Cake\n* Requirements *:\n* Go\n', ['intro']],
    ['**Requirements:** Python\n', ['required: Requirements']],
    ['Requirements: Python\n', ['required: Requirements']],
    ['requirements: Python\n', ['intro']],
    ['Requirements and other things that we would like: Python\n', ['intro']],
    ['**Requirements** - Python\n', ['required: Requirements']],
    ['**Requirements** – Python and SQL\n', ['required: Requirements']],
    ['**Requirements** -Python\n', ['intro']],
    ['Requirements - Python\n', ['intro']],
    ['**Kilns:** Python\n', ['intro']],
    ['Location: Berlin\n\n- Python\n', ['intro']],
    ['Requirements:3 kilns\n', ['intro']],
    ['Requirements://kilns\n', ['intro']],
    ['- **Requirements:** Python\n- Kilns: hot\n', ['required: Requirements', 'unknown']],
    ['- **Team:** Python\n- Kilns: hot\n', ['intro']],
    ['- Requirements: Python\n', ['intro']],
    ['We sort parcels. What will you bring?\n\n- Python\n', ['intro', 'required: What will you bring?']],
    ['We sort parcels. What will you bring.\n\n- Python\n', ['intro']],
    ['What will you bring?\n\n- Python\n', ['required: What will you bring?']],
    ['We sort parcels! You have:\n\n- Python\n', ['required: We sort parcels! You have:']],
    ['We sort parcels, you have:\n\n- Python\n', ['required: We sort parcels, you have:']],
    ['We sort parcels. You have:\n\nPython.\n', ['required: We sort parcels. You have:']],
    ['We sort kilns. We sort pots. You have:\n\n- Python\n', ['required: We sort kilns. We sort pots. You have:']],
    ['## Requirements\n\n- Python\n\n### Kilns\n\nHot.\n', ['required: Requirements', 'required: Kilns']],
    ['## Benefits\n\n- Cake\n\n### Our values\n\n- Candour\n', ['benefits: Benefits', 'company: Our values']],
    ['## Benefits\n\n- Cake\n\n### Requirements\n\n- Candour\n', ['benefits: Benefits', 'required: Requirements']],
    [
      '## How to apply\n\n### It would be nice if you:\n\n- Ideally know Go\n- Preferably know Rust\n',
      ['process: How to apply', 'preferred: It would be nice if you:'],
    ],
    ['## Why join us\n\n- Dental insurance\n- A pension\n', ['benefits: Why join us']],
    ['## Why join us\n\n- Dental things\n- A pause\n', ['company: Why join us']],
    ['## Why join us\n\nWe sort parcels and pots.\n', ['company: Why join us']],
    ['## Benefits\n\n- Cake\n\n## Education\n\nWe pay for courses.\n', ['benefits: Benefits', 'benefits: Education']],
    ['## Benefits\n\n- Cake\n\n## Education\n\nA degree in kilns.\n', ['benefits: Benefits', 'required: Education']],
    ['## Benefits\n\n- Cake\n\n## Education\n\n- We pay for courses.\n', ['benefits: Benefits', 'required: Education']],
    ['## Benefits\n\n- Cake\n\n### Education\n\nWe pay for courses.\n', ['benefits: Benefits', 'required: Education']],
    ['# ML Engineer\n\n## Role\n\n- Strong Python\n- Experience with Spark\n', ['meta: ML Engineer', 'intro: Role']],
    [
      '# ML Engineer\n\n## Role\n\n- Strong Python\n- Experience with Spark\n- SQL knowledge is required\n',
      ['meta: ML Engineer', 'required: Role'],
    ],
    [
      '# ML Engineer\n\n## Role\n\nWe sort.\n\nWe bake.\n\nWe fire.\n\nWe cool.\n\n- Strong Python\n- Experience with Spark\n- SQL knowledge is required\n',
      ['meta: ML Engineer', 'duties: Role'],
    ],
    [
      '# ML Engineer\n\n## Role\n\nWe sort.\n\nWe bake.\n\nWe fire.\n\n- Strong Python\n- Experience with Spark\n- SQL knowledge is required\n',
      ['meta: ML Engineer', 'required: Role'],
    ],
    [
      '# ML Engineer\n\n## You should be able to\n\n- Build rankers\n- Design kilns\n- Deploy models\n',
      ['meta: ML Engineer', 'duties: You should be able to'],
    ],
    [
      '# ML Engineer\n\n## Who you are\n\nWe like simple things. We ship often.\n',
      ['meta: ML Engineer', 'company: Who you are'],
    ],
    ['# ML Engineer\n\n## Who you are\n\nWe like simple things.\n', ['meta: ML Engineer', 'required: Who you are']],
    [
      '# ML Engineer\n\n## Who you are\n\nWe like simple things. You ship often.\n',
      ['meta: ML Engineer', 'required: Who you are'],
    ],
    [
      '# ML Engineer\n\n## Who you are\n\nWe like simple things. Experience with Spark is needed.\n',
      ['meta: ML Engineer', 'required: Who you are'],
    ],
    [
      '# ML Engineer\n\n## Who you are\n\nThis role sorts. You will build kilns. We ship often.\n',
      ['meta: ML Engineer', 'duties: Who you are'],
    ],
    [
      '# ML Engineer\n\n## Who you are\n\nKilns are hot. Pots are round.\n',
      ['meta: ML Engineer', 'required: Who you are'],
    ],
    [
      '# ML Engineer\n\n## About the role\n\n- Kilns\n- Pots\n- Glazes\n',
      ['meta: ML Engineer', 'duties: About the role'],
    ],
    [
      '# ML Engineer\n\n## About the role\n\n- Kilns\n- Pots\n- Glazes\n\nPots are round. Glazes shine. Clay is wet. Kilns are hot. Water is cold. Fire is red. Ash is grey.\n',
      ['meta: ML Engineer', 'duties: About the role'],
    ],
    ['# ML Engineer\n\n## About the role\n\n- Kilns\n- Pots\n', ['meta: ML Engineer', 'intro: About the role']],
    [
      '# ML Engineer\n\n## About the role\n\nYou will build kilns. You will fire pots.\n',
      ['meta: ML Engineer', 'duties: About the role'],
    ],
    [
      '# ML Engineer\n\n## About the role\n\nYou will build kilns. Pots are round. Glazes shine.\n',
      ['meta: ML Engineer', 'duties: About the role'],
    ],
    [
      '# ML Engineer\n\n## About the role\n\nYou will build kilns. Pots are round. Glazes shine. Clay is wet.\n',
      ['meta: ML Engineer', 'intro: About the role'],
    ],
    [
      '# ML Engineer\n\n## About the role\n\nYou will build kilns.\n\n## What you will do\n\n- Fire pots\n',
      ['meta: ML Engineer', 'intro: About the role', 'duties: What you will do'],
    ],
    [
      '# ML Engineer\n\n**Job Information:**\n\n**Kilns**\n\nHot.\n',
      ['meta: ML Engineer', 'intro: Job Information:', 'unknown: Kilns'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\n**About Northwind:** We sort parcels.\n\nWe bake.\n\n- Cake\n',
      ['meta: ML Engineer', 'intro', 'company: About Northwind', 'intro'],
    ],
    [
      '# ML Engineer\n\nWe sort.\n\n**Requirements:**\n\n- Python\n\nWe bake.\n',
      ['meta: ML Engineer', 'intro', 'required: Requirements:'],
    ],
    [
      '## Nice to have\n\n- Rust\n- **Benefits:** cake\n- **Requirements:** Go\n',
      ['preferred: Nice to have', 'benefits: Benefits', 'preferred: Requirements'],
    ],
    [
      '# ML Engineer\n\n## Responsibilities\n\n- Fire pots\n\n## Odds and ends\n\nKilns are hot.\n\n### Clay\n\n- Dental insurance\n- A pension\n',
      ['meta: ML Engineer', 'duties: Responsibilities', 'unknown: Odds and ends', 'benefits: Clay'],
    ],
    [
      '## Requirements\n\n- Python\n- **Nice to have:** Go\n  - Rust\n- SQL\n',
      ['required: Requirements', 'preferred: Nice to have', 'required'],
    ],
  ])('%j', (text, expected) => {
    expect(outline(read(text))).toEqual(expected);
  });

  it.each([
    ['two of two', 2, 0, 0, 'benefits'],
    ['two of three', 2, 0, 1, 'benefits'],
    ['two of four', 2, 0, 2, 'unknown'],
    ['two of five', 2, 0, 3, 'unknown'],
    ['three of five', 3, 0, 2, 'benefits'],
    ['three of seven and nothing else', 3, 0, 4, 'benefits'],
    ['three of eight and nothing else', 3, 0, 5, 'unknown'],
    ['three of seven, and another', 3, 1, 3, 'unknown'],
    ['one of one', 1, 0, 0, 'unknown'],
  ])('names a section that says little after %s of its sentences', (_, given, asked, other, kind) => {
    const lines = [
      ...Array(given).fill('We offer cake.'),
      ...Array(asked).fill('You have experience with clay.'),
      ...Array(other).fill('Kilns are hot.'),
    ];
    const text = `# ML Engineer\n\n## Responsibilities\n\n- Fire pots\n\n## Odds and ends\n\n${lines.join('\n\n')}\n`;
    expect(read(text).sections.at(-1)!.kind).toBe(kind);
  });

  it('takes no line of more than 120 characters for a heading', () => {
    const kinds = (words: string) => read(`Text here.\n\n**${words}**\n\nMore text.\n`).sections.length;
    expect([kinds(`Requirements ${'k'.repeat(107)}`), kinds(`Requirements ${'k'.repeat(108)}`)]).toEqual([2, 1]);
  });

  it('takes a paragraph of more than 240 characters above a rule for text', () => {
    const headings = (length: number) => outline(read(`${'k'.repeat(length)}\n---\n\nText.\n`)).length;
    const first = (length: number) => read(`${'k'.repeat(length)}\n---\n\nText.\n`).blocks[0]!.kind;
    expect([headings(240), first(240), first(241)]).toEqual([2, 'title', 'paragraph']);
  });
});

describe('what kind each sentence is of', () => {
  it.each<[string, string[]]>([
    [
      '## Requirements\n\n- Python is a plus\n- A plus\n- Plus\n- Python is a big plus\n- Python (a plus)\n- Python (nice to have)\n',
      [
        'preferred: Python is a plus',
        'preferred: A plus',
        'required: Plus',
        'preferred: Python is a big plus',
        'preferred: Python (a plus)',
        'preferred: Python (nice to have)',
      ],
    ],
    [
      '## Requirements\n\n- Python, Go is a plus\n- Python, Go and Rust are a plus\n- Python; Go is a plus\n- Python: Go is a plus\n- “Go” is a plus\n- Python must be known, Go is a plus\n',
      [
        'required: Python, Go is a plus',
        'preferred: Python, Go and Rust are a plus',
        'required: Python; Go is a plus',
        'required: Python: Go is a plus',
        'preferred: “Go” is a plus',
        'required: Python must be known, Go is a plus',
      ],
    ],
    [
      '## Requirements\n\n- Python preferred\n- Python required, Go preferred\n- Python, Go preferred\n- Python (preferred)\n',
      [
        'preferred: Python preferred',
        'required: Python required, Go preferred',
        'required: Python, Go preferred',
        'preferred: Python (preferred)',
      ],
    ],
    [
      '## Requirements\n\n- Ideally Python\n- Python, ideally\n- Nice to have Go\n- Bonus: Go\n- Know a bonus\n- Go would be desirable\n',
      [
        'preferred: Ideally Python',
        'required: Python, ideally',
        'preferred: Nice to have Go',
        'preferred: Bonus: Go',
        'required: Know a bonus',
        'preferred: Go would be desirable',
      ],
    ],
    [
      '## Responsibilities\n\n- 5 years of experience\n- At least five years of kiln experience\n- Build things for 5 years\n- A minimum of 3 yrs of pot expertise\n- 16 years of experience\n',
      [
        'required: 5 years of experience',
        'required: At least five years of kiln experience',
        'duties: Build things for 5 years',
        'required: A minimum of 3 yrs of pot expertise',
        'duties: 16 years of experience',
      ],
    ],
    [
      '# ML Engineer\n\nYou will build kilns. You have experience with Python. We sort. Pots are round.\n',
      [
        'duties: You will build kilns.',
        'required: You have experience with Python.',
        'intro: We sort.',
        'intro: Pots are round.',
      ],
    ],
    [
      '# ML Engineer\n\n## About us\n\nWe sort. You will build kilns. You will fire pots. You have experience with clay.\n\n## Benefits\n\n- Cake\n',
      [
        'company: We sort.',
        'duties: You will build kilns.',
        'duties: You will fire pots.',
        'company: You have experience with clay.',
        'benefits: Cake',
      ],
    ],
    [
      '# ML Engineer\n\n## About us\n\nWe sort. You will build kilns. You have experience with clay. You have a degree in pots.\n\n## Benefits\n\n- Cake\n',
      [
        'company: We sort.',
        'company: You will build kilns.',
        'required: You have experience with clay.',
        'required: You have a degree in pots.',
        'benefits: Cake',
      ],
    ],
    [
      '# ML Engineer\n\n## About us\n\nWe sort. You will build kilns. You have experience with clay.\n\n## Benefits\n\n- Cake\n',
      [
        'company: We sort.',
        'company: You will build kilns.',
        'company: You have experience with clay.',
        'benefits: Cake',
      ],
    ],
    [
      '# ML Engineer\n\n## About us\n\n- You will build kilns.\n- You will fire pots.\n\n## Benefits\n\n- Cake\n',
      ['company: You will build kilns.', 'company: You will fire pots.', 'benefits: Cake'],
    ],
    [
      '# ML Engineer\n\n## About us\n\nWe sort. You will build kilns. You will fire pots.\n\n## What you will do\n\n- Sort\n',
      ['company: We sort.', 'company: You will build kilns.', 'company: You will fire pots.', 'duties: Sort'],
    ],
    [
      '# ML Engineer\n\n## Requirements\n\nWe do not discriminate.\n\nWe do not discriminate against anyone who knows how to fire a kiln.\n\n- We do not discriminate against anyone who knows how to fire a kiln.\n',
      [
        'required: We do not discriminate.',
        'legal: We do not discriminate against anyone who knows how to fire a kiln.',
        'required: We do not discriminate against anyone who knows how to fire a kiln.',
      ],
    ],
    ['# ML Engineer\n\nKilns\n\n- Hot\n- Wet\n\n**Pots**\n\n- Round\n', ['intro: Hot', 'intro: Wet', 'unknown: Round']],
    [
      '# ML Engineer\n\n**About the team:** We sort parcels. We’re looking for an engineer to join us.\n',
      ['intro: We sort parcels.', 'intro: We’re looking for an engineer to join us.'],
    ],
    [
      'Kilns are hot. e.g. pots. Dr. Clay fires. It ends… And goes on… so it goes. “Quote.” (Bracket.) 3 pots. – dash.\n',
      [
        'intro: Kilns are hot. e.g. pots.',
        'intro: Dr. Clay fires.',
        'intro: It ends…',
        'intro: And goes on… so it goes.',
        'intro: “Quote.”',
        'intro: (Bracket.)',
        'intro: 3 pots. – dash.',
      ],
    ],
  ])('%j', (text, expected) => {
    expect(said(read(text))).toEqual(expected);
  });
});

describe('the sentences that open a posting', () => {
  it.each<[string, string[]]>([
    [
      '# ML Engineer\n\nKilns\n\nWe fire pots in our kilns every day.\n\n## Responsibilities\n\n- Fire pots\n',
      ['We fire pots in our kilns every day.'],
    ],
    ['# ML Engineer\n\nOne two three four\n\n## Responsibilities\n\n- Fire pots\n', ['Fire pots']],
    ['# ML Engineer\n\nOne two three four five\n\n## Responsibilities\n\n- Fire pots\n', ['One two three four five']],
    ['# ML Engineer\n\nOne two three.\n\n## Responsibilities\n\n- Fire pots\n', ['One two three.']],
    ['# ML Engineer\n\nWho fires?\n\n## Responsibilities\n\n- Fire pots\n', ['Who fires?']],
    ['# ML Engineer\n\nFire. It (now\n\n## Responsibilities\n\n- Fire pots\n', ['Fire pots']],
    ['# ML Engineer\n\n- Kilns\n- Pots\n\n## Responsibilities\n\n- Fire pots\n', ['Kilns', 'Pots']],
    [
      '# ML Engineer\n\n## Responsibilities\n\n- Fire pots\n\n## Our stack\n\nClay and water and some more words.\n',
      ['Fire pots'],
    ],
    ['# ML Engineer\n\n## Requirements\n\n- Fire and clay\n', ['Fire and clay']],
    [
      '# ML Engineer\n\n## Our stack\n\nClay and water and some more words.\n\n## Requirements\n\n- Fire and clay\n',
      ['Clay and water and some more words.'],
    ],
    ['# ML Engineer\n\n## Benefits\n\n- Cake\n', []],
    [
      '# ML Engineer\n\nOne two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten. One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine. The end is here. Not this one here.\n\n## Responsibilities\n\n- Fire pots\n',
      [
        'One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten.',
        'One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine.',
        'The end is here.',
      ],
    ],
    [
      '# ML Engineer\n\nOne two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten. One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten. Not this one here.\n\n## Responsibilities\n\n- Fire pots\n',
      [
        'One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten.',
        'One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten.',
      ],
    ],
    [
      '# ML Engineer\n\n## About the role\n\nWe sort. You will build kilns. You will fire pots.\n\n## Requirements\n\n- Clay\n',
      ['We sort.', 'You will build kilns.', 'You will fire pots.'],
    ],
    ['# ML Engineer\n\nFire it.”)\n\n## Responsibilities\n\n- Fire pots\n', ['Fire it.”)']],
  ])('%j', (text, expected) => {
    const posting = read(text);
    const opening = posting.statements.filter((statement) => statement.opening);
    expect(opening.map(({ span }) => at(posting, span))).toEqual(expected);
  });
});
