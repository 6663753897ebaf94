import type { MetricDefinition } from '../definition.ts';
import { figure, noBars } from '../figure.ts';

export const benchmarkReturn: MetricDefinition = {
  id: 'benchmark_return',
  label: 'Buy and hold',
  group: 'Benchmark',
  unit: 'percent',
  formula:
    'last / first close − 1: the same cash, invested at the first close and held, without costs',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 3',
  examples: [
    { given: { benchmark: [100, 80, 150] }, arithmetic: '150 / 100 − 1', value: 0.5 },
    { given: { benchmark: [] }, arithmetic: 'there is no bar', value: null },
  ],
  compute({ benchmark, initialCash }) {
    const last = benchmark.at(-1);
    return last === undefined ? noBars : figure(last / initialCash - 1);
  },
};
