/**
 * Invented postings that repeat little, for the benchmarks of large trees: thousands of different lines, nested lists,
 * tables, HTML, line ends of both kinds. The same ones for the same numbers, about 600 words each.
 *
 *   node test/bench/varied.ts <folder> <count>      writes them, a thousand a folder
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from './postings.ts';

const WORDS = {
  verb: 'Build,Maintain,Rewrite,Measure,Tune,Ship,Own,Review,Document,Profile,Retire,Automate,Debug,Evaluate'.split(
    ',',
  ),
  thing:
    'the training pipeline,the feature store,the ranking model,the evaluation harness,the labelling queue,the serving layer,the retrieval index,the data contracts,the drift monitor,the batch jobs,the prompt library,the offline metrics'.split(
      ',',
    ),
  product:
    'parcel times,refund requests,crop images,claims letters,ride demand,search results,tram delays,bakery orders,dental scans,library loans,wind forecasts,spare parts'.split(
      ',',
    ),
  end: 'before users notice,with two other engineers,and its monthly bill,from raw events to a model in production,with tests that run on every commit,behind an internal gRPC API,for the teams in Leeds and Oslo,and write down what failed,so that a release takes an hour,while the old one still runs'.split(
    ',',
  ),
  tool: 'PyTorch,TensorFlow,JAX,MLflow,Kubeflow,Airflow,Dagster,Spark,Snowflake,BigQuery,Triton,Ray,dbt,Kafka,Postgres,Redis,Weights & Biases,scikit-learn,XGBoost,Hugging Face'.split(
    ',',
  ),
  fact: 'Hospitals and banks use our product every day,We were founded in a garage and moved out in spring,Our libraries are used by other companies,We publish what we learn,Every team owns what it ships,We are a family of rockstars,Customers in forty countries write to us,The guys in support sit next door,We work hard and play hard,Our founders still answer the phone'.split(
    ',',
  ),
  more: 'and we like to measure it,which surprised nobody,and it shows in the numbers,though not on Fridays,as the map on our wall says,and that will not change soon,which is why this role exists,and we hire for it'.split(
    ',',
  ),
} as const;
const LANES = ['applied', 'llm', 'research', 'domain'];
const LEVELS = ['junior', 'mid', 'senior', 'staff'];

/** One posting. Every third has a table, every fourth HTML, every fifth CRLF line ends. */
export function variedPosting(index: number): string {
  const next = random(index + 7919);
  const number = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const word = (name: keyof typeof WORDS) => pick<string>(WORDS[name]);
  const lines = (count: number, line: () => string) => Array.from({ length: count }, line);

  const product = word('product');
  const duty = () => `- ${word('verb')} ${word('thing')} for ${word('product')} ${word('end')}`;
  const nested = () => {
    const mark = pick(['-', '*', '1.']);
    return `  ${mark} ${word('verb').toLowerCase()} \`${word('tool')}\` ${word('end')}\n    - about ${number(2, 90)} % of the week`;
  };
  const demand = () =>
    pick([
      () => `- ${number(1, 12)}+ years of experience with ${word('tool')} or ${word('tool')}`,
      () => `- Strong ${word('tool')}, **${word('tool')}** and ${word('tool')}, ${word('end')}`,
      () =>
        `- You have shipped ${word('thing')} with ${word('tool')} ([how we do it](https://example.com/${number(1, 99999)}))`,
      () => `- PhD or MSc in a field near ${word('product')} preferred, or ${number(2, 9)} years of work on it`,
      () => `- Familiar with ${word('tool')}, ${word('tool')}, ${word('tool')}, ${word('tool')} and ${word('tool')}`,
    ])();
  const prose = (count: number) => lines(count, () => `${word('fact')}, ${word('more')}.`).join(' ');
  const list = (count: number, item: () => string) =>
    lines(count, () => (next() < 0.2 ? `${item()}\n${nested()}` : item())).join('\n');

  const min = number(60, 260);
  const pay = `$${min},000 – $${min + number(10, 80)},000`;
  const table = `| Stage | Days | With |\n| --- | ---: | --- |\n${lines(4, () => `| ${word('verb')} | ${number(1, 20)} | ${word('product')} |`).join('\n')}\n`;
  const html = `<div class="note">\n<p>${prose(1)}</p>\n<ul><li>${word('tool')}</li><li>${word('tool')} &amp; more</li></ul>\n</div>\n`;
  const text = `---
lane: ${pick(LANES)}
level: ${pick(LEVELS)}
${next() < 0.7 ? `comp: { min: ${min}000, max: ${min + 40}000, currency: USD, period: year }\n` : ''}location: ${pick(['Remote (US)', 'Berlin', 'Leeds, UK', 'New York, NY'])}
---

# ${pick(['', 'Senior ', 'Lead '])}Machine Learning Engineer, ${product}

${prose(6)}

You will own the model for ${product}. It learns from ${number(2, 900)} million events a day.

## ${pick(['What you’ll do', 'Responsibilities', 'The work', 'Your day'])}

${list(15, duty)}

${index % 3 === 0 ? table : ''}
## ${pick(['What we’re looking for', 'Requirements', 'You bring', 'Must have'])}

${list(14, demand)}

${index % 4 === 0 ? html : ''}
## ${pick(['Nice to have', 'Bonus points', 'Preferred'])}

${list(5, demand)}

## ${pick(['Compensation', 'Pay', 'What we offer'])}

${pay} base${pick([', plus equity and bonus', '', ' a year', ', depending on experience'])}. Dental insurance, ${number(20, 35)} days off.

## About us

${prose(7)}
`;
  return index % 5 === 0 ? text.replaceAll('\n', '\r\n') : text;
}

/** Writes `count` postings below `folder`, a thousand in each folder of it. */
export function writeVaried(folder: string, count: number): void {
  for (let i = 0; i < count; i++) {
    const below = join(folder, String(Math.floor(i / 1000)).padStart(3, '0'));
    if (i % 1000 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `${String(i).padStart(6, '0')}.md`), variedPosting(i));
  }
}

if (import.meta.main) {
  const [, , folder, count] = process.argv;
  if (!folder || !count) throw new Error('Run node test/bench/varied.ts <folder> <count>');
  writeVaried(folder, Number(count));
}
