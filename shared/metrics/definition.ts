import type { Bars } from '../bars/bars.ts';
import type { PeriodsPerYear } from '../bars/periods-per-year.ts';
import type { Fill, Trade } from '../engine/result.ts';
import type { MetricsContext } from './context.ts';
import type { MetricGroup } from './groups.ts';

/** What figures are computed from: columns with one value a bar (time in milliseconds), and lists. */
export interface MetricsInput {
  readonly time: Float64Array;
  /** Account value at each close. */
  readonly equity: Float64Array;
  /** Signed position value over equity at each close. */
  readonly exposure: Float64Array;
  /** Buy and hold of the same data from the same cash. */
  readonly benchmark: Float64Array;
  readonly trades: readonly Trade[];
  readonly fills: readonly Fill[];
  readonly initialCash: number;
  readonly periodsPerYear: PeriodsPerYear;
  /** A year's return of what is without risk, as a share: 0.02 is 2%. */
  readonly riskFreeRate: number;
  /** Final equity of the same decisions at twice the costs; null where it was not computed. */
  readonly equityAtTwiceCosts: number | null;
  /** How many variants of the strategy were tried, this one included. */
  readonly trials: number;
  /** The instruments' bars, each in its own rows. */
  readonly instruments: readonly Pick<Bars, 'symbol' | 'time' | 'high' | 'low'>[];
}

/**
 * A share, a plain ratio, the instrument's currency, a number of things, calendar days, or a moment in
 * milliseconds.
 */
export type MetricUnit = 'percent' | 'ratio' | 'money' | 'count' | 'days' | 'date';

/** `value` null means "n/a", and `note` then says why. */
export interface Figure {
  readonly value: number | null;
  readonly note: string;
}

export interface Metric extends Figure {
  readonly id: string;
  readonly label: string;
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  readonly formula: string;
}

/**
 * A worked example, computed by hand: what is given (days count from 2001-01-01, one bar a day
 * unless said otherwise), the arithmetic in words, and the value it must come to.
 */
export interface MetricExample {
  readonly given: {
    readonly equity?: readonly number[];
    /** Instead of equity: its returns, from 100 on. */
    readonly returns?: readonly number[];
    readonly days?: readonly number[];
    /** Instead of days: from bar to bar. */
    readonly daysApart?: number;
    readonly exposure?: readonly number[];
    readonly benchmark?: readonly number[];
    readonly benchmarkReturns?: readonly number[];
    /** Of the list of trades, one after the other. */
    readonly tradesTimes?: number;
    readonly trades?: readonly Partial<Trade>[];
    readonly fills?: readonly Partial<Fill>[];
    readonly initialCash?: number;
    readonly periods?: number;
    readonly riskFreeRate?: number;
    readonly equityAtTwiceCosts?: number;
    readonly trials?: number;
    /** Of the one instrument, a bar a day. */
    readonly highs?: readonly number[];
    readonly lows?: readonly number[];
  };
  readonly arithmetic: string;
  readonly value: number | null;
}

/** One metric, whole: adding one is a file that exports this and a line in `definitions/index.ts`. */
export interface MetricDefinition {
  readonly id: string;
  readonly label: string;
  readonly group: MetricGroup;
  readonly unit: MetricUnit;
  /** The formula as text for the reader of a result, its conventions included. */
  readonly formula: string;
  /** Where the definition comes from. */
  readonly source: string;
  readonly examples: readonly MetricExample[];
  readonly compute: (context: MetricsContext) => Figure;
}
