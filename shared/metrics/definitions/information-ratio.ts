import type { MetricDefinition } from '../definition.ts';
import { noYearlyComparison } from '../compared.ts';
import { annualisedNote, figure, notAvailable } from '../figure.ts';
import { fewestForSpread } from '../samples.ts';

export const informationRatio: MetricDefinition = {
  id: 'information_ratio',
  label: 'Information ratio',
  group: 'Benchmark',
  unit: 'ratio',
  formula:
    'mean of the differences between the returns from bar to bar and the benchmark’s / their standard deviation (n − 1) × √(periods a year)',
  source: 'T. Goodwin, The Information Ratio, Financial Analysts Journal 54 (1998)',
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
      arithmetic: '0.002 × 4 / the tracking error √(0.0008 × 32 / 31)',
      value: 0.008 / Math.sqrt((0.0008 * 32) / 31),
    },
    {
      given: {
        benchmarkReturns: Array.from({ length: 32 }, (_, index) => (index % 4 < 2 ? 0.02 : -0.02)),
        daysApart: 30,
      },
      arithmetic: 'buy and hold does not differ from itself',
      value: null,
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
    const { activeMean, activeDeviation } = context.comparison;
    if (activeDeviation < 1e-15)
      return notAvailable('the returns do not differ from the benchmark’s');
    const yearly = Math.sqrt(context.periodsPerYear.periods);
    return figure((activeMean / activeDeviation) * yearly, annualisedNote(context));
  },
};
