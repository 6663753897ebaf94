/** One for each slot of a chart. */
const colours = [
  'var(--chart-equity)',
  'var(--chart-plot-1)',
  'var(--chart-plot-2)',
  'var(--chart-plot-3)',
  'var(--chart-plot-4)',
  'var(--chart-benchmark)',
];

export function colourOf(slot: number): string {
  return colours[slot] ?? 'currentColor';
}
