import type { Fill, Trade } from '../engine/result.ts';
import type { MetricExample, MetricsInput } from './definition.ts';

const start = Date.UTC(2001, 0, 1);
const day = 86_400_000;

const trade: Trade = {
  symbol: 'TEST',
  direction: 'long',
  quantity: 1,
  entryBar: 0,
  entryTime: start,
  entryPrice: 100,
  exitBar: 1,
  exitTime: start + day,
  exitPrice: 100,
  commission: 0,
  profit: 0,
  return: 0,
  barsHeld: 1,
};
const fill: Fill = {
  bar: 0,
  decisionBar: 0,
  order: 1,
  symbol: 'TEST',
  quantity: 1,
  price: 100,
  commission: 0,
  slippage: 0,
};

/** 100, and what it comes to after each of the returns. */
function grow(returns: readonly number[]): number[] {
  const values = [100];
  for (const value of returns) values.push((values.at(-1) as number) * (1 + value));
  return values;
}

/** What an example leaves open: daily bars, no trades, and a benchmark that does not move. */
export function inputOf(given: MetricExample['given']): MetricsInput {
  const benchmark = given.benchmark ?? (given.benchmarkReturns && grow(given.benchmarkReturns));
  const grown = given.returns && grow(given.returns);
  const equity = given.equity ?? grown ?? benchmark ?? [100, 100];
  const days = given.days ?? equity.map((_, index) => index * (given.daysApart ?? 1));
  const trades = Array.from({ length: given.tradesTimes ?? 1 }, () => given.trades ?? []).flat();
  const initialCash = given.initialCash ?? equity[0] ?? 100;
  return {
    time: Float64Array.from(days, (at) => start + at * day),
    equity: Float64Array.from(equity),
    exposure: Float64Array.from(given.exposure ?? equity.map(() => 0)),
    benchmark: Float64Array.from(benchmark ?? equity.map(() => initialCash)),
    trades: trades.map((changes) => ({ ...trade, ...changes })),
    fills: (given.fills ?? []).map((changes) => ({ ...fill, ...changes })),
    initialCash,
    periodsPerYear: { periods: given.periods ?? 252, explanation: 'as the example says' },
    riskFreeRate: given.riskFreeRate ?? 0,
    equityAtTwiceCosts: given.equityAtTwiceCosts ?? null,
    trials: given.trials ?? 1,
    instruments: [
      {
        symbol: 'TEST',
        time: Float64Array.from(days, (at) => start + at * day),
        high: Float64Array.from(given.highs ?? equity),
        low: Float64Array.from(given.lows ?? equity),
      },
    ],
  };
}
