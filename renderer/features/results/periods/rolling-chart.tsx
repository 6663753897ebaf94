import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from 'recharts';
import {
  chartMargin,
  cursorStyle,
  tickStyle,
  timeAxis,
  valueAxis,
} from '../equity-chart/chart-style.ts';
import chartStyles from '../equity-chart/performance-charts.module.css';
import type { TimeAxis } from '../equity-chart/time-ticks.ts';
import { linearTicks } from '../equity-chart/value-ticks.ts';
import { formatBarTime } from '../format/format-date.ts';
import { formatNumber, formatPercent } from '../format/format-number.ts';
import { rangeOfSeries, type RollingPoint, type RollingSeries } from './rolling-points.ts';
import styles from './rolling-charts.module.css';

export interface RollingChartProps {
  readonly series: RollingSeries;
  readonly points: readonly RollingPoint[];
  readonly width: number;
  readonly time: TimeAxis;
  readonly span: readonly [number, number];
  /** The dates stand under the last chart; above it their ticks only place the grid's lines. */
  readonly hasDates: boolean;
}

const plotHeight = 96;
const datesHeight = 22;
const hideTick = () => null;

const labels: Record<RollingSeries, string> = {
  sharpe: 'Sharpe ratio',
  volatility: 'Volatility',
  beta: 'Beta',
};
/** What the figure would be of a strategy without an edge, or one that is the benchmark. */
const references: Partial<Record<RollingSeries, number>> = { sharpe: 0, beta: 1 };

function print(series: RollingSeries, value: number | null): string {
  return series === 'volatility' ? formatPercent(value) : formatNumber(value, { minimumDigits: 2 });
}

/** One rolling figure on a numeric axis of dates. */
export function RollingChart(props: RollingChartProps) {
  const { series, points, width, time, span, hasDates } = props;
  const range = rangeOfSeries(points, series);
  if (range === null) return null;
  const axis = linearTicks(...range, 5);
  const last = points.findLast((point) => point[series] !== null)?.[series] ?? null;
  const reference = references[series];
  const datesRoom = hasDates ? datesHeight : 1;
  return (
    <figure className={chartStyles.chart} data-testid={`rolling-${series}`}>
      <figcaption className={styles.caption}>
        {labels[series]} <span>{print(series, last)}</span>
      </figcaption>
      <LineChart
        width={width}
        height={plotHeight + datesRoom}
        data={points}
        margin={chartMargin}
        aria-label={`Rolling ${labels[series]} over time`}
      >
        <CartesianGrid stroke="var(--chart-grid)" syncWithTicks />
        <XAxis
          {...timeAxis}
          domain={[...span]}
          ticks={[...time.ticks]}
          tick={hasDates ? tickStyle : hideTick}
          tickFormatter={time.label}
          height={datesRoom}
        />
        <YAxis
          {...valueAxis}
          domain={[...axis.domain]}
          ticks={[...axis.ticks]}
          tickFormatter={(value: number) => printTick(series, value)}
        />
        {reference !== undefined && (
          <ReferenceLine y={reference} stroke="var(--border-strong)" strokeDasharray="2 3" />
        )}
        <Tooltip content={RollingTooltip} cursor={cursorStyle} isAnimationActive={false} />
        <Line
          dataKey={series}
          type="linear"
          stroke="var(--chart-equity)"
          strokeWidth={1.25}
          strokeLinejoin="round"
          dot={points.length === 1}
          activeDot={{ r: 3, strokeWidth: 0, fill: 'var(--chart-equity)' }}
          isAnimationActive={false}
        />
      </LineChart>
    </figure>
  );
}

function printTick(series: RollingSeries, value: number): string {
  return series === 'volatility'
    ? formatPercent(value, { minimumDigits: 0, maximumDigits: 1 })
    : formatNumber(value);
}

/** All three figures of one date, whichever chart the pointer is over. */
function RollingTooltip({ active, payload }: Pick<TooltipContentProps, 'active' | 'payload'>) {
  const point = payload[0]?.payload as RollingPoint | undefined;
  if (!active || point === undefined) return null;
  return (
    <div className={chartStyles.tooltip}>
      <p className={chartStyles.tooltipDate}>{formatBarTime(point.time)}</p>
      <dl className={styles.values}>
        {(['sharpe', 'volatility', 'beta'] as const).map((series) => (
          <div key={series}>
            <dt>{labels[series]}</dt>
            <dd>{print(series, point[series])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
