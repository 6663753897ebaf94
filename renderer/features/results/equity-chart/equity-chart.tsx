import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCompactMoney } from '../format/format-number.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { chartMargin, cursorStyle, timeAxis, valueAxis } from './chart-style.ts';
import { rangeOf, type CurvePoint } from './curve-points.ts';
import type { EquitySeries, ValueScale } from './equity-chart-bar.tsx';
import styles from './performance-charts.module.css';
import type { TimeAxis } from './time-ticks.ts';
import { linearTicks, logTicks } from './value-ticks.ts';

interface Props {
  readonly points: readonly CurvePoint[];
  readonly width: number;
  readonly time: TimeAxis;
  readonly scale: ValueScale;
  readonly hidden: ReadonlySet<EquitySeries>;
  readonly initialCash: number;
  readonly benchmarkName: string;
  readonly syncId: string;
}

/** The dates stand under the drawdown; here their ticks only place the grid's lines. */
const hideTick = () => null;

const allSeries: readonly EquitySeries[] = ['benchmark', 'equity'];

export function EquityChart(props: Props) {
  const { points, width, time, scale, hidden, initialCash, benchmarkName, syncId } = props;
  const shown = allSeries.filter((series) => !hidden.has(series));
  // With every line switched off the axis keeps its place instead of jumping.
  const [low, high] = rangeOf(points, shown.length > 0 ? shown : allSeries) ?? [NaN, NaN];
  const height = Math.round(Math.min(280, Math.max(170, width * 0.42)));
  const axis = (scale === 'log' ? logTicks : linearTicks)(low, high, Math.round(height / 45));

  return (
    <figure className={styles.chart} data-testid="equity-chart">
      <LineChart
        width={width}
        height={height}
        data={points}
        margin={chartMargin}
        syncId={syncId}
        aria-label={`Equity of the strategy and of ${benchmarkName} over time`}
      >
        <CartesianGrid stroke="var(--chart-grid)" syncWithTicks />
        <XAxis
          {...timeAxis}
          domain={['dataMin', 'dataMax']}
          ticks={[...time.ticks]}
          tick={hideTick}
          height={1}
        />
        <YAxis
          {...valueAxis}
          scale={scale}
          domain={[...axis.domain]}
          ticks={[...axis.ticks]}
          tickFormatter={formatCompactMoney}
        />
        <ReferenceLine y={initialCash} stroke="var(--border-strong)" strokeDasharray="2 3" />
        <Tooltip
          content={(state) => <ChartTooltip {...state} benchmarkName={benchmarkName} />}
          cursor={cursorStyle}
          isAnimationActive={false}
        />
        {shown.map((series) => (
          <Line
            key={series}
            dataKey={series}
            type="linear"
            stroke={`var(--chart-${series})`}
            strokeWidth={series === 'equity' ? 1.75 : 1.25}
            strokeLinejoin="round"
            dot={false}
            activeDot={{ r: 3, strokeWidth: 0, fill: `var(--chart-${series})` }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </figure>
  );
}
