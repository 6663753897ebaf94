import { Area, AreaChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import type { TooltipContentProps } from 'recharts';
import type { UsageSample } from '../../../../shared/contract/models/resources.ts';
import { chartMargin, cursorStyle, timeAxis, valueAxis } from '../equity-chart/chart-style.ts';
import chartStyles from '../equity-chart/performance-charts.module.css';
import { withinAxis } from '../equity-chart/time-ticks.ts';
import { linearTicks } from '../equity-chart/value-ticks.ts';
import { formatNumber } from '../format/format-number.ts';
import styles from './resources-section.module.css';

interface Props {
  readonly title: string;
  readonly series: 'cpu' | 'memory';
  readonly samples: readonly UsageSample[];
  /** What the series can be at most: the top of the chart. */
  readonly limit: number;
  readonly colour: string;
  readonly width: number;
  readonly print: (value: number) => string;
}

const height = 96;
const timeAxisHeight = 22;
/** "12.5 s" is short: more of them fit than dates. */
const pixelsPerSecondTick = 56;

/** One measured series over the seconds of the run, from nothing to its limit. */
export function UsageChart({ title, series, samples, limit, colour, width, print }: Props) {
  const end = samples.at(-1)?.time ?? 0;
  const round = linearTicks(0, end, width / pixelsPerSecondTick).ticks.filter(
    (tick) => tick <= end,
  );
  const { ticks } = withinAxis({ ticks: round, label: seconds }, [0, end], width);
  return (
    <figure className={chartStyles.chart} data-testid={`usage-${series}`}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <AreaChart
        width={width}
        height={height}
        data={samples}
        margin={chartMargin}
        aria-label={`${title} over the seconds of the run`}
      >
        <CartesianGrid stroke="var(--chart-grid)" syncWithTicks />
        <XAxis
          {...timeAxis}
          domain={[0, end]}
          ticks={[...ticks]}
          tickFormatter={seconds}
          height={timeAxisHeight}
        />
        <YAxis
          {...valueAxis}
          domain={[0, limit]}
          ticks={[0, limit / 2, limit]}
          tickFormatter={print}
        />
        <Tooltip
          content={(state) => <UsageTooltip {...state} series={series} print={print} />}
          cursor={cursorStyle}
          isAnimationActive={false}
        />
        <Area
          dataKey={series}
          type="linear"
          baseValue={0}
          stroke={colour}
          strokeWidth={1.25}
          fill={colour}
          fillOpacity={0.18}
          dot={samples.length <= 2}
          activeDot={{ r: 3, strokeWidth: 0, fill: colour }}
          isAnimationActive={false}
        />
      </AreaChart>
    </figure>
  );
}

function seconds(time: number): string {
  return `${formatNumber(time / 1000)} s`;
}

type TooltipProps = Pick<TooltipContentProps, 'active' | 'payload'> &
  Pick<Props, 'series' | 'print'>;

function UsageTooltip({ active, payload, series, print }: TooltipProps) {
  const sample = payload[0]?.payload as UsageSample | undefined;
  const value = sample?.[series] ?? null;
  if (!active || sample === undefined || value === null) return null;
  return (
    <div className={chartStyles.tooltip}>
      <p className={chartStyles.tooltipDate}>{seconds(sample.time)}</p>
      <p>{print(value)}</p>
    </div>
  );
}
