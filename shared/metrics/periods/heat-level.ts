import type { YearReturns } from './period-table.ts';

export const heatLevels = 4;

/** The size from which a month has the full colour: most months stay well below a table's one worst. */
export function fullHeat(table: readonly Pick<YearReturns, 'months'>[]): number {
  const sizes = table.flatMap(({ months }) => months.map((value) => Math.abs(value ?? 0)));
  const sorted = sizes.filter((size) => size > 0).sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * 0.9)] ?? 0;
}

/** How strongly a return is coloured: 0 for none, up to `heatLevels`, below 0 for a loss. */
export function heatLevel(value: number | null, full: number): number {
  if (value === null || value === 0 || !(full > 0)) return 0;
  const level = Math.ceil(Math.min(1, Math.abs(value) / full) * heatLevels);
  return value > 0 ? level : -level;
}
