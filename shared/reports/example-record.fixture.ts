import type { RunRecord } from '../contract/models/run.ts';
import { defaultLimits } from '../contract/models/run.ts';
import type { Trade } from '../engine/result.ts';
import { defaultSettings } from '../engine/settings.ts';
import { buyAndHold, drawdownOf, sampleCurve } from '../metrics/curve.ts';
import { computeMetrics } from '../metrics/index.ts';
import type { ReportInput } from './report.ts';

const day = 86_400_000;
const firstDay = Date.UTC(2000, 0, 3);
const initialCash = 100_000;
const hash = (digit: string) => digit.repeat(64);
const passed = (detail: string) => ({ state: 'passed', detail }) as const;

/** `count` trades in turn long and short, the last one open. */
export function exampleTrades(count: number): Trade[] {
  return Array.from({ length: count }, (_, index) => {
    const entryBar = index * 12;
    const open = index === count - 1;
    const entryPrice = 1000 + (index % 97) * 13.37;
    const gain = Math.sin(index * 1.7) * 0.06 + 0.01;
    const direction = index % 3 === 2 ? 'short' : 'long';
    return {
      direction,
      quantity: 40 + (index % 60),
      entryBar,
      entryTime: firstDay + entryBar * day,
      entryPrice,
      exitBar: open ? null : entryBar + 9,
      exitTime: open ? null : firstDay + (entryBar + 9) * day,
      exitPrice: entryPrice * (1 + (direction === 'long' ? gain : -gain)),
      commission: entryPrice * 0.04,
      profit: entryPrice * gain * (40 + (index % 60)),
      return: gain,
      barsHeld: 9,
      ...(index % 4 === 0 ? { tag: 'breakout' } : {}),
    };
  });
}

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
  const trades = changes.trades ?? exampleTrades(40);
  const metrics = computeMetrics({
    time,
    equity,
    exposure: steps.map((step) => (step % 3 === 0 ? 0 : 0.9)),
    benchmark,
    trades,
    fills: trades.map(({ entryBar, quantity, entryPrice, commission }) => ({
      bar: entryBar,
      decisionBar: entryBar - 1,
      quantity,
      price: entryPrice,
      commission,
      slippage: commission / 2,
    })),
    initialCash,
    periodsPerYear: { periods: 365, explanation: 'daily bars, open seven days a week' },
    riskFreeRate: 0,
  });
  const record: RunRecord = {
    summary: {
      runId: '11111111-1111-4111-8111-111111111111',
      name: 'SMA crossover',
      language: 'javascript',
      datasetName: 'S&P 500',
      startedAt: Date.UTC(2026, 4, 1, 12),
      status: 'done',
      sandboxKind: 'docker',
      verified: true,
      riskScore: 0,
      totalReturn: null,
      sharpeRatio: null,
      maxDrawdown: null,
      tradeCount: null,
    },
    source: exampleSource,
    status: 'done',
    assessment: {
      language: 'javascript',
      sourceHash: hash('a'),
      riskScore: 0,
      riskLevel: 'LOW',
      decision: 'allow',
      findings: [],
    },
    sandbox: { kind: 'docker', reason: 'Docker answers and the image is ready.', engine: '20.10' },
    badges: {
      validated: passed('No finding; the policy allows the run.'),
      isolated: passed('The settings of the container were read back and are as ordered.'),
      verified: passed('The host replayed 80 decisions on its own data and computed every figure.'),
      noLookAhead: { state: 'unknown', detail: 'Not tested in this run.' },
      reproducible: passed('An earlier run of the same source gave the same decisions.'),
    },
    error: null,
    metrics,
    curve: sampleCurve({ time, equity, benchmark }),
    trades,
    rejections: [],
    log: [{ level: 'log', text: 'crossed above', bar: 57 }],
    logTruncated: false,
    manifest: {
      stratbox: '0.1.0',
      sourceHash: hash('a'),
      datasetId: 'sp500',
      datasetName: 'S&P 500',
      dataHash: hash('b'),
      from: '2000-01-03',
      to: '2013-09-10',
      barCount,
      parameters: { fast: 10, slow: 30 },
      settings: defaultSettings,
      limits: defaultLimits,
      sandbox: 'docker',
      imageId: `sha256:${hash('c')}`,
      decisionCount: 80,
      decisionsHash: hash('d'),
      equityHash: hash('e'),
    },
    timings: { total: 812, validate: 12, prepare: 240, execute: 310, replay: 60 },
    ...changes,
  };
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
