/** Invented postings for the benchmarks: the same ones for the same numbers, about 600 words each. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LANES = ['applied', 'llm', 'research', 'domain'];
const LEVELS = ['mid', 'senior'];
const PRODUCTS = ['parcel times', 'refund requests', 'crop images', 'claims letters', 'ride demand', 'search results'];
const DUTIES = [
  'Build and maintain the training pipeline for {p}, from raw events to a model in production',
  'Serve the model on **Triton** behind an internal gRPC API, and own its p99 and its monthly bill',
  'Partner with product engineers and data scientists on the metric that decides what ships',
  'Implement monitoring for data drift and prediction quality, with alerts that fire before users notice',
  'Deploy models to production and take one week in six on call',
  'Fine-tune open models on {p} and write the evaluation harness that decides a release',
  'Review code of teammates, including the parts where research code becomes production code',
  'Write design documents (see [our guide](https://example.com/guide)) and mentor engineers new to the team',
];
const REQUIRED = [
  '4+ years of software engineering experience, with at least 2 years building ML systems in production',
  'Strong Python, including typing, async and profiling, and a feeling for where `numpy` copies memory',
  'Production experience with PyTorch or TensorFlow, including the deployment side',
  'Experience with PyTorch, TensorFlow, JAX, or similar',
  'Working knowledge of MLflow, Weights & Biases, Kubeflow, or equivalent',
  'Comfortable with SQL, Spark, Airflow or Dagster, and at least one warehouse (Snowflake, BigQuery)',
  'PhD in computer science or a related field preferred',
  'An honest opinion on when a rule or a manual process is the better answer than a model',
];
const COMPANY = [
  'We were founded in 2011 and serve customers in forty countries. Our teams are small, and they own what they ship.',
  'Hospitals, banks and retailers use our product every day; 70,000 people opened it yesterday morning.',
  'For over 12 years we have published what we learn, and our open-source libraries are used by other companies.',
];

/** Small generator of numbers (mulberry32), so that every run measures the same text. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One posting; `scale` multiplies its duties and requirements (1 gives about 600 words). */
export function makePosting(index: number, scale = 1): string {
  const next = random(index + 1);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const product = pick(PRODUCTS);
  const bullets = (list: readonly string[], count: number) =>
    Array.from({ length: count }, () => `- ${pick(list).replace('{p}', product)}`).join('\n');
  const min = 140 + Math.floor(next() * 80);
  const about = Array.from({ length: 5 }, () => pick(COMPANY)).join(' ');
  return `---
lane: ${pick(LANES)}
level: ${pick(LEVELS)}
comp: { min: ${min}000, max: ${min + 45}000, currency: USD, period: year }
location: Remote (US)
employment_type: Full-time
---

# Machine Learning Engineer, ${product}

${about}

You will own the model for ${product} from training to its endpoint. It learns from 40 million events a day.

## What you’ll do

${bullets(DUTIES, 14 * scale)}

## What we’re looking for

${bullets(REQUIRED, 12 * scale)}

## Nice to have

${bullets(REQUIRED, 4 * scale)}

## Compensation

$${min},000 – $${min + 45},000 base, plus equity and bonus. Medical, dental and vision insurance, 401(k) match up to 4 %.

## About us

${about}
`;
}

/** Writes `count` postings into `folder`. */
export function writePostings(folder: string, count: number, scale = 1): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    writeFileSync(join(folder, `${String(i).padStart(5, '0')}.md`), makePosting(i, scale));
  }
}
