import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import {
  chartMargin,
  cursorStyle,
  tickStyle,
  timeAxis,
  valueAxis,
} from '../equity-chart/chart-style.ts';
import { SeriesLegend } from '../equity-chart/named-series.tsx';
import chartStyles from '../equity-chart/performance-charts.module.css';
import { linearTicks } from '../equity-chart/value-ticks.ts';
import type { ChartAxis } from './chart-axis.ts';
import type { LinePanel, LinePoint } from './line-panels.ts';
import { LinesTooltip } from './lines-tooltip.tsx';
import { printTick } from './print-tick.ts';
import { colourOf } from './series-colours.ts';

interface Props {
  readonly panel: LinePanel;
  readonly points: readonly LinePoint[];
  readonly axis: ChartAxis;
  readonly width: number;
  readonly height: number;
  /** The axis' labels stand under the last panel; above it they only place the grid's lines. */
  readonly hasLabels: boolean;
}

const labelsHeight = 22;
/** Of a label beside the value axis, in pixels. */
const halfLabel = 7;
const hideTick = () => null;

/** Columns of like size on one value axis. */
export function LinesChart({ panel, points, axis, width, height, hasLabels }: Props) {
  const { lines, low, high } = panel;
  const { domain, ticks } = linearTicks(low, high, 5);
  // Beneath a panel without labels there is no room for the lower half of one.
  const lowest = domain[0] + ((domain[1] - domain[0]) * halfLabel) / height;
  const labelsRoom = hasLabels ? labelsHeight : 1;
  const names = lines.map(({ name }) => name).join(', ');
  return (
    <figure className={chartStyles.chart} data-testid="script-result-lines">
      <SeriesLegend
        series={lines.map(({ slot, name, last }) => ({
          key: slot,
          name,
          colour: colourOf(slot),
          figure: printTick(last),
        }))}
      />
      <LineChart
        width={width}
        height={height + labelsRoom}
        data={[...points]}
        margin={chartMargin}
        aria-label={`${names} by ${axis.name}`}
      >
        <CartesianGrid stroke="var(--chart-grid)" syncWithTicks />
        <XAxis
          {...timeAxis}
          dataKey="x"
          domain={[...axis.span]}
          ticks={[...axis.ticks]}
          tick={hasLabels ? tickStyle : hideTick}
          tickFormatter={axis.tick}
          height={labelsRoom}
        />
        <YAxis
          {...valueAxis}
          domain={[...domain]}
          ticks={ticks.filter((tick) => hasLabels || tick >= lowest)}
          tickFormatter={printTick}
        />
        <Tooltip
          content={(state) => <LinesTooltip {...state} lines={lines} print={axis.print} />}
          cursor={cursorStyle}
          isAnimationActive={false}
        />
        {lines.map(({ slot, name, needsDots }) => (
          <Line
            key={slot}
            dataKey={(point: LinePoint) => point[slot]}
            name={name}
            type="linear"
            stroke={colourOf(slot)}
            strokeWidth={1.25}
            strokeLinejoin="round"
            dot={needsDots && { r: 1.75, strokeWidth: 0, fill: colourOf(slot) }}
            activeDot={{ r: 3, strokeWidth: 0, fill: colourOf(slot) }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </figure>
  );
}
