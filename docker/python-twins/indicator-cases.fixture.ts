import fc from 'fast-check';
import {
  argumentsOf,
  makeDefault,
  makers,
} from '../../shared/indicators/every-indicator.fixture.ts';
import type { Bar } from '../../shared/indicators/indicator.ts';
import { lineNames, lines } from '../../shared/indicators/lines.fixture.ts';
import {
  changesOf,
  hardSeries,
  sp500,
  type Stretch,
} from '../../shared/indicators/test-series.fixture.ts';

/** An indicator with arguments, over a series. */
export interface IndicatorCase {
  readonly name: string;
  readonly values: readonly (number | string)[];
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const length = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(1, 2, 3, 5, 8, 14, 21, 34) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 2.5, 100_001, 'week') },
);
const share = fc.constantFrom(0.02, 0.2, 0.7, 1, 2.5, 0, -3);
const field = fc.constantFrom('open', 'high', 'low', 'close', 'volume', 'price');
const calendar = fc.constantFrom('day', 'week', 'month', 'year');

function valueOf(indicator: string, argument: string): fc.Arbitrary<number | string> {
  if (argument === 'source') return field;
  if (['factor', 'step', 'maximum'].includes(argument)) return share;
  if (indicator === 'vwap' || indicator === 'pivots') return calendar;
  return indicator === 'correlation' && argument !== 'period' ? field : length;
}

/** Each indicator with arguments of every kind, few of them wrong; lengths in rising order. */
export const everyIndicator: fc.Arbitrary<IndicatorCase[]> = fc.tuple(
  ...[...makers].map(([name, make]) => {
    const given = fc.tuple(...argumentsOf(make).map((argument) => valueOf(name, argument)));
    return given.map((values) => ({ name, values: name === 'coppock' ? values : rising(values) }));
  }),
);

/** Fast before slow, short before long: most indicators of several lengths demand it. */
function rising(values: readonly (number | string)[]): (number | string)[] {
  const isLength = (value: number | string) => typeof value === 'number' && value >= 1;
  const sorted = values.filter(isLength).sort((one, other) => Number(one) - Number(other));
  return values.map((value) => (isLength(value) ? (sorted.shift() as number) : value));
}

const stretch: fc.Arbitrary<Stretch> = fc.oneof(
  fc.record({
    kind: fc.constant('walk' as const),
    moves: fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 60, size: 'max' }),
  }),
  fc.record({ kind: fc.constant('gap' as const), by: fc.integer({ min: -3000, max: 3000 }) }),
  fc.record({ kind: fc.constant('flat' as const), bars: fc.integer({ min: 1, max: 50 }) }),
);
const series = fc.array(stretch, { minLength: 1, maxLength: 12, size: 'max' }).map(hardSeries);

/** The S&P 500, its changes around zero, and series of walks, gaps and flats. */
export function everySeries(seed: number): Bar[][] {
  const market = sp500();
  return [market, changesOf(market).slice(0, 800), ...fc.sample(series, { seed, numRuns: 8 })];
}

export function seriesLine(bars: readonly Bar[]): string {
  const columns = (['time', 'open', 'high', 'low', 'close', 'volume'] as const).map((name) =>
    bars.map((bar) => bar[name]),
  );
  return JSON.stringify({ series: columns });
}

/** What is asked of Python: the same indicator in snake_case. */
export function caseLine({ name, values }: IndicatorCase): string {
  return JSON.stringify({
    name: snakeCase(name),
    arguments: values,
    lines: linesOf({ name, values }).map(snakeCase),
  });
}

function linesOf({ name, values }: IndicatorCase): string[] {
  try {
    return lineNames(make({ name, values }));
  } catch {
    // Refused: it has no lines, and Python must refuse it too.
    return [];
  }
}

const make = ({ name, values }: IndicatorCase) => {
  const maker = makers.get(name);
  if (maker === undefined) throw new Error(`There is no ${name}`);
  return maker(...values);
};

export type Answer = { readonly values: string[] } | { readonly refused: string };

/** The same answer as indicators_driver.py gives, by the TypeScript indicator. */
export function answerOf(asked: IndicatorCase, bars: readonly Bar[]): Answer {
  let indicator;
  try {
    indicator = make(asked);
  } catch (error) {
    return { refused: (error as Error).message };
  }
  return {
    values: lines(indicator, lineNames(indicator), bars).map(exact),
  };
}

/** Which argument was refused; what was given reads differently in the two languages. */
export const refusal = (message: string): string =>
  snakeCase(message.slice(0, message.indexOf(' must be ')));

/** Every indicator in snake_case with its arguments and its further lines. */
export function everyDescription(): Record<string, { arguments: string[]; lines: string[] }> {
  return Object.fromEntries(
    [...makers].map(([name, maker]) => {
      const further = lineNames(makeDefault(name)).slice(1);
      const described = {
        arguments: argumentsOf(maker).map(snakeCase),
        lines: further.map(snakeCase).sort(),
      };
      return [snakeCase(name), described];
    }),
  );
}

/** Each indicator with its defaults, and 5 for each argument that has none. */
export const everyDefault: readonly IndicatorCase[] = [...makers].map(([name, maker]) => ({
  name,
  values: Array.from({ length: maker.length }, () => 5),
}));

/** The bits of a column, 16 hex digits a number; every NaN is the same one. */
function exact(values: readonly number[]): string {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, row) => bytes.writeDoubleBE(Number.isNaN(value) ? NaN : value, 8 * row));
  return bytes.toString('hex');
}
