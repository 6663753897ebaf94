import * as indicators from './index.ts';
import type { Indicator } from './indicator.ts';

type Maker = (...values: unknown[]) => Indicator;

/** Each indicator's maker by its name, called with whatever a strategy may give it. */
export const makers = new Map(
  Object.entries(indicators as unknown as Record<string, Maker>).filter(
    ([name]) => name !== 'crossesAbove' && name !== 'crossesBelow',
  ),
);

/** The indicator with its defaults, and 5 for each argument that has none. */
export function makeDefault(name: string): Indicator {
  const make = makers.get(name) as Maker;
  return make(...Array.from({ length: make.length }, () => 5));
}

/** The names of the arguments as the function's own text has them. */
export const argumentsOf = (make: (...values: never[]) => unknown): string[] =>
  [...(/\(([^)]*)\)/.exec(make.toString())?.[1] ?? '').matchAll(/(?:^|,)\s*(\w+)/g)].map(
    ([, name]) => name as string,
  );
