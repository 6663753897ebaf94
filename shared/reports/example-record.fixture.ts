import type { RunRecord } from '../contract/models/run.ts';
import { day, firstDay, testRecord, testTrades } from '../contract/testing/test-record.ts';
import type { Trade } from '../engine/result.ts';
import { buyAndHold, drawdownOf, sampleCurve } from '../metrics/curve.ts';
import { computeMetrics, type MetricsInput } from '../metrics/index.ts';
import { computePeriods } from '../metrics/periods/index.ts';
import type { ReportInput } from './report.ts';

const initialCash = 100_000;

type Changes = Partial<Omit<RunRecord, 'trades'>> & { readonly trades?: Trade[] };

/** A whole, verified run over `barCount` days whose figures and curve belong together. */
export function exampleRun(changes: Changes = {}, barCount = 5000): ReportInput {
  const steps = Float64Array.from({ length: barCount }, (_, index) => index);
  const time = steps.map((step) => firstDay + step * day);
  const equity = steps.map(
    (step) =>
      initialCash * Math.exp(step * 4e-4 + Math.sin(step / 90) / 9 - Math.sin(step / 7) / 60),
  );
  const benchmark = buyAndHold(
    steps.map((step) => 1400 * Math.exp(step * 2e-4 + Math.sin(step / 200) / 4)),
    initialCash,
  );
  const trades = changes.trades ?? testTrades(40);
  const input: MetricsInput = {
    time,
    equity,
    exposure: steps.map((step) => (step % 3 === 0 ? 0 : 0.9)),
    benchmark,
    trades,
    fills: trades.map(({ entryBar, quantity, entryPrice, commission }) => ({
      bar: entryBar,
      decisionBar: entryBar - 1,
      order: 1,
      symbol: 'SPX',
      quantity,
      price: entryPrice,
      commission,
      slippage: commission / 2,
    })),
    initialCash,
    periodsPerYear: { periods: 365, explanation: 'daily bars, open seven days a week' },
    riskFreeRate: 0,
    equityAtTwiceCosts: 90_000,
    trials: 1,
    instruments: [{ symbol: 'SPX', time, high: equity, low: equity }],
  };
  const record = testRecord({
    source: exampleSource,
    metrics: computeMetrics(input),
    periods: computePeriods(input),
    curve: sampleCurve({ time, equity, benchmark }),
    trades,
    log: [{ level: 'log', text: 'crossed above', bar: 57 }],
    ...changes,
  });
  return { record, full: { time, equity, drawdown: drawdownOf(equity), benchmark } };
}

const exampleSource = `import { Strategy, sma, crossesAbove, crossesBelow } from 'stratbox';

export default class SmaCross extends Strategy {
  initialize() {
    this.fast = this.indicator(sma(this.parameters.fast));
    this.slow = this.indicator(sma(this.parameters.slow));
  }
  onBar() {
    if (crossesAbove(this.fast, this.slow)) this.orderTargetPercent(1);
    if (crossesBelow(this.fast, this.slow)) this.orderTargetPercent(0);
  }
}
`;

/** A script's result in which everything that it can name says `text`. */
export function tableSaying(text: string): NonNullable<RunRecord['scriptResult']> {
  return {
    kind: 'table',
    indexCount: 1,
    rowCount: 2,
    columnCount: 3,
    columns: [
      { name: text, kind: 'time', values: [0, day] },
      { name: text, kind: 'number', values: [1, 2] },
      { name: text, kind: 'text', values: [text, null] },
    ],
  };
}
