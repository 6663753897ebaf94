import { useMemo } from 'react';
import type { RollingFigures } from '../../../../shared/contract/models/periods.ts';
import { timeTickCount } from '../equity-chart/chart-style.ts';
import { timeTicks } from '../equity-chart/time-ticks.ts';
import { useElementWidth } from '../equity-chart/use-element-width.ts';
import { RollingChart } from './rolling-chart.tsx';
import { rangeOfSeries, rollingPoints } from './rolling-points.ts';
import styles from './rolling-charts.module.css';

interface Props {
  readonly rolling: RollingFigures;
  /** The dates of the equity curve, so that a date stands at the same place. */
  readonly span: readonly [number, number];
}

/** Sharpe ratio, volatility and beta over a moving window, or why there is none. */
export function RollingCharts({ rolling, span }: Props) {
  const [ref, width] = useElementWidth();
  const points = useMemo(() => rollingPoints(rolling), [rolling]);
  const shown = (['sharpe', 'volatility', 'beta'] as const).filter(
    (series) => rangeOfSeries(points, series) !== null,
  );
  // Records from before there were rolling figures say nothing about them.
  if (rolling.note === '') return null;
  const time = timeTicks(...span, timeTickCount(width));
  return (
    <section
      className={styles.charts}
      aria-labelledby="rolling-title"
      ref={ref}
      data-testid="rolling-charts"
    >
      <h3 id="rolling-title" className={styles.title}>
        Rolling figures
      </h3>
      <p className={styles.note}>{points.length === 0 ? `n/a: ${rolling.note}` : rolling.note}</p>
      {width > 0 &&
        shown.map((series) => (
          <RollingChart
            key={series}
            series={series}
            points={points}
            width={width}
            time={time}
            span={span}
            hasDates={series === shown.at(-1)}
          />
        ))}
    </section>
  );
}
