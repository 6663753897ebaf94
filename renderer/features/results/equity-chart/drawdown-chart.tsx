import { Area, AreaChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { formatPercent } from '../format/format-number.ts';
import { chartMargin, cursorStyle, timeAxis, valueAxis } from './chart-style.ts';
import { rangeOf, type CurvePoint } from './curve-points.ts';
import styles from './performance-charts.module.css';
import type { TimeAxis } from './time-ticks.ts';
import { linearTicks } from './value-ticks.ts';

interface Props {
  readonly points: readonly CurvePoint[];
  readonly width: number;
  readonly time: TimeAxis;
  readonly syncId: string;
}

const height = 104;
const timeAxisHeight = 22;
const printAxisPercent = (value: number) => formatPercent(value, { minimumDigits: 0 });

/** How far below its peak the account was; its tooltip is the equity chart's, on the same date. */
export function DrawdownChart({ points, width, time, syncId }: Props) {
  const [deepest] = rangeOf(points, ['drawdown']) ?? [0];
  const floor = Math.min(deepest * 1.08, -0.001);
  const ticks = linearTicks(floor, 0, 3).ticks.filter((tick) => tick <= 0 && tick >= floor);

  return (
    <figure className={styles.chart} data-testid="drawdown-chart">
      <figcaption className={styles.caption}>Drawdown</figcaption>
      <AreaChart
        width={width}
        height={height}
        data={points}
        margin={chartMargin}
        syncId={syncId}
        aria-label="Drawdown of the strategy over time"
      >
        <CartesianGrid stroke="var(--chart-grid)" syncWithTicks />
        <XAxis
          {...timeAxis}
          domain={['dataMin', 'dataMax']}
          ticks={[...time.ticks]}
          tickFormatter={time.label}
          height={timeAxisHeight}
        />
        <YAxis {...valueAxis} domain={[floor, 0]} ticks={ticks} tickFormatter={printAxisPercent} />
        <Tooltip content={() => null} cursor={cursorStyle} isAnimationActive={false} />
        <Area
          dataKey="drawdown"
          type="linear"
          baseValue={0}
          stroke="var(--chart-drawdown)"
          strokeWidth={1.25}
          fill="var(--chart-drawdown)"
          fillOpacity={0.18}
          dot={false}
          activeDot={{ r: 3, strokeWidth: 0, fill: 'var(--chart-drawdown)' }}
          isAnimationActive={false}
        />
      </AreaChart>
    </figure>
  );
}
