import type { Trade } from '../../engine/result.ts';
import { defaultSettings } from '../../engine/settings.ts';
import type { Badges, Metric, RunRecord, RunSummary } from '../models/run.ts';
import { noPeriods } from '../models/periods.ts';
import { defaultLimits } from '../models/run.ts';

export const day = 86_400_000;
export const firstDay = Date.UTC(2000, 0, 3);
const hash = (digit: string) => digit.repeat(64);

const testPolicy = { preset: 'standard', changed: false, hash: hash('f') } as const;

export const testBadges: Badges = {
  validated: { state: 'passed', detail: 'No finding; the policy allows the run.' },
  isolated: {
    state: 'passed',
    detail: 'The container’s settings were read back and are as ordered.',
  },
  verified: { state: 'passed', detail: 'Replayed on the host: 40 decisions, the same figures.' },
  noLookAhead: { state: 'passed', detail: 'Run again on data cut at 12 points; nothing changed.' },
  reproducible: { state: 'passed', detail: 'Run twice: the same decisions hash.' },
};

const metric = (id: string, label: string, unit: Metric['unit'], value: number | null): Metric => ({
  id,
  label,
  group: groupOf(id),
  unit,
  value,
  formula: `the formula of ${label.toLowerCase()}`,
  note: value === null ? 'needs at least one closed trade' : '',
});

function groupOf(id: string): Metric['group'] {
  if (id.startsWith('max_drawdown')) return 'Drawdown';
  if (/trade|win_rate|profit/.test(id)) return 'Trades';
  return /return|equity/.test(id) ? 'Return' : 'Risk';
}

const testMetrics: readonly Metric[] = [
  metric('total_return', 'Total return', 'percent', 1.2345),
  metric('annual_return', 'Annual return', 'percent', 0.0412),
  metric('annual_volatility', 'Annual volatility', 'percent', 0.113),
  metric('sharpe_ratio', 'Sharpe ratio', 'ratio', 0.431),
  metric('sortino_ratio', 'Sortino ratio', 'ratio', 0.61),
  metric('calmar_ratio', 'Calmar ratio', 'ratio', 0.21),
  metric('max_drawdown', 'Max drawdown', 'percent', -0.1987),
  metric('max_drawdown_days', 'Longest drawdown', 'days', 1376),
  metric('trade_count', 'Trades', 'count', 40),
  metric('win_rate', 'Win rate', 'percent', 0.425),
  metric('profit_factor', 'Profit factor', 'ratio', null),
  metric('final_equity', 'Final equity', 'money', 223_450.12),
];

/** Equity that wanders up by two sine waves: the same bits on every run of a test. */
function testCurve(count: number): RunRecord['curve'] {
  const steps = Array.from({ length: count }, (_, index) => index);
  const equity = steps.map(
    (step) => 100_000 * Math.exp(step * 4e-4 + Math.sin(step / 90) / 9 + Math.sin(step / 7) / 60),
  );
  let peak = 0;
  return {
    time: steps.map((step) => firstDay + Math.round((step * 7412) / count) * day),
    equity,
    drawdown: equity.map((value) => value / (peak = Math.max(peak, value)) - 1),
    benchmark: steps.map((step) => 100_000 * Math.exp(step * 2e-4 + Math.sin(step / 200) / 4)),
  };
}

/** `count` trades, long and short in turn, the last one open. */
export function testTrades(count: number): Trade[] {
  return Array.from({ length: count }, (_, index) => {
    const entryPrice = 1000 + (index % 97) * 13.37;
    const direction = index % 3 === 2 ? 'short' : 'long';
    const move = Math.sin(index * 1.7) * 0.06;
    const exitPrice = entryPrice * (1 + move);
    const gain = direction === 'long' ? move : -move;
    const open = index === count - 1;
    const entryBar = index * 12;
    return {
      symbol: 'SPX',
      direction,
      quantity: 40 + (index % 60),
      entryBar,
      entryTime: firstDay + entryBar * day,
      entryPrice,
      exitBar: open ? null : entryBar + 9,
      exitTime: open ? null : firstDay + (entryBar + 9) * day,
      exitPrice,
      commission: entryPrice * 0.04,
      profit: entryPrice * gain * (40 + (index % 60)),
      return: gain,
      barsHeld: 9,
      ...(index % 4 === 0 ? { tag: 'breakout' } : {}),
    };
  });
}

export const testSummary: RunSummary = {
  runId: '11111111-1111-4111-8111-111111111111',
  name: 'SMA crossover',
  language: 'javascript',
  datasetName: 'S&P 500',
  startedAt: Date.UTC(2026, 4, 1, 12),
  status: 'done',
  sandboxKind: 'docker',
  sandbox: { fallback: false, failure: null, start: 5, run: 40 },
  verified: true,
  riskScore: 0,
  totalReturn: 1.2345,
  sharpeRatio: 0.431,
  maxDrawdown: -0.1987,
  tradeCount: 40,
};

/** A whole, finished, verified run; tests change what they are about. */
export function testRecord(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    summary: testSummary,
    source: 'export default class SmaCross {}',
    status: 'done',
    assessment: {
      language: 'javascript',
      sourceHash: hash('a'),
      riskScore: 0,
      riskLevel: 'LOW',
      decision: 'allow',
      findings: [],
      policy: testPolicy,
    },
    sandbox: { kind: 'docker', reason: 'Docker answers and the image is ready.', engine: '20.10' },
    badges: testBadges,
    error: null,
    metrics: [...testMetrics],
    curve: testCurve(2000),
    periods: noPeriods,
    trades: testTrades(40),
    events: [],
    eventCount: 0,
    account: { finalCash: 1000, interest: 0, borrowFees: 0, staleBars: 0, positions: [] },
    plots: [],
    scriptResult: null,
    extractionError: null,
    log: [],
    logTruncated: false,
    manifest: {
      stratbox: '0.1.0',
      engine: '2',
      sourceHash: hash('a'),
      datasetId: 'sp500',
      datasetName: 'S&P 500',
      dataHash: hash('b'),
      moreDatasets: [],
      tables: [],
      benchmark: null,
      interval: 'as-loaded',
      prices: 'adjusted',
      trials: 1,
      from: '2000-01-03',
      to: '2020-04-17',
      barCount: 5104,
      parameters: { fast: 10, slow: 30 },
      settings: defaultSettings,
      limits: defaultLimits,
      sandbox: 'docker',
      imageId: `sha256:${hash('c')}`,
      decisionCount: 80,
      decisionsHash: hash('d'),
      equityHash: hash('e'),
      resultHash: '',
      policy: testPolicy,
    },
    resources: null,
    timings: { total: 812, validate: 12, prepare: 240, execute: 310, replay: 60 },
    ...changes,
  };
}
