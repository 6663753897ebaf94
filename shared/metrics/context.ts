import { detectInterval } from '../bars/detect-interval.ts';
import type { Trade } from '../engine/result.ts';
import { compareWithBenchmark, type BenchmarkComparison } from './benchmark.ts';
import {
  calendarDays,
  calendarReturns,
  type CalendarReturns,
  type CalendarUnit,
} from './calendar.ts';
import { drawdownOf } from './curve.ts';
import type { MetricsInput } from './definition.ts';
import { findDrawdowns, type Drawdowns } from './drawdowns.ts';
import { excursionsOf, type Excursions } from './excursions.ts';
import { shapeOf, type Shape } from './moments.ts';
import { returnsOf, type Returns } from './returns.ts';
import { meanOf, sampleDeviation } from './statistics.ts';
import { tailsOf, type Tails } from './tails.ts';
import { outcomesOf, type TradeOutcomes } from './trade-outcomes.ts';

/** What several metrics need, computed once a run. */
export interface MetricsContext extends MetricsInput {
  readonly returns: Returns;
  readonly tails: Tails;
  /** Per period; NaN when `returns.problem` is not empty. */
  readonly meanReturn: number;
  /** Sample standard deviation per period. 0 when returns differ by rounding only. */
  readonly deviation: number;
  readonly shape: Shape;
  readonly riskFreePerPeriod: number;
  /** Equity below its running peak, as a share. */
  readonly drawdown: Float64Array;
  readonly drawdowns: Drawdowns;
  readonly closedTrades: readonly Trade[];
  readonly outcomes: TradeOutcomes;
  readonly excursions: Excursions;
  readonly comparison: BenchmarkComparison;
  readonly calendar: Readonly<Record<CalendarUnit, CalendarReturns>>;
  /** Calendar days from the first to the last bar. */
  readonly days: number;
}

/** An equity near 1 has a last bit of 2.2e-16: returns spread less than this do not differ. */
const roundingNoise = 1e-15;

/** Prepares a run for its metrics: one walk over the bars for each column here. */
export function prepareContext(input: MetricsInput): MetricsContext {
  const { time, equity, initialCash, periodsPerYear, riskFreeRate } = input;
  const returns = returnsOf(equity);
  const meanReturn = meanOf(returns.values);
  const deviation = sampleDeviation(returns.values, meanReturn);
  const drawdown = drawdownOf(equity);
  const closedTrades = input.trades.filter(({ exitBar }) => exitBar !== null);
  const interval = detectInterval(time);
  const by = (unit: CalendarUnit) => calendarReturns(time, equity, initialCash, unit, interval);
  return {
    ...input,
    returns,
    tails: tailsOf(returns.values),
    meanReturn,
    deviation: deviation < roundingNoise ? 0 : deviation,
    shape: shapeOf(returns.values, meanReturn),
    riskFreePerPeriod: (1 + riskFreeRate) ** (1 / periodsPerYear.periods) - 1,
    drawdown,
    drawdowns: findDrawdowns(drawdown, time),
    closedTrades,
    outcomes: outcomesOf(closedTrades),
    excursions: excursionsOf(closedTrades, input.instruments),
    comparison: compareWithBenchmark(returns, input.benchmark),
    calendar: { day: by('day'), month: by('month'), year: by('year') },
    days: calendarDays(time),
  };
}
