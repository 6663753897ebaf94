import type { MetricDefinition } from '../definition.ts';
import { noYearlyComparison } from '../compared.ts';
import { annualisedNote, figure } from '../figure.ts';
import { fewestForSpread } from '../samples.ts';

export const trackingError: MetricDefinition = {
  id: 'tracking_error',
  label: 'Tracking error',
  group: 'Benchmark',
  unit: 'percent',
  formula:
    'standard deviation (n − 1) of the differences between the returns from bar to bar and the benchmark’s × √(periods a year)',
  source: 'R. Grinold and R. Kahn, Active Portfolio Management (2000)',
  examples: [
    {
      given: {
        returns: Array.from(
          { length: 32 },
          (_, index) => 0.002 + (index % 4 < 2 ? 0.01 : -0.01) + (index % 2 === 0 ? 0.01 : -0.01),
        ),
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
        periods: 4,
        daysApart: 30,
      },
      arithmetic: 'differences ±1% ± 1% around 0.2%: variance 0.0002 × 32 / 31; × 4',
      value: Math.sqrt((0.0008 * 32) / 31),
    },
    {
      given: {
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
        daysApart: 30,
      },
      arithmetic: 'no difference',
      value: 0,
    },
    {
      given: { returns: [0.1, -0.1, 0.1], benchmarkReturns: [0.1, 0, 0.1], daysApart: 30 },
      arithmetic: 'three returns',
      value: null,
    },
  ],
  compute(context) {
    const problem = noYearlyComparison(context, fewestForSpread);
    if (problem) return problem;
    const { comparison, periodsPerYear } = context;
    return figure(
      comparison.activeDeviation * Math.sqrt(periodsPerYear.periods),
      annualisedNote(context),
    );
  },
};
