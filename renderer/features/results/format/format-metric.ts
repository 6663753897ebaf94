import type { Metric } from '../../../../shared/contract/models/run.ts';
import { formatBarTime } from './format-date.ts';
import { formatCount, formatMoney, formatNumber, formatPercent } from './format-number.ts';
import { notAvailable } from './format-number.ts';

export interface PrintedMetric {
  readonly text: string;
  /** Why there is no figure; empty when there is one. */
  readonly reason: string;
  readonly tone: 'positive' | 'negative' | 'neutral';
}

/** The figures an analyst looks for first, in this order; all others follow in the small table. */
export const primaryMetricIds = [
  'total_return',
  'annual_return',
  'sharpe_ratio',
  'max_drawdown',
  'win_rate',
  'trade_count',
] as const;

/** Only gains and losses are good or bad by their sign; a drawdown of −20% needs no alarm of its own. */
const tonedMetricIds = new Set([
  'total_return',
  'annual_return',
  'cagr',
  'excess_return',
  'return_at_twice_costs',
]);

const printers: Record<Metric['unit'], (value: number) => string> = {
  percent: (value) => formatPercent(value),
  ratio: (value) => formatNumber(value, { minimumDigits: 2 }),
  money: (value) => formatMoney(value),
  count: (value) => formatNumber(value),
  days: (value) => formatDays(value),
  date: (value) => formatBarTime(value),
};

/** A metric as text in its own unit, or "n/a" with the reason. */
export function formatMetric(metric: Metric): PrintedMetric {
  const { value, unit, id, note } = metric;
  if (value === null || !Number.isFinite(value)) {
    return { text: notAvailable, reason: note || 'not defined for this run', tone: 'neutral' };
  }
  const toned = tonedMetricIds.has(id);
  const text =
    toned && unit === 'percent' ? formatPercent(value, { signed: true }) : printers[unit](value);
  return { text, reason: '', tone: toned ? toneOf(value) : 'neutral' };
}

export function toneOf(value: number): PrintedMetric['tone'] {
  if (value > 0) return 'positive';
  return value < 0 ? 'negative' : 'neutral';
}

/** How a figure came about: its formula, and what was particular about it in this run. */
export function explainMetric({ formula, note, value }: Metric): string {
  return value === null || note === '' ? formula : `${formula} (${note})`;
}

/** Splits the metrics into the large cards and the small table, keeping the metrics' own order there. */
export function splitMetrics(metrics: readonly Metric[]): {
  primary: readonly Metric[];
  rest: readonly Metric[];
} {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const primary = primaryMetricIds.flatMap((id) => byId.get(id) ?? []);
  return { primary, rest: metrics.filter((metric) => !primary.includes(metric)) };
}

function formatDays(value: number): string {
  return Number.isInteger(value)
    ? formatCount(value, 'day')
    : `${formatNumber(value, { maximumDigits: 1 })} days`;
}
