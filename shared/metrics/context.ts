import { calendarDays } from './calendar.ts';
import { drawdownOf } from './curve.ts';
import type { MetricsInput } from './definition.ts';
import type { Trade } from '../engine/result.ts';
import { findDrawdowns, type Drawdowns } from './drawdowns.ts';
import { returnsOf, type Returns } from './returns.ts';
import { meanOf, sampleDeviation } from './statistics.ts';

/** What several metrics need, computed once a run. */
export interface MetricsContext extends MetricsInput {
  readonly returns: Returns;
  /** Per period; NaN when `returns.problem` is not empty. */
  readonly meanReturn: number;
  /** Sample standard deviation per period. 0 when returns differ by rounding only. */
  readonly deviation: number;
  readonly riskFreePerPeriod: number;
  readonly drawdowns: Drawdowns;
  readonly closedTrades: readonly Trade[];
  /** Calendar days from the first to the last bar. */
  readonly days: number;
}

/** An equity near 1 has a last bit of 2.2e-16: returns spread less than this do not differ. */
const roundingNoise = 1e-15;

/** Prepares a run for its metrics: one walk over the bars for each column here. */
export function prepareContext(input: MetricsInput): MetricsContext {
  const { time, equity, periodsPerYear, riskFreeRate } = input;
  const returns = returnsOf(equity);
  const meanReturn = meanOf(returns.values);
  const deviation = sampleDeviation(returns.values, meanReturn);
  return {
    ...input,
    returns,
    meanReturn,
    deviation: deviation < roundingNoise ? 0 : deviation,
    riskFreePerPeriod: (1 + riskFreeRate) ** (1 / periodsPerYear.periods) - 1,
    drawdowns: findDrawdowns(drawdownOf(equity), time),
    closedTrades: input.trades.filter(({ exitBar }) => exitBar !== null),
    days: calendarDays(time),
  };
}
