import type { MetricDefinition } from '../definition.ts';
import { captureOf } from '../capture.ts';
import { noComparison } from '../compared.ts';
import { fewestForShape } from '../samples.ts';

export const downCapture: MetricDefinition = {
  id: 'down_capture',
  label: 'Down capture',
  group: 'Benchmark',
  unit: 'percent',
  formula:
    'compound return a bar over the bars on which the benchmark fell / the benchmark’s own over the same bars',
  source:
    'UpDownRatios of the R package PerformanceAnalytics (2024) after C. Bacon (2004); here the compound return a bar, so that it does not grow with the number of bars',
  examples: [
    {
      given: {
        returns: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? 0.1 : -0.05)),
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? 0.2 : -0.1)),
      },
      arithmetic: '−5% while the benchmark fell by 10%',
      value: 0.5,
    },
    {
      given: {
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
      },
      arithmetic: 'buy and hold captures itself',
      value: 1,
    },
    {
      given: { returns: [0.1, -0.1, 0.1], benchmarkReturns: [0.1, 0, 0.1], daysApart: 30 },
      arithmetic: 'three returns',
      value: null,
    },
  ],
  compute(context) {
    return noComparison(context, fewestForShape) ?? captureOf(context, 'down');
  },
};
