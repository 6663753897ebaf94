import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { RunRecord } from '../../../../shared/contract/models/run.ts';
import { formatBarTime } from '../format/format-date.ts';
import { formatNumber } from '../format/format-number.ts';
import { chartMargin, cursorStyle, tickStyle, valueAxisWidth } from './chart-style.ts';
import styles from './performance-charts.module.css';
import type { TimeAxis } from './time-ticks.ts';

interface Props {
  readonly plots: RunRecord['plots'];
  readonly width: number;
  readonly time: TimeAxis;
  readonly first: number;
  readonly last: number;
}

const height = 132;
const colours = ['--chart-plot-1', '--chart-plot-2', '--chart-plot-3', '--chart-plot-4'];
const colourOf = (index: number) => `var(${colours[index % colours.length]})`;
const print = (value: number) => formatNumber(value, { maximumDigits: 4 });

/** The strategy's own series on the dates of the charts above. Their values are its own word. */
export function PlotChart({ plots, width, time, first, last }: Props) {
  return (
    <figure className={styles.chart} data-testid="plot-chart">
      <figcaption className={styles.caption}>Plotted by the strategy, not verified</figcaption>
      <ul className={styles.legend}>
        {plots.map(({ name, value }, index) => (
          <li key={name}>
            <span className={styles.swatch} style={{ background: colourOf(index) }} />
            {name} <span className={styles.latest}>{print(value.at(-1) ?? NaN)}</span>
          </li>
        ))}
      </ul>
      <LineChart
        width={width}
        height={height}
        margin={chartMargin}
        aria-label={`Plotted: ${plots.map(({ name }) => name).join(', ')}`}
      >
        <CartesianGrid stroke="var(--chart-grid)" syncWithTicks />
        <XAxis
          dataKey="time"
          type="number"
          allowDuplicatedCategory={false}
          domain={[first, last]}
          ticks={[...time.ticks]}
          interval={0}
          tick={tickStyle}
          tickFormatter={time.label}
          tickLine={false}
          tickMargin={6}
          height={22}
          axisLine={{ stroke: 'var(--border-strong)' }}
        />
        <YAxis
          orientation="right"
          width={valueAxisWidth}
          domain={['auto', 'auto']}
          tickCount={4}
          tick={tickStyle}
          tickFormatter={print}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          cursor={cursorStyle}
          isAnimationActive={false}
          contentStyle={{ background: 'var(--surface-1)', border: '1px solid var(--border-strong)' }}
          labelFormatter={(at) => formatBarTime(Number(at))}
          formatter={(value) => print(Number(value))}
        />
        {plots.map(({ name, time: at, value }, index) => (
          <Line
            key={name}
            name={name}
            data={at.map((moment, row) => ({ time: moment, value: value[row] }))}
            dataKey="value"
            type="linear"
            stroke={colourOf(index)}
            strokeWidth={1.25}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </figure>
  );
}
