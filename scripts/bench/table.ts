/** One line of a Markdown table. */
export const row = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`);

/** Two decimals below ten, one above. */
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** The value that this share of `values` lies at or below. */
export function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}
