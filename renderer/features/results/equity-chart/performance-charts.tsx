import { useId, useMemo, useState } from 'react';
import type { Curve, RunRecord } from '../../../../shared/contract/models/run.ts';
import { timeTickCount } from './chart-style.ts';
import { curvePoints, rangeOf } from './curve-points.ts';
import { DrawdownChart } from './drawdown-chart.tsx';
import { EquityChart } from './equity-chart.tsx';
import { PlotChart } from './plot-chart.tsx';
import { EquityChartBar, type EquitySeries, type ValueScale } from './equity-chart-bar.tsx';
import styles from './performance-charts.module.css';
import { timeTicks } from './time-ticks.ts';
import { useElementWidth } from './use-element-width.ts';

interface Props {
  readonly curve: Curve;
  readonly initialCash: number;
  readonly plots: RunRecord['plots'];
}

/** The equity curve beside buy and hold, and the drawdown beneath on the same dates. */
export function PerformanceCharts({ curve, initialCash, plots }: Props) {
  const syncId = useId();
  const [ref, width] = useElementWidth();
  const [scale, setScale] = useState<ValueScale>('linear');
  const [hidden, setHidden] = useState<ReadonlySet<EquitySeries>>(new Set());
  const points = useMemo(() => curvePoints(curve), [curve]);
  const lowest = useMemo(() => rangeOf(points, ['equity', 'benchmark'])?.[0] ?? 0, [points]);
  const canUseLog = lowest > 0;

  if (points.length === 0) return null;
  const first = points[0]?.time ?? NaN;
  const last = points.at(-1)?.time ?? NaN;
  const time = timeTicks(first, last, timeTickCount(width));
  const toggle = (series: EquitySeries) =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(series)) after.add(series);
      return after;
    });

  return (
    <section className={styles.charts} aria-label="Performance" ref={ref}>
      <EquityChartBar
        hidden={hidden}
        onToggle={toggle}
        scale={canUseLog ? scale : 'linear'}
        canUseLog={canUseLog}
        onScale={setScale}
      />
      {width > 0 && (
        <>
          <EquityChart
            points={points}
            width={width}
            time={time}
            scale={canUseLog ? scale : 'linear'}
            hidden={hidden}
            initialCash={initialCash}
            syncId={syncId}
          />
          <DrawdownChart points={points} width={width} time={time} syncId={syncId} />
          {plots.length > 0 && (
            <PlotChart plots={plots} width={width} time={time} first={first} last={last} />
          )}
        </>
      )}
    </section>
  );
}
