import { OutputLine, type Bar, type Indicator, type Line } from './indicator.ts';

/** The named lines' values at every bar; `value` is the indicator's own. */
export function lines(
  indicator: Indicator,
  names: readonly string[],
  bars: readonly Bar[],
): number[][] {
  const read = names.map((name) =>
    name === 'value' ? indicator : (indicator as unknown as Record<string, Line>)[name],
  );
  const seen: number[][] = names.map(() => []);
  for (const bar of bars) {
    const before = read.map((line) => line?.value);
    indicator.update(bar);
    read.forEach((line, index) => {
      if (!Object.is(line?.previous, before[index])) throw new Error(`previous of ${names[index]}`);
      seen[index]?.push(line?.value ?? Number.NaN);
    });
  }
  return seen;
}

/** The names of the lines an indicator has, its own `value` first. */
export const lineNames = (indicator: Indicator): string[] => [
  'value',
  ...Object.entries(indicator)
    .filter(([, line]) => line instanceof OutputLine)
    .map(([name]) => name),
];
