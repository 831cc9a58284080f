import { describe, expect, test } from 'vitest';
import { judge, posting } from './judge.ts';

const slots = {
  kind: 'count',
  what: 'slots',
  any: ['{tool}'],
  'at-least': 1,
  kinds: ['{tool-kind}'],
  together: ['{cloud}'],
  ignore: ['apache', 'amazon'],
  same: { k8s: 'kubernetes' },
  message: '{count}',
};

const count = (...required: string[]): number => Number(judge(slots, posting({ required }))[0]?.split(' ')[1] ?? 0);

describe('slots of a demand', () => {
  test.each([
    ['Spark', 1],
    ['Spark and Kafka', 2],
    ['Spark, Kafka, Airflow', 3],
    ['Airflow or Dagster', 1],
    ['Airflow, Dagster or Prefect', 1],
    ['Airflow, Dagster, or Prefect', 1],
    ['Airflow/Dagster', 1],
    ['Spark, Airflow or Dagster, and Snowflake', 3],
    ['Spark and/or Flink', 1],
    ['an orchestrator (Airflow, Dagster, Prefect)', 1],
    ['orchestrators such as Airflow, Dagster and Prefect', 1],
    ['tools like Docker, Kubernetes and Terraform', 1],
    ['tracking, e.g. MLflow, Comet ML', 1],
    ['MLOps platform: MLflow, Kubeflow, ClearML', 1],
    ['at least one of Triton, KServe, TorchServe', 1],
    ['either Snowflake, BigQuery, Redshift', 1],
    ['MLflow, Kubeflow, or similar', 1],
    ['MLflow, Kubeflow, etc.', 1],
    ['MLflow, Kubeflow…', 1],
    ['PyTorch or TensorFlow, and MLflow or similar', 2],
    ['AWS, GCP and Azure', 1],
    ['AWS (S3, Lambda)', 1],
    ['Kafka and Apache Kafka', 1],
    ['Kubernetes and k8s', 1],
    ['Python, SQL and Go', 0],
    ['pandas, numpy', 0],
    ['no Spark, Kafka or Airflow', 0],
    ['orchestrators such as Airflow, Dagster; Spark; Kafka', 3],
    ['orchestrators such as; Airflow, Dagster', 1],
    ['at work: Spark, Kafka', 2],
    ['work (Spark, Kafka)', 2],
    ['a warehouse (Snowflake, BigQuery) and an orchestrator (Airflow, Dagster)', 2],
  ])('“%s” has %i', (text, expected) => {
    expect(count(`You know ${text}`)).toBe(expected);
  });

  test('a tool of an earlier bullet opens no slot again', () => {
    expect(count('PyTorch', 'PyTorch on Kubernetes', 'Kubernetes or Nomad')).toBe(2);
  });

  test('one sentence of many is an error, though the posting asks for few', () => {
    const check = { ...slots, 'at-least': 5, 'in-sentence': 3 };
    const found = (...required: string[]) => judge(check, posting({ required }));
    expect(found('Spark, Kafka, Airflow')).toEqual(['error 3']);
    expect(found('Spark, Kafka', 'Airflow')).toEqual([]);
    expect(found('Spark, Kafka, Spark')).toEqual([]);
  });

  test('brackets that never close and endless lists neither crash nor hang', () => {
    expect(count(`${'framework (Spark such as '.repeat(5000)}`)).toBe(1);
    expect(count(`${'Spark or Kafka, '.repeat(5000)}`)).toBeGreaterThan(0);
  });
});
