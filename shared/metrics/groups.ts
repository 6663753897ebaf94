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

/** Figures by their heading, in the headings' order and each in its own; without empty headings. */
export function byGroup<Item extends { readonly group: MetricGroup }>(
  items: readonly Item[],
): { readonly group: MetricGroup; readonly items: readonly Item[] }[] {
  return metricGroups
    .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
    .filter(({ items: found }) => found.length > 0);
}
