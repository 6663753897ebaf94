import { useMemo } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from 'recharts';
import type { PlotPanel } from '../../../../shared/reports/plot-panels.ts';
import { formatBarTime } from '../format/format-date.ts';
import { formatNumber } from '../format/format-number.ts';
import { chartMargin, cursorStyle, tickStyle, timeAxis, valueAxis } from './chart-style.ts';
import { SeriesLegend, SeriesTooltip, type NamedSeries } from './named-series.tsx';
import chartStyles from './performance-charts.module.css';
import { plotPoints, type PlotPoint } from './plot-points.ts';
import type { TimeAxis } from './time-ticks.ts';
import { linearTicks } from './value-ticks.ts';

interface Props {
  readonly panel: PlotPanel;
  readonly width: number;
  readonly time: TimeAxis;
  readonly span: readonly [number, number];
  /** The dates stand under the last panel; above it their ticks only place the grid's lines. */
  readonly hasDates: boolean;
}

const plotHeight = 110;
const datesHeight = 22;
const colourCount = 4;
const colourOf = (index: number) => `var(--chart-plot-${(index % colourCount) + 1})`;
const print = (value: number | undefined) => formatNumber(value, { maximumDigits: 4 });
const hideTick = () => null;
const seriesOf = (name: string, index: number, value: number | undefined): NamedSeries => ({
  key: name,
  name,
  colour: colourOf(index),
  figure: print(value),
});

/** Series of like size on one value axis, with their names and latest values above. */
export function PlotChart({ panel, width, time, span, hasDates }: Props) {
  const points = useMemo(() => plotPoints(panel), [panel]);
  const { plots, low, high } = panel;
  const axis = linearTicks(low, high, 4);
  const datesRoom = hasDates ? datesHeight : 1;
  return (
    <figure className={chartStyles.chart} data-testid="plot-chart">
      <SeriesLegend
        series={plots.map(({ name, index, value }) => seriesOf(name, index, value.at(-1)))}
      />
      <LineChart
        width={width}
        height={plotHeight + datesRoom}
        data={points}
        margin={chartMargin}
        aria-label={`${plots.map(({ name }) => name).join(', ')} over time`}
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
          tickFormatter={print}
        />
        <Tooltip
          content={(state) => <PlotTooltip {...state} panel={panel} />}
          cursor={cursorStyle}
          isAnimationActive={false}
        />
        {plots.map(({ name, index }) => (
          <Line
            key={name}
            dataKey={(point: PlotPoint) => point[index]}
            name={name}
            type="linear"
            stroke={colourOf(index)}
            strokeWidth={1.25}
            strokeLinejoin="round"
            dot={points.length === 1}
            // Two series are sampled at different dates; that is no gap in either.
            connectNulls
            activeDot={{ r: 3, strokeWidth: 0, fill: colourOf(index) }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </figure>
  );
}

type TooltipProps = Pick<TooltipContentProps, 'active' | 'payload'> & { readonly panel: PlotPanel };

function PlotTooltip({ active, payload, panel }: TooltipProps) {
  const point = payload[0]?.payload as PlotPoint | undefined;
  if (!active || point === undefined) return null;
  const series = panel.plots
    .filter(({ index }) => point[index] !== undefined)
    .map(({ name, index }) => seriesOf(name, index, point[index]));
  return <SeriesTooltip heading={formatBarTime(point.time)} series={series} />;
}
