import type { MetricDefinition } from '../definition.ts';
import { figure } from '../figure.ts';
import { benchmarkReturn } from './benchmark-return.ts';
import { totalReturn } from './total-return.ts';

export const excessReturn: MetricDefinition = {
  id: 'excess_return',
  label: 'Excess over buy and hold',
  group: 'Benchmark',
  unit: 'percent',
  formula: 'total return − return of buy and hold, in percentage points',
  source: 'C. Bacon, Practical Portfolio Performance Measurement and Attribution (2008), ch. 3',
  examples: [
    {
      given: { equity: [100, 125], benchmark: [100, 150] },
      arithmetic: '0.25 − 0.5',
      value: -0.25,
    },
    { given: { equity: [] }, arithmetic: 'there is no bar', value: null },
  ],
  compute(context) {
    const own = totalReturn.compute(context);
    const benchmark = benchmarkReturn.compute(context);
    if (own.value === null || benchmark.value === null) return own.value === null ? own : benchmark;
    return figure(own.value - benchmark.value);
  },
};
