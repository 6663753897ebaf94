/** Under which heading a figure stands, in the order of the headings. `Other`: of an older record. */
export const metricGroups = [
  'Return',
  'Risk',
  'Drawdown',
  'Trades',
  'Benchmark',
  'Costs',
  'Other',
] as const;
export type MetricGroup = (typeof metricGroups)[number];
